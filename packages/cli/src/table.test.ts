import { expect, test } from 'vitest';
import { displayWidth, formatTable, indent } from './table.ts';

test.each([
  ['', 0],
  ['Kcell', 5],
  ['Кселл', 5],
  ['₸1,600', 6],
  // A Chinese sign takes two columns, a mark above a letter none.
  ['中国', 4],
  ['и\u0306', 1],
  ['Қазақстан', 9],
  ['（）', 4],
])('%s is %d columns wide', (text, width) => {
  expect(displayWidth(text)).toBe(width);
});

test('columns line up whatever the script, numbers at their right', () => {
  expect(
    formatTable(
      [
        ['中国', '1.00', 'a'],
        ['Kcell', '10.00', ''],
      ],
      ['left', 'right'],
    ),
  ).toEqual(['中国    1.00  a', 'Kcell  10.00']);
});

test('rows may be of different length, and be none', () => {
  expect(formatTable([['a'], ['bb', 'c']])).toEqual(['a', 'bb  c']);
  expect(formatTable([])).toEqual([]);
});

test('lines are set in by two', () => {
  expect(indent(['a', 'b'])).toEqual(['  a', '  b']);
  expect(indent(['a'], 4)).toEqual(['    a']);
});
