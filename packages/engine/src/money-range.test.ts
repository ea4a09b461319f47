import { describe, expect, test } from 'vitest';
import { money } from './money.ts';
import { rateUncertainCard, type UncertainCard } from './money-range.ts';
import type { Offer } from './offer.ts';
import { allowance, buyOn, card, charge, data, days, fee, MB, pack, plan, rate } from './test-offers.ts';
import type { Uncertain } from './uncertain.ts';

const USE = [data('2026-01-02', 10 * MB)];

function uncertainCard(offers: readonly Uncertain<Offer>[], ids: readonly string[]): UncertainCard {
  const { offers: _, ...rest } = card([]);
  return {
    ...rest,
    offers: new Map(offers.map((offer) => [(offer as Offer).id, offer])),
    purchases: ids.map((id) => buyOn('2026-01-01', id)),
  };
}

function rangeOf(offer: Uncertain<Offer>) {
  return rateUncertainCard(uncertainCard([offer], [(offer as Offer).id]), USE).range;
}

/** A plan with 1.00 a megabyte beyond its data, some part of it not known. */
function planWith(terms: object): Uncertain<Offer> {
  const base = plan({ fee: fee(1000), rates: [rate('data', charge({ num: 100, den: MB }))] });
  return { ...base, terms: { ...base.terms, ...terms } } as Uncertain<Offer>;
}

describe('the range of a total', () => {
  test('of known facts is a point', () => {
    // 1000 + 10 × 100
    expect(rangeOf(planWith({}))).toEqual({ amount: 2000, low: 2000, high: 2000 });
  });

  test('follows a volume between two ends: 4 to 10 MB, recorded as 6', () => {
    const amount = { recorded: 6 * MB, low: 10 * MB, high: 4 * MB };
    const open = planWith({ allowances: [{ ...allowance('data', 0), amount }] });
    expect(rangeOf(open)).toEqual({ amount: 1400, low: 1000, high: 1600 });
  });

  test('spans every choice of a fact that is one of several', () => {
    const oneOf = [[], [allowance('data', 3 * MB)], [allowance('data', 'unlimited')]];
    expect(rangeOf(planWith({ allowances: { oneOf, key: 'bonus' } }))).toEqual({ amount: 2000, low: 1000, high: 2000 });
  });

  test('has no upper end where a price is not known', () => {
    const open = planWith({ rates: [rate('data', charge(null))] });
    expect(rangeOf(open)).toEqual({ amount: 1000, low: 1000, high: null });
  });

  test('has no upper end where a price is not known in one of the readings', () => {
    const rates = {
      oneOf: [[rate('data', charge({ num: 100, den: MB }))], [rate('data', { do: 'unknown' })]],
      key: 'r',
    };
    expect(rangeOf(planWith({ rates }))).toEqual({ amount: 2000, low: 1000, high: null });
  });

  test('two offers that share an open fact are not read in opposite ways', () => {
    // either both packs cost 100, or both cost 300: 200 or 600, never 400 in between counted apart
    const price = { oneOf: [money(100), money(300)], key: 'family/price' };
    const packs = ['one', 'two'].map((id) => {
      const plain = pack({}, id);
      const phases = [{ amount: price, every: days(30), times: 1 }];
      return { ...plain, terms: { ...plain.terms, fee: { phases, proration: null } } } as Uncertain<Offer>;
    });
    const statement = rateUncertainCard(uncertainCard(packs, ['one', 'two']), []);
    expect(statement.range).toEqual({ amount: 200, low: 200, high: 600 });
  });
});

test('open facts of offers that nobody buys do not widen the range', () => {
  const unused = {
    ...planWith({ fee: { oneOf: [fee(0), fee(9999)], key: 'unused' } }),
    id: 'unused',
  } as Uncertain<Offer>;
  const { range } = rateUncertainCard(uncertainCard([planWith({}), unused], ['plan']), USE);
  expect(range).toEqual({ amount: 2000, low: 2000, high: 2000 });
});

test('the pack that starts when a fee is missed is among the facts, though nobody buys it', () => {
  const fallback = pack({ fee: fee(700) }, 'day-pack');
  const unpaid = { do: 'pack', rates: [], keepsBuckets: false, pack: { offer: 'day-pack', from: 'at-once' } };
  const input = { ...uncertainCard([planWith({ unpaid }), fallback], ['plan']), fee: 'unpaid' as const };
  const statement = rateUncertainCard(input, []);
  expect(statement.lines.filter(({ kind }) => kind === 'fee').map(({ offer, amount }) => [offer, amount])).toEqual([
    ['day-pack', 700],
  ]);
});
