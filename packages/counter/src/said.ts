import type { Language } from '@simwise/catalog';
import { COUNTER_TEXTS } from './texts/index.ts';
import type { CounterTexts } from './texts/texts.ts';

/** A sentence in each language of a card, the assistant's first. */
export type Said = readonly { readonly language: Language; readonly text: string }[];

export function say(languages: readonly Language[], tell: (texts: CounterTexts, language: Language) => string): Said {
  return languages.map((language) => ({ language, text: tell(COUNTER_TEXTS[language], language) }));
}
