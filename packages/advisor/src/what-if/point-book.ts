import type { CompiledCatalog } from '@simwise/catalog';
import type { MarketOffer, OffsetHistory } from '@simwise/engine';
import type { Candidate, Candidates } from '../candidates.ts';
import { marketOf } from '../market.ts';
import { numbersIn } from '../numbers.ts';
import type { Stay } from '../stay.ts';
import { StayMarket } from './least-cost.ts';
import { type FinderMemory, type LengthCosts, LengthFinder } from './length-costs.ts';
import { costsOfKinds, isSettled, KINDS, type PointCosts, stayAt, withFound } from './point-costs.ts';

/** A number of days and bytes a day, what is not stated for an application. */
export type Point = { readonly days: number; readonly bytes: number };

/**
 * Units of the optimiser's effort after which a search stops with what is proven by then. A search that does not end
 * before leaves a range of cost, and is never taken for a proof.
 */
export const EFFORT = 4_000_000;

/** What one pass found for stays of the same data a day, up to its longest. */
type Pass = { readonly longest: number; readonly costs: LengthCosts };

/**
 * The costs at points of days and data; each point is worked out once. The offers are those of the stay asked about. Where a
 * search stops before its end, what a pass over the days finds may be cheaper than what the search found by then.
 */
export class PointBook {
  readonly stay: Stay;
  readonly market: readonly MarketOffer[];
  readonly candidates: ReadonlyMap<string, Candidate>;
  readonly catalog: CompiledCatalog;
  readonly #known = new Map<string, PointCosts>();
  readonly #passes = new Map<number, Pass>();
  readonly #memory: FinderMemory = [];

  constructor(catalog: CompiledCatalog, candidates: Candidates, stay: Stay) {
    this.catalog = catalog;
    this.stay = stay;
    this.candidates = new Map([...candidates.bases, ...candidates.addOns].map((each) => [each.facts.id, each]));
    this.market = marketOf(catalog, candidates, numbersIn(stay.profile));
  }

  get local(): OffsetHistory {
    return this.catalog.country.offsets;
  }

  /** How many points were worked out. */
  get size(): number {
    return this.#known.size;
  }

  /** The point of the stay itself. */
  get origin(): Point {
    return { days: this.stay.days, bytes: bytesOf(this.stay) };
  }

  *at({ days, bytes }: Point, full = false): Generator<void, PointCosts> {
    const key = `${days} ${bytes} ${full}`;
    const known = this.#known.get(key);
    if (known) return known;
    const searched = yield* costsOfKinds(this.marketAt({ days, bytes }), EFFORT, full);
    const costs = isSettled(searched, full) ? searched : yield* this.#withPass(searched, { days, bytes });
    this.#known.set(key, costs);
    return costs;
  }

  *#withPass(searched: PointCosts, { days, bytes }: Point): Generator<void, PointCosts> {
    const pass = this.#passes.get(bytes);
    const costs = pass && pass.longest >= days ? pass.costs : yield* this.#newPass(bytes, days);
    return withFound(
      searched,
      KINDS.map((kind) => costs.at(kind, days)),
    );
  }

  *#newPass(bytes: number, longest: number): Generator<void, LengthCosts> {
    const costs = yield* new LengthFinder(this, longest, { isFull: true, memory: this.#memory }).find(bytes);
    this.#passes.set(bytes, { longest, costs });
    return costs;
  }

  marketAt(point: Point): StayMarket {
    return this.marketFor(stayAt(this.stay, point));
  }

  /** The stay in other circumstances, or with other offers. */
  marketFor(stay: Stay, market: readonly MarketOffer[] = this.market): StayMarket {
    return new StayMarket(this.catalog, stay, market);
  }
}

function bytesOf({ profile }: Stay): number {
  return profile
    .filter(({ kind, app }) => kind === 'data' && app === undefined)
    .reduce((sum, { perDay }) => sum + Math.round(perDay.num / perDay.den), 0);
}
