import type { UsageEvent } from '../usage.ts';
import { CoverBound } from './cover.ts';
import { type Bought, coverOffers, DataSearch, tieOf } from './data-search.ts';
import { Demand } from './demand.ts';
import { withoutDominated } from './dominated.ts';
import { fill, type Span, spanOf } from './fill.ts';
import type { Limits, MarketOffer } from './market.ts';
import { type Pack, PackShelf } from './pack.ts';
import { PriorityQueue } from './priority-queue.ts';
import { costOfCards, type SolutionCard, type Stage } from './solution.ts';
import { type TalkPlan, talkPlans } from './talk-plan.ts';

export type OptimiseProblem = {
  readonly market: readonly MarketOffer[];
  /** In the order of time. */
  readonly uses: readonly UsageEvent[];
  readonly stage: Stage;
  readonly limits: Limits;
};

/**
 * What is proven of an answer, in the common currency: no combination costs less than `lowerBound`. The proof is whole
 * when the gap is 0. `excluded` combinations were ruled out by bounds, `nodes` were looked into.
 */
export type Certificate = {
  readonly cost: number;
  readonly lowerBound: number;
  readonly gap: number;
  readonly excluded: number;
  readonly nodes: number;
};

export type Solution = { readonly cards: readonly SolutionCard[]; readonly certificate: Certificate };

/** How far a search has come; given after each step, at which a caller may rest or stop. */
export type Progress = { readonly best: readonly SolutionCard[] | null; readonly cost: number; readonly nodes: number };

/**
 * Searches the cheapest cards, packs, moments of purchase and split of use for a stay of known use, as the rating engine
 * charges it, and proves it. See docs/decisions/0004-the-optimum.md for the combinations it ranges over. Stop by not
 * asking for the next step; `finish` then gives the best so far with its true gap.
 */
export class Optimiser {
  readonly #problem: OptimiseProblem;
  readonly #demand: Demand;
  readonly #shelf: PackShelf;
  readonly #plans: readonly TalkPlan[];
  readonly #dataPacks: readonly Pack[];
  readonly #rough: CoverBound;
  #best: readonly SolutionCard[] | null = null;
  #cost = Number.POSITIVE_INFINITY;
  /** The cost with what breaks ties. */
  #objective = Number.POSITIVE_INFINITY;
  #open = 0;
  #mismatch = Number.POSITIVE_INFINITY;
  #nodes = 0;
  #excluded = 0;

  constructor(problem: OptimiseProblem) {
    this.#problem = problem;
    const { market, uses, stage, limits } = problem;
    this.#demand = new Demand(uses.filter(({ kind }) => kind === 'data'));
    this.#shelf = new PackShelf(this.#demand, stage.period, stage.local);
    const talk = uses.filter(({ kind }) => kind !== 'data');
    const phones = limits.kind === 'data' ? [] : market.filter(({ role }) => role === 'talk');
    const plans = talkPlans(phones, talk, { most: limits.cards, stage });
    this.#plans = plans.filter((plan) => this.#isAllowed(plan));
    this.#dataPacks = limits.kind === 'talk' ? [] : this.#packsForNewCards();
    const used = new Set(this.#plans.flatMap((plan) => plan.cards.map((card) => card.market.offer.id)));
    const addOns = [...used].flatMap((base) => this.#addOnsOf(base));
    this.#rough = new CoverBound(coverOffers([...addOns, ...this.#dataPacks]), limits.cards, {
      rate: Number.POSITIVE_INFINITY,
      needed: this.#demand.total,
    });
  }

  /** Searches step by step until the proof is whole: the plan with the least bound first, its bound sharpened when its turn comes. */
  *run(): Generator<Progress, Solution | null> {
    const queue = new PriorityQueue<Turn>((a, b) => a.bound - b.bound);
    for (const plan of this.#plans) queue.push({ plan, bound: this.#roughBound(plan), search: null });
    yield this.#progress();
    for (let turn = queue.pop(); turn; turn = queue.pop()) {
      this.#open = turn.bound;
      if (turn.bound >= this.#objective) break;
      if (turn.search) yield* this.#runSearch(turn.search);
      else queue.push(this.#sharpened(turn.plan));
      yield this.#progress();
    }
    this.#open = this.#cost;
    return this.finish();
  }

  *#runSearch(search: DataSearch): Generator<Progress, void> {
    for (const _ of search.run()) yield this.#progress(search);
    this.#nodes += search.count.nodes;
    this.#excluded += search.count.excluded;
    this.#mismatch = Math.min(this.#mismatch, search.count.open);
  }

  #sharpened(plan: TalkPlan): Turn {
    const search = this.#searchFor(plan);
    return { plan, search, bound: objectiveOf(plan) + search.lowerBound };
  }

  /** A bound that lets every plan use the add-ons of all. */
  #roughBound(plan: TalkPlan): number {
    const { missing } = fill(this.#demand, this.#givenBy(plan));
    const rate = Math.min(...plan.cards.map((card) => card.rate), Number.POSITIVE_INFINITY);
    const bound = this.#rough.least(missing, this.#problem.limits.cards - plan.cards.length);
    return objectiveOf(plan) + Math.min(bound, rate * missing);
  }

  #givenBy({ cards }: TalkPlan): Span[] {
    return cards.flatMap(({ portions }) => portions.flatMap((portion) => spanOf(portion, this.#demand) ?? []));
  }

  /** The best found so far with what is proven of it; null where nothing serves. */
  finish(): Solution | null {
    if (!this.#best) return null;
    const lowerBound = Math.min(this.#cost, this.#open, this.#mismatch);
    const gap = this.#cost - lowerBound;
    const certificate = { cost: this.#cost, lowerBound, gap, excluded: this.#excluded, nodes: this.#nodes };
    return { cards: this.#best, certificate };
  }

  #progress(search?: DataSearch): Progress {
    return { best: this.#best, cost: this.#cost, nodes: this.#nodes + (search?.count.nodes ?? 0) };
  }

  #isAllowed({ cards }: TalkPlan): boolean {
    const { limits } = this.#problem;
    const needsPhone = limits.kind === 'talk' || limits.kind === 'pair' || limits.needsLocalNumber;
    if (needsPhone && cards.length === 0) return false;
    if (limits.needsLocalNumber && !cards.every(({ market }) => market.hasLocalNumber)) return false;
    return cards.length <= limits.cards && (limits.kind !== 'pair' || cards.length < limits.cards);
  }

  /** Data cards, and talk cards bought for the data in their fee. */
  #packsForNewCards(): Pack[] {
    const { market, limits } = this.#problem;
    const fits = ({ takesSlot, role }: MarketOffer) =>
      role === 'data' ? limits.allowsEsim || takesSlot : limits.kind === 'any' && role === 'talk';
    return withoutDominated(
      market.filter(fits).flatMap((offer) => this.#shelf.packsOf(offer, null)),
      this.#demand,
      this.#shelf,
    );
  }

  #addOnsOf(base: string): Pack[] {
    const fitting = this.#problem.market.filter(({ role, bases }) => role === 'add-on' && bases.includes(base));
    return fitting.flatMap((addOn) => this.#shelf.packsOf(addOn, base));
  }

  #searchFor(plan: TalkPlan): DataSearch {
    const { limits } = this.#problem;
    const addOns = plan.cards.flatMap((card) => this.#addOnsOf(card.market.offer.id));
    const given = this.#givenBy(plan);
    const rate = Math.min(...plan.cards.map((card) => card.rate), Number.POSITIVE_INFINITY);
    const problem = {
      demand: this.#demand,
      given,
      packs: [...withoutDominated(addOns, this.#demand, this.#shelf), ...this.#dataPacks],
      shelf: this.#shelf,
      cards: limits.cards - plan.cards.length,
      rate,
    };
    const toBeat = () => this.#objective - objectiveOf(plan);
    return new DataSearch(problem, (bought) => this.#judge(plan, bought), toBeat);
  }

  /** Replays a full cover with the rating engine; keeps it where it is the best so far. @returns its cost beyond the plan's. */
  #judge(plan: TalkPlan, bought: readonly Bought[]): number | null {
    const { limits, stage } = this.#problem;
    const hasDataCard = bought.some(({ pack }) => pack.base === null && pack.market.role === 'data');
    if (limits.kind === 'pair' && !hasDataCard) return null;
    const cards = this.#cardsOf(plan, bought);
    if (cards.filter(({ offers }) => offers[0]?.takesSlot).length > limits.slots + sequenceAllowance(plan)) return null;
    const cost = costOfCards(cards, stage);
    const steps = cards.reduce((sum, { purchases }) => sum + purchases.length, 0);
    const objective = cost + tieOf(cards.length, steps);
    if (objective < this.#objective) {
      this.#objective = objective;
      this.#cost = cost;
      this.#best = cards;
    }
    return objective - objectiveOf(plan);
  }

  /** Who carries what: each span gives its uses to the card it was bought for, what is left goes to a plan's own rate. */
  #cardsOf(plan: TalkPlan, bought: readonly Bought[]): SolutionCard[] {
    const drafts = new CardDrafts(plan, bought, this.#demand);
    const spans: Span[] = [];
    const owners: number[] = [];
    const add = (owner: number, more: readonly Span[]) => {
      spans.push(...more);
      owners.push(...more.map(() => owner));
    };
    for (const [index, { portions }] of plan.cards.entries()) {
      add(
        index,
        portions.flatMap((portion) => spanOf(portion, this.#demand) ?? []),
      );
    }
    for (const item of bought) add(drafts.ownerOf(item), this.#shelf.supply(item.pack, item.use).spans);
    const { unserved } = fill(this.#demand, spans, (span, use, amount) =>
      drafts.give(owners[span] as number, use, amount),
    );
    for (const [use, amount] of unserved.entries()) if (amount > 0) drafts.giveToRate(use, amount);
    return drafts.cards(this.#shelf);
  }
}

function objectiveOf({ cards, cost }: TalkPlan): number {
  return cost + tieOf(cards.length, cards.length);
}

/** A plan whose turn comes when its bound is the least; without a search its bound is rough. */
type Turn = { readonly plan: TalkPlan; readonly bound: number; readonly search: DataSearch | null };

/** Cards one after another need only one slot. */
function sequenceAllowance({ cards }: TalkPlan): number {
  return cards.length > 1 && cards.some(({ purchase }) => purchase.until !== undefined) ? cards.length - 1 : 0;
}

type CardDraft = { readonly family: string | null; readonly bought: Bought[]; readonly given: Map<number, number> };

/** The cards of a solution while uses are given to them: those of the plan first, then one for each new data card. */
class CardDrafts {
  readonly #plan: TalkPlan;
  readonly #demand: Demand;
  readonly #groups: CardDraft[];

  constructor(plan: TalkPlan, bought: readonly Bought[], demand: Demand) {
    this.#plan = plan;
    this.#demand = demand;
    this.#groups = plan.cards.map(() => ({ family: null, bought: [], given: new Map() }));
    for (const item of bought) this.#place(item);
  }

  #place(item: Bought): void {
    const { base, market } = item.pack;
    const ofPlan = base === null ? -1 : this.#plan.cards.findIndex((card) => card.market.offer.id === base);
    const known =
      ofPlan >= 0
        ? this.#groups[ofPlan]
        : this.#groups.find(({ family }) => family !== null && family === market.family);
    if (known) known.bought.push(item);
    else this.#groups.push({ family: market.family, bought: [item], given: new Map() });
  }

  ownerOf(item: Bought): number {
    return this.#groups.findIndex(({ bought }) => bought.includes(item));
  }

  give(owner: number, use: number, amount: number): void {
    const { given } = this.#groups[owner] as CardDraft;
    given.set(use, (given.get(use) ?? 0) + amount);
  }

  /** To the plan card that is active then and has the lowest rate. */
  giveToRate(use: number, amount: number): void {
    const at = this.#demand.moments[use] as number;
    let best = -1;
    for (const [index, { purchase, rate }] of this.#plan.cards.entries()) {
      const isActive = purchase.at <= at && (purchase.until === undefined || at < purchase.until);
      if (isActive && (best < 0 || rate < (this.#plan.cards[best]?.rate ?? 0))) best = index;
    }
    if (best >= 0) this.give(best, use, amount);
    else if (this.#groups.length > 0) this.give(0, use, amount);
  }

  cards(shelf: PackShelf): SolutionCard[] {
    return this.#groups.map(({ bought, given }, index) => {
      const own = this.#plan.cards[index];
      const data = [...given].map(([use, amount]) => ({ ...(this.#demand.uses[use] as UsageEvent), amount }));
      const uses = [...(own?.talk ?? []), ...data].sort((a, b) => a.at - b.at);
      const purchases = bought.map(({ pack, use }) => {
        const { until } = shelf.supply(pack, use);
        const at = this.#demand.moments[use] as UsageEvent['at'];
        return { offer: pack.market.offer.id, at, ...(until === null ? {} : { until }) };
      });
      const offers = [...(own ? [own.market] : []), ...new Set(bought.map(({ pack }) => pack.market))];
      return { offers, purchases: [...(own ? [own.purchase] : []), ...purchases.sort((a, b) => a.at - b.at)], uses };
    });
  }
}
