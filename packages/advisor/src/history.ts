import { type Day, dayOf, type History, historyOf, type UsageEvent } from '@simwise/engine';

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
  const largest = data.reduce((most, { amount }) => Math.max(most, amount), 0);
  if (data.length >= ENOUGH_DATA_ROWS && largest < FEWEST_BYTES) {
    throw new BadHistory({ code: 'history-in-megabytes', largest });
  }
  return historyOf(uses);
}
