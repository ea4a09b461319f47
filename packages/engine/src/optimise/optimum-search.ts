import { BestAnswer } from './best-answer.ts';
import { CoverBound } from './cover.ts';
import { CoverSearch } from './cover-search.ts';
import { UNITS_A_STEP } from './effort.ts';
import { ended } from './ended.ts';
import { fill } from './fill.ts';
import { type Limits, type MarketOffer, type TalkOffer, talkOffersOf } from './market.ts';
import type { Optimiser } from './optimiser.ts';
import type { Pack } from './pack.ts';
import { PacksOnOffer } from './packs-on-offer.ts';
import type { SearchMemory } from './past-best.ts';
import { PriorityQueue } from './priority-queue.ts';
import { coverOffers, tieOf } from './purchase-rules.ts';
import type { SolutionCard } from './solution.ts';
import type { TalkDraft, TalkPlan } from './talk-plan.ts';
import { leastCharge } from './unit-price.ts';

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
export type Progress = {
  readonly best: readonly SolutionCard[] | null;
  readonly cost: number;
  readonly nodes: number;
  /** What was worked on since the search began, in units of `Effort`. */
  readonly effort: number;
};

/** Within what is searched, over which offers, and where the best is kept for the next search. */
export type SearchScope = {
  readonly limits: Limits;
  readonly market: readonly MarketOffer[];
  readonly memory: SearchMemory | null;
};

/**
 * One search for the cheapest cards, packs, moments of purchase and split of use. Stop by not asking for the next step;
 * `finish` then gives the best so far with its true gap.
 */
export class OptimumSearch {
  readonly #optimiser: Optimiser;
  readonly #limits: Limits;
  readonly #phones: readonly TalkOffer[];
  readonly #best: BestAnswer;
  readonly #packs: PacksOnOffer;
  readonly #drafts: TalkDraft[] = [];
  /** What was spent before, by other searches. */
  #spentBefore = 0;
  #restedAt = 0;
  #open = 0;
  #mismatch = Number.POSITIVE_INFINITY;
  #nodes = 0;
  #excluded = 0;
  #running: CoverSearch | null = null;

  constructor(optimiser: Optimiser, { limits, market, memory }: SearchScope) {
    this.#optimiser = optimiser;
    this.#limits = limits;
    this.#phones = limits.kind === 'data' ? [] : talkOffersOf(market);
    this.#best = new BestAnswer(optimiser, limits.slots, memory);
    this.#packs = new PacksOnOffer(optimiser, limits, { market, phones: this.#phones });
  }

  /** Searches step by step until the proof is whole: the plan with the least bound first, its bound sharpened when its turn comes. */
  *run(): Generator<Progress, Solution | null> {
    this.#spentBefore = this.#optimiser.effort.spent;
    yield* this.#prepareDrafts();
    const hasPast = yield* this.#resting(this.#best.tryPast(this.#drafts));
    yield this.#progress();
    const addOns = yield* this.#prepareAddOns();
    if (!hasPast) yield* this.#firstAnswers(yield* this.#roughBoundOf(addOns), (search) => search.diveForAddOns());
    yield* this.#prepareDataPacks();
    const rough = yield* this.#roughBoundOf([...addOns, ...this.#packs.dataPacks]);
    this.#open = Math.min(...this.#drafts.map(boundOf));
    if (!hasPast) yield* this.#firstAnswers(rough, (search) => search.dive());
    const queue = new PriorityQueue<Turn>((a, b) => a.bound - b.bound);
    for (const draft of this.#drafts) queue.push({ draft, bound: boundOf(draft), next: 'rough' });
    yield this.#progress();
    for (let turn = queue.pop(); turn; turn = queue.pop()) {
      this.#open = turn.bound;
      if (turn.bound >= this.#best.objective) break;
      if (turn.next === 'search') yield* this.#runSearch(turn, queue.first?.bound ?? Number.POSITIVE_INFINITY);
      else for (const sharper of yield* this.#sharpened(turn, rough)) queue.push(sharper);
      if (turn.next !== 'rough' || this.#isTimeToRest()) yield this.#progress();
    }
    this.#open = this.#best.cost;
    return this.finish();
  }

  /** @param others the least bound of all that is not looked into yet. */
  *#runSearch({ plan, search, bound }: SearchTurn, others: number): Generator<Progress, void> {
    if (plan.bound < plan.cost) this.#mismatch = Math.min(this.#mismatch, plan.bound + search.lowerBound);
    this.#running = search;
    for (const _ of search.run()) {
      this.#open = Math.min(others, Math.max(bound, plan.bound + search.reached));
      yield this.#progress();
    }
    this.#running = null;
    this.#nodes += search.count.nodes;
    this.#excluded += search.count.excluded;
    this.#mismatch = Math.min(this.#mismatch, plan.bound + search.count.open);
  }

  /** A bound that counts the data, roughly, then that of the plan itself; none where the plan does not carry all talk. */
  *#sharpened({ draft, bound, next }: OpenTurn, rough: CoverBound): Generator<Progress, Turn[]> {
    if (next === 'rough') return [{ draft, bound: this.#roughBound(draft, rough), next: 'plan' }];
    const plan = yield* this.#resting(this.#optimiser.talk.plan(draft));
    if (!plan) return this.#withoutPlan(draft, bound);
    const search = this.#searchFor(plan);
    yield* this.#resting(search.ready());
    return [
      {
        plan,
        search,
        bound: plan.bound + tieOf(plan.cards.length, plan.cards.length) + search.lowerBound,
        next: 'search',
      },
    ];
  }

  /** Cards that cannot share the talk in the way that was tried might in another. */
  #withoutPlan({ isShared, shares }: TalkDraft, bound: number): Turn[] {
    if (isShared && !shares) this.#mismatch = Math.min(this.#mismatch, bound);
    return [];
  }

  /** First answers, not proven: each phone card by itself with what it lacks, the most promising first. */
  *#firstAnswers(rough: CoverBound, dive: (search: CoverSearch) => Generator<void, void>): Generator<Progress, void> {
    const isFirstOf = ({ parts: [part] }: TalkDraft, place: number) =>
      singles.findIndex(({ parts: [other] }) => other?.market === part?.market) === place;
    const singles = this.#drafts.filter(({ parts }) => parts.length < 2);
    const bounded = singles.filter(isFirstOf).map((draft) => ({ draft, bound: this.#roughBound(draft, rough) }));
    bounded.sort((a, b) => a.bound - b.bound);
    for (const { draft } of bounded.slice(0, FIRST_PLANS)) {
      const plan = yield* this.#resting(this.#optimiser.talk.plan(draft));
      if (!plan) continue;
      const search = this.#searchFor(plan);
      yield* this.#resting(search.ready());
      yield* this.#resting(dive(search));
      yield this.#progress();
    }
  }

  /** Works out the talk cards, a few at a time. */
  *#prepareDrafts(): Generator<Progress, void> {
    for (const draft of this.#optimiser.talk.drafts(this.#phones, this.#limits.cards)) {
      if (Number.isFinite(draft.bound) && this.#isAllowed(draft)) this.#drafts.push(draft);
      if (this.#isTimeToRest()) yield this.#progress();
    }
  }

  /** Works out the add-ons of all plans. */
  *#prepareAddOns(): Generator<Progress, Pack[]> {
    const bases = new Set(this.#drafts.flatMap(({ parts }) => parts.map(({ market }) => market.offer.id)));
    const addOns: Pack[] = [];
    for (const base of bases) addOns.push(...(yield* this.#resting(this.#packs.addOnsOf(base))));
    return addOns;
  }

  *#prepareDataPacks(): Generator<Progress, void> {
    const alone = this.#drafts.find(({ parts }) => parts.length === 0);
    for (const _ of this.#packs.prepare((pack) => alone && this.#tryAlone(pack, alone))) {
      if (this.#isTimeToRest()) yield this.#progress();
    }
  }

  /** A bound that lets every plan use all of some packs. */
  *#roughBoundOf(packs: readonly Pack[]): Generator<Progress, CoverBound> {
    const { total } = this.#optimiser.demand;
    const rough = new CoverBound(coverOffers(packs, total), this.#limits.cards, total);
    yield* this.#resting(rough.ready());
    return rough;
  }

  /** A data card that serves all alone is an answer, until a cheaper one is found. */
  #tryAlone(pack: Pack, draft: TalkDraft): void {
    const { demand, shelf, talk } = this.#optimiser;
    const isEnough = (pack.volumes.at(-1)?.bytes ?? 0) >= demand.total && demand.total > 0;
    const isCheaper = isEnough && shelf.supply(pack, 0).cost + tieOf(1, 1) < this.#best.objective;
    const plan = isCheaper ? ended(talk.plan(draft)) : null;
    if (plan) this.#best.judge(plan, [{ pack, use: 0 }]);
  }

  *#resting<T>(steps: Generator<void, T>): Generator<Progress, T> {
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done) return step.value;
      yield this.#progress();
    }
  }

  #isTimeToRest(): boolean {
    const { spent } = this.#optimiser.effort;
    if (spent - this.#restedAt < UNITS_A_STEP) return false;
    this.#restedAt = spent;
    return true;
  }

  #roughBound(draft: TalkDraft, rough: CoverBound): number {
    const { parts } = draft;
    const { demand, effort } = this.#optimiser;
    effort.spend(2 * demand.uses.length);
    const { missing } = fill(demand, this.#optimiser.planData.givenBy(parts));
    const cards = this.#limits.cards - parts.length;
    const rate = leastCharge(this.#optimiser.planData.pricesOf(parts));
    const needsCard = this.#limits.kind === 'pair';
    return boundOf(draft) + rough.least({ bytes: missing, cards, families: [], rate, needsCard });
  }

  /** The best found so far with what is proven of it; null where nothing serves. */
  finish(): Solution | null {
    const { cards, cost } = this.#best;
    if (!cards) return null;
    const lowerBound = Math.min(cost, this.#open, this.#mismatch);
    const { nodes, excluded } = this.#count;
    return { cards, certificate: { cost, lowerBound, gap: cost - lowerBound, excluded, nodes } };
  }

  #progress(): Progress {
    const { cards: best, cost } = this.#best;
    return { best, cost, nodes: this.#count.nodes, effort: this.#optimiser.effort.spent - this.#spentBefore };
  }

  get #count(): { nodes: number; excluded: number } {
    const { nodes, excluded } = this.#running?.count ?? { nodes: 0, excluded: 0 };
    return { nodes: this.#nodes + nodes, excluded: this.#excluded + excluded };
  }

  #isAllowed({ parts, isShared }: TalkDraft): boolean {
    const limits = this.#limits;
    // Who uses nothing is told a card all the same, and it is no data card, which is bought when data are used.
    const isUnused = this.#optimiser.demand.uses.length === 0;
    const needsPhone = limits.kind === 'pair' || limits.needsLocalNumber || isUnused;
    if (needsPhone && parts.length === 0) return false;
    if (limits.needsLocalNumber && !parts.every(({ market }) => market.hasLocalNumber)) return false;
    const together = isShared ? parts : parts.slice(0, 1);
    if (together.filter(({ market }) => market.takesSlot).length > limits.slots) return false;
    return parts.length <= limits.cards && (limits.kind !== 'pair' || parts.length < limits.cards);
  }

  #searchFor(plan: TalkPlan): CoverSearch {
    const packs = this.#packs.packsFor(plan);
    const cards = this.#limits.cards - plan.cards.length;
    const { demand, shelf, effort, planData } = this.#optimiser;
    const held = plan.cards.map((card) => ({ base: card.market.offer.id, span: planData.held(card) }));
    const problem = {
      demand,
      shelf,
      effort,
      given: planData.givenBy(plan.cards),
      packs,
      bound: this.#packs.boundOf(packs, cards),
      room: { cards, once: plan.cards.map(({ market }) => market) },
      heldUntil: (base: string, use: number) =>
        held.find((card) => card.base === base && card.span[0] <= use && use < card.span[1])?.span[1] ?? null,
      freed: plan.cards.flatMap(({ market, purchase: { until } }) =>
        market.takesSlot && until !== undefined ? [demand.indexFrom(until)] : [],
      ),
      prices: planData.pricesOf(plan.cards),
      needsDataCard: this.#limits.kind === 'pair',
      toBeat: () => this.#best.toBeatWith(plan),
    };
    return new CoverSearch(problem, (bought) => this.#best.judge(plan, bought));
  }
}

/** So many phone cards are tried for a first answer. */
const FIRST_PLANS = 8;

function boundOf({ parts, bound }: TalkDraft): number {
  return bound + tieOf(parts.length, parts.length);
}

/** A draft whose turn comes when its bound is the least, and what is to be worked out of it then. */
type OpenTurn = { readonly draft: TalkDraft; readonly bound: number; readonly next: 'rough' | 'plan' };
type SearchTurn = {
  readonly plan: TalkPlan;
  readonly search: CoverSearch;
  readonly bound: number;
  readonly next: 'search';
};
type Turn = OpenTurn | SearchTurn;
