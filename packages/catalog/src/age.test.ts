import { AS_RECORDED, formatDay, type Offer, read } from '@simwise/engine';
import { describe, expect, test } from 'vitest';
import { aCatalog, anOffer, d, series } from '../test/tiny-catalog.ts';
import { growthSince, isAged } from './age.ts';
import type { CompiledOffer, EntryBasket } from './compiled.ts';
import { offerOn } from './offer-on-day.ts';

const BASKET = aCatalog([]).entryBasket;

function seenIn(from: string, to: string): CompiledOffer['versions'][number] {
  return anOffer({ id: 'x', version: { seen: { from, to, basis: 'as the test says' } } }).versions[0] as never;
}

describe('when a price is old', () => {
  test('twelve months after the last day on which it may have been seen', () => {
    // "2025-11" may be as late as 30 November 2025, so it stands to 30 November 2026.
    const version = seenIn('2025-01', '2025-11');
    expect(formatDay((version.seen as readonly [never, never])[1])).toBe('2025-11-30');
    expect(isAged(version, d('2026-11-30'))).toBe(false);
    expect(isAged(version, d('2026-12-01'))).toBe(true);
  });

  test('always, when nobody wrote down the day', () => {
    expect(isAged(seenIn('unknown', 'unknown'), d('2020-01-01'))).toBe(true);
  });
});

describe('growth of the official entry bundle', () => {
  const growth = (from: string, to: string, on: string, basket: EntryBasket = BASKET) =>
    growthSince(basket, [d(from), d(to)], d(on));

  test('a price seen in 2022 only: 5,990 / 2,590', () => {
    expect(growth('2022-06-01', '2022-06-30', '2026-12-01')).toEqual({
      ratio: { num: 599, den: 259 },
      fromYear: 2022,
      toYear: 2025,
      series: 'local',
    });
  });

  test('a price seen between March 2019 and September 2022: the largest of the four years, 11.77 / 3.90', () => {
    // 2019: 11.77/4.73 = 2.488; 2020: 11.77/3.90 = 3.018; 2021 and 2022: 5990/2590 = 2.313
    expect(growth('2019-03-01', '2022-09-30', '2026-12-01')).toEqual({
      ratio: { num: 1177, den: 390 },
      fromYear: 2020,
      toYear: 2025,
      series: 'usd',
    });
  });

  test('up to the newest year known on the asked day: in 2024 4,990 / 2,590', () => {
    expect(growth('2022-06-01', '2022-06-30', '2024-06-01')?.ratio).toEqual({ num: 499, den: 259 });
  });

  test('none after the newest year of the series', () => {
    // Seen in 2026, asked in 2028: no figure is newer than 2025, so nothing says that it rose.
    expect(growth('2026-01-01', '2026-01-31', '2028-06-01')?.ratio).toEqual({ num: 1, den: 1 });
  });

  test('never below one: a price that fell does not lower what was recorded', () => {
    const basket = { ...BASKET, local: series({ 2022: '3000', 2023: '2000' }) };
    expect(growth('2022-06-01', '2022-06-30', '2023-12-31', basket)?.ratio).toEqual({ num: 1, den: 1 });
  });

  test('unknown for years before the series, or with no year at all', () => {
    expect(growth('2016-01-01', '2022-12-31', '2026-12-01')).toBeNull();
    expect(growthSince(BASKET, undefined, d('2026-12-01'))).toBeNull();
  });
});

describe('an aged price is a range', () => {
  const OLD = { seen: { from: '2022', to: '2022', basis: 'as the test says' } };

  /** A version's terms on a day, as far as money is concerned. */
  function termsOn(version: Record<string, unknown>, on = '2026-12-01') {
    const lookup = offerOn(aCatalog([anOffer({ id: 'x', version })]), 'x', d(on));
    if (lookup.is !== 'found') throw new Error(lookup.is);
    const { terms } = lookup.found.offer as never as { terms: Record<string, never> };
    return { terms, found: lookup.found };
  }

  test('of a fee: from 1,190.00 to 1,190 × 5990/2590 rounded up', () => {
    // 1190 × 5990 / 2590 = 7,128,100 / 2590 = 2752.162…
    const { terms, found } = termsOn({ ...OLD, fee: [{ amount: '1190 KZT', every: '30 days' }] });
    expect(terms['fee']).toMatchObject({
      phases: [{ amount: { recorded: 119_000, low: 119_000, high: 275_217 } }],
    });
    expect(found.estimate?.growth?.fromYear).toBe(2022);
  });

  test('of a unit price, a connection, a daily cap, steps, bands and what applies unpaid', () => {
    const steps = { of: 'day', prices: [{ until: '3 min', price: '2.59 KZT per s' }, { price: '0 KZT per s' }] };
    const bands = [{ hours: '00:00-06:00', price: '2.59 KZT per s' }];
    const rate = {
      voice: '2.59 KZT per s',
      connect: '25.90 KZT',
      steps,
      bands,
      dailyCap: { amount: '259 KZT', beyond: 'free' },
    };
    const { terms } = termsOn({ ...OLD, rates: [rate], unpaid: { do: 'rates', rates: [{ data: '2.59 KZT per B' }] } });
    // 2.59 × 5990/2590 = 5.99
    const price = { recorded: { num: 259, den: 1 }, low: { num: 259, den: 1 }, high: { num: 599, den: 1 } };
    const nothing = { num: 0, den: 1 };
    expect(terms['rates']).toMatchObject([
      {
        action: {
          price,
          connect: { low: 2590, high: 5990 },
          dailyCap: { amount: { low: 25_900, high: 59_900 } },
          steps: { prices: [{ price }, { price: { recorded: nothing, low: nothing, high: nothing } }] },
          bands: [{ price }],
        },
      },
    ]);
    expect(terms['unpaid']).toMatchObject({ rates: [{ action: { price } }] });
  });

  test('of a price that was a range before: its high end grows', () => {
    const amount = { between: ['2590 KZT', '5180 KZT'], basis: 'the page says both' };
    const { terms } = termsOn({ ...OLD, fee: [{ amount, every: 'month' }] });
    expect(terms['fee']).toMatchObject({ phases: [{ amount: { recorded: 259_000, low: 259_000, high: 1_198_000 } }] });
  });

  test('but not of bonus money, volumes or the price of the SIM, which is paid today', () => {
    const { terms } = termsOn({ ...OLD, simPrice: '500 KZT', allowances: [{ bonus: '200 KZT' }, { data: '5 GB' }] });
    expect(terms).toMatchObject({ simPrice: 50_000, allowances: [{ amount: 20_000 }, { amount: 5 * 2 ** 30 }] });
  });

  test('open upwards where no official price reaches back, and nothing stays nothing', () => {
    const undated = { seen: { from: 'unknown', to: 'unknown', basis: 'no date' } };
    const { terms } = termsOn({
      ...undated,
      fee: [
        { amount: '100 KZT', every: 'month' },
        { amount: '0 KZT', every: 'month' },
      ],
      rates: [{ voice: '0 KZT per min' }],
    });
    expect(terms['fee']).toMatchObject({ phases: [{ amount: { low: 10_000, high: null } }, { amount: 0 }] });
    const nothing = { num: 0, den: 1 };
    expect(terms['rates']).toMatchObject([{ action: { price: { recorded: nothing, low: nothing, high: nothing } } }]);
  });

  test('not in a foreign currency: sellers of travel cards change prices both ways', () => {
    const { terms, found } = termsOn({ ...OLD, fee: [{ amount: '10.00 USD', every: 'once' }] });
    expect(terms['fee']).toMatchObject({ phases: [{ amount: 1000 }] });
    expect(found.estimate).toBeUndefined();
  });

  test('read as recorded it is what it was', () => {
    const { found } = termsOn({ ...OLD, fee: [{ amount: '1190 KZT', every: '30 days' }] });
    expect(read<Offer>(found.offer, AS_RECORDED).terms.fee.phases[0]?.amount).toBe(119_000);
  });

  test('not within the twelve months', () => {
    const { terms, found } = termsOn({ ...OLD, fee: [{ amount: '1190 KZT', every: '30 days' }] }, '2023-12-31');
    expect(terms['fee']).toMatchObject({ phases: [{ amount: 119_000 }] });
    expect(found.estimate).toBeUndefined();
  });
});
