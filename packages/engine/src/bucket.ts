import { addMonths, firstOfMonth } from './civil-day.ts';
import { NEVER } from './cycle.ts';
import type { Purchase } from './holding.ts';
import { UseCounter } from './increment.ts';
import { addSeconds, DAY_SECONDS, dayOf, type LocalSecond, localSecondOf } from './local-time.ts';
import type { Allowance, Terms } from './offer.ts';
import { coversTime, specificity } from './scope.ts';

/** What is left of one granted portion of an allowance. */
export class Bucket {
  /** The purchase that granted it. */
  readonly purchase: Purchase;
  readonly allowance: Allowance;
  expires: LocalSecond;
  readonly isOfBase: boolean;
  readonly #grantedAt: LocalSecond;
  readonly #specificity: number;
  readonly #counter: UseCounter;
  left: number;
  /** Units taken since the last line of the statement. */
  taken = 0;

  constructor(grant: {
    purchase: Purchase;
    allowance: Allowance;
    amount: number;
    at: LocalSecond;
    expires: LocalSecond;
    isOfBase: boolean;
  }) {
    this.purchase = grant.purchase;
    this.allowance = grant.allowance;
    this.#counter = new UseCounter(grant.allowance.increment);
    this.left = grant.amount;
    this.expires = grant.expires;
    this.isOfBase = grant.isOfBase;
    this.#grantedAt = grant.at;
    this.#specificity = specificity(grant.allowance.scope);
  }

  /** Whether it is consumed before another (below zero): the narrower, then add-on or plan, the soonest to expire, the older. */
  compare(other: Bucket, order: Terms['order']): number {
    const byOffer = Number(this.isOfBase) - Number(other.isOfBase);
    return (
      other.#specificity - this.#specificity ||
      (order === 'plan-first' ? -byOffer : byOffer) ||
      this.expires - other.expires ||
      this.#grantedAt - other.#grantedAt
    );
  }

  get offer(): string {
    return this.purchase.offer;
  }

  isOf(purchase: Purchase, allowance: Allowance): boolean {
    return this.purchase === purchase && this.allowance === allowance;
  }

  /** A new use begins, and with it the whole of what is granted by the call. */
  beginUse(): void {
    const { per, amount } = this.allowance;
    if (per === 'call') this.left = amount === 'unlimited' ? Number.POSITIVE_INFINITY : amount;
  }

  /** A new day of the purchase begins; steps by the day start anew. */
  startDay(): void {
    this.#counter.startDay();
  }

  /** Takes as much of a use as is left, counted in the steps of the allowance. @returns the amount not taken. */
  take(amount: number, at: LocalSecond): number {
    if (this.left <= 0 || !coversTime(this.allowance.scope, at)) return amount;
    if (this.left === Number.POSITIVE_INFINITY) {
      this.taken += amount;
      return 0;
    }
    const units = this.#counter.count(amount, at);
    const taken = Math.min(units, this.left);
    this.left -= taken;
    this.taken += taken;
    return units <= taken ? 0 : Math.max(0, amount - taken);
  }
}

/** When a portion granted at `at` expires, given when the purchase renews or ends. */
export function bucketExpiry(allowance: Allowance, at: LocalSecond, renewal: LocalSecond): LocalSecond {
  const { lives } = allowance;
  switch (lives.is) {
    case 'renewal':
      return renewal;
    case 'months':
      return localSecondOf(addMonths(dayOf(at), lives.count));
    case 'days':
      return addSeconds(at, lives.count * DAY_SECONDS);
    case 'end-of-next-month':
      return localSecondOf(addMonths(firstOfMonth(dayOf(at)), 2));
    case 'forever':
      return NEVER;
  }
}
