import { parseDay } from '@simwise/engine';
import type { Effort, Formality, FormalityConditions } from '../formality.ts';
import { daysOfPartialDate } from '../partial-date.ts';
import type { FormalitySource } from './schema/formalities.ts';

/** A rule as clients get it: days as day numbers, what is not known as null or absent. */
export function compileFormality(source: FormalitySource): Formality {
  const { when, since, seen, effort, ...rest } = source;
  const seenDays = seen === 'unknown' ? undefined : daysOfPartialDate(seen);
  return {
    ...rest,
    when: compileConditions(when),
    ...(since === undefined ? {} : { since: daysOfPartialDate(since).first }),
    ...(seenDays ? { seen: [seenDays.first, seenDays.last] as const } : {}),
    ...(effort === undefined ? {} : { effort: compileEffort(effort) }),
  };
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
