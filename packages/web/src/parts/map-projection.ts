/** The part of the world that is drawn, in degrees: the country with a margin. */
const WEST = 46;
const EAST = 87.8;
const SOUTH = 40.2;
const NORTH = 55.8;

/** At the middle of the country a degree of longitude is this part of one of latitude: cos 48°. */
const SQUEEZE = 0.669;

const SCALE = 30;

/** The map's own units. */
export const SIZE = {
  width: Math.round((EAST - WEST) * SQUEEZE * SCALE),
  height: Math.round((NORTH - SOUTH) * SCALE),
} as const;

/** A point of the map, to the tenth. */
export function projected({ lat, lon }: { readonly lat: number; readonly lon: number }): [number, number] {
  return [tenth((lon - WEST) * SQUEEZE * SCALE), tenth((NORTH - lat) * SCALE)];
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Outlines, in hundredths of a degree and as differences, as the path of an SVG. */
export function ringsPath(rings: readonly (readonly number[])[]): string {
  return rings.map(ringPath).join('');
}

function ringPath(steps: readonly number[]): string {
  let [lon, lat] = [0, 0];
  const points: string[] = [];
  for (let index = 0; index + 1 < steps.length; index += 2) {
    lon += (steps[index] ?? 0) / 100;
    lat += (steps[index + 1] ?? 0) / 100;
    points.push(projected({ lat, lon }).join(' '));
  }
  return `M${points.join('L')}z`;
}
