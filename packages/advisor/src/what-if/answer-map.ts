import type { CheapestChoice, LeastCost } from './least-cost.ts';
import type { Point, PointBook } from './point-book.ts';
import { marginOf, type PointCosts } from './point-costs.ts';
import { hasOneWinner } from './walk-axis.ts';

/** The days and the bytes a day of the columns and rows of a map, both in rising order. */
export type MapGrid = { readonly days: readonly number[]; readonly bytes: readonly number[] };

/**
 * A cell of a map. `how` it is known: `worked-out` at this very point; `settled` by points around it, between which no
 * other kind can be the cheapest; `near`: not worked out, the kind is that of the nearest corner. The cost, in minor units
 * of the stay's currency, lies between `low` and `high`; `winner` names the cards at this point, or near it.
 */
export type MapCell = Point & {
  readonly how: 'worked-out' | 'settled' | 'near';
  readonly winner: CheapestChoice | null;
  readonly isProven: boolean;
  readonly low: number;
  readonly high: number;
  /** By how much the next kind costs more; null where it is not worked out, infinite where no other kind serves. */
  readonly margin: { readonly low: number; readonly high: number } | null;
};

/** `cells` row by row, as the grid is. `points` is how many were worked out. */
export type AnswerMap = {
  readonly grid: MapGrid;
  readonly cells: readonly (readonly MapCell[])[];
  readonly points: number;
};

/** How far a map has come: cells known for sure, of all. */
export type MapProgress = { readonly known: number; readonly cells: number };

/**
 * Which kind of card is the cheapest by days and data a day. The map is divided from coarse to fine: a part whose smallest
 * and largest point bound the costs so that one kind must win all through is left alone. At most so many points are
 * worked out; cells that are not reached say so.
 */
export function* answerMap(book: PointBook, grid: MapGrid, points: number): Generator<MapProgress, AnswerMap> {
  const drawing = new Drawing(book, grid);
  const [right, top] = [grid.days.length - 1, grid.bytes.length - 1];
  let parts: Part[] = [{ left: 0, right, bottom: 0, top }];
  while (parts.length > 0) {
    const finer: Part[] = [];
    for (const part of parts) {
      if (drawing.points >= points) drawing.leave(part);
      else finer.push(...(yield* drawing.divide(part)));
    }
    parts = finer;
  }
  return { grid, cells: drawing.cells(), points: drawing.points };
}

/** Columns and rows of the grid, both ends within; known corners come from the part that it was divided from. */
type Part = {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
  readonly corners?: readonly [PointCosts, PointCosts];
};

const CERTAINTY = { near: 0, settled: 1, 'worked-out': 2 } as const;

class Drawing {
  readonly #book: PointBook;
  readonly #grid: MapGrid;
  readonly #cells = new Map<number, MapCell>();
  points = 0;
  #known = 0;

  constructor(book: PointBook, grid: MapGrid) {
    this.#book = book;
    this.#grid = grid;
  }

  cells(): MapCell[][] {
    const { days, bytes } = this.#grid;
    const worked = [...this.#cells].filter(([, { how }]) => how === 'worked-out');
    const nearest = (index: number) =>
      worked.reduce((best, each) => (this.#distance(each[0], index) < this.#distance(best[0], index) ? each : best));
    return bytes.map((_, row) =>
      days.map((_, column) => {
        const index = this.#indexOf(column, row);
        const cell = this.#cells.get(index) as MapCell;
        return cell.how === 'near' ? { ...cell, winner: nearest(index)[1].winner } : cell;
      }),
    );
  }

  /** Works out the ends of a part. @returns the parts to be looked into next. */
  *divide(part: Part): Generator<MapProgress, Part[]> {
    const { left, right, bottom, top } = part;
    const smallest = yield* this.#workOut(left, bottom);
    const largest = yield* this.#workOut(right, top);
    if (left === right && bottom === top) return [];
    const corners = [smallest, largest] as const;
    if (!hasOneWinner(smallest, largest)) return halved({ ...part, corners });
    this.#fill({ ...part, corners }, 'settled');
    return [];
  }

  /** A part that is not looked into. */
  leave(part: Part): void {
    this.#fill(part, 'near');
  }

  *#workOut(column: number, row: number): Generator<MapProgress, PointCosts> {
    const point = this.#pointAt(column, row);
    const before = this.#book.size;
    for (const step = this.#book.at(point); ; ) {
      const { done, value } = step.next();
      if (done) {
        this.points += this.#book.size - before;
        this.#keep(column, row, { ...point, ...cellOf(value) });
        return value;
      }
      yield { known: this.#known, cells: this.#grid.days.length * this.#grid.bytes.length };
    }
  }

  #fill({ left, right, bottom, top, corners }: Part, how: 'settled' | 'near'): void {
    const [smallest, largest] = corners ?? [];
    if (!smallest || !largest) return;
    const [low, high] = [lowOf(smallest), highOf(largest)];
    for (let row = bottom; row <= top; row++) {
      for (let column = left; column <= right; column++) {
        const cell = { how, winner: smallest.winner, isProven: how === 'settled', low, high, margin: null };
        this.#keep(column, row, { ...this.#pointAt(column, row), ...cell });
      }
    }
  }

  /** Parts share their borders: of what they say of a cell, what is known best stays. */
  #keep(column: number, row: number, cell: MapCell): void {
    const index = this.#indexOf(column, row);
    const known = this.#cells.get(index);
    if (known && CERTAINTY[known.how] >= CERTAINTY[cell.how]) return;
    if (cell.how !== 'near' && (!known || known.how === 'near')) this.#known += 1;
    this.#cells.set(index, cell);
  }

  #indexOf(column: number, row: number): number {
    return row * this.#grid.days.length + column;
  }

  /** The square of the distance between two cells, in cells. */
  #distance(a: number, b: number): number {
    const width = this.#grid.days.length;
    return ((a % width) - (b % width)) ** 2 + (Math.floor(a / width) - Math.floor(b / width)) ** 2;
  }

  #pointAt(column: number, row: number): Point {
    return { days: this.#grid.days[column] as number, bytes: this.#grid.bytes[row] as number };
  }
}

/** Four parts, or two of a single row or column, which share their borders; each knows the corners of the whole at first. */
function halved({ left, right, bottom, top, corners }: Part): Part[] {
  const columns = halvesOf(left, right);
  const rows = halvesOf(bottom, top);
  return rows.flatMap(([low, high]) =>
    columns.map(([from, to]) => ({ left: from, right: to, bottom: low, top: high, ...(corners ? { corners } : {}) })),
  );
}

function halvesOf(from: number, to: number): [number, number][] {
  if (from === to) return [[from, to]];
  const middle = Math.floor((from + to) / 2);
  return [
    [from, middle],
    [to - from === 1 ? to : middle, to],
  ];
}

function cellOf(costs: PointCosts): Omit<MapCell, keyof Point> {
  const { winner, isProven } = costs;
  return { how: 'worked-out', winner, isProven, low: lowOf(costs), high: highOf(costs), margin: marginOf(costs) };
}

function lowOf({ kinds }: PointCosts): number {
  return Math.min(...Object.values(kinds).map(({ low }: LeastCost) => low));
}

function highOf({ winner }: PointCosts): number {
  return winner?.cost ?? Number.POSITIVE_INFINITY;
}
