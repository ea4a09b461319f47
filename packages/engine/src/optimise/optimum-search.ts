import { localSecondOf } from '../local-time.ts';
import { CardDrafts } from './card-drafts.ts';
import { CoverBound } from './cover.ts';
import { type Bought, coverOffers, DataSearch, tieOf } from './data-search.ts';
import { withoutDominated } from './dominated.ts';
import { fill, reach, type Span, spanOf } from './fill.ts';
import type { Limits, MarketOffer } from './market.ts';
import type { Optimiser } from './optimiser.ts';
import type { Pack } from './pack.ts';
import { PriorityQueue } from './priority-queue.ts';
import { costOfCards, type SolutionCard } from './solution.ts';
import type { TalkDraft, TalkPart, TalkPlan } from './talk-plan.ts';

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
  readonly #drafts: TalkDraft[] = [];
  #dataPacks: readonly Pack[] = [];
  readonly #bounds = new Map<string, CoverBound>();
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
    for (const draft of this.#drafts) queue.push({ draft, bound: boundOf(draft), next: 'rough' });
    yield this.#progress();
    let quick = 0;
    for (let turn = queue.pop(); turn; turn = queue.pop()) {
      this.#open = turn.bound;
      if (turn.bound >= this.#objective) break;
      if (turn.next === 'search') yield* this.#runSearch(turn.plan, turn.search);
      else for (const sharper of this.#sharpened(turn, rough)) queue.push(sharper);
      quick = turn.next === 'rough' ? quick + 1 : 0;
      if (quick % TURNS_A_STEP === 0) yield this.#progress();
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
  #sharpened({ draft, next }: OpenTurn, rough: CoverBound): Turn[] {
    if (next === 'rough') return [{ draft, bound: this.#roughBound(draft, rough), next: 'plan' }];
    const plan = this.#optimiser.talk.plan(draft);
    if (!plan) return [];
    const search = this.#searchFor(plan);
    return [
      {
        plan,
        search,
        bound: plan.bound + tieOf(plan.cards.length, plan.cards.length) + search.lowerBound,
        next: 'search',
      },
    ];
  }

  /** Works out the talk plans and the packs on offer, a few at a time. */
  *#prepare(): Generator<Progress, void> {
    const phones = this.#limits.kind === 'data' ? [] : this.#market.filter(({ role }) => role === 'talk');
    let seen = 0;
    for (const draft of this.#optimiser.talk.drafts(phones, this.#limits.cards)) {
      if (Number.isFinite(draft.bound) && this.#isAllowed(draft)) this.#drafts.push(draft);
      if (++seen % DRAFTS_A_STEP === 0) yield this.#progress();
    }
    const packs: Pack[] = [];
    for (const offer of this.#market.filter((each) => this.#mayBeDataCard(each))) {
      packs.push(...this.#optimiser.shelf.packsOf(offer, null));
      yield this.#progress();
    }
    this.#dataPacks = this.#withoutDominated(packs);
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
    const used = new Set(this.#drafts.flatMap(({ parts }) => parts.map(({ market }) => market.offer.id)));
    const addOns = [...used].flatMap((base) => this.#addOnsOf(base));
    return new CoverBound(
      coverOffers([...addOns, ...this.#dataPacks]),
      this.#limits.cards,
      this.#optimiser.demand.total,
    );
  }

  #roughBound(draft: TalkDraft, rough: CoverBound): number {
    const { parts } = draft;
    const { missing } = reach(this.#optimiser.demand, this.#givenBy(parts));
    return boundOf(draft) + rough.least(missing, this.#limits.cards - parts.length, rateOf(parts));
  }

  #givenBy(parts: readonly TalkPart[]): Span[] {
    return parts.flatMap(({ portions }) =>
      portions.flatMap((portion) => spanOf(portion, this.#optimiser.demand) ?? []),
    );
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

  #isAllowed({ parts, isShared }: TalkDraft): boolean {
    const limits = this.#limits;
    const needsPhone = limits.kind === 'talk' || limits.kind === 'pair' || limits.needsLocalNumber;
    if (needsPhone && parts.length === 0) return false;
    if (limits.needsLocalNumber && !parts.every(({ market }) => market.hasLocalNumber)) return false;
    const together = isShared ? parts : parts.slice(0, 1);
    if (together.filter(({ market }) => market.takesSlot).length > limits.slots) return false;
    return parts.length <= limits.cards && (limits.kind !== 'pair' || parts.length < limits.cards);
  }

  #addOnsOf(base: string): Pack[] {
    const fitting = this.#market.filter(({ role, bases }) => role === 'add-on' && bases.includes(base));
    return fitting.flatMap((addOn) => this.#optimiser.shelf.packsOf(addOn, base));
  }

  #searchFor(plan: TalkPlan): DataSearch {
    const packs = [...this.#addOnsFor(plan), ...this.#dataPacksBeside(plan)];
    const cards = this.#limits.cards - plan.cards.length;
    const { demand, shelf } = this.#optimiser;
    const problem = {
      demand,
      shelf,
      given: this.#givenBy(plan.cards),
      packs,
      bound: this.#boundOf(packs, cards),
      cards,
      rate: rateOf(plan.cards),
    };
    const toBeat = () => this.#objective - objectiveOf(plan);
    return new DataSearch(problem, (bought) => this.#judge(plan, bought), toBeat);
  }

  /** Plans of the same cards have the same packs, whose bound is worked out once. */
  #boundOf(packs: readonly Pack[], cards: number): CoverBound {
    const key = `${cards} ${packs.map(({ market, base, cycles }) => `${market.offer.id} ${base} ${cycles}`).join()}`;
    const known = this.#bounds.get(key);
    if (known) return known;
    const bound = new CoverBound(coverOffers(packs), cards, this.#optimiser.demand.total);
    this.#bounds.set(key, bound);
    return bound;
  }

  #addOnsFor({ cards }: TalkPlan): Pack[] {
    const bases = [...new Set(cards.map(({ market }) => market.offer.id))];
    return this.#withoutDominated(bases.flatMap((base) => this.#addOnsOf(base)));
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
  #judge(plan: TalkPlan, bought: readonly Bought[]): number | null {
    const { stage } = this.#optimiser;
    const limits = this.#limits;
    const hasDataCard = bought.some(({ pack }) => pack.base === null && pack.market.role === 'data');
    if (limits.kind === 'pair' && !hasDataCard) return null;
    const cards = this.#cardsOf(plan, bought);
    if (slotsNeeded(cards) > limits.slots) return null;
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
    const drafts = new CardDrafts(plan, bought, this.#optimiser.demand);
    const spans: Span[] = [];
    const owners: number[] = [];
    const add = (owner: number, more: readonly Span[]) => {
      spans.push(...more);
      owners.push(...more.map(() => owner));
    };
    for (const [index, card] of plan.cards.entries()) add(index, this.#givenBy([card]));
    for (const item of bought) add(drafts.ownerOf(item), this.#optimiser.shelf.supply(item.pack, item.use).spans);
    const { unserved } = fill(this.#optimiser.demand, spans, (span, use, amount) =>
      drafts.give(owners[span] as number, use, amount),
    );
    for (const [use, amount] of unserved.entries()) if (amount > 0) drafts.giveToRate(use, amount);
    return drafts.cards(this.#optimiser.shelf);
  }
}

/** Drafts looked at, and rough bounds worked out, between two rests. */
const DRAFTS_A_STEP = 256;
const TURNS_A_STEP = 64;

/** The least cost of a byte bought one by one on a card of the plan. */
function rateOf(parts: readonly TalkPart[]): number {
  return Math.min(...parts.map(({ rate }) => rate), Number.POSITIVE_INFINITY);
}

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

/** The most cards that are in the phone's slots at once; a card is in one from its first purchase until it is given up. */
function slotsNeeded(cards: readonly SolutionCard[]): number {
  const stays = cards.flatMap(({ offers, purchases }) => {
    const first = purchases[0];
    return offers[0]?.takesSlot && first ? [{ from: first.at, until: first.until ?? Number.POSITIVE_INFINITY }] : [];
  });
  const atOnce = stays.map(({ from }) => stays.filter((other) => other.from <= from && from < other.until).length);
  return Math.max(0, ...atOnce);
}
