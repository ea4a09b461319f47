import type { Period } from '../card-state.ts';
import { dayOf, type LocalSecond } from '../local-time.ts';
import type { Demand } from '../optimise/demand.ts';
import type { Span } from '../optimise/fill.ts';
import { STEP_OF_USE } from '../profile.ts';

/** Bytes that may be used between two places of a line. */
export type Stretch = { readonly from: number; readonly to: number; readonly left: number };

/** The data of a stay on one line: a place is the number of bytes used before it. */
export class ByteLine {
  /** The place at which each use begins, and the end of the line. */
  readonly starts: Float64Array;
  /** The place that is reached when each day of the stay is over. */
  readonly dayEnds: Float64Array;
  /** The first use of each day. */
  readonly firstOfDays: readonly number[];
  readonly #amounts: readonly number[];

  constructor(demand: Demand, { start, days }: Period) {
    const { amounts, moments, firstOfDays } = demand;
    this.firstOfDays = firstOfDays;
    this.#amounts = amounts;
    this.starts = Float64Array.from({ length: amounts.length + 1 }, (_, use) => demand.between(0, use));
    this.dayEnds = new Float64Array(days);
    for (let use = 0, each = 0; each < days; each++) {
      while (use < moments.length && dayOf(moments[use] as LocalSecond) <= start + each) use += 1;
      this.dayEnds[each] = this.starts[use] as number;
    }
  }

  get end(): number {
    return this.starts[this.#amounts.length] as number;
  }

  /** The use in which a place lies. */
  useAt(place: number): number {
    let low = 0;
    let high = this.#amounts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.starts[middle + 1] as number) <= place) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** What spans hold, in the order in which they begin. */
  stretchesOf(spans: readonly Span[]): readonly Stretch[] {
    const { starts } = this;
    const stretches = spans.map(({ first, end, amount }) => ({
      from: starts[first] as number,
      to: starts[end] as number,
      left: amount,
    }));
    return stretches.length > 1 ? stretches.sort(byBegin) : stretches;
  }
}

/** Where data lacks for the first time, and the stretches that begin only after that. */
export type Reached = { readonly place: number; readonly rest: readonly Stretch[] };

/** Uses data from a place on, each byte from the stretch that ends soonest; `stretches` in the order in which they begin. */
export function reach(place: number, stretches: readonly Stretch[]): Reached {
  const open: { to: number; left: number }[] = [];
  let at = place;
  for (let next = 0; ; ) {
    for (let each = stretches[next]; each && each.from <= at; each = stretches[++next])
      open.push({ to: each.to, left: each.left });
    const first = soonest(open, at);
    if (!first) return { place: at, rest: next === 0 ? stretches : stretches.slice(next) };
    const until = Math.min(first.to, at + first.left, stretches[next]?.from ?? Number.POSITIVE_INFINITY);
    first.left -= until - at;
    at = until;
  }
}

function soonest<T extends { readonly to: number; readonly left: number }>(open: readonly T[], at: number) {
  let best: T | undefined;
  for (const each of open) if (at < each.to && each.left > 0 && (!best || each.to < best.to)) best = each;
  return best;
}

/** Stretches of two, in the order in which they begin. */
export function merged(a: readonly Stretch[], b: readonly Stretch[]): readonly Stretch[] {
  if (a.length === 0) return b;
  if (b.length === 0) return a;
  return [...a, ...b].sort(byBegin);
}

export function byBegin(a: Stretch, b: Stretch): number {
  return a.from - b.from;
}

/** What serves any use, in whole steps of use: of a part of a step the engine charges the whole. */
export function usableSpans(spans: readonly Span[]): Span[] {
  const step = STEP_OF_USE.data;
  return spans.flatMap((span) => {
    const amount = Number.isFinite(span.amount) ? Math.floor(span.amount / step) * step : span.amount;
    return span.covers || amount === 0 ? [] : [{ ...span, amount }];
  });
}
