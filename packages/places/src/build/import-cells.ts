import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { CompiledCatalog } from '@simwise/catalog';
import { type Day, formatDay } from '@simwise/engine';
import { stringify } from 'yaml';
import { CannotCover } from '../cannot-cover.ts';
import type { CellListCounts } from '../cell-list-counts.ts';
import { formatCells } from './cell.ts';
import type { CellListNotice } from './coverage-schema.ts';
import { readOutlines } from './load-places.ts';
import { Polygons } from './polygons.ts';
import { readCellList } from './read-cell-list.ts';

/** Terms of a list: they decide the folder it goes to, and lists of different terms never share a file. */
export type CellLicence = 'cc-by-sa' | 'cc0';

const LICENCES = {
  'cc-by-sa': { folder: 'opencellid', name: 'CC-BY-SA-4.0', credit: 'OpenCelliD Project (opencellid.org)' },
  cc0: {
    folder: 'public-domain',
    name: 'CC0-1.0',
    credit: 'Mozilla Location Service, beaconDB or another list without terms',
  },
} as const;

const CC0_TEXT = `Cell lists in this folder are in the public domain (CC0 1.0 Universal,
https://creativecommons.org/publicdomain/zero/1.0/). Lists under other terms must not be put here.
`;

const SHARE_ALIKE_TEXT = `Cell lists in this folder, and what is derived from them, are licensed under Creative Commons
Attribution-ShareAlike 4.0 International (CC BY-SA 4.0, https://creativecommons.org/licenses/by-sa/4.0/). Credit: OpenCelliD
Project (https://opencellid.org) and its contributors.
`;

export type CellImport = {
  readonly file: string;
  readonly root: string;
  readonly catalog: CompiledCatalog;
  readonly today: Day;
  readonly licence: CellLicence;
  readonly taken?: Day;
};

export type CellImportResult = {
  readonly id: string;
  readonly written: string;
  readonly licence: string;
  readonly newest: Day;
  readonly counts: CellListCounts;
};

/**
 * Takes a public list of cells into a catalogue folder, in the folder of its licence. The list counts once its notice is
 * there, which is written last; a refused list changes nothing. @throws CannotCover
 */
export async function importCells(request: CellImport): Promise<CellImportResult> {
  const { file, root, catalog, today, licence, taken } = request;
  if (taken !== undefined && taken > today) throw new CannotCover({ code: 'list-in-future', day: taken, today });
  const outlines = readOutlines(root, []);
  if (outlines.length === 0) throw new CannotCover({ code: 'no-places' });
  const networks = networksByCode(catalog);
  const context = { networks, outlines: new Polygons(outlines), today };
  const read = await readCellList(file, taken === undefined ? context : { ...context, taken });
  const { folder, name, credit } = LICENCES[licence];
  const into = join(root, 'coverage', folder);
  const cells = formatCells(read.cells);
  const id = freeId(into, `${folder}-${formatDay(read.newest)}`, cells);
  const notice: CellListNotice = {
    id,
    file: `${id}.csv`,
    licence: name,
    credit,
    address: basename(file),
    taken: formatDay(read.newest),
    technologies: read.areTechnologiesGuessed ? 'inferred' : 'stated',
    cells: read.counts.kept,
  };
  try {
    if (!existsSync(join(into, 'LICENSE')))
      writeWhole(join(into, 'LICENSE'), licence === 'cc0' ? CC0_TEXT : SHARE_ALIKE_TEXT);
    writeWhole(join(into, notice.file), cells);
    writeWhole(join(into, `${id}.yaml`), stringify(notice, { lineWidth: 120, singleQuote: true }));
  } catch (error) {
    throw new CannotCover({ code: 'cannot-write', file: into, problem: (error as Error).message });
  }
  return { id, written: join(into, notice.file), licence: name, newest: read.newest, counts: read.counts };
}

/** The name of a list by its newest day; another list of that day keeps its place, and this one gets a number. */
function freeId(folder: string, name: string, cells: string): string {
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? name : `${name}-${number}`;
    const file = join(folder, `${id}.csv`);
    if (!existsSync(file) || readFileSync(file, 'utf8') === cells) return id;
  }
}

function networksByCode({ networks }: CompiledCatalog): Map<string, string> {
  return new Map(
    networks.flatMap(({ id, plmn }) => plmn.map(({ mcc, mnc }) => [`${mcc}-${Number(mnc)}`, id] as const)),
  );
}

/** Writes a file in one step: nobody ever reads half of it. */
function writeWhole(path: string, text: string): void {
  const temporary = `${path}.${process.pid}`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(temporary, text);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}
