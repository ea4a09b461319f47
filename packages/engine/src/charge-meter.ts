import { UseCounter } from './increment.ts';
import { type Money, money, mulDivMod, type Ratio, reduceRatio, roundsUp } from './money.ts';
import type { ChargeAction, Rounding } from './offer.ts';
import { priceParts } from './price-parts.ts';
import type { UsageEvent } from './usage.ts';

/** An event's use as far as no bucket took it: the amount still to be charged. */
type Use = { readonly event: UsageEvent; readonly amount: number };

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

  constructor(action: ChargeAction, rounding: Rounding) {
    this.#action = action;
    this.#rounding = rounding;
    this.#den = pricesOf(action).reduce((den, price) => commonMultiple(den, price.den), 1);
    this.#price = action.price ? this.#numerator(action.price) : 0;
    this.#isPlain = action.steps === undefined && action.bands === undefined;
    this.#counter = new UseCounter(action.increment);
  }

  get hasPrice(): boolean {
    return this.#action.price !== null;
  }

  get isUsed(): boolean {
    return this.#units > 0;
  }

  /** What a line taken now comes to at most. */
  get pending(): number {
    return this.#rounded + this.#atMost(this.#whole, this.#rest);
  }

  /** Charges a use of at most what `budget` minor units pay for. @returns the part of the amount that is refused. */
  charge(use: Use, budget: number): number {
    const units = this.#counter.count(use.amount, use.event.at);
    const isBounded = budget !== Number.POSITIVE_INFINITY || this.#action.dailyCap !== undefined;
    const refused = isBounded ? this.#chargeWithin(use, units, budget) : 0;
    if (!isBounded) this.#chargeAll(use, units);
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

  #chargeAll({ event, amount }: Use, units: number): void {
    this.#units += amount;
    this.#whole += this.#action.connect ?? 0;
    if (this.#isPlain) this.#add(units, this.#price);
    else for (const part of this.#parts(event, units)) this.#add(part.units, this.#numerator(part.price));
    this.#dayUnits += units;
  }

  #chargeWithin(use: Use, units: number, budget: number): number {
    const capLeft = this.#capLeft();
    const limit = Math.max(0, Math.min(budget, capLeft));
    if (this.#costOf(use.event, units) > limit) {
      const isFreeBeyond = this.#action.dailyCap?.beyond === 'free' && capLeft <= budget;
      return isFreeBeyond ? this.#chargeCap(use) : this.#chargePart(use, units, limit);
    }
    this.#chargeAll(use, units);
    return 0;
  }

  #capLeft(): number {
    const { dailyCap } = this.#action;
    return dailyCap ? dailyCap.amount - this.#dayBilled - this.pending : Number.POSITIVE_INFINITY;
  }

  /** Charges what is left of the daily cap, however much is used. */
  #chargeCap({ amount }: Use): number {
    this.#round();
    this.addCharged(amount, money(Math.max(0, this.#capLeft())));
    return 0;
  }

  /** Charges the whole steps that `limit` pays for, and serves what is left of a step already paid. */
  #chargePart({ event, amount }: Use, units: number, limit: number): number {
    const unused = this.#counter.takeBack(amount, units);
    if (this.#costOf(event, 0) > limit) return amount;
    const served = Math.min(amount, unused + this.#affordable(event, units, limit));
    if (served > 0) this.#chargeAll({ event, amount: served }, this.#counter.count(served, event.at));
    return amount - served;
  }

  /** The most units, in whole steps and fewer than `units`, that `limit` pays for. */
  #affordable(event: UsageEvent, units: number, limit: number): number {
    const { first, next } = this.#action.increment;
    const unitsOf = (steps: number) => (steps === 0 ? 0 : first + (steps - 1) * next);
    let fits = 0;
    let tooMany = Math.ceil(Math.max(0, units - first) / next) + 1;
    while (tooMany - fits > 1) {
      const middle = Math.floor((fits + tooMany) / 2);
      if (this.#costOf(event, unitsOf(middle)) <= limit) fits = middle;
      else tooMany = middle;
    }
    return unitsOf(fits);
  }

  /** What a use adds to the line at most. */
  #costOf(event: UsageEvent, units: number): number {
    let whole = this.#whole + (this.#action.connect ?? 0);
    let rest = this.#rest;
    for (const part of this.#parts(event, units)) {
      const cost = mulDivMod(part.units, this.#numerator(part.price), this.#den);
      whole += cost.whole;
      rest += cost.rest;
    }
    const carried = Math.floor(rest / this.#den);
    return this.#atMost(whole + carried, rest - carried * this.#den) - this.#atMost(this.#whole, this.#rest);
  }

  #parts(event: UsageEvent, units: number) {
    return priceParts(this.#action, event, units, this.#dayUnits);
  }

  #numerator(price: Ratio): number {
    return price.num * (this.#den / price.den);
  }

  #add(units: number, numerator: number): void {
    const { whole, rest } = mulDivMod(units, numerator, this.#den);
    this.#whole += whole;
    this.#rest += rest;
    if (this.#rest >= this.#den) {
      this.#rest -= this.#den;
      this.#whole += 1;
    }
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

function commonMultiple(a: number, b: number): number {
  return a * reduceRatio(b, a).num;
}
