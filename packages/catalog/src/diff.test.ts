import { describe, expect, test } from 'vitest';
import { aCatalog, anOffer, aRate } from '../test/tiny-catalog.ts';
import { diffCatalogs } from './diff.ts';

const plan = (fee: string) => anOffer({ id: 'plan', version: { fee: [{ amount: fee, every: 'month' }] } });
const pack = anOffer({ id: 'pack', role: 'add-on' });

test('the same catalogue twice', () => {
  expect(diffCatalogs(aCatalog([pack]), aCatalog([pack]))).toEqual({ added: [], removed: [], changed: [], facts: [] });
});

test('offers that came, went and changed', () => {
  const [before, after] = [aCatalog([plan('1190 KZT'), pack]), aCatalog([plan('1290 KZT'), anOffer({ id: 'new' })])];
  expect(diffCatalogs(before, after)).toEqual({
    added: ['new'],
    removed: ['pack'],
    changed: [
      {
        id: 'plan',
        changes: [{ path: 'versions.0.terms.fee.phases.0.amount', from: '119000', to: '129000' }],
      },
    ],
    facts: [],
  });
});

test('a fact that was not there before, and a long one', () => {
  const more = anOffer({ id: 'pack', role: 'add-on', version: { notes: 'n'.repeat(200) }, codes: { buy: '*1#' } });
  const [{ changes } = { changes: [] }] = diffCatalogs(aCatalog([pack]), aCatalog([more])).changed;
  expect(changes).toEqual([
    { path: 'versions.0.notes', from: 'nothing', to: `"${'n'.repeat(79)}…` },
    { path: 'codes', from: 'nothing', to: '{"buy":"*1#"}' },
  ]);
});

describe('what is not an offer', () => {
  test('a rate of exchange', () => {
    const after = aCatalog([], { exchangeRates: [aRate('2026-03-03', 'USD', 'KZT', '510')] });
    expect(diffCatalogs(aCatalog([]), after).facts).toEqual([
      { path: 'exchangeRates.0.rate.num', from: '500', to: '510' },
    ]);
  });

  test('a brand', () => {
    const after = aCatalog([], { brands: [] });
    expect(diffCatalogs(aCatalog([]), after).facts.map(({ path }) => path)).toEqual([
      'brands.0',
      'brands.1',
      'brands.2',
    ]);
  });
});
