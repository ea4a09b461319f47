import type { Demand } from './demand.ts';
import { type Span, spanOf } from './fill.ts';
import type { SupplyShelf } from './supply-shelf.ts';
import type { TalkPart } from './talk-plan.ts';

/** The data that talk cards serve by themselves. */
export class PlanData {
  readonly #demand: Demand;
  readonly #shelf: SupplyShelf;

  constructor(demand: Demand, shelf: SupplyShelf) {
    this.#demand = demand;
    this.#shelf = shelf;
  }

  givenBy(parts: readonly TalkPart[]): Span[] {
    return parts.flatMap((part) => this.spansOf(part));
  }

  /** What a talk card serves for its fees, and for nothing beyond. */
  spansOf(part: TalkPart): Span[] {
    const [first, end] = this.held(part);
    const spans = part.portions.flatMap((portion) => spanOf(portion, this.#demand) ?? []);
    return [...spans, ...this.#shelf.freeSpans(part.market, first, end)];
  }

  held({ from, until }: TalkPart): [first: number, end: number] {
    return [this.#demand.indexFrom(from), this.#demand.indexFrom(until)];
  }

  /** What a byte of each use costs on the cards of a plan. */
  pricesOf(parts: readonly TalkPart[]): Float64Array {
    const least = new Float64Array(this.#demand.uses.length).fill(Number.POSITIVE_INFINITY);
    for (const part of parts) {
      const { prices } = this.#shelf.pricesOf(part.market);
      const [first, end] = this.held(part);
      for (let use = first; use < end; use++) least[use] = Math.min(least[use] as number, prices[use] as number);
    }
    return least;
  }
}
