import { LANGUAGES } from '@simwise/catalog';
import { parseDay } from '@simwise/engine';
import { describe, expect, test } from 'vitest';
import { MESSAGES } from '../all-languages.ts';
import { FORECAST_MESSAGES, historyProblemText } from '../index.ts';

const FIRST = parseDay('2026-09-01');

describe.each(LANGUAGES)('in %s', (language) => {
  const text = (problem: Parameters<typeof historyProblemText>[2]) =>
    historyProblemText(MESSAGES[language], FORECAST_MESSAGES[language], problem);

  test('a history that cannot be used is told with its figures', () => {
    expect(text({ code: 'history-in-future', first: FIRST, count: 17 })).toContain('17');
    expect(text({ code: 'history-in-megabytes', largest: 304 })).toMatch(/304.*1048576/);
    expect(text({ code: 'history-too-short', months: 1, first: FIRST, last: FIRST })).toContain('1');
    expect(text({ code: 'empty-history' })).toContain('at,kind,to,amount,app');
  });

  test('what to buy names the pack, its days and its price', () => {
    const said = FORECAST_MESSAGES[language].next.buy({ offer: 'Pack', days: '30 d', cost: '900' });
    for (const part of ['Pack', '30 d', '900']) expect(said).toContain(part);
  });
});

test('in English the way out is part of the sentence', () => {
  expect(
    historyProblemText(MESSAGES.en, FORECAST_MESSAGES.en, { code: 'history-in-future', first: FIRST, count: 2 }),
  ).toBe(
    '2 rows lie after today, the first on 1 Sept 2026; a history ends today: mend the dates or leave these rows out',
  );
});
