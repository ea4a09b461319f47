import { formatDay } from '@simwise/engine';
import { expect, test } from 'vitest';
import { daysOfPartialDate } from './partial-date.ts';

test.each([
  ['2019', '2019-01-01', '2019-12-31'],
  ['2024-02', '2024-02-01', '2024-02-29'],
  ['2023-02', '2023-02-01', '2023-02-28'],
  ['2025-12', '2025-12-01', '2025-12-31'],
  ['2019-03-14', '2019-03-14', '2019-03-14'],
])('%s is from %s to %s', (text, from, to) => {
  const { first, last } = daysOfPartialDate(text);
  expect([formatDay(first), formatDay(last)]).toEqual([from, to]);
});

test.each(['2019-13', '2019-02-30', 'long ago', ''])('refuses "%s"', (text) => {
  expect(() => daysOfPartialDate(text)).toThrow(RangeError);
});
