import { describe, expect, test } from 'vitest';
import { roundUse, UseCounter } from './increment.ts';
import { parseLocal } from './local-time.ts';
import type { Increment } from './offer.ts';
import { ONE_BY_ONE } from './test-offers.ts';

const step = (first: number, next: number, mode: 'up' | 'down' = 'up'): Increment => ({
  first,
  next,
  mode,
  per: 'event',
});

describe('roundUse', () => {
  test.each([
    ['by the minute', step(60, 60), [1, 60, 61, 120], [60, 60, 120, 120]],
    ['first a minute, then by the second', step(60, 1), [28, 60, 68], [60, 60, 68]],
    ['by ten seconds', step(10, 10), [1, 10, 11], [10, 10, 20]],
    ['first ten seconds, then by the minute', step(10, 60), [9, 10, 11, 71], [10, 10, 70, 130]],
    ['by the minute, rounded down', step(60, 60, 'down'), [59, 60, 119, 120], [0, 60, 60, 120]],
  ])('%s', (_title, increment, amounts, counted) => {
    expect(amounts.map((amount) => roundUse(increment, amount))).toEqual(counted);
  });

  test('counts no step for no use', () => {
    expect(roundUse(step(60, 60), 0)).toBe(0);
  });
});

describe('UseCounter', () => {
  const counted = (increment: Increment, uses: readonly (readonly [string, number])[]) => {
    const counter = new UseCounter(increment);
    return uses.map(([at, amount]) => counter.count(amount, parseLocal(at)));
  };

  test('rounds each use by itself', () => {
    expect(
      counted(step(60, 60), [
        ['2026-01-01T10:00', 20],
        ['2026-01-01T10:01', 20],
      ]),
    ).toEqual([60, 60]);
  });

  test('rounds the sum of an hour once and starts anew with the next', () => {
    // 20 + 20 = 40 → 60; 30 more = 70 → 120; the next hour starts at nothing
    const uses = [
      ['2026-01-01T10:00', 20],
      ['2026-01-01T10:30', 20],
      ['2026-01-01T10:59:59', 30],
      ['2026-01-01T11:00', 20],
    ] as const;
    expect(counted({ ...step(60, 60), per: 'hour' }, uses)).toEqual([60, 0, 60, 60]);
  });

  test('rounds the sum of a calendar month once', () => {
    const uses = [
      ['2026-01-01', 20],
      ['2026-01-31T23:59', 20],
      ['2026-02-01', 20],
      ['2027-02-01', 20],
    ] as const;
    expect(counted({ ...step(60, 60), per: 'month' }, uses)).toEqual([60, 0, 60, 60]);
  });

  test('the day is that of the purchase, not the one on the calendar', () => {
    const counter = new UseCounter({ ...step(60, 60), per: 'day' });
    expect(counter.count(20, parseLocal('2026-01-01T20:00'))).toBe(60);
    expect(counter.count(20, parseLocal('2026-01-02T02:00'))).toBe(0);
    counter.startDay();
    expect(counter.count(20, parseLocal('2026-01-02T21:00'))).toBe(60);
  });

  test('a new day does not end the hour of a step by the hour', () => {
    const counter = new UseCounter({ ...step(60, 60), per: 'hour' });
    expect(counter.count(20, parseLocal('2026-01-01T20:00'))).toBe(60);
    counter.startDay();
    expect(counter.count(20, parseLocal('2026-01-01T20:30'))).toBe(0);
  });

  test('a use taken back fills the step it found open', () => {
    // 20 of 60 used; 50 more open a second step, which is taken back: 40 of the 50 fit into the first
    const counter = new UseCounter({ ...step(60, 60), per: 'hour' });
    const at = parseLocal('2026-01-01T20:00');
    expect([counter.count(20, at), counter.count(50, at)]).toEqual([60, 60]);
    expect(counter.takeBack(50, 60)).toBe(40);
    expect(counter.count(1, at)).toBe(60);
  });

  test('steps of one leave every use as it is', () => {
    expect(counted(ONE_BY_ONE, [['2026-01-01', 1234]])).toEqual([1234]);
  });
});
