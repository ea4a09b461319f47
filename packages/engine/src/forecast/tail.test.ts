import { describe, expect, test } from 'vitest';
import { Random } from './random.ts';
import { drawFromTail, fitTail, type Tail } from './tail.ts';

/** Evenly spaced quantiles of a distribution: the sample that says most about it. */
const quantiles = (count: number, of: (share: number) => number) =>
  Array.from({ length: count }, (_, index) => of((index + 0.5) / count));

describe('a fitted tail', () => {
  test('begins where the largest tenth does', () => {
    expect(fitTail(quantiles(1000, (share) => -Math.log(1 - share)))?.threshold).toBeCloseTo(Math.log(10), 2);
  });

  test('is light where the amounts are exponential: shape near 0, scale near 1', () => {
    const tail = fitTail(quantiles(5000, (share) => -Math.log(1 - share)));
    expect(tail?.shape).toBeCloseTo(0, 1);
    expect(tail?.scale).toBeCloseTo(1, 0.7);
  });

  test('is heavy where the amounts are Pareto with exponent 3: shape near 1/3', () => {
    expect(fitTail(quantiles(5000, (share) => (1 - share) ** (-1 / 3)))?.shape).toBeCloseTo(1 / 3, 1);
  });

  test('keeps the mean of what is beyond the threshold: scale / (1 − shape) is the mean excess', () => {
    const amounts = [...Array(45).fill(1), 2, 3, 4, 8, 13];
    const { threshold, scale, shape } = fitTail(amounts) as Tail;
    expect(threshold).toBe(1);
    expect(scale / (1 - shape)).toBeCloseTo((1 + 2 + 3 + 7 + 12) / 5, 9);
  });

  test('is not there where amounts are few, or all alike', () => {
    expect(fitTail([])).toBeNull();
    expect(fitTail([0, 0])).toBeNull();
    expect(fitTail([1, 2, 3, 4, 5, 6, 7, 8, 9, 100])).toBeNull();
    expect(fitTail(Array(100).fill(5))).toBeNull();
  });
});

test('drawn amounts are beyond the threshold, and share out as the shape says', () => {
  const tail: Tail = { threshold: 10, scale: 2, shape: 0.25, most: 1000 };
  const random = new Random(3, 0);
  const drawn = Array.from({ length: 20_000 }, () => drawFromTail(tail, random));
  expect(Math.min(...drawn)).toBeGreaterThanOrEqual(10);
  // P(excess > x) = (1 + 0.25 x / 2)^-4: at x = 8 that is 2^-4.
  expect(drawn.filter((amount) => amount > 18).length / drawn.length).toBeCloseTo(1 / 16, 1.8);
  expect(drawn.reduce((sum, amount) => sum + amount, 0) / drawn.length).toBeCloseTo(10 + 2 / 0.75, 0.7);
});

test('nothing is drawn above the most that is taken for possible', () => {
  const random = new Random(3, 0);
  const tail: Tail = { threshold: 10, scale: 50, shape: 0.5, most: 40 };
  const drawn = Array.from({ length: 1000 }, () => drawFromTail(tail, random));
  expect(Math.max(...drawn)).toBe(40);
});
