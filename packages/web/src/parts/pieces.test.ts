import { describe, expect, it } from 'vitest';
import { marker } from './pieces.ts';

/** Names as the catalogue has them. */
const NAMES = {
  Беседа: 'ru',
  'Беседа+': 'ru',
  'Ежедневный пакет (Promo Smart)': 'ru',
  'То, что надо': 'ru',
  'Бәрі бар 490': 'kk',
  'Сенім 5': 'kk',
} as const;

describe('names of another language', () => {
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
      'ru',
      'Актив Internet+ 350 MB/day за 2 дня',
      [
        ['Актив ', undefined],
        ['Internet+ 350 MB/day', 'en'],
        [' за 2 дня', undefined],
      ],
    ],
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
    [
      'kk',
      '«Алтел То, что надо» төлемі',
      [
        ['«Алтел ', undefined],
        ['То, что надо', 'ru'],
        ['» төлемі', undefined],
      ],
    ],
    [
      'kk',
      'Беседа+ немесе Беседа',
      [
        ['Беседа+', 'ru'],
        [' немесе ', undefined],
        ['Беседа', 'ru'],
      ],
    ],
    [
      'kk',
      'Алтел Ежедневный пакет (Promo Smart)',
      [
        ['Алтел ', undefined],
        ['Ежедневный пакет (Promo Smart)', 'ru'],
      ],
    ],
    ['kk', 'Бәрі бар 490', [['Бәрі бар 490', undefined]]],
    ['kk', 'Беседада', [['Беседада', undefined]]],
    [
      'ru',
      'Плата: Бәрі бар 490',
      [
        ['Плата: ', undefined],
        ['Бәрі бар 490', 'kk'],
      ],
    ],
    ['ru', 'Беседа', [['Беседа', undefined]]],
    ['en', 'Сенім 5', [['Сенім 5', 'kk']]],
    ['en', '中文', [['中文', 'zh']]],
    ['en', 'Maya Mobile 10 GB', [['Maya Mobile 10 GB', undefined]]],
    ['en', '', []],
  ] as const)('on a page in %s, of "%s" are marked', (page, text, pieces) => {
    expect(marker(page, NAMES)(text).map(({ text: piece, lang }) => [piece, lang])).toEqual(pieces);
  });
});
