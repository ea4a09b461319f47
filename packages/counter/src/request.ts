import type { Choice } from '@simwise/advisor';
import { type Day, dayOf } from '@simwise/engine';

/** What is to be bought for one card: the base plan, packs to buy with it, and what is bought on a later day. */
export type RequestedCard = {
  readonly plan: string;
  readonly packs: readonly string[];
  readonly later: readonly string[];
};

/** What a counter card is made from. It holds nothing about the person but the rules that apply to them. */
export type CounterRequest = {
  readonly cards: readonly RequestedCard[];
  /** Ids of the formalities that apply. */
  readonly rules: readonly string[];
  /** The day for which the terms of the offers are looked up. */
  readonly on: Day;
};

export type Bought = { readonly offer: string; readonly day: Day };

/** The plan is the first offer of a card; the rest is sorted by whether it is bought on the card's first day. */
export function requestedCard(plan: string, bought: readonly Bought[]): RequestedCard {
  const first = Math.min(...bought.map(({ day }) => day));
  const now = bought.filter(({ day, offer }) => day === first && offer !== plan).map(({ offer }) => offer);
  const packs = [...new Set(now)];
  const later = bought.filter(({ day, offer }) => day > first && !packs.includes(offer)).map(({ offer }) => offer);
  return { plan, packs, later: [...new Set(later)] };
}

export function requestOf({ cards, formalities }: Choice, on: Day): CounterRequest {
  return {
    cards: cards.map(({ offers, purchases }) => {
      const bought = purchases.map(({ offer, at }) => ({ offer, day: dayOf(at) }));
      return requestedCard(offers.find(({ facts }) => facts.role === 'base')?.facts.id ?? '', bought);
    }),
    rules: formalities.filter(({ is }) => is === 'applies').map(({ rule }) => rule.id),
    on,
  };
}
