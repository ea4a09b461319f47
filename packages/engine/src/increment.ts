import { dateFromDay } from './civil-day.ts';
import { dayOf, type LocalSecond } from './local-time.ts';
import type { Increment } from './offer.ts';

/** `amount` in whole steps: with first 60 and next 1, 28 s counts as 60 and 68 s as 68. */
export function roundUse({ first, next, mode }: Increment, amount: number): number {
  if (amount <= 0) return 0;
  if (amount <= first) return mode === 'up' || amount === first ? first : 0;
  const steps = (amount - first) / next;
  return first + (mode === 'up' ? Math.ceil(steps) : Math.floor(steps)) * next;
}

/** Counts uses in the steps of an increment, whether it rounds each use or the sum of an hour, a day or a month. */
export class UseCounter {
  readonly #increment: Increment;
  readonly #exact: boolean;
  #window = Number.NaN;
  #raw = 0;
  #counted = 0;

  constructor(increment: Increment) {
    this.#increment = increment;
    this.#exact = increment.first === 1 && increment.next === 1;
  }

  /** A new day of the purchase begins; a step that rounds the sum of a day starts anew. */
  startDay(): void {
    if (this.#increment.per !== 'day') return;
    this.#raw = 0;
    this.#counted = 0;
  }

  /** The units that `amount` more adds to what is charged. */
  count(amount: number, at: LocalSecond): number {
    if (this.#exact) return amount;
    if (this.#increment.per === 'event') return roundUse(this.#increment, amount);
    const window = windowOf(this.#increment.per, at);
    if (window !== this.#window && this.#increment.per !== 'day') {
      this.#window = window;
      this.#raw = 0;
      this.#counted = 0;
    }
    this.#raw += amount;
    const before = this.#counted;
    this.#counted = roundUse(this.#increment, this.#raw);
    return this.#counted - before;
  }

  /** Forgets a part of the use counted last. @returns how much of it the steps that stay counted hold all the same. */
  takeBack(amount: number, units: number): number {
    if (this.#exact || this.#increment.per === 'event') return 0;
    this.#counted -= units;
    const held = Math.max(0, Math.min(amount, this.#counted - (this.#raw - amount)));
    this.#raw -= amount - held;
    return held;
  }
}

function windowOf(per: Increment['per'], at: LocalSecond): number {
  if (per === 'hour') return Math.floor(at / 3600);
  const { year, month } = dateFromDay(dayOf(at));
  return year * 12 + month;
}
