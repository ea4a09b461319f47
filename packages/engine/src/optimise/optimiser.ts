import type { UsageEvent } from '../usage.ts';
import { Demand } from './demand.ts';
import { Effort } from './effort.ts';
import type { Limits, MarketOffer } from './market.ts';
import { type Month, monthsOf } from './month-coverages.ts';
import { OptimumSearch } from './optimum-search.ts';
import { PackShelf } from './pack.ts';
import type { Stage } from './solution.ts';
import { TalkBook } from './talk-plan.ts';

/** A stay of known use and what is for sale. */
export type OptimiseProblem = {
  readonly market: readonly MarketOffer[];
  /** In the order of time. */
  readonly uses: readonly UsageEvent[];
  readonly stage: Stage;
};

/**
 * Finds the cheapest cards for a stay of known use, as the rating engine charges it, and proves it. What is worked out
 * about offers is kept from one search to the next. See docs/decisions/0004-the-optimum.md for the combinations searched.
 */
export class Optimiser {
  readonly stage: Stage;
  readonly effort = new Effort();
  readonly demand: Demand;
  readonly shelf: PackShelf;
  readonly talk: TalkBook;
  readonly months: readonly Month[];
  readonly #market: readonly MarketOffer[];

  constructor({ market, uses, stage }: OptimiseProblem) {
    this.stage = stage;
    // In the order of ids, so that the order of the market decides nothing.
    this.#market = market.filter(isInSpace).sort((a, b) => (a.offer.id < b.offer.id ? -1 : 1));
    this.demand = new Demand(uses.filter(({ kind }) => kind === 'data'));
    this.shelf = new PackShelf(this.demand, stage, this.effort);
    this.months = monthsOf(this.demand, stage.period, stage.local);
    this.talk = new TalkBook(uses, stage, this.effort);
  }

  /** A search within limits, over all offers or those named. */
  search(limits: Limits, only?: ReadonlySet<string>): OptimumSearch {
    const market = only ? this.#market.filter(({ offer }) => only.has(offer.id)) : this.#market;
    return new OptimumSearch(this, limits, market);
  }
}

/** Offers that act on a card, and add-ons for calls and messages, are not part of what is searched. */
export function isInSpace({ offer: { terms }, role }: MarketOffer): boolean {
  if (terms.special) return false;
  return role !== 'add-on' || [...terms.allowances, ...terms.rates].every(({ kind }) => kind === 'data');
}
