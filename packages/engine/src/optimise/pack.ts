import { localSecondOf } from '../local-time.ts';
import { coversTime, coversUse } from '../scope.ts';
import { type Coverage, frontier } from './cover-steps.ts';
import type { Demand } from './demand.ts';
import { ended } from './ended.ts';
import type { Span } from './fill.ts';
import type { MarketOffer } from './market.ts';
import type { Stage } from './solution.ts';
import type { Portion, SupplyBook } from './supply.ts';
import type { SupplyShelf, Way } from './supply-shelf.ts';

/** One way of buying data: an offer, kept for a number of its cycles (`null`: to the end, or as long as it lives). */
export type Pack = Way & {
  /** For an add-on, the base it is bought on. */
  readonly base: string | null;
  /** What it costs and the most it serves alone at different moments: those that serve more than any that costs less. */
  readonly coverages: readonly Coverage[];
  /** The same for what its buckets hold alone. */
  readonly volumes: readonly Coverage[];
  /** The least a byte beyond its volume costs where it costs something; infinite where none is sold. */
  readonly rate: number;
};

const RATE_STEPS = 16;

/** So many moments of purchase are looked at before a rest. */
const USES_AT_ONCE = 8;

/** The ways of buying data for a demand; worked out when first asked for. */
export class PackShelf {
  readonly #demand: Demand;
  readonly #stage: Stage;
  readonly #supplies: SupplyShelf;
  readonly #packs = new Map<string, Pack[]>();
  /** What uses ask for that a scope covers. */
  readonly #scoped = new Map<string, number>();

  constructor(demand: Demand, stage: Stage, supplies: SupplyShelf) {
    this.#demand = demand;
    this.#stage = stage;
    this.#supplies = supplies;
  }

  /** The ways of buying an offer that serve something. */
  packsOf(market: MarketOffer, base: string | null): Pack[] {
    return ended(this.prepare(market, base));
  }

  /** The same, way by way, so that a caller may rest. */
  *prepare(market: MarketOffer, base: string | null): Generator<void, Pack[]> {
    const key = `${market.offer.id} ${base}`;
    const known = this.#packs.get(key);
    if (known) return known;
    const packs: Pack[] = [];
    for (const way of this.#supplies.waysOf(market)) {
      if (way.cycles !== null) yield;
      packs.push(...(yield* this.#pack(way, base)));
    }
    this.#packs.set(key, packs);
    return packs;
  }

  *#pack({ market, cycles }: Way, base: string | null): Generator<void, Pack[]> {
    const { rate } = this.#supplies.pricesOf(market);
    const draft = { market, base, cycles, coverages: [], volumes: [], rate };
    const all = this.#supplies.isSimple(market) ? this.#simpleCoverages(draft) : yield* this.#bookedCoverages(draft);
    const isUseful = Number.isFinite(rate) || this.#supplies.holdsBeside(market);
    const sold = all.filter(({ cost, bytes }) => Number.isFinite(cost) && (bytes > 0 || isUseful));
    const volumes = frontier([...sold]);
    const coverages = frontier(volumes.flatMap((coverage) => this.#withRate(coverage, rate)));
    return coverages.length > 0 ? [{ ...draft, coverages, volumes }] : [];
  }

  /** Bytes bought one by one, in a few steps, each as cheap as its first and as large as its last. */
  #withRate(coverage: Coverage, rate: number): Coverage[] {
    if (!Number.isFinite(rate)) return [coverage];
    const step = (this.#demand.total - coverage.bytes) / RATE_STEPS;
    const steps = Array.from({ length: RATE_STEPS }, (_, index) => ({
      cost: coverage.cost + rate * step * index,
      bytes: coverage.bytes + step * (index + 1),
    }));
    return [coverage, ...steps];
  }

  #simpleCoverages(pack: Pack): Coverage[] {
    const isFree = this.#supplies.pricesOf(pack.market).isFree.includes(true);
    const most = this.#mostOf(pack, isFree);
    const { cost } = this.#supplies.supply(pack, 0);
    const coverages: Coverage[] = [];
    for (const use of this.#demand.moments.keys()) {
      const bytes = isFree
        ? this.#reachOf(this.#supplies.supply(pack, use).spans)
        : this.#reachOfSimple(pack.market, use);
      coverages.push({ cost, bytes });
      if (bytes >= most) break;
    }
    return coverages;
  }

  /** A pack that costs the same at every moment need not be looked at further once it serves all that is in it. */
  #mostOf({ market }: Pack, isFree: boolean): number {
    const { allowances } = market.offer.terms;
    const isPlain = allowances.every(({ per }) => per !== 'day') && !isFree;
    const own = allowances.filter(({ kind }) => this.#demand.kinds.has(kind));
    const held = own.reduce((sum, { amount }) => sum + (amount === 'unlimited' ? this.#demand.total : amount), 0);
    return isPlain ? Math.min(held, this.#demand.total) : this.#demand.total;
  }

  /** What is granted in all where every day is alike, else what it serves when bought at each moment. */
  *#bookedCoverages(pack: Pack): Generator<void, Coverage[]> {
    const book = this.#supplies.bookOf(pack.market);
    if (book.isAlike) return this.#coveragesOfAlike(pack, book);
    const uses = book.dependsOnHour ? this.#demand.moments.map((_, use) => use) : this.#demand.firstOfDays;
    const coverages: Coverage[] = [];
    for (const [index, use] of uses.entries()) {
      const { cost, spans } = this.#supplies.supply(pack, use);
      coverages.push({ cost, bytes: this.#reachOf(spans) });
      if (index % USES_AT_ONCE === USES_AT_ONCE - 1) yield;
    }
    return coverages;
  }

  /** A later purchase is the first one with fewer cycles, so the sums up to each cycle's end are all there are. */
  #coveragesOfAlike({ market, cycles, rate }: Pack, book: SupplyBook): Coverage[] {
    const at = localSecondOf(this.#stage.period.start);
    const { charges, portions, isPriced } = book.at(at, this.#supplies.givenUpAt(market, at, cycles));
    if (!isPriced) return [];
    const grants = [...portions].sort((a, b) => a.from - b.from);
    const free = this.#supplies
      .pricesOf(market)
      .isFree.reduce((sum, is, use) => (is ? sum + (this.#demand.amounts[use] as number) : sum), 0);
    const coverages: Coverage[] = [];
    let cost = 0;
    let bytes = 0;
    let next = 0;
    for (const charge of [...charges, { at: Number.POSITIVE_INFINITY, amount: 0 }]) {
      for (; next < grants.length && (grants[next] as Portion).from < charge.at; next++)
        bytes += this.#usable(grants[next] as Portion);
      const isServing = next > 0 || free > 0 || Number.isFinite(rate) || this.#supplies.holdsBeside(market);
      if (charge.at > at && isServing)
        coverages.push({ cost: cost * market.weight, bytes: Math.min(this.#demand.total, free + bytes) });
      cost += charge.amount;
    }
    return coverages;
  }

  /** What of a portion its scope lets the demand use, at most. */
  #usable({ kind, amount, scope }: Portion): number {
    if (!this.#demand.kinds.has(kind)) return 0;
    if (Object.keys(scope).length === 0) return amount;
    const key = JSON.stringify([kind, scope]);
    let asked = this.#scoped.get(key);
    if (asked === undefined) {
      asked = this.#demand.uses.reduce(
        (sum, use) => sum + (use.kind === kind && coversUse(scope, use) && coversTime(scope, use.at) ? use.amount : 0),
        0,
      );
      this.#scoped.set(key, asked);
    }
    return Math.min(amount, asked);
  }

  /** A bound for what spans of one pack serve together: each what lies in it, at most what is asked for in all. */
  #reachOf(spans: readonly Span[]): number {
    let sum = 0;
    for (const span of spans) sum += this.#demand.usableOf(span);
    return Math.min(sum, this.#demand.total);
  }

  /** The same for a one-off pack that is bought at the moment of a use and serves nothing beyond its buckets. */
  #reachOfSimple(market: MarketOffer, first: number): number {
    let sum = 0;
    this.#supplies.eachPortion(market, first, (from, until, bytes) => {
      sum += Math.min(bytes, this.#demand.between(from, until));
    });
    return Math.min(sum, this.#demand.total);
  }
}
