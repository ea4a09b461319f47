import type { CompiledCells, NearRow } from '../compiled.ts';
import { distanceKm } from '../distance.ts';
import type { Coordinates, Place } from '../place.ts';
import type { Cell } from './cell.ts';
import type { RadioRules } from './coverage-schema.ts';
import { Tally } from './tally.ts';

const METRES = 1000;

type PlacesAndRules = { readonly places: readonly Place[]; readonly rules: RadioRules };

/** The cells of each list and network near each place that is on the map. */
export function nearPlaces(
  lists: readonly { readonly cells: readonly Cell[] }[],
  networks: readonly string[],
  context: PlacesAndRules,
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
