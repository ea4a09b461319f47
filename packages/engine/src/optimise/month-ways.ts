import { sumOfAll } from './cover.ts';
import { type Coverage, frontier, type Steps, stepsOf, stepsOfOne, sumOfTwo, thinned } from './cover-steps.ts';
import type { Demand } from './demand.ts';
import type { Month, MonthCoverage } from './month-coverages.ts';
import { RatedSteps } from './rated-steps.ts';

/**
 * The cheapest ways to hold bytes in one month with the add-ons of that month alone. What lacks early in the month is served
 * by something that is bought by then, at the price of that day.
 */
export class MonthWays {
  readonly #asked: number;
  readonly #month: Month;
  /** The first use of each day of the month. */
  readonly #days: readonly number[];
  readonly #inAll: RatedSteps;
  /** For each day, what is bought on that day or before, and the ways of which one is; these once they are asked for. */
  readonly #boughtBy: readonly Steps[];
  readonly #byDay: (RatedSteps | undefined)[] = [];

  /** @param coverages of each add-on, in this month. */
  constructor(coverages: readonly (readonly MonthCoverage[])[], month: Month, demand: Demand) {
    this.#month = month;
    this.#asked = demand.between(month.first, month.end);
    this.#days = demand.firstOfDays.filter((use) => use >= month.first && use < month.end);
    const each = coverages.map((own) => stepsOf(own, this.#asked));
    this.#inAll = new RatedSteps(sumOfAll(each, this.#asked));
    this.#boughtBy = this.#boughtByDay(coverages.flat());
  }

  /**
   * The least cost of what lacks in this month where so many bytes of it are served by other purchases.
   * @param rate what a byte alone costs at least.
   */
  asked(lacks: Float64Array, rate: number): (served: number) => number {
    const { first, end } = this.#month;
    const before = this.#days.map(() => 0);
    let sum = 0;
    for (let use = first, day = -1; use < end; use++) {
      if (use === this.#days[day + 1]) before[++day] = sum;
      sum += lacks[use] as number;
    }
    return (served) => (sum <= served ? 0 : this.#least({ lack: sum - served, served, before, rate }));
  }

  /** Up to some day what lacks is bought byte by byte, by that day something else. */
  #least({ lack, served, before, rate }: LackOfMonth): number {
    const atLeast = this.#inAll.least(lack, rate);
    let least = lack * rate;
    for (let day = this.#days.length - 1; day >= 0; day--) {
      const alone = Math.max(0, (before[day] as number) - served);
      if (alone > 0 && !Number.isFinite(rate)) continue;
      const paid = alone > 0 ? alone * rate : 0;
      least = Math.min(least, paid + this.#waysBy(day).least(lack - alone, rate));
      if (alone === 0) break;
    }
    return Math.max(atLeast, least);
  }

  #waysBy(day: number): RatedSteps {
    const known = this.#byDay[day];
    if (known) return known;
    const one = this.#boughtBy[day] as Steps;
    const ways = new RatedSteps(thinned(sumOfTwo(this.#inAll.steps, one, this.#asked)));
    this.#byDay[day] = ways;
    return ways;
  }

  #boughtByDay(coverages: MonthCoverage[]): Steps[] {
    coverages.sort((a, b) => a.use - b.use);
    let one: Coverage[] = [];
    let next = 0;
    return this.#days.map((day) => {
      const first = next;
      while (next < coverages.length && (coverages[next] as MonthCoverage).use <= day) next++;
      one = frontier([...one, ...coverages.slice(first, next)]);
      return stepsOfOne(one, this.#asked);
    });
  }
}

/** What lacks after `served` bytes, what lacks before each day, and what a byte alone costs. */
type LackOfMonth = {
  readonly lack: number;
  readonly served: number;
  readonly before: readonly number[];
  readonly rate: number;
};
