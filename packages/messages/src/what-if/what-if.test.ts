import { completeStay, whatIf } from '@simwise/advisor';
import { describe, expect, test } from 'vitest';
import { aCatalog, anOffer, d } from '../../../catalog/test/tiny-catalog.ts';
import { MESSAGES } from '../all-languages.ts';
import { Wording, whatIfAnswer, whatIfTexts } from '../index.ts';
import { element, escapeXml, textAt } from './svg.ts';

const MONTHLY = anOffer({
  id: 'monthly',
  names: { en: 'Month' },
  version: {
    fee: [{ amount: '3000 KZT', every: '30 days' }],
    allowances: [{ data: '100 GB' }],
    rates: [{ data: 'stop' }],
  },
});
const WEEK = anOffer({
  id: 'week',
  brand: 'gamma',
  card: 'travel-esim',
  number: 'none',
  names: { en: 'Week' },
  version: {
    fee: [{ amount: '2500 KZT', every: 'once' }],
    validity: '7 days',
    allowances: [{ data: '8 GB' }],
    rates: [{ data: 'stop' }],
  },
});
const CATALOG = aCatalog([MONTHLY, WEEK]);
const STAY = completeStay(
  CATALOG,
  { start: '2026-12-01', days: 5, cards: 1, usage: { data: '1GB/day', calls: {}, sms: {} }, device: {} },
  d('2026-11-22'),
);
const FOUND = whatIf(CATALOG, STAY);

describe('what would change an answer', () => {
  test('in English: the week of 2500 lasts 7 days; a month costs 3000', () => {
    expect(whatIfTexts(FOUND, 'KZT', new Wording(MESSAGES.en, 'en', CATALOG))).toEqual([
      'From a stay of 8 days on, the best is Alpha Month (phone card).',
      'With 1.63 GB a day or more, the best is Alpha Month (phone card).',
      'If the price of Gamma Week rose above ₸3,000.00 (now ₸2,500.00), the best would be Alpha Month (phone card).',
      'If the price of Alpha Month fell below ₸2,500.00 (now ₸3,000.00), it would be part of the best.',
      'Not known for sure, and decides most:',
      '1. Whether a local number is needed, which was assumed: the cost may lie between ₸2,500.00 and ₸3,000.00 and the best may be Alpha Month (phone card).',
    ]);
  });

  test('a change where nothing is used is told without an amount', () => {
    const change = { before: 50, at: 0, from: FOUND.winner, to: FOUND.winner, isProven: true };
    const found = { ...FOUND, breakEvens: [{ axis: 'data', toward: 'less', change }] } as unknown as typeof FOUND;
    const [first] = whatIfTexts(found, 'KZT', new Wording(MESSAGES.en, 'en', CATALOG));
    expect(first).toBe('Without any data, the best is Gamma Week (data card).');
  });

  test.each(['zh', 'en', 'ru', 'kk'] as const)('has no gap in %s', (language) => {
    const texts = whatIfTexts(FOUND, 'KZT', new Wording(MESSAGES[language], language, CATALOG));
    expect(texts).toHaveLength(6);
    for (const text of texts) expect(text).not.toMatch(/undefined|NaN|\(\)|（）|«»|“”| {2}| [.,;]/);
  });

  test('as programs read it, in decimals', () => {
    const answer = whatIfAnswer(FOUND, 'KZT', new Wording(MESSAGES.en, 'en', CATALOG));
    expect(answer.winner).toEqual({ kind: 'data', offers: ['week'], cost: '2500.00' });
    expect(answer.breakEvens[0]).toMatchObject({ axis: 'days', change: { before: 7, at: 8, proven: true } });
    expect(answer.prices.map(({ offer, now, most }) => [offer, now, most])).toEqual([
      ['week', '2500.00', '3000.00'],
      ['monthly', '3000.00', '2500.00'],
    ]);
    expect(answer.facts).toMatchObject([{ code: 'assumed', about: 'needs', low: '2500.00', high: '3000.00' }]);
  });
});

test('a picture takes any text', () => {
  expect(escapeXml(`<a href="x">R&D's`)).toBe('&lt;a href=&quot;x&quot;&gt;R&amp;D&apos;s');
  expect(textAt(1, 2, 'a < b')).toBe('<text x="1" y="2">a &lt; b</text>');
  expect(element('g', { id: '"' }, '<b/>')).toBe('<g id="&quot;"><b/></g>');
});
