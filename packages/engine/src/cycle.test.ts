import { describe, expect, test } from 'vitest';
import { parseDay } from './civil-day.ts';
import { type Cycle, cycleEnd, FOREVER, NEVER, partOfCalendarMonth } from './cycle.ts';
import { type DayRule, formatLocal, LOCAL_DAYS, parseLocal } from './local-time.ts';
import { ALMATY, days, months, SHANGHAI } from './test-offers.ts';

function ends(cycle: Cycle, origin: string, { rule = LOCAL_DAYS, count = 3 }: { rule?: DayRule; count?: number } = {}) {
  const counted = { rule, local: ALMATY, origin: parseLocal(origin) };
  return Array.from({ length: count }, (_, index) => formatLocal(cycleEnd(cycle, counted, index)));
}

describe('a cycle of days', () => {
  test('to midnight counts the first day, however late it began', () => {
    expect(ends(days(7), '2026-01-01T23:59')).toEqual([
      '2026-01-08T00:00:00',
      '2026-01-15T00:00:00',
      '2026-01-22T00:00:00',
    ]);
  });

  test('to the moment ends at the time of day it began', () => {
    expect(ends(days(30, 'moment'), '2026-01-01T10:15:30', { count: 2 })).toEqual([
      '2026-01-31T10:15:30',
      '2026-03-02T10:15:30',
    ]);
  });

  test('720 hours to 23:59 last to the end of the thirty-first day, and a month of days each time after', () => {
    expect(ends(days(30, 'day-end'), '2026-01-01T10:00', { count: 2 })).toEqual([
      '2026-02-01T00:00:00',
      '2026-03-03T00:00:00',
    ]);
  });

  test('ends at midnight in Shanghai where Shanghai counts the days: 21:00 in Almaty', () => {
    const rule: DayRule = { is: 'zone', zone: SHANGHAI };
    expect(ends(days(1), '2026-01-01T20:00', { rule, count: 2 })).toEqual([
      '2026-01-01T21:00:00',
      '2026-01-02T21:00:00',
    ]);
    expect(ends(days(1), '2026-01-01T21:00', { rule, count: 1 })).toEqual(['2026-01-02T21:00:00']);
  });

  test('lasts full 24 hours where days are counted from first use', () => {
    expect(ends(days(2), '2026-01-01T20:00', { rule: { is: 'rolling' }, count: 1 })).toEqual(['2026-01-03T20:00:00']);
  });
});

describe('a cycle of months', () => {
  test.each([
    ['2026-01-31', ['2026-02-28T00:00:00', '2026-03-31T00:00:00', '2026-04-30T00:00:00']],
    ['2026-01-29', ['2026-02-28T00:00:00', '2026-03-29T00:00:00', '2026-04-29T00:00:00']],
  ])('from %s does not drift to the shorter month', (origin, expected) => {
    expect(ends(months(1), origin)).toEqual(expected);
  });

  test('a year from a leap day ends on 28 February', () => {
    expect(ends(months(12), '2028-02-29', { count: 1 })).toEqual(['2029-02-28T00:00:00']);
  });
});

describe('a calendar month', () => {
  const onThe = (dayOfMonth: number): Cycle => ({ unit: 'calendar-month', dayOfMonth });

  test('begun on its own day lasts a whole month', () => {
    expect(ends(onThe(1), '2026-02-01', { count: 2 })).toEqual(['2026-03-01T00:00:00', '2026-04-01T00:00:00']);
  });

  test('begun on any other day ends at the next one, this month or the next', () => {
    expect(ends(onThe(15), '2026-01-14T22:00', { count: 2 })).toEqual(['2026-01-15T00:00:00', '2026-02-15T00:00:00']);
    expect(ends(onThe(15), '2026-12-16', { count: 1 })).toEqual(['2027-01-15T00:00:00']);
  });
});

test('what lasts for ever never ends', () => {
  const origin = parseLocal('2026-01-01');
  expect(cycleEnd(FOREVER, { rule: LOCAL_DAYS, local: ALMATY, origin }, 5)).toBe(NEVER);
});

describe('the part of a calendar month that is left', () => {
  test.each([
    ['2026-01-01', 1, { left: 31, whole: 31 }],
    ['2026-01-31', 1, { left: 1, whole: 31 }],
    ['2026-02-15', 1, { left: 14, whole: 28 }],
    ['2026-01-20', 15, { left: 26, whole: 31 }],
    ['2026-03-14', 15, { left: 1, whole: 28 }],
  ])('from %s in a cycle that begins on the %dth', (start, dayOfMonth, expected) => {
    expect(partOfCalendarMonth(parseDay(start), dayOfMonth)).toEqual(expected);
  });
});
