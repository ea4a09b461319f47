import { type Day, day, weekday } from '../civil-day.ts';
import { dayOf } from '../local-time.ts';
import { reduceRatio } from '../money.ts';
import type { UsageProfile } from '../profile.ts';
import type { UsageEvent } from '../usage.ts';
import type { Stream } from './scenario.ts';

/** One day of a history: the units of each stream, and the number of uses they came in. */
export type HistoryDay = {
  readonly day: Day;
  readonly amounts: Float64Array;
  readonly uses: Int32Array;
};

/** What a person used day by day. `gaps`: spans in which nothing is on record, taken for missing and left out. */
export type History = {
  readonly streams: readonly Stream[];
  readonly days: readonly HistoryDay[];
  readonly gaps: readonly { readonly first: Day; readonly last: Day }[];
};

/** So many days in a row without any use are taken for a hole in the record, fewer for days without use. */
export const GAP_DAYS = 7;

/**
 * Reads uses as a history, from the day of the first to that of the last one. @param uses in the order of time; at least
 * one. @throws RangeError where there is none.
 */
export function historyOf(uses: readonly UsageEvent[]): History {
  const [first, last] = [uses[0], uses.at(-1)];
  if (!first || !last) throw new RangeError('a history needs at least one use');
  const { streams, numbered } = streamsOf(uses);
  const start = dayOf(first.at);
  const days: HistoryDay[] = Array.from({ length: dayOf(last.at) - start + 1 }, (_, index) => ({
    day: day(start + index),
    amounts: new Float64Array(streams.length),
    uses: new Int32Array(streams.length),
  }));
  uses.forEach(({ at, amount }, index) => {
    const { amounts, uses: counts } = days[dayOf(at) - start] as HistoryDay;
    const stream = numbered[index] as number;
    amounts[stream] = (amounts[stream] as number) + amount;
    counts[stream] = (counts[stream] as number) + 1;
  });
  return withoutGaps(streams, days);
}

function streamsOf(uses: readonly UsageEvent[]): { streams: Stream[]; numbered: Int32Array } {
  const streams: Stream[] = [];
  const known = new Map<string, number>();
  const numbered = Int32Array.from(uses, ({ at: _at, amount: _amount, ...stream }) => {
    const key = `${stream.kind} ${stream.to} ${stream.app} ${stream.over} ${stream.network} ${stream.zone}`;
    const number = known.get(key) ?? streams.push(stream) - 1;
    known.set(key, number);
    return number;
  });
  return { streams, numbered };
}

function withoutGaps(streams: readonly Stream[], all: readonly HistoryDay[]): History {
  const gaps: { first: Day; last: Day }[] = [];
  const days: HistoryDay[] = [];
  let empty: HistoryDay[] = [];
  for (const each of all) {
    if (each.uses.every((count) => count === 0)) {
      empty.push(each);
      continue;
    }
    if (empty.length < GAP_DAYS) days.push(...empty);
    else gaps.push({ first: (empty[0] as HistoryDay).day, last: (empty.at(-1) as HistoryDay).day });
    empty = [];
    days.push(each);
  }
  return { streams, days, gaps };
}

/** The average day of a history, in whole units over all of its days. */
export function profileOfHistory({ streams, days }: History): UsageProfile {
  return streams.flatMap(({ kind, to, app }, stream) => {
    const sum = days.reduce((total, { amounts }) => total + (amounts[stream] as number), 0);
    if (sum === 0) return [];
    return [{ kind, to, ...(app === undefined ? {} : { app }), perDay: reduceRatio(sum, days.length) }];
  });
}

/** Averages by the day of the week, Monday first, of the units of one kind; null for a day that never came. */
export function weekOf({ streams, days }: History, kind: Stream['kind']): (number | null)[] {
  return [1, 2, 3, 4, 5, 6, 7].map((number) => {
    const same = days.filter((each) => weekday(each.day) === number);
    const sum = same.reduce((total, { amounts }) => total + ofKind(streams, amounts, kind), 0);
    return same.length === 0 ? null : sum / same.length;
  });
}

/** The units of all streams of a kind on a day. */
export function ofKind(streams: readonly Stream[], amounts: Float64Array, kind: Stream['kind']): number {
  return streams.reduce((sum, stream, index) => (stream.kind === kind ? sum + (amounts[index] as number) : sum), 0);
}
