import { describe, expect, test } from 'vitest';
import { CatalogCopy } from '../../test/catalog-copy.ts';
import { checkCatalog } from './check-catalog.ts';

/** Findings as `file:line:col check`. */
function placesIn({ root }: CatalogCopy): string[] {
  return checkCatalog(root).map(({ file, line, col, check }) => `${file}:${line}:${col} ${check}`);
}

const PACKS = 'offers/kcell/data-pack.yaml';
const TALKS = 'offers/kcell/talks.yaml';

describe('a date that no calendar has is a finding at its place', () => {
  test.each([
    [PACKS, "from: '2019-03'", "from: ‸'2019-02-31'"],
    [TALKS, '        confidence: high', "        confidence: high\n        effective: ‸'2019-02-29'"],
    ['country.yaml', "from: '2024-03-01'", "from: ‸'2024-02-30'"],
    ['reference-prices.yaml', "published: '2025-12-02'", "published: ‸'2025-06-31'"],
    ['exchange-rates.yaml', "- day: '2025-05-19'", "- day: ‸'2025-04-31'"],
  ])('%s: %s', (file, before, after) => {
    const copy = new CatalogCopy();
    const place = copy.change(file, before, after);
    expect(placesIn(copy)).toEqual([`${place} schema`]);
  });
});

describe('what would not compile is a finding at its place', () => {
  test('a day that ends at the midnight of a zone nobody recorded', () => {
    const copy = new CatalogCopy();
    const place = copy.change(PACKS, '    tax: unknown', '    tax: unknown\n    days: ‸Asia/Tokyo');
    expect(placesIn(copy)).toEqual([`${place} known-zone`]);
  });

  test.each([
    [
      'a message at the price of a picture',
      '{ sms: 7 KZT, to: [ on-net ] }',
      '{ sms: ‸7 KZT per mms, to: [ on-net ] }',
    ],
    [
      'a call with steps in megabytes',
      '{ voice: 11 KZT per min, to: [ national-mobile ] }',
      '{ voice: 11 KZT per min, steps: { of: day, prices: [ { price: ‸2 KZT per MB } ] } }',
    ],
    [
      'data by the minute in the evening',
      '{ data: 20 KZT per MB }',
      '{ data: 20 KZT per MB, bands: [ { hours: 18:00-24:00, price: ‸2 KZT per min } ] }',
    ],
    [
      'data with steps in minutes',
      '{ data: 20 KZT per MB }',
      '{ data: 20 KZT per MB, steps: { of: day, prices: [ { until: ‸3 min, price: 2 KZT per min } ] } }',
    ],
  ])('%s', (_what, before, after) => {
    const copy = new CatalogCopy();
    const place = copy.changeFirst(TALKS, before, after);
    expect(placesIn(copy)[0]).toBe(`${place} schema`);
  });
});

describe('the place of a fact that is missing', () => {
  test('an offer without names points to the offer, though its file has facts that all share', () => {
    const copy = new CatalogCopy();
    const place = copy.change(
      PACKS,
      '  - id: kcell-data-pack-7\n    names: { en: Data Pack Internet 7 }\n',
      '  - ‸id: kcell-data-pack-7\n',
    );
    expect(placesIn(copy)).toEqual([`${place} schema`]);
  });

  test('a version without a fee points to the version', () => {
    const copy = new CatalogCopy();
    const place = copy.change(
      PACKS,
      '      - fee: [ { amount: 1390 KZT, every: calendar month } ]\n        allowances: [ { data: 7 GB } ]',
      '      - ‸allowances: [ { data: 7 GB } ]',
    );
    expect(placesIn(copy)).toEqual([`${place} schema`]);
  });

  test('a fact of `common` that is wrong points there', () => {
    const copy = new CatalogCopy();
    const place = copy.change(PACKS, '  role: add-on', '  role: ‸addon');
    expect(placesIn(copy)).toEqual([`${place} schema`]);
  });

  test('an offer that says for itself what `common` says too is blamed itself', () => {
    const copy = new CatalogCopy();
    const place = copy.change(PACKS, '  - id: kcell-data-pack-7\n', '  - id: kcell-data-pack-7\n    role: ‸addon\n');
    expect(placesIn(copy)).toEqual([`${place} schema`]);
  });
});
