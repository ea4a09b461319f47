import type { Day } from '@simwise/engine';
import type { CellList, CompiledCells, HexagonColumns } from './compiled.ts';
import { distanceKm, pointsBetween } from './distance.ts';
import type { Coordinates } from './place.ts';
import type { Leg } from './route.ts';

/** On which share of a straight line cells of a network were seen near it, and how new the newest of them is. */
export type LegEvidence = {
  readonly network: string;
  readonly list: CellList;
  /** From 0 to 1; what is missing is not known, it is not without signal. */
  readonly share: number;
  readonly day: Day;
};

/** Distance from the centre of an H3 hexagon to its corners, in kilometres, by resolution. */
const HEXAGON_KM: Readonly<Record<number, number>> = { 4: 26.1, 5: 9.9, 6: 3.7 };
const STEP_KM = 2;
const HUNDREDTH = 100;

/** The evidence along a leg, by network and list; nothing where an end of the leg has no position. */
export function evidenceAlong({ line }: Leg, cells: readonly CompiledCells[]): LegEvidence[] {
  if (!line) return [];
  const points = pointsBetween(line.from.at, line.to.at, STEP_KM);
  return cells.flatMap(({ hexagons, lists, networks }) =>
    hexagons.columns.flatMap((columns) => {
      const found = along(points, columns, HEXAGON_KM[hexagons.resolution] ?? 0);
      if (found.length === 0) return [];
      const list = lists[columns.list] as CellList;
      const hits = new Set(found.map(({ point }) => point)).size;
      const youngest = Math.min(...found.map(({ hexagon }) => columns.ages[hexagon] ?? 0));
      const network = networks[columns.network] ?? '';
      return [{ network, list, share: hits / points.length, day: (list.taken - youngest) as Day }];
    }),
  );
}

function along(
  points: readonly Coordinates[],
  columns: HexagonColumns,
  km: number,
): { point: number; hexagon: number }[] {
  const centres = centresOf(columns);
  return points.flatMap((point, at) => {
    const near = centres.flatMap((centre, hexagon) => (isNear(point, centre, km) ? [{ point: at, hexagon }] : []));
    return near;
  });
}

const DEGREE_KM = 111.2;

function isNear(a: Coordinates, b: Coordinates, km: number): boolean {
  return Math.abs(a.lat - b.lat) * DEGREE_KM <= km && distanceKm(a, b) <= km;
}

/** The centres of hexagons, whose columns hold the steps from one to the next. */
export function centresOf({ lats, lons }: Pick<HexagonColumns, 'lats' | 'lons'>): Coordinates[] {
  let [lat, lon] = [0, 0];
  return lats.map((step, index) => {
    lat += step;
    lon += lons[index] ?? 0;
    return { lat: lat / HUNDREDTH, lon: lon / HUNDREDTH };
  });
}
