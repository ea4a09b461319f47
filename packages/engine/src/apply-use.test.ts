import { describe, expect, test } from 'vitest';
import type { CardInput } from './card-state.ts';
import { money } from './money.ts';
import type { Offer, Terms } from './offer.ts';
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
  pack,
  period,
  plan,
  rate,
  SHANGHAI,
  topUpOn,
} from './test-offers.ts';
import type { UsageEvent } from './usage.ts';

const NOON = '2026-01-05T12:00';

function linesOf(offers: readonly Offer[], uses: readonly UsageEvent[], more: Partial<CardInput> = {}): string[] {
  const { lines } = rateCard(card(offers, more), uses);
  return ledger(lines).filter((line) => !line.includes('grant') && !line.includes(' fee '));
}

describe('which bucket pays', () => {
  const consumed = (offers: readonly Offer[], use: UsageEvent) =>
    linesOf(offers, [use]).filter((line) => line.includes('consumption'));
  const add = (more: Partial<Terms>) => pack({ allowances: [allowance('data', MB)], ...more });

  test('the most specific first: the app, then the internet', () => {
    const offer = plan({ allowances: [allowance('data', 10), allowance('data', 6, { scope: { apps: ['tiktok'] } })] });
    const { left } = rateCard(card([offer]), [data(NOON, 4, { app: 'tiktok' })]);
    expect(left.map(({ use }) => use.units)).toEqual([10, 2]);
  });

  test('one use spills from bucket to bucket', () => {
    const offer = plan({ allowances: [allowance('data', 10), allowance('data', 6, { scope: { apps: ['tiktok'] } })] });
    const { left } = rateCard(card([offer]), [data(NOON, 9, { app: 'tiktok' })]);
    expect(left.map(({ use }) => use.units)).toEqual([7]);
  });

  test('the add-on before the plan, or the plan before the add-on, as the plan says', () => {
    const base = (order: Terms['order']) => plan({ order, allowances: [allowance('data', MB)] });
    expect(consumed([base('add-on-first'), add({})], data(NOON, 5))).toEqual(['01-05 pack consumption 5 units']);
    expect(consumed([base('plan-first'), add({})], data(NOON, 5))).toEqual(['01-05 plan consumption 5 units']);
  });

  test('the night pack between one and six, the plan by day', () => {
    const night = allowance('data', MB, { scope: { hours: [[3600, 6 * 3600]] } });
    const base = plan({ order: 'plan-first', allowances: [allowance('data', MB)] });
    const pieces = [base, add({ allowances: [night] })];
    expect(consumed(pieces, data('2026-01-05T01:00', 5))).toEqual(['01-05 pack consumption 5 units']);
    expect(consumed(pieces, data('2026-01-05T06:00', 5))).toEqual(['01-05 plan consumption 5 units']);
  });

  test('minutes do not pay for messages, nor national minutes for a call abroad', () => {
    const offer = plan({ allowances: [allowance('voice', 100, { scope: { to: ['national'] } })] });
    expect(linesOf([offer], [message(NOON), call(NOON, 10, 'intl:CN')])).toEqual([
      '01-05 plan unpriced 1 units no-price',
      '01-05 plan unpriced 10 units no-price',
    ]);
  });
});

describe('beyond the buckets', () => {
  const beyond = (action: Parameters<typeof rate>[1]) =>
    linesOf([plan({ allowances: [allowance('data', MB)], rates: [rate('data', action)] })], [data(NOON, 3 * MB)]).slice(
      2,
    );

  test('overage is charged for what the bucket did not hold', () => {
    expect(beyond(charge({ num: 150, den: MB }))).toEqual([`01-05 plan usage 300 ${2 * MB} units`]);
  });

  test('the rest is slowed, stopped, or has no known price', () => {
    expect(beyond({ do: 'throttle', kbps: 64 })).toEqual([`01-05 plan throttled ${2 * MB} units`]);
    expect(beyond({ do: 'stop' })).toEqual([`01-05 plan refusal ${2 * MB} units used-up`]);
    expect(beyond({ do: 'unknown' })).toEqual([`01-05 plan unpriced ${2 * MB} units price-unknown`]);
    expect(beyond(charge(null))).toEqual([`01-05 plan unpriced ${2 * MB} units price-unknown`]);
  });

  test('a price known for the night only leaves the day without a price, not free', () => {
    const bands = [{ hours: [22 * 3600, 6 * 3600], price: { num: 1, den: 1 } }] as const;
    const night = plan({ rates: [rate('voice', charge(null, { bands })), rate('sms', charge(null, { bands }))] });
    const uses = [call('2026-01-05T05:00', 60), call('2026-01-05T05:59:30', 60), message(NOON)];
    expect(linesOf([night], uses)).toEqual([
      '01-05 plan usage 60 60 units',
      '01-05 plan unpriced 60 units price-unknown',
      '01-05 plan unpriced 1 units price-unknown',
    ]);
  });

  test('without a rate the price is missing, not nothing; without a kind it is not carried; without a plan there is no card', () => {
    expect(linesOf([plan()], [data(NOON, 1)])).toEqual(['01-05 plan unpriced 1 units no-price']);
    expect(linesOf([plan({ carries: ['data'] })], [call(NOON, 1)])).toEqual(['01-05 plan refusal 1 units not-carried']);
    expect(linesOf([pack()], [data(NOON, 1)])).toEqual(['01-05  refusal 1 units no-card']);
  });

  test('the rate of an add-on comes before that of the plan', () => {
    const cheap = pack({ rates: [rate('voice', charge(1), { scope: { to: ['intl:CN'] } })] });
    const base = plan({ rates: [rate('voice', charge(50))] });
    expect(linesOf([base, cheap], [call(NOON, 10, 'intl:CN'), call(NOON, 10, 'intl:US')])).toEqual([
      '01-05 plan usage 500 10 units',
      '01-05 pack usage 10 10 units',
    ]);
  });

  test('a rate won by a large top-up holds for its calendar days', () => {
    const rates = [rate('voice', charge(1), { when: { topUp: money(500), days: 2 } }), rate('voice', charge(9))];
    const wallet = { balance: money(0), topUps: [topUpOn('2026-01-05T09:00', 1000), topUpOn('2026-01-07T10:00', 400)] };
    const uses = ['2026-01-05T12:00', '2026-01-06T23:59:59', '2026-01-07'].map((at) => call(at, 10));
    expect(linesOf([plan({ rates })], uses, { wallet })).toEqual([
      '01-05 plan usage 10 10 units',
      '01-06 plan usage 10 10 units',
      '01-07 plan usage 90 10 units',
    ]);
  });

  test('use of one kind, place and reason is told once a day', () => {
    expect(linesOf([plan()], [message(NOON), message(NOON), message('2026-01-06T12:00')])).toEqual([
      '01-05 plan unpriced 2 units no-price',
      '01-06 plan unpriced 1 units no-price',
    ]);
  });
});

describe('a cut-off of 30 minutes a call', () => {
  const offer = (more: Partial<Terms>) => plan({ maxCallSeconds: 30 * MINUTE, ...more });

  test('makes one call of 70 minutes three, each with its connection fee', () => {
    const rates = [rate('voice', charge(0, { connect: money(10) }))];
    expect(linesOf([offer({ rates })], [call(NOON, 70 * MINUTE)])).toEqual([
      `01-05 plan usage 30 ${70 * MINUTE} units`,
    ]);
  });

  test('does not cut data', () => {
    const rates = [rate('data', charge(0, { connect: money(10) }))];
    expect(linesOf([offer({ rates })], [data(NOON, GB)])).toEqual([`01-05 plan usage 10 ${GB} units`]);
  });
});

describe('a pack that waits for its first use', () => {
  const waiting = pack({
    starts: 'first-use',
    fee: fee(100),
    term: days(2),
    allowances: [allowance('data', GB)],
  });

  test('is paid at once and lives from the use on', () => {
    const { lines } = rateCard(card([waiting]), [data('2026-01-10T12:00', MB)]);
    expect(ledger(lines)).toEqual([
      '01-01 pack fee 100',
      `01-10 pack grant ${GB} units`,
      `01-10 pack consumption ${MB} units`,
      `01-12 pack expiry ${GB - MB} units`,
      '01-12 pack end',
    ]);
  });

  test('is not woken by a call that it does not carry', () => {
    const { lines } = rateCard(card([waiting]), [call('2026-01-10T12:00', 60)]);
    expect(ledger(lines, 'grant', 'end')).toEqual([]);
  });
});

test('a card that wakes at 20:00 has a new day at 21:00, when Shanghai has', () => {
  const esim = plan({
    starts: 'first-use',
    fee: fee(100),
    dayRule: { is: 'zone', zone: SHANGHAI },
    term: days(3),
    allowances: [allowance('data', 100, { per: 'day' })],
    rates: [rate('data', { do: 'throttle', kbps: 128 })],
  });
  const uses = [data('2026-01-02T20:00', 100), data('2026-01-02T21:30', 100), data('2026-01-02T22:00', 30)];
  const { lines } = rateCard(card([esim], { period: period('2026-01-01', 10) }), uses);
  expect(ledger(lines, 'grant', 'throttled', 'end')).toEqual([
    '01-02 plan grant 100 units',
    '01-02 plan grant 100 units',
    '01-02 plan throttled 30 units',
    '01-03 plan grant 100 units',
    '01-04 plan end',
  ]);
});

describe('a pack bought again when little is left', () => {
  const again = (rebuyAt: number) => pack({ fee: fee(500), allowances: [allowance('data', 10 * MB, { rebuyAt })] });

  test('as often as one use needs it', () => {
    // 35 MB of 10 MB packs: bought at the start and three times more; 5 MB are left
    const statement = rateCard(card([plan(), again(0)]), [data(NOON, 35 * MB)]);
    expect(statement.total).toBe(4 * 500);
    expect(statement.left.map(({ use }) => use.units)).toEqual([5 * MB]);
  });

  test('before it is empty, when it falls to the mark', () => {
    // 8 MB leave 2 MB, which is the mark
    const statement = rateCard(card([plan(), again(2 * MB)]), [data(NOON, 8 * MB)]);
    expect(statement.total).toBe(2 * 500);
    expect(statement.left.map(({ use }) => use.units)).toEqual([12 * MB]);
  });

  test('not above the mark, and not by another kind of use', () => {
    const uses = [data(NOON, 8 * MB - 1), call(NOON, 3600)];
    expect(rateCard(card([plan(), again(2 * MB)]), uses).total).toBe(500);
  });

  test('not for an allowance that was not chosen', () => {
    const chosen = pack({
      fee: fee(500),
      allowances: [
        allowance('voice', 600, { choice: 'talk' }),
        allowance('data', 10 * MB, { choice: 'surf', rebuyAt: 0 }),
      ],
    });
    expect(rateCard(card([plan(), chosen]), [data(NOON, MB)]).total).toBe(500);
  });

  test('with its volume of the day', () => {
    const daily = pack({ fee: fee(500), allowances: [allowance('data', 10 * MB, { per: 'day', rebuyAt: 0 })] });
    const statement = rateCard(
      card([plan(), daily], {
        period: period('2026-01-05', 1),
        purchases: [buyOn('2026-01-05', 'plan'), buyOn('2026-01-05', 'pack')],
      }),
      [data(NOON, 15 * MB)],
    );
    expect(statement.total).toBe(2 * 500);
    expect(statement.left.map(({ use }) => use.units)).toEqual([5 * MB]);
  });

  test('once and no more where it brings nothing', () => {
    const nothing = pack({ fee: fee(500), allowances: [allowance('data', 0, { rebuyAt: 0 })] });
    expect(rateCard(card([plan(), nothing]), [data(NOON, MB)]).total).toBe(2 * 500);
  });

  test('only while there is money', () => {
    const statement = rateCard(card([plan(), again(0)], { wallet: { balance: money(1200), topUps: [] } }), [
      data(NOON, 35 * MB),
    ]);
    expect(statement.total).toBe(1000);
    expect(ledger(statement.lines, 'unpriced')).toEqual([`01-05 plan unpriced ${15 * MB} units no-price`]);
  });

  test('or gives way at once to the pack that starts when it cannot be paid', () => {
    // 160 pay for the pack once; the day pack of 50 serves the next use of the same day
    const unpaid = { do: 'pack', rates: [], keepsBuckets: true, pack: { offer: 'day-pack', from: 'at-once' } } as const;
    const dayPack = pack({ fee: fee(50), allowances: [allowance('data', MB)] }, 'day-pack');
    const offer = pack({ fee: fee(100), allowances: [allowance('data', 10, { rebuyAt: 0 })], unpaid });
    const { purchases } = card([plan(), offer]);
    const { lines } = rateCard(
      card([plan(), offer, dayPack], { purchases, wallet: { balance: money(160), topUps: [] } }),
      [data(NOON, 10), data('2026-01-05T13:00', 30)],
    );
    expect(ledger(lines, 'fee', 'fee-not-taken', 'consumption', 'unpriced')).toEqual([
      '01-01 pack fee 100',
      '01-05 pack consumption 10 units',
      '01-05 pack fee-not-taken',
      '01-05 day-pack fee 50',
      '01-05 day-pack consumption 30 units',
    ]);
  });

  test('a use beyond all reason comes to an end', () => {
    const statement = rateCard(card([plan(), again(0)]), [data(NOON, 1e9 * MB)]);
    expect(statement.total).toBe(10_001 * 500);
  });
});

describe('bonus money', () => {
  const bonus = plan({
    allowances: [allowance('money', 100, { scope: { to: ['on-net'] } })],
    rates: [rate('voice', charge(1))],
  });

  test('pays before the balance does, for what it covers', () => {
    expect(linesOf([bonus], [call(NOON, 60, 'on-net'), call(NOON, 60, 'on-net'), call(NOON, 60)])).toEqual([
      '01-05 plan consumption 100 units',
      '01-05 plan used-up 0 units',
      '01-05 plan usage 80 120 units',
    ]);
  });
});

test('bonus money that is used up lifts neither the daily cap nor the limit of the balance', () => {
  const dailyCap = { amount: money(50), beyond: 'free' } as const;
  const offer = plan({ allowances: [allowance('money', 10)], rates: [rate('data', charge(1, { dailyCap }))] });
  const uses = ['09:00', '10:00', '11:00'].map((time) => data(`2026-01-05T${time}`, time === '09:00' ? 10 : 40));
  expect(rateCard(card([offer]), uses).total).toBe(50);
  const wallet = { balance: money(30), topUps: [] };
  expect(linesOf([offer], uses, { wallet }).slice(2)).toEqual([
    '01-05 plan usage 30 30 units',
    '01-05 plan refusal 50 units no-money',
  ]);
});

describe('a daily cap', () => {
  const capped = plan({
    rates: [rate('data', charge({ num: 100, den: MB }, { dailyCap: { amount: money(500), beyond: 'stop' } }))],
  });

  test('is the reason for what it refuses, however much money there is', () => {
    const wallet = (balance: number) => ({ wallet: { balance: money(balance), topUps: [] } });
    expect(linesOf([capped], [data(NOON, 6 * MB)], wallet(1000))[1]).toBe(`01-05 plan refusal ${MB} units daily-cap`);
    expect(linesOf([capped], [data(NOON, 6 * MB)], wallet(400))[1]).toBe(`01-05 plan refusal ${2 * MB} units no-money`);
  });

  test('begins anew at midnight', () => {
    expect(linesOf([capped], [data(NOON, 6 * MB), data('2026-01-06T00:00', 2 * MB)])).toEqual([
      `01-05 plan usage 500 ${5 * MB} units`,
      `01-05 plan refusal ${MB} units daily-cap`,
      `01-06 plan usage 200 ${2 * MB} units`,
    ]);
  });
});

test('use before the plan is bought is refused, and lines of other days are not mixed', () => {
  const late = { purchases: [{ offer: 'plan', at: data('2026-01-06T10:00', 1).at }], period: period('2026-01-01', 10) };
  const uses = [message('2026-01-05T12:00'), message('2026-01-06T09:59:59'), message('2026-01-06T10:00')];
  expect(linesOf([plan({ rates: [rate('sms', charge(7))] })], uses, late)).toEqual([
    '01-05  refusal 1 units no-card',
    '01-06  refusal 1 units no-card',
    '01-06 plan usage 7 1 units',
  ]);
});
