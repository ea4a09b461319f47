import { CardDrafts } from './card-drafts.ts';
import { fill, type Note, type Span } from './fill.ts';
import { fillDearest } from './fill-scoped.ts';
import type { Optimiser } from './optimiser.ts';
import type { Bought } from './purchase-rules.ts';
import { costOfCards, type SolutionCard, type Stage } from './solution.ts';
import type { TalkPlan } from './talk-plan.ts';

/** The cards of a solution with what each carries, and their cost when they are replayed, in the common currency. */
export type SharedData = Shared & { readonly cost: number };

/**
 * The cards of a solution, what is charged by the byte, and whether some use could be carried by more than one of them.
 */
type Shared = { readonly cards: readonly SolutionCard[]; readonly overage: number; readonly isShared: boolean };

/** Shares the data among the cards of a plan and those that are bought; where that leaves a need unserved, the other way round. */
export function shareData(plan: TalkPlan, bought: readonly Bought[], optimiser: Optimiser): SharedData {
  const { stage } = optimiser;
  const shared = shareOnce(plan, bought, { optimiser, isTurned: false });
  const cost = costOf(shared, stage);
  if (Number.isFinite(cost) || !shared.isShared) return { ...shared, cost };
  const turned = shareOnce(plan, bought, { optimiser, isTurned: true });
  return { ...shared, cards: turned.cards, cost: costOf(turned, stage) };
}

/** Infinite where something is left that no card held then can carry: a replay would find it on a card that is given up. */
function costOf({ cards, overage }: Shared, stage: Stage): number {
  return Number.isFinite(overage) ? costOfCards(cards, stage) : Number.POSITIVE_INFINITY;
}

type Sharing = { readonly optimiser: Optimiser; readonly isTurned: boolean };

/** Who carries what: each span gives its uses to the card it was bought for, what is left goes to a plan's own rate. */
function shareOnce(plan: TalkPlan, bought: readonly Bought[], { optimiser, isTurned }: Sharing): Shared {
  const drafts = new CardDrafts(plan, bought, optimiser);
  const spans: Span[] = [];
  const owners: number[] = [];
  const add = (owner: number, more: readonly Span[]) => {
    spans.push(...more);
    owners.push(...more.map(() => owner));
  };
  for (const [index, card] of plan.cards.entries()) add(index, optimiser.planData.spansOf(card));
  for (const item of bought) add(drafts.ownerOf(item), drafts.spansOf(item));
  if (isTurned) {
    spans.reverse();
    owners.reverse();
  }
  const note: Note = (span, use, amount) => drafts.give(owners[span] as number, use, amount);
  const { demand } = optimiser;
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
    isShared: drafts.areShared(spans, owners),
  };
}
