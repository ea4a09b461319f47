import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CardInput } from '../card-state.ts';
import type { Ratio } from '../money.ts';
import { rateUncertainCard, type UncertainCard } from '../money-range.ts';
import type { Allowance, Increment, Terms } from '../offer.ts';
import { rateCard } from '../statement.ts';
import type { UsageEvent } from '../usage.ts';
import * as cards from './arbitrary-cards.ts';
import { ALL_FEATURES, CHECK } from './arbitrary-parts.ts';

describe('the range of a fact that is not known holds the total of any value it may have', () => {
  /** The card with the terms of each offer made uncertain. */
  function opened(known: CardInput, open: (terms: Terms) => object): UncertainCard {
    const { offers, ...rest } = known;
    const uncertain = [...offers].map(([id, offer]) => [
      id,
      { ...offer, terms: { ...offer.terms, ...open(offer.terms) } },
    ]);
    return { ...rest, offers: new Map(uncertain as never) };
  }

  function expectInRange(known: CardInput, open: (terms: Terms) => object, uses: readonly UsageEvent[]): void {
    const { total } = rateCard(known, uses);
    const { low, high } = rateUncertainCard(opened(known, open), uses).range;
    expect(low).toBeLessThanOrEqual(total);
    if (high !== null) expect(high).toBeGreaterThanOrEqual(total);
  }

  const steady = cards.steadyCard;
  // where no fee is ever paid, a fee that may be nothing is not missed then, and what holds without it does not apply
  const paid = steady.map((known) => ({ ...known, fee: 'paid' as const }));

  test('a price or a fee of which nothing is known', () => {
    const unpriced = ({ rates, fee }: Terms) => ({
      rates: rates.map((rate) =>
        rate.action.do === 'charge' ? { ...rate, action: { ...rate.action, price: null } } : rate,
      ),
      fee: { ...fee, phases: fee.phases.map((phase) => ({ ...phase, amount: null })) },
    });
    fc.assert(
      fc.property(paid, cards.uses(), (known, uses) => expectInRange(known, unpriced, uses)),
      CHECK,
    );
  });

  test('a fee and a price between two ends', () => {
    const around = ({ num, den }: Ratio) => ({
      recorded: { num: 0, den },
      low: { num: 0, den },
      high: { num: num + 7, den },
    });
    const between = ({ rates, fee }: Terms) => ({
      rates: rates.map((rate) =>
        rate.action.do === 'charge' && rate.action.price
          ? { ...rate, action: { ...rate.action, price: around(rate.action.price) } }
          : rate,
      ),
      fee: {
        ...fee,
        phases: fee.phases.map((phase) =>
          phase.amount === null ? phase : { ...phase, amount: { recorded: 1, low: 0, high: phase.amount + 100 } },
        ),
      },
    });
    fc.assert(
      fc.property(paid, cards.uses(), (known, uses) => expectInRange(known, between, uses)),
      CHECK,
    );
  });

  test('a volume between nothing and no limit, or between two ends', () => {
    const open = (amount: Allowance['amount'], spread: number) =>
      amount === 'unlimited' || spread === 0
        ? { recorded: 0, low: 'unlimited', high: 0 }
        : { recorded: amount + spread, low: amount + spread, high: Math.max(0, amount - spread) };
    const holds = fc.property(steady, cards.uses(), fc.nat(1_000_000), (known, uses, spread) => {
      const between = ({ allowances }: Terms) => ({
        allowances: allowances.map((one) => ({ ...one, amount: open(one.amount, spread) })),
      });
      expectInRange(known, between, uses);
    });
    fc.assert(holds, CHECK);
  });

  test('steps between a second or a byte and the coarsest met', () => {
    const steps = (size: number): Increment => ({ first: size, next: size, mode: 'up', per: 'event' });
    const open = { recorded: steps(1), low: steps(1), high: steps(60) };
    const withSteps = (terms: Terms, increment: unknown) => ({
      allowances: terms.allowances.map((one) => ({ ...one, increment })),
      rates: terms.rates.map((one) =>
        one.action.do === 'charge' ? { ...one, action: { ...one.action, increment } } : one,
      ),
    });
    const holds = fc.property(steady, cards.uses(), fc.constantFrom(1, 10, 60), (known, uses, size) => {
      const stepped = opened(known, (terms) => withSteps(terms, steps(size))) as unknown as CardInput;
      expectInRange(stepped, (terms) => withSteps(terms, open), uses);
    });
    fc.assert(holds, CHECK);
  });

  test('a rule that is one of several', () => {
    const oneOf = <T>(key: string, ...values: readonly T[]) => ({ oneOf: values, key });
    const rules = (terms: Terms) => ({
      order: oneOf('order', 'add-on-first', 'plan-first'),
      starts: oneOf('starts', 'purchase', terms.starts),
      fee: { ...terms.fee, proration: oneOf('proration', null, terms.fee.proration) },
      dayRule: oneOf('days', { is: 'rolling' }, terms.dayRule),
    });
    const anything = cards.offers(ALL_FEATURES).chain(cards.cardOf);
    fc.assert(
      fc.property(anything, cards.uses(), (known, uses) => expectInRange(known, rules, uses)),
      { ...CHECK, numRuns: 150 },
    );
  });
});
