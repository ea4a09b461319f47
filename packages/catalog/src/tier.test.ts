import { expect, test } from 'vitest';
import { anOffer, d } from '../test/tiny-catalog.ts';
import type { CompiledVersion } from './compiled.ts';
import { tierOf } from './tier.ts';

function seen(from: string, evidence: string, confidence: string): CompiledVersion {
  const version = { seen: { from, to: from, basis: 'as the test says' }, evidence, confidence };
  return anOffer({ id: 'x', version }).versions[0] as CompiledVersion;
}

// Points: evidence 3, 2 or 1; confidence 2, 1 or 0; age 3 less one each after one, two and four years. A from 7, B from 5, C from 3.
test.each([
  ['2026-10', 'operator-page', 'high', 'A'], // 3 + 2 + 3
  ['2025-10', 'operator-page', 'high', 'A'], // 3 + 2 + 2
  ['2024-10', 'operator-page', 'high', 'B'], // 3 + 2 + 1
  ['2019-03', 'operator-page', 'high', 'B'], // 3 + 2 + 0
  ['2019-03', 'operator-page', 'medium', 'C'], // 3 + 1 + 0
  ['2026-10', 'news', 'medium', 'B'], // 2 + 1 + 3
  ['2026-10', 'third-party', 'low', 'C'], // 1 + 0 + 3
  ['2023-10', 'third-party', 'low', 'D'], // 1 + 0 + 1
  ['unknown', 'public-code', 'low', 'D'], // 1 + 0 + 0
])('seen %s in %s with %s confidence: %s', (from, evidence, confidence, tier) => {
  expect(tierOf(seen(from, evidence, confidence), d('2026-12-01'))).toBe(tier);
});
