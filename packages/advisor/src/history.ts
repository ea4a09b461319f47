import {
  type Day,
  dayOf,
  type History,
  historyOf,
  profileOfHistory,
  type UsageEvent,
  type UsageKind,
} from '@simwise/engine';
import { mergeParts, type Stay } from './stay.ts';

/** Why uses cannot serve as a history. */
export type HistoryProblem =
  | { readonly code: 'empty-history' }
  | { readonly code: 'history-in-future'; readonly first: Day; readonly count: number }
  | { readonly code: 'history-in-megabytes'; readonly largest: number }
  | { readonly code: 'history-too-short'; readonly months: number; readonly first: Day; readonly last: Day };

/** Thrown where a history cannot be used; the problem says why and leads to the way out. */
export class BadHistory extends Error {
  readonly problem: HistoryProblem;

  constructor(problem: HistoryProblem) {
    super(problem.code);
    this.problem = problem;
  }
}

/** A day with data on it has more bytes than this, at least once in a history; megabytes written as bytes never do. */
const FEWEST_BYTES = 100_000;
const ENOUGH_DATA_ROWS = 5;

/** Uses as a history of the days up to today. @throws BadHistory */
export function readHistory(uses: readonly UsageEvent[], today: Day): History {
  if (uses.length === 0) throw new BadHistory({ code: 'empty-history' });
  const ahead = uses.filter(({ at }) => dayOf(at) > today);
  if (ahead[0]) throw new BadHistory({ code: 'history-in-future', first: dayOf(ahead[0].at), count: ahead.length });
  const data = uses.filter(({ kind, amount }) => kind === 'data' && amount > 0);
  const largest = largestDay(data);
  if (data.length >= ENOUGH_DATA_ROWS && largest < FEWEST_BYTES) {
    throw new BadHistory({ code: 'history-in-megabytes', largest });
  }
  return historyOf(uses);
}

/** The units used on the day with the most: a phone may use a day's data in a thousand small pieces. */
function largestDay(uses: readonly UsageEvent[]): number {
  const days = new Map<Day, number>();
  for (const { at, amount } of uses) days.set(dayOf(at), (days.get(dayOf(at)) ?? 0) + amount);
  return [...days.values()].reduce((most, sum) => Math.max(most, sum), 0);
}

const FIELD_OF: Readonly<Record<UsageKind, string>> = { data: 'data', voice: 'calls', sms: 'sms', mms: 'sms' };

/** A stay whose use is that of the average day of a history, but for the kinds of use that were said. */
export function stayWithHistory(stay: Stay, history: History): Stay {
  const isAssumed = (kind: UsageKind) => stay.assumed.includes(FIELD_OF[kind]);
  const said = stay.profile.filter(({ kind }) => !isAssumed(kind));
  const learned = profileOfHistory(history).filter(({ kind }) => isAssumed(kind));
  const fields = Object.values(FIELD_OF);
  return {
    ...stay,
    profile: mergeParts([...said, ...learned]),
    assumed: stay.assumed.filter((field) => !fields.includes(field)),
  };
}
