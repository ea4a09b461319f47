import { describe, expect, test } from 'vitest';
import { nearestTo } from './nearest.ts';

const KNOWN = ['beeline', 'kcell', 'activ', 'tele2', 'altel', 'izi'].map((id) => ({ id, name: id }));

describe('the nearest names', () => {
  test.each([
    ['beelin', ['beeline']],
    ['kcel', ['kcell']],
    ['tele 2', ['tele2', 'altel']],
    ['xyzzy', []],
    ['', []],
  ] as const)('"%s"', (asked, near) => {
    expect(nearestTo(asked, KNOWN)).toEqual(near);
  });

  test('at most three, each once, the nearest first', () => {
    const names = ['pack-1', 'pack-2', 'pack-3', 'pack-4'].flatMap((id) => [
      { id, name: id },
      { id, name: `${id}-long` },
    ]);
    const near = nearestTo('pack-3', names);
    expect(near[0]).toBe('pack-3');
    expect(new Set(near).size).toBe(3);
  });
});
