import type { Finding } from '@simwise/catalog/build';
import type { PlaceCheck } from '../check.ts';
import { Polygons } from '../polygons.ts';

/** How far outside the simplified outlines a place may lie. */
const BORDER_DEGREES = 0.05;

export const insideCountry: PlaceCheck = {
  name: 'inside-country',
  protects: 'evidence is looked up where the place is, not where a typing mistake put it',
  run({ places }) {
    const outlines = new Polygons(places.outlines);
    const files = { 'places/geonames/settlements.csv': places.geonames, 'places/airports.csv': places.airports };
    return Object.entries(files).flatMap(([file, rows]) =>
      rows.flatMap(({ lat, lon }, index): Finding[] => {
        if (outlines.isWithin({ lat: Number(lat), lon: Number(lon) }, BORDER_DEGREES)) return [];
        return [
          {
            file,
            line: index + 2,
            col: 1,
            check: this.name,
            found: `${lat}, ${lon}`,
            expected: 'a point of the country',
          },
        ];
      }),
    );
  },
};
