import { ChargeMeter } from './charge-meter.ts';
import { type Cycle, cycleEnd, NEVER, partOfCalendarMonth } from './cycle.ts';
import { addSeconds, type DayCount, dayOf, dayStartAfter, type LocalSecond, type OffsetHistory } from './local-time.ts';
import type { Ratio } from './money.ts';
import type { Allowance, ChargeAction, FeePhase, Offer, Rate, Unpaid } from './offer.ts';

/** A purchase of an offer: on which moment, how long it is kept (`until`), and what was chosen where there is a choice. */
export type Purchase = {
  readonly offer: string;
  readonly at: LocalSecond;
  readonly until?: LocalSecond;
  readonly choice?: string;
  /** Started by itself because another fee could not be taken. */
  readonly isFallback?: boolean;
};

/** How far a schedule of fees has come: the phase, the fees taken in it, and the moment the phase began. */
type FeeProgress = { phase: number; taken: number; since: LocalSecond };

/**
 * A purchase at work on a card: whether service began, whether its fee is paid, and when the next fee, renewal and end
 * fall. It decides nothing about money; the rater moves it forward.
 */
export class Holding {
  readonly offer: Offer;
  readonly purchase: Purchase;
  readonly #local: OffsetHistory;
  readonly #meters = new Map<Rate, ChargeMeter>();
  #fees: FeeProgress;
  #renewals = 0;
  /** The moment service began; validity and cycles count from it. */
  since: LocalSecond;
  state: 'waiting' | 'paid' | 'unpaid' | 'ended' = 'waiting';
  unpaidSince: LocalSecond = NEVER;
  /** The share of a full cycle that the running one is, where the fee or the allowances are prorated. */
  share: Ratio | null = null;

  constructor(offer: Offer, purchase: Purchase, local: OffsetHistory) {
    this.offer = offer;
    this.purchase = purchase;
    this.#local = local;
    this.since = purchase.at;
    this.#fees = { phase: 0, taken: 0, since: purchase.at };
  }

  get isBase(): boolean {
    return this.offer.role === 'base';
  }

  get isActive(): boolean {
    return this.state === 'paid' || this.state === 'unpaid';
  }

  get days(): DayCount {
    return { rule: this.offer.terms.dayRule, local: this.#local, origin: this.since };
  }

  get ends(): LocalSecond {
    const term = cycleEnd(this.offer.terms.term, this.days);
    return Math.min(term, this.purchase.until ?? NEVER) as LocalSecond;
  }

  /** Service begins now, the fee already paid: validity and cycles count from here. */
  begin(at: LocalSecond): void {
    this.since = at;
    this.#renewals = 0;
    this.#fees = { ...this.#fees, since: at };
  }

  /** Whether the current fee recurs without end, so that a missed one starts a new series when it is taken. */
  get isOpen(): boolean {
    return this.phase?.times === null;
  }

  /** A new series of cycles begins now, its first fee due. */
  beginAnew(at: LocalSecond): void {
    this.begin(at);
    this.#fees = { ...this.#fees, taken: 0 };
  }

  /** The whole purchase begins again, as when it is bought a second time. */
  repeat(at: LocalSecond): void {
    this.begin(at);
    this.#fees = { phase: 0, taken: 0, since: at };
  }

  /** The fee due next, or none when every phase is through. */
  get phase(): FeePhase | undefined {
    return this.offer.terms.fee.phases[this.#fees.phase];
  }

  get isFirstFee(): boolean {
    return this.#fees.phase === 0 && this.#fees.taken === 0;
  }

  /** When the fee of the current phase falls due; never when none is left. */
  get feeDue(): LocalSecond {
    const { taken, since } = this.#fees;
    if (!this.phase) return NEVER;
    return taken === 0 ? since : cycleEnd(this.phase.every, { ...this.days, origin: since }, taken - 1);
  }

  /** Counts a fee as done, taken or not, and moves to the next phase when this one is through. */
  passFee(): void {
    const phase = this.phase;
    if (!phase) return;
    this.#fees.taken += 1;
    if (this.#fees.taken !== phase.times) return;
    const since = cycleEnd(phase.every, { ...this.days, origin: this.#fees.since }, phase.times - 1);
    this.#fees = { phase: this.#fees.phase + 1, taken: 0, since };
  }

  /** When the allowances are granted anew after the grants so far. */
  get renewal(): LocalSecond {
    return cycleEnd(this.offer.terms.renews, this.days, this.#renewals);
  }

  passRenewal(): void {
    this.#renewals += 1;
  }

  /** The share of a calendar cycle that begins at `at`; null when the offer does not prorate or the cycle is whole. */
  shareFrom(at: LocalSecond, every: Cycle): Ratio | null {
    const { proration } = this.offer.terms.fee;
    if (!proration || every.unit !== 'calendar-month') return null;
    const { left, whole } = partOfCalendarMonth(dayOf(at), every.dayOfMonth);
    if (left === whole) return null;
    const counted = proration.countsFirstDay ? left : left - 1;
    return proration.basis === 'year' ? { num: counted * 12, den: 365 } : { num: counted, den: whole };
  }

  get unpaid(): Unpaid | null {
    return this.offer.terms.unpaid;
  }

  /** The rates in force beyond the buckets. */
  get rates(): readonly Rate[] {
    return this.state === 'unpaid' ? (this.unpaid?.rates ?? []) : this.offer.terms.rates;
  }

  meter(rate: Rate, action: ChargeAction): ChargeMeter {
    const known = this.#meters.get(rate);
    if (known) return known;
    const meter = new ChargeMeter(action, this.offer.terms.rounding);
    this.#meters.set(rate, meter);
    return meter;
  }

  get meters(): Iterable<[Rate, ChargeMeter]> {
    return this.#meters;
  }

  /** Whether something of this purchase starts anew each day: an allowance, a position within the day, a step, a cap. */
  get countsDays(): boolean {
    if (this.allowances.some(({ per, increment }) => per === 'day' || increment.per === 'day')) return true;
    return this.rates.some(({ action }) => action.do === 'charge' && countsDays(action));
  }

  startsDay(now: LocalSecond): boolean {
    return dayStartAfter(this.days, addSeconds(now, -1)) === now;
  }

  /** At each new day of this purchase, positions within the day and daily caps start anew. */
  startDay(): void {
    for (const meter of this.#meters.values()) meter.startDay();
  }

  /** The allowances of this purchase, with the chosen one where the offer lets its buyer choose. */
  get allowances(): readonly Allowance[] {
    const { allowances } = this.offer.terms;
    const choice = this.purchase.choice ?? allowances.find((allowance) => allowance.choice !== undefined)?.choice;
    return allowances.filter((allowance) => allowance.choice === undefined || allowance.choice === choice);
  }
}

function countsDays({ steps, dailyCap, increment }: ChargeAction): boolean {
  return steps?.of === 'day' || dailyCap !== undefined || increment.per === 'day';
}
