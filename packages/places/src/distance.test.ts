import { expect, test } from 'vitest';
import { distanceKm, pointsBetween } from './distance.ts';

const ALMATY = { lat: 43.25, lon: 76.91667 };
const ASTANA = { lat: 51.1801, lon: 71.44598 };

test('a degree of latitude is 111.2 km, and one of longitude shrinks with the cosine', () => {
  // 6371 km × π / 180 = 111.19 km; × cos 60° = 55.6 km.
  expect(distanceKm({ lat: 43, lon: 77 }, { lat: 44, lon: 77 })).toBeCloseTo(111.19, 1);
  expect(distanceKm({ lat: 60, lon: 77 }, { lat: 60, lon: 78 })).toBeCloseTo(55.6, 1);
});

test('points of a line begin and end at its ends, at most a step apart', () => {
  const points = pointsBetween(ALMATY, ASTANA, 50);
  const gaps = points.slice(1).map((point, index) => distanceKm(points[index] as typeof point, point));
  expect(points[0]?.lat).toBeCloseTo(ALMATY.lat);
  expect(points.at(-1)?.lon).toBeCloseTo(ASTANA.lon);
  expect(Math.max(...gaps)).toBeLessThanOrEqual(50);
  expect(gaps.reduce((sum, gap) => sum + gap, 0)).toBeCloseTo(distanceKm(ALMATY, ASTANA), 3);
});

test('a line from a place to itself is that place', () => {
  expect(pointsBetween(ALMATY, ALMATY, 2)).toEqual([ALMATY, ALMATY]);
});
