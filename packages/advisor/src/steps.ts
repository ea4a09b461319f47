import type { FormalityStep } from '@simwise/catalog';
import { type Day, day, dayOf } from '@simwise/engine';
import type { RatedCard } from './card-plan.ts';
import type { Outcome } from './formalities.ts';

/**
 * One thing to do. `day` is the day to do it; `by` the last day for it, where there is one. `card` counts the cards of
 * the choice from 0.
 */
export type Step =
  /** Take a card of the country, at a shop or online. */
  | { readonly code: 'take-card'; readonly day: Day; readonly card: number; readonly offer: string }
  /** Buy a travel eSIM and install it. */
  | { readonly code: 'install-esim'; readonly day: Day; readonly card: number; readonly offer: string }
  /** Order something for a card from home. */
  | { readonly code: 'order-at-home'; readonly day: Day; readonly card: number; readonly offer: string }
  /** Buy something for a card that is held by then. */
  | { readonly code: 'buy'; readonly day: Day; readonly card: number; readonly offer: string }
  | { readonly code: 'formality'; readonly day: Day; readonly by: Day | null; readonly rule: string };

/** How much trouble a choice is: each card and each thing to do counts one. */
export type Hassle = { readonly cards: number; readonly steps: number; readonly points: number };

type Placed = { readonly step: Step; readonly place: number };

/** Before a card is bought, taking it, what goes with it, what else is bought, what is to be done soon after. */
const PLACE = { before: 0, take: 1, with: 2, buy: 3, after: 4 } as const;

/** What to do for some cards, in order: purchases, and the steps of the rules that apply. */
export function stepsOf(
  cards: readonly RatedCard[],
  isLocal: (card: RatedCard) => boolean,
  outcomes: readonly Outcome[],
): Step[] {
  const bought = cards.flatMap((card, index) => purchaseSteps(card, index, isLocal(card)));
  const localDays = cards.filter(isLocal).map(firstDay);
  const start = (localDays.length > 0 ? Math.min(...localDays) : Math.min(...cards.map(firstDay))) as Day;
  const asked = outcomes.flatMap((outcome) => formalityStep(outcome, start));
  const placed = [...asked, ...bought];
  return placed.sort((a, b) => a.step.day - b.step.day || a.place - b.place).map(({ step }) => step);
}

export function hassleOf(cards: readonly RatedCard[], steps: readonly Step[]): Hassle {
  return { cards: cards.length, steps: steps.length, points: cards.length + steps.length };
}

export function firstDay({ purchases }: Pick<RatedCard, 'purchases'>): Day {
  return day(Math.min(...purchases.map(({ at }) => dayOf(at))));
}

function purchaseSteps({ offers, purchases }: RatedCard, card: number, isLocal: boolean): Placed[] {
  const plans = new Map(offers.map(({ facts }) => [facts.id, facts]));
  return [...purchases]
    .sort((a, b) => a.at - b.at)
    .map(({ offer, at }, index) => {
      const facts = plans.get(offer);
      const isFirst = index === 0;
      const needsNewProfile = facts?.card === 'travel-esim' && (isFirst || facts.extend === 'no');
      const isFromHome = isFirst && !isLocal;
      const code = needsNewProfile ? 'install-esim' : isFromHome ? 'order-at-home' : isFirst ? 'take-card' : 'buy';
      return { step: { code, day: dayOf(at), card, offer }, place: code === 'take-card' ? PLACE.take : PLACE.buy };
    });
}

/** The step of a rule that applies. What is to be done `after` a purchase is done the same day; `by` is the last. */
function formalityStep({ is, rule }: Outcome, start: Day): Placed[] {
  const { step, id } = rule;
  if (is !== 'applies' || !step) return [];
  return [{ step: { code: 'formality', day: start, by: deadline(step, start), rule: id }, place: PLACE[step.stage] }];
}

/** Thirty days from 1 December, the first one counted, end on 30 December. */
function deadline({ withinDays }: FormalityStep, start: Day): Day | null {
  return withinDays === undefined ? null : day(start + withinDays - 1);
}
