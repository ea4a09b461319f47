import type { Advice, Choice } from '@simwise/advisor';
import type { CompiledCatalog, Language } from '@simwise/catalog';
import { type CounterCard, counterCard, requestOf } from '@simwise/counter';
import type { Wording } from '@simwise/messages';
import { choiceTitle } from './choice-view.ts';

/** The card to show at the counter for a choice; null where no choice serves. */
export type CounterView = { readonly title: string; readonly card: CounterCard } | null;

type Reader = { readonly language: Language; readonly wording: Wording };

export function counterView(
  catalog: CompiledCatalog,
  { stay }: Advice,
  choice: Choice | null,
  { language, wording }: Reader,
): CounterView {
  if (!choice) return null;
  return {
    title: choiceTitle(choice, wording),
    card: counterCard(catalog, requestOf(choice, stay.start), language),
  };
}
