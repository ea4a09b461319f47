import { applyUse, takeHeld } from './apply-use.ts';
import type { Bucket } from './bucket.ts';
import type { TopUp } from './card-state.ts';
import { type CardInput, CardState } from './card-state.ts';
import { day } from './civil-day.ts';
import { NEVER } from './cycle.ts';
import { buy, collectFee, endHolding, lendIfLow, renew, repay, retryFee } from './fees.ts';
import { expireBuckets, grantAllowances, idleExpiry } from './grants.ts';
import type { Holding } from './holding.ts';
import type { LineSink } from './ledger.ts';
import { addSeconds, DAY_SECONDS, dayOf, dayStartAfter, type LocalSecond, localSecondOf } from './local-time.ts';
import { type Observation, observe } from './observation.ts';
import { type CardSnapshot, snapshotOf } from './snapshot.ts';
import type { UsageEvent } from './usage.ts';

/** What is on a card when the period is over, and how often it was refilled. */
export type Remainder = { readonly buckets: readonly Bucket[]; readonly balance: number; readonly refills: number };

/**
 * Rates one card over a period: feed it uses in the order of time, then finish. Everything that happens leaves as lines
 * in order; use is summed by day and rate, so memory does not grow with the number of uses.
 */
export class Rater {
  readonly #card: CardState;
  readonly #end: LocalSecond;
  #topUps: TopUp[];
  #observations: Observation[];
  /** When something happens on the card next, use apart. */
  #next: LocalSecond;
  #dayEnd: LocalSecond;
  /** The sooner of the two. */
  #pause: number;

  /** @throws RangeError when a purchase names an offer that is not among the offers, or comes before the period. */
  constructor(input: CardInput, emit: LineSink) {
    for (const offer of input.refills ?? []) {
      if (!input.offers.has(offer)) throw new RangeError(`no such offer: ${offer}`);
    }
    for (const { offer, at } of input.purchases) {
      if (!input.offers.has(offer)) throw new RangeError(`no such offer: ${offer}`);
      if (at < localSecondOf(input.period.start)) throw new RangeError(`bought before the period: ${offer}`);
    }
    this.#card = new CardState(input, emit);
    this.#end = localSecondOf(day(input.period.start + input.period.days));
    this.#topUps = [...(input.wallet?.topUps ?? [])].sort((a, b) => a.at - b.at);
    this.#observations = [...(input.observations ?? [])].sort((a, b) => a.at - b.at);
    this.#next = this.#card.now;
    this.#dayEnd = localSecondOf(day(dayOf(this.#card.now) + 1));
    this.#pause = this.#card.now;
    this.#advanceTo(this.#card.now);
    this.#lookAhead();
  }

  /** @throws RangeError when the use lies outside the period or before the one fed last. */
  feed(event: UsageEvent): void {
    this.#comeTo(event);
    applyUse(this.#card, event);
    this.#settle();
  }

  /**
   * Feeds what the buckets hold of a use and leaves the rest to another card: nothing is bought or charged for it.
   * @returns the amount the buckets do not hold. @throws RangeError as `feed` does.
   */
  take(event: UsageEvent): number {
    this.#comeTo(event);
    const rest = takeHeld(this.#card, event);
    this.#settle();
    return rest;
  }

  #comeTo({ at }: UsageEvent): void {
    if (at < this.#card.now || at >= this.#end) {
      throw new RangeError('uses must be fed in the order of time, within the period');
    }
    if (at >= this.#pause) this.#catchUp(at);
  }

  #settle(): void {
    if (this.#card.armed.length > 0) lendIfLow(this.#card);
    if (this.#card.hasChanged) this.#lookAhead();
  }

  /**
   * Moves on to a moment, all that falls on it included, and tells what the card is then. Uses fed later must not come
   * before it.
   */
  stateAt(at: LocalSecond): CardSnapshot {
    this.#catchUp(at);
    this.#card.flushUse();
    return { ...snapshotOf(this.#card), at };
  }

  /** Moves to the end of the period. */
  finish(): Remainder {
    this.#advanceTo(addSeconds(this.#end, -1));
    this.#card.flushUse();
    const { buckets, balance, refillCount } = this.#card;
    return { buckets: buckets.filter(({ left }) => left > 0), balance, refills: refillCount };
  }

  /** Brings the card up to the use at hand. The use of one day makes lines of its own. */
  #catchUp(at: LocalSecond): void {
    if (at >= this.#dayEnd) this.#card.flushUse();
    this.#advanceTo(at);
    this.#dayEnd = localSecondOf(day(dayOf(at) + 1));
    this.#pause = Math.min(this.#next, this.#dayEnd);
  }

  #lookAhead(): void {
    this.#next = this.#findNext();
    this.#pause = Math.min(this.#next, this.#dayEnd);
  }

  #advanceTo(at: LocalSecond): void {
    while (this.#next <= at) {
      this.#card.flushUse();
      this.#card.now = this.#next;
      this.#step();
      this.#next = this.#findNext();
    }
  }

  #step(): void {
    const card = this.#card;
    expireBuckets(card);
    this.#takeTopUps();
    repay(card, (at) => at <= card.now);
    for (const holding of [...card.holdings]) moveHolding(card, holding);
    for (const purchase of card.takeDuePurchases()) buy(card, purchase);
    this.#takeObservations();
    lendIfLow(card);
  }

  /** What was observed holds after all that falls on the same moment. */
  #takeObservations(): void {
    const { now } = this.#card;
    for (let next = this.#observations[0]; next && next.at <= now; next = this.#observations[0]) {
      this.#observations.shift();
      observe(this.#card, next);
    }
  }

  #takeTopUps(): void {
    for (let topUp = this.#topUps[0]; topUp && topUp.at <= this.#card.now; topUp = this.#topUps[0]) {
      this.#topUps.shift();
      this.#card.takeTopUp(topUp);
      repay(this.#card, () => true);
    }
  }

  #findNext(): LocalSecond {
    const { now, buckets, holdings, debts } = this.#card;
    this.#card.hasChanged = false;
    let next: number = NEVER;
    const consider = (at: number | undefined) => {
      if (at !== undefined && at > now && at < next) next = at;
    };
    for (const bucket of buckets) {
      consider(bucket.expires);
      consider(idleExpiry(this.#card, bucket));
    }
    for (const { at } of debts) consider(at);
    for (const holding of holdings) for (const at of momentsOf(holding, now)) consider(at);
    consider(this.#topUps[0]?.at);
    consider(this.#observations[0]?.at);
    return Math.min(next, this.#card.nextPurchase ?? next) as LocalSecond;
  }
}

function momentsOf(holding: Holding, now: LocalSecond): number[] {
  if (!holding.isActive) return [];
  const dayStart = holding.countsDays ? dayStartAfter(holding.days, now) : NEVER;
  return [holding.feeDue, holding.renewal, holding.ends, dayStart, suspensionEnd(holding)];
}

/** Brings a purchase up to now: its end, the fee that is due, and what is granted anew. */
function moveHolding(card: CardState, holding: Holding): void {
  if (!holding.isActive) return;
  const startsDay = holding.countsDays && holding.startsDay(card.now);
  if (startsDay) startDay(card, holding);
  if (holding.ends <= card.now || suspensionEnd(holding) <= card.now) return endHolding(card, holding);
  if (holding.state === 'unpaid') {
    if (card.input.fee !== 'unpaid' && holding.phase) retryFee(card, holding);
    return;
  }
  if (holding.feeDue <= card.now && !collectFee(card, holding)) return;
  renew(card, holding);
  if (startsDay) grantAllowances(card, holding, 'day');
}

/** Positions within the day, daily caps and steps by the day start anew. */
function startDay({ buckets }: CardState, holding: Holding): void {
  holding.startDay();
  for (const bucket of buckets) if (bucket.purchase === holding.purchase) bucket.startDay();
}

/** When a purchase whose fee is missed ends for good. */
function suspensionEnd({ state, unpaid, unpaidSince }: Holding): LocalSecond {
  const days = state === 'unpaid' ? unpaid?.days : undefined;
  return days === undefined ? NEVER : addSeconds(unpaidSince, days * DAY_SECONDS);
}
