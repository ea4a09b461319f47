import type { Coordinates } from '../place.ts';

type Ring = readonly (readonly [lon: number, lat: number])[];
/** Longitudes and latitudes in turns: hundreds of thousands of points are asked for. */
type FlatRing = Float64Array;
type Box = { readonly west: number; readonly south: number; readonly east: number; readonly north: number };
type Shape = { readonly id: string; readonly box: Box; readonly polygons: readonly (readonly FlatRing[])[] };

export type Feature = {
  readonly properties: { readonly kato: string; readonly en: string };
  readonly geometry:
    | { readonly type: 'Polygon'; readonly coordinates: readonly Ring[] }
    | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly Ring[])[] };
};

/** Tiles of a quarter of a degree; few outlines reach into one, so that few are asked for a point. */
const TILES_PER_DEGREE = 4;

function tileOf(degrees: number): number {
  return Math.floor(degrees * TILES_PER_DEGREE);
}

function tileKey(lat: number, lon: number): number {
  return lat * 10_000 + lon;
}

/** Tells in which of many outlines a point lies. */
export class Polygons {
  readonly #tiles = new Map<number, Shape[]>();

  constructor(features: readonly Feature[]) {
    for (const { properties, geometry } of features) {
      const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
      const flat = polygons.map((rings) => rings.map((ring) => Float64Array.from(ring.flat())));
      this.#add({ id: properties.kato, polygons: flat, box: boxOf(polygons) });
    }
  }

  #add(shape: Shape): void {
    const { south, north, west, east } = shape.box;
    for (let lat = tileOf(south); lat <= tileOf(north); lat++) {
      for (let lon = tileOf(west); lon <= tileOf(east); lon++) {
        const known = this.#tiles.get(tileKey(lat, lon));
        if (known) known.push(shape);
        else this.#tiles.set(tileKey(lat, lon), [shape]);
      }
    }
  }

  /** The id of the outline a point lies in; undefined outside all of them. Rings inside a ring are holes. */
  find(point: Coordinates): string | undefined {
    for (const { id, box, polygons } of this.#tiles.get(tileKey(tileOf(point.lat), tileOf(point.lon))) ?? []) {
      if (isInBox(point, box) && polygons.some((rings) => isInside(point, rings))) return id;
    }
    return undefined;
  }

  /** Whether a point lies in an outline or this near to one; outlines are simplified, and cells stand at borders. */
  isWithin(point: Coordinates, degrees: number): boolean {
    if (this.find(point) !== undefined) return true;
    const { lat, lon } = point;
    const steps = [-degrees, 0, degrees];
    return steps.some((north) => steps.some((east) => this.find({ lat: lat + north, lon: lon + east }) !== undefined));
  }
}

function boxOf(polygons: readonly (readonly Ring[])[]): Box {
  const points = polygons.flat(2);
  const lons = points.map(([lon]) => lon);
  const lats = points.map(([, lat]) => lat);
  return { west: Math.min(...lons), south: Math.min(...lats), east: Math.max(...lons), north: Math.max(...lats) };
}

function isInBox({ lat, lon }: Coordinates, { west, south, east, north }: Box): boolean {
  return lon >= west && lon <= east && lat >= south && lat <= north;
}

function isInside(point: Coordinates, rings: readonly FlatRing[]): boolean {
  let inside = false;
  for (const ring of rings) if (crossesOdd(point, ring)) inside = !inside;
  return inside;
}

/** Whether a ray to the east crosses a ring an odd number of times. */
function crossesOdd({ lat, lon }: Coordinates, ring: FlatRing): boolean {
  let inside = false;
  let [x2, y2] = [ring[ring.length - 2] as number, ring[ring.length - 1] as number];
  for (let at = 0; at < ring.length; at += 2) {
    const x1 = ring[at] as number;
    const y1 = ring[at + 1] as number;
    if (y1 > lat !== y2 > lat && lon < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1) inside = !inside;
    x2 = x1;
    y2 = y1;
  }
  return inside;
}
