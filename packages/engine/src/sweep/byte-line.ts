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

  /** What a span holds from a place on. */
  stretchOf({ first, end, amount }: Pick<Span, 'first' | 'end' | 'amount'>, place: number): Stretch {
    return { from: Math.max(place, this.starts[first] as number), to: this.starts[end] as number, left: amount };
  }
}

/** Where data lacks for the first time, and what is left by then of stretches that reach further. */
export type Reached = { readonly place: number; readonly rest: readonly Stretch[] };

/** Uses data from a place on, each byte from the stretch that ends soonest. */
export function reach(place: number, stretches: readonly Stretch[]): Reached {
  if (stretches.length === 1) return reachAlone(place, stretches[0] as Stretch);
  let at = place;
  const rest = stretches.map(({ from, to, left }) => ({ from, to, left }));
  for (let first = soonest(rest, at); first; first = soonest(rest, at)) {
    const until = nextBegin(rest, at, Math.min(first.to, at + first.left));
    first.left -= until - at;
    at = until;
  }
  return { place: at, rest: rest.filter(({ to, left }) => to > at && left > 0) };
}

function reachAlone(place: number, { from, to, left }: Stretch): Reached {
  if (from > place) return { place, rest: [{ from, to, left }] };
  return { place: Math.max(place, Math.min(to, place + left)), rest: [] };
}

function soonest<T extends Stretch>(stretches: readonly T[], at: number): T | undefined {
  let best: T | undefined;
  for (const each of stretches) {
    if (each.from <= at && at < each.to && each.left > 0 && (!best || each.to < best.to)) best = each;
  }
  return best;
}

/** Where the next stretch begins before `until`. */
function nextBegin(stretches: readonly Stretch[], at: number, until: number): number {
  let next = until;
  for (const { from } of stretches) if (from > at && from < next) next = from;
  return next;
}

/** What serves any use, in whole steps of use: of a part of a step the engine charges the whole. */
export function usableSpans(spans: readonly Span[]): Span[] {
  const step = STEP_OF_USE.data;
  return spans.flatMap((span) => {
    const amount = Number.isFinite(span.amount) ? Math.floor(span.amount / step) * step : span.amount;
    return span.covers || amount === 0 ? [] : [{ ...span, amount }];
  });
}
