import type { Verdict } from './cover-search.ts';
import { UNITS_A_RATED_USE } from './effort.ts';
import type { Optimiser } from './optimiser.ts';
import { pastBest, type SearchMemory, sameDraft, samePurchases } from './past-best.ts';
import { type Bought, tieOf } from './purchase-rules.ts';
import { shareData } from './share-data.ts';
import { costOfCards, type SolutionCard, slotsNeeded } from './solution.ts';
import type { TalkDraft, TalkPlan } from './talk-plan.ts';

/** The best answer of a search so far, as the rating engine charges it. */
export class BestAnswer {
  readonly #optimiser: Optimiser;
  readonly #slots: number;
  readonly #memory: SearchMemory | null;
  #cards: readonly SolutionCard[] | null = null;
  #cost = Number.POSITIVE_INFINITY;
  /** The cost with what breaks ties. */
  #objective = Number.POSITIVE_INFINITY;

  constructor(optimiser: Optimiser, slots: number, memory: SearchMemory | null) {
    this.#optimiser = optimiser;
    this.#slots = slots;
    this.#memory = memory;
  }

  /** Null while nothing serves. */
  get cards(): readonly SolutionCard[] | null {
    return this.#cards;
  }

  get cost(): number {
    return this.#cost;
  }

  /** What is to be beaten: the cost with what breaks ties. */
  get objective(): number {
    return this.#objective;
  }

  /** What purchases beside a plan must cost less than. */
  toBeatWith(plan: TalkPlan): number {
    return this.#objective - objectiveOf(plan);
  }

  /** Replays a full cover with the rating engine; keeps it where it is the best so far. @returns its cost beyond the plan's. */
  judge(plan: TalkPlan, bought: readonly Bought[]): Verdict {
    this.#optimiser.effort.spend(UNITS_A_RATED_USE * this.#usesRated(plan));
    const { cards, cost, overage, isShared } = shareData(plan, bought, this.#optimiser);
    if (slotsNeeded(cards) > this.#slots) return 'too-many';
    const objective = cost + tieOf(cards.length, stepsOf(cards));
    if (objective < this.#objective) {
      this.#objective = objective;
      this.#cost = cost;
      this.#cards = cards;
      this.#memory?.past.set(this.#memory.key, pastBest(plan.cards, bought, this.#optimiser.demand));
    }
    const otherwise = isShared ? overage + this.#talkBeside(plan, cards) : Number.POSITIVE_INFINITY;
    return { cost: objective - objectiveOf(plan), overage, otherwise };
  }

  /** What the talk that is left to the search for data costs with all that is bought, however the data are shared. */
  #talkBeside(plan: TalkPlan, cards: readonly SolutionCard[]): number {
    const { stage } = this.#optimiser;
    return plan.cards.reduce((sum, { besideData }, index) => {
      const card = cards[index] as SolutionCard;
      const uses = card.uses.filter(({ kind }) => besideData.has(kind));
      if (uses.length === 0) return sum;
      return sum + costOfCards([{ ...card, uses }], stage) - costOfCards([{ ...card, uses: [] }], stage);
    }, 0);
  }

  /** Tries what was best for other uses, which stays where nothing costs less. @returns whether it serves these. */
  *tryPast(drafts: readonly TalkDraft[]): Generator<void, boolean> {
    const past = this.#memory?.past.get(this.#memory.key);
    const draft = past && sameDraft(past, drafts);
    const plan = draft && (yield* this.#optimiser.talk.plan(draft));
    const bought = past && samePurchases(past, this.#optimiser.demand, this.#optimiser.packs);
    if (plan && bought) this.judge(plan, bought);
    return this.#cards !== null;
  }

  #usesRated({ cards }: TalkPlan): number {
    return this.#optimiser.demand.uses.length + cards.reduce((sum, { card }) => sum + card.uses.length, 1);
  }
}

function objectiveOf({ cards, cost }: TalkPlan): number {
  return cost + tieOf(cards.length, stepsOf(cards.map(({ card }) => card)));
}

function stepsOf(cards: readonly SolutionCard[]): number {
  return cards.reduce((sum, { purchases }) => sum + purchases.length, 0);
}
