import type { CheapestChoice } from './least-cost.ts';
import type { Point, PointBook } from './point-book.ts';
import { type Change, walkAxis } from './walk-axis.ts';

/** The step in which data a day is varied: 50 MB. */
export const DATA_STEP = 50 * 2 ** 20;

/** How far days and data are followed: to three times those of the stay, and at least to these. */
const LEAST_DAYS = 60;
const LEAST_BYTES = 4 * 2 ** 30;
const MOST_DAYS = 3660;
const TIMES = 3;

/** Points worked out in one direction, so that an advice does not wait long for what would change it. */
const POINTS = 8;

/**
 * Where another kind of choice becomes the cheapest, in days or bytes a day; `change` is null where none was found, and
 * then up to `knownTo` there is none. `now` is the cheapest for the stay itself.
 */
export type BreakEven = {
  readonly axis: 'days' | 'data';
  readonly toward: 'more' | 'less';
  readonly now: CheapestChoice | null;
  readonly change: Change | null;
  readonly knownTo: number;
};

/** The nearest changes of the cheapest kind with more and fewer days, and with more and less data a day. */
export function* breakEvens(book: PointBook, points: number = POINTS): Generator<void, BreakEven[]> {
  const found: BreakEven[] = [];
  for (const line of linesOf(book.origin)) if (line.to !== line.from) found.push(yield* nextChange(book, line, points));
  return found;
}

type Line = Pick<BreakEven, 'axis' | 'toward'> & {
  readonly from: number;
  readonly to: number;
  readonly pointAt: (index: number) => Point;
  readonly valueAt: (index: number) => number;
};

/** Data is counted in steps from that of the stay. */
function linesOf({ days, bytes }: Point): Line[] {
  const byDays = {
    axis: 'days',
    from: days,
    pointAt: (index: number) => ({ days: index, bytes }),
    valueAt: (index: number) => index,
  } as const;
  const valueAt = (index: number) => bytes + index * DATA_STEP;
  const byData = {
    axis: 'data',
    from: 0,
    pointAt: (index: number) => ({ days, bytes: valueAt(index) }),
    valueAt,
  } as const;
  const mostSteps = Math.ceil((Math.max(LEAST_BYTES, bytes * TIMES) - bytes) / DATA_STEP);
  return [
    { ...byDays, toward: 'more', to: Math.min(MOST_DAYS, Math.max(LEAST_DAYS, days * TIMES)) },
    { ...byDays, toward: 'less', to: 1 },
    { ...byData, toward: 'more', to: mostSteps },
    { ...byData, toward: 'less', to: -Math.floor(bytes / DATA_STEP) },
  ];
}

function* nextChange(book: PointBook, line: Line, points: number): Generator<void, BreakEven> {
  const { axis, toward, from, to, pointAt, valueAt } = line;
  const lookAt = (index: number) => book.at(pointAt(index));
  const { changes, knownTo } = yield* walkAxis(lookAt, from, { to, points, isFirstEnough: true });
  const { winner: now } = yield* lookAt(from);
  const [first] = changes;
  const change = first ? { ...first, before: valueAt(first.before), at: valueAt(first.at) } : null;
  return { axis, toward, now, change, knownTo: valueAt(knownTo) };
}
