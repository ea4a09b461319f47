import { join } from 'node:path';
import { brotliSize } from '@simwise/catalog/build';
import { parseDay } from '@simwise/engine';
import { cellToLatLng, latLngToCell } from 'h3-js';
import {
  type AreaRow,
  type CellList,
  type CompiledCells,
  type HexagonColumns,
  type NearRow,
  TECHNOLOGIES,
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
    if (resolution === RESOLUTIONS.at(-1) || isSmall(JSON.stringify(compiled))) return compiled;
  }
  throw new RangeError('no resolution to try');
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

// --- near places -----------------------------------------------------------------------------------------------------

/** Counts of cells of one kind that grow as cells are met. */
class Tally {
  cells = 0;
  bits = 0;
  newest = 0;
  nearest = Number.POSITIVE_INFINITY;

  add({ technology, updated }: Cell, km = 0): void {
    this.cells += 1;
    this.bits |= 1 << TECHNOLOGIES.indexOf(technology);
    this.newest = Math.max(this.newest, updated);
    this.nearest = Math.min(this.nearest, km);
  }
}

function nearPlaces(
  lists: readonly KeptList[],
  networks: readonly string[],
  context: CellContext,
): CompiledCells['near'] {
  const sorted = lists.map(({ cells }) => new CellsByTile(cells));
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

function rowsNear(cells: CellsByTile, { list, networks, at, reach }: NearQuery): NearRow[] {
  const tallies = new Map(networks.map((network) => [network, new Tally()]));
  cells.forEachAround(at, (cell, km) => {
    if (km <= reach(cell)) tallies.get(cell.network)?.add(cell, km);
  });
  return [...tallies.values()].flatMap(({ cells: count, bits, newest, nearest }, network): NearRow[] =>
    count === 0 ? [] : [[list, network, bits, count, Math.round(nearest * METRES), newest]],
  );
}

const DEGREE_KM = 111.2;
const WIDEST_KM = 15;
/** A tile is higher than the widest radius; to the east as many are asked as that radius spans. */
const TILES_PER_DEGREE = 5;

/** Cells by tiles of a fifth of a degree, to find those around a point without measuring all of them. */
class CellsByTile {
  readonly #tiles = new Map<number, Cell[]>();

  constructor(cells: readonly Cell[]) {
    for (const cell of cells) {
      const key = tileKey(tileOf(cell.lat), tileOf(cell.lon));
      const known = this.#tiles.get(key);
      if (known) known.push(cell);
      else this.#tiles.set(key, [cell]);
    }
  }

  forEachAround(at: Coordinates, visit: (cell: Cell, km: number) => void): void {
    const height = WIDEST_KM / DEGREE_KM;
    const width = height / Math.cos((at.lat * Math.PI) / 180);
    for (let lat = tileOf(at.lat - height); lat <= tileOf(at.lat + height); lat++) {
      for (let lon = tileOf(at.lon - width); lon <= tileOf(at.lon + width); lon++) {
        for (const cell of this.#tiles.get(tileKey(lat, lon)) ?? []) visit(cell, distanceKm(at, cell));
      }
    }
  }
}

function tileOf(degrees: number): number {
  return Math.floor(degrees * TILES_PER_DEGREE);
}

function tileKey(lat: number, lon: number): number {
  return lat * 10_000 + lon;
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
