import { describe, expect, test } from 'vitest';
import { CATALOG, INDEX } from '../../test/real-data.ts';
import { openPlaceSources } from './open-sources.ts';
import { type Feature, Polygons } from './polygons.ts';

const SQUARE: Feature = {
  properties: { kato: 'square', en: 'Square' },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [0, 0],
        [4, 0],
        [4, 4],
        [0, 4],
        [0, 0],
      ],
      [
        [1, 1],
        [2, 1],
        [2, 2],
        [1, 2],
        [1, 1],
      ],
    ],
  },
};

describe('a square with a hole', () => {
  const polygons = new Polygons([SQUARE]);
  test.each([
    [3, 3, 'square'],
    [1.5, 1.5, undefined], // in the hole
    [5, 3, undefined],
    [-0.01, 3, undefined],
  ])('%d, %d', (lat, lon, found) => {
    expect(polygons.find({ lat, lon })).toBe(found);
  });

  test('reaches as far as it is let', () => {
    expect(polygons.isWithin({ lat: -0.01, lon: 3 }, 0.02)).toBe(true);
    expect(polygons.isWithin({ lat: -0.05, lon: 3 }, 0.02)).toBe(false);
  });
});

test('settlements lie in the districts their codes name, but for districts made since', () => {
  // geokz is of 2024-07 and holds neither Sauran, Markakol nor Ulken Naryn; cities hold their districts; kz_places.csv
  // itself notes that Akkol, Bestobe, Ülken and others stand by the outline in the neighbouring district.
  const polygons = new Polygons(openPlaceSources(CATALOG).outlines);
  const coded = INDEX.places.filter(({ id, at }) => at !== null && /^\d{9}$/.test(id));
  const wrong = coded.filter(({ id, at }) => at && polygons.find(at)?.slice(0, 2) !== id.slice(0, 2));
  expect(coded.length).toBeGreaterThan(300);
  expect(wrong.map(({ names }) => names.ru)).toEqual([]);
});
