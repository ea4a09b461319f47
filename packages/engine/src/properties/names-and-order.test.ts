import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CardInput } from '../card-state.ts';
import { localSecondOf } from '../local-time.ts';
import type { Offer } from '../offer.ts';
import { rateCard } from '../statement.ts';
import { card, offerOf } from '../test-offers.ts';
import * as cards from './arbitrary-cards.ts';
import { ALL_FEATURES, CHECK, START } from './arbitrary-parts.ts';

describe('names and the order of a list mean nothing', () => {
  const group = offerOf('group', 'vas', {
    special: { is: 'group-discount', steps: [{ members: 2, percent: 10 }] },
  });

  /** A plan with rates, an add-on without, and a group discount, all bought at once. */
  const together = cards.offers({ ...ALL_FEATURES, rebuy: false }).map(([plan, addOn]) => {
    const withoutRates = { ...(addOn as Offer), terms: { ...(addOn as Offer).terms, rates: [], unpaid: null } };
    return [plan as Offer, withoutRates, group];
  });

  function bought(offers: readonly Offer[]): CardInput {
    const purchases = offers.map(({ id }) => ({ offer: id, at: localSecondOf(START) }));
    return card(offers, { purchases, period: { start: START, days: 45 }, groupMembers: 3 });
  }

  test('purchases of one moment, listed in any order, cost the same', () => {
    const orders = fc.constantFrom([0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]);
    const holds = fc.property(together, orders, cards.uses(), (offers, order, uses) => {
      const permuted = order.map((index) => offers[index] as Offer);
      expect(rateCard(bought(permuted), uses).total).toBe(rateCard(bought(offers), uses).total);
    });
    fc.assert(holds, CHECK);
  });

  test('offers by other names cost the same', () => {
    const renamed = (offer: Offer): Offer => {
      const { unpaid } = offer.terms;
      const pack = unpaid?.pack && { pack: { ...unpaid.pack, offer: `z ${unpaid.pack.offer}` } };
      const terms = { ...offer.terms, unpaid: unpaid && { ...unpaid, ...pack } };
      return {
        ...offer,
        id: `${offer.role === 'base' ? 'z' : 'a'} ${offer.id}`.replace('a add-on', 'z add-on'),
        terms,
      };
    };
    const holds = fc.property(together, cards.uses(), (offers, uses) => {
      expect(rateCard(bought(offers.map(renamed)), uses).total).toBe(rateCard(bought(offers), uses).total);
    });
    fc.assert(holds, CHECK);
  });
});
