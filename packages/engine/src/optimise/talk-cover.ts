import type { Purchase } from '../holding.ts';
import type { LocalSecond } from '../local-time.ts';
import { USAGE_KINDS, type UsageEvent, type UsageKind } from '../usage.ts';
import type { CoverProblem } from './cover-problem.ts';
import { CoverSearch, type Verdict } from './cover-search.ts';
import { Demand } from './demand.ts';
import { withoutDominated } from './dominated.ts';
import { type Effort, UNITS_A_RATED_USE } from './effort.ts';
import { ended } from './ended.ts';
import { spanOf } from './fill.ts';
import { kindsTogether, type MarketOffer, seenFrom, type TalkOffer } from './market.ts';
import { monthsOf } from './month-coverages.ts';
import { type Pack, PackShelf } from './pack.ts';
import { PurchaseBound } from './purchase-bound.ts';
import { type Bought, tieOf } from './purchase-rules.ts';
import { costOfCards, type SolutionCard, type Stage } from './solution.ts';
import { SupplyShelf } from './supply-shelf.ts';
import type { TalkPart } from './talk-plan.ts';

/** A talk card that carries calls and messages: what it costs, fees and talk, in the common currency, and at least may cost. */
export type TalkCovered = { readonly card: SolutionCard; readonly cost: number; readonly bound: number };

/** What a talk card carries, as it sees it, and how it is bought. */
export type TalkAsked = Omit<TalkPart, 'from' | 'until'> & {
  readonly talk: readonly UsageEvent[];
  readonly purchase: Purchase;
};

/** A search for add-ons ends unproven after so many units. */
const MOST_UNITS = 400_000;

/**
 * A talk card with the add-ons for calls and messages with which it costs the least, apart from all data; null where it does
 * not carry all of it. Kinds of talk that no add-on holds together are searched apart; those that some add-on holds together
 * with data are left to the search for data, and cost nothing here. Rests between steps.
 */
export function* coverTalk(asked: TalkAsked, stage: Stage, effort: Effort): Generator<void, TalkCovered | null> {
  const { addOns, besideData, fees, talk } = asked;
  const isWhole = !talk.some(({ kind }) => besideData.has(kind));
  const covers: KindCover[] = [];
  for (const own of isWhole && addOns.length === 0 ? [] : talkApart(talk, asked)) {
    const cover = new KindCover({ ...asked, talk: own }, stage, effort);
    yield* cover.search();
    if (!cover.isServing) return null;
    covers.push(cover);
  }
  const bought = covers.flatMap((cover) => cover.bought);
  const card = cardWith(bought, asked);
  effort.spend(UNITS_A_RATED_USE * (talk.length + 1));
  const cost = isWhole ? costOfCards([card], stage) : covers.reduce((sum, { beyondFees }) => sum + beyondFees, fees);
  const bound = isWhole && covers.length === 0 ? cost : covers.reduce((sum, { least }) => sum + least, fees);
  return Number.isFinite(cost) ? { card, cost, bound: Math.min(cost, bound) } : null;
}

/** The talk of each kind, that of kinds together that some add-on holds or rates together, but for what is left to data. */
function talkApart(talk: readonly UsageEvent[], { addOns, besideData }: TalkOffer): UsageEvent[][] {
  const kinds = new Set(talk.map(({ kind }) => kind).filter((kind) => !besideData.has(kind)));
  return kindsTogether(kinds, addOns).map((group) => talk.filter(({ kind }) => group.has(kind)));
}

type TalkPurchase = { readonly market: MarketOffer; readonly purchase: Purchase };

function cardWith(bought: readonly TalkPurchase[], { market, purchase, talk }: TalkAsked): SolutionCard {
  const inTurn = bought.toSorted((a, b) => a.purchase.at - b.purchase.at);
  return {
    offers: [market, ...new Set(inTurn.map((each) => each.market))],
    purchases: [purchase, ...inTurn.map((each) => each.purchase)],
    uses: talk,
  };
}

/** Finds the cheapest add-ons for talk of some kinds. */
class KindCover {
  readonly #asked: TalkAsked;
  readonly #stage: Stage;
  readonly #effort: Effort;
  readonly #demand: Demand;
  readonly #shelf: SupplyShelf;
  #open = Number.POSITIVE_INFINITY;
  /** What is bought, and what the card then costs beyond its fees; infinite while nothing serves. */
  bought: readonly TalkPurchase[] = [];
  beyondFees = Number.POSITIVE_INFINITY;

  constructor(asked: TalkAsked, stage: Stage, effort: Effort) {
    this.#asked = asked;
    this.#stage = stage;
    this.#effort = effort;
    this.#demand = new Demand(asked.talk);
    this.#shelf = new SupplyShelf(this.#demand, stage, effort);
  }

  get isServing(): boolean {
    return Number.isFinite(this.beyondFees);
  }

  /** What is proven to be paid at least beyond the fees of the card. */
  get least(): number {
    return Math.min(this.#open, this.beyondFees);
  }

  get #toBeat(): number {
    return this.beyondFees + tieOf(0, this.bought.length);
  }

  /** Rests between steps. */
  *search(): Generator<void, void> {
    const packs = yield* packsFor(this.#asked, this.#demand, { shelf: this.#shelf, stage: this.#stage });
    if (packs.length === 0) {
      this.#judge([], 0);
      return;
    }
    const { spent } = this.#effort;
    const search = new CoverSearch(this.#problemOf(packs), (bought, overage) => this.#judge(bought, overage));
    yield* search.ready();
    for (const _ of search.run()) {
      yield;
      this.#open = Math.max(search.lowerBound, search.reached);
      if (this.#effort.spent - spent > MOST_UNITS) return;
    }
    this.#open = search.count.open;
  }

  #problemOf(packs: readonly Pack[]): CoverProblem {
    const { market, portions } = this.#asked;
    const [demand, shelf, effort] = [this.#demand, this.#shelf, this.#effort];
    const { period, local } = this.#stage;
    const end = demand.uses.length;
    const months = monthsOf(demand, period, local);
    return {
      demand,
      shelf,
      effort,
      packs,
      given: [...portions.flatMap((portion) => spanOf(portion, demand) ?? []), ...shelf.freeSpans(market, 0, end)],
      bound: new PurchaseBound(packs, { demand, shelf, months, cards: 0 }),
      room: { cards: 0, once: [] },
      heldUntil: () => end,
      freed: [],
      prices: shelf.pricesOf(market).prices,
      needsDataCard: false,
      toBeat: () => this.#toBeat,
    };
  }

  /** Replays the card with what is bought; keeps it where it is the best so far. */
  #judge(items: readonly Bought[], overage: number): Verdict {
    const { fees, talk } = this.#asked;
    this.#effort.spend(UNITS_A_RATED_USE * (talk.length + 1));
    const bought = items.map((item) => this.#purchaseOf(item));
    const beyondFees = costOfCards([cardWith(bought, this.#asked)], this.#stage) - fees;
    const cost = beyondFees + tieOf(0, bought.length);
    if (cost < this.#toBeat) {
      this.bought = bought;
      this.beyondFees = beyondFees;
    }
    return { cost, overage, otherwise: Number.POSITIVE_INFINITY };
  }

  #purchaseOf({ pack, use }: Bought): TalkPurchase {
    const { until } = this.#shelf.supply(pack, use);
    const at = this.#demand.moments[use] as LocalSecond;
    return {
      market: pack.market,
      purchase: { offer: pack.market.offer.id, at, ...(until === null ? {} : { until }) },
    };
  }
}

/** What a unit of each kind of talk costs at least on a talk card where an add-on is bought for it; nothing where that is left to data. */
export function leastUnitPrices(
  phone: TalkOffer,
  talk: readonly UsageEvent[],
  { stage, effort }: { stage: Stage; effort: Effort },
): Map<UsageKind, number> {
  const prices = new Map<UsageKind, number>(
    USAGE_KINDS.filter((kind) => phone.besideData.has(kind)).map((kind) => [kind, 0]),
  );
  for (const own of talkApart(seenFrom(phone.market, talk), phone)) {
    const demand = new Demand(own);
    const packs = ended(packsFor(phone, demand, { stage, shelf: new SupplyShelf(demand, stage, effort) }));
    const each = packs.flatMap(({ coverages }) => coverages.map(({ cost, bytes }) => cost / bytes));
    for (const { kind } of own) prices.set(kind, Math.min(Number.POSITIVE_INFINITY, ...each));
  }
  return prices;
}

/** The ways of buying add-ons for talk on a talk card, worked out one by one, so that a caller may rest. */
function* packsFor(
  { market, addOns }: Pick<TalkOffer, 'market' | 'addOns'>,
  demand: Demand,
  { shelf, stage }: { shelf: SupplyShelf; stage: Stage },
): Generator<void, Pack[]> {
  if (demand.uses.length === 0) return [];
  const packs = new PackShelf(demand, stage, shelf);
  const all: Pack[] = [];
  for (const addOn of addOns) all.push(...(yield* packs.prepare(addOn, market.offer.id)));
  return yield* withoutDominated(all, demand, shelf);
}
