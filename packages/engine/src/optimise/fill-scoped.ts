import type { Demand } from './demand.ts';
import { type Filling, fill, type Note, type Span } from './fill.ts';

/**
 * Serves a demand from spans of which some are for some uses only: as much of each use as any sharing can, the uses in
 * the order of time, by moving what earlier uses took to other spans (augmenting paths). No sharing serves more of the
 * first uses, and none serves more in all.
 */
export function fillScoped(demand: Demand, spans: readonly Span[], note?: Note): Filling {
  return fillInOrder(demand, spans, { order: demand.amounts.map((_, use) => use), note });
}

/**
 * Leaves unserved what costs the least, where a byte of each use has a price: the dearest uses are served first. No sharing
 * leaves less to pay, as the sets of bytes that spans can serve are those of a matroid. Where no later use is dearer, and spans
 * are for any use, that is the order of time.
 */
export function fillDearest(
  demand: Demand,
  spans: readonly Span[],
  { prices, note }: { prices: Float64Array; note?: Note },
): Filling {
  const isFalling = prices.every((price, use) => use === 0 || price <= (prices[use - 1] as number));
  if (isFalling && spans.every(({ covers }) => !covers)) return fill(demand, spans, note);
  const order = demand.amounts.map((_, use) => use);
  order.sort((a, b) => priceAt(prices, b) - priceAt(prices, a) || a - b);
  return fillInOrder(demand, spans, { order, note });
}

function priceAt(prices: Float64Array, use: number): number {
  return Math.min(prices[use] as number, Number.MAX_VALUE);
}

function fillInOrder(
  demand: Demand,
  spans: readonly Span[],
  { order, note }: { order: readonly number[]; note: Note | undefined },
): Filling {
  const flow = new SpanFlow(demand, spans);
  const unserved = new Float64Array(demand.amounts.length);
  let missing = 0;
  for (const use of order) {
    const left = flow.serve(use);
    unserved[use] = left;
    missing += left;
  }
  if (note) flow.tell(note);
  return { unserved, missing };
}

/** A span reached on a path, by which use, and the step before. */
type Step = { readonly span: number; readonly use: number; readonly before: Step | null };

class SpanFlow {
  readonly #demand: Demand;
  readonly #spans: readonly Span[];
  readonly #left: number[];
  /** What each span gives to each use. */
  readonly #given: Map<number, number>[];

  constructor(demand: Demand, spans: readonly Span[]) {
    this.#demand = demand;
    this.#spans = spans;
    this.#left = spans.map(({ amount }) => amount);
    this.#given = spans.map(() => new Map());
  }

  /** @returns what cannot be served of a use. */
  serve(use: number): number {
    let asked = this.#demand.amounts[use] as number;
    while (asked > 0) {
      const path = this.#pathFrom(use);
      if (!path) break;
      asked -= this.#move(path, asked);
    }
    return asked;
  }

  /** The shortest way from a use to a span with something left, through uses that can change to another span. */
  #pathFrom(use: number): Step | null {
    const seen = new Set<number>();
    let steps = this.#stepsFrom(use, null, seen);
    while (steps.length > 0) {
      const end = steps.find(({ span }) => (this.#left[span] as number) > 0);
      if (end) return end;
      steps = steps.flatMap((step) =>
        [...(this.#given[step.span] as Map<number, number>).keys()].flatMap((other) =>
          this.#stepsFrom(other, step, seen),
        ),
      );
    }
    return null;
  }

  #stepsFrom(use: number, before: Step | null, seen: Set<number>): Step[] {
    const steps: Step[] = [];
    for (const [span, { first, end, covers }] of this.#spans.entries()) {
      if (seen.has(span) || use < first || use >= end || covers?.[use] === false) continue;
      seen.add(span);
      steps.push({ span, use, before });
    }
    return steps;
  }

  /** Moves as much as the whole path allows. */
  #move(path: Step, asked: number): number {
    let amount = Math.min(asked, this.#left[path.span] as number);
    for (let step = path; step.before; step = step.before) {
      amount = Math.min(amount, this.#given[step.before.span]?.get(step.use) ?? 0);
    }
    this.#left[path.span] = (this.#left[path.span] as number) - amount;
    for (let step: Step | null = path; step; step = step.before) {
      this.#give(step.span, step.use, amount);
      if (step.before) this.#give(step.before.span, step.use, -amount);
    }
    return amount;
  }

  #give(span: number, use: number, amount: number): void {
    const given = this.#given[span] as Map<number, number>;
    const sum = (given.get(use) ?? 0) + amount;
    if (sum > 0) given.set(use, sum);
    else given.delete(use);
  }

  tell(note: Note): void {
    for (const [span, given] of this.#given.entries()) for (const [use, amount] of given) note(span, use, amount);
  }
}
