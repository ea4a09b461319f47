import type { ChoiceKind } from '../stay-search.ts';
import type { CheapestChoice } from './least-cost.ts';
import { cheapestAt, type LengthCosts, LengthFinder } from './length-costs.ts';
import type { Point, PointBook } from './point-book.ts';
import { CLOSE, KINDS, type PointCosts } from './point-costs.ts';

/** The days and the bytes a day of the columns and rows of a map, both in rising order. */
export type MapGrid = { readonly days: readonly number[]; readonly bytes: readonly number[] };

/**
 * A cell of a map: the cheapest cards found for it, null where none were found to serve. Their cost, in minor units of the
 * stay's currency, is `high`, infinite without cards; nothing costs less than `low`. `isProven`: no other kind costs less.
 */
export type MapCell = Point & {
  readonly winner: CheapestChoice | null;
  readonly isProven: boolean;
  readonly low: number;
  readonly high: number;
  /** By how much the next kind costs more, as far as is known; infinite where no other kind serves. */
  readonly margin: { readonly low: number; readonly high: number } | null;
};

/** `cells` row by row, as the grid is. `points` is how many were proven by the optimiser. */
export type AnswerMap = {
  readonly grid: MapGrid;
  readonly cells: readonly (readonly MapCell[])[];
  readonly points: number;
};

/** The rows of a map that are drawn by now, and how many points are proven. */
export type MapProgress = { readonly rows: number; readonly points: number; readonly map: () => AnswerMap };

/**
 * Which kind of card is the cheapest by days and data a day. Each row is found in one pass over its days; then at most so
 * many points are searched to the end, which bounds the costs of all cells that ask for more, and for less.
 */
export function* answerMap(book: PointBook, grid: MapGrid, points: number): Generator<MapProgress, AnswerMap> {
  const drawing = new Drawing(grid);
  const finder = new LengthFinder(book, grid.days.at(-1) as number);
  const progress = () => ({ rows: drawing.rows, points: drawing.points, map: () => drawing.map() });
  for (const bytes of grid.bytes) {
    for (const step = finder.find(bytes); ; yield progress()) {
      const { done, value } = step.next();
      if (!done) continue;
      drawing.add(grid.days.map((days) => foundAt(value, days)));
      break;
    }
    yield progress();
  }
  for (const point of spread(grid).slice(0, points)) {
    for (const step = book.at(point); ; yield progress()) {
      const { done, value } = step.next();
      if (!done) continue;
      drawing.prove(point, value);
      break;
    }
  }
  return drawing.map();
}

const NONE = Number.POSITIVE_INFINITY;

/** The cheapest found for a cell, and the least that each kind was found to cost; not the row it was found in. */
type Found = { readonly winner: CheapestChoice | null; readonly costs: Bounds };

function foundAt(row: LengthCosts, days: number): Found {
  const costs = { phone: row.costAt('phone', days), data: row.costAt('data', days), pair: row.costAt('pair', days) };
  return { winner: cheapestAt(row, days), costs };
}

type Bounds = Readonly<Record<ChoiceKind, number>>;

/** The least of all kinds but one. */
function leastBut(kind: ChoiceKind, costs: Bounds): number {
  return Math.min(...KINDS.map((each) => (each === kind ? NONE : costs[each])));
}

class Drawing {
  readonly #grid: MapGrid;
  readonly #found: (readonly Found[])[] = [];
  readonly #proven: { readonly point: Point; readonly costs: PointCosts }[] = [];

  constructor(grid: MapGrid) {
    this.#grid = grid;
  }

  get rows(): number {
    return this.#found.length;
  }

  get points(): number {
    return this.#proven.length;
  }

  add(row: readonly Found[]): void {
    this.#found.push(row);
  }

  prove(point: Point, costs: PointCosts): void {
    this.#proven.push({ point, costs });
  }

  map(): AnswerMap {
    const { days, bytes } = this.#grid;
    const cells = this.#found.map((row, index) =>
      row.map((found, column) => this.#cell(found, { days: days[column] as number, bytes: bytes[index] as number })),
    );
    return { grid: this.#grid, cells, points: this.points };
  }

  #cell({ winner: found, costs }: Found, point: Point): MapCell {
    const winner = this.#cheaper(found, point);
    const lows = this.#lowsAt(point);
    const low = Math.min(...Object.values(lows));
    if (!winner) return { ...point, winner, isProven: low === NONE, low, high: NONE, margin: null };
    const bound = leastBut(winner.kind, lows);
    const margin = { low: Math.max(0, bound - winner.cost), high: leastBut(winner.kind, costs) - winner.cost };
    return { ...point, winner, isProven: winner.cost <= bound + CLOSE, low, high: winner.cost, margin };
  }

  /** Cards that the optimiser found for this very point may be cheaper. */
  #cheaper(found: CheapestChoice | null, { days, bytes }: Point): CheapestChoice | null {
    const same = this.#proven.find(({ point }) => point.days === days && point.bytes === bytes);
    const proven = same?.costs.winner;
    return proven && proven.cost < (found?.cost ?? NONE) - CLOSE ? proven : found;
  }

  /** Whatever serves more days or more data serves fewer or less, and costs no less. */
  #lowsAt({ days, bytes }: Point): Bounds {
    const lows = { phone: 0, data: 0, pair: 0 };
    for (const { point, costs } of this.#proven) {
      if (point.days > days || point.bytes > bytes) continue;
      for (const kind of KINDS) lows[kind] = Math.max(lows[kind], costs.kinds[kind].low);
    }
    return lows;
  }
}

/** The points of a grid from coarse to fine: the smallest one first, then those that divide it ever further. */
function spread({ days, bytes }: MapGrid): Point[] {
  const rank = new Map<number, number>();
  for (let part = Math.max(days.length, bytes.length), level = 0; part >= 1; part = Math.floor(part / 2), level++) {
    for (let place = 0; place < Math.max(days.length, bytes.length); place += part) {
      if (!rank.has(place)) rank.set(place, level);
    }
  }
  const points = bytes.flatMap((amount, row) =>
    days.map((each, column) => ({
      point: { days: each, bytes: amount },
      level: Math.max(rank.get(row) ?? 0, rank.get(column) ?? 0),
    })),
  );
  return points.sort((a, b) => a.level - b.level).map(({ point }) => point);
}
