import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseDay } from '@simwise/engine';
import { describe, expect, test } from 'vitest';
import { compileCatalog, loadCatalog } from './build/index.ts';
import { allContacts, CONTACT_PURPOSES, findBrands, missingPurposes, yearsSince } from './contact.ts';

const { catalog: loaded } = loadCatalog(join(dirname(fileURLToPath(import.meta.url)), '../../../catalog/kz'));
if (!loaded) throw new Error('the catalogue does not load');
const catalog = compileCatalog(loaded);

describe('a brand is found', () => {
  test.each([
    ['beeline', ['beeline']],
    ['Билайн', ['beeline']],
    [' BEELINE ', ['beeline']],
    ['Кселл', ['kcell']],
    ['kcell-jsc', ['kcell', 'activ']],
    ['ТОО «КаР-Тел»', ['beeline', 'izi']],
    ['中国联通', ['china-unicom']],
  ] as const)('under %s', (asked, ids) => {
    const lookup = findBrands(catalog, asked);
    expect(lookup.is === 'found' ? lookup.brands.map(({ id }) => id) : lookup.similar).toEqual(ids);
  });

  test('a misspelled one leads to the nearest', () => {
    expect(findBrands(catalog, 'beelin')).toMatchObject({ is: 'no-such-brand', similar: ['beeline'] });
    expect(findBrands(catalog, 'Билай')).toMatchObject({ is: 'no-such-brand', similar: ['beeline'] });
  });

  test('the statistic is no brand that one could ask', () => {
    expect(findBrands(catalog, 'reference').is).toBe('no-such-brand');
  });
});

describe('what is not on record', () => {
  const missing = (id: string) => catalog.brands.filter((brand) => brand.id === id).flatMap(missingPurposes);

  test('Beeline has no balance code here: those of Beeline in Russia prove nothing', () => {
    expect(missing('beeline')).toEqual(['balance', 'own-number', 'tariff', 'foreign-card']);
  });

  test('no balance code of Tele2 was found, one of Altel was', () => {
    expect(missing('tele2')).toContain('balance');
    expect(missing('altel')).not.toContain('balance');
  });

  test('paying with a foreign card is not known of anybody', () => {
    for (const brand of catalog.brands.filter(({ operator }) => operator)) {
      expect(missingPurposes(brand)).toContain('foreign-card');
    }
  });
});

describe('age in whole years', () => {
  test.each([
    ['2021', '2026-11-22', 4],
    ['2021', '2026-12-31', 5],
    ['2025-11', '2026-11-29', 0],
    ['2025-11', '2026-11-30', 1],
    ['2026-03-03', '2026-11-22', 0],
    ['2027', '2026-11-22', 0],
  ] as const)('%s seen from %s: %i', (seen, on, years) => {
    expect(yearsSince(seen, parseDay(on))).toBe(years);
  });
});

test('every contact has a purpose of the set, a source and, with a detail, all four languages', () => {
  const contacts = catalog.brands.flatMap(allContacts);
  expect(contacts.length).toBeGreaterThan(60);
  for (const { purpose, sources, detail } of contacts) {
    expect(CONTACT_PURPOSES).toContain(purpose);
    expect(sources.length).toBeGreaterThan(0);
    if (detail) expect(Object.keys(detail).toSorted()).toEqual(['en', 'kk', 'ru', 'zh']);
  }
});

test('the same codes stand as before contacts had purposes', () => {
  const codes = (id: string) =>
    catalog.brands.find((brand) => brand.id === id)?.codes?.map(({ purpose, value }) => `${purpose} ${value}`);
  expect(codes('altel')).toEqual(['balance *111#', 'registration *835#']);
  expect(codes('tele2')).toEqual([
    'change-tariff 504',
    'credit-menu *141*1*0#',
    'credit *141*1*1#',
    'call-back *144*8number#',
    'registration *835#',
  ]);
});
