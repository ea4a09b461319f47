import { describe, expect, test } from 'vitest';
import { priceParts } from './price-parts.ts';
import { call, charge, message } from './test-offers.ts';

const each = (num: number) => ({ num, den: 1 });
const shapeOf = (parts: ReturnType<typeof priceParts>) => parts.map(({ units, price }) => [units, price.num]);

test('a plain price is one part', () => {
  expect(shapeOf(priceParts(charge(7), call('2026-01-05', 90), 120, 0))).toEqual([[120, 7]]);
});

describe('prices by position', () => {
  const prices = [
    { until: 60, price: each(9) },
    { until: 120, price: each(5) },
    { until: null, price: each(1) },
  ];

  test('cut a call at each step', () => {
    const action = charge(null, { steps: { of: 'call', prices } });
    expect(shapeOf(priceParts(action, call('2026-01-05', 200), 200, 500))).toEqual([
      [60, 9],
      [60, 5],
      [80, 1],
    ]);
  });

  test('go on in the day where the last call stopped', () => {
    const action = charge(null, { steps: { of: 'day', prices } });
    expect(shapeOf(priceParts(action, call('2026-01-05', 40), 40, 100))).toEqual([
      [20, 5],
      [20, 1],
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
  const parts = (at: string, seconds: number) => shapeOf(priceParts(action, call(at, seconds), seconds, 0));

  test('a call of a day meets every border once', () => {
    // Monday 00:00: night to 02:00, 9 to 08:00, day to 20:00, 9 to 22:00, night to midnight
    expect(parts('2026-01-05T00:00', 24 * HOUR)).toEqual([
      [2 * HOUR, 1],
      [6 * HOUR, 9],
      [12 * HOUR, 5],
      [2 * HOUR, 9],
      [2 * HOUR, 1],
    ]);
  });

  test('the price of a weekday does not reach into Saturday', () => {
    // 2026-01-10 is a Saturday
    expect(parts('2026-01-09T19:59:50', 20)).toEqual([
      [10, 5],
      [10, 9],
    ]);
    expect(parts('2026-01-10T12:00', 20)).toEqual([[20, 9]]);
  });

  test('a message at a border belongs to the band that begins', () => {
    expect(shapeOf(priceParts(action, message('2026-01-05T08:00'), 1, 0))).toEqual([[1, 5]]);
    expect(shapeOf(priceParts(action, message('2026-01-05T20:00'), 1, 0))).toEqual([[1, 9]]);
  });
});
