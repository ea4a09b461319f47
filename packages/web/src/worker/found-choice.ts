import type { ChoiceKind } from '@simwise/advisor';
import { money, type Purchase } from '@simwise/engine';
import type { Wording } from '@simwise/messages';
import type { FoundChoice } from './found-row.ts';

type Found = {
  readonly kind: ChoiceKind;
  readonly cards: readonly { readonly purchases: readonly Purchase[] }[];
  readonly cost: number;
};

/** Cards found, in words. */
export function foundChoice({ kind, cards, cost }: Found, currency: string, wording: Wording): FoundChoice {
  const names = cards.map(({ purchases }) => [...new Set(purchases.map(({ offer }) => wording.offerName(offer)))]);
  return {
    kind,
    kindText: wording.messages.kinds[kind],
    title: names.map((each) => each.join(' + ')).join(' & '),
    cost,
    costText: wording.money(money(Math.round(cost)), currency),
  };
}
