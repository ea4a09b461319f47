import { describe, expect, it } from 'vitest';
import { projected, ringsPath, SIZE } from './map-projection.ts';

describe('the map', () => {
  it('has its north-west corner at the origin and grows to the south-east', () => {
    expect(projected({ lat: 55.8, lon: 46 })).toEqual([0, 0]);
    const [x, y] = projected({ lat: 40.2, lon: 87.8 });
    expect([Math.round(x), Math.round(y)]).toEqual([SIZE.width, SIZE.height]);
  });

  it('squeezes longitudes as they are at 48 degrees north', () => {
    // One degree: 30 units to the south, 30 × 0.669 = 20.07 to the east.
    expect(projected({ lat: 54.8, lon: 47 })).toEqual([20.1, 30]);
  });

  it('adds up the differences of a ring', () => {
    // From 47.00 E, 54.80 N one degree to the east, one to the south, and back.
    expect(ringsPath([[4700, 5480, 100, 0, 0, -100, -100, 0]])).toBe('M20.1 30L40.1 30L40.1 60L20.1 60z');
    expect(ringsPath([])).toBe('');
  });
});
