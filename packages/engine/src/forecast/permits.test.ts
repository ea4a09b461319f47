import { describe, expect, test } from 'vitest';
import { day } from '../civil-day.ts';
import { type Permit, PermitPolicy, type PermitStart } from './permits.ts';
import { Random } from './random.ts';

const ANY_DAY: PermitStart = { on: 'any-day' };
const FIXED: PermitStart = { on: 'fixed-dates', origin: day(0) };

/** What the policy pays for these days of need. */
function paid(permits: readonly Permit[], days: readonly number[], start: PermitStart = ANY_DAY): number {
  const policy = new PermitPolicy(permits, start);
  return days.reduce((sum, each) => sum + (policy.need(day(each))?.cost ?? 0), 0);
}

/** The least that hindsight pays, packs beginning on any day: the first need is served by some pack that begins on it. */
function hindsight(permits: readonly Permit[], days: readonly number[]): number {
  const least = new Map<number, number>();
  for (let index = days.length - 1; index >= 0; index--) {
    const costs = permits.map(({ days: length, cost }) => {
      const next = days.findIndex((each) => each >= (days[index] as number) + length);
      return cost + (next < 0 ? 0 : (least.get(next) as number));
    });
    least.set(index, Math.min(...costs));
  }
  return least.get(0) ?? 0;
}

/** The same where a pack of n days begins on days 0, n, 2n, … only; each length is a multiple of the one before. */
function hindsightOnFixedDates(permits: readonly Permit[], days: readonly number[]): number {
  const [longest, ...shorter] = [...permits].sort((a, b) => b.days - a.days);
  if (!longest || days.length === 0) return 0;
  const spans = new Map<number, number[]>();
  for (const each of days) {
    const span = Math.floor(each / longest.days);
    spans.set(span, [...(spans.get(span) ?? []), each]);
  }
  return [...spans.values()].reduce(
    (sum, own) =>
      sum + (shorter.length === 0 ? longest.cost : Math.min(longest.cost, hindsightOnFixedDates(shorter, own))),
    0,
  );
}

const TWO: readonly Permit[] = [
  { id: 'day', days: 1, cost: 100 },
  { id: 'month', days: 30, cost: 1000 },
];
const LADDERS: readonly (readonly Permit[])[] = [
  TWO,
  [
    { id: 'day', days: 1, cost: 1 },
    { id: 'month', days: 30, cost: 30 },
  ],
  [
    { id: 'day', days: 1, cost: 100 },
    { id: 'month', days: 30, cost: 150 },
  ],
  [
    { id: 'day', days: 1, cost: 100 },
    { id: 'week', days: 7, cost: 400 },
    { id: 'month', days: 28, cost: 1000 },
  ],
  [1, 2, 4, 8, 16, 32].map((length, level) => ({ id: String(length), days: length, cost: 100 * 2 ** level - level })),
  [1, 4, 16, 64].map((length, level) => ({ id: String(length), days: length, cost: 100 * 2 ** level })),
];

function randomDays(random: Random): number[] {
  const share = 0.02 + random.next() * 0.9;
  const calm = random.below(60);
  return Array.from({ length: 200 }, (_, each) => each).filter((each) => random.next() < share && each % 61 >= calm);
}

/**
 * An adversary that sees what was bought: it asks on every day that nothing serves, and after a pack is over waits as long
 * as makes the packs bought last least useful.
 */
function adversarialDays(permits: readonly Permit[], random: Random, start: PermitStart): number[] {
  const days: number[] = [];
  const policy = new PermitPolicy(permits, start);
  const mostPause = Math.max(...permits.map((permit) => permit.days));
  for (let each = random.below(5); each < 240; each++) {
    const bought = policy.need(day(each));
    if (!bought) continue;
    days.push(each);
    if (bought.days > 1 && random.next() < 0.5) each += random.below(2 * mostPause);
  }
  return days;
}

describe('packs of a day and of 30 days, bought on any day', () => {
  test('a day at 100 ten times; the 10th day has reached the 1000 of a month', () => {
    const policy = new PermitPolicy(TWO);
    const bought = Array.from({ length: 12 }, (_, each) => policy.need(day(each))?.id ?? null);
    expect(bought).toEqual([...Array(9).fill('day'), 'month', null, null]);
  });

  test('days further apart than a month never make it worth one', () => {
    const policy = new PermitPolicy(TWO);
    const bought = Array.from({ length: 20 }, (_, each) => policy.need(day(each * 5))?.id);
    expect(new Set(bought)).toEqual(new Set(['day']));
  });

  test('the worst that can be done to it: need ends on the day the month was bought', () => {
    const days = Array.from({ length: 10 }, (_, each) => each);
    expect([paid(TWO, days), hindsight(TWO, days)]).toEqual([900 + 1000, 1000]);
  });
});

describe.each(
  LADDERS.map((permits) => [permits.map(({ days, cost }) => `${days} at ${cost}`).join(', '), permits] as const),
)('packs of days %s', (_, permits) => {
  const most = permits.length;
  const demands = Array.from({ length: 120 }, (_, seed) => {
    const random = new Random(seed, most);
    return [randomDays(random), adversarialDays(permits, random, ANY_DAY), adversarialDays(permits, random, FIXED)];
  }).flat();

  test(`never cost more than ${most} times what hindsight pays, whatever is needed`, () => {
    const worse = demands.filter((days) => paid(permits, days) > most * hindsight(permits, days) + 1e-9);
    expect(worse).toEqual([]);
  });

  test(`nor more than ${most} times what it pays on fixed dates`, () => {
    const worse = demands.filter((days) => paid(permits, days) > most * hindsightOnFixedDates(permits, days) + 1e-9);
    expect(worse).toEqual([]);
  });

  test('though the adversary makes it pay much more than hindsight', () => {
    const ratios = demands
      .filter(({ length }) => length > 0)
      .map((days) => paid(permits, days) / hindsight(permits, days));
    expect(Math.max(...ratios)).toBeGreaterThan(1.2);
  });
});

describe('hindsight itself', () => {
  test('is the least of all ways to serve a few days', () => {
    expect(hindsight(TWO, [0, 1, 2])).toBe(300);
    expect(
      hindsight(
        TWO,
        Array.from({ length: 31 }, (_, each) => each),
      ),
    ).toBe(1100);
    expect(hindsightOnFixedDates(TWO, [28, 29, 30, 31])).toBe(400);
  });
});

test('a month that begins on a fixed date serves what is left of it', () => {
  const policy = new PermitPolicy(TWO, FIXED);
  const bought = Array.from({ length: 33 }, (_, each) => policy.need(day(each))?.id ?? null);
  expect(bought.slice(9)).toEqual(['month', ...Array(20).fill(null), 'day', 'day', 'day']);
});

test('what is served already asks for nothing', () => {
  const policy = new PermitPolicy(TWO);
  policy.serve(5);
  expect(policy.need(day(5))).toBeNull();
  expect(policy.need(day(6))?.id).toBe('day');
});

test('days out of order, and packs without days or price, are refused', () => {
  const policy = new PermitPolicy(TWO);
  policy.need(day(5));
  expect(() => policy.need(day(4))).toThrow(RangeError);
  expect(() => new PermitPolicy([])).toThrow(RangeError);
  expect(() => new PermitPolicy([{ id: 'free', days: 1, cost: 0 }])).toThrow(RangeError);
});
