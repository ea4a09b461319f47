import { describe, expect, test } from 'vitest';
import { CatalogCopy } from '../../../test/catalog-copy.ts';
import { type Finding, withoutRepeats } from '../finding.ts';
import { loadCatalog } from '../load.ts';
import { CHECKS } from './index.ts';

const PACKS = 'offers/kcell/data-pack.yaml';
const TALKS = 'offers/kcell/talks.yaml';
const NINE = 'offers/kcell/nine-tenge.yaml';
const OSOBY = 'offers/activ/osoby.yaml';
const PASS = 'offers/activ/unlimited-learning.yaml';

/** A mistake made in a copy of the catalogue; it gives back the place where its finding must point. */
type Breakage = {
  readonly check: string;
  /** The offers to read: those of Kcell unless said otherwise, since fewer are read sooner. */
  readonly brand?: 'activ' | 'every brand';
  readonly what: string;
  readonly make: (copy: CatalogCopy) => string;
  readonly found: string;
  readonly expected: string;
};

const BREAKAGES: readonly Breakage[] = [
  {
    check: 'unique-ids',
    what: 'two offers under one id',
    // Files are read in the order of their names, so the one in talks.yaml comes second.
    make: (copy) => copy.change(TALKS, '- id: kcell-talks-daily', '- id: ‸kcell-data-pack-7'),
    found: '"kcell-data-pack-7" again',
    expected: `one "kcell-data-pack-7", as in ${PACKS}`,
  },
  {
    check: 'unique-ids',
    what: 'an offer that is left out as well',
    make: (copy) => copy.changeFirst('left-out.yaml', 'id: kcell-b2b-big-box-1,', 'id: ‸kcell-talks-daily,'),
    found: '"kcell-talks-daily" left out',
    expected: `it only in ${TALKS}`,
  },
  {
    check: 'unique-ids',
    what: 'one source listed twice',
    make: (copy) =>
      copy.changeFirst(
        'sources/kcell.yaml',
        '  - { id: kcell-special-disabled,',
        '  - { id: ‸kcell-talks, publisher: Kcell, address: kcell.kz/again }\n  - { id: kcell-special-disabled,',
      ),
    found: '"kcell-talks" again',
    expected: 'one "kcell-talks", as in sources/kcell.yaml',
  },
  {
    check: 'known-reply-brands',
    brand: 'every brand',
    what: 'captions of a brand that is not on file',
    make: (copy) => copy.change('replies.yaml', '- id: tele2', '- id: ‸tele3'),
    found: '"tele3"',
    expected: 'the id of a brand on file',
  },
  {
    check: 'known-references',
    brand: 'every brand',
    what: 'a source that is not on file',
    make: (copy) => copy.change(TALKS, 'sources: [ kcell-talks ]', 'sources: [ kcell-talks, ‸kcell-walks ]'),
    found: '"kcell-walks"',
    expected: 'the id of a source on file',
  },
  {
    check: 'known-references',
    brand: 'every brand',
    what: 'a network that is not on file',
    make: (copy) => copy.change(TALKS, 'networks: [ kcell ]', 'networks: [ kcell, ‸kcel ]'),
    found: '"kcel"',
    expected: 'the id of a network on file',
  },
  {
    check: 'known-references',
    brand: 'every brand',
    what: 'a brand that is not on file',
    make: (copy) => copy.change(PACKS, 'requires: { brands: [ kcell ] }', 'requires: { brands: [ ‸kcel ] }'),
    found: '"kcel"',
    expected: 'the id of a brand on file',
  },
  {
    check: 'known-references',
    brand: 'every brand',
    what: 'a pack to fall back to that is not on file',
    make: (copy) =>
      copy.changeFirst(
        'offers/beeline/weekly.yaml',
        'offer: beeline-daypack-vse-490',
        'offer: ‸beeline-daypack-vse-940',
      ),
    found: '"beeline-daypack-vse-940"',
    expected: 'the id of an offer on file',
  },
  {
    check: 'known-references',
    brand: 'every brand',
    what: 'a home card of a seller that is not on file',
    make: (copy) =>
      copy.change('offers/tele2-ru/tele2-ru.yaml', '{ customerOf: tele2-ru }', '‸{ customerOf: tele2-by }'),
    found: '"tele2-by"',
    expected: 'the id of a brand on file',
  },
  {
    check: 'cited-documents',
    what: 'a rate of exchange with a source that is not on file',
    make: (copy) =>
      copy.change(
        'exchange-rates.yaml',
        "'444.32', sources: [ nationalbank-kz ]",
        "'444.32', sources: [ ‸nationalbank ]",
      ),
    found: '"nationalbank"',
    expected: 'the id of a source on file',
  },
  {
    check: 'used-sources',
    brand: 'every brand',
    what: 'a source that nothing cites',
    make: (copy) =>
      copy.changeFirst(
        'sources/kcell.yaml',
        'sources:\n',
        'sources:\n  - id: ‸kcell-unread\n    publisher: Kcell\n    address: kcell.kz/unread\n',
      ),
    found: '"kcell-unread", which nothing cites',
    expected: 'a source that something cites, or no entry',
  },
  {
    check: 'plausible-dates',
    what: 'seen until a day before it was first seen',
    make: (copy) =>
      copy.change(
        PACKS,
        "seen:\n      from: '2019-03'\n      to: '2022-09'",
        "seen:\n      ‸from: '2022-10'\n      to: '2022-09'",
      ),
    found: 'from 2022-10 to 2022-09',
    expected: 'dates since 1999, the first not after the last',
  },
  {
    check: 'plausible-dates',
    what: 'seen before there was a page to see it on',
    make: (copy) => copy.change(PACKS, "seen:\n      from: '2019-03'", "seen:\n      ‸from: '1899-03'"),
    found: 'from 1899-03 to 2022-09',
    expected: 'dates since 1999, the first not after the last',
  },
  {
    check: 'plausible-dates',
    what: 'only one of the two dates known',
    make: (copy) => copy.change(PACKS, "seen:\n      from: '2019-03'", 'seen:\n      ‸from: unknown'),
    found: 'from unknown to 2022-09',
    expected: 'both dates, or both unknown',
  },
  {
    check: 'plausible-dates',
    brand: 'activ',
    what: 'a later version above an earlier one',
    make: (copy) => {
      copy.change(OSOBY, "effective: '2019-01-10'", "effective: '2018-12-01'");
      return (
        copy.change(
          OSOBY,
          'seen: { from: unknown, to: unknown, basis: named on the page of January 2019 as the rates until then }',
          "seen: { from: '2019-01', to: '2019-01', basis: named on the page of January 2019 }",
        ) || copy.change(OSOBY, "      - effective: '2018-12-01'", "      - ‸effective: '2018-12-01'")
      );
    },
    found: 'a version not later than the one above it',
    expected: 'versions in the order of time',
  },
  {
    check: 'stated-facts',
    what: 'a local card without the price of its SIM',
    make: (copy) =>
      copy.change(TALKS, "      - seen:\n          from: '2019-03'", "      - ‸seen:\n          from: '2019-03'") &&
      moved(copy, TALKS, '        simPrice: unknown\n', '      - ', 'seen:'),
    found: 'no simPrice',
    expected: 'simPrice, or simPrice: unknown',
  },
  {
    check: 'stated-facts',
    what: 'a base plan that does not say whether it may be shared',
    make: (copy) => moved(copy, TALKS, '  hotspot: unknown\n', '  - ', 'id: kcell-talks-daily'),
    found: 'no hotspot',
    expected: 'hotspot, or hotspot: unknown',
  },
  {
    check: 'stated-facts',
    what: 'a fee for a calendar month that does not say what the first one costs',
    make: (copy) => moved(copy, NINE, '        proration: { of: fee, firstDay: counts }\n', '      - ', 'seen:'),
    found: 'no proration',
    expected: 'proration, or proration: unknown',
  },
  {
    check: 'stated-facts',
    brand: 'activ',
    what: 'a pack bought once that does not say how long it lives',
    make: (copy) => {
      copy.change('offers/activ/yearly-internet.yaml', '    validity: 12 months\n', '');
      return copy.change(
        'offers/activ/yearly-internet.yaml',
        '[ { fee: [ { amount: 14970',
        '[ ‸{ fee: [ { amount: 14970',
      );
    },
    found: 'no validity',
    expected: 'validity, or validity: unknown',
  },
  {
    check: 'one-currency',
    what: 'a price in dollars on a card in tenge',
    make: (copy) => {
      copy.change(
        TALKS,
        '{ voice: 15 KZT per min, to: [ landline ] }\n          - { data: 20 KZT per MB }\n          - { sms: 7 KZT, to: [ on-net ] }\n          - { sms: 12 KZT, to: [ national-mobile ] }\n        unpaid',
        '{ voice: 0.15 USD per min, to: [ landline ] }\n          - { data: 20 KZT per MB }\n          - { sms: 7 KZT, to: [ on-net ] }\n          - { sms: 12 KZT, to: [ national-mobile ] }\n        unpaid',
      );
      return copy.change(TALKS, '    versions:\n      - seen', '    versions:\n      ‸- seen');
    },
    found: 'KZT and USD',
    expected: 'one currency in all versions',
  },
  {
    check: 'id-in-place',
    brand: 'activ',
    what: 'an offer in the folder of another brand',
    make: (copy) => copy.change(PASS, 'brand: activ\n', 'brand: ‸kcell\n'),
    found: 'brand "kcell" in offers/activ/',
    expected: 'offers/kcell/',
  },
  {
    check: 'calling-codes',
    what: 'a code that begins as another does',
    make: (copy) => copy.changeFirst('country.yaml', "    '81': JP", "    '861': ‸JP"),
    found: '"861" beside "86"',
    expected: 'codes that do not begin with "86"',
  },
  {
    check: 'id-in-place',
    brand: 'activ',
    what: 'an id that does not name the brand',
    make: (copy) => copy.change(PASS, 'id: activ-unlimited-learning', 'id: ‸unlimited-learning'),
    found: '"unlimited-learning"',
    expected: 'an id that names the brand, such as "activ-unlimited-learning"',
  },
  {
    check: 'few-open-facts',
    what: 'more facts unknown than a range can be worked out over',
    // Proration 4 ways × order 2 × start 2 × days 2 × buckets kept 2 = 64; with the ends of an increment 3 readings each
    make: (copy) => {
      copy.change(
        NINE,
        '        proration: { of: fee, firstDay: counts }\n',
        '        proration: unknown\n        order: unknown\n        starts: unknown\n        days: unknown\n',
      );
      copy.change(NINE, 'keepsBuckets: false', 'keepsBuckets: unknown');
      copy.change(NINE, 'voice: 1 s, data: 1 KB', 'voice: unknown, data: 1 KB');
      return copy.change(NINE, '      - seen: {', '      - ‸seen: {');
    },
    // 4 × 2 × 2 × 2 × 2 = 64 choices, each at the low and at the high end of what an increment costs
    found: '128 readings',
    expected: 'at most 64; state fewer facts as unknown',
  },
  {
    check: 'sound-formalities',
    brand: 'every brand',
    what: 'a rule for customers of a brand that is not there',
    make: (copy) => copy.changeFirst('formalities.yaml', 'brands: [ izi ]', 'brands: [ ‸izzi ]'),
    found: '"izzi"',
    expected: 'the id of a brand on file',
  },
  {
    check: 'small-enough',
    what: 'notes longer than anybody would download',
    make: (copy) => {
      copy.change(TALKS, 'Video calls on-net count', `${incompressible(90_000)} Video calls on-net count`);
      return '.:1:1';
    },
    found: 'bytes compressed',
    expected: 'at most 80000',
  },
  {
    check: 'tidy',
    what: 'keys in another order than the schema',
    make: (copy) => {
      copy.change(TALKS, '  brand: kcell\n  role: base\n', '  ‸role: base\n  brand: kcell\n');
      return `${TALKS}:2:1`;
    },
    found: '"role: base"',
    expected: '"brand: kcell"',
  },
];

/** Takes a line out of a file. @returns the place of the text after `lead` before the first `key`. */
function moved(copy: CatalogCopy, file: string, line: string, lead: string, key: string): string {
  copy.change(file, line, '');
  return copy.changeFirst(file, `${lead}${key}`, `${lead}‸${key}`);
}

/** Letters without a pattern, from a counter: nothing shorter says the same. */
function incompressible(length: number): string {
  let state = 1;
  return Array.from({ length }, () => {
    state = (state * 48_271) % 2_147_483_647;
    return String.fromCharCode(0x4e00 + (state % 20_000));
  }).join('');
}

/** What one check of the registry says of a folder; all of them at once are tried in check-catalog.test.ts. */
function findingsOf(name: string, root: string): readonly Finding[] {
  const { catalog } = loadCatalog(root);
  if (!catalog) throw new Error('the schema found it first');
  return withoutRepeats(CHECKS.flatMap((check) => (check.name === name ? check.run(catalog) : [])));
}

describe.each(BREAKAGES)('$check finds $what', ({ check, brand = 'kcell', make, found, expected }) => {
  test('at its place, saying what was found and what was expected', () => {
    const copy = new CatalogCopy(brand === 'every brand' ? {} : { brands: [brand] });
    const place = make(copy);
    const [finding, ...others] = findingsOf(check, copy.root);
    expect(finding && `${finding.file}:${finding.line}:${finding.col}`).toBe(place);
    expect(finding?.found).toContain(found);
    expect(finding?.expected).toBe(expected);
    expect(others).toEqual([]);
  });
});

test('every check of the registry is shown to find something, and says what it protects', () => {
  const shown = new Set(BREAKAGES.map(({ check }) => check));
  expect(CHECKS.map(({ name }) => name).filter((name) => !shown.has(name))).toEqual([]);
  for (const { protects } of CHECKS) expect(protects.length).toBeGreaterThan(20);
});
