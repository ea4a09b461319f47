import type { Period } from '../card-state.ts';
import { type Day, day } from '../civil-day.ts';
import type { Cycle } from '../cycle.ts';
import type { Line } from '../ledger.ts';
import { DAY_SECONDS, dayOf, type LocalSecond, localSecondOf, type OffsetHistory } from '../local-time.ts';
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
 * cycles, proration and rollover need no second description. The engine is asked once for each day of purchase, and once
 * in all for offers that are the same on every day. A purchase that waits for its first use begins at once here: an
 * optimiser buys it at the moment of that use.
 */
export class SupplyBook {
  readonly #offer: Offer;
  readonly #period: Period;
  readonly #local: OffsetHistory;
  /** Whether a purchase on another day is charged and granted the same, so many days later. */
  readonly isAlike: boolean;
  readonly #countsSeconds: boolean;
  readonly #byDay = new Map<Day, Supply>();

  constructor(offer: Offer, period: Period, local: OffsetHistory) {
    this.#offer = { ...offer, terms: { ...offer.terms, starts: 'purchase' } };
    this.#period = period;
    this.#local = local;
    this.isAlike = isAlikeEveryDay(offer);
    this.#countsSeconds =
      offer.terms.dayRule.is === 'rolling' ||
      cyclesOf(offer).some((cycle) => cycle.unit === 'days' && cycle.ends !== 'midnight');
  }

  /** The supply of a purchase at a moment that is given up at `until`; charges and portions after that fall away. */
  at(moment: LocalSecond, until: LocalSecond | null): Supply {
    const bought = this.isAlike ? this.#period.start : dayOf(moment);
    const { charges, portions, isPriced } = this.#ofDay(bought);
    const shift = this.#countsSeconds ? moment - localSecondOf(bought) : (dayOf(moment) - bought) * DAY_SECONDS;
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

  #ofDay(bought: Day): Supply {
    const known = this.#byDay.get(bought);
    if (known) return known;
    const supply = this.#rate(bought);
    this.#byDay.set(bought, supply);
    return supply;
  }

  #rate(bought: Day): Supply {
    const { id } = this.#offer;
    const lines: Line[] = [];
    const days = this.#period.start + this.#period.days - bought;
    const input = {
      offers: new Map([[id, this.#offer]]),
      purchases: [{ offer: id, at: localSecondOf(bought) }],
      period: { start: bought, days },
      local: this.#local,
    };
    new Rater(input, (line) => lines.push(line)).finish();
    return {
      charges: lines.flatMap(({ at, amount }) => (amount === 0 ? [] : [{ at, amount }])),
      portions: lines.flatMap(grantedPortion),
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

/** The whole of a purchase's charges. */
export function sumOfCharges(charges: readonly Charge[]): number {
  return charges.reduce((sum, { amount }) => sum + amount, 0);
}
