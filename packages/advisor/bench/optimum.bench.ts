import { join } from 'node:path';
import type { CompiledCatalog } from '@simwise/catalog';
import { CatalogError, compileCatalog, loadCatalog } from '@simwise/catalog/build';
import { Optimiser, parseDay } from '@simwise/engine';
import { completeStay, findCandidates, limitsOf, type PresetName, type Stay } from '../src/index.ts';
import { marketOf } from '../src/market.ts';
import { variantsOf } from '../src/variants.ts';

const TODAY = parseDay('2026-11-22');
const ROUNDS = 9;
const MOST_EFFORT = 20_000_000;

type Say = (what: string, figure: string) => void;

/** What a search took, in milliseconds of processor time: to the first answer, to the end, and its longest step. */
type Taken = { readonly first: number; readonly whole: number; readonly step: number; readonly isProven: boolean };

/** Measures the search for the best of all over the catalogue, anew and after the data a day has been changed. */
export function bench(say: Say, root: string): void {
  const { catalog: loaded, findings } = loadCatalog(join(root, 'catalog/kz'));
  if (!loaded) throw new CatalogError(findings);
  const catalog = compileCatalog(loaded);
  for (const preset of ['tourist', 'business-trip', 'resident'] as const) tellPreset(say, catalog, preset);
}

function tellPreset(say: Say, catalog: CompiledCatalog, preset: PresetName): void {
  const asked = (megabytes: number) =>
    completeStay(catalog, { preset, start: '2026-12-01', usage: { data: `${megabytes}MB/day` } }, TODAY);
  const anew: Taken[] = [];
  const moved: Taken[] = [];
  let [stay, optimiser] = opened(catalog, asked(700));
  for (let round = 0; round < ROUNDS; round++) {
    const [next, fresh] = opened(catalog, asked(600 + 50 * ((round * 3) % 5)));
    anew.push(solve(fresh, next));
    optimiser = optimiser.moved(usesOf(catalog, next));
    moved.push(solve(optimiser, stay));
    stay = next;
  }
  say(`${preset}, ${stay.days} days: anew`, figures(anew));
  say(`${preset}, ${stay.days} days: data a day changed`, figures(moved));
}

function opened(catalog: CompiledCatalog, stay: Stay): [Stay, Optimiser] {
  const { start, days } = stay;
  const market = marketOf(catalog, findCandidates(catalog, stay), []);
  const stage = { period: { start, days }, local: catalog.country.offsets, acceptsThrottle: false };
  return [stay, new Optimiser({ market, uses: usesOf(catalog, stay), stage })];
}

function usesOf(catalog: CompiledCatalog, stay: Stay) {
  return variantsOf(catalog, stay)[0]?.uses ?? [];
}

function solve(optimiser: Optimiser, stay: Stay): Taken {
  const start = processorTime();
  const search = optimiser.search(limitsOf(stay, 'overall'));
  let [first, step, last] = [Number.NaN, 0, start];
  for (const { best, effort } of search.run()) {
    const now = processorTime();
    step = Math.max(step, now - last);
    last = now;
    if (best && Number.isNaN(first)) first = now - start;
    if (effort > MOST_EFFORT) break;
  }
  return { first, step, whole: processorTime() - start, isProven: search.finish()?.certificate.gap === 0 };
}

function figures(all: readonly Taken[]): string {
  const median = (of: 'first' | 'whole' | 'step') =>
    (all.map((taken) => taken[of]).toSorted((a, b) => a - b)[all.length >> 1] as number).toFixed(0);
  const proven = all.filter(({ isProven }) => isProven).length;
  return `first ${median('first')} ms, whole ${median('whole')} ms, longest step ${median('step')} ms, proven ${proven} of ${all.length}`;
}

function processorTime(): number {
  return process.cpuUsage().user / 1000;
}
