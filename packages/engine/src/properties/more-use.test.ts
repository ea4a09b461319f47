import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rateCard } from '../statement.ts';
import type { UsageEvent } from '../usage.ts';
import * as cards from './arbitrary-cards.ts';
import { CHECK } from './arbitrary-parts.ts';

describe('more use', () => {
  test('never costs less: one use more', () => {
    const holds = fc.property(cards.steadyCard, cards.uses(), cards.use(), (card, uses, extra) => {
      expect(rateCard(card, cards.inOrder([...uses, extra])).total).toBeGreaterThanOrEqual(rateCard(card, uses).total);
    });
    fc.assert(holds, { ...CHECK, numRuns: 1000 });
  });

  test('never costs less: a larger use', () => {
    const grown = (uses: readonly UsageEvent[], index: number, factor: number) =>
      uses.map((use, at) => (at === index ? { ...use, amount: Math.ceil(use.amount * factor) } : use));
    const factor = fc.double({ min: 1, max: 5, noNaN: true });
    const holds = fc.property(cards.steadyCard, cards.uses(), fc.nat(24), factor, (card, uses, index, by) => {
      const more = rateCard(card, grown(uses, index, by)).total;
      expect(more).toBeGreaterThanOrEqual(rateCard(card, uses).total);
    });
    fc.assert(holds, { ...CHECK, numRuns: 1000 });
  });
});
