import { describe, expect, test } from 'vitest';
import {
  BadText,
  readCycle,
  readHours,
  readIncrement,
  readMoney,
  readUnitPrice,
  readVolume,
  type TextKind,
} from './quantity.ts';

const KB = 1024;
const MB = 1024 * KB;
const GB = 1024 * MB;

function kindRefused(read: () => unknown): TextKind | 'read' {
  try {
    read();
    return 'read';
  } catch (error) {
    return error instanceof BadText ? error.kind : 'read';
  }
}

describe('money', () => {
  test.each([
    ['1190 KZT', 119_000, 'KZT'],
    ['6.84 KZT', 684, 'KZT'],
    ['0.5 KZT', 50, 'KZT'],
    ['3.59USD', 359, 'USD'],
    ['0 KZT', 0, 'KZT'],
    // The yen has no smaller unit.
    ['150 JPY', 150, 'JPY'],
  ])('%s', (text, amount, currency) => {
    expect(readMoney(text)).toEqual({ amount, currency });
  });

  test.each(['-5 KZT', '5', 'KZT', '5 tenge', '1,190 KZT', '1 190 KZT', '5 kzt', '1e3 KZT', '', ' 5 KZT'])(
    'refuses "%s"',
    (text) => {
      expect(kindRefused(() => readMoney(text))).toBe('money');
    },
  );

  test('refuses more decimals than the currency has, rather than rounding', () => {
    expect(() => readMoney('1.005 KZT')).toThrow(RangeError);
    expect(() => readMoney('1.5 JPY')).toThrow(RangeError);
  });
});

describe('volume', () => {
  test.each([
    ['5 GB', 'data', 5 * GB],
    ['1.5GB', 'data', 1.5 * GB],
    ['100 MB', 'data', 100 * MB],
    ['64 KB', 'data', 64 * KB],
    ['1 B', 'data', 1],
    ['100 min', 'voice', 6000],
    ['0.5 min', 'voice', 30],
    ['90 s', 'voice', 90],
    ['2 h', 'voice', 7200],
    ['30 sms', 'sms', 30],
    ['3 mms', 'mms', 3],
  ])('%s', (text, kind, units) => {
    expect(readVolume(text)).toEqual({ kind, units });
  });

  test('a megabyte of a seller who counts in thousands', () => {
    expect(readVolume('5 GB', 1000)).toEqual({ kind: 'data', units: 5_000_000_000 });
  });

  test.each(['5', 'GB', '-5 GB', '5 gb', '5 GiB', '0.3 sms', '0.0001 min', '5 GB a day'])('refuses "%s"', (text) => {
    expect(kindRefused(() => readVolume(text))).toBe('volume');
  });
});

describe('unit price, in minor units for a second, a byte or a message', () => {
  test.each([
    // 11 × 100 tiyn for 60 s = 55/3 a second
    ['11 KZT per min', 'voice', { num: 55, den: 3 }],
    ['0.05 KZT per 60 s', 'voice', { num: 1, den: 12 }],
    ['5 KZT per MB', 'data', { num: 125, den: 262_144 }],
    ['20.16 KZT per MB', 'data', { num: 63, den: 32_768 }],
    ['7 KZT', 'sms', { num: 700, den: 1 }],
    ['6.84 KZT per sms', 'sms', { num: 684, den: 1 }],
    ['2 KZT', 'mms', { num: 200, den: 1 }],
  ] as const)('%s', (text, kind, price) => {
    expect(readUnitPrice(text, kind)).toEqual({ currency: 'KZT', kind, price });
  });

  test.each([
    ['11 KZT per min', 'data'],
    ['11 KZT per MB', 'voice'],
    ['7 KZT per mms', 'sms'],
    ['11 KZT', 'voice'],
    ['11 per min', 'voice'],
    ['-1 KZT per MB', 'data'],
  ] as const)('refuses "%s" for %s', (text, kind) => {
    expect(kindRefused(() => readUnitPrice(text, kind))).toBe('unit-price');
  });

  test('refuses a price for no units at all', () => {
    expect(kindRefused(() => readUnitPrice('5 KZT per 0 MB', 'data'))).toBe('unit-price');
  });

  test('refuses a fraction too fine to be kept exactly', () => {
    // 10^-8 tenge are 1 / 10^6 tiyn; for 99999 GB of 2^30 bytes that is one of 1.07 × 10^20 parts, beyond 2^53
    expect(kindRefused(() => readUnitPrice('0.00000001 KZT per 99999 GB', 'data'))).toBe('unit-price');
  });
});

describe('period', () => {
  test.each([
    ['30 days', { unit: 'days', count: 30, ends: 'midnight' }],
    ['1 day', { unit: 'days', count: 1, ends: 'midnight' }],
    ['720 hours', { unit: 'days', count: 30, ends: 'moment' }],
    ['720 hours to 23:59', { unit: 'days', count: 30, ends: 'day-end' }],
    ['month', { unit: 'months', count: 1 }],
    ['12 months', { unit: 'months', count: 12 }],
    ['calendar month', { unit: 'calendar-month', dayOfMonth: 1 }],
    ['calendar month from day 12', { unit: 'calendar-month', dayOfMonth: 12 }],
    ['forever', { unit: 'forever' }],
  ])('%s', (text, cycle) => {
    expect(readCycle(text)).toEqual(cycle);
  });

  test.each([
    '30',
    'days',
    '25 hours',
    '-1 days',
    '1.5 days',
    'calendar month from day 29',
    'calendar month from day 0',
  ])('refuses "%s"', (text) => {
    expect(kindRefused(() => readCycle(text))).toBe('period');
  });

  test.each(['0 days', '0 hours', '0 months', '00 days'])('refuses "%s", after which no fee would ever end', (text) => {
    expect(kindRefused(() => readCycle(text))).toBe('period');
  });
});

describe('increment', () => {
  test.each([
    ['1 s', { first: 1, next: 1, mode: 'up', per: 'event' }],
    ['60 s then 1 s', { first: 60, next: 1, mode: 'up', per: 'event' }],
    ['completed 60 s', { first: 60, next: 60, mode: 'down', per: 'event' }],
    ['1 KB', { first: KB, next: KB, mode: 'up', per: 'event' }],
    ['1 MB per hour', { first: MB, next: MB, mode: 'up', per: 'hour' }],
  ])('%s', (text, increment) => {
    expect(readIncrement(text)).toEqual(increment);
  });

  test.each(['0 s', '60 s then 0 s', '1', '1 min', '1 GB', '1 MB per week'])('refuses "%s"', (text) => {
    expect(kindRefused(() => readIncrement(text))).toBe('increment');
  });
});

describe('hours', () => {
  test.each([
    ['01:00-06:00', [3600, 21_600]],
    ['23:00-01:30', [82_800, 5400]],
    ['18:00-24:00', [64_800, 86_400]],
  ])('%s', (text, hours) => {
    expect(readHours(text)).toEqual(hours);
  });

  test.each(['1:00-6:00', '25:00-26:00', '01:60-02:00', '01:00', '24:30-05:00'])('refuses "%s"', (text) => {
    expect(kindRefused(() => readHours(text))).toBe('hours');
  });
});
