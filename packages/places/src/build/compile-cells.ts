import { join } from 'node:path';
import { brotliSize } from '@simwise/catalog/build';
import { parseDay } from '@simwise/engine';
import { cellToLatLng, latLngToCell } from 'h3-js';
import {
  type AreaRow,
  bitsOf,
  type CellList,
  type CompiledCells,
  type HexagonColumns,
  type NearRow,
} from '../compiled.ts';
import { distanceKm } from '../distance.ts';
import type { Coordinates, Place } from '../place.ts';
import { type Cell, readCells } from './cell.ts';
import type { RadioRules } from './coverage-schema.ts';
import type { CellFolder, CoverageSources } from './load-coverage.ts';
import type { PlaceSources } from './load-places.ts';
import { Polygons } from './polygons.ts';

/** Hexagons of 36, 253 and 1,770 km²; the finest that the file has room for is taken. */
const RESOLUTIONS = [6, 5, 4] as const;
/** Leaves room for the statements within the 60 kB of what a client fetches for coverage. */
const MOST_BYTES = 40_000;
const METRES = 1000;

type KeptList = { readonly notice: CellList; readonly cells: readonly Cell[] };

/** The evidence of the cell lists of one folder, by place, by district and by hexagon. */
export function compileCells(coverage: CoverageSources, folder: CellFolder, context: CellContext): CompiledCells {
  const lists = folder.lists.map(({ data }): KeptList => {
    const cells = readCells(join(coverage.root, 'coverage', folder.name, data.file));
    return { notice: { ...noticeOf(data, coverage), cells: cells.length }, cells };
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
    if (resolution === RESOLUTIONS.at(-1) || brotliSize(JSON.stringify(compiled)) <= MOST_BYTES) return compiled;
  }
  throw new RangeError('no resolution to try');
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

// --- near places -----------------------------------------------------------------------------------------------------

/** Counts of cells of one kind that grow as cells are met. */
class Tally {
  cells = 0;
  bits = 0;
  newest = 0;
  nearest = Number.POSITIVE_INFINITY;

  add({ technology, updated }: Cell, km = 0): void {
    this.cells += 1;
    this.bits |= bitsOf([technology]);
    this.newest = Math.max(this.newest, updated);
    this.nearest = Math.min(this.nearest, km);
  }
}

function nearPlaces(
  lists: readonly KeptList[],
  networks: readonly string[],
  context: CellContext,
): CompiledCells['near'] {
  const sorted = lists.map(({ cells }) => new CellsByLatitude(cells));
  const located = context.places.flatMap(({ id, at, ...place }) => (at ? [{ ...place, id, at }] : []));
  const rows = located.map((place) => {
    const reach = reachOf(place, context.rules);
    const found = sorted.flatMap((cells, list) => rowsNear(cells, { list, networks, at: place.at, reach }));
    return [place.id, found] as const;
  });
  return Object.fromEntries(rows.filter(([, found]) => found.length > 0));
}

type Reach = (cell: Cell) => number;

/** How many kilometres from a place a cell may stand to be evidence for it. */
function reachOf(place: Pick<Place, 'kind' | 'population'>, { radiusKm, cityFrom, ownRange }: RadioRules): Reach {
  const isCity = place.kind === 'city' && (place.population ?? 0) >= cityFrom;
  const isTown = place.kind === 'city' || place.kind === 'town' || place.kind === 'airport';
  const usual = Number(isCity ? radiusKm.city : isTown ? radiusKm.town : radiusKm.village);
  const most = Number(radiusKm.most);
  return ({ samples, range }) => {
    const isMeasured = samples >= ownRange.samplesFrom && range > ownRange.metresAbove && range <= most * METRES;
    return isMeasured ? range / METRES : usual;
  };
}

type NearQuery = { list: number; networks: readonly string[]; at: Coordinates; reach: Reach };

function rowsNear(cells: CellsByLatitude, { list, networks, at, reach }: NearQuery): NearRow[] {
  const tallies = networks.map(() => new Tally());
  for (const { cell, km } of cells.around(at)) {
    if (km <= reach(cell)) tallies[networks.indexOf(cell.network)]?.add(cell, km);
  }
  return tallies.flatMap(({ cells: count, bits, newest, nearest }, network): NearRow[] =>
    count === 0 ? [] : [[list, network, bits, count, Math.round(nearest * METRES), newest]],
  );
}

const DEGREE_KM = 111.2;
const WIDEST_KM = 15;

/** Cells sorted from south to north, to find those around a point without measuring all of them. */
class CellsByLatitude {
  readonly #cells: readonly Cell[];

  constructor(cells: readonly Cell[]) {
    this.#cells = cells.toSorted((a, b) => a.lat - b.lat);
  }

  *around(at: Coordinates): Generator<{ cell: Cell; km: number }> {
    const height = WIDEST_KM / DEGREE_KM;
    const width = height / Math.cos((at.lat * Math.PI) / 180);
    for (let index = this.#firstFrom(at.lat - height); index < this.#cells.length; index++) {
      const cell = this.#cells[index] as Cell;
      if (cell.lat > at.lat + height) return;
      if (Math.abs(cell.lon - at.lon) <= width) yield { cell, km: distanceKm(at, cell) };
    }
  }

  #firstFrom(lat: number): number {
    let [low, high] = [0, this.#cells.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#cells[middle] as Cell).lat < lat) low = middle + 1;
      else high = middle;
    }
    return low;
  }
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

/** Tallies by district and network and by oblast and network. */
function tallyAreas(cells: readonly Cell[], districts: Polygons): Map<string, Tally> {
  const tallies = new Map<string, Tally>();
  for (const cell of cells) {
    const district = districts.find(cell);
    if (district === undefined) continue;
    for (const area of new Set([district, `${district.slice(0, 2)}0000000`])) {
      tallyOf(tallies, `${area} ${cell.network}`).add(cell);
    }
  }
  return tallies;
}

function tallyOf(tallies: Map<string, Tally>, key: string): Tally {
  const known = tallies.get(key);
  if (known) return known;
  const tally = new Tally();
  tallies.set(key, tally);
  return tally;
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
