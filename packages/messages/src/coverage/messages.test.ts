import { expect, test } from 'vitest';
import { MESSAGES } from '../all-languages.ts';

test('counts take the forms of each language', () => {
  const { cells, years } = MESSAGES.ru.coverage.units;
  expect([1, 2, 5, 21, 344].map(cells)).toEqual(['1 сота', '2 соты', '5 сот', '21 сота', '344 соты']);
  expect([1, 3, 11].map(years)).toEqual(['1 год назад', '3 года назад', '11 лет назад']);
  expect([1, 2].map(MESSAGES.en.coverage.units.cells)).toEqual(['1 cell', '2 cells']);
  expect(MESSAGES.zh.coverage.units.months(13)).toBe('13 个月前');
});
