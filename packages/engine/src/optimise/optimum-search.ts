import { localSecondOf } from '../local-time.ts';
import { CoverBound } from './cover.ts';
import { DataSearch, type Verdict } from './data-search.ts';
import { ended, withoutDominated } from './dominated.ts';
import { UNITS_A_RATED_USE, UNITS_A_STEP } from './effort.ts';
import { fill } from './fill.ts';
import type { Limits, MarketOffer } from './market.ts';
import type { Optimiser } from './optimiser.ts';
import type { Pack } from './pack.ts';
import { pastBest, type SearchMemory, sameDraft, samePurchases } from './past-best.ts';
import { PriorityQueue } from './priority-queue.ts';
import { PurchaseBound } from './purchase-bound.ts';
import { type Bought, coverOffers, tieOf } from './purchase-rules.ts';
import { shareData } from './share-data.ts';
import { type SolutionCard, slotsNeeded } from './solution.ts';
import type { TalkDraft, TalkPlan } from './talk-plan.ts';

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
  readonly #market: readonly MarketOffer[];
  readonly #memory: SearchMemory | null;
  readonly #drafts: TalkDraft[] = [];
  #dataPacks: readonly Pack[] = [];
  readonly #bounds = new Map<string, PurchaseBound>();
  #best: readonly SolutionCard[] | null = null;
  #cost = Number.POSITIVE_INFINITY;
  /** The cost with what breaks ties. */
  #objective = Number.POSITIVE_INFINITY;
  /** What was spent before, by other searches. */
  #spentBefore = 0;
  #restedAt = 0;
  #open = 0;
  #mismatch = Number.POSITIVE_INFINITY;
  #hasPastBest = false;
  #nodes = 0;
  #excluded = 0;

  constructor(optimiser: Optimiser, { limits, market, memory }: SearchScope) {
    this.#optimiser = optimiser;
    this.#limits = limits;
    this.#market = market;
    this.#memory = memory;
  }

  /** Searches step by step until the proof is whole: the plan with the least bound first, its bound sharpened when its turn comes. */
  *run(): Generator<Progress, Solution | null> {
    this.#spentBefore = this.#optimiser.effort.spent;
    yield* this.#prepare();
    const rough = this.#roughBounds();
    yield* this.#resting(rough.ready());
    this.#open = Math.min(...this.#drafts.map(boundOf));
    if (!this.#hasPastBest) yield* this.#firstAnswers(rough);
    const queue = new PriorityQueue<Turn>((a, b) => a.bound - b.bound);
    for (const draft of this.#drafts) queue.push({ draft, bound: boundOf(draft), next: 'rough' });
    yield this.#progress();
    for (let turn = queue.pop(); turn; turn = queue.pop()) {
      this.#open = turn.bound;
      if (turn.bound >= this.#objective) break;
      if (turn.next === 'search') yield* this.#runSearch(turn.plan, turn.search);
      else for (const sharper of yield* this.#sharpened(turn, rough)) queue.push(sharper);
      if (turn.next !== 'rough' || this.#isTimeToRest()) yield this.#progress();
    }
    this.#open = this.#cost;
    return this.finish();
  }

  *#runSearch(plan: TalkPlan, search: DataSearch): Generator<Progress, void> {
    if (plan.bound < plan.cost) this.#mismatch = Math.min(this.#mismatch, plan.bound + search.lowerBound);
    for (const _ of search.run()) yield this.#progress(search);
    this.#nodes += search.count.nodes;
    this.#excluded += search.count.excluded;
    this.#mismatch = Math.min(this.#mismatch, plan.bound + search.count.open);
  }

  /** A bound that counts the data, roughly, then that of the plan itself; none where the plan does not carry all talk. */
  *#sharpened({ draft, bound, next }: OpenTurn, rough: CoverBound): Generator<Progress, Turn[]> {
    if (next === 'rough') return [{ draft, bound: this.#roughBound(draft, rough), next: 'plan' }];
    const plan = this.#optimiser.talk.plan(draft);
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

  /** The first answers: each phone card by itself with what it lacks, the most promising first. */
  *#firstAnswers(rough: CoverBound): Generator<Progress, void> {
    const isFirstOf = ({ parts: [part] }: TalkDraft, place: number) =>
      singles.findIndex(({ parts: [other] }) => other?.market === part?.market) === place;
    const singles = this.#drafts.filter(({ parts }) => parts.length < 2);
    const bounded = singles.filter(isFirstOf).map((draft) => ({ draft, bound: this.#roughBound(draft, rough) }));
    bounded.sort((a, b) => a.bound - b.bound);
    const searches: DataSearch[] = [];
    for (const { draft } of bounded.slice(0, FIRST_PLANS)) {
      const plan = this.#optimiser.talk.plan(draft);
      if (!plan) continue;
      const search = this.#searchFor(plan);
      searches.push(search);
      for (const _ of search.diveForAddOns()) yield this.#progress();
      yield this.#progress();
    }
    for (const search of searches) for (const _ of search.dive()) yield this.#progress();
  }

  /** What was best for other uses is tried first, and stays where nothing costs less. */
  #tryPastBest(): void {
    const past = this.#memory?.past.get(this.#memory.key);
    const draft = past && sameDraft(past, this.#drafts);
    const plan = draft && this.#optimiser.talk.plan(draft);
    const bought = past && samePurchases(past, this.#optimiser.demand, this.#optimiser.packs);
    if (!plan || !bought) return;
    this.#judge(plan, bought);
    this.#hasPastBest = this.#best !== null;
  }

  /** Works out the talk plans and the packs on offer, a few at a time. */
  *#prepare(): Generator<Progress, void> {
    const phones = this.#limits.kind === 'data' ? [] : this.#market.filter(({ role }) => role === 'talk');
    for (const draft of this.#optimiser.talk.drafts(phones, this.#limits.cards)) {
      if (Number.isFinite(draft.bound) && this.#isAllowed(draft)) this.#drafts.push(draft);
      if (this.#isTimeToRest()) yield this.#progress();
    }
    this.#tryPastBest();
    yield this.#progress();
    yield* this.#preparePacks();
  }

  /** Each data card that serves all alone is an answer, until a cheaper one is found. */
  *#preparePacks(): Generator<Progress, void> {
    const alone = this.#drafts.find(({ parts }) => parts.length === 0);
    const packs: Pack[] = [];
    for (const offer of this.#market.filter((each) => this.#mayBeDataCard(each))) {
      const own = this.#optimiser.packs.packsOf(offer, null);
      packs.push(...own);
      if (alone) for (const pack of own) this.#tryAlone(pack, alone);
      if (this.#isTimeToRest()) yield this.#progress();
    }
    for (const base of this.#basesUsed()) {
      this.#addOnsOf(base);
      yield this.#progress();
    }
    this.#dataPacks = yield* this.#resting(withoutDominated(packs, this.#optimiser.demand, this.#optimiser.shelf));
  }

  #tryAlone(pack: Pack, draft: TalkDraft): void {
    const { demand, shelf, talk } = this.#optimiser;
    const isEnough = (pack.volumes.at(-1)?.bytes ?? 0) >= demand.total && demand.total > 0;
    const isCheaper = isEnough && shelf.supply(pack, 0).cost + tieOf(1, 1) < this.#objective;
    const plan = isCheaper ? talk.plan(draft) : null;
    if (plan) this.#judge(plan, [{ pack, use: 0 }]);
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

  #mayBeDataCard({ role, takesSlot }: MarketOffer): boolean {
    const { kind, allowsEsim } = this.#limits;
    if (role === 'data') return kind !== 'talk' && (allowsEsim || takesSlot);
    return role === 'talk' && (kind === 'any' || kind === 'talk');
  }

  #basesUsed(): string[] {
    return [...new Set(this.#drafts.flatMap(({ parts }) => parts.map(({ market }) => market.offer.id)))];
  }

  /** Bounds that let every plan use the add-ons of all. */
  #roughBounds(): CoverBound {
    const addOns = this.#basesUsed().flatMap((base) => this.#addOnsOf(base));
    return new CoverBound(
      coverOffers([...addOns, ...this.#dataPacks], this.#optimiser.demand.total),
      this.#limits.cards,
      this.#optimiser.demand.total,
    );
  }

  #roughBound(draft: TalkDraft, rough: CoverBound): number {
    const { parts } = draft;
    const { demand, effort } = this.#optimiser;
    effort.spend(2 * demand.uses.length);
    const { missing } = fill(demand, this.#optimiser.planData.givenBy(parts));
    const cards = this.#limits.cards - parts.length;
    const rate = Math.min(...this.#optimiser.planData.pricesOf(parts));
    const needsCard = this.#limits.kind === 'pair';
    return boundOf(draft) + rough.least({ bytes: missing, cards, families: [], rate, needsCard });
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
    const nodes = this.#nodes + (search?.count.nodes ?? 0);
    return { best: this.#best, cost: this.#cost, nodes, effort: this.#optimiser.effort.spent - this.#spentBefore };
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

  #addOnsOf(base: string): Pack[] {
    const fitting = this.#market.filter(({ role, bases }) => role === 'add-on' && bases.includes(base));
    return fitting.flatMap((addOn) => this.#optimiser.packs.packsOf(addOn, base));
  }

  #searchFor(plan: TalkPlan): DataSearch {
    const packs = [...this.#addOnsFor(plan), ...this.#dataPacksBeside(plan)];
    const cards = this.#limits.cards - plan.cards.length;
    const { demand, shelf, effort } = this.#optimiser;
    const held = plan.cards.map((card) => ({ base: card.market.offer.id, span: this.#optimiser.planData.held(card) }));
    const problem = {
      demand,
      shelf,
      effort,
      given: this.#optimiser.planData.givenBy(plan.cards),
      packs,
      bound: this.#boundOf(packs, cards),
      room: { cards, once: plan.cards.map(({ market }) => market) },
      heldUntil: (base: string, use: number) =>
        held.find((card) => card.base === base && card.span[0] <= use && use < card.span[1])?.span[1] ?? null,
      prices: this.#optimiser.planData.pricesOf(plan.cards),
      needsDataCard: this.#limits.kind === 'pair',
      toBeat: () => this.#objective - objectiveOf(plan),
    };
    return new DataSearch(problem, (bought) => this.#judge(plan, bought));
  }

  /** Plans of the same cards have the same packs, whose bound is worked out once. */
  #boundOf(packs: readonly Pack[], cards: number): PurchaseBound {
    const key = `${cards} ${packs.map(({ market, base, cycles }) => `${market.offer.id} ${base} ${cycles}`).join()}`;
    const known = this.#bounds.get(key);
    if (known) return known;
    const { demand, shelf, months } = this.#optimiser;
    const bound = new PurchaseBound(packs, { demand, shelf, months, cards });
    this.#bounds.set(key, bound);
    return bound;
  }

  #addOnsFor({ cards }: TalkPlan): Pack[] {
    const bases = [...new Set(cards.map(({ market }) => market.offer.id))];
    const { demand, shelf } = this.#optimiser;
    return ended(
      withoutDominated(
        bases.flatMap((base) => this.#addOnsOf(base)),
        demand,
        shelf,
      ),
    );
  }

  /** Where the cards of a plan keep every slot through the stay, no other card that takes one can be added. */
  #dataPacksBeside({ cards }: TalkPlan): readonly Pack[] {
    const staying = cards.filter(({ market, purchase, from }) => {
      const isKept = purchase.until === undefined && from === localSecondOf(this.#optimiser.stage.period.start);
      return market.takesSlot && isKept;
    });
    const hasRoom = staying.length < this.#limits.slots;
    return hasRoom ? this.#dataPacks : this.#dataPacks.filter(({ market }) => !market.takesSlot);
  }

  /** Replays a full cover with the rating engine; keeps it where it is the best so far. @returns its cost beyond the plan's. */
  #judge(plan: TalkPlan, bought: readonly Bought[]): Verdict {
    this.#optimiser.effort.spend(UNITS_A_RATED_USE * this.#usesRated(plan));
    const { cards, cost, overage, isShared } = shareData(plan, bought, this.#optimiser);
    if (slotsNeeded(cards) > this.#limits.slots) return 'too-many';
    const steps = cards.reduce((sum, { purchases }) => sum + purchases.length, 0);
    const objective = cost + tieOf(cards.length, steps);
    if (objective < this.#objective) {
      this.#objective = objective;
      this.#cost = cost;
      this.#best = cards;
      this.#memory?.past.set(this.#memory.key, pastBest(plan.cards, bought, this.#optimiser.demand));
    }
    return { cost: objective - objectiveOf(plan), overage, isExact: !isShared };
  }

  #usesRated({ cards }: TalkPlan): number {
    return this.#optimiser.demand.uses.length + cards.reduce((sum, { talk }) => sum + talk.length, 1);
  }
}

/** So many phone cards are tried for a first answer. */
const FIRST_PLANS = 8;

function boundOf({ parts, bound }: TalkDraft): number {
  return bound + tieOf(parts.length, parts.length);
}

function objectiveOf({ cards, cost }: TalkPlan): number {
  return cost + tieOf(cards.length, cards.length);
}

/** A draft whose turn comes when its bound is the least, and what is to be worked out of it then. */
type OpenTurn = { readonly draft: TalkDraft; readonly bound: number; readonly next: 'rough' | 'plan' };
type Turn =
  | OpenTurn
  | { readonly plan: TalkPlan; readonly search: DataSearch; readonly bound: number; readonly next: 'search' };
