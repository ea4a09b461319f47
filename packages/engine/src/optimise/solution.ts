import type { Period } from '../card-state.ts';
import type { Purchase } from '../holding.ts';
import type { OffsetHistory } from '../local-time.ts';
import type { Offer } from '../offer.ts';
import { rateCard, type Statement } from '../statement.ts';
import type { UsageEvent } from '../usage.ts';
import type { MarketOffer } from './market.ts';

/** One card of a solution: what is bought for it and what it carries. */
export type SolutionCard = {
  /** The base plan first. */
  readonly offers: readonly MarketOffer[];
  readonly purchases: readonly Purchase[];
  readonly uses: readonly UsageEvent[];
};

export type Stage = { readonly period: Period; readonly local: OffsetHistory; readonly acceptsThrottle: boolean };

/** Replays a card with the rating engine alone. */
export function replay({ offers, purchases, uses }: SolutionCard, { period, local }: Stage): Statement {
  const byId = new Map<string, Offer>(offers.map(({ offer }) => [offer.id, offer]));
  return rateCard({ offers: byId, purchases, period, local }, uses);
}

/** Whether a statement leaves nothing refused, unpriced or, unless that is accepted, slowed. */
export function servesAll({ lines }: Pick<Statement, 'lines'>, { acceptsThrottle }: Stage): boolean {
  return lines.every(
    ({ kind }) => kind !== 'refusal' && kind !== 'unpriced' && (acceptsThrottle || kind !== 'throttled'),
  );
}

/** What cards cost in the common currency when they are replayed; infinite where they leave a need unserved. */
export function costOfCards(cards: readonly SolutionCard[], stage: Stage): number {
  let sum = 0;
  for (const card of cards) {
    const statement = replay(card, stage);
    if (!servesAll(statement, stage)) return Number.POSITIVE_INFINITY;
    sum += statement.total * (card.offers[0] as MarketOffer).weight;
  }
  return sum;
}

/** The most cards that are in the phone's slots at once; a card is in one from its first purchase until it is given up. */
export function slotsNeeded(cards: readonly SolutionCard[]): number {
  const stays = cards.flatMap(({ offers, purchases }) => {
    const first = purchases[0];
    return offers[0]?.takesSlot && first ? [{ from: first.at, until: first.until ?? Number.POSITIVE_INFINITY }] : [];
  });
  const atOnce = stays.map(({ from }) => stays.filter((other) => other.from <= from && from < other.until).length);
  return Math.max(0, ...atOnce);
}
