import type { Language } from '@simwise/catalog';

/** A piece of a text and the language to read it in; undefined where it is that of the page. */
type Piece = { readonly text: string; readonly lang: string | undefined };

const CYRILLIC = /\p{Script=Cyrillic}[\p{Script=Cyrillic}\p{Nd}\p{P} ]*\p{Script=Cyrillic}|\p{Script=Cyrillic}/gu;
const LATIN = /\p{Script=Latin}[\p{Script=Latin}\p{Nd}\p{P} ]*\p{Script=Latin}/gu;
const KAZAKH_LETTERS = /[әғқңөұүһі]/iu;

const FOREIGN: { readonly [L in Language]: RegExp } = {
  zh: new RegExp(`${CYRILLIC.source}|${LATIN.source}`, 'gu'),
  en: CYRILLIC,
  ru: LATIN,
  kk: LATIN,
};

function languageOf(name: string): Language {
  if (/^\p{Script=Latin}/u.test(name)) return 'en';
  return KAZAKH_LETTERS.test(name) ? 'kk' : 'ru';
}

/** Names in another script than the page's, so that a screen reader says them in their own language. */
export function piecesOf(text: string, page: Language): Piece[] {
  const foreign = FOREIGN[page];
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(foreign)) {
    if (match.index > end) pieces.push({ text: text.slice(end, match.index), lang: undefined });
    pieces.push({ text: match[0], lang: languageOf(match[0]) });
    end = match.index + match[0].length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end), lang: undefined });
  return pieces;
}
