import { Bucket } from '../bucket.ts';
import type { Purchase } from '../holding.ts';
import { DAY_SECONDS, dayOf, type LocalSecond } from '../local-time.ts';
import type { Allowance, ChargeAction, Terms } from '../offer.ts';
import type { ChargedUse } from '../price-parts.ts';
import type { Scope } from '../scope.ts';
import type { UsageEvent } from '../usage.ts';
import { HeldOffer } from './held-offer.ts';
import type { OfferProgram, SlotRate } from './offer-program.ts';
import type { ScheduledGrant } from './schedule.ts';

/** A bucket on the card, with the slots whose use it may serve. */
type OpenBucket = { readonly bucket: Bucket; readonly held: HeldOffer; readonly covers: readonly boolean[] };

/** A rate of a purchase at work. */
export type HeldRate = { readonly held: HeldOffer; readonly priced: SlotRate };

/** What may be held on a card, what is bought on it in any case, and in which order its buckets are used. */
export type CardPrograms = {
  readonly programs: ReadonlyMap<string, OfferProgram>;
  readonly purchases: readonly Purchase[];
  readonly order: Terms['order'];
};

/** So many purchases of which the last is made at a moment. */
type Purchases = { readonly at: LocalSecond; readonly count: number; readonly left: number };

const NEVER = Number.POSITIVE_INFINITY;

/**
 * What is on a card in one scenario: its purchases, their buckets and meters, and what was charged. Fees and grants are
 * worked out once. The buckets and meters are the engine's own, so that increments, order of consumption and rounding have
 * one description.
 */
export class FastCard {
  readonly #programs: ReadonlyMap<string, OfferProgram>;
  readonly #order: Terms['order'];
  readonly #purchases: readonly Purchase[];
  #held: HeldOffer[] = [];
  #ended: HeldOffer[] = [];
  #open: OpenBucket[] = [];
  #bought = 0;
  #isMetered = false;
  /** When a purchase falls due, a bucket begins or ends. */
  #next = NEVER;
  #dayEnd = 0;
  total = 0;
  isServed = true;
  hasWaiting = false;

  constructor({ programs, purchases, order }: CardPrograms) {
    this.#programs = programs;
    this.#order = order;
    const rank = ({ offer }: Purchase) => (programs.get(offer)?.isBase ? 0 : 1);
    this.#purchases = [...purchases].sort((a, b) => a.at - b.at || rank(a) - rank(b));
  }

  /** Begins a scenario anew. */
  start(): void {
    this.#held = [];
    this.#ended = [];
    this.#open = [];
    this.#bought = 0;
    this.#isMetered = false;
    this.#next = this.#purchases[0]?.at ?? NEVER;
    this.#dayEnd = 0;
    this.total = 0;
    this.isServed = true;
    this.hasWaiting = false;
  }

  get held(): readonly HeldOffer[] {
    return this.#held;
  }

  // --- time ----------------------------------------------------------------------------------------------------------

  /** When something changes on the card next, use apart. */
  get nextChange(): number {
    return this.#next;
  }

  comeTo(at: LocalSecond): void {
    if (at >= this.#dayEnd) {
      this.#bill();
      this.#dayEnd = (Math.floor(at / DAY_SECONDS) + 1) * DAY_SECONDS;
    }
    if (at >= this.#next) this.#advance(at);
  }

  /** Comes to the last moment of a period, and bills what is not billed yet. */
  finishAt(last: number): void {
    this.#advance(last);
    this.#bill();
  }

  #bill(): void {
    if (!this.#isMetered) return;
    for (const held of this.#ended) this.total += held.bill();
    for (const held of this.#held) this.total += held.bill();
    this.#ended = [];
  }

  #advance(at: number): void {
    while (this.#bought < this.#purchases.length && (this.#purchases[this.#bought] as Purchase).at <= at) {
      this.buy(this.#purchases[this.#bought] as Purchase);
      this.#bought += 1;
    }
    if (this.#open.some((open) => isClosedBy(open, at)))
      this.#open = this.#open.filter((open) => !isClosedBy(open, at));
    for (const held of this.#held) if (!held.isEndedBy(at)) this.#grantDue(held, at);
    if (this.#held.some(({ hasEnded }) => hasEnded)) this.#dropEnded();
    this.#lookAhead();
  }

  /** What has ended is kept only until its use is billed. */
  #dropEnded(): void {
    for (const held of this.#held) if (held.hasEnded && held.isMetered) this.#ended.push(held);
    this.#held = this.#held.filter(({ hasEnded }) => !hasEnded);
  }

  #lookAhead(): void {
    let next: number = this.#purchases[this.#bought]?.at ?? NEVER;
    for (const { bucket } of this.#open) next = Math.min(next, bucket.expires);
    for (const held of this.#held) next = Math.min(next, held.nextChangeAt);
    this.#next = next;
  }

  #grantDue(held: HeldOffer, at: number): void {
    while (held.nextGrantAt <= at) {
      const grant = held.takeGrant();
      if (grant.until > at) this.#grant(held, grant);
    }
  }

  #grant(held: HeldOffer, { allowance, amount, from, until }: ScheduledGrant): void {
    const { purchase, program } = held;
    const same = this.#open.find(({ bucket }) => bucket.isOf(purchase, allowance) && bucket.expires === until);
    if (same) {
      same.bucket.left += amount;
      return;
    }
    const bucket = new Bucket({ purchase, allowance, amount, at: from, expires: until, isOfBase: program.isBase });
    let place = this.#open.length;
    while (place > 0 && bucket.compare((this.#open[place - 1] as OpenBucket).bucket, this.#order) < 0) place -= 1;
    this.#open.splice(place, 0, { bucket, held, covers: program.covers(allowance) });
  }

  // --- purchases -----------------------------------------------------------------------------------------------------

  buy(purchase: Purchase): void {
    this.#held.push(this.#paid(purchase));
  }

  /** Buys an offer because something lacks, and opens at once what it brings. @param isPortion as `HeldOffer` says. */
  refill(program: OfferProgram, slot: number, at: LocalSecond, isPortion: boolean): HeldOffer {
    const held = this.#paid({ offer: program.offer.id, at });
    held.isPortion = isPortion;
    if (!isPortion) this.#held.push(held);
    if (this.hasWaiting) this.beginWaiting(slot, at);
    this.#openNow(held, at);
    return held;
  }

  /** Buys a pack of one bucket so many times; all but the last are used up, of which so much is left. */
  refillMany(program: OfferProgram, slot: number, { at, count, left }: Purchases): void {
    const held = this.refill(program, slot, at, true);
    this.total += (count - 1) * held.schedule.total;
    for (const { bucket, held: own } of this.#open) if (own === held) bucket.left = left;
  }

  #paid(purchase: Purchase): HeldOffer {
    const program = this.#programs.get(purchase.offer) as OfferProgram;
    const schedule = program.scheduleOf(purchase);
    const held = new HeldOffer(program, purchase, schedule);
    if (held.isWaiting) {
      this.hasWaiting = true;
      for (const { at, amount } of schedule.charges) if (at <= purchase.at) this.total += amount;
    } else {
      this.total += schedule.total;
    }
    if (!schedule.isPriced) this.isServed = false;
    return held;
  }

  #openNow(held: HeldOffer, at: LocalSecond): void {
    this.#grantDue(held, at);
    this.#lookAhead();
  }

  /** What was charged when it was bought is not charged again. */
  beginWaiting(slot: number, at: LocalSecond): void {
    for (const held of this.#held) {
      if (!held.isWaiting || !held.program.begins[slot]) continue;
      const schedule = held.program.scheduleOf({ ...held.purchase, at });
      for (const charge of schedule.charges) if (charge.at > at) this.total += charge.amount;
      held.follow(schedule);
      this.#grantDue(held, at);
    }
    this.hasWaiting = this.#held.some(({ isWaiting }) => isWaiting);
    this.#lookAhead();
  }

  /** Buys a purchase again that repeats itself. */
  repeat(held: HeldOffer, at: LocalSecond): void {
    for (const charge of held.schedule.charges) if (charge.at > at) this.total -= charge.amount;
    const schedule = held.program.repeatedAt(at);
    this.total += schedule.total;
    if (!schedule.isPriced) this.isServed = false;
    held.follow(schedule);
    this.#openNow(held, at);
  }

  // --- use -----------------------------------------------------------------------------------------------------------

  /** Takes from the buckets what they hold of a use. @returns the rest. */
  takeHeld(slot: number, { at }: UsageEvent, amount: number): number {
    let left = amount;
    let isSpent = false;
    for (const { bucket, covers, held } of this.#open) {
      if (left === 0) break;
      if (covers[slot] && bucket.left > 0) left = bucket.take(left, at);
      if (bucket.left === 0 && held.isPortion) isSpent = true;
    }
    if (isSpent) this.#open = this.#open.filter(({ bucket, held }) => bucket.left > 0 || !held.isPortion);
    return left;
  }

  /** The bucket that uses of a slot are taken from now. */
  sourceOf(slot: number): Bucket | undefined {
    return this.#open.find(({ bucket, covers }) => covers[slot] && bucket.left > 0)?.bucket;
  }

  /** What is left of one refill with an offer, null where nothing serves a slot; undefined where something else does. */
  onlySourceOf(slot: number, program: OfferProgram): Bucket | null | undefined {
    let only: Bucket | null = null;
    for (const { bucket, covers, held } of this.#open) {
      if (!covers[slot] || bucket.left <= 0) continue;
      if (only || !held.isPortion || held.program !== program) return undefined;
      only = bucket;
    }
    return only;
  }

  /** What the buckets of an allowance hold for a slot. */
  leftOf(allowance: Allowance, slot: number): number {
    let sum = 0;
    for (const { bucket, covers } of this.#open) if (covers[slot] && bucket.allowance === allowance) sum += bucket.left;
    return sum;
  }

  charge({ held, priced }: HeldRate, action: ChargeAction, use: ChargedUse): void {
    this.#isMetered = true;
    held.meter(priced.rate, action).charge(use, NEVER);
  }

  /** The rate beyond the buckets: add-ons before the base plan, the latest purchase first. */
  rateAt(slot: number, at: LocalSecond): HeldRate | undefined {
    return this.#rateOf(slot, at, false) ?? this.#rateOf(slot, at, true);
  }

  #rateOf(slot: number, at: LocalSecond, ofBase: boolean): HeldRate | undefined {
    for (let index = this.#held.length - 1; index >= 0; index--) {
      const held = this.#held[index] as HeldOffer;
      if (held.program.isBase !== ofBase || held.isWaiting || held.hasEnded) continue;
      for (const priced of held.program.rates) {
        if (priced.covers[slot] && !isOver(priced.rate.scope, at)) return { held, priced };
      }
    }
    return undefined;
  }
}

function isClosedBy({ bucket, held }: OpenBucket, at: number): boolean {
  return bucket.expires <= at || held.ends <= at;
}

export function isOver({ lastDay }: Scope, at: LocalSecond): boolean {
  return lastDay !== undefined && dayOf(at) > lastDay;
}
