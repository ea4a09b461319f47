import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import {
  addMonths,
  type Day,
  dateFromDay,
  day,
  dayFromDate,
  daysInMonth,
  firstOfMonth,
  formatDay,
  parseDay,
  weekday,
} from './civil-day.ts';

const SEED = 20260101;
const EPOCH = Temporal.PlainDate.from('1970-01-01');

function oracle(value: Day): Temporal.PlainDate {
  return EPOCH.add({ days: value });
}

function dayNumber(date: Temporal.PlainDate): number {
  return EPOCH.until(date, { largestUnit: 'days' }).days;
}

const anyDay = fc.integer({ min: -5_000_000, max: 5_000_000 }).map(day);

describe('against Temporal', () => {
  test('every day from 1896 to 2104 has its date, its number and its weekday', () => {
    let date = Temporal.PlainDate.from('1896-01-01');
    for (let value = parseDay('1896-01-01'); value < parseDay('2105-01-01'); value = day(value + 1)) {
      const { year, month, day: dayOfMonth, dayOfWeek } = date;
      const known = dateFromDay(value);
      if (known.year !== year || known.month !== month || known.dayOfMonth !== dayOfMonth) {
        expect(known).toEqual({ year, month, dayOfMonth });
      }
      if (dayFromDate(known) !== value) expect(dayFromDate(known)).toBe(value);
      if (weekday(value) !== dayOfWeek) expect(weekday(value)).toBe(dayOfWeek);
      date = date.add({ days: 1 });
    }
  });

  test('days of any century, years before zero included', () => {
    const agrees = fc.property(anyDay, (value) => {
      const { year, month, day: dayOfMonth, dayOfWeek } = oracle(value);
      expect(dateFromDay(value)).toEqual({ year, month, dayOfMonth });
      expect(dayFromDate({ year, month, dayOfMonth })).toBe(value);
      expect(weekday(value)).toBe(dayOfWeek);
    });
    fc.assert(agrees, { seed: SEED, numRuns: 2000 });
  });

  test('months added to any day, forwards and backwards', () => {
    const agrees = fc.property(anyDay, fc.integer({ min: -1300, max: 1300 }), (value, months) => {
      expect(addMonths(value, months)).toBe(dayNumber(oracle(value).add({ months })));
    });
    fc.assert(agrees, { seed: SEED, numRuns: 2000 });
  });

  test('the length of every month of 400 years', () => {
    for (let index = 0; index < 4800; index++) {
      const [year, month] = [1800 + Math.floor(index / 12), (index % 12) + 1];
      const expected = Temporal.PlainYearMonth.from({ year, month }).daysInMonth;
      if (daysInMonth(year, month) !== expected) expect({ year, month, days: daysInMonth(year, month) }).toBe(expected);
    }
  });
});

describe('addMonths keeps the day of month of its anchor', () => {
  test.each([
    ['2026-01-31', [1, 2, 3], ['2026-02-28', '2026-03-31', '2026-04-30']],
    ['2026-01-29', [1, 2, 3], ['2026-02-28', '2026-03-29', '2026-04-29']],
    ['2028-02-29', [12, 48], ['2029-02-28', '2032-02-29']],
    ['2026-12-31', [1, 2], ['2027-01-31', '2027-02-28']],
    ['2026-03-31', [-1, -13], ['2026-02-28', '2025-02-28']],
  ])('from %s', (anchor, steps, expected) => {
    expect(steps.map((months) => formatDay(addMonths(parseDay(anchor), months)))).toEqual(expected);
  });
});

test('the first of the month of its first and its last day', () => {
  expect(formatDay(firstOfMonth(parseDay('2028-02-29')))).toBe('2028-02-01');
  expect(formatDay(firstOfMonth(parseDay('2028-02-01')))).toBe('2028-02-01');
});

describe('parseDay', () => {
  test('every day it writes it reads', () => {
    const years = fc.integer({ min: parseDay('0000-01-01'), max: parseDay('9999-12-31') }).map(day);
    fc.assert(
      fc.property(years, (value) => parseDay(formatDay(value)) === value),
      { seed: SEED },
    );
  });

  test.each([
    '2026-02-29',
    '2100-02-29',
    '2026-04-31',
    '2026-00-10',
    '2026-13-01',
    '2026-01-00',
    '2026-1-1',
    '26-01-01',
    '2026-01-01 ',
    '',
  ])('refuses %j', (text) => {
    expect(() => parseDay(text)).toThrow(RangeError);
  });
});

test('a fraction of a day is no day', () => {
  expect(() => day(0.5)).toThrow(RangeError);
  expect(() => day(Number.NaN)).toThrow(RangeError);
});
