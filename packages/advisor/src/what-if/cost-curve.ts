import type { PointBook } from './point-book.ts';
import type { PointCosts } from './point-costs.ts';

/** What the best of each kind costs for a number of days. */
export type CurvePoint = { readonly days: number; readonly costs: PointCosts };

/** The cost of each kind against the days of the stay, each searched to its end, with the data a day of the stay. */
export function* costCurve(book: PointBook, days: readonly number[]): Generator<void, CurvePoint[]> {
  const { bytes } = book.origin;
  const points: CurvePoint[] = [];
  for (const each of days) points.push({ days: each, costs: yield* book.at({ days: each, bytes }, true) });
  return points;
}

/** At most so many numbers from 1 to `last`, evenly spread, both ends among them. */
export function spreadDays(last: number, most: number): number[] {
  if (last <= most) return Array.from({ length: last }, (_, index) => index + 1);
  const days = Array.from({ length: most }, (_, index) => 1 + Math.round((index * (last - 1)) / (most - 1)));
  return [...new Set(days)];
}
