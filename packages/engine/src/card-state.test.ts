import { describe, expect, test } from 'vitest';
import { CardState } from './card-state.ts';
import { Holding } from './holding.ts';
import type { Line } from './ledger.ts';
import { parseLocal } from './local-time.ts';
import { money } from './money.ts';
import { ALMATY, buyOn, call, card, charge, ledger, plan, rate, topUpOn } from './test-offers.ts';

function stateOf(input = card([])) {
  const lines: Line[] = [];
  return { state: new CardState(input, (line) => lines.push(line)), lines };
}

describe('the balance', () => {
  test('has no bottom where nobody said what is on the card', () => {
    expect(stateOf().state.budget).toBe(Number.POSITIVE_INFINITY);
  });

  test('is spent by lines and kept for charges that have no line yet', () => {
    // 1000 − 300 for a fee − 250 for a call under way
    const { state } = stateOf(card([], { wallet: { balance: money(1000), topUps: [] } }));
    state.line('plan', 'fee', { amount: money(300) });
    const perSecond = rate('voice', charge(1));
    const holding = new Holding(plan({ rates: [perSecond] }), buyOn('2026-01-01', 'plan'), ALMATY);
    state.holdings.push(holding);
    holding.meter(perSecond, charge(1)).charge({ event: call('2026-01-01', 250), amount: 250 }, state.budget);
    expect(state.budget).toBe(450);
    state.flushUse();
    expect(state.balance).toBe(450);
    expect(state.budget).toBe(450);
  });
});

describe('the largest top-up', () => {
  const { state } = stateOf();
  state.takeTopUp(topUpOn('2026-01-01T10:00', 900));
  state.takeTopUp(topUpOn('2026-01-05T10:00', 400));

  test('counts on its day and the days after it, to the midnight that ends them', () => {
    state.now = parseLocal('2026-01-07T23:59:59');
    expect(state.largestTopUp(7)).toBe(900);
    state.now = parseLocal('2026-01-08');
    expect(state.largestTopUp(7)).toBe(400);
    expect(state.largestTopUp(1)).toBe(0);
  });
});

describe('purchases', () => {
  test('are handed out in the order of time, those made meanwhile included', () => {
    const { state } = stateOf(card([plan()], { purchases: [buyOn('2026-01-03', 'b'), buyOn('2026-01-01', 'a')] }));
    state.now = parseLocal('2026-01-02');
    const taken: string[] = [];
    for (const { offer } of state.takeDuePurchases()) {
      taken.push(offer);
      if (offer === 'a') state.schedule(buyOn('2026-01-02', 'c'));
    }
    expect(taken).toEqual(['a', 'c']);
    expect(state.nextPurchase).toBe(parseLocal('2026-01-03'));
    expect([state.purchaseCount('a'), state.purchaseCount('b')]).toEqual([1, 0]);
  });

  test('of an offer that is not there are refused', () => {
    expect(() => stateOf().state.offer('gone')).toThrow(RangeError);
  });
});

test('uses that are told, not charged, are summed until the next line', () => {
  const { state, lines } = stateOf();
  state.lastUse = parseLocal('2026-01-04T10:00');
  state.tally('plan', 'refusal', call('2026-01-04', 5), { units: 5, reason: 'no-money' });
  state.tally('plan', 'refusal', call('2026-01-04', 7), { units: 7, reason: 'no-money' });
  state.tally('plan', 'refusal', call('2026-01-04', 7), { units: 7, reason: 'used-up' });
  state.flushUse();
  state.flushUse();
  expect(ledger(lines)).toEqual(['01-04 plan refusal 12 units no-money', '01-04 plan refusal 7 units used-up']);
});
