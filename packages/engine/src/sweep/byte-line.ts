import type { Period } from '../card-state.ts';
import { dayOf, type LocalSecond } from '../local-time.ts';
import type { Demand } from '../optimise/demand.ts';
import type { Span } from '../optimise/fill.ts';
import { STEP_OF_USE } from '../profile.ts';

/** What a plan or a pack grants, in the order in which it begins; what comes before `next` has begun. */
export type Grants = { readonly spans: readonly Span[]; readonly next: number };

/** Where data lacks for the first time, and what is granted only after that. */
export type Reached = { readonly place: number; readonly rest: readonly Grants[] };

const NOTHING: readonly Grants[] = [];

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

  /** Uses data from a place on, each byte from what ends soonest. */
  reach(place: number, grants: readonly Grants[]): Reached {
    const open: Open[] = [];
    const next = grants.map((each) => each.next);
    let at = place;
    for (;;) {
      const begin = this.#begin(at, { grants, next, open });
      const first = soonest(open, at);
      if (!first) return { place: at, rest: restOf(grants, next) };
      const until = Math.min(first.to, at + first.left, begin);
      first.left -= until - at;
      at = until;
    }
  }

  /** Opens what begins up to a place. @returns where the next begins. */
  #begin(at: number, { grants, next, open }: Serving): number {
    const { starts } = this;
    let begin = Number.POSITIVE_INFINITY;
    for (let each = 0; each < grants.length; each++) {
      const { spans } = grants[each] as Grants;
      let index = next[each] as number;
      for (let span = spans[index]; span; span = spans[++index]) {
        const from = starts[span.first] as number;
        if (from > at) {
          begin = Math.min(begin, from);
          break;
        }
        open.push({ to: starts[span.end] as number, left: span.amount });
      }
      next[each] = index;
    }
    return begin;
  }

  /** Where the first of what is granted for later begins; infinite where nothing is. */
  beginOf(rest: readonly Grants[]): number {
    let begin = Number.POSITIVE_INFINITY;
    for (const { spans, next } of rest) begin = Math.min(begin, this.starts[(spans[next] as Span).first] as number);
    return begin;
  }

  /** The most that is served by what is granted for later. */
  volumeOf(rest: readonly Grants[]): number {
    const { starts } = this;
    let volume = 0;
    for (const { spans, next } of rest) {
      for (let index = next; index < spans.length; index++) {
        const { first, end, amount } = spans[index] as Span;
        volume += Math.min(amount, (starts[end] as number) - (starts[first] as number));
      }
    }
    return volume;
  }
}

/** What may be used up to a place. */
type Open = { readonly to: number; left: number };

type Serving = { readonly grants: readonly Grants[]; readonly next: number[]; readonly open: Open[] };

function soonest(open: readonly Open[], at: number): Open | undefined {
  let best: Open | undefined;
  for (const each of open) if (at < each.to && each.left > 0 && (!best || each.to < best.to)) best = each;
  return best;
}

function restOf(grants: readonly Grants[], next: readonly number[]): readonly Grants[] {
  const rest: Grants[] = [];
  for (const [index, { spans }] of grants.entries()) {
    const from = next[index] as number;
    if (from < spans.length) rest.push({ spans, next: from });
  }
  return rest.length > 0 ? rest : NOTHING;
}

/** What serves any use, in the order in which it begins, in whole steps of use: of a part of a step the engine charges the whole. */
export function usableSpans(spans: readonly Span[]): Span[] {
  const step = STEP_OF_USE.data;
  const usable = spans.flatMap((span) => {
    const amount = Number.isFinite(span.amount) ? Math.floor(span.amount / step) * step : span.amount;
    if (span.covers || amount === 0) return [];
    return [amount === span.amount ? span : { ...span, amount }];
  });
  return usable.length > 1 ? usable.sort((a, b) => a.first - b.first) : usable;
}
