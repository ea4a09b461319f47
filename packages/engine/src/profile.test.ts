import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDay } from './civil-day.ts';
import { formatLocal } from './local-time.ts';
import { type ProfilePart, unitsOver, usesOfProfile } from './profile.ts';
import { GB, MB, period } from './test-offers.ts';
import { INTERNET } from './usage.ts';

const SEED = 20260101;
const dataPart = (num: number, den = 1): ProfilePart => ({ kind: 'data', to: INTERNET, perDay: { num, den } });
const sumOf = (part: ProfilePart, days: number) =>
  usesOfProfile([part], period('2026-01-01', days)).reduce((sum, { amount }) => sum + amount, 0);

describe('even use adds up', () => {
  test('30 GB a month of 30 days is 30 GB, not a kilobyte less', () => {
    expect(sumOf(dataPart(GB), 30)).toBe(30 * GB);
  });

  test('10 GB over 30 days, which no day holds evenly, is 10 GB', () => {
    expect(sumOf(dataPart(10 * GB, 30), 30)).toBe(10 * GB);
  });

  test('100 minutes over 30 days are 100 whole minutes', () => {
    // 100 / 30 a day: 3, 3, 4, 3, 3, 4, ...
    const part: ProfilePart = { kind: 'voice', to: 'national', perDay: { num: 100 * 60, den: 30 } };
    const minutes = usesOfProfile([part], period('2026-01-01', 30)).map(({ amount }) => amount / 60);
    expect(minutes.slice(0, 6)).toEqual([3, 3, 4, 3, 3, 4]);
    expect(minutes.reduce((sum, count) => sum + count, 0)).toBe(100);
  });

  test('over any days it lacks less than one step of what was asked for', () => {
    const withinStep = fc.property(
      fc.integer({ min: 0, max: 400 * GB }),
      fc.integer({ min: 1, max: 366 }),
      fc.integer({ min: 1, max: 400 }),
      (num, den, days) => {
        const part = dataPart(num, den);
        const lacking = unitsOver(part, days) - sumOf(part, days);
        expect(lacking).toBeGreaterThanOrEqual(0);
        expect(lacking).toBeLessThan(1024);
      },
    );
    fc.assert(withinStep, { seed: SEED, numRuns: 200 });
  });

  test('the first n days are used alike, however long the period', () => {
    const part = dataPart(7 * MB, 3);
    const short = usesOfProfile([part], period('2026-01-01', 10));
    expect(usesOfProfile([part], period('2026-01-01', 40)).slice(0, short.length)).toEqual(short);
  });
});

describe('the moments of use', () => {
  test('data three times a day, once after Beijing has begun the next; calls at noon', () => {
    const call: ProfilePart = { kind: 'voice', to: 'national', perDay: { num: 60, den: 1 } };
    const uses = usesOfProfile([dataPart(3 * MB), call], period('2026-01-01', 1));
    expect(uses.map(({ at, kind, amount }) => [formatLocal(at), kind, amount])).toEqual([
      ['2026-01-01T09:00:00', 'data', MB],
      ['2026-01-01T12:00:00', 'voice', 60],
      ['2026-01-01T15:00:00', 'data', MB],
      ['2026-01-01T21:30:00', 'data', MB],
    ]);
  });

  test('none before the period and none after it', () => {
    const uses = usesOfProfile([dataPart(GB)], period('2026-01-10', 3));
    expect(uses.every(({ at }) => at >= parseDay('2026-01-10') * 86_400 && at < parseDay('2026-01-13') * 86_400)).toBe(
      true,
    );
  });

  test('a day that brings no whole step brings no use', () => {
    const rare: ProfilePart = { kind: 'sms', to: 'national', perDay: { num: 1, den: 7 } };
    const uses = usesOfProfile([rare], period('2026-01-01', 30));
    expect(uses.map(({ at }) => formatLocal(at).slice(0, 10))).toEqual([
      '2026-01-07',
      '2026-01-14',
      '2026-01-21',
      '2026-01-28',
    ]);
  });

  test('an app stays with its part', () => {
    const uses = usesOfProfile([{ ...dataPart(MB), app: 'tiktok' }, dataPart(MB)], period('2026-01-01', 1));
    expect(uses.filter(({ app }) => app === 'tiktok')).toHaveLength(3);
    expect(uses.filter(({ app }) => app === undefined)).toHaveLength(3);
  });
});

test('no use is asked for in no days', () => {
  expect(usesOfProfile([dataPart(GB)], period('2026-01-01', 0))).toEqual([]);
  expect(unitsOver(dataPart(GB), 0)).toBe(0);
});
