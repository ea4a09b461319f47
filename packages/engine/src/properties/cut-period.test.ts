import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMonths, type Day, day } from '../civil-day.ts';
import { formatLocal, localSecondOf } from '../local-time.ts';
import type { Allowance, Offer } from '../offer.ts';
import { rateCard } from '../statement.ts';
import { card, offerOf } from '../test-offers.ts';
import type { UsageEvent } from '../usage.ts';
import * as cards from './arbitrary-cards.ts';
import { ALL_FEATURES, CHECK, START } from './arbitrary-parts.ts';
import { terms } from './arbitrary-terms.ts';

describe('a period cut at the border of a cycle', () => {
  const lengths = fc.constantFrom(
    { unit: 'days', count: 7, ends: 'midnight' } as const,
    { unit: 'months', count: 1 } as const,
  );
  const features = { ...ALL_FEATURES, firstUse: false, idle: false };

  /** A plan whose fee, grants and buckets all begin with the cycle. */
  const cyclic = fc.tuple(terms(features), lengths, fc.nat(100_000)).map(([terms, every, amount]) => {
    const begins = {
      simPrice: 0,
      activationFee: 0,
      fee: { phases: [{ amount, every, times: null }], proration: null },
    };
    const allowances = terms.allowances.filter(({ increment }) => increment.per !== 'month').map(livingWithCycle);
    const rates = terms.rates.filter(({ action }) => action.do !== 'charge' || action.increment.per !== 'month');
    const lasts = { term: { unit: 'forever' }, renews: every, dayRule: { is: 'local' }, unpaid: null };
    return offerOf('plan', 'base', { ...terms, ...begins, ...lasts, allowances, rates } as object);
  });

  test('costs in its parts what it costs as a whole', () => {
    const holds = fc.property(cyclic, cards.uses(62), (plan, uses) => {
      const [, middle, end] = bordersOf(plan);
      const before = uses.filter(({ at }) => at < localSecondOf(middle));
      const after = uses.filter(({ at }) => at >= localSecondOf(middle) && at < localSecondOf(end));
      const whole = chargesOf(plan, START, end, [...before, ...after]);
      const parts = [...chargesOf(plan, START, middle, before), ...chargesOf(plan, middle, end, after)];
      expect(parts.sort()).toEqual(whole.sort());
    });
    fc.assert(holds, CHECK);
  });

  function bordersOf({ terms }: Offer): readonly [Day, Day, Day] {
    const { renews } = terms;
    const border = (count: number) => (renews.unit === 'months' ? addMonths(START, count) : day(START + count * 7));
    return [START, border(1), border(2)];
  }

  function chargesOf(plan: Offer, start: Day, end: Day, uses: readonly UsageEvent[]) {
    const purchases = [{ offer: plan.id, at: localSecondOf(start) }];
    const input = card([plan], { purchases, period: { start, days: end - start } });
    const { lines } = rateCard(input, uses);
    return lines
      .filter(({ amount }) => amount !== 0)
      .map(({ at, kind, amount }) => `${formatLocal(at)} ${kind} ${amount}`);
  }

  function livingWithCycle({ during: _, rebuyAt: __, ...allowance }: Allowance): Allowance {
    return { ...allowance, lives: { is: 'renewal' } };
  }
});
