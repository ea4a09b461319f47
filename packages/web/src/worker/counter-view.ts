import type { Advice, Choice } from '@simwise/advisor';
import type { CompiledCatalog, Language } from '@simwise/catalog';
import { type CounterCard, counterCard, qrMatrix, qrPath, requestOf } from '@simwise/counter';
import type { Wording } from '@simwise/messages';
import { choiceTitle } from './choice-view.ts';

/** The card to show at the counter for a choice; null where no choice serves. `qr` is a path in units of a module. */
export type CounterView = {
  readonly title: string;
  readonly card: CounterCard;
  readonly qr: { readonly path: string; readonly size: number };
} | null;

type Reader = { readonly language: Language; readonly wording: Wording };

export function counterView(
  catalog: CompiledCatalog,
  { stay }: Advice,
  choice: Choice | null,
  { language, wording }: Reader,
): CounterView {
  if (!choice) return null;
  const card = counterCard(catalog, requestOf(choice, stay.start), language);
  const matrix = qrMatrix(card.qr);
  return { title: choiceTitle(choice, wording), card, qr: { path: qrPath(matrix), size: matrix.length } };
}
