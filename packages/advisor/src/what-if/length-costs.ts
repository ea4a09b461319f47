import type { CompiledCatalog } from '@simwise/catalog';
import { type BestLengths, type MarketOffer, Sweep, SweepMemory } from '@simwise/engine';
import type { RouteCoverage } from '@simwise/places';
import { findCandidates } from '../candidates.ts';
import { withoutShutOut } from '../coverage-advice.ts';
import { marketOf } from '../market.ts';
import { numbersIn } from '../numbers.ts';
import type { Stay } from '../stay.ts';
import { type ChoiceKind, limitsOf } from '../stay-search.ts';
import { variantsOf } from '../variants.ts';
import type { CheapestChoice } from './least-cost.ts';
import { KINDS, stayAt } from './point-costs.ts';

/** A stay and what may be bought for it, as the optimiser sees it. */
export type StayOffers = {
  readonly catalog: CompiledCatalog;
  readonly stay: Stay;
  readonly market: readonly MarketOffer[];
};

/** What finders leave to those after them, for each way of doing what is asked for. */
export type FinderMemory = SweepMemory[];

/** What was found for stays of the same use a day, of one day and more. */
export type LengthCosts = {
  /** What the cheapest cards found of a kind are reckoned to cost; infinite where none was found to serve. */
  costAt(kind: ChoiceKind, days: number): number;
  /** The cheapest cards found of a kind, replayed by the rating engine; null where none was found to serve. */
  at(kind: ChoiceKind, days: number): CheapestChoice | null;
};

/** `isFull`: each kind is wanted, not only the two cheapest. `memory`: of finders before, of which is kept what is still true. */
export type FinderTerms = { readonly isFull?: boolean; readonly memory?: FinderMemory };

/**
 * Finds cheap cards for all lengths of a stay at once, for one amount of data a day after another, at the middle of every
 * price. They can be had for their cost; that nothing else is cheaper is not proven.
 */
export class LengthFinder {
  readonly #offers: StayOffers;
  readonly #stay: Stay;
  readonly #isFull: boolean;
  readonly #memory: FinderMemory;
  /** One for each way of doing what is asked for. */
  readonly #sweeps: Sweep[] = [];

  /** @param longest days of the longest stay. */
  constructor(offers: StayOffers, longest: number, { isFull = false, memory = [] }: FinderTerms = {}) {
    this.#offers = offers;
    this.#stay = { ...offers.stay, days: longest };
    this.#isFull = isFull;
    this.#memory = memory;
  }

  /** For the use of the stay, or for other data a day: that which is not stated for an application. */
  *find(bytes?: number): Generator<void, LengthCosts> {
    const stay = bytes === undefined ? this.#stay : stayAt(this.#stay, { bytes });
    const found: BestLengths[] = [];
    for (const [index, { uses }] of variantsOf(this.#offers.catalog, stay).entries()) {
      this.#sweeps[index] ??= this.#newSweep(index);
      found.push(yield* this.#sweeps[index].run(uses, this.#isFull));
    }
    return {
      costAt: (kind, days) => Math.min(...found.map((each) => each.costAt(kind, days))),
      at: (kind, days) => {
        const [best] = found.toSorted((a, b) => a.costAt(kind, days) - b.costAt(kind, days));
        const choice = best?.at(kind, days);
        return choice ? { kind, ...choice } : null;
      },
    };
  }

  #newSweep(way: number): Sweep {
    this.#memory[way] ??= new SweepMemory();
    const { start, days, needs } = this.#stay;
    const stage = {
      period: { start, days },
      local: this.#offers.catalog.country.offsets,
      acceptsThrottle: needs.throttleAccepted,
    };
    const problem = { market: this.#offers.market, stage, limits: limitsOf(this.#stay, 'overall') };
    return new Sweep(problem, this.#memory[way]);
  }
}

/** What may be bought for a stay. @throws CannotDo where a number that is called is none. */
export function stayOffers(catalog: CompiledCatalog, stay: Stay, route: RouteCoverage | null = null): StayOffers {
  const candidates = withoutShutOut(findCandidates(catalog, stay), stay, route);
  return { catalog, stay, market: marketOf(catalog, candidates, numbersIn(stay.profile)) };
}

/** The cheapest cards found for a number of days; those of the next kind where the first do not stand their replay. */
export function cheapestAt(costs: LengthCosts, days: number): CheapestChoice | null {
  const byCost = KINDS.toSorted((a, b) => costs.costAt(a, days) - costs.costAt(b, days));
  for (const kind of byCost) {
    const found = costs.at(kind, days);
    if (found) return found;
  }
  return null;
}
