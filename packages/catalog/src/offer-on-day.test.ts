import { AS_RECORDED, type Offer, type Reading, read } from '@simwise/engine';
import { describe, expect, test } from 'vitest';
import { aCatalog, anOffer, d } from '../test/tiny-catalog.ts';
import type { CompiledOffer } from './compiled.ts';
import { mayBeOnSale, type OfferOnDay, offerOn } from './offer-on-day.ts';

const at = (from: string) => ({ from, to: from, basis: 'as the test says' });
const fee = (amount: string) => [{ amount, every: '30 days' }];

function found(offer: CompiledOffer, on: string, payment?: string): OfferOnDay {
  const lookup = offerOn(aCatalog([offer]), offer.id, d(on), payment);
  if (lookup.is !== 'found') throw new Error(lookup.is);
  return lookup.found;
}

function terms(
  offer: CompiledOffer,
  on: string,
  { payment, end = 'recorded' }: { payment?: string; end?: Reading['end'] } = {},
) {
  return read<Offer>(found(offer, on, payment).offer, { ...AS_RECORDED, end }).terms;
}

describe('the version in force', () => {
  const plan = anOffer({
    id: 'plan',
    versions: [
      { seen: at('2025-06-10'), fee: fee('1000 KZT') },
      { effective: '2026-02-01', seen: at('2026-01-20'), fee: fee('1200 KZT') },
      { effective: '2026-08-01', seen: at('2026-07-20'), fee: fee('1500 KZT'), sale: 'closed' },
    ],
  });

  test.each([
    ['2025-06-10', 100_000],
    ['2026-01-31', 100_000],
    ['2026-02-01', 120_000],
    ['2026-07-31', 120_000],
    ['2026-08-01', 150_000],
    ['2027-01-01', 150_000],
  ])('on %s', (on, amount) => {
    expect(terms(plan, on).fee.phases[0]?.amount).toBe(amount);
  });

  test('is none on a day before the first: a wrong one would look plausible', () => {
    expect(offerOn(aCatalog([plan]), 'plan', d('2025-06-09'))).toEqual({
      is: 'before-first-version',
      first: d('2025-06-10'),
    });
  });

  test('says whether it is sold', () => {
    expect(mayBeOnSale(found(plan, '2026-07-31'))).toBe(true);
    expect(mayBeOnSale(found(plan, '2026-08-01'))).toBe(false);
  });

  test('without any date holds on every day', () => {
    const undated = anOffer({ id: 'plan', version: { seen: at('unknown') } });
    expect(offerOn(aCatalog([undated]), 'plan', d('1999-01-01')).is).toBe('found');
  });
});

describe('an id that is not on file', () => {
  test('is answered with ids like it', () => {
    const catalog = aCatalog(['kcell-data-pack-5', 'kcell-data-pack-7', 'beeline-weekly'].map((id) => anOffer({ id })));
    expect(offerOn(catalog, 'kcell-datapack-5', d('2026-12-01'))).toEqual({
      is: 'no-such-offer',
      similar: ['kcell-data-pack-5', 'kcell-data-pack-7'],
    });
    expect(offerOn(catalog, 'zzz', d('2026-12-01'))).toEqual({ is: 'no-such-offer', similar: [] });
    expect(offerOn(catalog, '', d('2026-12-01'))).toEqual({ is: 'no-such-offer', similar: [] });
  });
});

describe('another way to pay the same thing', () => {
  const plan = anOffer({
    id: 'plan',
    version: {
      fee: [{ amount: '1990 KZT', every: '30 days' }],
      payments: { daily: [{ amount: '90 KZT', every: '1 day' }] },
      allowances: [{ data: '10 GB' }],
    },
  });

  test('changes the fee and how often the allowances come', () => {
    expect(terms(plan, '2026-12-01').renews).toMatchObject({ count: 30 });
    const { fee: paid, renews } = terms(plan, '2026-12-01', { payment: 'daily' });
    expect(paid.phases).toMatchObject([{ amount: 9000 }]);
    expect(renews).toMatchObject({ unit: 'days', count: 1 });
  });
});

describe('value-added tax', () => {
  test('is added where a price is stated without it: 12 % before 2026, 16 % since', () => {
    const plan = anOffer({ id: 'plan', version: { seen: at('2025-12'), fee: fee('1000 KZT'), tax: 'excluded' } });
    expect(terms(plan, '2025-12-31').fee.taxPercent).toBe(12);
    expect(terms(plan, '2026-01-01').fee.taxPercent).toBe(16);
  });

  test('may or may not be in a price for companies that does not say', () => {
    const plan = anOffer({ id: 'plan', eligibility: ['corporate'], version: { fee: fee('1000 KZT'), tax: 'unknown' } });
    const percent = (end: Reading['end']) => terms(plan, '2026-12-01', { end }).fee.taxPercent;
    expect([percent('recorded'), percent('low'), percent('high')]).toEqual([0, 0, 16]);
  });

  test('is in every retail price', () => {
    for (const tax of ['unknown', 'included']) {
      const plan = anOffer({ id: 'plan', version: { fee: fee('1000 KZT'), tax } });
      expect(terms(plan, '2026-12-01').fee.taxPercent).toBeUndefined();
    }
  });
});
