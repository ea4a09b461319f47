import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AS_RECORDED, IN_THE_MIDDLE, type Offer, parseDay, read } from '@simwise/engine';
import { describe, expect, test } from 'vitest';
import type { CompiledOffer } from '../compiled.ts';
import { offerOn } from '../offer-on-day.ts';
import { brotliSize, compileCatalog } from './compile.ts';
import { loadCatalog } from './load.ts';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..', '..', 'catalog', 'kz');
const { catalog: loaded } = loadCatalog(ROOT);
if (!loaded) throw new Error('the catalogue does not load; "simwise catalog check" says why');
const catalog = compileCatalog(loaded);
const ids = catalog.offers.map(({ id }) => id);

/** Whether money is known for it: each fee, or a price for a unit. */
function hasPrice({ id, brand, role, currency, versions }: CompiledOffer): boolean {
  return versions.some(({ terms }) => {
    const { fee, rates, unpaid } = read<Offer>({ id, brand, role, currency, terms }, AS_RECORDED).terms;
    const isRated = [...rates, ...(unpaid?.rates ?? [])].some(({ action }) => action.do === 'charge');
    return isRated || fee.phases.every(({ amount }) => amount !== null);
  });
}

describe('the catalogue of Kazakhstan', () => {
  test('has at least 270 offers with a price', () => {
    expect(catalog.offers.filter(hasPrice).length).toBeGreaterThanOrEqual(270);
  });

  test('names each offer once, as an offer or as left out', () => {
    const all = [...ids, ...catalog.leftOut.map(({ id }) => id)];
    expect(all.filter((id, index) => all.indexOf(id) !== index)).toEqual([]);
    for (const { note } of catalog.leftOut) expect(note.length).toBeGreaterThan(10);
  });

  test.each(['2026-12-01', '2028-12-01', '2031-12-01'])(
    'has prices on %s that can be read in the middle exactly',
    (on) => {
      const readIds = ids.map((id) => {
        const looked = offerOn(catalog, id, parseDay(on));
        return looked.is === 'found' ? read<Offer>(looked.found.offer, IN_THE_MIDDLE).id : id;
      });
      expect(readIds).toEqual(ids);
    },
  );

  test('is at most 80,000 bytes to fetch', () => {
    expect(brotliSize(JSON.stringify(catalog))).toBeLessThanOrEqual(80_000);
  });

  test('is plain data: reading the JSON gives the same document', () => {
    expect(JSON.parse(JSON.stringify(catalog))).toEqual(catalog);
  });

  test('compiles to the same bytes each time', () => {
    const again = loadCatalog(ROOT).catalog;
    expect(again && JSON.stringify(compileCatalog(again))).toBe(JSON.stringify(catalog));
  });

  test('dates each version in the order of time, and traces it to a source on file', () => {
    const sources = new Set(catalog.sources.map(({ id }) => id));
    for (const { versions } of catalog.offers) {
      const starts = versions.map(({ from }) => from ?? Number.NEGATIVE_INFINITY);
      expect(starts).toEqual([...starts].sort((a, b) => a - b));
      for (const version of versions) expect(version.sources.filter((id) => !sources.has(id))).toEqual([]);
    }
  });

  test('has a reference card that stands in for a local phone card: 5,990 a month for 5 GB, 140 minutes, 50 SMS', () => {
    const [reference, ...others] = catalog.offers.filter((offer) => offer.reference);
    expect(others).toEqual([]);
    expect(reference).toMatchObject({ card: 'phone', number: 'local', currency: 'KZT' });
    const { id, brand, role, currency, versions } = reference as CompiledOffer;
    const terms = read<Offer>({ id, brand, role, currency, terms: versions[0]?.terms as never }, AS_RECORDED).terms;
    expect(terms.fee.phases).toMatchObject([{ amount: 599_000 }]);
    expect(terms.allowances.map(({ kind, amount }) => [kind, amount])).toEqual([
      ['data', 5 * 2 ** 30],
      ['voice', 140 * 60],
      ['sms', 50],
    ]);
  });

  test('holds the official figures that age goes by', () => {
    const { usd, local } = catalog.entryBasket;
    const value = (ratio: { num: number; den: number } | undefined) => ratio && ratio.num / ratio.den;
    expect([value(usd['2020']), value(usd['2025'])]).toEqual([3.9, 11.77]);
    expect([value(local['2022']), value(local['2025'])]).toEqual([2590, 5990]);
  });
});
