import { money } from '@simwise/engine';
import { expect, it } from 'vitest';
import { MESSAGES } from './all-languages.ts';
import { formatMoneyRange, formatPartialDate, formatVolume, nameIn } from './format.ts';

it.each([
  ['en', '2026-12-01', '1 Dec 2026'],
  ['en', '2026-12', 'Dec 2026'],
  ['en', '2026', '2026'],
  ['zh', '2026-12-01', '2026年12月1日'],
  ['zh', '2026-12', '2026年12月'],
  ['ru', '2026-12-01', '1\u00a0дек.\u00a02026\u00a0г.'],
  ['ru', '2026-12', 'дек.\u00a02026\u00a0г.'],
  ['kk', '2026-12-01', '2026\u00a0ж.\u00a01\u00a0жел.'],
] as const)('in %s, %s is written %s', (language, text, written) => {
  expect(formatPartialDate(MESSAGES[language], text)).toBe(written);
});

it.each([
  ['en', '1.5 GB', '512 MB'],
  ['zh', '1.5 GB', '512 MB'],
  ['ru', '1,5 ГБ', '512 МБ'],
  ['kk', '1,5 ГБ', '512 МБ'],
] as const)('in %s, data are counted in the units of the language: %s, %s', (language, large, small) => {
  expect(formatVolume(MESSAGES[language], 'data', 1.5 * 2 ** 30)).toBe(large);
  expect(formatVolume(MESSAGES[language], 'data', 512 * 2 ** 20)).toBe(small);
});

it.each([
  ['one sum where both ends are the same', 499_000, '₸4,990.00'],
  ['a range', 530_000, '₸4,990.00 to ₸5,300.00'],
  ['a least sum where nothing bounds it', null, 'at least ₸4,990.00'],
] as const)('money that lies between two ends is %s', (_, high, written) => {
  const ends = { low: money(499_000), high: high === null ? null : money(high) };
  expect(formatMoneyRange(MESSAGES.en, ends, 'KZT')).toBe(written);
});

it.each([
  ['kk', 'Поговорим'],
  ['ru', 'Поговорим'],
  ['zh', 'Pogovorim'],
  ['en', 'Pogovorim'],
] as const)('in %s, a name that is on record in Russian and English alone is %s', (language, name) => {
  expect(nameIn(language, { en: 'Pogovorim', ru: 'Поговорим' })).toBe(name);
});
