import type { AnswerMap, CurvePoint, KINDS, MapCell } from '@simwise/advisor';
import { currencyDecimals, formatMinor, type Money } from '@simwise/engine';
import { namedChoice } from './what-if-answer.ts';

/** A cost between two bounds, decimal strings; null where there is no bound: nothing serves, or nothing is known. */
type Bounds = { readonly low: string | null; readonly high: string | null };

/** The map as programs read it: `cells` row by row, from the least data to the most, each from the fewest days on. */
export type MapAnswer = {
  readonly currency: string;
  readonly days: readonly number[];
  readonly bytesPerDay: readonly number[];
  readonly points: number;
  readonly cells: readonly (readonly MapCellAnswer[])[];
};

export type MapCellAnswer = {
  readonly kind: string | null;
  readonly offers: readonly string[];
  readonly proven: boolean;
  readonly cost: Bounds;
  /** By how much the next kind costs more, as far as is known; null where nothing serves. */
  readonly margin: Bounds | null;
};

export function mapAnswer({ grid, cells, points }: AnswerMap, currency: string): MapAnswer {
  return {
    currency,
    days: grid.days,
    bytesPerDay: grid.bytes,
    points,
    cells: cells.map((row) => row.map((cell) => cellAnswer(cell, currency))),
  };
}

function cellAnswer({ winner, isProven, low, high, margin }: MapCell, currency: string): MapCellAnswer {
  return {
    kind: winner?.kind ?? null,
    offers: winner ? namedChoice(winner, currency).offers : [],
    proven: isProven,
    cost: boundsOf({ low, high }, currency),
    margin: margin && boundsOf(margin, currency),
  };
}

/** The curve as programs read it. */
export type CurveAnswer = {
  readonly currency: string;
  readonly points: readonly ({ readonly days: number } & Readonly<Record<(typeof KINDS)[number], Bounds>>)[];
};

export function curveAnswer(points: readonly CurvePoint[], currency: string): CurveAnswer {
  return {
    currency,
    points: points.map(({ days, costs: { kinds } }) => ({
      days,
      phone: boundsOf(kinds.phone, currency),
      data: boundsOf(kinds.data, currency),
      pair: boundsOf(kinds.pair, currency),
    })),
  };
}

function boundsOf({ low, high }: { readonly low: number; readonly high: number }, currency: string): Bounds {
  const decimal = (amount: number) =>
    Number.isFinite(amount) ? formatMinor(Math.round(amount) as Money, currencyDecimals(currency)) : null;
  return { low: decimal(low), high: decimal(high) };
}
