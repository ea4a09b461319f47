import { type Day, parseDay } from '@simwise/engine';
import type { Effort, Formality, FormalityConditions } from '../formality.ts';
import { daysOfPartialDate } from '../partial-date.ts';
import type { FormalitySource } from './schema/formalities.ts';

/** A rule as clients get it: days as day numbers, what is not known as null or absent; as old as its newest source. */
export function compileFormality(source: FormalitySource, sources: readonly Dated[]): Formality {
  const { when, since, effort, ...rest } = source;
  const seen = newestSeen(source.sources, sources);
  return {
    ...rest,
    when: compileConditions(when),
    ...(since === undefined ? {} : { since: daysOfPartialDate(since).first }),
    ...(seen ? { seen } : {}),
    ...(effort === undefined ? {} : { effort: compileEffort(effort) }),
  };
}

type Dated = { readonly id: string; readonly seen?: string | undefined };

/** The first and last day the newest of some sources can be of; undefined where all of them are undated. */
export function newestSeen(cited: readonly string[], sources: readonly Dated[]): readonly [Day, Day] | undefined {
  const spans = sources.flatMap(({ id, seen }) => (cited.includes(id) && seen ? [daysOfPartialDate(seen)] : []));
  const newest = spans.sort((a, b) => b.last - a.last)[0];
  return newest && [newest.first, newest.last];
}

function compileConditions({ handsetUsedBefore, ...rest }: FormalitySource['when']): FormalityConditions {
  if (!handsetUsedBefore) return rest;
  return { ...rest, handsetUsedBefore: { ...handsetUsedBefore, day: parseDay(handsetUsedBefore.day) } };
}

function compileEffort(effort: NonNullable<FormalitySource['effort']>): Effort | null {
  if (effort === 'unknown') return null;
  const { visit, wait } = effort;
  return { visit: visit === 'unknown' ? null : visit, wait: wait === 'unknown' ? null : wait };
}
