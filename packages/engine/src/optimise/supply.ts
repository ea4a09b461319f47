import type { Period } from '../card-state.ts';
import { day } from '../civil-day.ts';
import { type Cycle, cycleEnd } from '../cycle.ts';
import type { Line } from '../ledger.ts';
import { dayOf, type LocalSecond, localSecondOf, type OffsetHistory } from '../local-time.ts';
import type { Offer } from '../offer.ts';
import { Rater } from '../rater.ts';
import type { Scope } from '../scope.ts';
import type { UsageKind } from '../usage.ts';

/** Use that is granted from one moment up to another without further charge, for what its scope covers. */
export type Portion = {
  readonly kind: UsageKind;
  readonly from: LocalSecond;
  readonly until: LocalSecond;
  readonly amount: number;
  readonly scope: Scope;
};

/** What a purchase is charged, and when, in the offer's minor units. */
export type Charge = { readonly at: LocalSecond; readonly amount: number };

/** What a purchase brings when nothing is used. */
export type Supply = {
  readonly charges: readonly Charge[];
  readonly portions: readonly Portion[];
  readonly isPriced: boolean;
};

/**
 * The supply of one offer bought at any moment of a period, as the rating engine itself charges and grants it, so that
 * cycles, proration and rollover need no second description. The engine is asked once in all for an offer that is the
 * same on every day, else once for each day of purchase, or for each moment where the hour decides. A purchase that waits for its first use begins at once here: an
 * optimiser buys it at the moment of that use.
 */
export class SupplyBook {
  readonly #offer: Offer;
  readonly #period: Period;
  readonly #local: OffsetHistory;
  /** Whether a purchase on another day is charged and granted the same, so many days later. */
  readonly isAlike: boolean;
  /** Whether the hour of a purchase decides what it is charged and granted. */
  readonly dependsOnHour: boolean;
  readonly #byMoment = new Map<LocalSecond, Supply>();

  constructor(offer: Offer, period: Period, local: OffsetHistory) {
    this.#offer = { ...offer, terms: { ...offer.terms, starts: 'purchase' } };
    this.#period = period;
    this.#local = local;
    this.isAlike = isAlikeEveryDay(offer);
    this.dependsOnHour = dependsOnHour(offer);
  }

  /** The supply of a purchase at a moment that is given up at `until`; charges and portions after that fall away. */
  at(moment: LocalSecond, until: LocalSecond | null): Supply {
    const today = localSecondOf(dayOf(moment));
    const rated = this.dependsOnHour ? moment : this.isAlike ? localSecondOf(this.#period.start) : today;
    const { charges, portions, isPriced } = this.#boughtAt(rated);
    const shift = this.dependsOnHour ? 0 : today - rated;
    const end = until ?? (Number.MAX_SAFE_INTEGER as LocalSecond);
    const movedTo = (at: LocalSecond) => Math.max(moment, at + shift) as LocalSecond;
    return {
      isPriced,
      charges: charges
        .map(({ at, amount }) => ({ at: movedTo(at), amount }))
        .filter(({ at }) => at < end && this.#isWithin(at)),
      portions: portions
        .map((portion) => ({
          ...portion,
          from: movedTo(portion.from),
          until: Math.min(end, portion.until + shift) as LocalSecond,
        }))
        .filter(({ from }) => from < end && this.#isWithin(from)),
    };
  }

  #isWithin(at: LocalSecond): boolean {
    return at < localSecondOf(day(this.#period.start + this.#period.days));
  }

  #boughtAt(moment: LocalSecond): Supply {
    const known = this.#byMoment.get(moment);
    if (known) return known;
    const supply = this.#rate(moment);
    this.#byMoment.set(moment, supply);
    return supply;
  }

  #rate(bought: LocalSecond): Supply {
    const { id } = this.#offer;
    const lines: Line[] = [];
    const start = dayOf(bought);
    const days = this.#period.start + this.#period.days - start;
    const input = {
      offers: new Map([[id, this.#offer]]),
      purchases: [{ offer: id, at: bought }],
      period: { start, days },
      local: this.#local,
    };
    new Rater(input, (line) => lines.push(line)).finish();
    const { term, dayRule } = this.#offer.terms;
    const ends = cycleEnd(term, { rule: dayRule, local: this.#local, origin: bought });
    const lastingOf = (portion: Portion) => ({ ...portion, until: Math.min(portion.until, ends) as LocalSecond });
    return {
      charges: lines.flatMap(({ at, amount }) => (amount === 0 ? [] : [{ at, amount }])),
      portions: lines.flatMap(grantedPortion).map(lastingOf),
      isPriced: lines.every(({ kind }) => kind !== 'unpriced'),
    };
  }
}

function grantedPortion({ kind, use, at, until }: Line): Portion[] {
  if (kind !== 'grant' || !use || use.kind === 'money' || until === undefined) return [];
  const amount = use.units === 'unlimited' ? Number.POSITIVE_INFINITY : use.units;
  return [{ kind: use.kind, from: at, until, amount, scope: use.scope ?? {} }];
}

function cyclesOf({ terms }: Offer): Cycle[] {
  return [terms.renews, terms.term, ...terms.fee.phases.map(({ every }) => every)];
}

/** Whether a purchase a day later is charged and granted the same, a day later. */
function isAlikeEveryDay(offer: Offer): boolean {
  const { dayRule, allowances } = offer.terms;
  const hasEvenCycles = cyclesOf(offer).every(({ unit }) => unit === 'days' || unit === 'forever');
  const hasEvenLives = allowances.every(
    ({ lives, scope, during }) =>
      (lives.is === 'renewal' || lives.is === 'days' || lives.is === 'forever') &&
      scope.lastDay === undefined &&
      !during,
  );
  return hasEvenCycles && hasEvenLives && dayRule.is !== 'zone';
}

/** Whether a purchase at another hour of the day is charged or granted in another way. */
function dependsOnHour(offer: Offer): boolean {
  const { dayRule, allowances } = offer.terms;
  const endsAtHour = cyclesOf(offer).some((cycle) => cycle.unit === 'days' && cycle.ends === 'moment');
  return dayRule.is !== 'local' || endsAtHour || allowances.some(({ lives }) => lives.is === 'days');
}

/** The whole of a purchase's charges. */
export function sumOfCharges(charges: readonly Charge[]): number {
  return charges.reduce((sum, { amount }) => sum + amount, 0);
}
