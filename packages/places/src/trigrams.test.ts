import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changesBetween, Trigrams } from './trigrams.ts';

test.each([
  ['almati', 'almati', 0],
  ['alamti', 'almati', 1], // two neighbours swapped
  ['almti', 'almati', 1],
  ['almaati', 'almati', 1],
  ['elmati', 'almati', 1],
  ['', 'almati', 6],
])('%s becomes %s in %i changes', (a, b, changes) => {
  expect(changesBetween(a, b)).toBe(changes);
});

test('changes are the same both ways and never more than the longer word has letters', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
  fc.assert(
    fc.property(word, word, (a, b) => {
      const changes = changesBetween(a, b);
      expect(changes).toBe(changesBetween(b, a));
      expect(changes).toBeLessThanOrEqual(Math.max(a.length, b.length));
      expect(changes === 0).toBe(a === b);
    }),
  );
});

test('the nearest key comes first; what is too far does not come', () => {
  const trigrams = new Trigrams(['almati', 'astana', 'almali', 'karaganda']);
  expect(trigrams.nearest('almai')).toEqual(['almati', 'almali']);
  expect(trigrams.nearest('xyzzyx')).toEqual([]);
});
