import type { Feature } from '@simwise/places/build';
import type { CountryShape } from '../src/worker/country-shape.ts';

/** Hundredths of a degree: about a kilometre, finer than a phone shows of a whole country. */
const STEPS_PER_DEGREE = 100;

/** The outlines of districts and cities for a map: outer and inner rings alike, without points that fall together. */
export function compileShape(outlines: readonly Feature[]): CountryShape {
  const rings = outlines.flatMap(({ geometry }) =>
    geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat(),
  );
  return { format: 1, rings: rings.map(differences).filter((ring) => ring.length >= 8) };
}

function differences(ring: readonly (readonly [number, number])[]): number[] {
  const steps: number[] = [];
  let [lastX, lastY] = [0, 0];
  for (const [lon, lat] of ring) {
    const [x, y] = [Math.round(lon * STEPS_PER_DEGREE), Math.round(lat * STEPS_PER_DEGREE)];
    if (steps.length > 0 && x === lastX && y === lastY) continue;
    steps.push(x - lastX, y - lastY);
    [lastX, lastY] = [x, y];
  }
  return steps;
}
