import { describe, expect, test } from 'vitest';
import type { CardInput } from './card-state.ts';
import type { Line } from './ledger.ts';
import type { Offer } from './offer.ts';
import { Rater } from './rater.ts';
import { rateCard } from './statement.ts';
import {
  allowance,
  buyOn,
  call,
  card,
  charge,
  data,
  days,
  fee,
  GB,
  ledger,
  MB,
  MINUTE,
  message,
  offerOf,
  pack,
  period,
  phase,
  plan,
  rate,
} from './test-offers.ts';

function raterOf(input: CardInput) {
  const lines: Line[] = [];
  return { rater: new Rater(input, (line) => lines.push(line)), lines };
}

describe('what is refused', () => {
  const { rater } = raterOf(card([plan()], { period: period('2026-01-01', 30) }));
  rater.feed(message('2026-01-10T12:00'));

  test('a use before the one fed last', () => {
    expect(() => rater.feed(message('2026-01-10T11:59:59'))).toThrow(RangeError);
  });

  test('but not a second use in the same second', () => {
    expect(() => rater.feed(message('2026-01-10T12:00'))).not.toThrow();
  });

  test('a use before the first day or after the last', () => {
    const fresh = raterOf(card([plan()], { period: period('2026-01-01', 30) })).rater;
    expect(() => fresh.feed(message('2025-12-31T23:59:59'))).toThrow(RangeError);
    expect(() => fresh.feed(message('2026-01-31T00:00'))).toThrow(RangeError);
    expect(() => fresh.feed(message('2026-01-30T23:59:59'))).not.toThrow();
  });

  test('a purchase of an offer that is not there, before anything is charged', () => {
    const input = card([plan()], { purchases: [buyOn('2026-01-01', 'plan'), buyOn('2026-01-09', 'gone')] });
    const lines: Line[] = [];
    expect(() => new Rater(input, (line) => lines.push(line))).toThrow(new RangeError('no such offer: gone'));
    expect(lines).toEqual([]);
  });

  test('a purchase before the period, whose fees so far nobody has told', () => {
    const purchases = [buyOn('2025-12-31T23:59:59', 'plan')];
    expect(() => raterOf(card([plan()], { purchases }))).toThrow(RangeError);
  });
});

describe('the period', () => {
  const monthly = plan({ fee: fee(1000, days(30)), renews: days(30), allowances: [allowance('data', GB)] });
  const totalOver = (count: number) => rateCard(card([monthly], { period: period('2026-01-01', count) }), []).total;

  test('the fee of the cycle that begins when it is over is not in it', () => {
    expect(totalOver(30)).toBe(1000);
    expect(totalOver(31)).toBe(2000);
  });

  test('a purchase after it is not made', () => {
    const purchases = [buyOn('2026-01-30T23:59:59', 'plan'), buyOn('2026-01-31', 'plan')];
    expect(rateCard(card([monthly], { purchases, period: period('2026-01-01', 30) }), []).total).toBe(1000);
  });

  test('purchases take effect in the order of time, however they are listed', () => {
    const purchases = [buyOn('2026-01-09T10:00', 'b'), buyOn('2026-01-05', 'a')];
    const offers = [pack({ fee: fee(1) }, 'a'), pack({ fee: fee(2) }, 'b')];
    expect(ledger(rateCard(card(offers, { purchases }), []).lines)).toEqual(['01-05 a fee 1', '01-09 b fee 2']);
  });

  test('of one moment count the same however they are listed: the group, the plan, what is on top', () => {
    // 10 % off the 1000 of the plan; the plan's bucket is used before the pack's
    const group = offerOf('group', 'vas', {
      special: { is: 'group-discount', steps: [{ members: 2, percent: 10 }] },
    });
    const base = plan({ fee: fee(1000), order: 'plan-first', allowances: [allowance('data', MB)] });
    const offers = [base, pack({ allowances: [allowance('data', MB)] }), group];
    const linesOf = (listed: readonly Offer[]) => {
      const { lines } = rateCard(card(listed, { groupMembers: 2 }), [data('2026-01-02', 5)]);
      return ledger(lines, 'discount', 'consumption');
    };
    const expected = ['01-01 plan discount -100', '01-02 plan consumption 5 units'];
    expect(linesOf(offers)).toEqual(expected);
    expect(linesOf([...offers].reverse())).toEqual(expected);
  });

  test('a purchase cancelled on a day takes no fee from then on', () => {
    const purchases = [{ ...buyOn('2026-01-01', 'plan'), until: buyOn('2026-01-08', '').at }];
    const weekly = plan({ fee: fee(10, days(7)) });
    expect(ledger(rateCard(card([weekly], { purchases }), []).lines)).toEqual(['01-01 plan fee 10', '01-08 plan end']);
  });

  test('without a use is rated as well as with one', () => {
    expect(ledger(rateCard(card([monthly], { period: period('2026-01-01', 31) }), []).lines)).toEqual([
      '01-01 plan fee 1000',
      `01-01 plan grant ${GB} units`,
      `01-31 plan expiry ${GB} units`,
      '01-31 plan fee 1000',
      `01-31 plan grant ${GB} units`,
    ]);
  });
});

describe('cycles', () => {
  test('a bucket of the day is new each midnight, and what is left of it is lost', () => {
    // 200 a day: 150 + 100 on day 1 leave 50 to pay at 7; 150 on day 2 leave nothing to pay
    const daily = plan({
      fee: fee(100, days(7)),
      allowances: [allowance('sms', 200, { per: 'day' })],
      rates: [rate('sms', charge(7))],
    });
    const many = (at: string, amount: number) => ({ ...message(at), amount });
    const uses = [many('2026-01-01T10:00', 150), many('2026-01-01T23:59:59', 100), many('2026-01-02T00:00', 150)];
    const { lines, total } = rateCard(card([daily], { period: period('2026-01-01', 2) }), uses);
    expect(total).toBe(100 + 50 * 7);
    expect(ledger(lines, 'grant', 'expiry')).toEqual(['01-01 plan grant 200 units', '01-02 plan grant 200 units']);
  });

  test('three instalments of 4,990 pay for a year whose volume comes each month', () => {
    const yearly = plan({
      fee: { phases: [phase(499_000, { unit: 'months', count: 1 }, 3)], proration: null },
      term: { unit: 'months', count: 12 },
      renews: { unit: 'months', count: 1 },
      allowances: [allowance('data', GB)],
    });
    const { lines, total } = rateCard(
      card([yearly], { period: period('2026-01-31', 400), purchases: [buyOn('2026-01-31', 'plan')] }),
      [],
    );
    expect(total).toBe(3 * 499_000);
    expect(ledger(lines, 'fee')).toEqual(['01-31 plan fee 499000', '02-28 plan fee 499000', '03-31 plan fee 499000']);
    expect(ledger(lines, 'grant')).toHaveLength(12);
    expect(ledger(lines, 'end')).toEqual(['01-31 plan end']);
  });

  test('a promotional first term gives way to the full price', () => {
    // 2 × 500 in the first two weeks, then 900 a week
    const promo = plan({ fee: { phases: [phase(500, days(7), 2), phase(900, days(7), null)], proration: null } });
    expect(ledger(rateCard(card([promo], { period: period('2026-01-01', 28) }), []).lines, 'fee')).toEqual([
      '01-01 plan fee 500',
      '01-08 plan fee 500',
      '01-15 plan fee 900',
      '01-22 plan fee 900',
    ]);
  });
});

describe('a bucket plan of a month', () => {
  test('minutes, messages and gigabytes first, then the rates', () => {
    // 1990 + 5 min × 20 + 3 SMS × 15 + 2 MB × 50
    const bundle = plan({
      fee: fee(199_000, days(30)),
      renews: days(30),
      allowances: [allowance('voice', 100 * MINUTE), allowance('sms', 10), allowance('data', GB)],
      rates: [
        rate('voice', charge({ num: 2000, den: 60 })),
        rate('sms', charge(1500)),
        rate('data', charge({ num: 5000, den: MB })),
      ],
    });
    const uses = [
      call('2026-01-02T10:00', 60 * MINUTE),
      data('2026-01-02T11:00', GB),
      call('2026-01-03T10:00', 45 * MINUTE),
      ...Array.from({ length: 13 }, () => message('2026-01-04T10:00')),
      data('2026-01-05T10:00', 2 * MB),
    ];
    const { lines, total, left } = rateCard(card([bundle]), uses);
    expect(ledger(lines, 'usage')).toEqual([
      '01-03 plan usage 10000 300 units',
      '01-04 plan usage 4500 3 units',
      `01-05 plan usage 10000 ${2 * MB} units`,
    ]);
    expect(total).toBe(199_000 + 10_000 + 4500 + 10_000);
    expect(left).toEqual([]);
  });
});

test('the lines come in the order of time', () => {
  const weekly = plan({
    fee: fee(10, days(7)),
    renews: days(7),
    allowances: [allowance('data', 5 * MB)],
    rates: [rate('data', charge({ num: 1, den: MB }))],
  });
  const uses = Array.from({ length: 28 }, (_, index) =>
    data(`2026-01-${String(index + 1).padStart(2, '0')}T13:00`, MB),
  );
  const moments = rateCard(card([weekly]), uses).lines.map(({ at }) => at);
  expect(moments).toEqual([...moments].sort((a, b) => a - b));
});

test('lines of use are told by day, however many the uses', () => {
  const { rater, lines } = raterOf(card([plan({ rates: [rate('data', charge({ num: 1, den: MB }))] })]));
  for (let count = 0; count < 10_000; count++) rater.feed(data('2026-01-01T10:00', MB));
  rater.finish();
  expect(ledger(lines)).toEqual([`01-01 plan usage 10000 ${10_000 * MB} units`]);
});
