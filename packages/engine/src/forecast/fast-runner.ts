import { Bucket } from '../bucket.ts';
import type { CardInput } from '../card-state.ts';
import type { Purchase } from '../holding.ts';
import { addSeconds, DAY_SECONDS, dayOf, type LocalSecond } from '../local-time.ts';
import type { Allowance, ChargeAction, Terms } from '../offer.ts';
import { type ChargedUse, isPriced } from '../price-parts.ts';
import type { Scope } from '../scope.ts';
import type { UsageEvent } from '../usage.ts';
import type { CardOutcome, CardRunner, SlotUse } from './card-runner.ts';
import { HeldOffer } from './held-offer.ts';
import type { Library } from './library.ts';
import { OfferProgram, type SlotEvents, type SlotRate } from './offer-program.ts';
import type { ScheduledGrant } from './schedule.ts';

/** A bucket on the card, with the slots whose use it may serve. */
export type OpenBucket = { readonly bucket: Bucket; readonly held: HeldOffer; readonly covers: readonly boolean[] };

/** A rate of a purchase at work. */
export type HeldRate = { readonly held: HeldOffer; readonly priced: SlotRate };

export type FastRunnerTerms = { readonly acceptsThrottle: boolean; readonly library: Library };

const NEVER = Number.POSITIVE_INFINITY;

/**
 * Runs a card through scenarios as the rating engine does, but with fees and grants worked out once, and no lines. It
 * keeps the engine's own buckets and meters, so that increments, order of consumption and rounding have one description.
 * Only for cards on the fast path.
 */
export class FastRunner implements CardRunner {
  readonly programs: readonly OfferProgram[];
  readonly acceptsThrottle: boolean;
  readonly #input: CardInput;
  readonly #programs: ReadonlyMap<string, OfferProgram>;
  readonly #order: Terms['order'];
  readonly #longestCall: number | undefined;
  readonly #isCall: readonly boolean[];
  readonly #canRebuy: boolean;
  readonly #purchases: readonly Purchase[];
  #held: HeldOffer[] = [];
  #ended: HeldOffer[] = [];
  #open: OpenBucket[] = [];
  #bought = 0;
  #refills = 0;
  #total = 0;
  #isServed = true;
  #isMetered = false;
  #hasWaiting = false;
  /** When a purchase falls due, a bucket begins or ends. */
  #next = NEVER;
  #dayEnd = 0;

  constructor(input: CardInput, slots: SlotEvents, { acceptsThrottle, library }: FastRunnerTerms) {
    const { offers, purchases } = input;
    this.#input = input;
    this.#programs = new Map([...offers].map(([id, offer]) => [id, new OfferProgram(offer, slots, library)]));
    this.programs = [...this.#programs.values()];
    const bases = [...offers.values()].filter(({ role }) => role === 'base');
    this.#longestCall = bases[0]?.terms.maxCallSeconds;
    this.#isCall = slots.map(({ kind }) => kind === 'voice');
    this.#order = bases[0]?.terms.order ?? 'add-on-first';
    this.acceptsThrottle = acceptsThrottle;
    this.#canRebuy = this.programs.some(({ repeats }) => repeats !== null);
    const rank = ({ offer }: Purchase) => (this.#programs.get(offer)?.isBase ? 0 : 1);
    this.#purchases = [...purchases].sort((a, b) => a.at - b.at || rank(a) - rank(b));
  }

  start(): void {
    this.#held = [];
    this.#ended = [];
    this.#open = [];
    this.#bought = 0;
    this.#refills = 0;
    this.#total = 0;
    this.#isServed = true;
    this.#isMetered = false;
    this.#hasWaiting = false;
    this.#next = this.#purchases[0]?.at ?? NEVER;
    this.#dayEnd = 0;
  }

  take({ slot, event }: SlotUse): number {
    this.comeTo(event.at);
    if (this.#hasWaiting) this.#beginWaiting(slot, event.at);
    return this.#takeHeld(slot, event, event.amount);
  }

  feed({ slot, event }: SlotUse): void {
    this.comeTo(event.at);
    if (this.#hasWaiting) this.#beginWaiting(slot, event.at);
    const longest = this.#longestCall;
    if (event.kind !== 'voice' || longest === undefined || event.amount <= longest) return this.#feedWhole(slot, event);
    for (let done = 0; done < event.amount; done += longest) {
      const amount = Math.min(longest, event.amount - done);
      this.#feedWhole(slot, { ...event, at: addSeconds(event.at, done), amount });
    }
  }

  #feedWhole(slot: number, event: UsageEvent): void {
    let left = this.#takeHeld(slot, event, event.amount);
    if (this.#canRebuy) left = this.#rebuy(slot, event, left);
    if (left > 0 && this.#input.refills) left = this.#refill(slot, event, left);
    if (left > 0) this.#applyRate(slot, event, left);
  }

  finish(): CardOutcome {
    this.#advance((this.#input.period.start + this.#input.period.days) * DAY_SECONDS - 1);
    this.#bill();
    return { total: this.#total, refills: this.#refills, isServed: this.#isServed };
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

  #bill(): void {
    if (!this.#isMetered) return;
    for (const held of this.#ended) this.#total += held.bill();
    for (const held of this.#held) this.#total += held.bill();
    this.#ended = [];
  }

  #advance(at: number): void {
    while (this.#bought < this.#purchases.length && (this.#purchases[this.#bought] as Purchase).at <= at) {
      this.#buy(this.#purchases[this.#bought] as Purchase);
      this.#bought += 1;
    }
    this.#open = this.#open.filter(({ bucket, held }) => bucket.expires > at && held.ends > at);
    for (const held of this.#held) if (!held.isEndedBy(at)) this.#grantDue(held, at);
    if (this.#held.some(({ hasEnded }) => hasEnded)) this.#dropEnded();
    this.#lookAhead();
  }

  /** What has ended is kept only until its use is billed. */
  #dropEnded(): void {
    this.#ended.push(...this.#held.filter(({ hasEnded, isMetered }) => hasEnded && isMetered));
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

  #buy(purchase: Purchase): HeldOffer {
    const program = this.#programs.get(purchase.offer) as OfferProgram;
    const schedule = program.scheduleOf(purchase);
    const held = new HeldOffer(program, purchase, schedule);
    this.#held.push(held);
    if (held.isWaiting) {
      this.#hasWaiting = true;
      for (const { at, amount } of schedule.charges) if (at <= purchase.at) this.#total += amount;
    } else {
      this.#total += schedule.total;
    }
    if (!schedule.isPriced) this.#isServed = false;
    return held;
  }

  /** What was charged when it was bought is not charged again. */
  #beginWaiting(slot: number, at: LocalSecond): void {
    for (const held of this.#held) {
      if (!held.isWaiting || !held.program.begins[slot]) continue;
      const schedule = held.program.scheduleOf({ ...held.purchase, at });
      for (const charge of schedule.charges) if (charge.at > at) this.#total += charge.amount;
      held.follow(schedule);
      this.#grantDue(held, at);
    }
    this.#hasWaiting = this.#held.some(({ isWaiting }) => isWaiting);
    this.#lookAhead();
  }

  #rebuy(slot: number, event: UsageEvent, amount: number): number {
    let left = amount;
    for (let short = this.#shortOf(slot); short; short = this.#shortOf(slot)) {
      const before = this.#leftOf(short.allowance, slot);
      this.#repeat(short.held, event.at);
      if (this.#leftOf(short.allowance, slot) <= before) return left;
      left = this.#takeHeld(slot, event, left);
    }
    return left;
  }

  #shortOf(slot: number): { held: HeldOffer; allowance: Allowance } | undefined {
    for (const held of this.#held) {
      const allowance = held.program.rebuys[slot];
      if (!allowance || held.isWaiting || held.hasEnded) continue;
      if (this.#leftOf(allowance, slot) <= (allowance.rebuyAt as number)) return { held, allowance };
    }
    return undefined;
  }

  #leftOf(allowance: Allowance, slot: number): number {
    let sum = 0;
    for (const { bucket, covers } of this.#open) if (covers[slot] && bucket.allowance === allowance) sum += bucket.left;
    return sum;
  }

  #repeat(held: HeldOffer, at: LocalSecond): void {
    for (const charge of held.schedule.charges) if (charge.at > at) this.#total -= charge.amount;
    const schedule = held.program.repeatedAt(at);
    this.#total += schedule.total;
    if (!schedule.isPriced) this.#isServed = false;
    held.follow(schedule);
    this.#grantDue(held, at);
    this.#lookAhead();
  }

  #refill(slot: number, event: UsageEvent, amount: number): number {
    let left = amount;
    for (
      let program = this.#nextRefill();
      left > 0 && program && isFor(program, slot, event);
      program = this.#nextRefill()
    ) {
      this.#refills += 1;
      const held = this.#buy({ offer: program.offer.id, at: event.at });
      if (this.#hasWaiting) this.#beginWaiting(slot, event.at);
      this.#grantDue(held, event.at);
      this.#lookAhead();
      const rest = this.#takeHeld(slot, event, left);
      if (rest === left) break;
      left = rest;
    }
    return left;
  }

  #nextRefill(): OfferProgram | undefined {
    const { refills = [] } = this.#input;
    const id = refills[Math.min(this.#refills, refills.length - 1)];
    return id === undefined ? undefined : this.#programs.get(id);
  }

  // --- many uses at once ---------------------------------------------------------------------------------------------

  /** The bucket that uses of a slot are taken from now. */
  sourceOf(slot: number): OpenBucket | undefined {
    return this.#open.find(({ bucket, covers }) => covers[slot] && bucket.left > 0);
  }

  /** Whether the next use of a slot does more than to be taken or charged: it is cut, begins a service or buys again. */
  isMoving(slot: number): boolean {
    if (this.#longestCall !== undefined && this.#isCall[slot]) return true;
    if (this.#hasWaiting && this.#held.some(({ isWaiting, program }) => isWaiting && program.begins[slot])) return true;
    return this.#canRebuy && this.#shortOf(slot) !== undefined;
  }

  /** Whether what uses of a slot lack is bought. */
  hasRefill(slot: number): boolean {
    const next = this.#nextRefill();
    return next?.offer.terms.allowances.some((allowance) => next.covers(allowance)[slot]) === true;
  }

  spend(amount: number): void {
    this.#total += amount;
  }

  fail(): void {
    this.#isServed = false;
  }

  // --- use -----------------------------------------------------------------------------------------------------------

  #takeHeld(slot: number, event: UsageEvent, amount: number): number {
    let left = amount;
    for (const { bucket, covers } of this.#open) {
      if (left === 0) break;
      if (covers[slot] && bucket.left > 0) left = bucket.take(left, event.at);
    }
    return left;
  }

  #applyRate(slot: number, event: UsageEvent, amount: number): void {
    const found = this.rateAt(slot, event.at);
    const action = found?.priced.rate.action;
    if (found && action?.do === 'charge' && isPriced(action, { event, amount })) {
      return this.charge(found, action, { event, amount });
    }
    if (action?.do !== 'throttle' || !this.acceptsThrottle) this.#isServed = false;
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

function isFor(program: OfferProgram, slot: number, { at }: UsageEvent): boolean {
  const { allowances } = program.offer.terms;
  return allowances.some((allowance) => program.covers(allowance)[slot] && !isOver(allowance.scope, at));
}

function isOver({ lastDay }: Scope, at: LocalSecond): boolean {
  return lastDay !== undefined && dayOf(at) > lastDay;
}
