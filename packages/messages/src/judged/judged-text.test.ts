import { describe, expect, test } from 'vitest';
import { aCatalog } from '../../../catalog/test/tiny-catalog.ts';
import { MESSAGES } from '../all-languages.ts';
import { Wording } from '../wording.ts';
import { judgedTexts } from './judged-text.ts';

const CATALOG = aCatalog([]);

/** 1,234.50 on average, half the time at most 1,000, nine times out of ten at most 2,345. */
const JUDGED = { expected: 123_450, p50: 100_000, p90: 234_500, cheapest: 0.36, runsOut: 0.08 };

describe.each(['zh', 'en', 'ru', 'kk'] as const)('what is to be expected of a choice: %s', (language) => {
  const view = { wording: new Wording(MESSAGES[language], language, CATALOG), currency: 'KZT' };
  const numbersIn = (text: string) => text.replace(/(?<=\d)[\s,.](?=\d)/g, '').match(/\d+/g);

  test('its average, its middle and its ninth of ten, how often it is the cheapest and how often it runs out', () => {
    const [costs = '', wins = '', runsOut = ''] = judgedTexts(JUDGED, view);
    expect(numbersIn(costs)).toEqual(['123450', '100000', '234500']);
    expect(numbersIn(wins)).toEqual(['36']);
    expect(numbersIn(runsOut)).toEqual(['8']);
  });

  test('nothing is said of running out where it never does', () => {
    expect(judgedTexts({ ...JUDGED, runsOut: 0 }, view)).toHaveLength(2);
  });
});
