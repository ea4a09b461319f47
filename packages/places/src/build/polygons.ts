import type { Coordinates } from '../place.ts';

type Ring = readonly (readonly [lon: number, lat: number])[];
type Box = { readonly west: number; readonly south: number; readonly east: number; readonly north: number };
type Shape = { readonly id: string; readonly box: Box; readonly polygons: readonly (readonly Ring[])[] };

export type Feature = {
  readonly properties: { readonly kato: string; readonly en: string };
  readonly geometry:
    | { readonly type: 'Polygon'; readonly coordinates: readonly Ring[] }
    | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly Ring[])[] };
};

/** Tells in which of many outlines a point lies. */
export class Polygons {
  readonly #shapes: readonly Shape[];

  constructor(features: readonly Feature[]) {
    this.#shapes = features.map(({ properties, geometry }) => {
      const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
      return { id: properties.kato, polygons, box: boxOf(polygons) };
    });
  }

  /** The id of the outline a point lies in; undefined outside all of them. Rings inside a ring are holes. */
  find(point: Coordinates): string | undefined {
    return this.#shapes.find(
      ({ box, polygons }) => isInBox(point, box) && polygons.some((rings) => isInside(point, rings)),
    )?.id;
  }

  /** Whether a point lies in an outline or this near to one; outlines are simplified, and cells stand at borders. */
  isWithin(point: Coordinates, degrees: number): boolean {
    if (this.find(point) !== undefined) return true;
    const { lat, lon } = point;
    const around = [-1, 0, 1].flatMap((x) =>
      [-1, 0, 1].map((y) => ({ lat: lat + y * degrees, lon: lon + x * degrees })),
    );
    return around.some((neighbour) => this.find(neighbour) !== undefined);
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

function isInside(point: Coordinates, rings: readonly Ring[]): boolean {
  return rings.reduce((inside, ring) => (crossesOdd(point, ring) ? !inside : inside), false);
}

/** Whether a ray to the east crosses a ring an odd number of times. */
function crossesOdd({ lat, lon }: Coordinates, ring: Ring): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [x1, y1] = ring[i] as readonly [number, number];
    const [x2, y2] = ring[j] as readonly [number, number];
    if (y1 > lat !== y2 > lat && lon < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1) inside = !inside;
  }
  return inside;
}
