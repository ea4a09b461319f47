import { describe, expect, test } from 'vitest';
import { roundUse } from './increment.ts';
import type { ChargeAction } from './offer.ts';
import { firstUnits, priceParts } from './price-parts.ts';
import { BY_MINUTE, call, charge, message } from './test-offers.ts';
import type { UsageEvent } from './usage.ts';

const each = (num: number) => ({ num, den: 1 });

/** The parts of a use as amount, units and price. */
function partsOf(action: ChargeAction, event: UsageEvent, dayUnits = 0) {
  const count = (amount: number) => roundUse(action.increment, amount);
  const parts = priceParts(action, { event, amount: event.amount }, count, dayUnits);
  return parts.map(({ amount, units, price }) => [amount, units, price.num]);
}

test('a plain price is one part', () => {
  expect(partsOf(charge(7, { increment: BY_MINUTE }), call('2026-01-05', 90))).toEqual([[90, 120, 7]]);
});

describe('prices by position', () => {
  const prices = [
    { until: 60, price: each(9) },
    { until: 120, price: each(5) },
    { until: null, price: each(1) },
  ];

  test('cut a call at each step', () => {
    const action = charge(null, { increment: BY_MINUTE, steps: { of: 'call', prices } });
    expect(partsOf(action, call('2026-01-05', 200), 500)).toEqual([
      [60, 60, 9],
      [60, 60, 5],
      [80, 120, 1],
    ]);
  });

  test('add up to the amount used, however many units it is counted as', () => {
    const action = charge(null, { increment: { ...BY_MINUTE, first: 180 }, steps: { of: 'call', prices } });
    expect(partsOf(action, call('2026-01-05', 10))).toEqual([
      [10, 60, 9],
      [0, 60, 5],
      [0, 60, 1],
    ]);
  });

  test('add up to the amount used where only completed steps are counted', () => {
    const action = charge(null, { increment: { ...BY_MINUTE, mode: 'down' }, steps: { of: 'call', prices } });
    expect(partsOf(action, call('2026-01-05', 130))).toEqual([
      [60, 60, 9],
      [70, 60, 5],
    ]);
    expect(partsOf(action, call('2026-01-05', 59))).toEqual([[59, 0, 9]]);
  });

  test('go on in the day where the last call stopped', () => {
    const action = charge(null, { steps: { of: 'day', prices } });
    expect(partsOf(action, call('2026-01-05', 40), 100)).toEqual([
      [20, 20, 5],
      [20, 20, 1],
    ]);
  });
});

describe('prices by the hour', () => {
  const HOUR = 3600;
  const bands = [
    { hours: [8 * HOUR, 20 * HOUR], price: each(5), weekdaysOnly: true },
    { hours: [22 * HOUR, 2 * HOUR], price: each(1) },
  ] as const;
  const action = charge(9, { bands });
  const hoursOf = (at: string, seconds: number) =>
    partsOf(action, call(at, seconds)).map(([amount, , price]) => [Number(amount) / HOUR, price]);

  test('a call of a day and a half meets every change of price once', () => {
    // Monday 00:00: night to 02:00, 9 to 08:00, day to 20:00, 9 to 22:00, night over midnight to 02:00, 9 to 08:00, day
    expect(hoursOf('2026-01-05', 36 * HOUR)).toEqual([
      [2, 1],
      [6, 9],
      [12, 5],
      [2, 9],
      [4, 1],
      [6, 9],
      [4, 5],
    ]);
  });

  test('the price of a weekday does not reach into Saturday, where nothing changes in the morning', () => {
    // 2026-01-10 is a Saturday
    expect(hoursOf('2026-01-09T19:00', 2 * HOUR)).toEqual([
      [1, 5],
      [1, 9],
    ]);
    expect(hoursOf('2026-01-10T07:00', 2 * HOUR)).toEqual([[2, 9]]);
  });

  test('each part of a call is counted by itself', () => {
    const byMinute = charge(9, { bands, increment: BY_MINUTE });
    expect(partsOf(byMinute, call('2026-01-09T19:59:50', 20))).toEqual([
      [10, 60, 5],
      [10, 60, 9],
    ]);
  });

  test('a message at a border belongs to the band that begins', () => {
    expect(partsOf(action, message('2026-01-05T08:00'))).toEqual([[1, 1, 5]]);
    expect(partsOf(action, message('2026-01-05T20:00'))).toEqual([[1, 1, 9]]);
  });
});

test('the first units of some parts end within one of them', () => {
  const parts = [
    { amount: 60, units: 60, price: each(9) },
    { amount: 70, units: 120, price: each(5) },
    { amount: 10, units: 60, price: each(1) },
  ];
  expect(firstUnits(parts, 0)).toEqual([]);
  expect(firstUnits(parts, 120)).toEqual([parts[0], { amount: 60, units: 60, price: each(5) }]);
  expect(firstUnits(parts, 180)).toEqual(parts.slice(0, 2));
});
