import { join } from 'node:path';
import type { CompiledCatalog } from '@simwise/catalog';
import { CatalogError, compileCatalog, loadCatalog } from '@simwise/catalog/build';
import { Optimiser, parseDay } from '@simwise/engine';
import { searchTimes, timesText } from '../../engine/bench/search-times.ts';
import { completeStay, findCandidates, limitsOf, type PresetName, type Stay } from '../src/index.ts';
import { marketOf } from '../src/market.ts';
import { variantsOf } from '../src/variants.ts';

const TODAY = parseDay('2026-11-22');
const MOST_EFFORT = 20_000_000;

/** Megabytes a day, as a slider is moved to and fro. */
const AMOUNTS = [700, 750, 600, 800, 650, 700, 900, 750, 850];

type Say = (what: string, figure: string) => void;

/** Measures the search for the best of all over the catalogue, anew and after the data a day has been changed. */
export function bench(say: Say, root: string): void {
  const { catalog: loaded, findings } = loadCatalog(join(root, 'catalog/kz'));
  if (!loaded) throw new CatalogError(findings);
  const catalog = compileCatalog(loaded);
  for (const preset of ['tourist', 'business-trip', 'resident'] as const) tellPreset(say, catalog, preset);
}

function tellPreset(say: Say, catalog: CompiledCatalog, preset: PresetName): void {
  const stays = AMOUNTS.map((megabytes) =>
    completeStay(catalog, { preset, start: '2026-12-01', usage: { data: `${megabytes}MB/day` } }, TODAY),
  );
  const market = marketOf(catalog, findCandidates(catalog, stays[0] as Stay), []);
  const anew = (stay: Stay) => {
    const { start, days } = stay;
    const stage = { period: { start, days }, local: catalog.country.offsets, acceptsThrottle: false };
    return new Optimiser({ market, uses: usesOf(catalog, stay), stage });
  };
  // The optimiser is moved on from one stay to the next, before what is timed.
  const moved = (stay: Stay, index: number) => {
    const before = stays[(index + stays.length - 1) % stays.length] as Stay;
    const optimiser = anew(before);
    for (const { effort } of optimiser.search(limitsOf(before, 'overall')).run()) if (effort > MOST_EFFORT) break;
    return optimiser.moved(usesOf(catalog, stay));
  };
  const timed = (open: (stay: Stay, index: number) => Optimiser) => {
    const searches = stays.map((stay, index) => {
      const ready = Array.from({ length: 3 }, () => open(stay, index));
      return () => (ready.pop() as Optimiser).search(limitsOf(stay, 'overall'));
    });
    return timesText(searchTimes(searches, MOST_EFFORT));
  };
  const days = stays[0]?.days;
  say(`${preset}, ${days} days: anew`, timed(anew));
  say(`${preset}, ${days} days: data a day changed`, timed(moved));
}

function usesOf(catalog: CompiledCatalog, stay: Stay) {
  return variantsOf(catalog, stay)[0]?.uses ?? [];
}
