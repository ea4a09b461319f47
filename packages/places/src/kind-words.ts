import type { PlaceKind } from './place.ts';

/** Kinds of place a word asks for. */
export type KindHint = readonly PlaceKind[];

const AREAS: KindHint = ['district', 'city-district'];

/** Words for kinds of place in the four languages; they tell the kind and are no part of the name. */
const WORDS: Readonly<Record<string, KindHint>> = {
  airport: ['airport'],
  аэропорт: ['airport'],
  әуежай: ['airport'],
  әуежайы: ['airport'],
  机场: ['airport'],
  district: AREAS,
  rayon: AREAS,
  raion: AREAS,
  район: AREAS,
  ауданы: AREAS,
  аудан: AREAS,
  区: AREAS,
  oblast: ['oblast'],
  region: ['oblast'],
  область: ['oblast'],
  облысы: ['oblast'],
  облыс: ['oblast'],
  州: ['oblast'],
  city: ['city'],
  город: ['city'],
  қаласы: ['city'],
  市: ['city'],
  village: ['village'],
  село: ['village'],
  поселок: ['town', 'village'],
  посёлок: ['town', 'village'],
  аул: ['village'],
  ауылы: ['village'],
  村: ['village'],
  station: ['station'],
  станция: ['station'],
  станциясы: ['station'],
  站: ['station'],
  border: ['crossing'],
  crossing: ['crossing'],
  граница: ['crossing'],
  кпп: ['crossing'],
  погранпереход: ['crossing'],
  шекара: ['crossing'],
  口岸: ['crossing'],
};

const SHORT: readonly (readonly [RegExp, KindHint])[] = [
  [/^г\.\s*/iu, ['city']],
  [/^с\.\s*/iu, ['village']],
  [/^п\.\s*/iu, ['town']],
];

const CHINESE_WORD = /(机场|口岸|州|市|区|村|站)$/;

/** Takes the words for kinds off a text: `аэропорт Алматы` asks for Алматы of the kind airport. A text of such words stays. */
export function splitKindWords(text: string): { words: string; hints: readonly KindHint[] } {
  const hints: KindHint[] = [];
  let rest = text.trim().replace(/機場/g, '机场').replace(/區/g, '区');
  for (const [before, hint] of SHORT) {
    if (!before.test(rest) || rest.replace(before, '') === '') continue;
    hints.push(hint);
    rest = rest.replace(before, '');
  }
  const kept = rest.split(/\s+/).filter((word) => !takeWord(word, hints));
  const words = kept.join(' ').replace(CHINESE_WORD, (word, _group, at: number) => {
    if (at === 0) return word;
    hints.push(WORDS[word] ?? []);
    return '';
  });
  return words === '' ? { words: text, hints: [] } : { words, hints };
}

function takeWord(word: string, hints: KindHint[]): boolean {
  const hint = WORDS[word.toLowerCase()];
  if (hint) hints.push(hint);
  return hint !== undefined;
}
