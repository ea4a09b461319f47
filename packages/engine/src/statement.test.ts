import { describe, expect, test } from 'vitest';
import { formatLocal } from './local-time.ts';
import { money } from './money.ts';
import { rateCard, type TopUpTerms } from './statement.ts';
import { allowance, card, charge, data, days, fee, GB, MB, pack, period, plan, rate, topUpOn } from './test-offers.ts';

const PER_MB = rate('data', charge({ num: 300, den: MB }));
const weekly = plan({ fee: fee(1000, days(7)), renews: days(7), allowances: [allowance('data', GB)], rates: [PER_MB] });

/** Top-ups as day of January and amount. */
function topUpsOf(terms?: TopUpTerms) {
  const uses = [data('2026-01-03T10:00', GB + MB), data('2026-01-09T10:00', GB + 2 * MB)];
  const statement = rateCard(card([weekly], { period: period('2026-01-01', 14) }), uses, terms);
  return { ...statement, topUps: statement.topUps.map(({ at, amount }) => [formatLocal(at).slice(8, 10), amount]) };
}

describe('top-ups', () => {
  test('in whole tenge cover each day and no more', () => {
    // fees 1000 on days 1 and 8, 300 for 1 MB on day 3, 600 for 2 MB on day 9
    const { topUps, total, moneyLeft } = topUpsOf();
    expect(topUps).toEqual([
      ['01', 1000],
      ['03', 300],
      ['08', 1000],
      ['09', 600],
    ]);
    expect(total).toBe(2900);
    expect(moneyLeft).toBe(0);
  });

  test('in multiples of 500.00 leave money over that pays for the next day', () => {
    // 50000 on day 1 pay for all 2900
    const { topUps, moneyLeft } = topUpsOf({ step: money(50_000) });
    expect(topUps).toEqual([['01', 50_000]]);
    expect(moneyLeft).toBe(50_000 - 2900);
  });

  test('a step that does not divide the charges is rounded up', () => {
    // 1000 → 1200, 200 left; 300 → one more of 400, 300 left; 1000 → 800, 100 left; 600 → 800, 300 left
    const { topUps, moneyLeft } = topUpsOf({ step: money(400) });
    expect(topUps).toEqual([
      ['01', 1200],
      ['03', 400],
      ['08', 800],
      ['09', 800],
    ]);
    expect(moneyLeft).toBe(300);
  });

  test('a commission is charged on the whole of a top-up above the free amount, and is part of the total', () => {
    // 5 % of 1000 twice; 300 and 600 are free
    const commission = { share: { num: 5, den: 100 }, freeUpTo: money(600) };
    const { total, lines } = topUpsOf({ step: money(100), commission });
    expect(lines.filter(({ kind }) => kind === 'commission').map(({ amount }) => amount)).toEqual([50, 50]);
    expect(total).toBe(3000);
  });

  test('given are shown as they were, with what is left of them', () => {
    const wallet = { balance: money(500), topUps: [topUpOn('2026-01-01', 2000)] };
    const statement = rateCard(card([weekly], { period: period('2026-01-01', 7), wallet }), []);
    expect(statement.topUps).toEqual(wallet.topUps);
    expect(statement.moneyLeft).toBe(500 + 2000 - 1000);
  });
});

describe('the statement', () => {
  test('says what is left in the buckets and until when', () => {
    const { left } = rateCard(card([weekly], { period: period('2026-01-01', 5) }), [data('2026-01-02', MB)]);
    expect(left.map(({ offer, use, expires }) => [offer, use.kind, use.units, formatLocal(expires)])).toEqual([
      ['plan', 'data', GB - MB, '2026-01-08T00:00:00'],
    ]);
  });

  test('says unlimited, not infinite', () => {
    const boundless = plan({ allowances: [allowance('data', 'unlimited')] });
    expect(rateCard(card([boundless]), []).left.map(({ use }) => use.units)).toEqual(['unlimited']);
  });

  test('does not list what is used up', () => {
    const small = plan({ allowances: [allowance('data', MB)] });
    expect(rateCard(card([small]), [data('2026-01-02', MB)]).left).toEqual([]);
  });

  test('is not priced when a fee or a use has no known price', () => {
    const openFee = pack({ fee: fee(null) });
    expect(rateCard(card([openFee]), []).isPriced).toBe(false);
    const openUse = plan({ rates: [rate('data', charge(null))] });
    expect(rateCard(card([openUse]), []).isPriced).toBe(true);
    expect(rateCard(card([openUse]), [data('2026-01-02', 1)]).isPriced).toBe(false);
  });
});
