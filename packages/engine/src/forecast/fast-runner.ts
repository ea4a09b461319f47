import type { Bucket } from '../bucket.ts';
import type { CardInput } from '../card-state.ts';
import { addSeconds, DAY_SECONDS, type LocalSecond } from '../local-time.ts';
import type { Allowance } from '../offer.ts';
import { isPriced } from '../price-parts.ts';
import type { UsageEvent } from '../usage.ts';
import type { CardOutcome, CardRunner, SlotUse } from './card-runner.ts';
import { FastCard, isOver } from './fast-card.ts';
import type { HeldOffer } from './held-offer.ts';
import type { Library } from './library.ts';
import { OfferProgram, type SlotEvents } from './offer-program.ts';
import type { ScheduledGrant } from './schedule.ts';

export type FastRunnerTerms = { readonly acceptsThrottle: boolean; readonly library: Library };

/** A pack of one bucket that is bought again and again: that bucket if it is bought now, and what is left of the last one. */
export type Refill = {
  readonly program: OfferProgram;
  readonly portion: ScheduledGrant;
  readonly open: Bucket | null;
};

/** How much of a slot is used, and when more than so much of it is. */
export type RefillUse = {
  readonly slot: number;
  readonly used: number;
  readonly momentOf: (before: number) => LocalSecond;
};

/**
 * Runs a card through scenarios as the rating engine does, but with fees and grants worked out once, and no lines. Only
 * for cards on the fast path.
 */
export class FastRunner implements CardRunner {
  readonly card: FastCard;
  readonly programs: readonly OfferProgram[];
  readonly acceptsThrottle: boolean;
  readonly #last: number;
  readonly #refills: readonly OfferProgram[];
  readonly #longestCall: number | undefined;
  readonly #isCall: readonly boolean[];
  readonly #canRebuy: boolean;
  #refilled = 0;

  constructor(input: CardInput, slots: SlotEvents, { acceptsThrottle, library }: FastRunnerTerms) {
    const { offers, purchases, period, refills = [] } = input;
    const programs = new Map([...offers].map(([id, offer]) => [id, new OfferProgram(offer, slots, library)]));
    this.programs = [...programs.values()];
    const base = [...offers.values()].find(({ role }) => role === 'base');
    this.card = new FastCard({ programs, purchases, order: base?.terms.order ?? 'add-on-first' });
    this.acceptsThrottle = acceptsThrottle;
    this.#last = (period.start + period.days) * DAY_SECONDS - 1;
    this.#refills = refills.flatMap((id) => programs.get(id) ?? []);
    this.#longestCall = base?.terms.maxCallSeconds;
    this.#isCall = slots.map(({ kind }) => kind === 'voice');
    this.#canRebuy = this.programs.some(({ repeats }) => repeats !== null);
  }

  start(): void {
    this.card.start();
    this.#refilled = 0;
  }

  take({ slot, event }: SlotUse): number {
    this.#comeTo(slot, event.at);
    return this.card.takeHeld(slot, event, event.amount);
  }

  feed({ slot, event }: SlotUse): void {
    this.#comeTo(slot, event.at);
    const longest = this.#longestCall;
    if (event.kind !== 'voice' || longest === undefined || event.amount <= longest) return this.#feedWhole(slot, event);
    for (let done = 0; done < event.amount; done += longest) {
      const amount = Math.min(longest, event.amount - done);
      this.#feedWhole(slot, { ...event, at: addSeconds(event.at, done), amount });
    }
  }

  finish(): CardOutcome {
    const { card } = this;
    card.finishAt(this.#last);
    return { total: card.total, refills: this.#refilled, isServed: card.isServed };
  }

  #comeTo(slot: number, at: LocalSecond): void {
    this.card.comeTo(at);
    if (this.card.hasWaiting) this.card.beginWaiting(slot, at);
  }

  #feedWhole(slot: number, event: UsageEvent): void {
    let left = this.card.takeHeld(slot, event, event.amount);
    if (this.#canRebuy) left = this.#rebuy(slot, event, left);
    if (left > 0 && this.#refills.length > 0) left = this.#refill(slot, event, left);
    if (left > 0) this.#applyRate(slot, event, left);
  }

  #rebuy(slot: number, event: UsageEvent, amount: number): number {
    let left = amount;
    for (let short = this.#shortOf(slot); short; short = this.#shortOf(slot)) {
      const before = this.card.leftOf(short.allowance, slot);
      this.card.repeat(short.held, event.at);
      if (this.card.leftOf(short.allowance, slot) <= before) return left;
      left = this.card.takeHeld(slot, event, left);
    }
    return left;
  }

  #shortOf(slot: number): { held: HeldOffer; allowance: Allowance } | undefined {
    for (const held of this.card.held) {
      const allowance = held.program.rebuys[slot];
      if (!allowance || held.isWaiting || held.hasEnded) continue;
      if (this.card.leftOf(allowance, slot) <= (allowance.rebuyAt as number)) return { held, allowance };
    }
    return undefined;
  }

  #refill(slot: number, event: UsageEvent, amount: number): number {
    const { card } = this;
    let left = amount;
    for (let program = this.#nextRefill(); left > 0 && program && isFor(program, slot, event); ) {
      const isPortion = this.#isLastRefill && program.portionAt(event.at) !== null;
      this.#refilled += 1;
      card.refill(program, slot, event.at, isPortion);
      const rest = card.takeHeld(slot, event, left);
      if (rest === left) break;
      left = rest;
      program = this.#nextRefill();
    }
    return left;
  }

  /** What is bought next when the buckets do not hold a use: the last again and again. */
  #nextRefill(): OfferProgram | undefined {
    return this.#refills[Math.min(this.#refilled, this.#refills.length - 1)];
  }

  /** Whether the same is bought again and again from now on. */
  get #isLastRefill(): boolean {
    return this.#refilled >= this.#refills.length - 1;
  }

  #applyRate(slot: number, event: UsageEvent, amount: number): void {
    const found = this.card.rateAt(slot, event.at);
    const action = found?.priced.rate.action;
    if (found && action?.do === 'charge' && isPriced(action, { event, amount })) {
      return this.card.charge(found, action, { event, amount });
    }
    if (action?.do !== 'throttle' || !this.acceptsThrottle) this.card.isServed = false;
  }

  // --- what is to be known before uses are summed ----------------------------------------------------------------------

  /** Whether the next use of a slot begins a service. */
  isBeginning(slot: number): boolean {
    const { card } = this;
    return card.hasWaiting && card.held.some(({ isWaiting, program }) => isWaiting && program.begins[slot]);
  }

  /** Whether the next use of a slot, fed whole, is cut or buys again. */
  isMoving(slot: number): boolean {
    if (this.#longestCall !== undefined && this.#isCall[slot]) return true;
    return this.#canRebuy && this.#shortOf(slot) !== undefined;
  }

  /**
   * What is bought from now on as often as uses of a slot lack something, where it need not be bought pack by pack: nothing
   * else serves them but what is left of the last one.
   */
  refillFor(slot: number, at: LocalSecond): Refill | null {
    const program = this.#nextRefill();
    if (!program?.serves[slot] || !program.schedules.isAlike || !this.#isLastRefill) return null;
    const open = this.card.onlySourceOf(slot, program);
    if (open === undefined) return null;
    const portion = program.portionAt(at);
    return portion && program.covers(portion.allowance)[slot] ? { program, portion, open } : null;
  }

  /** Takes so much use of a slot from packs. @param momentOf when more than so much of it is used. */
  refillWith({ program, portion: { amount }, open }: Refill, { slot, used, momentOf }: RefillUse): void {
    const held = Math.min(used, open?.left ?? 0);
    if (open) open.left -= held;
    if (used === held) return;
    const count = Math.max(1, Math.ceil((used - held) / amount));
    const before = held + (count === 1 ? 0 : (count - 1) * amount);
    this.#refilled += count;
    this.card.refillMany(program, slot, { at: momentOf(before), count, left: before + amount - used });
  }

  /** Whether what uses of a slot lack is bought. */
  hasRefill(slot: number): boolean {
    return this.#nextRefill()?.serves[slot] === true;
  }
}

function isFor(program: OfferProgram, slot: number, { at }: UsageEvent): boolean {
  if (!program.serves[slot]) return false;
  const { allowances } = program.offer.terms;
  return allowances.some((allowance) => program.covers(allowance)[slot] && !isOver(allowance.scope, at));
}
