import { describe, expect, test } from 'vitest';
import { formatDay } from '../civil-day.ts';
import { call, data, MB, message } from '../test-offers.ts';
import { historyOf, profileOfHistory, weekOf } from './history.ts';

test('uses of a day are summed by what they are', () => {
  const { streams, days } = historyOf([
    data('2026-03-02T08:00', 3 * MB),
    data('2026-03-02T09:00', 2 * MB),
    data('2026-03-02T10:00', MB, { app: 'whatsapp' }),
    call('2026-03-02T11:00', 90),
    call('2026-03-03T11:00', 30),
  ]);
  expect(streams.map(({ kind, to, app }) => [kind, to, app])).toEqual([
    ['data', 'internet', undefined],
    ['data', 'internet', 'whatsapp'],
    ['voice', 'national-mobile', undefined],
  ]);
  expect(days.map(({ amounts }) => [...amounts])).toEqual([
    [5 * MB, MB, 90],
    [0, 0, 30],
  ]);
  expect(days.map(({ uses }) => [...uses])).toEqual([
    [2, 1, 1],
    [0, 0, 1],
  ]);
});

describe('days without any use', () => {
  test('count as such when they are fewer than seven in a row: 70 MB in 8 days', () => {
    const history = historyOf([data('2026-03-01T08:00', 30 * MB), data('2026-03-08T08:00', 40 * MB)]);
    expect(history.gaps).toEqual([]);
    expect(profileOfHistory(history)).toEqual([{ kind: 'data', to: 'internet', perDay: { num: 8.75 * MB, den: 1 } }]);
  });

  test('seven in a row are taken for missing: 70 MB in 2 days', () => {
    const history = historyOf([data('2026-03-01T08:00', 30 * MB), data('2026-03-09T08:00', 40 * MB)]);
    expect(history.gaps.map(({ first, last }) => [formatDay(first), formatDay(last)])).toEqual([
      ['2026-03-02', '2026-03-08'],
    ]);
    expect(profileOfHistory(history)).toEqual([{ kind: 'data', to: 'internet', perDay: { num: 35 * MB, den: 1 } }]);
  });
});

test('uses of no amount make days, and no part of a profile', () => {
  const history = historyOf([data('2026-03-01T08:00', 0), data('2026-03-02T08:00', 0)]);
  expect(history.days.length).toBe(2);
  expect(profileOfHistory(history)).toEqual([]);
});

test('a week is averaged day by day, from Monday on: 2 March 2026 is one', () => {
  const uses = [
    message('2026-03-02T08:00'),
    message('2026-03-07T08:00'),
    message('2026-03-07T09:00'),
    message('2026-03-09T08:00'),
  ];
  expect(weekOf(historyOf(uses), 'sms')).toEqual([1, 0, 0, 0, 0, 2, 0]);
  expect(weekOf(historyOf(uses.slice(0, 1)), 'sms')).toEqual([1, null, null, null, null, null, null]);
});

test('nothing at all is no history', () => {
  expect(() => historyOf([])).toThrow(RangeError);
});
