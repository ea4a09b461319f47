import { expect, test } from 'vitest';
import { retryAfterSeconds } from './retry-after.ts';

const DATE = 'Sun, 22 Nov 2026 07:00:00 GMT';

test.each([
  ['seconds', { 'retry-after': '120' }, 120],
  ['nothing', {}, null],
  ['words', { 'retry-after': 'soon' }, null],
  ['more than a day', { 'retry-after': '999999' }, 86_400],
  ['a date by the clock of the other side', { 'retry-after': 'Sun, 22 Nov 2026 07:01:30 GMT', date: DATE }, 90],
  ['a date that is over', { 'retry-after': 'Sun, 22 Nov 2026 06:00:00 GMT', date: DATE }, 0],
])('%s', (_name, headers, seconds) => {
  expect(retryAfterSeconds(headers)).toBe(seconds);
});
