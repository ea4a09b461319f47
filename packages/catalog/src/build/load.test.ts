import { symlinkSync } from 'node:fs';
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
    const copy = new CatalogCopy({ brands: ['kcell'] });
    const place = copy.change(file, before, after);
    expect(placesIn(copy)).toEqual([`${place} schema`]);
  });
});

describe('what would not compile is a finding at its place', () => {
  test('a day that ends at the midnight of a zone nobody recorded', () => {
    const copy = new CatalogCopy({ brands: ['kcell'] });
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
    const copy = new CatalogCopy({ brands: ['kcell'] });
    const place = copy.changeFirst(TALKS, before, after);
    expect(placesIn(copy)[0]).toBe(`${place} schema`);
  });
});

describe('the place of a fact that is missing', () => {
  test('an offer without names points to the offer, though its file has facts that all share', () => {
    const copy = new CatalogCopy({ brands: ['kcell'] });
    const place = copy.change(
      PACKS,
      '  - id: kcell-data-pack-7\n    names: { en: Data Pack Internet 7 }\n',
      '  - ‸id: kcell-data-pack-7\n',
    );
    expect(placesIn(copy)).toEqual([`${place} schema`]);
  });

  test('a version without a fee points to the version', () => {
    const copy = new CatalogCopy({ brands: ['kcell'] });
    const place = copy.change(
      PACKS,
      '      - fee: [ { amount: 1390 KZT, every: calendar month } ]\n        allowances: [ { data: 7 GB } ]',
      '      - ‸allowances: [ { data: 7 GB } ]',
    );
    expect(placesIn(copy)).toEqual([`${place} schema`]);
  });

  test('a fact of `common` that is wrong points there', () => {
    const copy = new CatalogCopy({ brands: ['kcell'] });
    const place = copy.change(PACKS, '  role: add-on', '  role: ‸addon');
    expect(placesIn(copy)).toEqual([`${place} schema`]);
  });

  test('an offer that says for itself what `common` says too is blamed itself', () => {
    const copy = new CatalogCopy({ brands: ['kcell'] });
    const place = copy.change(PACKS, '  - id: kcell-data-pack-7\n', '  - id: kcell-data-pack-7\n    role: ‸addon\n');
    expect(placesIn(copy)).toEqual([`${place} schema`]);
  });
});

describe('a file that cannot be read is a finding', () => {
  test.each([
    ['a link to nowhere', (path: string) => symlinkSync('/nowhere/at/all', path)],
    ['a folder with the name of a file, through a link', (path: string) => symlinkSync('/', path)],
  ])('%s', (_what, make) => {
    const copy = new CatalogCopy({ brands: ['kcell'] });
    make(copy.path('sources/odd.yaml'));
    expect(placesIn(copy)).toEqual(['sources/odd.yaml:1:1 readable']);
  });

  test('a bomb of 50 MB is not even opened', () => {
    const copy = new CatalogCopy({ brands: ['kcell'] });
    copy.write('bomb.yaml', 'a: b\n'.repeat(10_000_000));
    const [finding] = checkCatalog(copy.root);
    expect(finding).toMatchObject({ file: 'bomb.yaml', line: 1, col: 1, check: 'readable' });
    expect(finding?.found).toContain('50000000 bytes');
  });

  test('a bomb of aliases is refused at its first alias', () => {
    const copy = new CatalogCopy({ brands: ['kcell'] });
    // Nine levels of nine: 9^9 values if anybody followed them.
    const levels = 'abcdefghi'.split('').map((name, index, all) => {
      const item = index === 0 ? 'lol' : `*${all[index - 1]}`;
      return `${name}: &${name} [${Array(9).fill(item).join(',')}]`;
    });
    copy.write('bomb.yaml', levels.join('\n'));
    // The second line, after `b: &b [`
    expect(placesIn(copy)).toEqual(['bomb.yaml:2:8 readable']);
  });

  test('brackets nested a hundred thousand deep', () => {
    const copy = new CatalogCopy({ brands: ['kcell'] });
    copy.write('deep.yaml', `a: ${'['.repeat(100_000)}${']'.repeat(100_000)}\n`);
    expect(placesIn(copy)[0]).toMatch(/^deep\.yaml:1:\d+ readable$/);
  });

  test.each([
    ['two documents', 'a: 1\n---\nb: 2\n', 'bomb.yaml:2:1 readable'],
    ['a key twice', 'a: 1\na: 2\n', 'bomb.yaml:2:1 readable'],
    ['no YAML at all', '\ta: {\n', 'bomb.yaml:1:1 readable'],
  ])('%s', (_what, text, place) => {
    const copy = new CatalogCopy({ brands: ['kcell'] });
    copy.write('bomb.yaml', text);
    expect(placesIn(copy)).toEqual([place]);
  });
});

describe('a folder that is no catalogue', () => {
  test('a folder that is not there', () => {
    expect(checkCatalog('/nowhere/at/all')).toMatchObject([{ file: '/nowhere/at/all', check: 'folder' }]);
  });

  test('every document that is missing is named', () => {
    const copy = new CatalogCopy({ brands: ['kcell'] });
    copy.remove('zones.yaml');
    copy.remove('market.yaml');
    expect(placesIn(copy)).toEqual(['market.yaml:1:1 complete', 'zones.yaml:1:1 complete']);
  });

  test('an offer file without offers', () => {
    const copy = new CatalogCopy({ brands: ['kcell'] });
    copy.write('offers/kcell/empty.yaml', '');
    copy.write('offers/kcell/odd.yaml', 'offers: []\nextra: 1\n');
    expect(placesIn(copy)).toEqual(['offers/kcell/empty.yaml:1:1 schema', 'offers/kcell/odd.yaml:2:8 schema']);
  });
});

test('every mistake in every file is told at once, in the order of files and lines', () => {
  const copy = new CatalogCopy({ brands: ['kcell'] });
  const places = [
    copy.change('country.yaml', 'currency: KZT', 'currency: ‸tenge'),
    copy.change('exchange-rates.yaml', "rate: '444.32'", "rate: ‸'-444.32'"),
    copy.change(PACKS, '{ amount: 1190 KZT, every: calendar month }', '{ amount: ‸-1190 KZT, every: calendar month }'),
    copy.change(PACKS, '{ amount: 39990 KZT, every: calendar month }', '{ amount: 39990 KZT, every: ‸monthly }'),
    copy.change(TALKS, 'maxCall: 30 min', 'maxCall: ‸30 MB'),
  ];
  expect(placesIn(copy)).toEqual(places.map((place) => `${place} schema`));
});

test.each([
  ['exchange-rates.yaml', "rate: '444.32'", "rate: ‸'0'"],
  ['exchange-rates.yaml', "rate: '444.32'", "rate: ‸'0.00'"],
  ['reference-prices.yaml', "'2023': { amount: '3190' }", "'2023': { amount: ‸'0' }"],
])('%s: a rate or a price of zero: %s', (file, before, after) => {
  const copy = new CatalogCopy({ brands: ['kcell'] });
  const place = copy.change(file, before, after);
  expect(placesIn(copy)).toEqual([`${place} schema`]);
});

test.each(["‸'+99:00'", "‸'+08:60'", "‸'8'"])('no clock is %s from UTC', (utc) => {
  const copy = new CatalogCopy({ brands: ['kcell'] });
  const place = copy.change('zones.yaml', "Asia/Shanghai: [ { utc: '+08:00' } ]", `Asia/Shanghai: [ { utc: ${utc} } ]`);
  expect(placesIn(copy)).toEqual([`${place} schema`]);
});
