import { ChargeMeter } from '../charge-meter.ts';
import type { Purchase } from '../holding.ts';
import type { LocalSecond } from '../local-time.ts';
import type { ChargeAction, Rate } from '../offer.ts';
import type { OfferProgram } from './offer-program.ts';
import type { Schedule, ScheduledGrant } from './schedule.ts';

/** A purchase at work in one scenario. */
export class HeldOffer {
  readonly program: OfferProgram;
  readonly purchase: Purchase;
  schedule: Schedule;
  isWaiting: boolean;
  ends: LocalSecond;
  hasEnded = false;
  /** Whether nothing of it matters but one bucket, so that it is over once that is used up. */
  isPortion = false;
  #nextGrant = 0;
  #meters: Map<Rate, ChargeMeter> | null = null;

  constructor(program: OfferProgram, purchase: Purchase, schedule: Schedule) {
    this.program = program;
    this.purchase = purchase;
    this.schedule = schedule;
    this.isWaiting = program.waits;
    this.ends = schedule.ends;
  }

  /** Whether it has ended at a moment, which it then remembers; it does not while it waits. */
  isEndedBy(at: number): boolean {
    if (!this.isWaiting && this.ends <= at) this.hasEnded = true;
    return this.hasEnded;
  }

  /** Whether use was ever charged. */
  get isMetered(): boolean {
    return this.#meters !== null;
  }

  /** Follows another schedule from now on. */
  follow(schedule: Schedule): void {
    this.schedule = schedule;
    this.ends = schedule.ends;
    this.isWaiting = false;
    this.#nextGrant = 0;
  }

  /** When something is granted next, or the purchase ends; neither while it waits. */
  get nextChangeAt(): number {
    return this.isWaiting || this.hasEnded ? Number.POSITIVE_INFINITY : Math.min(this.ends, this.nextGrantAt);
  }

  /** When something is granted next; never while the purchase waits. */
  get nextGrantAt(): number {
    if (this.isWaiting) return Number.POSITIVE_INFINITY;
    return this.schedule.grants[this.#nextGrant]?.from ?? Number.POSITIVE_INFINITY;
  }

  takeGrant(): ScheduledGrant {
    const grant = this.schedule.grants[this.#nextGrant] as ScheduledGrant;
    this.#nextGrant += 1;
    return grant;
  }

  meter(rate: Rate, action: ChargeAction): ChargeMeter {
    this.#meters ??= new Map();
    let meter = this.#meters.get(rate);
    if (!meter) {
      meter = new ChargeMeter(action, this.program.offer.terms.rounding);
      this.#meters.set(rate, meter);
    }
    return meter;
  }

  /** Takes the lines of all use charged so far. @returns what they come to. */
  bill(): number {
    let sum = 0;
    if (this.#meters) for (const meter of this.#meters.values()) if (meter.isUsed) sum += meter.takeLine().amount;
    return sum;
  }
}
