import { LANGUAGES, type Language } from '@simwise/catalog';
import type { NameLanguages } from '../text/name-languages.ts';

/** A piece of a text and the language to read it in; undefined where it is that of the page. */
type Piece = { readonly text: string; readonly lang: Language | undefined };

const LETTER = {
  zh: '\\p{Script=Han}',
  en: '\\p{Script=Latin}',
  ru: '\\p{Script=Cyrillic}',
  kk: '\\p{Script=Cyrillic}',
} as const satisfies { readonly [L in Language]: string };

const KAZAKH_LETTERS = /[әғқңөұүһі]/iu;

/** A run of letters, with what stands between them. A single Latin letter is no name: it may be a unit or the sign of a key. */
function runOf(letter: string): string {
  const run = `${letter}[${letter}\\p{Nd}\\p{P}+ ]*${letter}`;
  return letter === LETTER.en ? run : `${run}|${letter}`;
}

function languageOf(run: string): Language {
  if (/^\p{Script=Latin}/u.test(run)) return 'en';
  if (/^\p{Script=Han}/u.test(run)) return 'zh';
  return KAZAKH_LETTERS.test(run) ? 'kk' : 'ru';
}

/** Finds the parts of a text on a page in a language that are in another one, so that a screen reader says them in it. */
export function marker(page: Language, names: NameLanguages): (text: string) => Piece[] {
  const foreign = new RegExp([...wholeNames(namesNotIn(page, names)), ...scriptsNotOf(page)].join('|'), 'gu');
  return (text) => {
    const pieces: Piece[] = [];
    let end = 0;
    for (const { 0: found, index } of text.matchAll(foreign)) {
      if (index > end) pieces.push({ text: text.slice(end, index), lang: undefined });
      pieces.push({ text: found, lang: names[found] ?? languageOf(found) });
      end = index + found.length;
    }
    if (end < text.length) pieces.push({ text: text.slice(end), lang: undefined });
    return pieces;
  };
}

function scriptsNotOf(page: Language): string[] {
  const letters = new Set(LANGUAGES.map((language) => LETTER[language]));
  return [...letters].filter((letter) => letter !== LETTER[page]).map(runOf);
}

/** The longest first, as one may begin with another. */
function namesNotIn(page: Language, names: NameLanguages): string[] {
  const foreign = Object.keys(names).filter((name) => names[name] !== page);
  return foreign.toSorted((a, b) => b.length - a.length);
}

/** What matches one of some names that is not a part of a word; nothing where there are none. */
function wholeNames(names: readonly string[]): string[] {
  if (names.length === 0) return [];
  const plain = names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return [`(?<![\\p{L}\\p{Nd}])(?:${plain.join('|')})(?![\\p{L}\\p{Nd}])`];
}
