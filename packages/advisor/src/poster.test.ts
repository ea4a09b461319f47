import { AS_RECORDED, type Offer, read } from '@simwise/engine';
import { describe, expect, test } from 'vitest';
import { aCatalog, d } from '../../catalog/test/tiny-catalog.ts';
import { BadPoster, readPoster, withPosters } from './poster.ts';

const MB = 2 ** 20;
const TODAY = d('2026-11-22');

function termsOf(text: string) {
  const { id, brand, role, currency, versions } = readPoster(text, 1, TODAY);
  return read<Offer>({ id, brand, role, currency, terms: versions[0]?.terms as never }, AS_RECORDED).terms;
}

/** The part that was not understood; undefined where all was. */
function refusedPart(text: string): string | undefined {
  try {
    readPoster(text, 1, TODAY);
    return undefined;
  } catch (error) {
    if (!(error instanceof BadPoster)) throw error;
    expect(error.message).toContain(`"${error.part}"`);
    return error.part;
  }
}

describe('the poster of the manual', () => {
  const text = 'Poster: 4990 KZT/30d, 20GB, unlimited on-net, 100min national-mobile';

  test('is a phone card with a local number, on sale today', () => {
    const offer = readPoster(text, 1, TODAY);
    expect(offer).toMatchObject({
      id: 'poster-1',
      names: { en: 'Poster' },
      role: 'base',
      card: 'phone',
      number: 'local',
      currency: 'KZT',
    });
    expect(offer.versions).toMatchObject([{ sale: 'open', seen: [TODAY, TODAY], tax: 'included' }]);
  });

  test('costs what it says and buys what it says', () => {
    const { fee, allowances, rates, simPrice } = termsOf(text);
    expect(fee.phases).toEqual([
      { amount: 499_000, every: { unit: 'days', count: 30, ends: 'midnight' }, times: null },
    ]);
    expect(allowances.map(({ kind, amount, scope }) => [kind, amount, scope.to])).toEqual([
      ['data', 20 * 1024 * MB, undefined],
      ['voice', 'unlimited', ['on-net']],
      ['voice', 6000, ['national-mobile']],
    ]);
    expect([rates, simPrice]).toEqual([[], 0]);
  });
});

test.each([
  ['30d', { unit: 'days', count: 30 }, null],
  ['28 days', { unit: 'days', count: 28 }, null],
  ['week', { unit: 'days', count: 7 }, null],
  ['day', { unit: 'days', count: 1 }, null],
  ['month', { unit: 'months', count: 1 }, null],
  ['once', { unit: 'forever' }, 1],
])('the period %s', (period, every, times) => {
  expect(termsOf(`A: 990 KZT/${period}, 1GB`).fee.phases).toMatchObject([{ amount: 99_000, every, times }]);
});

test.each([
  ['50sms national', { kind: 'sms', amount: 50, scope: { to: ['national'] } }],
  ['50sms', { kind: 'sms', amount: 50, scope: { to: ['national'] } }],
  ['100 min on-net+landline', { kind: 'voice', amount: 6000, scope: { to: ['on-net', 'landline'] } }],
  ['10min CN', { kind: 'voice', amount: 600, scope: { to: ['intl:CN'] } }],
  ['500 MB', { kind: 'data', amount: 500 * MB, scope: {} }],
  ['5GB WhatsApp+Telegram', { kind: 'data', amount: 5120 * MB, scope: { apps: ['whatsapp', 'telegram'] } }],
  ['unlimited data', { kind: 'data', amount: 'unlimited', scope: {} }],
  ['unlimited internet', { kind: 'data', amount: 'unlimited', scope: {} }],
  ['unlimited on-net', { kind: 'voice', amount: 'unlimited', scope: { to: ['on-net'] } }],
  ['unlimited calls national', { kind: 'voice', amount: 'unlimited', scope: { to: ['national'] } }],
  ['unlimited sms on-net', { kind: 'sms', amount: 'unlimited', scope: { to: ['on-net'] } }],
])('the allowance "%s"', (item, allowance) => {
  expect(termsOf(`A: 990 KZT/30d, ${item}`).allowances).toMatchObject([allowance]);
});

test.each([
  // 5 KZT = 500 tiyn for 1,048,576 bytes
  ['5 KZT/MB', { kind: 'data', action: { price: { num: 125, den: 262_144 } } }],
  [
    '11 KZT per min national-mobile',
    { kind: 'voice', scope: { to: ['national-mobile'] }, action: { price: { num: 55, den: 3 } } },
  ],
  ['7 KZT/sms on-net', { kind: 'sms', scope: { to: ['on-net'] }, action: { price: { num: 700, den: 1 } } }],
])('the rate "%s"', (item, rate) => {
  expect(termsOf(`A: 990 KZT/30d, ${item}`).rates).toMatchObject([rate]);
});

test('the price of the SIM', () => {
  expect(termsOf('A: 990 KZT/30d, 1GB, SIM 500 KZT').simPrice).toBe(50_000);
});

test('a card for data only, in dollars', () => {
  expect(readPoster('Airport: 9.90 USD/once, 5GB, data only', 2, TODAY)).toMatchObject({
    id: 'poster-2',
    card: 'data',
    number: 'none',
    currency: 'USD',
  });
  expect(termsOf('Airport: 9.90 USD/once, 5GB, data only').carries).toEqual(['data']);
});

describe('what is not understood is named', () => {
  test.each([
    ['Poster', 'Poster'],
    [': 990 KZT/30d', ': 990 KZT/30d'],
    ['', ''],
    ['A:', ''],
    ['A: 990/30d', '990/30d'],
    ['A: 990 KZT', '990 KZT'],
    ['A: -990 KZT/30d', '-990 KZT/30d'],
    ['A: 990 tenge/30d', '990 tenge/30d'],
    ['A: 9.9.0 KZT/30d', '9.9.0 KZT/30d'],
    ['A: 990.999 KZT/30d', '990.999 KZT/30d'],
    ['A: 990 KZT/fortnight', '990 KZT/fortnight'],
    ['A: 990 KZT/30d, free pizza', 'free pizza'],
    ['A: 990 KZT/30d, 20gb', '20gb'],
    ['A: 990 KZT/30d, 1GB, ', ''],
    ['A: 990 KZT/30d, -5GB', '-5GB'],
    ['A: 990 KZT/30d, 100min to my aunt', '100min to my aunt'],
    ['A: 990 KZT/30d, unlimited', 'unlimited'],
    ['A: 990 KZT/30d, 0.01 USD/MB', '0.01 USD/MB'],
    ['A: 990 KZT/30d, sim 5 USD', 'sim 5 USD'],
    ['A: 990 KZT/30d, 1.5sms', '1.5sms'],
  ])('%s', (text, part) => {
    expect(refusedPart(text)).toBe(part);
  });

  test('a price of a SIM with too many points', () => {
    expect(refusedPart('A: 990 KZT/30d, sim 1.2.3 KZT')).toBe('sim 1.2.3 KZT');
  });

  test('a period of no length, in which fees would never end', () => {
    expect(refusedPart('A: 990 KZT/0d, 1GB')).toBe('990 KZT/0d');
  });

  test.each(['A: 999999999999 KZT/day, 1GB', 'A: 100000001 KZT/once'])('a price nobody asks: %s', (text) => {
    expect(refusedPart(text)).toBe(text.slice(3).split(',')[0]);
  });
});

test('posters are added behind the offers, numbered', () => {
  const { offers } = withPosters(aCatalog([]), ['A: 1 KZT/day', 'B: 2 KZT/day'], TODAY);
  expect(offers.map(({ id, names }) => [id, names.en])).toEqual([
    ['poster-1', 'A'],
    ['poster-2', 'B'],
  ]);
});

test('a poster read today holds for a stay that has begun: it is the only price there is', () => {
  expect(readPoster('A: 990 KZT/30d', 1, TODAY).versions[0]?.from).toBeUndefined();
});
