import { formatDay, money } from '@simwise/engine';
import { describe, expect, test } from 'vitest';
import { aCatalog, aRate, d } from '../test/tiny-catalog.ts';
import type { ExchangeRate } from './compiled.ts';
import { conversionOn, convert } from './exchange.ts';

const RATES = [
  aRate('2026-01-10', 'USD', 'KZT', '500'),
  aRate('2026-03-03', 'USD', 'KZT', '502.6'),
  aRate('2026-02-01', 'RUB', 'KZT', '6.5'),
  aRate('2026-02-01', 'USD', 'CNY', '6.76'),
  aRate('2026-02-01', 'JPY', 'KZT', '3.2'),
];

function conversion(from: string, to: string, on: string, exchangeRates: ExchangeRate[] = RATES) {
  return conversionOn(aCatalog([], { exchangeRates }), from, to, d(on));
}

/** An amount of minor units in another currency on 1 December 2026. */
function exchanged(minor: number, from: string, to: string): number | null {
  const found = conversion(from, to, '2026-12-01');
  return found && convert(money(minor), found);
}

test.each([
  // 10.79 × 502.6 = 5423.054
  ['dollars in tenge', 1079, 'USD', 'KZT', 542_305],
  // 5423.05 / 502.6 = 10.78999
  ['tenge in dollars', 542_305, 'KZT', 'USD', 1079],
  ['the same currency', 1234, 'KZT', 'KZT', 1234],
  // 100 RUB = 650 KZT = 650 / 502.6 = 1.29327 USD
  ['roubles in dollars, over the tenge', 10_000, 'RUB', 'USD', 129],
  // 1000 KZT = 1000 / 502.6 × 6.76 = 13.45006 CNY
  ['tenge in yuan, over the dollar', 100_000, 'KZT', 'CNY', 1345],
  // 320 KZT / 3.2 = 100 yen, which have no smaller unit
  ['tenge in yen', 32_000, 'KZT', 'JPY', 100],
  ['yen in tenge', 100, 'JPY', 'KZT', 32_000],
  ['nothing', 0, 'USD', 'KZT', 0],
  // 0.01 KZT = 0.0000199 USD, rounded to the cent
  ['less than half a cent', 1, 'KZT', 'USD', 0],
  ['money given back: −10.79 × 502.6', -1079, 'USD', 'KZT', -542_305],
])('%s', (_what, minor, from, to, result) => {
  expect(exchanged(minor, from, to)).toBe(result);
});

test('what is on record of the rates used goes with them', () => {
  const noted = { ...aRate('2026-03-03', 'USD', 'KZT', '502.6'), note: 'of the exchange' };
  const rates = [noted, { ...aRate('2026-03-03', 'CNY', 'KZT', '70'), note: 'about' }];
  expect(conversion('USD', 'KZT', '2026-12-01', rates)?.notes).toEqual(['of the exchange']);
  expect(conversion('USD', 'CNY', '2026-12-01', rates)?.notes).toEqual(['of the exchange', 'about']);
  expect(conversion('USD', 'KZT', '2026-12-01')?.notes).toEqual([]);
});

test('half a cent is rounded up: 2.513 / 502.6 = 0.005', () => {
  // The smallest tenge amount above half a cent is 2.52 (0.00501); 2.51 (0.00499) is below.
  expect(exchanged(252, 'KZT', 'USD')).toBe(1);
  expect(exchanged(251, 'KZT', 'USD')).toBe(0);
});

describe('the rate of a day', () => {
  test('is the newest one on or before it', () => {
    expect(conversion('USD', 'KZT', '2026-03-02')?.ratio).toEqual({ num: 500, den: 1 });
    expect(conversion('USD', 'KZT', '2026-03-03')?.ratio).toEqual({ num: 2513, den: 5 });
  });

  test('is none before the first', () => {
    expect(conversion('USD', 'KZT', '2026-01-09')).toBeNull();
  });

  test('is none for a currency nobody recorded', () => {
    expect(conversion('KZT', 'XAU', '2026-12-01')).toBeNull();
    expect(conversion('XAU', 'USD', '2026-12-01')).toBeNull();
  });

  test('of two steps is as old as the older one', () => {
    const found = conversion('RUB', 'USD', '2026-12-01');
    expect(found && formatDay(found.day)).toBe('2026-02-01');
  });

  test('is taken over the dollar where that is newer than a direct one', () => {
    const rates = [...RATES, aRate('2025-01-01', 'CNY', 'KZT', '67')];
    // 502.6 / 6.76 = 74.349…
    expect(conversion('CNY', 'KZT', '2026-12-01', rates)?.ratio).toEqual({ num: 12_565, den: 169 });
  });

  test('does not hang on the order of the list', () => {
    expect(conversion('USD', 'KZT', '2026-12-01', RATES.toReversed())).toEqual(conversion('USD', 'KZT', '2026-12-01'));
  });
});
