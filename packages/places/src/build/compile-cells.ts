import { join } from 'node:path';
import { brotliSize } from '@simwise/catalog/build';
import { parseDay } from '@simwise/engine';
import { cellToLatLng, latLngToCell } from 'h3-js';
import type { AreaRow, CellList, CompiledCells, HexagonColumns } from '../compiled.ts';
import type { Place } from '../place.ts';
import { type Cell, readCells } from './cell.ts';
import type { RadioRules } from './coverage-schema.ts';
import type { CellFolder, CoverageSources } from './load-coverage.ts';
import type { PlaceSources } from './load-places.ts';
import { nearPlaces } from './near-places.ts';
import { Polygons } from './polygons.ts';
import { type Tally, tallyOf } from './tally.ts';

/** Hexagons of 36, 253 and 1,770 km²; the finest that the file has room for is taken. */
const RESOLUTIONS = [6, 5, 4] as const;
/** Leaves room for the statements within the 60 kB of what a client fetches for coverage. */
const MOST_BYTES = 40_000;

type KeptList = { readonly notice: CellList; readonly cells: readonly Cell[] };

/** The evidence of the cell lists of one folder, by place, by district and by hexagon. */
export function compileCells(coverage: CoverageSources, folder: CellFolder, context: CellContext): CompiledCells {
  const read = folder.lists.map(({ data }) => readCells(join(coverage.root, 'coverage', folder.name, data.file)));
  const own = withoutRepeats(read);
  const lists = folder.lists.map(({ data }, index): KeptList => {
    const notice = { ...noticeOf(data, coverage), cells: read[index]?.length ?? 0 };
    return { notice, cells: own[index] ?? [] };
  });
  const networks = [...new Set(lists.flatMap(({ cells }) => cells.map(({ network }) => network)))].sort();
  const rest = {
    format: 1 as const,
    licence: [...new Set(lists.map(({ notice }) => notice.licence))].join(', '),
    notice: [...new Set(lists.map(({ notice }) => `${notice.credit} (${notice.licence})`))].join('; '),
    lists: lists.map(({ notice }) => notice),
    networks,
    near: nearPlaces(lists, networks, context),
    areas: inAreas(lists, networks, new Polygons(context.outlines)),
  };
  for (const resolution of RESOLUTIONS) {
    const compiled = { ...rest, hexagons: { resolution, columns: hexagonsOf(lists, networks, resolution) } };
    if (resolution === RESOLUTIONS.at(-1) || isSmall(JSON.stringify(compiled))) return compiled;
  }
  throw new RangeError('no resolution to try');
}

/** Lists overlap, since each is taken from the one before: what a later list has, too, counts there alone. */
function withoutRepeats(lists: readonly (readonly Cell[])[]): Cell[][] {
  const later = new Set<string>();
  return lists
    .toReversed()
    .map((cells) => {
      const own = cells.filter((cell) => !later.has(sightingOf(cell)));
      for (const cell of own) later.add(sightingOf(cell));
      return own;
    })
    .toReversed();
}

/** Two rows about the same cell, seen the same day; how it was read (its technology) may differ. */
function sightingOf({ network, lat, lon, updated }: Cell): string {
  return `${network} ${lat} ${lon} ${updated}`;
}

/** These columns compress to about a fifth; what is ten times too long need not be compressed to be refused. */
function isSmall(json: string): boolean {
  return json.length <= MOST_BYTES * 10 && brotliSize(json) <= MOST_BYTES;
}

export type CellContext = {
  readonly places: readonly Place[];
  readonly outlines: PlaceSources['outlines'];
  readonly rules: RadioRules;
};

function noticeOf(data: CellFolder['lists'][number]['data'], { sources }: CoverageSources): CellList {
  const source = sources.data.sources.find(({ id }) => id === data.source);
  const { id, licence, credit, cells } = data;
  const address = data.address ?? source?.address ?? '';
  return {
    id,
    licence,
    credit,
    address,
    taken: parseDay(data.taken),
    inferred: data.technologies === 'inferred',
    cells,
  };
}

// --- in districts and hexagons -----------------------------------------------------------------------------------------

function inAreas(lists: readonly KeptList[], networks: readonly string[], districts: Polygons): CompiledCells['areas'] {
  const rows = new Map<string, AreaRow[]>();
  for (const [list, { cells }] of lists.entries()) {
    for (const [key, { bits, cells: count, newest }] of tallyAreas(cells, districts)) {
      const [area = '', network = ''] = key.split(' ');
      const row: AreaRow = [list, networks.indexOf(network), bits, count, newest];
      rows.set(area, [...(rows.get(area) ?? []), row]);
    }
  }
  return Object.fromEntries([...rows].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Tallies by district and network, and of those by oblast and network. */
function tallyAreas(cells: readonly Cell[], districts: Polygons): Map<string, Tally> {
  const tallies = new Map<string, Tally>();
  for (const cell of cells) {
    const district = districts.find(cell);
    if (district === undefined) continue;
    tallyOf(tallies, `${district} ${cell.network}`).add(cell);
    const oblast = `${district.slice(0, 2)}0000000`;
    if (oblast !== district) tallyOf(tallies, `${oblast} ${cell.network}`).add(cell);
  }
  return tallies;
}

const HUNDREDTH = 100;

function hexagonsOf(lists: readonly KeptList[], networks: readonly string[], resolution: number): HexagonColumns[] {
  return lists.flatMap(({ notice, cells }, list) => {
    const tallies = networks.map(() => new Map<string, Tally>());
    for (const cell of cells) {
      const hexagon = latLngToCell(cell.lat, cell.lon, resolution);
      tallyOf(tallies[networks.indexOf(cell.network)] as Map<string, Tally>, hexagon).add(cell);
    }
    return tallies.flatMap((found, network) =>
      found.size === 0
        ? []
        : [
            columnsOf(
              [...found].sort(([a], [b]) => (a < b ? -1 : 1)),
              { list, network, notice },
            ),
          ],
    );
  });
}

type ColumnHead = { list: number; network: number; notice: CellList };

function columnsOf(
  found: readonly (readonly [string, Tally])[],
  { list, network, notice }: ColumnHead,
): HexagonColumns {
  const centres = found.map(([hexagon]) => cellToLatLng(hexagon).map((degrees) => Math.round(degrees * HUNDREDTH)));
  return {
    list,
    network,
    ids: found.map(([hexagon]) => hexagon.replace(/f+$/, '')),
    lats: steps(centres.map(([lat = 0]) => lat)),
    lons: steps(centres.map(([, lon = 0]) => lon)),
    cells: found.map(([, { cells }]) => cells),
    bits: found.map(([, { bits }]) => bits),
    ages: found.map(([, { newest }]) => notice.taken - newest),
  };
}

/** Differences from one number to the next, the first as it is; they compress to half. */
function steps(values: readonly number[]): number[] {
  return values.map((value, index) => value - (values[index - 1] ?? 0));
}
