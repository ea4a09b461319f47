import { type Offer, type Reading, read, readingsOf, type Terms } from '@simwise/engine';
import { describe, expect, test } from 'vitest';
import { anOffer, d } from '../../test/tiny-catalog.ts';

const GB = 2 ** 30;

function compiled(version: Record<string, unknown>, offer: Record<string, unknown> = {}) {
  const { id, brand, role, currency, versions } = anOffer({ id: 'x', ...offer, version });
  return { id, brand, role, currency, terms: (versions[0] as (typeof versions)[0]).terms };
}

/** The terms as written with every open fact read one way. */
function termsOf(version: Record<string, unknown>, end: Reading['end'] = 'recorded', offer = {}): Terms {
  return read<Offer>(compiled(version, offer), { end, choices: new Map() }).terms;
}

/** One fact under every reading of what is open. */
function every<T>(version: Record<string, unknown>, pick: (terms: Terms) => T): T[] {
  const offer = compiled(version);
  return readingsOf([offer])
    .slice(1)
    .map((reading) => pick(read<Offer>(offer, reading).terms));
}

describe('fees', () => {
  test('phases in their order, the last one without an end', () => {
    const { fee, renews } = termsOf({
      fee: [
        { amount: '990 KZT', every: '30 days', times: 2 },
        { amount: '1990 KZT', every: '30 days' },
      ],
    });
    const days30 = { unit: 'days', count: 30, ends: 'midnight' };
    expect(fee.phases).toEqual([
      { amount: 99_000, every: days30, times: 2 },
      { amount: 199_000, every: days30, times: null },
    ]);
    expect(renews).toEqual(days30);
  });

  test('once: charged one time, granted one time', () => {
    const { fee, renews } = termsOf({ fee: [{ amount: '500 KZT', every: 'once' }], validity: '7 days' });
    expect(fee.phases).toEqual([{ amount: 50_000, every: { unit: 'forever' }, times: 1 }]);
    expect(renews).toEqual({ unit: 'forever' });
  });

  test('instalments that end grant once, unless the version says how often', () => {
    const instalments = [{ amount: '4990 KZT', every: '30 days', times: 3 }];
    expect(termsOf({ fee: instalments }).renews).toEqual({ unit: 'forever' });
    expect(termsOf({ fee: instalments, renews: 'month' }).renews).toEqual({ unit: 'months', count: 1 });
  });

  test('none and unknown are not the same', () => {
    expect(termsOf({ fee: 'none' }).fee.phases).toEqual([]);
    expect(termsOf({ fee: 'unknown' }).fee.phases).toMatchObject([{ amount: null, times: 1 }]);
  });

  test('proration nobody states is read in four ways, an open first day in two', () => {
    const ways = every(
      { fee: [{ amount: '1 KZT', every: 'calendar month' }], proration: 'unknown' },
      (terms) => terms.fee.proration,
    );
    expect(ways.map((way) => way && [way.what, way.countsFirstDay])).toEqual([
      null,
      ['fee-and-allowances', true],
      ['fee-and-allowances', false],
      ['fee', true],
    ]);
    const open = { fee: [{ amount: '1 KZT', every: 'calendar month' }], proration: { of: 'fee', firstDay: 'unknown' } };
    expect(every(open, (terms) => terms.fee.proration?.countsFirstDay)).toEqual([true, false]);
  });

  test('facts of one family that are not known are read alike', () => {
    const open = { fee: [{ amount: '1 KZT', every: 'calendar month' }], proration: { of: 'fee', firstDay: 'unknown' } };
    // Two packs under one id of a family: two readings for both together, not four.
    expect(readingsOf([compiled(open), compiled(open)])).toHaveLength(3);
    expect(readingsOf([compiled(open), compiled(open, { id: 'y' })])).toHaveLength(5);
  });
});

describe('what is between two ends', () => {
  test('a volume: more of it costs less', () => {
    const version = { allowances: [{ data: { between: ['5 GB', 'unlimited'], basis: 'at least so much' } }] };
    const amount = (end: Reading['end']) => termsOf(version, end).allowances[0]?.amount;
    expect([amount('recorded'), amount('low'), amount('high')]).toEqual([5 * GB, 'unlimited', 5 * GB]);
  });

  test('a volume, written the other way round, with the one to count with', () => {
    const between = { between: ['180 min', '120 min'], recorded: '180 min', basis: 'the page says both' };
    const amount = (end: Reading['end']) => termsOf({ allowances: [{ voice: between }] }, end).allowances[0]?.amount;
    expect([amount('recorded'), amount('low'), amount('high')]).toEqual([10_800, 10_800, 7200]);
  });

  test('a volume nobody states: nothing at worst, everything at best', () => {
    const amount = (end: Reading['end']) => termsOf({ allowances: [{ data: 'unknown' }] }, end).allowances[0]?.amount;
    expect([amount('recorded'), amount('low'), amount('high')]).toEqual([0, 'unlimited', 0]);
  });

  test('an increment nobody states, where a page is known to have one', () => {
    const version = { rates: [{ data: '5 KZT per MB', increment: 'unknown' }] };
    const step = (end: Reading['end']) => {
      const action = termsOf(version, end).rates[0]?.action;
      return action?.do === 'charge' ? action.increment.first : undefined;
    };
    expect([step('recorded'), step('low'), step('high')]).toEqual([1024, 1024, 2 ** 20]);
  });

  test('a validity nobody states: for ever at best, a day at worst', () => {
    const term = (end: Reading['end']) => termsOf({ validity: 'unknown' }, end).term;
    expect([term('low'), term('high')]).toEqual([{ unit: 'forever' }, { unit: 'days', count: 1, ends: 'midnight' }]);
  });

  test('the price of a SIM nobody states is that of the country', () => {
    expect(termsOf({ simPrice: 'unknown' }).simPrice).toBe(0);
    expect(termsOf({ simPrice: '500 KZT' }).simPrice).toBe(50_000);
    expect(termsOf({}).simPrice).toBe(0);
  });
});

describe('the rest of the rules', () => {
  test('increments of a version hold where an item has none of its own; without either, a second and a kilobyte', () => {
    const rates = [
      { voice: '11 KZT per min' },
      { voice: '9 KZT per min', increment: '60 s then 1 s' },
      { data: '5 KZT per MB' },
    ];
    const steps = (version: object) =>
      termsOf({ rates, ...version }).rates.map(({ action }) => (action.do === 'charge' ? action.increment : null));
    expect(steps({ increments: { voice: '60 s' } })).toMatchObject([
      { first: 60, next: 60 },
      { first: 60, next: 1 },
      { first: 1024 },
    ]);
    expect(steps({})).toMatchObject([{ first: 1 }, { first: 60, next: 1 }, { first: 1024 }]);
  });

  test('a seller who counts in thousands', () => {
    const { allowances, rates } = termsOf({
      kilo: 1000,
      allowances: [{ data: '5 GB' }],
      rates: [{ data: '1 KZT per MB' }],
    });
    expect(allowances[0]?.amount).toBe(5e9);
    expect(rates[0]?.action).toMatchObject({ price: { num: 1, den: 10_000 }, increment: { first: 1000 } });
  });

  test('a scope in full', () => {
    const allowance = {
      data: '1 GB',
      apps: ['WhatsApp'],
      hours: ['01:00-06:00'],
      notOver: ['hotspot'],
      network: '4G',
      zone: 'home',
      lastDay: '2026-12-31',
    };
    expect(termsOf({ allowances: [allowance] }).allowances[0]?.scope).toEqual({
      apps: ['whatsapp'],
      hours: [[3600, 21_600]],
      notOver: ['hotspot'],
      network: '4G',
      zone: 'home',
      lastDay: d('2026-12-31'),
    });
  });

  test.each([
    [undefined, { is: 'renewal' }],
    ['renewal', { is: 'renewal' }],
    ['forever', { is: 'forever' }],
    ['end of next month', { is: 'end-of-next-month' }],
    [{ months: 3 }, { is: 'months', count: 3 }],
    [{ days: 60 }, { is: 'days', count: 60 }],
    [{ untilIdleMonths: 6 }, { is: 'forever', idleMonths: 6 }],
  ])('a bucket that lives %j', (lives, life) => {
    const allowance = { data: '1 GB', ...(lives === undefined ? {} : { lives }) };
    expect(termsOf({ allowances: [allowance] }).allowances[0]?.lives).toEqual(life);
  });

  test('what applies beyond the allowances', () => {
    const rates = [
      { data: { throttle: 64 } },
      { voice: 'stop' },
      { sms: 'unknown' },
      { data: { throttle: 'unknown' } },
    ];
    expect(termsOf({ rates }).rates.map(({ action }) => action)).toEqual([
      { do: 'throttle', kbps: 64 },
      { do: 'stop' },
      { do: 'unknown' },
      { do: 'throttle', kbps: null },
    ]);
  });

  test('days that end in Beijing, after 24 hours, or nobody knows when', () => {
    expect(termsOf({ days: 'Asia/Shanghai' }).dayRule).toMatchObject({ is: 'zone', zone: [{ minutes: 480 }] });
    expect(termsOf({ days: '24 hours' }).dayRule).toEqual({ is: 'rolling' });
    expect(every({ days: 'unknown' }, ({ dayRule }) => dayRule.is)).toEqual(['local', 'rolling']);
  });

  test('what is done without the fee', () => {
    expect(termsOf({ unpaid: 'unknown' }).unpaid).toBeNull();
    expect(termsOf({ unpaid: { do: 'suspended', days: 92 } }).unpaid).toEqual({
      do: 'suspended',
      rates: [],
      keepsBuckets: false,
      days: 92,
    });
    expect(every({ unpaid: { do: 'rates', keepsBuckets: 'unknown' } }, ({ unpaid }) => unpaid?.keepsBuckets)).toEqual([
      false,
      true,
    ]);
  });

  test.each([
    [{ restart: true }, { is: 'restart' }],
    [{ payLaterDays: 3 }, { is: 'pay-later', days: 3 }],
    [
      { credit: '100 KZT', days: 3, startsAt: '30 KZT' },
      { is: 'credit', amount: 10_000, days: 3, startsAt: 3000 },
    ],
    [{ groupDiscount: [{ members: 3, percent: 5 }] }, { is: 'group-discount', steps: [{ members: 3, percent: 5 }] }],
    [
      { exchange: { from: { voice: '60 min' }, to: { data: '1 GB' } } },
      { is: 'exchange', from: { kind: 'voice', amount: 3600, scope: {} }, to: { kind: 'data', amount: GB, scope: {} } },
    ],
  ])('the special act %j', (special, act) => {
    expect(termsOf({ special }).special).toEqual(act);
  });

  test.each([
    [{ card: 'phone' }, ['voice', 'sms', 'data']],
    [{ card: 'hybrid' }, ['voice', 'sms', 'data']],
    [{ card: 'data' }, ['data']],
    [{ card: 'travel-esim' }, ['data']],
  ])('a card %j carries %j when it does not say', (offer, kinds) => {
    expect(termsOf({}, 'recorded', offer).carries).toEqual(kinds);
  });

  test('a travel card that names a price of calls carries them', () => {
    expect(termsOf({ rates: [{ voice: '0.10 USD per min' }] }, 'recorded', { card: 'travel-esim' }).carries).toEqual([
      'data',
      'voice',
    ]);
  });
});
