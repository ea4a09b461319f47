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
  readonly #counter: UseCounter;
  #whole = 0;
  #rest = 0;
  #rounded = 0;
  #units = 0;
  #dayUnits = 0;
  #dayMoney = 0;

  constructor(action: ChargeAction, rounding: Rounding) {
    this.#action = action;
    this.#rounding = rounding;
    this.#den = pricesOf(action).reduce((den, price) => commonMultiple(den, price.den), 1);
    this.#price = action.price ? this.#numerator(action.price) : 0;
    this.#counter = new UseCounter(action.increment);
  }

  get hasPrice(): boolean {
    return this.#action.price !== null;
  }

  get isUsed(): boolean {
    return this.#units > 0;
  }

  /** What has been charged and not yet taken as a line, rounded up. */
  get pending(): number {
    return this.#rounded + this.#whole + (this.#rest > 0 ? 1 : 0);
  }

  /** Charges a use of at most what `budget` minor units pay for. @returns the part of the amount that is refused. */
  charge(use: Use, budget: number): number {
    const before = this.#rounded + this.#whole;
    const refused = this.#isPlain() ? this.#chargePlain(use, budget) : this.#chargeStepped(use);
    if (this.#rounding.of === 'event') this.#round();
    this.#dayMoney += this.#rounded + this.#whole - before;
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
    this.#units = 0;
    this.#rounded = 0;
    return line;
  }

  startDay(): void {
    this.#dayUnits = 0;
    this.#dayMoney = 0;
    this.#counter.startDay();
  }

  #isPlain(): boolean {
    return this.#action.steps === undefined && this.#action.bands === undefined;
  }

  #chargePlain({ event, amount }: Use, budget: number): number {
    const { connect, dailyCap } = this.#action;
    let units = this.#counter.count(amount, event.at);
    const capLeft = dailyCap ? dailyCap.amount - this.#dayMoney : Number.POSITIVE_INFINITY;
    const affordable = this.#affordable(Math.min(budget, capLeft) - (connect ?? 0));
    if (units <= affordable) {
      this.#add(units, this.#price);
      this.#whole += connect ?? 0;
      this.#units += amount;
      return 0;
    }
    const isFreeBeyond = dailyCap?.beyond === 'free' && capLeft <= budget;
    const served = Math.min(amount, affordable);
    units = Math.max(0, affordable);
    this.#add(units, this.#price);
    this.#units += isFreeBeyond ? amount : Math.max(0, served);
    return isFreeBeyond ? 0 : amount - Math.max(0, served);
  }

  /** Units, in whole steps, that `budget` minor units pay for. */
  #affordable(budget: number): number {
    if (budget === Number.POSITIVE_INFINITY || this.#price === 0) return Number.POSITIVE_INFINITY;
    if (budget <= 0) return 0;
    const { next } = this.#action.increment;
    return Math.floor((budget * this.#den) / this.#price / next) * next;
  }

  #chargeStepped({ event, amount }: Use): number {
    this.#whole += this.#action.connect ?? 0;
    this.#units += amount;
    const units = this.#counter.count(amount, event.at);
    for (const part of priceParts(this.#action, event, units, this.#dayUnits)) {
      this.#add(part.units, this.#numerator(part.price));
    }
    this.#dayUnits += units;
    return 0;
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
    const { to, mode } = this.#rounding;
    const below = this.#whole % to;
    const up = roundsUp(below * this.#den + this.#rest, to * this.#den, mode);
    this.#rounded += this.#whole - below + (up ? to : 0);
    this.#whole = 0;
    this.#rest = 0;
  }
}

function pricesOf(action: ChargeAction): Ratio[] {
  const others = [...(action.steps?.prices ?? []), ...(action.bands ?? [])].map(({ price }) => price);
  return action.price ? [action.price, ...others] : others;
}

function commonMultiple(a: number, b: number): number {
  return a * reduceRatio(b, a).num;
}
