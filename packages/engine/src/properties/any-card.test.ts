import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CardInput } from '../card-state.ts';
import type { Line } from '../ledger.ts';
import type { Allowance, Offer, Terms } from '../offer.ts';
import { rateCard } from '../statement.ts';
import { USAGE_KINDS, type UsageEvent } from '../usage.ts';
import * as cards from './arbitrary-cards.ts';
import { ALL_FEATURES, CHECK } from './arbitrary-parts.ts';

const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0);

describe('any card', () => {
  test('is rated without a crash; its total is the sum of its lines, in whole minor units, in the order of time', () => {
    const holds = fc.property(cards.anyCard, cards.uses(), (card, uses) => {
      const { lines, total, left } = rateCard(card, uses);
      expect(total).toBe(sumOf(lines.map(({ amount }) => amount)));
      expect(lines.every(({ amount }) => Number.isSafeInteger(amount))).toBe(true);
      const moments = lines.map(({ at }) => at);
      expect(moments).toEqual([...moments].sort((a, b) => a - b));
      expect(
        left.every(({ use }) => use.units === 'unlimited' || (use.units > 0 && Number.isSafeInteger(use.units))),
      ).toBe(true);
    });
    fc.assert(holds, CHECK);
  });

  test('without a wallet is funded by top-ups that pay for all of it and leave what they say', () => {
    const holds = fc.property(cards.offers(ALL_FEATURES).chain(cards.cardOf), cards.uses(), (card, uses) => {
      const { total, topUps, moneyLeft } = rateCard(card, uses);
      expect(sumOf(topUps.map(({ amount }) => amount))).toBe(total + moneyLeft);
      expect(moneyLeft).toBeGreaterThanOrEqual(0);
    });
    fc.assert(holds, CHECK);
  });

  test('accounts for every unit granted: used, expired or left', () => {
    const holds = fc.property(cards.offers(ALL_FEATURES).chain(cards.cardOf), cards.uses(), (card, uses) => {
      const { lines, left } = rateCard(card, uses);
      fc.pre(!lines.some(({ kind }) => kind === 'exchange'));
      const counted = (kind: Line['kind'], of: Allowance['kind']) =>
        sumOf(lines.filter((line) => line.kind === kind && line.use?.kind === of).map(unitsOf));
      for (const of of limitedKinds(card)) {
        const remains = sumOf(left.filter(({ use }) => use.kind === of).map(({ use }) => use.units as number));
        expect(counted('grant', of)).toBe(counted('consumption', of) + counted('expiry', of) + remains);
      }
    });
    fc.assert(holds, CHECK);
  });

  test('counted one by one accounts for every unit used: from a bucket, charged, slowed, refused or without a price', () => {
    const features = { ...ALL_FEATURES, steps: false, bonusMoney: false };
    const holds = fc.property(cards.offers(features).chain(cards.cardOf), cards.uses(), (card, uses) => {
      expect(unitsTold(rateCard(card, uses).lines)).toEqual(unitsUsed(uses));
    });
    fc.assert(holds, CHECK);
  });

  test('without buckets accounts for every unit used, in whatever steps it is counted', () => {
    const bare = cards
      .offers(ALL_FEATURES)
      .map((all) => all.map((offer) => ({ ...offer, terms: { ...offer.terms, allowances: [] } })));
    const holds = fc.property(bare.chain(cards.cardOf), fc.option(cards.wallet), cards.uses(), (card, wallet, uses) => {
      const { lines } = rateCard(wallet ? { ...card, wallet } : card, uses);
      expect(unitsTold(lines)).toEqual(unitsUsed(uses));
    });
    fc.assert(holds, CHECK);
  });

  test('with a wallet that pays only what has a price never owes more than it holds', () => {
    const features = { ...ALL_FEATURES, bonusMoney: false };
    const priced = cards.offers(features).map((all) => all.slice(0, 2).map(withoutOneOffPrices));
    const holders = priced.chain((all) =>
      fc.tuple(cards.cardOf(all), cards.wallet).map(([card, wallet]) => ({ ...card, wallet })),
    );
    const holds = fc.property(holders, cards.uses(), (card, uses) => {
      expect(rateCard(card, uses).moneyLeft).toBeGreaterThanOrEqual(0);
    });
    fc.assert(holds, CHECK);
  });
});

const USE_LINES: ReadonlySet<Line['kind']> = new Set(['consumption', 'usage', 'throttled', 'refusal', 'unpriced']);

function unitsTold(lines: readonly Line[]): number[] {
  const ofUse = lines.filter(({ kind }) => USE_LINES.has(kind));
  return USAGE_KINDS.map((kind) => sumOf(ofUse.filter(({ use }) => use?.kind === kind).map(unitsOf)));
}

function unitsUsed(uses: readonly UsageEvent[]): number[] {
  return USAGE_KINDS.map((kind) => sumOf(uses.filter((use) => use.kind === kind).map(({ amount }) => amount)));
}

function unitsOf({ use }: Line): number {
  return use?.units as number;
}

/** Kinds of which every allowance has an end and is not granted by the call. */
function limitedKinds({ offers }: CardInput): Allowance['kind'][] {
  const all = [...offers.values()].flatMap(({ terms }) => terms.allowances);
  return (['voice', 'sms', 'data', 'mms', 'money'] as const).filter((kind) =>
    all.every((one) => one.kind !== kind || (one.amount !== 'unlimited' && one.per !== 'call')),
  );
}

/** One-off prices are taken whether there is money or not. */
function withoutOneOffPrices(offer: Offer): Offer {
  return { ...offer, terms: { ...offer.terms, simPrice: 0, activationFee: 0 } as Terms };
}
