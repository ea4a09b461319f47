import { coversTime, coversUse } from '../scope.ts';
import type { Demand } from './demand.ts';
import { fillScoped } from './fill-scoped.ts';
import type { Portion } from './supply.ts';

/**
 * A portion as seen from the demand: it serves the uses `first` up to, not including, `end`; where it is for some uses
 * only, `covers` tells which of all uses.
 */
export type Span = {
  readonly first: number;
  readonly end: number;
  readonly amount: number;
  readonly covers?: readonly boolean[];
};

/** The uses of a demand that a portion covers; null where it covers none. */
export function spanOf({ kind, from, until, amount, scope }: Portion, demand: Demand): Span | null {
  if (!demand.kinds.has(kind)) return null;
  const first = demand.indexFrom(from);
  const end = demand.indexFrom(until);
  if (first >= end || amount <= 0) return null;
  const isUnscoped = Object.keys(scope).length === 0 && demand.kinds.size === 1;
  if (isUnscoped) return { first, end, amount };
  const covers = demand.uses.map((use) => use.kind === kind && coversUse(scope, use) && coversTime(scope, use.at));
  const lived = covers.slice(first, end);
  if (!lived.includes(true)) return null;
  return lived.includes(false) ? { first, end, amount, covers } : { first, end, amount };
}

/** What is not served: units of each use, and in all. */
export type Filling = { readonly unserved: Float64Array; readonly missing: number };

export type Note = (span: number, moment: number, amount: number) => void;

/**
 * Serves a demand from spans, each use from the span that ends soonest. No other order serves more: whatever a span that
 * ends later gives now, it can give later as well. Where spans are for some uses only, see `fillScoped`. @param note
 * told each use of a span.
 */
export function fill(demand: Demand, spans: readonly Span[], note?: Note): Filling {
  if (spans.some(({ covers }) => covers)) return fillScoped(demand, spans, note);
  const queue = new SpanQueue(spans, note);
  const unserved = new Float64Array(demand.amounts.length);
  let missing = 0;
  for (let use = 0; use < unserved.length; use++) {
    const left = queue.serve(use, demand.amounts[use] as number);
    unserved[use] = left;
    missing += left;
  }
  return { unserved, missing };
}

/** What is left in a span, no more than it can serve, and the use up to which it lives. */
export type Left = { readonly amount: number; readonly end: number };

/**
 * What lacks of the uses before `use`, and what is left then in the spans that have begun, those that live longest first. The
 * spans are for any use.
 */
export function restAt(demand: Demand, spans: readonly Span[], use: number): Rest {
  const queue = new SpanQueue(spans, undefined);
  let missing = 0;
  for (let each = 0; each < use; each++) missing += queue.serve(each, demand.amounts[each] as number);
  const left = queue
    .leftAt(use)
    .map(({ amount, end }) => ({ amount: Math.min(amount, demand.between(use, end)), end }));
  return { missing, left };
}

export type Rest = { readonly missing: number; readonly left: readonly Left[] };

/** The spans that have begun, the one that ends soonest first. */
class SpanQueue {
  readonly #spans: readonly Span[];
  readonly #note: Note | undefined;
  readonly #waiting: number[];
  readonly #left: Float64Array;
  readonly #active: number[] = [];

  constructor(spans: readonly Span[], note: Note | undefined) {
    this.#spans = spans;
    this.#note = note;
    this.#left = Float64Array.from(spans, ({ amount }) => amount);
    this.#waiting = spans.map((_, index) => index).sort((a, b) => this.#span(b).first - this.#span(a).first || b - a);
  }

  /** @returns what no span could serve. */
  serve(moment: number, amount: number): number {
    while (this.#waiting.length > 0 && this.#span(this.#waiting.at(-1) as number).first <= moment) this.#begin();
    let asked = amount;
    for (let place = 0; place < this.#active.length && asked > 0; ) {
      const index = this.#active[place] as number;
      const { end } = this.#span(index);
      if (end > moment) asked -= this.#take(index, moment, asked);
      if (end <= moment || this.#left[index] === 0) this.#active.splice(place, 1);
      else place++;
    }
    return asked;
  }

  /** What spans that have begun by then still hold, those that end last first. */
  leftAt(moment: number): Left[] {
    while (this.#waiting.length > 0 && this.#span(this.#waiting.at(-1) as number).first <= moment) this.#begin();
    const living = this.#active.filter((index) => this.#span(index).end > moment && (this.#left[index] as number) > 0);
    return living.map((index) => ({ amount: this.#left[index] as number, end: this.#span(index).end })).reverse();
  }

  #span(index: number): Span {
    return this.#spans[index] as Span;
  }

  #begin(): void {
    const index = this.#waiting.pop() as number;
    let place = this.#active.length;
    while (place > 0 && this.#span(index).end < this.#span(this.#active[place - 1] as number).end) place--;
    this.#active.splice(place, 0, index);
  }

  #take(index: number, moment: number, asked: number): number {
    const served = Math.min(asked, this.#left[index] as number);
    this.#left[index] = (this.#left[index] as number) - served;
    if (served > 0) this.#note?.(index, moment, served);
    return served;
  }
}
