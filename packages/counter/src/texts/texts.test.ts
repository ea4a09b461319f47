import { describe, expect, test } from 'vitest';
import { describeLanguages } from '../../test/languages.ts';
import { COUNTER_TEXTS } from './index.ts';

describeLanguages('counter', COUNTER_TEXTS);

describe('what is said to the assistant', () => {
  const SAID = [
    'hello',
    'tariff',
    'likeThis',
    'packs',
    'noPacks',
    'later',
    'not',
    'check',
    'showMe',
    'help',
    'documents',
  ] as const;

  test.each(SAID)('%s is short in Kazakh and Russian', (key) => {
    for (const language of ['kk', 'ru'] as const) expect(COUNTER_TEXTS[language][key].length).toBeLessThanOrEqual(60);
  });

  test('a request is polite: please in Russian, the polite form in Kazakh', () => {
    for (const key of ['not', 'showMe', 'help'] as const) {
      expect(COUNTER_TEXTS.ru[key].toLowerCase()).toContain('пожалуйста');
      expect(COUNTER_TEXTS.kk[key]).toMatch(/ңызшы|ңізші/);
    }
  });

  test('counts agree in Russian', () => {
    const { days, months } = COUNTER_TEXTS.ru.per;
    expect([1, 2, 5, 21, 30].map(days)).toEqual([' за день', ' за 2 дня', ' за 5 дней', ' за 21 день', ' за 30 дней']);
    expect([1, 3, 12].map(months)).toEqual([' за месяц', ' за 3 месяца', ' за 12 месяцев']);
  });
});
