import type { Period } from '../card-state.ts';
import { day } from '../civil-day.ts';
import { cycleEnd } from '../cycle.ts';
import { LOCAL_DAYS, type LocalSecond, localSecondOf, type OffsetHistory } from '../local-time.ts';
import type { Coverage } from './cover-steps.ts';
import type { Demand } from './demand.ts';
import { spanOf } from './fill.ts';
import type { Pack } from './pack.ts';
import { isRecurring } from './purchase-rules.ts';
import type { Supply } from './supply.ts';
import type { SupplyShelf } from './supply-shelf.ts';

/** A month of the calendar as far as it lies in the stay, and the uses in it: `first` up to, not including, `end`. */
export type Month = {
  readonly from: LocalSecond;
  readonly until: LocalSecond;
  readonly first: number;
  readonly end: number;
};

/** The calendar months of a stay. */
export function monthsOf(demand: Demand, { start, days }: Period, local: OffsetHistory): Month[] {
  const over = localSecondOf(day(start + days));
  const count = { rule: LOCAL_DAYS, local, origin: localSecondOf(start) };
  const months: Month[] = [];
  for (let from = count.origin; from < over; from = months.at(-1)?.until ?? over) {
    const until = cycleEnd({ unit: 'calendar-month', dayOfMonth: 1 }, count, months.length);
    months.push({ from, until, first: demand.indexFrom(from), end: demand.indexFrom(until) });
  }
  return months;
}

/**
 * Whether a pack is an add-on that is charged and granted anew on the first of each month, for that month alone. It can be
 * held once at a time, and given up only as a month ends.
 */
export function isMonthly(pack: Pack, shelf: SupplyShelf): boolean {
  const { base, market } = pack;
  const { renews, dayRule, allowances, term } = market.offer.terms;
  const isOfMonth = renews.unit === 'calendar-month' && renews.dayOfMonth === 1 && term.unit === 'forever';
  const ends = allowances.every(({ lives, rebuyAt }) => lives.is === 'renewal' && rebuyAt === undefined);
  const isPlain = dayRule.is === 'local' && !shelf.pricesOf(market).isFree.includes(true);
  return base !== null && isOfMonth && ends && isPlain && isRecurring(pack);
}

/** What is charged and held in a month of a purchase that was made at a use, or before the month. */
export type MonthCoverage = Coverage & { readonly use: number };

/**
 * What a monthly add-on costs and holds in each month at most, bought on each day; where that is the same, on the first of
 * these days. Rests after some days.
 */
export function* coveragesByMonth(
  pack: Pack,
  months: readonly Month[],
  { demand, shelf }: { readonly demand: Demand; readonly shelf: SupplyShelf },
): Generator<void, MonthCoverage[][]> {
  const { market, rate } = pack;
  const byMonth: MonthCoverage[][] = months.map(() => []);
  const seen = months.map(() => new Set<string>());
  for (const [index, use] of demand.firstOfDays.entries()) {
    const at = demand.moments[use] as LocalSecond;
    const supply = shelf.boughtAt(market, at);
    for (const [place, month] of months.entries()) {
      if (at >= month.until) continue;
      const asked = demand.between(month.first, month.end);
      for (const { cost, bytes } of coverageIn(month, supply, demand)) {
        const key = `${cost} ${bytes}`;
        if (seen[place]?.has(key)) continue;
        seen[place]?.add(key);
        const coverages = withRate({ cost: cost * market.weight, bytes }, rate, asked);
        byMonth[place]?.push(...coverages.map((coverage) => ({ ...coverage, use })));
      }
    }
    if (index % DAYS_AT_ONCE === DAYS_AT_ONCE - 1) yield;
  }
  return byMonth;
}

const DAYS_AT_ONCE = 20;

/** What is charged and held within a month, which may be nothing: the rate of what is bought then holds all the same. */
function coverageIn({ from, until }: Month, { charges, portions, isPriced }: Supply, demand: Demand): Coverage[] {
  if (!isPriced) return [];
  const isWithin = ({ at }: { readonly at: LocalSecond }) => from <= at && at < until;
  const charged = charges.filter(isWithin);
  const granted = portions.filter((portion) => isWithin({ at: portion.from }));
  const bytes = granted.reduce((sum, portion) => sum + (spanOf(portion, demand)?.amount ?? 0), 0);
  return [{ cost: charged.reduce((sum, { amount }) => sum + amount, 0), bytes }];
}

const RATE_STEPS = 16;

/** Bytes bought one by one beside it, in a few steps, each as cheap as its first and as large as its last. */
function withRate(coverage: Coverage, rate: number, most: number): Coverage[] {
  const step = (most - coverage.bytes) / RATE_STEPS;
  if (!Number.isFinite(rate) || step <= 0) return [coverage];
  const steps = Array.from({ length: RATE_STEPS }, (_, index) => ({
    cost: coverage.cost + rate * step * index,
    bytes: coverage.bytes + step * (index + 1),
  }));
  return [coverage, ...steps];
}
