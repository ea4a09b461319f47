import { computed } from '@preact/signals';
import { LANGUAGES, type Language } from '@simwise/catalog';
import { knownNames } from '../state/name-languages.ts';
import { language } from '../state/session.ts';
import { marker } from './pieces.ts';

const markers = computed(() => new Map(LANGUAGES.map((each) => [each, marker(each, knownNames.value)])));

function piecesOf(text: string, spoken: Language) {
  return markers.value.get(spoken)?.(text) ?? [];
}

type NamedProps = {
  readonly text: string;
  /** The language of the text; that of the page unless said. */
  readonly spoken?: Language;
};

/** A text with the names in it marked with their language. */
export function Named({ text, spoken = language.value }: NamedProps) {
  return (
    <>{piecesOf(text, spoken).map(({ text: piece, lang }) => (lang ? <span lang={lang}>{piece}</span> : piece))}</>
  );
}

/** Texts as items of a list, with the names in them marked. */
export function NamedItems({ texts }: { readonly texts: readonly string[] }) {
  return (
    <>
      {texts.map((text) => (
        <li key={text}>
          <Named text={text} />
        </li>
      ))}
    </>
  );
}

/** The language of a text that cannot be marked in parts; undefined where it is not all in one other than the page's. */
export function languageOfWhole(text: string): Language | undefined {
  const [only, ...others] = piecesOf(text, language.value);
  return others.length === 0 ? only?.lang : undefined;
}
