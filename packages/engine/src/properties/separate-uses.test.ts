import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CardInput } from '../card-state.ts';
import type { Offer, RateAction } from '../offer.ts';
import { rateCard } from '../statement.ts';
import * as cards from './arbitrary-cards.ts';
import { ALL_FEATURES, CHECK } from './arbitrary-parts.ts';

const withoutCap = (action: RateAction): RateAction => {
  if (action.do !== 'charge') return action;
  const { dailyCap: _, ...uncapped } = action;
  return uncapped;
};

/** A card on which no use knows of another: without buckets and caps, each use counted and rounded by itself. */
function separate(card: CardInput): CardInput {
  const offers = [...card.offers].map(([id, { terms, ...offer }]): [string, Offer] => {
    const rates = terms.rates.map((rate) => ({ ...rate, action: withoutCap(rate.action) }));
    const rounding = { ...terms.rounding, of: 'event' as const };
    return [id, { ...offer, terms: { ...terms, rates, rounding, allowances: [], unpaid: null } }];
  });
  return { ...card, offers: new Map(offers) };
}

test('uses that share nothing cost together what each costs alone', () => {
  const features = { ...ALL_FEATURES, firstUse: false, shared: false };
  const any = cards.offers(features).chain(cards.cardOf).map(separate);
  const holds = fc.property(any, cards.uses(), (card, uses) => {
    const unused = rateCard(card, []).total;
    const alone = uses.map((use) => rateCard(card, [use]).total - unused);
    expect(rateCard(card, uses).total).toBe(alone.reduce((sum, cost) => sum + cost, unused));
  });
  fc.assert(holds, { ...CHECK, numRuns: 200 });
});
