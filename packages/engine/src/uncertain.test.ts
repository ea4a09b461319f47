import { describe, expect, test } from 'vitest';
import {
  AS_RECORDED,
  IN_THE_MIDDLE,
  MOST_READINGS,
  type Reading,
  read,
  readingsOf,
  type Uncertain,
} from './uncertain.ts';

const between = { recorded: 5, low: 3, high: 9 };
const choice = (key: string, ...oneOf: readonly string[]) => ({ oneOf, key });

describe('reading', () => {
  const facts: Uncertain<{ price: number; tags: readonly string[]; none: null }> = {
    price: between,
    tags: [choice('order', 'first', 'second'), 'plain'],
    none: null,
  };

  test('as recorded takes the recorded value and the first choice', () => {
    expect(read<unknown>(facts, AS_RECORDED)).toEqual({ price: 5, tags: ['first', 'plain'], none: null });
  });

  test('one way takes that end and those choices, at every depth', () => {
    const reading: Reading = { end: 'high', choices: new Map([['order', 1]]) };
    expect(read<unknown>(facts, reading)).toEqual({ price: 9, tags: ['second', 'plain'], none: null });
  });

  test('uncertain facts within an uncertain fact are read too', () => {
    const nested = { oneOf: [{ amount: between }, null], key: 'bonus' };
    expect(read<unknown>(nested, { end: 'low', choices: new Map() })).toEqual({ amount: 3 });
    expect(read<unknown>(nested, { end: 'low', choices: new Map([['bonus', 1]]) })).toBeNull();
  });

  test('in the middle takes the middle of two prices, and a volume, which costs less at its larger end, as recorded', () => {
    const third = { num: 1, den: 3 };
    const prices = { fee: between, price: { recorded: third, low: third, high: { num: 1, den: 2 } } };
    // (3 + 9) / 2 and (1/3 + 1/2) / 2
    expect(read<unknown>(prices, IN_THE_MIDDLE)).toEqual({ fee: 6, price: { num: 5, den: 12 } });
    expect(read<unknown>({ recorded: 20, low: 30, high: 10 }, IN_THE_MIDDLE)).toBe(20);
  });

  test('in the middle keeps fractions of a byte exact', () => {
    // 1 for 6 GB and 6 for 6 GB: in the middle 7 for 12 GB; the product of the denominators is beyond 2^53
    const [low, high] = [
      { num: 1, den: 3 * 2 ** 31 },
      { num: 2, den: 2 ** 31 },
    ];
    expect(read<unknown>({ recorded: low, low, high }, IN_THE_MIDDLE)).toEqual({ num: 7, den: 3 * 2 ** 32 });
  });

  test('leaves the facts themselves as they were', () => {
    const before = structuredClone(facts);
    read<unknown>(facts, AS_RECORDED);
    expect(facts).toEqual(before);
  });
});

describe('the ways of reading', () => {
  const choicesOf = (readings: readonly Reading[]) =>
    readings.map(({ end, choices }) => [end, Object.fromEntries(choices)]);

  test('of plain facts are one', () => {
    expect(readingsOf([{ price: 5 }, null, 'text'])).toEqual([AS_RECORDED]);
  });

  test('of a fact between two ends: as recorded, low, high', () => {
    expect(choicesOf(readingsOf([{ price: between }]))).toEqual([
      ['recorded', {}],
      ['low', {}],
      ['high', {}],
    ]);
  });

  test('facts of one key are read alike, of two keys in every combination', () => {
    const alike = [{ a: choice('family', 'x', 'y') }, { b: choice('family', 'x', 'y') }];
    expect(choicesOf(readingsOf(alike)).slice(1)).toEqual([
      ['recorded', { family: 0 }],
      ['recorded', { family: 1 }],
    ]);
    const apart = [choice('one', 'x', 'y'), choice('other', 'x', 'y', 'z')];
    expect(readingsOf(apart)).toHaveLength(1 + 2 * 3);
  });

  test('a fact with fewer choices than another of its key takes its last one', () => {
    const facts = [choice('family', 'x', 'y'), choice('family', 'a', 'b', 'c'), choice('family', 'p', 'q')];
    const read3 = readingsOf(facts).map((reading) => facts.map((fact) => read<unknown>(fact, reading)));
    expect(read3).toEqual([
      ['x', 'a', 'p'],
      ['x', 'a', 'p'],
      ['y', 'b', 'q'],
      ['y', 'c', 'q'],
    ]);
  });

  test('choices and ends are crossed', () => {
    expect(readingsOf([choice('one', 'x', 'y'), between])).toHaveLength(1 + 2 * 2);
  });

  test('a fact inside one choice is found', () => {
    expect(readingsOf([{ oneOf: [null, { amount: between }], key: 'bonus' }])).toHaveLength(1 + 2 * 2);
  });

  test('beyond the most that are tried each fact is varied alone', () => {
    // 2^7 = 128 are all tried; of 2^8 only the recorded one and one for each of 8
    const facts = (count: number) => Array.from({ length: count }, (_, index) => choice(`key ${index}`, 'x', 'y'));
    expect(MOST_READINGS).toBe(128);
    expect(readingsOf(facts(7))).toHaveLength(1 + 128);
    expect(choicesOf(readingsOf(facts(8))).slice(1, 4)).toEqual([
      ['recorded', {}],
      ['recorded', { 'key 0': 1 }],
      ['recorded', { 'key 1': 1 }],
    ]);
    expect(readingsOf(facts(8))).toHaveLength(1 + 1 + 8);
  });
});

test('what holds no open fact is not copied, and what holds one is left as it was', () => {
  const known = { price: 5, list: [1, 2] };
  const open = { a: known, list: [{ recorded: 7, low: 7, high: 9 }] };
  const plain = read(open as Uncertain<{ a: typeof known; list: number[] }>, { end: 'high', choices: new Map() });
  expect(plain).toEqual({ a: { price: 5, list: [1, 2] }, list: [9] });
  expect(plain.a).toBe(known);
  expect(open.list).toEqual([{ recorded: 7, low: 7, high: 9 }]);
});
