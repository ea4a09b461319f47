import type { Period } from '../card-state.ts';
import { day } from '../civil-day.ts';
import { type Cycle, cycleEnd } from '../cycle.ts';
import {
  type DayCount,
  type DayRule,
  dayStartAfter,
  type LocalSecond,
  localSecondOf,
  type OffsetHistory,
} from '../local-time.ts';
import type { Allowance, Offer } from '../offer.ts';
import { coversTime, coversUse } from '../scope.ts';
import { bytePrices, ratedUses } from './byte-rate.ts';
import { type Coverage, frontier } from './cover-steps.ts';
import type { Demand } from './demand.ts';
import { type Effort, UNITS_A_SUPPLY } from './effort.ts';
import { type Span, spanOf } from './fill.ts';
import type { MarketOffer } from './market.ts';
import type { Stage } from './solution.ts';
import { type Portion, type Supply, SupplyBook, sumOfCharges } from './supply.ts';

/** One way of buying data: an offer, kept for a number of its cycles (`null`: to the end, or as long as it lives). */
export type Pack = {
  readonly market: MarketOffer;
  /** For an add-on, the base it is bought on. */
  readonly base: string | null;
  readonly cycles: number | null;
  /** What it costs and the most it serves alone at different moments: those that serve more than any that costs less. */
  readonly coverages: readonly Coverage[];
  /** The same for what its buckets hold alone. */
  readonly volumes: readonly Coverage[];
  /** The least a byte beyond its volume costs where it costs something; infinite where none is sold. */
  readonly rate: number;
};

/** What a pack costs, in the common currency, and serves when it is bought at the moment of a use. */
export type PackSupply = {
  readonly cost: number;
  readonly spans: readonly Span[];
  /** When it is given up; null where it is kept as long as it lives. */
  readonly until: LocalSecond | null;
  /** The first use at which it no longer lives. */
  readonly end: number;
};

/** A recurring offer is given up after one to this many cycles, or kept to the end. */
const MOST_CYCLES = 10;
const RATE_STEPS = 16;

/**
 * What a byte of each use costs beyond the buckets: `rate` the least that is not nothing, `isFree` where it is nothing,
 * `isRated` where the offer has a rate at all.
 */
export type ByteCharge = {
  readonly prices: Float64Array;
  readonly rate: number;
  readonly isFree: readonly boolean[];
  readonly isRated: readonly boolean[];
};

/** What packs cost and serve at each moment of a demand; worked out when first asked for. */
export class PackShelf {
  readonly #demand: Demand;
  readonly #period: Period;
  readonly #local: OffsetHistory;
  readonly #ends = new Map<string, Int32Array>();
  readonly #endsOf = new Map<Offer, Int32Array>();
  readonly #nextDays = new Map<DayRule, Int32Array>();
  readonly #books = new Map<MarketOffer, SupplyBook>();
  readonly #supplies = new Map<Pack, (PackSupply | undefined)[]>();
  readonly #packs = new Map<string, Pack[]>();
  readonly #moments = new Map<Pack, readonly number[]>();
  readonly #prices = new Map<MarketOffer, ByteCharge>();
  readonly #acceptsThrottle: boolean;
  readonly #effort: Effort;
  /** What uses ask for that a scope covers. */
  readonly #scoped = new Map<string, number>();

  constructor(demand: Demand, { period, local, acceptsThrottle }: Stage, effort: Effort) {
    this.#effort = effort;
    this.#demand = demand;
    this.#period = period;
    this.#local = local;
    this.#acceptsThrottle = acceptsThrottle;
  }

  /** The ways of buying an offer that serve something. */
  packsOf(market: MarketOffer, base: string | null): Pack[] {
    const key = `${market.offer.id} ${base}`;
    const known = this.#packs.get(key);
    if (known) return known;
    const packs = this.#cycleCounts(market.offer).flatMap((cycles) => this.#pack(market, base, cycles));
    this.#packs.set(key, packs);
    return packs;
  }

  #cycleCounts({ terms: { renews, fee } }: Offer): (number | null)[] {
    const recurs = fee.phases.some(({ times }) => times === null);
    if (!recurs || renews.unit === 'forever') return [null];
    const end = localSecondOf(day(this.#period.start + this.#period.days));
    const origin = localSecondOf(this.#period.start);
    const counts: (number | null)[] = [null];
    for (let count = 1; count <= MOST_CYCLES; count++) {
      if (cycleEnd(renews, { rule: { is: 'local' }, local: this.#local, origin }, count - 1) >= end) break;
      counts.push(count);
    }
    return counts;
  }

  #pack(market: MarketOffer, base: string | null, cycles: number | null): Pack[] {
    const { rate } = this.pricesOf(market);
    const draft = { market, base, cycles, coverages: [], volumes: [], rate };
    const all = isSimple(market.offer) ? this.#simpleCoverages(draft) : this.#bookedCoverages(draft);
    const sold = all.filter(({ cost, bytes }) => Number.isFinite(cost) && (bytes > 0 || Number.isFinite(rate)));
    const volumes = frontier([...sold]);
    const coverages = frontier(volumes.flatMap((coverage) => this.#withRate(coverage, rate)));
    this.#supplies.delete(draft);
    return coverages.length > 0 ? [{ ...draft, coverages, volumes }] : [];
  }

  /** What a byte of each use costs beyond the buckets of an offer, while it is held. */
  pricesOf(market: MarketOffer): ByteCharge {
    const known = this.#prices.get(market);
    if (known) return known;
    const prices = bytePrices(market, this.#demand.uses, this.#acceptsThrottle);
    const charged = prices.filter((price) => price > 0);
    const isFree = Array.from(prices, (price) => price === 0);
    const isRated = ratedUses(market, this.#demand.uses);
    const result = { prices, isRated, rate: Math.min(Number.POSITIVE_INFINITY, ...charged), isFree };
    this.#prices.set(market, result);
    return result;
  }

  /** What an offer serves for nothing beyond its buckets from one use up to another. */
  freeSpans(market: MarketOffer, first: number, end: number): Span[] {
    const { isFree } = this.pricesOf(market);
    if (first >= end || !isFree.includes(true)) return [];
    const span = { first, end, amount: Number.POSITIVE_INFINITY };
    return [isFree.includes(false) ? { ...span, covers: isFree } : span];
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
    const most = this.#mostOf(pack);
    const coverages: Coverage[] = [];
    for (const use of this.#demand.moments.keys()) {
      const { cost, spans } = this.#newSupply(pack, use);
      const bytes = this.#reachOf(spans);
      coverages.push({ cost, bytes });
      if (bytes >= most) break;
    }
    return coverages;
  }

  /** A pack that costs the same at every moment need not be looked at further once it serves all that is in it. */
  #mostOf({ market }: Pack): number {
    const { allowances } = market.offer.terms;
    const isPlain = allowances.every(({ per }) => per !== 'day') && !this.pricesOf(market).isFree.includes(true);
    const data = allowances.filter(({ kind }) => kind === 'data');
    const held = data.reduce((sum, { amount }) => sum + (amount === 'unlimited' ? this.#demand.total : amount), 0);
    return isPlain ? Math.min(held, this.#demand.total) : this.#demand.total;
  }

  /** What is granted in all where every day is alike, else what it serves when bought at each moment. */
  #bookedCoverages(pack: Pack): Coverage[] {
    const book = this.#bookOf(pack.market);
    if (book.isAlike) return this.#coveragesOfAlike(pack, book);
    const uses = book.dependsOnHour ? this.#demand.moments.map((_, use) => use) : this.#demand.firstOfDays;
    return uses.map((use) => {
      const { cost, spans } = this.supply(pack, use);
      return { cost, bytes: this.#reachOf(spans) };
    });
  }

  /** A later purchase is the first one with fewer cycles, so the sums up to each cycle's end are all there are. */
  #coveragesOfAlike({ market, cycles, rate }: Pack, book: SupplyBook): Coverage[] {
    const at = localSecondOf(this.#period.start);
    const { charges, portions, isPriced } = book.at(at, this.#givenUpAt(market, at, cycles));
    if (!isPriced) return [];
    const grants = [...portions].sort((a, b) => a.from - b.from);
    const free = this.pricesOf(market).isFree.reduce(
      (sum, is, use) => (is ? sum + (this.#demand.amounts[use] as number) : sum),
      0,
    );
    const coverages: Coverage[] = [];
    let cost = 0;
    let bytes = 0;
    let next = 0;
    for (const charge of [...charges, { at: Number.POSITIVE_INFINITY, amount: 0 }]) {
      for (; next < grants.length && (grants[next] as Portion).from < charge.at; next++)
        bytes += this.#usable(grants[next] as Portion);
      const isServing = next > 0 || free > 0 || Number.isFinite(rate);
      if (charge.at > at && isServing)
        coverages.push({ cost: cost * market.weight, bytes: Math.min(this.#demand.total, free + bytes) });
      cost += charge.amount;
    }
    return coverages;
  }

  /** What of a portion its scope lets the demand use, at most. */
  #usable({ kind, amount, scope }: Portion): number {
    if (kind !== 'data') return 0;
    if (Object.keys(scope).length === 0) return amount;
    const key = JSON.stringify(scope);
    let asked = this.#scoped.get(key);
    if (asked === undefined) {
      asked = this.#demand.uses.reduce(
        (sum, use) => sum + (coversUse(scope, use) && coversTime(scope, use.at) ? use.amount : 0),
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

  supply(pack: Pack, use: number): PackSupply {
    const known = this.#supplies.get(pack) ?? [];
    this.#supplies.set(pack, known);
    known[use] ??= this.#newSupply(pack, use);
    return known[use] as PackSupply;
  }

  #newSupply(pack: Pack, use: number): PackSupply {
    const supply = this.#withFree(pack, use, this.#supply(pack, use));
    this.#effort.spend(UNITS_A_SUPPLY + supply.spans.length * 4);
    return supply;
  }

  #supply(pack: Pack, use: number): PackSupply {
    return isSimple(pack.market.offer) ? this.#simpleSupply(pack, use) : this.#bookedSupply(pack, use);
  }

  #withFree({ market }: Pack, use: number, supply: PackSupply): PackSupply {
    const free = this.freeSpans(market, use, supply.end);
    return free.length === 0 ? supply : { ...supply, spans: [...supply.spans, ...free] };
  }

  /** A one-off pack whose buckets live as long as it does ends with its term; no engine need be asked. */
  #simpleSupply({ market: { offer, weight } }: Pack, first: number): PackSupply {
    const { terms } = offer;
    const end = this.#endsOfOffer(offer)[first] as number;
    const price = terms.fee.phases.reduce((sum, { amount }) => sum + (amount ?? Number.POSITIVE_INFINITY), 0);
    const spans = terms.allowances.flatMap((allowance) =>
      this.#allowanceSpans(allowance, terms.dayRule, { first, end }),
    );
    const oneOff = (terms.simPrice ?? Number.POSITIVE_INFINITY) + (terms.activationFee ?? Number.POSITIVE_INFINITY);
    return { cost: (price + oneOff) * weight, spans, until: null, end };
  }

  #allowanceSpans(allowance: Allowance, rule: DayRule, { first, end }: { first: number; end: number }): Span[] {
    if (allowance.kind !== 'data') return [];
    const amount = allowance.amount === 'unlimited' ? Number.POSITIVE_INFINITY : allowance.amount;
    if (allowance.per !== 'day') return [{ first, end, amount }];
    const spans: Span[] = [];
    for (let from = first; from < end; ) {
      const next = Math.min(end, this.#nextDay(rule, from, first));
      spans.push({ first: from, end: next, amount });
      from = next;
    }
    return spans;
  }

  /** The first use of the next day, as days are counted for a purchase made at use `first`. */
  #nextDay(rule: DayRule, use: number, first: number): number {
    const at = this.#demand.moments[use] as LocalSecond;
    if (rule.is === 'rolling') return this.#demand.indexFrom(dayStartAfter(this.#dayCount(rule, first), at));
    const known = this.#nextDays.get(rule) ?? new Int32Array(this.#demand.moments.length);
    this.#nextDays.set(rule, known);
    known[use] ||= this.#demand.indexFrom(dayStartAfter(this.#dayCount(rule, first), at));
    return known[use] as number;
  }

  #dayCount(rule: DayRule, use: number): DayCount {
    return { rule, local: this.#local, origin: this.#demand.moments[use] as LocalSecond };
  }

  #endsOfOffer(offer: Offer): Int32Array {
    const known = this.#endsOf.get(offer) ?? this.#endIndexes(offer.terms.term, offer.terms.dayRule);
    this.#endsOf.set(offer, known);
    return known;
  }

  /** For each use at which a purchase may be made, the first use its term no longer covers. */
  #endIndexes(term: Cycle, rule: DayRule): Int32Array {
    const key = JSON.stringify([term, rule]);
    const known = this.#ends.get(key);
    if (known) return known;
    const ends = Int32Array.from(this.#demand.moments, (_, use) =>
      this.#demand.indexFrom(cycleEnd(term, this.#dayCount(rule, use))),
    );
    this.#ends.set(key, ends);
    return ends;
  }

  #bookedSupply({ market, cycles }: Pack, use: number): PackSupply {
    const at = this.#demand.moments[use] as LocalSecond;
    const until = this.#givenUpAt(market, at, cycles);
    const { charges, portions, isPriced } = this.#bookOf(market).at(at, until);
    const cost = isPriced ? sumOfCharges(charges) * market.weight : Number.POSITIVE_INFINITY;
    const spans = portions.flatMap((portion) => spanOf(portion, this.#demand) ?? []);
    const { term, dayRule } = market.offer.terms;
    const over = Math.min(until ?? Number.POSITIVE_INFINITY, cycleEnd(term, this.#dayCount(dayRule, use)));
    return { cost, spans, until, end: this.#demand.indexFrom(over) };
  }

  /**
   * The uses at which a purchase may be better than at the use before: the others cost no less and reach no further.
   */
  momentsOf(pack: Pack): readonly number[] {
    const known = this.#moments.get(pack);
    if (known) return known;
    const moments: number[] = [];
    for (let use = 0; use < this.#demand.uses.length; use++) {
      if (use === 0 || !isNoBetter(this.supply(pack, use), this.supply(pack, use - 1))) moments.push(use);
    }
    this.#moments.set(pack, moments);
    return moments;
  }

  /** What a purchase that is kept is charged and granted. */
  boughtAt(market: MarketOffer, at: LocalSecond): Supply {
    return this.#bookOf(market).at(at, null);
  }

  #givenUpAt({ offer }: MarketOffer, at: LocalSecond, cycles: number | null): LocalSecond | null {
    const { renews, dayRule } = offer.terms;
    return cycles === null ? null : cycleEnd(renews, { rule: dayRule, local: this.#local, origin: at }, cycles - 1);
  }

  /** Whether a pack costs and holds the same on whatever day it is bought. */
  isAlikeEveryDay({ market }: Pack): boolean {
    return this.#bookOf(market).isAlike;
  }

  #bookOf(market: MarketOffer): SupplyBook {
    const known = this.#books.get(market);
    if (known) return known;
    const book = new SupplyBook(market.offer, this.#period, this.#local);
    this.#books.set(market, book);
    return book;
  }
}

function isNoBetter(later: PackSupply, sooner: PackSupply): boolean {
  if (later.cost < sooner.cost || later.end > sooner.end || later.spans.length > sooner.spans.length) return false;
  return later.spans.every((span, index) => {
    const other = sooner.spans[index] as Span;
    const isWithin = other.first <= span.first && other.end >= span.end && other.amount >= span.amount;
    return isWithin && other.covers?.join() === span.covers?.join();
  });
}

function isSimple({ terms }: Offer): boolean {
  const { fee, renews, allowances, special } = terms;
  const isOnce = fee.phases.every(({ times, every }) => times === 1 && every.unit === 'forever');
  const isPlain = allowances.every(
    ({ kind, scope, lives, rebuyAt, during }) =>
      (kind !== 'data' || Object.keys(scope).length === 0) &&
      lives.is === 'renewal' &&
      rebuyAt === undefined &&
      !during,
  );
  return isOnce && isPlain && renews.unit === 'forever' && !special && !fee.taxPercent && !fee.freePurchases;
}
