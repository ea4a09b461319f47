import { type CoverAsk, CoverBound } from './cover.ts';
import type { Demand } from './demand.ts';
import { coveragesByMonth, isMonthly, type Month, type MonthCoverage } from './month-coverages.ts';
import { MonthWays } from './month-ways.ts';
import type { Pack } from './pack.ts';
import { coverOffers, offerOnBase } from './purchase-rules.ts';
import type { SupplyShelf } from './supply-shelf.ts';

/** What lacks of each use, of which `anyMonth` bytes in all are served already, in whichever month suits best. */
export type MonthAsk = CoverAsk & { readonly lacks: Float64Array; readonly anyMonth: number };

/** In so many parts is divided what lacks, to share what serves in any month among the months. */
const PARTS = 128;

/**
 * The least that any purchases cost which together hold what is asked for in each month. What an add-on of calendar months
 * holds falls to the month that it is charged for, so that the rest of a month is not covered at the price of a whole one;
 * what else is bought may serve in any month, shared as suits best.
 */
export class MonthBound {
  readonly #months: readonly MonthWays[];
  readonly #others: CoverBound;

  private constructor(months: readonly MonthWays[], others: CoverBound) {
    this.#months = months;
    this.#others = others;
  }

  /** Made step by step, so that a caller may rest. */
  static *made(packs: readonly Pack[], months: readonly Month[], stage: MonthStage): Generator<void, MonthBound> {
    const { demand, shelf, cards } = stage;
    const monthly = new Map<string, Pack>();
    for (const pack of packs) if (isMonthly(pack, shelf)) monthly.set(offerOnBase(pack), pack);
    const coverages: MonthCoverage[][][] = [];
    for (const pack of monthly.values()) coverages.push(yield* coveragesByMonth(pack, months, { demand, shelf }));
    const ways: MonthWays[] = [];
    for (const [index, month] of months.entries()) {
      const ofMonth = coverages.map((byMonth) => byMonth[index] ?? []);
      ways.push(new MonthWays(ofMonth, month, demand));
      yield;
    }
    const others = packs.filter((pack) => !monthly.has(offerOnBase(pack)));
    const bound = new CoverBound(coverOffers(others, demand.total), cards, demand.total);
    yield* bound.ready();
    return new MonthBound(ways, bound);
  }

  /** The bound; infinite where so much cannot be held. */
  least({ lacks, anyMonth, ...ask }: MonthAsk): number {
    const part = Math.max(1, lacks.reduce((sum, own) => sum + own, 0) / PARTS);
    // Each month but one may round its share up by less than a part.
    const most = PARTS + this.#months.length - 1;
    const byMonth = this.#months.map((month) => costsWithParts(month.asked(lacks, ask.rate), part, most));
    const costs = byMonth.reduce(sharedBest);
    const { costs: prices, bytes: held } = this.#others.stepsFor(ask);
    let least = Number.POSITIVE_INFINITY;
    for (let step = 0; step < prices.length; step++) {
      const shared = anyMonth + (held[step] as number);
      const parts = shared === 0 ? 0 : Math.ceil(shared / part) + this.#months.length - 1;
      least = Math.min(least, (prices[step] as number) + (costs[Math.min(parts, most)] as number));
    }
    return least;
  }
}

export type MonthStage = { readonly demand: Demand; readonly shelf: SupplyShelf; readonly cards: number };

/** What a month costs at least where other purchases serve 0, 1, 2 and more parts of it, up to `most`. */
function costsWithParts(least: (served: number) => number, part: number, most: number): Float64Array {
  const costs = new Float64Array(most + 1);
  for (let parts = 0; parts <= most; parts++) {
    costs[parts] = least(parts * part);
    if (costs[parts] === 0) break;
  }
  return costs;
}

/** The least for two months, however the parts are shared between them. */
function sharedBest(one: Float64Array, other: Float64Array): Float64Array {
  const best = new Float64Array(one.length).fill(Number.POSITIVE_INFINITY);
  for (let own = 0; own < one.length; own++) {
    const cost = one[own] as number;
    for (let parts = own; parts < best.length; parts++) {
      const sum = cost + (other[parts - own] as number);
      if (sum < (best[parts] as number)) best[parts] = sum;
    }
    if (cost === 0) break;
  }
  return best;
}
