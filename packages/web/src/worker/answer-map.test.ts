import { expect, it } from 'vitest';
import { MAP_DAYS } from '../adjustable.ts';
import { withOwn } from './answer-map.ts';

it.each([
  ['a step itself', 14, MAP_DAYS],
  ['between two steps, in the place of the nearer by ratio', 12, [1, 2, 3, 5, 7, 10, 12, 18, 21, 25, 30, 38, 45, 60]],
  ['beyond the last, after it', 180, [...MAP_DAYS, 180]],
  ['nothing at all, before the others', 0, [0, 2, 3, 5, 7, 10, 14, 18, 21, 25, 30, 38, 45, 60]],
])('the days of the person are on the side of the map: %s', (_, own, steps) => {
  expect(withOwn(MAP_DAYS, own)).toEqual(steps);
});
