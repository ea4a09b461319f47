import { coversTime, coversUse } from '../scope.ts';
import type { Demand } from './demand.ts';
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

/** The data uses of a demand that a portion covers; null where it covers none. */
export function spanOf({ kind, from, until, amount, scope }: Portion, demand: Demand): Span | null {
  if (kind !== 'data') return null;
  const first = demand.indexFrom(from);
  const end = demand.indexFrom(until);
  if (first >= end || amount <= 0) return null;
  if (Object.keys(scope).length === 0) return { first, end, amount };
  const covers = demand.uses.map((use) => coversUse(scope, use) && coversTime(scope, use.at));
  return covers.includes(true) ? { first, end, amount, covers } : null;
}

/** What no span serves of each use. */
export type Filling = { readonly unserved: Float64Array };

/**
 * How far spans reach: bytes that are `missing` in all, the first use that lacks some (`lack`, -1 for none), what it is
 * `owed`, and what spans still hold for uses after it.
 */
export type Reach = {
  readonly missing: number;
  readonly lack: number;
  readonly owed: number;
  readonly rest: readonly Span[];
};

/** Where a reach goes on: at a use of which so much is still asked. */
export type Start = { readonly use: number; readonly owed: number };

type Note = (span: number, moment: number, amount: number) => void;

/**
 * Serves a demand from spans, each use from the span that ends soonest, those for some uses only before those for any. No
 * other order serves more: whatever a span that ends later gives now, it can give later as well. @param note told each
 * use of a span.
 */
export function fill(demand: Demand, spans: readonly Span[], note: Note): Filling {
  const queue = new SpanQueue(spans, note);
  const unserved = Float64Array.from(demand.amounts, (amount, use) => queue.serve(use, amount));
  return { unserved };
}

/** How far spans reach in the same order, from the first use or from where an earlier reach ended, given its rest. */
export function reach(demand: Demand, spans: readonly Span[], start?: Start): Reach {
  const queue = new SpanQueue(spans, undefined);
  const { amounts } = demand;
  const found: { missing: number; lack: number; owed: number; rest: readonly Span[] } = {
    missing: 0,
    lack: -1,
    owed: 0,
    rest: [],
  };
  for (let use = start?.use ?? 0; use < amounts.length; use++) {
    const left = queue.serve(use, use === start?.use ? start.owed : (amounts[use] as number));
    if (left > 0 && found.lack < 0) Object.assign(found, { lack: use, owed: left, rest: queue.rest(use) });
    found.missing += left;
    if (queue.isEmpty) return withoutMore(found, demand, use + 1);
  }
  return found;
}

/** Nothing is left to serve the uses from `next` on. */
function withoutMore(found: Reach, demand: Demand, next: number): Reach {
  const { amounts } = demand;
  const missing = found.missing + demand.between(next, amounts.length);
  if (found.lack >= 0 || next >= amounts.length) return { ...found, missing };
  return { missing, lack: next, owed: amounts[next] as number, rest: [] };
}

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
      const { end, covers } = this.#span(index);
      if (end > moment && covers?.[moment] !== false) asked -= this.#take(index, moment, asked);
      if (end <= moment || this.#left[index] === 0) this.#active.splice(place, 1);
      else place++;
    }
    return asked;
  }

  /** Whether no span can serve anything more. */
  get isEmpty(): boolean {
    return this.#waiting.length === 0 && this.#active.length === 0;
  }

  /** What spans hold for uses after one. */
  rest(use: number): Span[] {
    const open = [...this.#active, ...this.#waiting].filter((index) => this.#span(index).end > use + 1);
    return open.map((index) => ({ ...this.#span(index), amount: this.#left[index] as number }));
  }

  #span(index: number): Span {
    return this.#spans[index] as Span;
  }

  #begin(): void {
    const index = this.#waiting.pop() as number;
    let place = this.#active.length;
    while (place > 0 && isBefore(this.#span(index), this.#span(this.#active[place - 1] as number))) place--;
    this.#active.splice(place, 0, index);
  }

  #take(index: number, moment: number, asked: number): number {
    const served = Math.min(asked, this.#left[index] as number);
    this.#left[index] = (this.#left[index] as number) - served;
    if (served > 0) this.#note?.(index, moment, served);
    return served;
  }
}

function isBefore(a: Span, b: Span): boolean {
  if ((a.covers === undefined) !== (b.covers === undefined)) return a.covers !== undefined;
  return a.end < b.end;
}
