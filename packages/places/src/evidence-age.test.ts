import { parseDay } from '@simwise/engine';
import { expect, test } from 'vitest';
import { evidenceAge } from './evidence-age.ts';

const rules = { ageMonths: { fresh: 18, historic: 48 } };

test.each([
  ['2026-11-22', '2026-11-22', 'fresh'],
  ['2025-05-22', '2026-11-22', 'fresh'], // 18 months to the day
  ['2025-05-21', '2026-11-22', 'older'],
  ['2022-11-22', '2026-11-22', 'older'], // four years to the day
  ['2022-11-21', '2026-11-22', 'historic'],
  ['2015-01-12', '2026-11-22', 'historic'],
] as const)('evidence of %s is on %s %s', (of, on, age) => {
  expect(evidenceAge(parseDay(of), parseDay(on), rules)).toBe(age);
});
