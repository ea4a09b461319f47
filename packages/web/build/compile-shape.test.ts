import { expect, it } from 'vitest';
import { compileShape } from './compile-shape.ts';

const SQUARE = [
  [70, 45],
  [71, 45],
  [71, 46],
  [71.001, 46.001],
  [70, 46],
  [70, 45],
] as const;

it('keeps a ring as differences in hundredths of a degree, without points that fall together', () => {
  const outline = {
    properties: { kato: '1', en: 'Square' },
    geometry: { type: 'Polygon', coordinates: [SQUARE] },
  } as const;
  expect(compileShape([outline])).toEqual({
    format: 1,
    rings: [[7000, 4500, 100, 0, 0, 100, -100, 0, 0, -100]],
  });
});

it('takes all parts of an outline and leaves out what is too small to be drawn', () => {
  const speck = SQUARE.map(([lon, lat]) => [70 + (lon - 70) / 1000, 45 + (lat - 45) / 1000] as const);
  const outline = {
    properties: { kato: '1', en: 'Two' },
    geometry: { type: 'MultiPolygon', coordinates: [[SQUARE], [speck]] },
  } as const;
  expect(compileShape([outline]).rings.length).toBe(1);
});
