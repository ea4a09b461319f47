import type { UsageKind } from '../usage.ts';
import { type History, ofKind } from './history.ts';
import { ASSUMED_SPREAD } from './profile-scenarios.ts';
import { fitTail, meanOf, type Tail } from './tail.ts';

/**
 * What a history teaches about one kind of use. `level`: how far the average of the coming days may lie from that of the
 * history, as a coefficient of variation; `jitter`: by how much a day that is drawn again is varied; `tail`: its heavy end.
 */
export type Habit = {
  readonly kind: UsageKind;
  /** Units on each day of the history. */
  readonly totals: Float64Array;
  readonly level: number;
  readonly jitter: number;
  readonly tail: Tail | null;
};

const WEEK = 7;
const MONTH = 28;
/** Fewer weeks or months than this say nothing about how much they differ. */
const FEWEST_BLOCKS = 4;

export function habitOf(history: History, kind: UsageKind): Habit {
  const totals = history.days.map(({ amounts }) => ofKind(history.streams, amounts, kind));
  return {
    kind,
    totals: Float64Array.from(totals),
    level: levelSpread(totals),
    jitter: jitterOf(totals),
    tail: fitTail(totals),
  };
}

/**
 * From two things: the average of few weeks is not the true one, and a month has a level of its own that drawing days
 * again would lose. Where there are too few weeks to tell, their spread is at least the assumed one.
 */
function levelSpread(totals: readonly number[]): number {
  const weeks = blockMeans(totals, WEEK);
  const seen = variationOf(weeks);
  const weekly = weeks.length < FEWEST_BLOCKS ? Math.max(seen, ASSUMED_SPREAD.level) : seen;
  const months = blockMeans(totals, MONTH);
  const ofMonths = months.length < FEWEST_BLOCKS ? 0 : variationOf(months) ** 2 - (weekly ** 2 * WEEK) / MONTH;
  return Math.sqrt(weekly ** 2 / Math.max(1, weeks.length) + Math.max(0, ofMonths));
}

/** The width of a kernel on the logarithm of the days with use: Silverman's rule, for a curve of one hump. */
function jitterOf(totals: readonly number[]): number {
  const logs = totals.filter((total) => total > 0).map(Math.log);
  return logs.length < 2 ? ASSUMED_SPREAD.day : MOST_KERNEL * deviationOf(logs) * logs.length ** -0.2;
}

const MOST_KERNEL = 0.9;

/** Means of whole blocks of days, the last ones first cut. */
function blockMeans(totals: readonly number[], length: number): number[] {
  const count = Math.floor(totals.length / length);
  return Array.from({ length: count }, (_, block) => meanOf(totals.slice(block * length, (block + 1) * length)));
}

function variationOf(values: readonly number[]): number {
  const mean = meanOf(values);
  return mean === 0 ? 0 : deviationOf(values) / mean;
}

function deviationOf(values: readonly number[]): number {
  if (values.length < 2) return 0;
  const mean = meanOf(values);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
}
