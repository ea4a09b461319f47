import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CardInput } from './card-state.ts';
import { addMonths, type Day, day } from './civil-day.ts';
import type { Line } from './ledger.ts';
import { formatLocal, localSecondOf } from './local-time.ts';
import type { Ratio } from './money.ts';
import { rateUncertainCard, type UncertainCard } from './money-range.ts';
import type { Allowance, Increment, Offer, Terms } from './offer.ts';
import { rateCard } from './statement.ts';
import * as any from './test-arbitraries.ts';
import { card, offerOf } from './test-offers.ts';
import { USAGE_KINDS, type UsageEvent } from './usage.ts';

const CHECK = { seed: 11, numRuns: 2500 };

const { ALL_FEATURES } = any;

/**
 * The offers of which more use never costs less. Left out, since for them it may: a first use that moves the cycles, a
 * pack bought again or exchanged, a portion that lives on by being used, a cap that stops a dear use because of a cheap
 * one, a limited balance, bonus money, before which each use is rounded by itself, a price that is not known, and a
 * step of an hour, day or month that a use opens at a cheaper hour or position than the next.
 */
const STEADY: any.Features = {
  ...ALL_FEATURES,
  firstUse: false,
  rebuy: false,
  idle: false,
  bonusMoney: false,
  stoppingCap: false,
  unknownPrices: false,
  sharedSteps: false,
};

function steadyCard(features: any.Features): fc.Arbitrary<CardInput> {
  return any.offers(features).chain(([plan, addOn]) => any.cardOf([plan as Offer, addOn as Offer]));
}

const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0);

describe('any card', () => {
  test('is rated without a crash; its total is the sum of its lines, in whole minor units, in the order of time', () => {
    const holds = fc.property(any.anyCard, any.uses(), (card, uses) => {
      const { lines, total, left } = rateCard(card, uses);
      expect(total).toBe(sumOf(lines.map(({ amount }) => amount)));
      expect(lines.every(({ amount }) => Number.isSafeInteger(amount))).toBe(true);
      const moments = lines.map(({ at }) => at);
      expect(moments).toEqual([...moments].sort((a, b) => a - b));
      expect(
        left.every(({ use }) => use.units === 'unlimited' || (use.units > 0 && Number.isSafeInteger(use.units))),
      ).toBe(true);
    });
    fc.assert(holds, { ...CHECK, numRuns: 5000 });
  });

  test('without a wallet is funded by top-ups that pay for all of it and leave what they say', () => {
    const holds = fc.property(any.offers(ALL_FEATURES).chain(any.cardOf), any.uses(), (card, uses) => {
      const { total, topUps, moneyLeft } = rateCard(card, uses);
      expect(sumOf(topUps.map(({ amount }) => amount))).toBe(total + moneyLeft);
      expect(moneyLeft).toBeGreaterThanOrEqual(0);
    });
    fc.assert(holds, CHECK);
  });

  test('accounts for every unit granted: used, expired or left', () => {
    const holds = fc.property(any.offers(ALL_FEATURES).chain(any.cardOf), any.uses(), (card, uses) => {
      const { lines, left } = rateCard(card, uses);
      fc.pre(!lines.some(({ kind }) => kind === 'exchange'));
      const counted = (kind: Line['kind'], of: Allowance['kind']) =>
        sumOf(lines.filter((line) => line.kind === kind && line.use?.kind === of).map(unitsOf));
      for (const of of limitedKinds(card)) {
        const remains = sumOf(left.filter(({ use }) => use.kind === of).map(({ use }) => use.units as number));
        expect(counted('grant', of)).toBe(counted('consumption', of) + counted('expiry', of) + remains);
      }
    });
    fc.assert(holds, CHECK);
  });

  test('counted one by one accounts for every unit used: from a bucket, charged, slowed, refused or without a price', () => {
    const features = { ...ALL_FEATURES, steps: false, bonusMoney: false };
    const holds = fc.property(any.offers(features).chain(any.cardOf), any.uses(), (card, uses) => {
      expect(unitsTold(rateCard(card, uses).lines)).toEqual(unitsUsed(uses));
    });
    fc.assert(holds, CHECK);
  });

  test('without buckets accounts for every unit used, in whatever steps it is counted', () => {
    const bare = any
      .offers(ALL_FEATURES)
      .map((all) => all.map((offer) => ({ ...offer, terms: { ...offer.terms, allowances: [] } })));
    const holds = fc.property(bare.chain(any.cardOf), fc.option(any.wallet), any.uses(), (card, wallet, uses) => {
      const { lines } = rateCard(wallet ? { ...card, wallet } : card, uses);
      expect(unitsTold(lines)).toEqual(unitsUsed(uses));
    });
    fc.assert(holds, CHECK);
  });

  test('with a wallet that pays only what has a price never owes more than it holds', () => {
    const features = { ...ALL_FEATURES, bonusMoney: false };
    const priced = any.offers(features).map((all) => all.slice(0, 2).map(withoutOneOffPrices));
    const cards = priced.chain((all) =>
      fc.tuple(any.cardOf(all), any.wallet).map(([card, wallet]) => ({ ...card, wallet })),
    );
    const holds = fc.property(cards, any.uses(), (card, uses) => {
      expect(rateCard(card, uses).moneyLeft).toBeGreaterThanOrEqual(0);
    });
    fc.assert(holds, CHECK);
  });
});

const USE_LINES: ReadonlySet<Line['kind']> = new Set(['consumption', 'usage', 'throttled', 'refusal', 'unpriced']);

function unitsTold(lines: readonly Line[]): number[] {
  const ofUse = lines.filter(({ kind }) => USE_LINES.has(kind));
  return USAGE_KINDS.map((kind) => sumOf(ofUse.filter(({ use }) => use?.kind === kind).map(unitsOf)));
}

function unitsUsed(uses: readonly UsageEvent[]): number[] {
  return USAGE_KINDS.map((kind) => sumOf(uses.filter((use) => use.kind === kind).map(({ amount }) => amount)));
}

function unitsOf({ use }: Line): number {
  return use?.units as number;
}

/** Kinds of which every allowance has an end and is not granted by the call. */
function limitedKinds({ offers }: CardInput): Allowance['kind'][] {
  const all = [...offers.values()].flatMap(({ terms }) => terms.allowances);
  return (['voice', 'sms', 'data', 'mms', 'money'] as const).filter((kind) =>
    all.every((one) => one.kind !== kind || (one.amount !== 'unlimited' && one.per !== 'call')),
  );
}

/** One-off prices are taken whether there is money or not. */
function withoutOneOffPrices(offer: Offer): Offer {
  return { ...offer, terms: { ...offer.terms, simPrice: 0, activationFee: 0 } as Terms };
}

describe('more use', () => {
  test('never costs less: one use more', () => {
    const holds = fc.property(steadyCard(STEADY), any.uses(), any.use(), (card, uses, extra) => {
      expect(rateCard(card, any.inOrder([...uses, extra])).total).toBeGreaterThanOrEqual(rateCard(card, uses).total);
    });
    fc.assert(holds, { ...CHECK, numRuns: 5000 });
  });

  test('never costs less: a larger use', () => {
    const grown = (uses: readonly UsageEvent[], index: number, factor: number) =>
      uses.map((use, at) => (at === index ? { ...use, amount: Math.ceil(use.amount * factor) } : use));
    const factor = fc.double({ min: 1, max: 5, noNaN: true });
    const holds = fc.property(steadyCard(STEADY), any.uses(), fc.nat(24), factor, (card, uses, index, by) => {
      const more = rateCard(card, grown(uses, index, by)).total;
      expect(more).toBeGreaterThanOrEqual(rateCard(card, uses).total);
    });
    fc.assert(holds, { ...CHECK, numRuns: 5000 });
  });
});

describe('a period cut at the border of a cycle', () => {
  const lengths = fc.constantFrom(
    { unit: 'days', count: 7, ends: 'midnight' } as const,
    { unit: 'months', count: 1 } as const,
  );
  const features = { ...ALL_FEATURES, firstUse: false, idle: false };

  /** A plan whose fee, grants and buckets all begin with the cycle. */
  const cyclic = fc.tuple(any.terms(features), lengths, fc.nat(100_000)).map(([terms, every, amount]) => {
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
    const holds = fc.property(cyclic, any.uses(62), (plan, uses) => {
      const [, middle, end] = bordersOf(plan);
      const before = uses.filter(({ at }) => at < localSecondOf(middle));
      const after = uses.filter(({ at }) => at >= localSecondOf(middle) && at < localSecondOf(end));
      const whole = chargesOf(plan, any.START, end, [...before, ...after]);
      const parts = [...chargesOf(plan, any.START, middle, before), ...chargesOf(plan, middle, end, after)];
      expect(parts.sort()).toEqual(whole.sort());
    });
    fc.assert(holds, CHECK);
  });

  function bordersOf({ terms }: Offer): readonly [Day, Day, Day] {
    const { renews } = terms;
    const border = (count: number) =>
      renews.unit === 'months' ? addMonths(any.START, count) : day(any.START + count * 7);
    return [any.START, border(1), border(2)];
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

  const steady = steadyCard(STEADY);

  test('a price or a fee of which nothing is known', () => {
    const unpriced = ({ rates, fee }: Terms) => ({
      rates: rates.map((rate) =>
        rate.action.do === 'charge' ? { ...rate, action: { ...rate.action, price: null } } : rate,
      ),
      fee: { ...fee, phases: fee.phases.map((phase) => ({ ...phase, amount: null })) },
    });
    // where no fee is ever paid, a fee of nothing is still not missed
    const paid = steady.map((known) => ({ ...known, fee: 'paid' as const }));
    fc.assert(
      fc.property(paid, any.uses(), (known, uses) => expectInRange(known, unpriced, uses)),
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
      fc.property(steady, any.uses(), (known, uses) => expectInRange(known, between, uses)),
      CHECK,
    );
  });

  test('a volume between nothing and no limit, or between two ends', () => {
    const open = (amount: Allowance['amount'], spread: number) =>
      amount === 'unlimited' || spread === 0
        ? { recorded: 0, low: 'unlimited', high: 0 }
        : { recorded: amount + spread, low: amount + spread, high: Math.max(0, amount - spread) };
    const holds = fc.property(steady, any.uses(), fc.nat(1_000_000), (known, uses, spread) => {
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
    const holds = fc.property(steady, any.uses(), fc.constantFrom(1, 10, 60), (known, uses, size) => {
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
    const anything = any.offers(ALL_FEATURES).chain(any.cardOf);
    fc.assert(
      fc.property(anything, any.uses(), (known, uses) => expectInRange(known, rules, uses)),
      { ...CHECK, numRuns: 500 },
    );
  });
});

describe('names and the order of a list mean nothing', () => {
  const group = offerOf('group', 'vas', {
    special: { is: 'group-discount', steps: [{ members: 2, percent: 10 }] },
  });

  /** A plan with rates, an add-on without, and a group discount, all bought at once. */
  const together = any.offers({ ...ALL_FEATURES, rebuy: false }).map(([plan, addOn]) => {
    const withoutRates = { ...(addOn as Offer), terms: { ...(addOn as Offer).terms, rates: [], unpaid: null } };
    return [plan as Offer, withoutRates, group];
  });

  function bought(offers: readonly Offer[]): CardInput {
    const purchases = offers.map(({ id }) => ({ offer: id, at: localSecondOf(any.START) }));
    return card(offers, { purchases, period: { start: any.START, days: 45 }, groupMembers: 3 });
  }

  test('purchases of one moment, listed in any order, cost the same', () => {
    const orders = fc.constantFrom([0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]);
    const holds = fc.property(together, orders, any.uses(), (offers, order, uses) => {
      const permuted = order.map((index) => offers[index] as Offer);
      expect(rateCard(bought(permuted), uses).total).toBe(rateCard(bought(offers), uses).total);
    });
    fc.assert(holds, CHECK);
  });

  test('offers by other names cost the same', () => {
    const renamed = (offer: Offer): Offer => {
      const { unpaid } = offer.terms;
      const pack = unpaid?.pack && { pack: { ...unpaid.pack, offer: `z ${unpaid.pack.offer}` } };
      const terms = { ...offer.terms, unpaid: unpaid && { ...unpaid, ...pack } };
      return {
        ...offer,
        id: `${offer.role === 'base' ? 'z' : 'a'} ${offer.id}`.replace('a add-on', 'z add-on'),
        terms,
      };
    };
    const holds = fc.property(together, any.uses(), (offers, uses) => {
      expect(rateCard(bought(offers.map(renamed)), uses).total).toBe(rateCard(bought(offers), uses).total);
    });
    fc.assert(holds, CHECK);
  });
});
