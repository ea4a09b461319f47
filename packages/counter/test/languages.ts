import type { Language } from '@simwise/catalog';
import { describe, expect, test } from 'vitest';

/** Parameters that sentences count with; every other one is a text, and must reach the reader. */
const COUNTS: ReadonlySet<string> = new Set([
  'count',
  'steps',
  'cards',
  'days',
  'years',
  'yes',
  'of',
  'offers',
  'sellers',
  'most',
  'line',
  'col',
]);
const COUNT = 7;

type Tree = Readonly<Record<string, unknown>>;

/** Every text of a language by its path, sentences filled with the names of their parameters. */
function textsOf(tree: Tree, path = ''): Map<string, string> {
  const texts = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    const here = path === '' ? key : `${path}.${key}`;
    if (typeof value === 'string') texts.set(here, value);
    else if (typeof value === 'function') texts.set(here, filled(value as (params: unknown) => string));
    else for (const [inner, text] of textsOf(value as Tree, here)) texts.set(inner, text);
  }
  return texts;
}

/** A sentence that takes a bare number gets one; the others get names for what they ask. */
function filled(sentence: (params: unknown) => string): string {
  const params = new Proxy({}, { get: (_, key) => (COUNTS.has(String(key)) ? COUNT : `‹${String(key)}›`) });
  try {
    const text = sentence(params);
    if (!/NaN|\[object|undefined/.test(text)) return text;
  } catch {
    // a bare number is asked for
  }
  return sentence(COUNT);
}

const SCRIPT: { readonly [L in Language]: RegExp } = {
  zh: /\p{Script=Han}/u,
  en: /\p{Script=Latin}/u,
  ru: /\p{Script=Cyrillic}/u,
  kk: /\p{Script=Cyrillic}/u,
};

/** Letters that Kazakh has and Russian has not. */
const KAZAKH = /[әғқңөұүһі]/iu;

/** Words that are the same in several languages. */
const SHARED = new Set([
  'SMS',
  'Телефон',
  'Telegram',
  'bot',
  'бот',
  'баланс',
  'Компания',
  'эл. почта',
  'интернет',
  '–',
]);

/** The same sentences, whole, in each language: nothing missing, nothing left in English, no parameter lost. */
export function describeLanguages(name: string, languages: { readonly [L in Language]: object }): void {
  const english = textsOf(languages.en as Tree);
  describe.each(Object.entries(languages))(`${name} in %s`, (language, tree) => {
    const texts = textsOf(tree as Tree);

    test('has every text, and no other', () => {
      expect([...texts.keys()]).toEqual([...english.keys()]);
    });

    test.each([...texts])('%s', (path, text) => {
      expect(text.trim()).not.toBe('');
      expect(text).not.toMatch(/NaN|undefined|\[object|TODO/);
      const own = text.replace(/‹\w+›/g, '').trim();
      const hasLetters = /\p{L}/u.test(own) && !SHARED.has(own);
      if (hasLetters) expect(own).toMatch(SCRIPT[language as Language]);
      if (language !== 'en' && hasLetters) expect(text).not.toBe(english.get(path));
      const params = (of: string) => [...new Set(of.match(/‹\w+›/g) ?? [])].sort();
      expect(params(text)).toEqual(params(english.get(path) ?? ''));
    });
  });

  test(`${name}: Kazakh is Kazakh, not Russian`, () => {
    const russian = textsOf(languages.ru as Tree);
    const kazakh = textsOf(languages.kk as Tree);
    const same = [...kazakh].filter(
      ([path, text]) => russian.get(path) === text && /\p{Script=Cyrillic}/u.test(text) && !SHARED.has(text),
    );
    expect(same).toEqual([]);
    const long = [...kazakh.values()].filter((text) => text.replace(/‹\w+›/g, '').length > 25);
    expect(long.filter((text) => !KAZAKH.test(text))).toEqual([]);
    expect([...russian.values()].filter((text) => KAZAKH.test(text))).toEqual([]);
  });
}
