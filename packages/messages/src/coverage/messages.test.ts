import { LANGUAGES, type Language } from '@simwise/catalog';
import { describe, expect, test } from 'vitest';
import { MESSAGES } from '../index.ts';

type Leaf = { readonly path: string; readonly text: string; readonly used: readonly string[] };

/** Parameters that answer with their own name, so that a lost one shows. */
function askedParams(used: Set<string>): object {
  return new Proxy(
    {},
    {
      get: (_target, key) => {
        used.add(String(key));
        return `‹${String(key)}›`;
      },
    },
  );
}

/** Every text of a tree of messages, its sentences made with the names of their parameters. */
function leavesOf(node: unknown, path = ''): Leaf[] {
  if (typeof node === 'string') return [{ path, text: node, used: [] }];
  if (typeof node === 'function') {
    const used = new Set<string>();
    const make = node as (params: unknown) => string;
    const text = path.startsWith('/units') ? make(5) : make(askedParams(used));
    return [{ path, text, used: [...used].sort() }];
  }
  return Object.entries(node as object).flatMap(([key, value]) => leavesOf(value, `${path}/${key}`));
}

const leaves = Object.fromEntries(LANGUAGES.map((language) => [language, leavesOf(MESSAGES[language].coverage)]));
const of = (language: Language) => leaves[language] as Leaf[];
const others = LANGUAGES.filter((language) => language !== 'en');

describe.each(others)('coverage in %s', (language) => {
  const english = new Map(of('en').map((leaf) => [leaf.path, leaf]));

  test('has every text of the English', () => {
    expect(
      of(language)
        .map(({ path }) => path)
        .sort(),
    ).toEqual([...english.keys()].sort());
  });

  test('loses no parameter', () => {
    // 2G and the like, and a comma, are the same everywhere.
    for (const { path, used, text } of of(language)) {
      expect([path, used]).toEqual([path, english.get(path)?.used]);
      expect([path, used.every((name) => text.includes(`‹${name}›`))]).toEqual([path, true]);
    }
  });

  test('is not English', () => {
    const same = of(language).filter(({ path, text }) => english.get(path)?.text === text && /[a-z]{3}/i.test(text));
    const names = /^\/(technologies|nearName|badExample|stay|mbps)|^\/warnings\/coverage-none/;
    expect(same.map(({ path }) => path).filter((path) => !names.test(path))).toEqual([]);
  });
});

test('counts take the forms of each language', () => {
  const { cells, years } = MESSAGES.ru.coverage.units;
  expect([1, 2, 5, 21, 344].map(cells)).toEqual(['1 сота', '2 соты', '5 сот', '21 сота', '344 соты']);
  expect([1, 3, 11].map(years)).toEqual(['1 год назад', '3 года назад', '11 лет назад']);
  expect([1, 2].map(MESSAGES.en.coverage.units.cells)).toEqual(['1 cell', '2 cells']);
  expect(MESSAGES.zh.coverage.units.months(13)).toBe('13 个月前');
});
