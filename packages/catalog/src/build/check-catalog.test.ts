import { expect, test } from 'vitest';
import { CatalogCopy } from '../../test/catalog-copy.ts';
import { checkCatalog } from './check-catalog.ts';
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
