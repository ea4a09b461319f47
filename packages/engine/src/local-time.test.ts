import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import {
  addSeconds,
  type DayCount,
  dayOf,
  dayStartAfter,
  formatLocal,
  LOCAL_DAYS,
  type LocalSecond,
  localFromUtc,
  localSecondOf,
  parseLocal,
  secondOfDay,
  UTC,
  utcFromLocal,
} from './local-time.ts';
import { ALMATY, SHANGHAI } from './test-offers.ts';

const SEED = 20260101;

/** The clock in Almaty as the time zone database knows it, in the form of a local second. */
function almatyClock(utc: number): string {
  const there = Temporal.Instant.fromEpochMilliseconds(utc * 1000).toZonedDateTimeISO('Asia/Almaty');
  return there.toPlainDateTime().toString({ smallestUnit: 'second' });
}

const CHANGE = Temporal.Instant.from('2024-02-29T18:00:00Z').epochMilliseconds / 1000;
const around2024 = fc.integer({ min: CHANGE - 40_000_000, max: CHANGE + 80_000_000 });
const nearChange = fc.integer({ min: CHANGE - 100_000, max: CHANGE + 100_000 });
const utcSecond = fc.oneof(around2024, nearChange);

describe('reading and writing the local clock', () => {
  test.each([
    ['2026-12-01', '2026-12-01T00:00:00'],
    ['2026-12-01T09:30', '2026-12-01T09:30:00'],
    ['2026-12-01 23:59:59', '2026-12-01T23:59:59'],
    ['1969-12-31T23:59:59', '1969-12-31T23:59:59'],
  ])('%s', (text, written) => {
    expect(formatLocal(parseLocal(text))).toBe(written);
  });

  test.each([
    '2026-12-01T24:00',
    '2026-12-01T23:60',
    '2026-12-01T23:59:60',
    '2026-12-01T09:30Z',
    '2026-12-01T09:30+05:00',
    '2026-12-01T9:30',
    '2026-02-30',
    '',
  ])('refuses %j', (text) => {
    expect(() => parseLocal(text)).toThrow(RangeError);
  });

  test('the second before 1970 belongs to the last day of 1969', () => {
    const at = parseLocal('1969-12-31T23:59:59');
    expect(at).toBe(-1);
    expect(dayOf(at)).toBe(-1);
    expect(secondOfDay(at)).toBe(86_399);
  });
});

describe('the clock of Kazakhstan', () => {
  test('agrees with the time zone database before, at and after 2024-03-01', () => {
    const agrees = fc.property(utcSecond, (utc) => {
      expect(formatLocal(localFromUtc(ALMATY, utc))).toBe(almatyClock(utc));
    });
    fc.assert(agrees, { seed: SEED, numRuns: 1000 });
  });

  test('goes back from midnight to 23:00 on 29 February 2024', () => {
    expect(formatLocal(localFromUtc(ALMATY, CHANGE - 1))).toBe('2024-02-29T23:59:59');
    expect(formatLocal(localFromUtc(ALMATY, CHANGE))).toBe('2024-02-29T23:00:00');
  });

  test('every moment comes back from its local time; in the hour lived twice, one of the two', () => {
    const comesBack = fc.property(utcSecond, (utc) => {
      const local = localFromUtc(ALMATY, utc);
      const found = utcFromLocal(ALMATY, local);
      expect(localFromUtc(ALMATY, found)).toBe(local);
      if (Math.abs(utc - CHANGE) >= 3600) expect(found).toBe(utc);
    });
    fc.assert(comesBack, { seed: SEED, numRuns: 1000 });
  });

  test('a clock put forward brings back every moment too', () => {
    const spring = [
      { from: Number.MIN_SAFE_INTEGER, minutes: -300 },
      { from: CHANGE, minutes: -240 },
    ];
    fc.assert(
      fc.property(utcSecond, (utc) => utcFromLocal(spring, localFromUtc(spring, utc)) === utc),
      { seed: SEED },
    );
  });

  test('UTC is its own local time', () => {
    expect(utcFromLocal(UTC, localFromUtc(UTC, 1_700_000_000))).toBe(1_700_000_000);
  });
});

describe('the start of the next day', () => {
  const origin = parseLocal('2026-01-10T15:30');
  const shanghai: DayCount = { rule: { is: 'zone', zone: SHANGHAI }, local: ALMATY, origin };
  const next = (days: DayCount, at: string, count?: number) => formatLocal(dayStartAfter(days, parseLocal(at), count));

  test('local: the next midnight, and from midnight the one after', () => {
    const local: DayCount = { rule: LOCAL_DAYS, local: ALMATY, origin };
    expect(next(local, '2026-01-10T23:59:59')).toBe('2026-01-11T00:00:00');
    expect(next(local, '2026-01-11T00:00:00')).toBe('2026-01-12T00:00:00');
    expect(next(local, '2026-01-10T15:30:00', 3)).toBe('2026-01-13T00:00:00');
  });

  test('rolling: the time of day at which service began', () => {
    const rolling: DayCount = { rule: { is: 'rolling' }, local: ALMATY, origin };
    expect(next(rolling, '2026-01-10T15:30:00')).toBe('2026-01-11T15:30:00');
    expect(next(rolling, '2026-01-11T15:29:59')).toBe('2026-01-11T15:30:00');
    expect(next(rolling, '2026-01-11T15:30:00', 2)).toBe('2026-01-13T15:30:00');
  });

  // Midnight in Shanghai is 16:00 UTC: 22:00 at UTC+6, 21:00 at UTC+5.
  test.each([
    ['2024-02-28T21:59:59', '2024-02-28T22:00:00'],
    ['2024-02-28T22:00:00', '2024-02-29T22:00:00'],
    ['2024-03-01T20:59:59', '2024-03-01T21:00:00'],
    ['2024-03-01T21:00:00', '2024-03-02T21:00:00'],
    ['2024-02-29T22:00:00', '2024-03-01T21:00:00'],
  ])('of Shanghai, seen from Almaty, after %s is %s', (at, expected) => {
    expect(next(shanghai, at)).toBe(expected);
  });

  test('of Shanghai agrees with Temporal on any day', () => {
    const agrees = fc.property(utcSecond, fc.integer({ min: 1, max: 40 }), (utc, count) => {
      fc.pre(Math.abs(utc - CHANGE) >= 3600);
      const there = Temporal.Instant.fromEpochMilliseconds(utc * 1000).toZonedDateTimeISO('Asia/Shanghai');
      const midnight = there.add({ days: count }).startOfDay().epochMilliseconds / 1000;
      const found = dayStartAfter(shanghai, localFromUtc(ALMATY, utc), count);
      expect(formatLocal(found)).toBe(almatyClock(midnight));
    });
    fc.assert(agrees, { seed: SEED, numRuns: 1000 });
  });
});

test('seconds are counted on the clock on the wall', () => {
  const midnight: LocalSecond = localSecondOf(dayOf(parseLocal('2026-01-10')));
  expect(addSeconds(midnight, 3600)).toBe(parseLocal('2026-01-10T01:00'));
});
