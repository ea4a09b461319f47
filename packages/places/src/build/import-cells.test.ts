import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileCatalog, loadCatalog } from '@simwise/catalog/build';
import { parseDay } from '@simwise/engine';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { CATALOG } from '../../test/real-data.ts';
import { checkPlaces } from './check-places.ts';
import { type CellImport, importCells } from './import-cells.ts';

const { catalog: loaded } = loadCatalog(CATALOG);
if (!loaded) throw new Error('the catalogue does not load');
const catalog = compileCatalog(loaded);

const HEADER = 'radio,mcc,net,area,cell,unit,lon,lat,range,samples,changeable,created,updated,averageSignal';
const ROWS = [
  'LTE,401,77,4001,120033,0,76.9286,43.2567,1240,12,1,1500000000,1764000000,0', // 24 November 2025
  'NR,401,2,4001,77,0,76.93,43.25,900,3,1,1500000000,1760000000,0', // 9 October 2025
];

let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'catalog-'));
  for (const folder of ['places', 'coverage']) cpSync(join(CATALOG, folder), join(root, folder), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true }));

function request(content: string | Uint8Array, rest: Partial<CellImport> = {}): CellImport {
  const file = join(root, '401.csv');
  writeFileSync(file, content);
  return { file, root, catalog, today: parseDay('2026-11-22'), licence: 'cc-by-sa', ...rest };
}

const folder = (name: string) => join(root, 'coverage', name);

test('a list goes to the folder of its licence with a notice, and the catalogue stays without findings', async () => {
  const result = await importCells(request(`${HEADER}\n${ROWS.join('\n')}\n`));
  expect(result).toMatchObject({
    id: 'opencellid-2025-11-24',
    licence: 'CC-BY-SA-4.0',
    newest: parseDay('2025-11-24'),
  });
  const notice = readFileSync(join(folder('opencellid'), 'opencellid-2025-11-24.yaml'), 'utf8');
  expect(notice).toContain('licence: CC-BY-SA-4.0');
  expect(notice).toContain('OpenCelliD');
  expect(checkPlaces(root)).toEqual([]);
});

test('public-domain lists are kept apart from share-alike ones', async () => {
  await importCells(request(`${HEADER}\n${ROWS.join('\n')}\n`, { licence: 'cc0' }));
  expect(readdirSync(folder('public-domain')).sort()).toEqual([
    'LICENSE',
    'public-domain-2025-11-24.csv',
    'public-domain-2025-11-24.yaml',
  ]);
  expect(readdirSync(folder('opencellid')).sort()).toEqual(['LICENSE', 'lacells-2015.csv', 'lacells-2015.yaml']);
  expect(checkPlaces(root)).toEqual([]);
});

test('the same list again stays one list', async () => {
  const before = readdirSync(folder('opencellid')).length;
  await importCells(request(`${HEADER}\n${ROWS.join('\n')}\n`));
  const { id } = await importCells(request(`${ROWS.join('\n')}\n`));
  expect(id).toBe('opencellid-2025-11-24');
  expect(readdirSync(folder('opencellid'))).toHaveLength(before + 2);
});

test('another list of the same day takes nothing from the first', async () => {
  await importCells(request(`${HEADER}\n${ROWS.join('\n')}\n`));
  const { id, written } = await importCells(request(`${HEADER}\n${ROWS[0]}\n`));
  expect(id).toBe('opencellid-2025-11-24-2');
  expect(readFileSync(written, 'utf8').trim().split('\n')).toHaveLength(2);
  const first = readFileSync(join(folder('opencellid'), 'opencellid-2025-11-24.csv'), 'utf8');
  expect(first.trim().split('\n')).toHaveLength(3);
  expect(checkPlaces(root)).toEqual([]);
});

test('a refused list changes nothing', async () => {
  const before = readdirSync(folder('opencellid'));
  await expect(importCells(request('LTE,250,1,1,1,0,37,55,1,1,1,1,1764000000,0'))).rejects.toThrow('other-country');
  expect(readdirSync(folder('opencellid'))).toEqual(before);
  expect(existsSync(folder('public-domain'))).toBe(false);
});

test('a list that cannot be put in place leaves no half of itself', async () => {
  mkdirSync(join(folder('opencellid'), 'opencellid-2025-11-24.yaml'));
  await expect(importCells(request(`${HEADER}\n${ROWS[0]}\n`))).rejects.toThrow('cannot-write');
  expect(readdirSync(folder('opencellid')).filter((name) => name.includes(`.${process.pid}`))).toEqual([]);
});

test('a list of a day that has not come is refused', async () => {
  const taken = parseDay('2026-11-23');
  await expect(importCells(request(`${HEADER}\n${ROWS[0]}\n`, { taken }))).rejects.toThrow('list-in-future');
});

test('a catalogue without places cannot tell where the border is', async () => {
  rmSync(join(root, 'places'), { recursive: true });
  await expect(importCells(request(`${HEADER}\n${ROWS[0]}\n`))).rejects.toThrow('no-places');
});
