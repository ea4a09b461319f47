import { describe, expect, it } from 'vitest';
import { piecesOf } from './pieces.ts';

describe('names of another script', () => {
  it.each([
    [
      'en',
      'Beeline Простой & Maya',
      [
        ['Beeline ', undefined],
        ['Простой', 'ru'],
        [' & Maya', undefined],
      ],
    ],
    ['en', 'Алматы қаласы', [['Алматы қаласы', 'kk']]],
    [
      'zh',
      '含“Совсем всё”套餐',
      [
        ['含“', undefined],
        ['Совсем всё', 'ru'],
        ['”套餐', undefined],
      ],
    ],
    [
      'zh',
      '请选 Kcell 的套餐',
      [
        ['请选 ', undefined],
        ['Kcell', 'en'],
        [' 的套餐', undefined],
      ],
    ],
    [
      'ru',
      'Кселл Talks на 30 дней',
      [
        ['Кселл ', undefined],
        ['Talks', 'en'],
        [' на 30 дней', undefined],
      ],
    ],
    [
      'kk',
      '8 GB',
      [
        ['8 ', undefined],
        ['GB', 'en'],
      ],
    ],
    ['en', 'Maya Mobile 10 GB', [['Maya Mobile 10 GB', undefined]]],
    ['en', '', []],
  ] as const)('on a page in %s, of "%s" are marked', (page, text, pieces) => {
    expect(piecesOf(text, page).map(({ text: piece, lang }) => [piece, lang])).toEqual(pieces);
  });
});
