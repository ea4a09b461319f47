import { describe, expect, test } from 'vitest';
import { NEVER } from './cycle.ts';
import { Holding } from './holding.ts';
import { formatLocal, parseLocal } from './local-time.ts';
import { money } from './money.ts';
import type { Offer } from './offer.ts';
import {
  ALMATY,
  allowance,
  buyOn,
  charge,
  days,
  fee,
  months,
  pack,
  phase,
  plan,
  rate,
  SHANGHAI,
} from './test-offers.ts';

function holdingOf(offer: Offer, at = '2026-01-31T10:00'): Holding {
  return new Holding(offer, buyOn(at, offer.id), ALMATY);
}

function feesOf(holding: Holding, count: number): string[] {
  return Array.from({ length: count }, () => {
    const due = holding.feeDue;
    holding.passFee();
    return due === NEVER ? 'never' : formatLocal(due).slice(0, 10);
  });
}

describe('the fees of a purchase', () => {
  test('of a month do not drift from the 31st', () => {
    expect(feesOf(holdingOf(plan({ fee: fee(100, months(1)) })), 4)).toEqual([
      '2026-01-31',
      '2026-02-28',
      '2026-03-31',
      '2026-04-30',
    ]);
  });

  test('run through their phases, each from the end of the one before', () => {
    const phases = [phase(1, days(7), 2), phase(2, months(1), 1), phase(3, days(1), 1)];
    const holding = holdingOf(plan({ fee: { phases, proration: null } }), '2026-01-01T10:00');
    expect(feesOf(holding, 5)).toEqual(['2026-01-01', '2026-01-08', '2026-01-15', '2026-02-15', 'never']);
    expect(holding.phase).toBeUndefined();
  });

  test('paid once fall due once', () => {
    expect(feesOf(holdingOf(pack({ fee: fee(100) })), 2)).toEqual(['2026-01-31', 'never']);
    expect(feesOf(holdingOf(pack()), 1)).toEqual(['never']);
  });

  test('begin anew with a second purchase, from the first phase on', () => {
    const phases = [phase(1, days(7), 1), phase(2, days(7), null)];
    const holding = holdingOf(plan({ fee: { phases, proration: null } }));
    feesOf(holding, 3);
    holding.repeat(parseLocal('2026-03-01'));
    expect(holding.isFirstFee).toBe(true);
    expect(feesOf(holding, 2)).toEqual(['2026-03-01', '2026-03-08']);
  });
});

describe('the end of a purchase', () => {
  test('is that of its term or the day it is cancelled, whichever is sooner', () => {
    const offer = pack({ term: days(30) });
    const until = (day: string) =>
      new Holding(offer, { ...buyOn('2026-01-01', 'pack'), until: parseLocal(day) }, ALMATY).ends;
    expect(formatLocal(holdingOf(offer, '2026-01-01').ends)).toBe('2026-01-31T00:00:00');
    expect(formatLocal(until('2026-01-10'))).toBe('2026-01-10T00:00:00');
    expect(formatLocal(until('2026-03-10'))).toBe('2026-01-31T00:00:00');
  });

  test('counts from the first use where service waits for it', () => {
    const holding = holdingOf(pack({ term: days(7), starts: 'first-use' }), '2026-01-01');
    holding.begin(parseLocal('2026-01-05T12:00'));
    expect(formatLocal(holding.ends)).toBe('2026-01-12T00:00:00');
  });
});

test('renewals are counted from the start of service', () => {
  const holding = holdingOf(plan({ renews: months(1) }));
  expect(formatLocal(holding.renewal)).toBe('2026-02-28T00:00:00');
  holding.passRenewal();
  expect(formatLocal(holding.renewal)).toBe('2026-03-31T00:00:00');
});

describe('the share of a calendar month', () => {
  const every = { unit: 'calendar-month', dayOfMonth: 1 } as const;
  const shared = (basis: 'cycle' | 'year') =>
    holdingOf(
      plan({
        fee: {
          phases: [phase(100, every, null)],
          proration: { what: 'fee', countsFirstDay: true, basis, rounding: 'half-up' },
        },
      }),
    );

  test('is that of the days left, of the cycle or of a year of twelve', () => {
    expect(shared('cycle').shareFrom(parseLocal('2026-02-15T18:00'), every)).toEqual({ num: 14, den: 28 });
    expect(shared('year').shareFrom(parseLocal('2026-02-15T18:00'), every)).toEqual({ num: 14 * 12, den: 365 });
  });

  test('is none for a whole month, another cycle, or an offer that does not prorate', () => {
    expect(shared('cycle').shareFrom(parseLocal('2026-02-01T18:00'), every)).toBeNull();
    expect(shared('cycle').shareFrom(parseLocal('2026-02-15'), months(1))).toBeNull();
    expect(holdingOf(plan()).shareFrom(parseLocal('2026-02-15'), every)).toBeNull();
  });
});

describe('days of a purchase', () => {
  test('are counted for a daily allowance, a daily cap, a daily step or a position in the day', () => {
    const prices = [{ until: null, price: { num: 1, den: 1 } }];
    const daily = [
      plan({ allowances: [allowance('data', 1, { per: 'day' })] }),
      plan({ rates: [rate('data', charge(1, { dailyCap: { amount: money(100), beyond: 'stop' } }))] }),
      plan({ rates: [rate('data', charge(1, { increment: { first: 2, next: 2, mode: 'up', per: 'day' } }))] }),
      plan({ rates: [rate('voice', charge(null, { steps: { of: 'day', prices } }))] }),
    ];
    expect(daily.map((offer) => holdingOf(offer).countsDays)).toEqual([true, true, true, true]);
    const other = [
      plan({ allowances: [allowance('data', 1)], rates: [rate('data', charge(1)), rate('data', { do: 'stop' })] }),
      plan({ rates: [rate('voice', charge(null, { steps: { of: 'call', prices } }))] }),
    ];
    expect(other.map((offer) => holdingOf(offer).countsDays)).toEqual([false, false]);
  });

  test('of Shanghai begin at 21:00', () => {
    const holding = holdingOf(pack({ dayRule: { is: 'zone', zone: SHANGHAI } }));
    expect(holding.startsDay(parseLocal('2026-02-01T21:00'))).toBe(true);
    expect(holding.startsDay(parseLocal('2026-02-02T00:00'))).toBe(false);
  });
});
