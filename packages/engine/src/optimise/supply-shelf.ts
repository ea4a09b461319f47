import type { Period } from '../card-state.ts';
import { day } from '../civil-day.ts';
import { type Cycle, cycleEnd } from '../cycle.ts';
import {
  type DayCount,
  type DayRule,
  dayStartAfter,
  LOCAL_DAYS,
  type LocalSecond,
  localSecondOf,
  type OffsetHistory,
} from '../local-time.ts';
import type { Allowance, Offer } from '../offer.ts';
import type { Demand } from './demand.ts';
import { type Effort, UNITS_A_PORTION, UNITS_A_PRICE, UNITS_A_SUPPLY } from './effort.ts';
import { type Span, spanOf } from './fill.ts';
import { kindsOf, type MarketOffer, recurs } from './market.ts';
import type { Stage } from './solution.ts';
import { type Supply, SupplyBook, sumOfCharges } from './supply.ts';
import { leastCharge, ratedUses, unitPrices } from './unit-price.ts';

/** One way of buying an offer: kept for a number of its cycles (`null`: to the end, or as long as it lives). */
export type Way = { readonly market: MarketOffer; readonly cycles: number | null };

/** A recurring offer is given up after one to this many cycles, or kept to the end. */
const MOST_CYCLES = 10;

/** What a pack costs, in the common currency, and serves when it is bought at the moment of a use. */
export type PackSupply = {
  readonly cost: number;
  readonly spans: readonly Span[];
  /** When it is given up; null where it is kept as long as it lives. */
  readonly until: LocalSecond | null;
  /** The first use at which it no longer lives. */
  readonly end: number;
};

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

/**
 * What offers cost and hold when they are bought at the moment of a use; worked out when first asked for. The moments and
 * kinds of the uses decide it, their amounts do not.
 */
export class SupplyShelf {
  readonly #demand: Demand;
  readonly #period: Period;
  readonly #local: OffsetHistory;
  readonly #acceptsThrottle: boolean;
  readonly #effort: Effort;
  readonly #ends = new Map<string, Int32Array>();
  readonly #endsOf = new Map<Offer, Int32Array>();
  readonly #nextDays = new Map<DayRule, Int32Array>();
  readonly #books = new Map<MarketOffer, SupplyBook>();
  readonly #supplies = new Map<MarketOffer, Map<number | null, (PackSupply | undefined)[]>>();
  readonly #moments = new Map<MarketOffer, Map<number | null, readonly number[]>>();
  readonly #prices = new Map<MarketOffer, ByteCharge>();

  constructor(demand: Demand, { period, local, acceptsThrottle }: Stage, effort: Effort) {
    this.#demand = demand;
    this.#period = period;
    this.#local = local;
    this.#acceptsThrottle = acceptsThrottle;
    this.#effort = effort;
  }

  /** What a byte of each use costs beyond the buckets of an offer, while it is held. */
  pricesOf(market: MarketOffer): ByteCharge {
    const known = this.#prices.get(market);
    if (known) return known;
    const prices = unitPrices(market, this.#demand.uses, this.#acceptsThrottle);
    this.#effort.spend(UNITS_A_PRICE * prices.length);
    const isFree = Array.from(prices, (price) => price === 0);
    const isRated = ratedUses(market, this.#demand.uses);
    const result = { prices, isRated, rate: leastCharge(prices), isFree };
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

  /** The ways of buying an offer: a recurring one is kept to the end, or given up after some of its cycles. */
  waysOf(market: MarketOffer): Way[] {
    const { renews } = market.offer.terms;
    const ways: Way[] = [{ market, cycles: null }];
    if (!recurs(market.offer) || renews.unit === 'forever') return ways;
    const { start, days } = this.#period;
    const count = { rule: LOCAL_DAYS, local: this.#local, origin: localSecondOf(start) };
    const end = localSecondOf(day(start + days));
    for (let cycles = 1; cycles <= MOST_CYCLES && cycleEnd(renews, count, cycles - 1) < end; cycles++) {
      ways.push({ market, cycles });
    }
    return ways;
  }

  supply(way: Way, use: number): PackSupply {
    const known = this.#suppliesOf(way);
    known[use] ??= this.#newSupply(way, use);
    return known[use] as PackSupply;
  }

  #suppliesOf({ market, cycles }: Way): (PackSupply | undefined)[] {
    const ofMarket = this.#supplies.get(market) ?? new Map<number | null, (PackSupply | undefined)[]>();
    this.#supplies.set(market, ofMarket);
    const known = ofMarket.get(cycles) ?? [];
    ofMarket.set(cycles, known);
    return known;
  }

  #newSupply(way: Way, use: number): PackSupply {
    this.#effort.spend(UNITS_A_SUPPLY);
    return this.#withFree(way, use, this.#supply(way, use));
  }

  #supply(way: Way, use: number): PackSupply {
    return this.isSimple(way.market) ? this.#simpleSupply(way, use) : this.#bookedSupply(way, use);
  }

  #withFree({ market }: Way, use: number, supply: PackSupply): PackSupply {
    const free = this.freeSpans(market, use, supply.end);
    return free.length === 0 ? supply : { ...supply, spans: [...supply.spans, ...free] };
  }

  /** A one-off pack whose buckets live as long as it does ends with its term; no engine need be asked. */
  #simpleSupply({ market }: Way, first: number): PackSupply {
    const { offer, weight } = market;
    const { terms } = offer;
    const end = this.#endsOfOffer(offer)[first] as number;
    const price = terms.fee.phases.reduce((sum, { amount }) => sum + (amount ?? Number.POSITIVE_INFINITY), 0);
    const spans: Span[] = [];
    this.eachPortion(market, first, (from, until, amount) => spans.push({ first: from, end: until, amount }));
    const oneOff = (terms.simPrice ?? Number.POSITIVE_INFINITY) + (terms.activationFee ?? Number.POSITIVE_INFINITY);
    return { cost: (price + oneOff) * weight, spans, until: null, end };
  }

  /** What a one-off pack holds when it is bought at the moment of a use. @param told from which use up to which, and how many bytes. */
  eachPortion({ offer }: MarketOffer, first: number, told: Told): void {
    const end = this.#endsOfOffer(offer)[first] as number;
    for (const allowance of offer.terms.allowances) {
      this.#eachOf(allowance, { rule: offer.terms.dayRule, first, end }, told);
    }
  }

  #eachOf({ kind, amount, per }: Allowance, { rule, first, end }: Term, told: Told): void {
    if (!this.#demand.kinds.has(kind)) return;
    const bytes = amount === 'unlimited' ? Number.POSITIVE_INFINITY : amount;
    for (let from = first; from < end; ) {
      const next = per === 'day' ? Math.min(end, this.#nextDay(rule, from, first)) : end;
      this.#effort.spend(UNITS_A_PORTION);
      told(from, next, bytes);
      from = next;
    }
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

  #bookedSupply({ market, cycles }: Way, use: number): PackSupply {
    const at = this.#demand.moments[use] as LocalSecond;
    const until = this.givenUpAt(market, at, cycles);
    const { charges, portions, isPriced } = this.bookOf(market).at(at, until);
    const cost = isPriced ? sumOfCharges(charges) * market.weight : Number.POSITIVE_INFINITY;
    const spans = portions.flatMap((portion) => spanOf(portion, this.#demand) ?? []);
    this.#effort.spend(portions.length * UNITS_A_PORTION);
    const { term, dayRule } = market.offer.terms;
    const over = Math.min(until ?? Number.POSITIVE_INFINITY, cycleEnd(term, this.#dayCount(dayRule, use)));
    return { cost, spans, until, end: this.#demand.indexFrom(over) };
  }

  /**
   * The uses at which a purchase may be better than at the use before: the others cost no less and reach no further.
   */
  momentsOf(way: Way): readonly number[] {
    const { market, cycles } = way;
    const ofMarket = this.#moments.get(market) ?? new Map<number | null, readonly number[]>();
    this.#moments.set(market, ofMarket);
    const known = ofMarket.get(cycles);
    if (known) return known;
    const moments: number[] = [];
    for (let use = 0; use < this.#demand.uses.length; use++) {
      if (use === 0 || !isNoBetter(this.supply(way, use), this.supply(way, use - 1))) moments.push(use);
    }
    ofMarket.set(cycles, moments);
    return moments;
  }

  /** What a purchase that is kept is charged and granted. */
  boughtAt(market: MarketOffer, at: LocalSecond): Supply {
    return this.bookOf(market).at(at, null);
  }

  givenUpAt({ offer }: MarketOffer, at: LocalSecond, cycles: number | null): LocalSecond | null {
    const { renews, dayRule } = offer.terms;
    return cycles === null ? null : cycleEnd(renews, { rule: dayRule, local: this.#local, origin: at }, cycles - 1);
  }

  /** Whether an offer has a rate of its own for what is asked for; that of an add-on hides the plan's while it lives. */
  hasRate({ offer }: MarketOffer): boolean {
    return offer.terms.rates.some(({ kind }) => this.#demand.kinds.has(kind));
  }

  /** Whether an add-on holds or rates something that counts beside what is asked for. */
  holdsBeside(market: MarketOffer): boolean {
    return market.role === 'add-on' && kindsOf(market).some((kind) => this.#demand.beside.has(kind));
  }

  /** Whether an offer is a one-off pack whose buckets are for whatever is asked for and live as long as it does. */
  isSimple({ offer: { terms } }: MarketOffer): boolean {
    const { fee, renews, allowances, special } = terms;
    const { kinds } = this.#demand;
    const isOnce = fee.phases.every(({ times, every }) => times === 1 && every.unit === 'forever');
    const isPlain = allowances.every(
      ({ kind, scope, lives, rebuyAt, during }) =>
        (!kinds.has(kind) || (kinds.size === 1 && Object.keys(scope).length === 0)) &&
        lives.is === 'renewal' &&
        rebuyAt === undefined &&
        !during,
    );
    return isOnce && isPlain && renews.unit === 'forever' && !special && !fee.taxPercent && !fee.freePurchases;
  }

  /** Whether a pack costs and holds the same on whatever day it is bought. */
  isAlikeEveryDay({ market }: Way): boolean {
    return this.bookOf(market).isAlike;
  }

  bookOf(market: MarketOffer): SupplyBook {
    const known = this.#books.get(market);
    if (known) return known;
    const book = new SupplyBook(market.offer, this.#period, this.#local);
    this.#books.set(market, book);
    return book;
  }
}

/** From which use a purchase lives up to which, and how its days are counted. */
type Term = { readonly rule: DayRule; readonly first: number; readonly end: number };

type Told = (first: number, end: number, bytes: number) => void;

function isNoBetter(later: PackSupply, sooner: PackSupply): boolean {
  if (later.cost < sooner.cost || later.end > sooner.end || later.spans.length > sooner.spans.length) return false;
  return later.spans.every((span, index) => {
    const other = sooner.spans[index] as Span;
    const isWithin = other.first <= span.first && other.end >= span.end && other.amount >= span.amount;
    return isWithin && other.covers?.join() === span.covers?.join();
  });
}
