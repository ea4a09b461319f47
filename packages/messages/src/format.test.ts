import { expect, it } from 'vitest';
import { MESSAGES } from './all-languages.ts';
import { formatPartialDate } from './format.ts';

it.each([
  ['en', '2026-12-01', '1 Dec 2026'],
  ['en', '2026-12', 'Dec 2026'],
  ['en', '2026', '2026'],
  ['zh', '2026-12-01', '2026年12月1日'],
  ['zh', '2026-12', '2026年12月'],
] as const)('in %s, %s is written %s', (language, text, written) => {
  expect(formatPartialDate(MESSAGES[language], text)).toBe(written);
});
