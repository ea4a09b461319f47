import type { Period } from '../card-state.ts';
import { day } from '../civil-day.ts';
import { type Cycle, cycleEnd } from '../cycle.ts';
import {
  type DayCount,
  type DayRule,
  dayOf,
  dayStartAfter,
  type LocalSecond,
  localSecondOf,
  type OffsetHistory,
} from '../local-time.ts';
import type { Allowance, Offer } from '../offer.ts';
import { coversTime, coversUse } from '../scope.ts';
import { type Coverage, frontier } from './cover.ts';
import type { Demand } from './demand.ts';
import { type Span, spanOf } from './fill.ts';
import type { MarketOffer } from './market.ts';
import { type Portion, SupplyBook, sumOfCharges } from './supply.ts';

/** One way of buying data: an offer, kept for a number of its cycles (`null`: to the end, or as long as it lives). */
export type Pack = {
  readonly market: MarketOffer;
  /** For an add-on, the base it is bought on. */
  readonly base: string | null;
  readonly cycles: number | null;
  /** What it costs and the most it serves alone at different moments: those that serve more than any that costs less. */
  readonly coverages: readonly Coverage[];
};

/** What a pack costs, in the common currency, and serves when it is bought at the moment of a use. */
export type PackSupply = { readonly cost: number; readonly spans: readonly Span[]; readonly until: LocalSecond | null };

/** A recurring offer is given up after one to this many cycles, or kept to the end. */
const MOST_CYCLES = 10;

/** What packs cost and serve at each moment of a demand; worked out when first asked for. */
export class PackShelf {
  readonly #demand: Demand;
  readonly #period: Period;
  readonly #local: OffsetHistory;
  readonly #ends = new Map<string, Int32Array>();
  readonly #books = new Map<MarketOffer, SupplyBook>();
  readonly #supplies = new Map<Pack, (PackSupply | undefined)[]>();
  readonly #packs = new Map<string, Pack[]>();
  /** What uses ask for that a scope covers. */
  readonly #scoped = new Map<string, number>();

  constructor(demand: Demand, period: Period, local: OffsetHistory) {
    this.#demand = demand;
    this.#period = period;
    this.#local = local;
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
    const draft = { market, base, cycles, coverages: [] };
    const all = isSimple(market.offer) ? this.#simpleCoverages(draft) : this.#bookedCoverages(draft);
    const pack = { ...draft, coverages: frontier(all.filter(({ cost, bytes }) => bytes > 0 && Number.isFinite(cost))) };
    return pack.coverages.length > 0 ? [pack] : [];
  }

  #simpleCoverages(pack: Pack): Coverage[] {
    return this.#demand.moments.map((_, use) => {
      const { cost, spans } = this.#simpleSupply(pack, use);
      return { cost, bytes: this.#reachOf(spans) };
    });
  }

  /** Bounds from what is granted in all, in no regard of when: once where every day is alike, else for each day. */
  #bookedCoverages(pack: Pack): Coverage[] {
    const book = this.#bookOf(pack.market);
    if (book.isAlike) return this.#coveragesOfAlike(pack, book);
    const days = [...new Set(this.#demand.moments.map((at) => dayOf(at)))];
    return days.flatMap((bought) => {
      const at = localSecondOf(bought);
      const asked = this.#demand.between(this.#demand.indexFrom(at), this.#demand.uses.length);
      const { charges, portions, isPriced } = book.at(at, this.#givenUpAt(pack.market, at, pack.cycles));
      const bytes = portions.reduce((sum, portion) => sum + this.#usable(portion), 0);
      return isPriced ? [{ cost: sumOfCharges(charges) * pack.market.weight, bytes: Math.min(asked, bytes) }] : [];
    });
  }

  /** A later purchase is the first one with fewer cycles, so the sums up to each cycle's end are all there are. */
  #coveragesOfAlike({ market, cycles }: Pack, book: SupplyBook): Coverage[] {
    const at = localSecondOf(this.#period.start);
    const { charges, portions, isPriced } = book.at(at, this.#givenUpAt(market, at, cycles));
    if (!isPriced) return [];
    const grants = [...portions].sort((a, b) => a.from - b.from);
    const coverages: Coverage[] = [];
    let cost = 0;
    let bytes = 0;
    let next = 0;
    for (const charge of [...charges, { at: Number.POSITIVE_INFINITY, amount: 0 }]) {
      for (; next < grants.length && (grants[next] as Portion).from < charge.at; next++)
        bytes += this.#usable(grants[next] as Portion);
      if (bytes > 0) coverages.push({ cost: cost * market.weight, bytes: Math.min(this.#demand.total, bytes) });
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
    for (const { first, end, amount } of spans) sum += Math.min(amount, this.#demand.between(first, end));
    return Math.min(sum, this.#demand.total);
  }

  supply(pack: Pack, use: number): PackSupply {
    const known = this.#supplies.get(pack) ?? [];
    this.#supplies.set(pack, known);
    known[use] ??= isSimple(pack.market.offer) ? this.#simpleSupply(pack, use) : this.#bookedSupply(pack, use);
    return known[use] as PackSupply;
  }

  /** A one-off pack whose buckets live as long as it does ends with its term; no engine need be asked. */
  #simpleSupply({ market: { offer, weight } }: Pack, first: number): PackSupply {
    const { terms } = offer;
    const end = this.#endIndexes(terms.term, terms.dayRule)[first] as number;
    const price = terms.fee.phases.reduce((sum, { amount }) => sum + (amount ?? Number.POSITIVE_INFINITY), 0);
    const spans = terms.allowances.flatMap((allowance) =>
      this.#allowanceSpans(allowance, terms.dayRule, { first, end }),
    );
    const oneOff = (terms.simPrice ?? Number.POSITIVE_INFINITY) + (terms.activationFee ?? Number.POSITIVE_INFINITY);
    return { cost: (price + oneOff) * weight, spans, until: null };
  }

  #allowanceSpans(allowance: Allowance, rule: DayRule, { first, end }: { first: number; end: number }): Span[] {
    if (allowance.kind !== 'data') return [];
    const amount = allowance.amount === 'unlimited' ? Number.POSITIVE_INFINITY : allowance.amount;
    if (allowance.per !== 'day') return [{ first, end, amount }];
    const spans: Span[] = [];
    const days = this.#dayCount(rule, first);
    for (let from = first; from < end; ) {
      const next = Math.min(
        end,
        this.#demand.indexFrom(dayStartAfter(days, this.#demand.moments[from] as LocalSecond)),
      );
      spans.push({ first: from, end: next, amount });
      from = next;
    }
    return spans;
  }

  #dayCount(rule: DayRule, use: number): DayCount {
    return { rule, local: this.#local, origin: this.#demand.moments[use] as LocalSecond };
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
    return { cost, spans: portions.flatMap((portion) => spanOf(portion, this.#demand) ?? []), until };
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
