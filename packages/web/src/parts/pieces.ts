import type { Language } from '@simwise/catalog';

/** A piece of a text and the language to read it in; undefined where it is that of the page. */
type Piece = { readonly text: string; readonly lang: string | undefined };

const CYRILLIC = /\p{Script=Cyrillic}[\p{Script=Cyrillic}\p{Nd}\p{P} ]*\p{Script=Cyrillic}|\p{Script=Cyrillic}/gu;
const LATIN = /\p{Script=Latin}[\p{Script=Latin}\p{Nd}\p{P} ]*\p{Script=Latin}/gu;
const KAZAKH_LETTERS = /[әғқңөұүһі]/iu;

/** Names in another script than the page's, so that a screen reader says them in their own language. */
export function piecesOf(text: string, page: Language): Piece[] {
  const isCyrillicPage = page === 'ru' || page === 'kk';
  const foreign = isCyrillicPage ? LATIN : CYRILLIC;
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(foreign)) {
    if (match.index > end) pieces.push({ text: text.slice(end, match.index), lang: undefined });
    pieces.push({ text: match[0], lang: isCyrillicPage ? 'en' : KAZAKH_LETTERS.test(match[0]) ? 'kk' : 'ru' });
    end = match.index + match[0].length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end), lang: undefined });
  return pieces;
}
