import { language } from '../state/session.ts';
import { piecesOf } from './pieces.ts';

/** A text with the names in it marked with their language. */
export function Named({ text }: { readonly text: string }) {
  return (
    <>
      {piecesOf(text, language.value).map(({ text: piece, lang }) => (lang ? <span lang={lang}>{piece}</span> : piece))}
    </>
  );
}
