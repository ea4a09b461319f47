import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliSize } from '@simwise/catalog/build';
import { parseDay } from '@simwise/engine';
import { PlaceIndex, unpackPlaces } from '@simwise/places';
import {
  compileCells,
  compileCoverage,
  compilePlaces,
  openCoverageSources,
  openPlaceSources,
  Polygons,
  readCellList,
} from '@simwise/places/build';

const QUERIES = [
  'Almaty',
  'Алматы',
  'Almati',
  'Alamty',
  '阿拉木圖',
  'Нур-Султан',
  'Саты',
  'Чарынский каньон',
  'Хоргосс',
  'ak',
  'Reykjavik',
];
const ROWS = 200_000;
const NETWORKS = new Map([
  ['401-1', 'beeline'],
  ['401-2', 'kcell'],
  ['401-77', 'tele2'],
]);

type Say = (what: string, figure: string) => void;

/** Says what the budgets of places and coverage are measured by; asserts nothing. */
export async function bench(say: Say, root: string): Promise<void> {
  const folder = join(root, 'catalog', 'kz');
  const sources = openPlaceSources(folder);
  const coverage = openCoverageSources(folder);
  const compiled = compilePlaces(sources);
  const json = JSON.stringify(compiled);
  const places = unpackPlaces(compiled);
  const [index, building] = timed(() => new PlaceIndex(unpackPlaces(JSON.parse(json))));
  say('places', `${places.length}, ${brotliSize(json)} bytes brotli`);
  say('index built from JSON', `${building} ms`);
  for (const query of QUERIES) say(`search ${query}`, `${percentiles(() => index.search(query))}`);
  const context = { places, outlines: sources.outlines, rules: coverage.rules.data };
  const parts = [
    compileCoverage(coverage),
    ...coverage.folders.map((folder) => compileCells(coverage, folder, context)),
  ];
  const bytes = parts.map((part) => brotliSize(JSON.stringify(part)));
  say('coverage', `${bytes.join(' + ')} bytes brotli`);
  const around = places.flatMap(({ at }) => at ?? []);
  say('cell list', await importOf(new Polygons(sources.outlines), around));
}

async function importOf(outlines: Polygons, around: readonly { lat: number; lon: number }[]): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const file = join(folder, '401.csv');
  writeFileSync(file, Array.from({ length: ROWS }, (_, row) => rowOf(row, around)).join('\n'));
  const start = performance.now();
  const { counts } = await readCellList(file, { networks: NETWORKS, outlines, today: parseDay('2026-11-22') });
  const ms = Math.round(performance.now() - start);
  rmSync(folder, { recursive: true });
  return `${counts.rows} rows read in ${ms} ms, ${counts.kept} kept`;
}

/** A row in the order of OpenCelliD, up to 20 km from a settlement; the same rows at every run. */
function rowOf(row: number, around: readonly { lat: number; lon: number }[]): string {
  const { lat, lon } = around[row % around.length] as { lat: number; lon: number };
  const [north, east] = [((row * 7919) % 400) / 1000 - 0.2, ((row * 104_729) % 400) / 1000 - 0.2];
  const radio = ['GSM', 'UMTS', 'LTE', 'NR'][row % 4];
  const net = [1, 2, 77][row % 3];
  return `${radio},401,${net},${row % 60_000},${row},0,${lon + east},${lat + north},${row % 3000},${row % 40},1,1500000000,1764000000,0`;
}

function timed<T>(make: () => T): [T, number] {
  const start = performance.now();
  const made = make();
  return [made, Math.round(performance.now() - start)];
}

function percentiles(run: () => unknown): string {
  run();
  const times = Array.from({ length: 300 }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  }).sort((a, b) => a - b);
  const at = (share: number) => (times[Math.floor(share * times.length)] ?? 0).toFixed(2);
  return `median ${at(0.5)} ms, 95 of 100 within ${at(0.95)} ms`;
}
