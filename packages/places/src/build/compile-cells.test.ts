import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliSize } from '@simwise/catalog/build';
import { gridDisk, latLngToCell } from 'h3-js';
import { describe, expect, test } from 'vitest';
import { CATALOG, COMPILED_CELLS, COMPILED_COVERAGE, COMPILED_PLACES, INDEX } from '../../test/real-data.ts';
import type { CompiledCells, NearRow } from '../compiled.ts';
import { centresOf } from '../leg-coverage.ts';
import { compileCells } from './compile-cells.ts';
import type { CellFolder } from './load-coverage.ts';
import { openCoverageSources, openPlaceSources } from './open-sources.ts';

const [CELLS] = COMPILED_CELLS as [CompiledCells];
const ROWS = readFileSync(join(CATALOG, 'coverage/opencellid/lacells-2015.csv'), 'utf8').trim().split('\n').slice(1);
const network = (id: string) => CELLS.networks.indexOf(id);

/**
 * kz_cells_2015_by_oblast.csv: cells of Beeline, Kcell, Tele2 and Altel by oblast. They were counted by the outlines of
 * oblasts, here they are by those of districts; both are simplified, so a few cells at the borders of cities change sides.
 */
const BY_OBLAST = {
  '100000000': [54, 63, 51, 0],
  '110000000': [100, 22, 36, 1],
  '150000000': [13, 78, 97, 0],
  '190000000': [457, 314, 264, 1],
  '750000000': [2615, 932, 2468, 16],
  '710000000': [753, 115, 399, 0],
  '230000000': [10, 49, 68, 1],
  '630000000': [804, 9, 73, 0],
  '350000000': [125, 69, 247, 0],
  '390000000': [1679, 152, 190, 2],
  '430000000': [3, 0, 1, 0],
  '470000000': [13, 60, 8, 0],
  '590000000': [102, 11, 114, 0],
  '550000000': [72, 163, 86, 0],
  '790000000': [15, 120, 17, 0],
  '610000000': [54, 237, 30, 2],
  '620000000': [37, 0, 0, 0],
  '270000000': [103, 21, 89, 21],
  '310000000': [36, 148, 39, 1],
  '330000000': [55, 13, 14, 0],
} as const;

test.each(Object.entries(BY_OBLAST))('the cells of oblast %s are those counted', (oblast, expected) => {
  const rows = CELLS.areas[oblast] ?? [];
  const counts = ['beeline', 'kcell', 'tele2', 'altel'].map(
    (id) => rows.find((row) => row[1] === network(id))?.[3] ?? 0,
  );
  for (const [index, count] of counts.entries())
    expect(Math.abs(count - (expected[index] ?? 0))).toBeLessThanOrEqual(7);
});

test('no cell is lost between the oblasts: 7,100 of Beeline, 2,576 of Kcell, 4,291 of Tele2, 45 of Altel', () => {
  const rows = Object.keys(BY_OBLAST).flatMap((oblast) => CELLS.areas[oblast] ?? []);
  const totals = ['beeline', 'kcell', 'tele2', 'altel'].map((id) =>
    rows.filter((row) => row[1] === network(id)).reduce((sum, row) => sum + row[3], 0),
  );
  expect(totals).toEqual([7100, 2576, 4291, 45]);
});

/** kz_place_evidence_2015.csv: kilometres to the nearest cell of Beeline, Kcell and Tele2, to a tenth. */
test.each([
  ['Almaty', '750000000', [0.1, 0.3, 0.2]],
  ['Shymkent', '790000000', [0.7, 0.5, 0.8]],
  ['Karaganda', '351010000', [0.6, 0.8, 0.2]],
  ['Semey', '101010000', [1.3, 1.2, 1.3]],
] as const)('the nearest cells to %s are where the facts have them', (_name, id, expected) => {
  const rows = CELLS.near[id] ?? [];
  const nearest = ['beeline', 'kcell', 'tele2'].map((each) => rows.find((row) => row[1] === network(each))?.[4] ?? 0);
  expect(nearest.map((metres) => Math.round(metres / 100) / 10)).toEqual(expected);
});

test('Aktobe has no Beeline cell within 1.5 km of its centre, as the facts say it is 2.0 km away', () => {
  expect((CELLS.near['151010000'] ?? []).some((row: NearRow) => row[1] === network('beeline'))).toBe(false);
});

describe('hexagons', () => {
  const ids = new Set(CELLS.hexagons.columns.flatMap((columns) => columns.ids));

  test('there are 696 of resolution 6, as kz_h3r6_evidence_2015.csv has', () => {
    expect(CELLS.hexagons.resolution).toBe(6);
    expect(ids.size).toBe(696);
  });

  test('every cell lies in one of them, and all cells are counted', () => {
    const hexagons = ROWS.map((row) => row.split(',')).map(([, , lat, lon]) =>
      latLngToCell(Number(lat), Number(lon), 6),
    );
    expect(hexagons.filter((id) => !ids.has(id.replace(/f+$/, '')))).toEqual([]);
    const counted = CELLS.hexagons.columns.flatMap(({ cells }) => cells).reduce((sum, count) => sum + count, 0);
    expect(counted).toBe(14_012);
  });

  test('their centres are told to a hundredth of a degree', () => {
    for (const columns of CELLS.hexagons.columns) {
      for (const [index, { lat, lon }] of centresOf(columns).entries()) {
        const id = `${columns.ids[index]}`.padEnd(15, 'f');
        expect([id, gridDisk(latLngToCell(lat, lon, 6), 1).includes(id)]).toEqual([id, true]);
      }
    }
  });
});

test('what a client fetches for coverage is at most 60,000 bytes, the places apart', () => {
  const size = (parts: readonly unknown[]) =>
    parts.reduce<number>((sum, part) => sum + brotliSize(JSON.stringify(part)), 0);
  expect(size([COMPILED_COVERAGE, ...COMPILED_CELLS])).toBeLessThanOrEqual(60_000);
  expect(size([COMPILED_PLACES])).toBeLessThanOrEqual(120_000);
});

test('share-alike cells and our own words are in different files, the cells with their notice', () => {
  expect(CELLS.licence).toBe('CC-BY-SA-4.0');
  expect(CELLS.notice).toContain('OpenCelliD');
  expect(JSON.stringify(COMPILED_COVERAGE)).not.toContain('lacells-2015');
});

test('every place with evidence is on the map', () => {
  expect(Object.keys(CELLS.near).filter((id) => INDEX.get(id).at === null)).toEqual([]);
});

test('a list that repeats another adds nothing, and one cell more is one more', () => {
  const sources = openPlaceSources(CATALOG);
  const said = openCoverageSources(CATALOG);
  const [folder] = said.folders as [CellFolder];
  const root = mkdtempSync(join(tmpdir(), 'cells-'));
  const kept = join(root, 'coverage', folder.name);
  mkdirSync(kept, { recursive: true });
  const text = readFileSync(join(CATALOG, 'coverage', folder.name, 'lacells-2015.csv'), 'utf8');
  writeFileSync(join(kept, 'first.csv'), text);
  writeFileSync(join(kept, 'second.csv'), `${text}beeline,4G,43.25,76.93,500,4,2025-10-09\n`);
  const [first] = folder.lists as [CellFolder['lists'][number]];
  const lists = ['first', 'second'].map((id) => ({ ...first, data: { ...first.data, id, file: `${id}.csv` } }));
  const context = { places: INDEX.places, outlines: sources.outlines, rules: said.rules.data };
  const twice = compileCells({ ...said, root }, { ...folder, lists }, context);
  rmSync(root, { recursive: true });
  const counted = (cells: CompiledCells) => (cells.areas['750000000'] ?? []).reduce((sum, row) => sum + row[3], 0);
  expect(counted(twice)).toBe(counted(CELLS) + 1);
});
