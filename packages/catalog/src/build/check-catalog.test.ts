import { closeSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CatalogCopy } from '../../test/catalog-copy.ts';
import { checkCatalog, fixCatalog } from './check-catalog.ts';
import { loadCatalog } from './load.ts';

const PACKS = 'offers/kcell/data-pack.yaml';

/** Findings as `file:line:col check`. */
function placesIn({ root }: CatalogCopy): string[] {
  return checkCatalog(root).map(({ file, line, col, check }) => `${file}:${line}:${col} ${check}`);
}

test('the catalogue of this repository has no findings', () => {
  expect(placesIn(new CatalogCopy())).toEqual([]);
});

test('a mistake in what ten offers share is told once', () => {
  const copy = new CatalogCopy();
  const place = copy.change(PACKS, 'confidence: medium', 'confidence: ‸middling');
  expect(placesIn(copy)).toEqual([`${place} schema`]);
  expect(loadCatalog(copy.root).findings).toHaveLength(1);
});

describe('--fix', () => {
  const UNTIDY = [
    '  - id: kcell-data-pack-7\n    names: { en: Data Pack Internet 7 }\n',
    '  - names: {en: Data Pack Internet 7}\n    id: kcell-data-pack-7\n',
  ] as const;

  test('mends what a machine can mend, and only that', () => {
    const copy = new CatalogCopy();
    const tidy = copy.read(PACKS);
    copy.change(PACKS, ...UNTIDY);
    copy.change('offers/kcell/talks.yaml', 'sources: [ kcell-talks ]', 'sources: [ kcell-walks ]');
    expect(fixCatalog(copy.root)).toEqual([PACKS]);
    expect(copy.read(PACKS)).toBe(tidy);
    expect(checkCatalog(copy.root).map(({ check }) => check)).toEqual(['known-references']);
    expect(fixCatalog(copy.root)).toEqual([]);
  });

  test('replaces a file whole, so that nobody ever reads half of one', () => {
    const copy = new CatalogCopy();
    copy.change(PACKS, ...UNTIDY);
    const before = copy.read(PACKS);
    const reader = openSync(copy.path(PACKS), 'r');
    fixCatalog(copy.root);
    expect(readFileSync(reader, 'utf8')).toBe(before);
    closeSync(reader);
    expect(readdirSync(dirname(copy.path(PACKS))).filter((name) => !name.endsWith('.yaml'))).toEqual([]);
  });

  test('leaves everything alone when a file cannot be read', () => {
    const copy = new CatalogCopy();
    copy.change(PACKS, ...UNTIDY);
    copy.write('country.yaml', 'id: [');
    const before = copy.read(PACKS);
    expect(fixCatalog(copy.root)).toEqual([]);
    expect(copy.read(PACKS)).toBe(before);
  });
});
