import { expect, test } from 'vitest';
import { lateText } from './late-text.ts';

test.each([
  ['en', 30, 'Late by 1 minute.'],
  ['en', 3_599, 'Late by 59 minutes.'],
  ['en', 3_600, 'Late by 1 hour.'],
  ['ru', 2 * 3_600, 'С опозданием: 2 часа.'],
  ['ru', 5 * 86_400, 'С опозданием: 5 дней.'],
  ['kk', 2 * 3_600, 'Кешігіп келді: 2 сағат.'],
  ['zh', 90_000, '已延迟 1天。'],
] as const)('%s, %d seconds: %s', (language, seconds, text) => {
  expect(lateText(language, seconds)).toBe(text);
});
