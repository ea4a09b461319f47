import type { CompiledCatalog } from '@simwise/catalog';
import { type MarketOffer, type OptimiseProblem, Optimiser } from '@simwise/engine';
import { type BuyersStay, type Candidates, findCandidates } from './candidates.ts';

/**
 * What the searches for one stay leave to those for the next. Where the next differs in its use alone, as when a slider is
 * moved, it is answered sooner: a proven answer costs the same as that of a new search. One person's memory; it keeps the last
 * stay only.
 */
export class SearchMemory {
  #sale = '';
  #candidates: { readonly catalog: CompiledCatalog; readonly buyer: string; readonly found: Candidates } | null = null;
  readonly #optimisers = new Map<string, Optimiser>();

  /** What this person may buy; as it was found before, where catalogue, person, phone, needs and first day are the same. */
  candidatesFor(catalog: CompiledCatalog, stay: BuyersStay): Candidates {
    const buyer = JSON.stringify([stay.start, stay.person, stay.device, stay.needs, stay.currency]);
    if (this.#candidates?.catalog !== catalog || this.#candidates.buyer !== buyer) {
      this.#candidates = { catalog, buyer, found: findCandidates(catalog, stay) };
    }
    return this.#candidates.found;
  }

  /** @param way of doing what the stay asks for; each has uses of its own. */
  optimiserFor(way: string, problem: OptimiseProblem): Optimiser {
    const sale = JSON.stringify([problem.stage, problem.market.map(withNumbers)]);
    if (sale !== this.#sale) this.#optimisers.clear();
    this.#sale = sale;
    const optimiser = this.#optimisers.get(way)?.moved(problem.uses) ?? new Optimiser(problem);
    this.#optimisers.set(way, optimiser);
    return optimiser;
  }
}

function withNumbers(market: MarketOffer): unknown {
  return { ...market, numbers: [...market.numbers] };
}
