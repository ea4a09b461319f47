import { readCallUse, readDataUse } from '@simwise/catalog';
import { formatDay, formatLocal, type Line, parseLocal, type UsageEvent, usesOfProfile } from '@simwise/engine';
import { describe, expect, test } from 'vitest';
import { aCatalog, anOffer, aRate, d } from '../../catalog/test/tiny-catalog.ts';
import { CannotDo } from './cannot-do.ts';
import { type PriceRequest, priceCard } from './price.ts';

const START = d('2026-12-01');
const PERIOD = { start: START, days: 30 };

const PREMIUM = anOffer({
  id: 'premium',
  version: {
    fee: [{ amount: '1000 KZT', every: '30 days' }],
    allowances: [{ data: '15 GB' }, { voice: 'unlimited', to: ['on-net'] }],
    rates: [{ data: '3 KZT per MB' }, { voice: '8 KZT per min', to: ['national'] }],
    unpaid: { do: 'rates', rates: [{ data: '25 KZT per MB' }] },
  },
});
const PACK = anOffer({
  id: 'pack',
  role: 'add-on',
  version: { fee: [{ amount: '200 KZT', every: 'once' }], validity: '7 days', allowances: [{ data: '1 GB' }] },
});
const ESIM = anOffer({
  id: 'esim',
  brand: 'gamma',
  card: 'travel-esim',
  number: 'none',
  version: {
    fee: [{ amount: '10.79 USD', every: 'once' }],
    validity: '15 days',
    allowances: [{ data: '10 GB' }],
    rates: [{ data: '0.01 USD per MB' }],
  },
});
const ARCHIVE = anOffer({ id: 'archive', version: { fee: [{ amount: '500 KZT', every: 'month' }], sale: 'closed' } });
const DOUBLE = anOffer({
  id: 'double',
  version: {
    fee: [{ amount: '1990 KZT', every: '30 days' }],
    payments: { daily: [{ amount: '90 KZT', every: '1 day' }] },
  },
});
const FALLBACK = anOffer({
  id: 'fallback',
  version: {
    fee: [{ amount: '1000 KZT', every: '30 days' }],
    unpaid: { do: 'pack', pack: { offer: 'day-pack', from: 'at-once' } },
  },
});
const DAY_PACK = anOffer({
  id: 'day-pack',
  role: 'add-on',
  startsByItself: true,
  version: { fee: [{ amount: '150 KZT', every: '1 day' }], allowances: [{ data: '500 MB' }] },
});

const CATALOG = aCatalog([PREMIUM, PACK, ESIM, ARCHIVE, DOUBLE, FALLBACK, DAY_PACK], {
  exchangeRates: [aRate('2026-03-03', 'USD', 'KZT', '502.6')],
});

function price(ids: string, more: Partial<PriceRequest> = {}) {
  const offers = ids.split(',').map((id) => ({ id }));
  return priceCard(CATALOG, { offers, ...PERIOD, uses: [], ...more });
}

const data = (text: string) => usesOfProfile(readDataUse(text), PERIOD);

function amounts(lines: readonly Line[]): [string, string, number][] {
  return lines
    .filter(({ amount }) => amount !== 0)
    .map(({ at, offer, amount }) => [formatLocal(at).slice(0, 10), offer, amount]);
}

function refusal(act: () => unknown) {
  try {
    act();
    return undefined;
  } catch (error) {
    if (!(error instanceof CannotDo)) throw error;
    return error.refusal;
  }
}

describe('a plan for thirty days', () => {
  test('with 200 MB beyond its 15 GB: 1000 + 200 × 3 = 1600', () => {
    // 15,560 MB a month = 15 × 1024 + 200
    const { statement, currency } = price('premium', { uses: data('15560MB/month') });
    expect([statement.range, currency]).toEqual([{ amount: 160_000, low: 160_000, high: 160_000 }, 'KZT']);
    expect(amounts(statement.lines)).toEqual([
      ['2026-12-01', 'premium', 100_000],
      ['2026-12-30', 'premium', 60_000],
    ]);
    // Money is needed on two days: the fee, and on the last day what was used beyond.
    expect(statement.topUps.map(({ at, amount }) => [formatLocal(at).slice(0, 10), amount])).toEqual([
      ['2026-12-01', 100_000],
      ['2026-12-30', 60_000],
    ]);
  });

  test('whose fee cannot be taken: 200 MB × 25 = 5000', () => {
    const uses = [{ at: parseLocal('2026-12-02T10:00'), kind: 'data', to: 'internet', amount: 200 * 2 ** 20 }] as const;
    expect(price('premium', { uses, fee: 'unpaid' }).statement.total).toBe(500_000);
  });

  test('with a pack of a later day', () => {
    const offers = [{ id: 'premium' }, { id: 'pack', day: d('2026-12-24') }];
    const { statement } = priceCard(CATALOG, { offers, ...PERIOD, uses: data('15560MB/month') });
    // 1000 + 200; the 1 GB of the pack holds the 200 MB beyond the 15 GB.
    expect(amounts(statement.lines)).toEqual([
      ['2026-12-01', 'premium', 100_000],
      ['2026-12-24', 'pack', 20_000],
    ]);
  });

  test('paid by the day: 30 × 90 = 2700', () => {
    expect(
      priceCard(CATALOG, { offers: [{ id: 'double', payment: 'daily' }], ...PERIOD, uses: [] }).statement.total,
    ).toBe(270_000);
    expect(price('double').statement.total).toBe(199_000);
  });

  test('that falls back to a pack that starts by itself: 30 × 150 = 4500', () => {
    const { statement } = price('fallback', { fee: 'unpaid' });
    expect(statement.total).toBe(450_000);
  });
});

describe('in another currency', () => {
  test('each line is converted and the total is their sum', () => {
    const uses = [
      { at: parseLocal('2026-12-02T10:00'), kind: 'data', to: 'internet', amount: 10_340 * 2 ** 20 },
    ] as const;
    const { statement, currency, conversion } = price('esim', { uses, currency: 'KZT' });
    expect([currency, conversion && formatDay(conversion.day)]).toEqual(['KZT', '2026-03-03']);
    // 10.79 × 502.6 = 5423.054; 10,340 − 10 × 1024 = 100 MB × 0.01 = 1.00 USD × 502.6 = 502.60; together 5925.65
    expect(amounts(statement.lines)).toEqual([
      ['2026-12-01', 'esim', 542_305],
      ['2026-12-02', 'esim', 50_260],
    ]);
    expect(statement.range).toEqual({ amount: 592_565, low: 592_565, high: 592_565 });
  });

  test('the same currency changes nothing', () => {
    expect(price('premium', { currency: 'KZT' }).conversion).toBeUndefined();
  });

  test('a plan of 1,000 in dollars: 1000 / 502.6 = 1.99', () => {
    const { statement } = price('premium', { currency: 'USD' });
    expect(statement.range).toEqual({ amount: 199, low: 199, high: 199 });
  });
});

describe('numbers', () => {
  const call = (to: string): UsageEvent => ({ at: parseLocal('2026-12-02T10:00'), kind: 'voice', to, amount: 600 });

  test('are told by their prefix, and that is said', () => {
    // On-net costs nothing; 10 minutes to another operator 10 × 8 = 80
    const onNet = price('premium', { uses: [call('+77011234567')] });
    expect([onNet.statement.total, onNet.warnings]).toEqual([100_000, [{ code: 'number-by-prefix' }]]);
    expect(price('premium', { uses: [call('+77061234567')] }).statement.total).toBe(108_000);
  });

  test('of landlines and abroad are no guess', () => {
    const { statement, warnings } = price('premium', { uses: [call('+77272123456')] });
    expect([statement.total, warnings]).toEqual([108_000, []]);
  });

  test('that are none are refused', () => {
    expect(refusal(() => price('premium', { uses: [call('+7')] }))).toEqual({ code: 'bad-number', number: '+7' });
  });

  test('abroad without a price on record leave the total open', () => {
    const { statement } = price('premium', { uses: [call('+8613912345678')] });
    expect(statement.range).toEqual({ amount: 100_000, low: 100_000, high: null });
  });
});

describe('what is warned of', () => {
  test('an offer that is no longer sold', () => {
    expect(price('archive').warnings).toEqual([{ code: 'closed', offer: 'archive' }]);
  });

  test('a pack without a plan', () => {
    expect(price('pack').warnings).toEqual([{ code: 'needs-plan', offer: 'pack' }]);
  });
});

describe('what is refused', () => {
  test.each([
    ['an offer nobody knows', () => price('premiun'), { code: 'no-such-offer', id: 'premiun', similar: ['premium'] }],
    [
      'a day before the first version',
      () => price('premium', { start: d('2026-09-30') }),
      { code: 'before-first-version', id: 'premium', first: d('2026-10-01'), asked: d('2026-09-30') },
    ],
    [
      'a way to pay that there is not',
      () => priceCard(CATALOG, { offers: [{ id: 'double', payment: 'weekly' }], ...PERIOD, uses: [] }),
      { code: 'no-such-payment', id: 'double', payment: 'weekly', known: ['daily'] },
    ],
    [
      'two currencies on one card',
      () => price('premium,esim'),
      { code: 'mixed-currencies', currencies: ['KZT', 'USD'] },
    ],
    [
      'a currency without a rate',
      () => price('premium', { currency: 'XAU' }),
      { code: 'no-exchange-rate', from: 'KZT', to: 'XAU', known: ['KZT', 'USD'] },
    ],
    ['no days', () => price('premium', { days: 0 }), { code: 'bad-days', days: 0, most: 3660 }],
    ['more than ten years', () => price('premium', { days: 3661 }), { code: 'bad-days', days: 3661, most: 3660 }],
    [
      'use before the first day',
      () =>
        price('premium', { uses: [{ at: parseLocal('2026-11-30T23:59:59'), kind: 'sms', to: 'on-net', amount: 1 }] }),
      { code: 'use-outside-stay', count: 1, first: START, last: d('2026-12-30') },
    ],
    [
      'use after the last day',
      () => price('premium', { uses: [{ at: parseLocal('2026-12-31T00:00'), kind: 'sms', to: 'on-net', amount: 1 }] }),
      { code: 'use-outside-stay', count: 1, first: START, last: d('2026-12-30') },
    ],
  ])('%s', (_what, act, expected) => {
    expect(refusal(act)).toEqual(expected);
  });
});

test('calls by a profile: 10 min a day for 30 days at 8 = 2400 and the fee', () => {
  const uses = usesOfProfile(readCallUse('national-mobile:10min/day'), PERIOD);
  expect(price('premium', { uses }).statement.total).toBe(340_000);
});
