import type { CardInput } from '../card-state.ts';
import type { LineKind } from '../ledger.ts';
import { Rater } from '../rater.ts';
import type { CardOutcome, CardRunner, SlotUse } from './card-runner.ts';

/** Runs a card by the rating engine itself: exact for every rule, and slow. */
export class RaterRunner implements CardRunner {
  readonly #input: CardInput;
  readonly #failing: ReadonlySet<LineKind>;
  #rater: Rater;
  #total = 0;
  #isServed = true;

  constructor(input: CardInput, acceptsThrottle: boolean) {
    this.#input = input;
    this.#failing = new Set(acceptsThrottle ? ['refusal', 'unpriced'] : ['refusal', 'unpriced', 'throttled']);
    this.#rater = this.#fresh();
  }

  #fresh(): Rater {
    this.#total = 0;
    this.#isServed = true;
    return new Rater(this.#input, ({ amount, kind }) => {
      this.#total += amount;
      if (this.#failing.has(kind)) this.#isServed = false;
    });
  }

  start(): void {
    this.#rater = this.#fresh();
  }

  take({ event }: SlotUse): number {
    return this.#rater.take(event);
  }

  feed({ event }: SlotUse): void {
    this.#rater.feed(event);
  }

  finish(): CardOutcome {
    const { refills } = this.#rater.finish();
    return { total: this.#total, refills, isServed: this.#isServed };
  }
}
