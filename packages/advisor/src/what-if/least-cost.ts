import type { CompiledCatalog } from '@simwise/catalog';
import { type MarketOffer, Optimiser, type OptimumSearch, type SolutionCard } from '@simwise/engine';
import type { Stay } from '../stay.ts';
import { type ChoiceKind, limitsOf, type Scope } from '../stay-search.ts';
import { type Variant, variantsOf } from '../variants.ts';

/** The cheapest cards found for a stay, at the middle of every price, in minor units of the stay's currency. */
export type CheapestChoice = {
  readonly kind: ChoiceKind;
  readonly cards: readonly SolutionCard[];
  readonly cost: number;
};

/**
 * What is known of the least cost within a scope: at least `low`, at most `high`; the same where it is proven, both
 * infinite where it is proven that nothing serves.
 */
export type LeastCost = { readonly low: number; readonly high: number; readonly choice: CheapestChoice | null };

/** Units of the optimiser's effort after which a search stops, and a cost that it need not prove more than to be above. */
export type Effort = { readonly units: number; readonly enough?: number };

/** A stay with what is for sale for it; optimisers are kept from one question to the next. */
export class StayMarket {
  readonly stay: Stay;
  readonly #market: readonly MarketOffer[];
  readonly #optimisers: readonly Optimiser[];

  constructor(catalog: CompiledCatalog, stay: Stay, market: readonly MarketOffer[]) {
    this.stay = stay;
    this.#market = market;
    const { start, days, needs } = stay;
    const { offsets: local } = catalog.country;
    const stage = { period: { start, days }, local, acceptsThrottle: needs.throttleAccepted };
    this.#optimisers = variantsOf(catalog, stay).map(({ uses }: Variant) => new Optimiser({ market, uses, stage }));
  }

  /** Searches a scope, over all offers but one that may be left out, and rests after each step. */
  *least(scope: Scope, effort: Effort, without?: string): Generator<void, LeastCost> {
    const only = without === undefined ? undefined : this.#idsWithout(without);
    let least: LeastCost = NOTHING_SERVES;
    for (const optimiser of this.#optimisers) {
      const search = optimiser.search(limitsOf(this.stay, scope), only);
      least = cheaperOf(least, yield* searched(search, effort));
    }
    return least;
  }

  #idsWithout(id: string): Set<string> {
    return new Set(this.#market.map(({ offer }) => offer.id).filter((each) => each !== id));
  }
}

export const NOTHING_SERVES: LeastCost = {
  low: Number.POSITIVE_INFINITY,
  high: Number.POSITIVE_INFINITY,
  choice: null,
};

function* searched(search: OptimumSearch, { units, enough }: Effort): Generator<void, LeastCost> {
  const run = search.run();
  for (let step = run.next(); !step.done; step = run.next()) {
    yield;
    const isEnough = enough !== undefined && lowerBoundOf(search) > enough;
    if (isEnough || step.value.effort > units) return leastOf(search, 0);
  }
  return leastOf(search, Number.POSITIVE_INFINITY);
}

/** @param low the bound where nothing was found: infinite after a whole search, none after a part of one. */
function leastOf(search: OptimumSearch, low: number): LeastCost {
  const solution = search.finish();
  if (!solution) return { low, high: Number.POSITIVE_INFINITY, choice: null };
  const { cards, certificate } = solution;
  const { cost, lowerBound } = certificate;
  return { low: Math.min(cost, lowerBound), high: cost, choice: { kind: kindOf(cards), cards, cost } };
}

function lowerBoundOf(search: OptimumSearch): number {
  return search.finish()?.certificate.lowerBound ?? 0;
}

export function cheaperOf(a: LeastCost, b: LeastCost): LeastCost {
  const first = b.high < a.high ? b : a;
  return { low: Math.min(a.low, b.low), high: first.high, choice: first.choice };
}

/** As in `StaySearch`: data cards, however many, are one kind; else one card is a phone card and several are a pair. */
function kindOf(cards: readonly SolutionCard[]): ChoiceKind {
  if (!cards.some(({ offers }) => offers[0]?.role === 'talk')) return 'data';
  return cards.length === 1 ? 'phone' : 'pair';
}
