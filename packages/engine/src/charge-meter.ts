import { UseCounter } from './increment.ts';
import { commonMultiple, type Money, money, mulDivMod, type Ratio, roundsUp } from './money.ts';
import type { ChargeAction, Rounding } from './offer.ts';
import { type ChargedUse, firstUnits, type PricePart, priceParts } from './price-parts.ts';

/**
 * Charges uses under one rate and keeps the sum exact (whole minor units and a fraction) until it is taken as a line.
 * One meter lives as long as its purchase; positions within the day and daily caps start anew with `startDay`.
 */
export class ChargeMeter {
  readonly #action: ChargeAction;
  readonly #rounding: Rounding;
  readonly #den: number;
  readonly #price: number;
  readonly #isPlain: boolean;
  readonly #counter: UseCounter;
  #whole = 0;
  #rest = 0;
  #rounded = 0;
  #units = 0;
  #dayUnits = 0;
  /** The lines taken today. */
  #dayBilled = 0;

  /** @throws RangeError when its prices have no common denominator that can be kept exactly. */
  constructor(action: ChargeAction, rounding: Rounding) {
    this.#action = action;
    this.#rounding = rounding;
    this.#den = pricesOf(action).reduce((den, price) => commonMultiple(den, price.den), 1);
    this.#price = action.price ? this.#numerator(action.price) : 0;
    this.#isPlain = action.steps === undefined && action.bands === undefined;
    this.#counter = new UseCounter(action.increment);
  }

  /** What may still be charged today. */
  get capLeft(): number {
    const { dailyCap } = this.#action;
    return dailyCap ? dailyCap.amount - this.#dayBilled - this.pending : Number.POSITIVE_INFINITY;
  }

  get isUsed(): boolean {
    return this.#units > 0;
  }

  /** What a line taken now comes to at most. */
  get pending(): number {
    return this.#rounded + this.#atMost(this.#whole, this.#rest);
  }

  /** Charges a use of at most what `budget` minor units pay for. @returns the part of the amount that is refused. */
  charge(use: ChargedUse, budget: number): number {
    const isBounded = budget !== Number.POSITIVE_INFINITY || this.#action.dailyCap !== undefined;
    const refused = isBounded ? this.#chargeWithin(use, budget) : this.#chargeAll(use);
    if (this.#rounding.of === 'event') this.#round();
    return refused;
  }

  /** Counts a use whose charge was worked out elsewhere. */
  addCharged(units: number, amount: Money): void {
    this.#units += units;
    this.#rounded += amount;
  }

  /** The line so far as units and rounded money; the meter starts the next line at zero. */
  takeLine(): { units: number; amount: Money } {
    this.#round();
    const line = { units: this.#units, amount: money(this.#rounded) };
    this.#dayBilled += line.amount;
    this.#units = 0;
    this.#rounded = 0;
    return line;
  }

  startDay(): void {
    this.#dayUnits = 0;
    this.#dayBilled = -this.pending;
    this.#counter.startDay();
  }

  #chargeAll(use: ChargedUse): number {
    if (this.#isPlain) this.#add(use.amount, this.#counter.count(use.amount, use.event.at), this.#price);
    else this.#addParts(this.#parts(use));
    this.#whole += this.#action.connect ?? 0;
    return 0;
  }

  #chargeWithin(use: ChargedUse, budget: number): number {
    const capLeft = this.capLeft;
    const limit = Math.max(0, Math.min(budget, capLeft));
    const parts = this.#parts(use);
    if (this.#costOf(parts) > limit) {
      const isFreeBeyond = this.#action.dailyCap?.beyond === 'free' && capLeft <= budget;
      return isFreeBeyond ? this.#chargeCap(use) : this.#chargePart(use, parts, limit);
    }
    this.#addParts(parts);
    this.#whole += this.#action.connect ?? 0;
    return 0;
  }

  /** Charges what is left of the daily cap, however much is used. */
  #chargeCap({ amount }: ChargedUse): number {
    this.#round();
    this.addCharged(amount, money(Math.max(0, this.capLeft)));
    return 0;
  }

  /** Charges the whole steps that `limit` pays for, and serves what is left of a step already paid. */
  #chargePart({ amount }: ChargedUse, parts: readonly PricePart[], limit: number): number {
    const paid = firstUnits(parts, this.#affordable(parts, limit));
    const unpaid = amount - sumOf(paid, 'amount');
    const unused = this.#counter.takeBack(unpaid, sumOf(parts, 'units') - sumOf(paid, 'units'));
    if (unpaid - unused === amount || this.#costOf([]) > limit) return amount;
    this.#addParts(paid);
    this.#units += unused;
    this.#whole += this.#action.connect ?? 0;
    return unpaid - unused;
  }

  /** The most units, in whole steps and fewer than all, that `limit` pays for. */
  #affordable(parts: readonly PricePart[], limit: number): number {
    const { first, next } = this.#action.increment;
    const unitsOf = (steps: number) => (steps === 0 ? 0 : first + (steps - 1) * next);
    let fits = 0;
    let tooMany = Math.ceil(Math.max(0, sumOf(parts, 'units') - first) / next) + 1;
    while (tooMany - fits > 1) {
      const middle = Math.floor((fits + tooMany) / 2);
      if (this.#costOf(firstUnits(parts, unitsOf(middle))) <= limit) fits = middle;
      else tooMany = middle;
    }
    return unitsOf(fits);
  }

  /** What a use adds to the line at most. */
  #costOf(parts: readonly PricePart[]): number {
    let whole = this.#whole + (this.#action.connect ?? 0);
    let rest = this.#rest;
    for (const { units, price } of parts) {
      const cost = mulDivMod(units, this.#numerator(price), this.#den);
      whole += cost.whole;
      rest += cost.rest;
    }
    const carried = Math.floor(rest / this.#den);
    return this.#atMost(whole + carried, rest - carried * this.#den) - this.#atMost(this.#whole, this.#rest);
  }

  #parts(use: ChargedUse): PricePart[] {
    return priceParts(this.#action, use, (amount, at) => this.#counter.count(amount, at), this.#dayUnits);
  }

  #numerator(price: Ratio): number {
    return price.num * (this.#den / price.den);
  }

  #addParts(parts: readonly PricePart[]): void {
    for (const { amount, units, price } of parts) this.#add(amount, units, this.#numerator(price));
  }

  #add(amount: number, units: number, numerator: number): void {
    const { whole, rest } = mulDivMod(units, numerator, this.#den);
    this.#whole += whole;
    this.#rest += rest;
    if (this.#rest >= this.#den) {
      this.#rest -= this.#den;
      this.#whole += 1;
    }
    this.#units += amount;
    this.#dayUnits += units;
  }

  #round(): void {
    this.#rounded += this.#roundedTo(this.#whole, this.#rest);
    this.#whole = 0;
    this.#rest = 0;
  }

  /** An amount in whole minor units that is no less than the sum and no less than the sum rounded. */
  #atMost(whole: number, rest: number): number {
    return Math.max(whole + (rest > 0 ? 1 : 0), this.#roundedTo(whole, rest));
  }

  #roundedTo(whole: number, rest: number): number {
    const { to, mode } = this.#rounding;
    const below = whole % to;
    return whole - below + (roundsUp(below * this.#den + rest, to * this.#den, mode) ? to : 0);
  }
}

function pricesOf(action: ChargeAction): Ratio[] {
  const others = [...(action.steps?.prices ?? []), ...(action.bands ?? [])].map(({ price }) => price);
  return action.price ? [action.price, ...others] : others;
}

function sumOf(parts: readonly PricePart[], what: 'amount' | 'units'): number {
  return parts.reduce((sum, part) => sum + part[what], 0);
}
