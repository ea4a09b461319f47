import type { Purchase } from '../holding.ts';
import { type LocalSecond, secondOfDay } from '../local-time.ts';
import { NO_MONEY } from '../money.ts';
import type { Allowance, Offer, Rate } from '../offer.ts';
import { coversUse, isWithin, type Scope } from '../scope.ts';
import type { UsageEvent } from '../usage.ts';
import type { Library } from './library.ts';
import type { Schedule, ScheduleBook, ScheduledGrant } from './schedule.ts';
import { type SummedPrice, summedPriceOf } from './summed-price.ts';

/** A use of each slot, of which only the time of day and what a scope may ask about matter. */
export type SlotEvents = readonly UsageEvent[];

export type SlotRate = {
  readonly rate: Rate;
  /** By slot: whether it may apply, its last day apart. */
  readonly covers: readonly boolean[];
  readonly summedPrice: SummedPrice | null;
};

/** An offer with everything that does not depend on how much is used worked out, slot by slot. */
export class OfferProgram {
  readonly offer: Offer;
  readonly isBase: boolean;
  readonly waits: boolean;
  readonly schedules: ScheduleBook;
  /** Of a purchase that repeats itself: without what is paid once. */
  readonly repeats: ScheduleBook | null;
  readonly rates: readonly SlotRate[];
  /** By slot: whether a use begins the service of a purchase that waits for it. */
  readonly begins: readonly boolean[];
  /** By slot: whether an allowance may serve a use, its last day apart. */
  readonly serves: readonly boolean[];
  /** By slot: what is bought again when it has run low. */
  readonly rebuys: readonly (Allowance | undefined)[];
  readonly #covers: ReadonlyMap<Allowance, readonly boolean[]>;
  readonly #isPack: boolean;
  readonly #bought = new Map<LocalSecond, Schedule>();
  readonly #repeated = new Map<LocalSecond, Schedule>();

  constructor(offer: Offer, slots: SlotEvents, library: Library) {
    const { allowances, rates, starts } = offer.terms;
    this.offer = offer;
    this.isBase = offer.role === 'base';
    this.waits = starts === 'first-use';
    this.schedules = library.schedulesOf(offer);
    const isRepeated = allowances.some(({ rebuyAt }) => rebuyAt !== undefined);
    this.repeats = isRepeated ? library.schedulesOf(withoutOneOffs(offer)) : null;
    this.rates = rates
      .filter(({ when }) => when === undefined || when.topUp <= 0)
      .map((rate) => ({
        rate,
        summedPrice: summedPriceOf(rate.action, offer.terms.rounding),
        covers: slots.map((use) => use.kind === rate.kind && isInScope(rate.scope, use)),
      }));
    this.begins = slots.map(({ kind }) => this.isBase || allowances.some((allowance) => allowance.kind === kind));
    this.#covers = new Map(
      allowances.map((each) => [each, slots.map((use) => use.kind === each.kind && isInScope(each.scope, use))]),
    );
    this.serves = slots.map((_, slot) => [...this.#covers.values()].some((covers) => covers[slot]));
    this.rebuys = slots.map((_, slot) =>
      allowances.find(
        (each) => each.rebuyAt !== undefined && each.kind === slots[slot]?.kind && coversUse(each.scope, slots[slot]),
      ),
    );
    this.#isPack = this.#hasNothingBeside(offer.terms);
  }

  #hasNothingBeside({ allowances }: Offer['terms']): boolean {
    const isWithin = ({ covers }: SlotRate) => covers.every((isCovered, slot) => !isCovered || this.serves[slot]);
    const isLasting = allowances.every(({ scope }) => scope.lastDay === undefined);
    return !this.waits && this.repeats === null && isLasting && this.rates.every(isWithin);
  }

  /** What a purchase is charged and granted; without what serves no use of any slot. */
  scheduleOf({ at, until }: Purchase): Schedule {
    if (until !== undefined) return this.#usefulOf(this.schedules.until(at, until));
    return this.#usefulAt(at, this.schedules, this.#bought);
  }

  /** The same of a purchase that repeats itself. */
  repeatedAt(at: LocalSecond): Schedule {
    return this.#usefulAt(at, this.repeats as ScheduleBook, this.#repeated);
  }

  #usefulAt(at: LocalSecond, book: ScheduleBook, known: Map<LocalSecond, Schedule>): Schedule {
    const before = known.get(at);
    if (before) return before;
    const schedule = this.#usefulOf(book.at(at));
    known.set(at, schedule);
    return schedule;
  }

  #usefulOf(schedule: Schedule): Schedule {
    const isUseful = ({ allowance }: ScheduledGrant) => this.covers(allowance).includes(true);
    return schedule.grants.every(isUseful) ? schedule : { ...schedule, grants: schedule.grants.filter(isUseful) };
  }

  /**
   * What a purchase at a moment grants, where that is one bucket at once and nothing else matters of it as long as it may be
   * bought again: its rates are for what its bucket serves.
   */
  portionAt(at: LocalSecond): ScheduledGrant | null {
    if (!this.#isPack) return null;
    const { grants, ends } = this.scheduleOf({ offer: this.offer.id, at });
    const [only, ...others] = grants;
    return only && others.length === 0 && only.from <= at && only.until <= ends ? only : null;
  }

  /** What this offer makes of the uses of a slot, in a word: slots with the same word are treated alike. */
  treatmentOf(slot: number): string {
    const all = [...this.#covers.values(), ...this.rates.map(({ covers }) => covers)];
    const covered = all.map((covers) => (covers[slot] ? '+' : '-')).join('');
    return `${covered} ${this.begins[slot]} ${this.rebuys[slot] !== undefined}`;
  }

  /** By slot: whether an allowance may serve a use, its last day apart. */
  covers(allowance: Allowance): readonly boolean[] {
    return this.#covers.get(allowance) ?? [];
  }
}

function isInScope(scope: Scope, use: UsageEvent): boolean {
  const isInHours = !scope.hours || scope.hours.some((hours) => isWithin(hours, secondOfDay(use.at)));
  return isInHours && coversUse(scope, use);
}

function withoutOneOffs(offer: Offer): Offer {
  return { ...offer, terms: { ...offer.terms, simPrice: NO_MONEY, activationFee: NO_MONEY } };
}
