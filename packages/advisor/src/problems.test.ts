import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { problemsIn } from './problems.ts';

const SCHEMA = z.strictObject({
  name: z.string().min(1),
  kind: z.enum(['phone', 'data']),
  days: z.number().int().min(1).max(30),
  start: z.string().refine((text) => text.length === 10, '2026-12-01'),
  list: z.array(z.union([z.string().min(1), z.strictObject({ place: z.string() })])).min(1),
});
const GOOD = { name: 'a', kind: 'phone', days: 3, start: '2026-12-01', list: ['b'] };

function problems(value: unknown) {
  const { error } = SCHEMA.safeParse(value);
  return error ? problemsIn(error, 'stay') : [];
}

describe('what is wrong with a value, in words of no language', () => {
  test('nothing, where it is as it should be', () => {
    expect(problems(GOOD)).toEqual([]);
  });

  test.each([
    [{ name: undefined }, { path: 'name', is: 'missing' }],
    [{ name: '' }, { path: 'name', is: 'empty' }],
    [{ name: 5 }, { path: 'name', is: 'wrong-type', expected: 'string' }],
    [{ days: 1.5 }, { path: 'days', is: 'wrong-type', expected: 'int' }],
    [{ extra: 1 }, { path: 'stay', is: 'unknown-fields', fields: ['extra'] }],
    [{ kind: 'fax' }, { path: 'kind', is: 'not-one-of', known: ['phone', 'data'] }],
    [{ days: 0 }, { path: 'days', is: 'too-small', least: 1 }],
    [{ days: 31 }, { path: 'days', is: 'too-big', most: 30 }],
    [{ start: 'soon' }, { path: 'start', is: 'wrong-form', example: '2026-12-01' }],
    [{ list: [] }, { path: 'list', is: 'too-small', least: 1 }],
    [{ list: [''] }, { path: 'list.0', is: 'empty' }],
    [{ list: [{ place: 7 }] }, { path: 'list.0.place', is: 'wrong-type', expected: 'string' }],
  ])('%j', (change, problem) => {
    expect(problems({ ...GOOD, ...change })).toEqual([problem]);
  });

  test('all of it at once', () => {
    expect(problems({ ...GOOD, days: 0, name: '' }).map(({ path }) => path)).toEqual(['name', 'days']);
  });

  test('the value as a whole by its name', () => {
    expect(problems(7)).toEqual([{ path: 'stay', is: 'wrong-type', expected: 'object' }]);
  });
});
