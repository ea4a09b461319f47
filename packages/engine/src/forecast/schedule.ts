import type { Period } from '../card-state.ts';
import { day } from '../civil-day.ts';
import { Holding, type Purchase } from '../holding.ts';
import type { Line } from '../ledger.ts';
import { dayOf, type LocalSecond, localSecondOf, type OffsetHistory } from '../local-time.ts';
import type { Allowance, Offer } from '../offer.ts';
import { SupplyBook } from '../optimise/supply.ts';
import { Rater } from '../rater.ts';
import type { Scope } from '../scope.ts';

export type ScheduledGrant = {
  readonly from: LocalSecond;
  readonly until: LocalSecond;
  readonly amount: number;
  readonly allowance: Allowance;
};

/** What a purchase at a moment is charged and granted when nothing is used, in the order of time. */
export type Schedule = {
  readonly charges: readonly { readonly at: LocalSecond; readonly amount: number }[];
  readonly total: number;
  readonly grants: readonly ScheduledGrant[];
  readonly ends: LocalSecond;
  readonly isPriced: boolean;
};

/**
 * The schedules of one offer by the moment of purchase, as the rating engine itself charges and grants. A grant is told
 * from another by the scope it carries, so every allowance of the offer must have a scope object of its own, as in an
 * offer that was just read.
 */
export class ScheduleBook {
  readonly #offer: Offer;
  readonly #period: Period;
  readonly #local: OffsetHistory;
  readonly #book: SupplyBook | null;
  /** Whether a purchase on another day is charged and granted the same, so many days later. */
  readonly isAlike: boolean;
  readonly #byScope: ReadonlyMap<Scope, Allowance>;
  readonly #known = new Map<number, Schedule>();
  readonly #givenUp = new Map<string, Schedule>();

  constructor(offer: Offer, period: Period, local: OffsetHistory) {
    this.#offer = { ...offer, terms: { ...offer.terms, starts: 'purchase' } };
    this.#period = period;
    this.#local = local;
    const book = new SupplyBook(offer, period, local);
    this.#book = book.dependsOnHour ? null : book;
    this.isAlike = book.isAlike;
    this.#byScope = new Map(offer.terms.allowances.map((allowance) => [allowance.scope, allowance]));
    if (this.#byScope.size < offer.terms.allowances.length)
      throw new Error(`two allowances of ${offer.id} share a scope`);
  }

  at(moment: LocalSecond): Schedule {
    const known = this.#known.get(moment);
    if (known) return known;
    const purchase = { offer: this.#offer.id, at: moment };
    const schedule = this.#book ? this.#fromBook(this.#book, purchase) : this.#of(purchase);
    this.#known.set(moment, schedule);
    return schedule;
  }

  #fromBook(book: SupplyBook, purchase: Purchase): Schedule {
    const { charges, portions, isPriced } = book.at(purchase.at, null);
    return {
      charges,
      total: sumOf(charges),
      grants: portions.map(({ from, until, amount, scope }) => ({
        from,
        until,
        amount,
        allowance: this.#allowanceOf(scope),
      })),
      ends: this.#endOf(purchase),
      isPriced,
    };
  }

  /** The schedule of a purchase that is given up at a moment. */
  until(moment: LocalSecond, until: LocalSecond): Schedule {
    const key = `${moment} ${until}`;
    const schedule = this.#givenUp.get(key) ?? this.#of({ offer: this.#offer.id, at: moment, until });
    this.#givenUp.set(key, schedule);
    return schedule;
  }

  #of(purchase: Purchase): Schedule {
    const lines = this.#rate(purchase);
    const charges = lines.flatMap(({ at, amount }) => (amount === 0 ? [] : [{ at, amount }]));
    return {
      charges,
      total: sumOf(charges),
      grants: lines.flatMap((line) => this.#grantOf(line)),
      ends: this.#endOf(purchase),
      isPriced: lines.every(({ kind }) => kind !== 'unpriced'),
    };
  }

  #rate(purchase: Purchase): Line[] {
    const lines: Line[] = [];
    const start = dayOf(purchase.at);
    const input = {
      offers: new Map([[this.#offer.id, this.#offer]]),
      purchases: [purchase],
      period: { start, days: this.#period.start + this.#period.days - start },
      local: this.#local,
    };
    new Rater(input, (line) => lines.push(line)).finish();
    return lines;
  }

  #grantOf({ kind, use, at, until }: Line): ScheduledGrant[] {
    if (kind !== 'grant' || !use?.scope || until === undefined) return [];
    const amount = use.units === 'unlimited' ? Number.POSITIVE_INFINITY : use.units;
    return [{ from: at, until, amount, allowance: this.#allowanceOf(use.scope) }];
  }

  #allowanceOf(scope: Scope): Allowance {
    return this.#byScope.get(scope) as Allowance;
  }

  #endOf(purchase: Purchase): LocalSecond {
    const end = localSecondOf(day(this.#period.start + this.#period.days));
    return Math.min(new Holding(this.#offer, purchase, this.#local).ends, end) as LocalSecond;
  }
}

function sumOf(charges: readonly { readonly amount: number }[]): number {
  return charges.reduce((sum, { amount }) => sum + amount, 0);
}
