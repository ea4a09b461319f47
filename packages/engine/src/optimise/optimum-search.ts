import type { Purchase } from '../holding.ts';
import { CardDrafts } from './card-drafts.ts';
import { CoverBound } from './cover.ts';
import { DataSearch, type Verdict } from './data-search.ts';
import { withoutDominated } from './dominated.ts';
import { fill, type Note, type Span, spanOf } from './fill.ts';
import { fillDearest } from './fill-scoped.ts';
import type { Limits, MarketOffer } from './market.ts';
import type { Optimiser } from './optimiser.ts';
import type { Pack } from './pack.ts';
import { PriorityQueue } from './priority-queue.ts';
import { type Bought, coverOffers, type Room, tieOf } from './purchase-rules.ts';
import { costOfCards, type SolutionCard } from './solution.ts';
import type { TalkCard, TalkPlan } from './talk-plan.ts';

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
 * One search for the cheapest cards, packs, moments of purchase and split of use. Stop by not asking for the next step;
 * `finish` then gives the best so far with its true gap.
 */
export class OptimumSearch {
  readonly #optimiser: Optimiser;
  readonly #limits: Limits;
  readonly #market: readonly MarketOffer[];
  readonly #plans: TalkPlan[] = [];
  #dataPacks: readonly Pack[] = [];
  #best: readonly SolutionCard[] | null = null;
  #cost = Number.POSITIVE_INFINITY;
  /** The cost with what breaks ties. */
  #objective = Number.POSITIVE_INFINITY;
  #open = 0;
  #mismatch = Number.POSITIVE_INFINITY;
  #nodes = 0;
  #excluded = 0;

  constructor(optimiser: Optimiser, limits: Limits, market: readonly MarketOffer[]) {
    this.#optimiser = optimiser;
    this.#limits = limits;
    this.#market = market;
  }

  /** Searches step by step until the proof is whole: the plan with the least bound first, its bound sharpened when its turn comes. */
  *run(): Generator<Progress, Solution | null> {
    yield* this.#prepare();
    const rough = this.#roughBounds();
    const queue = new PriorityQueue<Turn>((a, b) => a.bound - b.bound);
    for (const plan of this.#plans) {
      queue.push({ plan, bound: this.#roughBound(plan, rough), search: null });
      if (this.#isTimeToRest()) yield this.#progress();
    }
    for (let turn = queue.pop(); turn; turn = queue.pop()) {
      this.#open = turn.bound;
      if (turn.bound >= this.#objective) break;
      if (turn.search) yield* this.#runSearch(turn.plan, turn.search);
      else queue.push(this.#sharpened(turn.plan));
      yield this.#progress();
    }
    this.#open = this.#cost;
    return this.finish();
  }

  /** The first answers: the cheapest single cards with what they lack, each bought where it lacks. */
  *#firstAnswers(): Generator<Progress, void> {
    const singles = [...this.#plans].sort((a, b) => a.cost - b.cost).slice(0, FIRST_PLANS);
    for (const plan of singles) {
      for (const _ of this.#searchFor(plan).dive()) yield this.#progress();
      yield this.#progress();
    }
  }

  *#runSearch(plan: TalkPlan, search: DataSearch): Generator<Progress, void> {
    if (plan.bound < plan.cost) this.#mismatch = Math.min(this.#mismatch, plan.bound + search.lowerBound);
    for (const _ of search.run()) yield this.#progress(search);
    this.#nodes += search.count.nodes;
    this.#excluded += search.count.excluded;
    this.#mismatch = Math.min(this.#mismatch, search.count.open);
  }

  #sharpened(plan: TalkPlan): Turn {
    const search = this.#searchFor(plan);
    return { plan, search, bound: boundOf(plan) + search.lowerBound };
  }

  /** Works out the packs on offer, then the talk plans: a first answer comes before plans of two cards. */
  *#prepare(): Generator<Progress, void> {
    const packs: Pack[] = [];
    for (const offer of this.#market.filter((each) => this.#mayBeDataCard(each))) {
      packs.push(...this.#optimiser.shelf.packsOf(offer, null));
      yield this.#progress();
    }
    this.#dataPacks = this.#withoutDominated(packs);
    yield this.#progress();
    const phones = this.#limits.kind === 'data' ? [] : this.#market.filter(({ role }) => role === 'talk');
    let hasAnswers = false;
    for (const plan of this.#optimiser.talk.plans(phones, this.#limits.cards)) {
      if (plan && plan.cards.length > 1 && !hasAnswers) {
        hasAnswers = true;
        yield* this.#firstAnswers();
      }
      if (plan && this.#isAllowed(plan)) this.#add(plan);
      if (this.#isTimeToRest()) yield this.#progress();
    }
  }

  #add(plan: TalkPlan): void {
    if (plan.bound < this.#objective) this.#plans.push(plan);
    else this.#excluded += 1;
  }

  #turns = 0;

  /** Small things to do are taken together. */
  #isTimeToRest(): boolean {
    this.#turns += 1;
    return this.#turns % 8 === 0;
  }

  #mayBeDataCard({ role, takesSlot }: MarketOffer): boolean {
    const { kind, allowsEsim } = this.#limits;
    if (role === 'data') return kind !== 'talk' && (allowsEsim || takesSlot);
    return role === 'talk' && (kind === 'any' || kind === 'talk');
  }

  #withoutDominated(packs: readonly Pack[]): Pack[] {
    return withoutDominated(packs, this.#optimiser.demand, this.#optimiser.shelf);
  }

  /** Bounds that let every plan use the add-ons of all. */
  #roughBounds(): CoverBound {
    const used = new Set(this.#plans.flatMap((plan) => plan.cards.map((card) => card.market.offer.id)));
    const addOns = [...used].flatMap((base) => this.#addOnsOf(base));
    return new CoverBound(
      coverOffers([...addOns, ...this.#dataPacks], this.#optimiser.demand.total),
      this.#limits.cards,
      this.#optimiser.demand.total,
    );
  }

  #roughBound(plan: TalkPlan, rough: CoverBound): number {
    const { missing } = fill(this.#optimiser.demand, this.#givenBy(plan));
    return (
      boundOf(plan) + rough.least(missing, this.#limits.cards - plan.cards.length, Math.min(...this.#pricesOf(plan)))
    );
  }

  #givenBy({ cards }: TalkPlan): Span[] {
    return cards.flatMap((card) => this.#spansOf(card));
  }

  /** What a talk card serves for its fees, and for nothing beyond. */
  #spansOf({ market, purchase, portions }: TalkCard): Span[] {
    const { demand, shelf } = this.#optimiser;
    const [first, end] = this.#held(purchase);
    const spans = portions.flatMap((portion) => spanOf(portion, demand) ?? []);
    return [...spans, ...shelf.freeSpans(market, first, end)];
  }

  #held({ at, until }: Purchase): [first: number, end: number] {
    const { demand } = this.#optimiser;
    return [demand.indexFrom(at), demand.indexFrom(until ?? Number.MAX_SAFE_INTEGER)];
  }

  /** What a byte of each use costs on the cards of a plan. */
  #pricesOf({ cards }: TalkPlan): Float64Array {
    const { demand, shelf } = this.#optimiser;
    const least = new Float64Array(demand.uses.length).fill(Number.POSITIVE_INFINITY);
    for (const { market, purchase } of cards) {
      const { prices } = shelf.pricesOf(market);
      const [first, end] = this.#held(purchase);
      for (let use = first; use < end; use++) least[use] = Math.min(least[use] as number, prices[use] as number);
    }
    return least;
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

  #isAllowed(plan: TalkPlan): boolean {
    const { cards } = plan;
    const limits = this.#limits;
    const needsPhone = limits.kind === 'pair' || limits.needsLocalNumber;
    if (needsPhone && cards.length === 0) return false;
    if (limits.needsLocalNumber && !cards.every(({ market }) => market.hasLocalNumber)) return false;
    if (this.#roomBeside(plan).slots < 0) return false;
    return cards.length <= limits.cards && (limits.kind !== 'pair' || cards.length < limits.cards);
  }

  #addOnsOf(base: string): Pack[] {
    const fitting = this.#market.filter(({ role, bases }) => role === 'add-on' && bases.includes(base));
    return fitting.flatMap((addOn) => this.#optimiser.shelf.packsOf(addOn, base));
  }

  #searchFor(plan: TalkPlan): DataSearch {
    const { demand, shelf } = this.#optimiser;
    const bases = new Set(plan.cards.map(({ market }) => market.offer.id));
    const addOns = [...bases].flatMap((base) => this.#addOnsOf(base));
    const problem = {
      demand,
      shelf,
      given: this.#givenBy(plan),
      packs: [...this.#withoutDominated(addOns), ...this.#dataPacks],
      room: this.#roomBeside(plan),
      heldUntil: (base: string, use: number) => this.#heldUntil(plan, base, use),
      prices: this.#pricesOf(plan),
    };
    const toBeat = () => this.#objective - objectiveOf(plan);
    return new DataSearch(problem, (bought) => this.#judge(plan, bought), toBeat);
  }

  #roomBeside(plan: TalkPlan): Room {
    const { cards, slots } = this.#limits;
    const taken = plan.cards.filter(({ market }) => market.takesSlot).length;
    return {
      cards: cards - plan.cards.length,
      slots: slots + sequenceAllowance(plan) - taken,
      once: plan.cards.map(({ market }) => market),
    };
  }

  #heldUntil({ cards }: TalkPlan, base: string, use: number): number | null {
    const ends = cards.flatMap(({ market, purchase }) => {
      const [first, end] = this.#held(purchase);
      return market.offer.id === base && first <= use && use < end ? [end] : [];
    });
    return ends[0] ?? null;
  }

  /** Replays a full cover with the rating engine; keeps it where it is the best so far. @returns its cost beyond the plan's. */
  #judge(plan: TalkPlan, bought: readonly Bought[]): Verdict | null {
    const hasDataCard = bought.some(({ pack }) => pack.base === null && pack.market.role === 'data');
    if (this.#limits.kind === 'pair' && !hasDataCard) return null;
    const shared = this.#cardsOf(plan, bought);
    const { overage, isShared } = shared;
    const [cards, cost] = this.#cheaperShare(shared, () => this.#cardsOf(plan, bought, true));
    const steps = cards.reduce((sum, { purchases }) => sum + purchases.length, 0);
    const objective = cost + tieOf(cards.length, steps);
    if (objective < this.#objective) {
      this.#objective = objective;
      this.#cost = cost;
      this.#best = cards;
    }
    return { cost: objective - objectiveOf(plan), overage, isExact: !isShared };
  }

  /** Where cards could change places and a need is not served, they are tried the other way round. */
  #cheaperShare({ cards, isShared }: Shared, other: () => Shared): [readonly SolutionCard[], number] {
    const { stage } = this.#optimiser;
    const cost = costOfCards(cards, stage);
    if (!isShared || Number.isFinite(cost)) return [cards, cost];
    const turned = other().cards;
    return [turned, costOfCards(turned, stage)];
  }

  /** Who carries what: each span gives its uses to the card it was bought for, what is left goes to a plan's own rate. */
  #cardsOf(plan: TalkPlan, bought: readonly Bought[], isTurned = false): Shared {
    const drafts = new CardDrafts(plan, bought, this.#optimiser);
    const spans: Span[] = [];
    const owners: number[] = [];
    const add = (owner: number, more: readonly Span[]) => {
      spans.push(...more);
      owners.push(...more.map(() => owner));
    };
    for (const [index, card] of plan.cards.entries()) add(index, this.#spansOf(card));
    for (const item of bought) add(drafts.ownerOf(item), drafts.spansOf(item));
    if (isTurned) {
      spans.reverse();
      owners.reverse();
    }
    const note: Note = (span, use, amount) => drafts.give(owners[span] as number, use, amount);
    const { demand } = this.#optimiser;
    const prices = drafts.prices();
    const isSold = prices.some((price) => Number.isFinite(price));
    const { unserved } = isSold || isTurned ? fillDearest(demand, spans, { prices, note }) : fill(demand, spans, note);
    let overage = 0;
    for (const [use, amount] of unserved.entries()) {
      if (amount === 0) continue;
      drafts.giveToRate(use, amount);
      overage += amount * (prices[use] as number);
    }
    return {
      cards: drafts.cards(),
      overage,
      isShared: drafts.areShared((owner) => spans.filter((_, span) => owners[span] === owner)),
    };
  }
}

function boundOf({ cards, bound }: TalkPlan): number {
  return bound + tieOf(cards.length, cards.length);
}

function objectiveOf({ cards, cost }: TalkPlan): number {
  return cost + tieOf(cards.length, cards.length);
}

/**
 * The cards of a solution, what is charged by the byte, and whether some use could be carried by more
 * than one of them.
 */
type Shared = { readonly cards: readonly SolutionCard[]; readonly overage: number; readonly isShared: boolean };

/** So many plans are tried for a first answer. */
const FIRST_PLANS = 3;

/** A plan whose turn comes when its bound is the least; without a search its bound is rough. */
type Turn = { readonly plan: TalkPlan; readonly bound: number; readonly search: DataSearch | null };

/** Cards one after another need only one slot. */
function sequenceAllowance({ cards }: TalkPlan): number {
  return cards.length > 1 && cards.some(({ purchase }) => purchase.until !== undefined) ? cards.length - 1 : 0;
}
