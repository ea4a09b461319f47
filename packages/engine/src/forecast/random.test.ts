import { expect, test } from 'vitest';
import { Random } from './random.ts';

const COUNT = 20_000;
const drawn = (draw: (random: Random) => number, stream = 1) => {
  const random = new Random(7, stream);
  return Array.from({ length: COUNT }, () => draw(random));
};
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const deviation = (values: readonly number[]) => Math.sqrt(mean(values.map((value) => (value - mean(values)) ** 2)));

test('the same seed and stream give the same numbers, another of either gives others', () => {
  const first = (seed: number, stream: number) =>
    Array.from(
      { length: 5 },
      (
        (random) => () =>
          random.next()
      )(new Random(seed, stream)),
    );
  expect(first(7, 1)).toEqual(first(7, 1));
  expect(first(7, 2)).not.toEqual(first(7, 1));
  expect(first(8, 1)).not.toEqual(first(7, 1));
});

test('numbers are even between 0 and 1: mean 1/2, deviation √(1/12)', () => {
  const values = drawn((random) => random.next());
  expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...values)).toBeLessThan(1);
  expect(mean(values)).toBeCloseTo(1 / 2, 1.5);
  expect(deviation(values)).toBeCloseTo(Math.sqrt(1 / 12), 1.5);
});

test('whole numbers below a count are each as likely', () => {
  const values = drawn((random) => random.below(5));
  for (const value of [0, 1, 2, 3, 4]) {
    const share = values.filter((each) => each === value).length / COUNT;
    expect(share).toBeCloseTo(1 / 5, 1.5);
  }
});

test('normal numbers have mean 0 and deviation 1, and 4.6 % lie beyond 2', () => {
  const values = drawn((random) => random.normal());
  expect(mean(values)).toBeCloseTo(0, 1.5);
  expect(deviation(values)).toBeCloseTo(1, 1.5);
  expect(values.filter((value) => Math.abs(value) > 2).length / COUNT).toBeCloseTo(0.0455, 2);
});

test('factors have mean 1 and the spread asked for; none is drawn without a spread', () => {
  const values = drawn((random) => random.factor(0.5));
  expect(mean(values)).toBeCloseTo(1, 1.5);
  expect(deviation(values)).toBeCloseTo(0.5, 1.3);
  expect(new Random(7, 1).factor(0)).toBe(1);
});
