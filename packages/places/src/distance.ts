import type { Coordinates } from './place.ts';

const EARTH_RADIUS_KM = 6371;
const radians = (degrees: number) => (degrees * Math.PI) / 180;
const degrees = (value: number) => (value * 180) / Math.PI;

/** Kilometres between two points on a sphere. */
export function distanceKm(a: Coordinates, b: Coordinates): number {
  const lat = Math.sin(radians(b.lat - a.lat) / 2);
  const lon = Math.sin(radians(b.lon - a.lon) / 2);
  const h = lat * lat + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * lon * lon;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Points of the great circle from `a` to `b`, both included, at most `step` kilometres apart. */
export function pointsBetween(a: Coordinates, b: Coordinates, step: number): Coordinates[] {
  const parts = Math.max(1, Math.ceil(distanceKm(a, b) / step));
  return Array.from({ length: parts + 1 }, (_, index) => pointAt(a, b, index / parts));
}

type Vector = readonly [number, number, number];

function vectorOf({ lat, lon }: Coordinates): Vector {
  const [phi, lambda] = [radians(lat), radians(lon)];
  return [Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)];
}

function pointAt(a: Coordinates, b: Coordinates, share: number): Coordinates {
  const angle = distanceKm(a, b) / EARTH_RADIUS_KM;
  if (angle === 0) return a;
  const [u, v] = [vectorOf(a), vectorOf(b)];
  const [p, q] = [Math.sin((1 - share) * angle) / Math.sin(angle), Math.sin(share * angle) / Math.sin(angle)];
  const [x, y, z] = [p * u[0] + q * v[0], p * u[1] + q * v[1], p * u[2] + q * v[2]];
  return { lat: degrees(Math.atan2(z, Math.hypot(x, y))), lon: degrees(Math.atan2(y, x)) };
}
