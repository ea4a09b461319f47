import type { Money } from '@simwise/engine';
import { middleOf } from './card-plan.ts';
import { type Choice, type Draft, mainOffer } from './choice.ts';

/** Why a choice stands where it does, in two sentences. */
export type Reasons =
  | { readonly code: 'cheapest'; readonly by: Money | null }
  | { readonly code: 'tied'; readonly with: number }
  | { readonly code: 'dearer'; readonly by: Money }
  | { readonly code: 'unserved' }
  | { readonly code: 'made-of'; readonly offer: string; readonly share: number }
  | { readonly code: 'free' };

/** By whether they serve, then the middle of the total, then fewer cards and purchases, then ids. */
export function compareDrafts(a: Draft, b: Draft): number {
  if (a.serves !== b.serves) return a.serves ? -1 : 1;
  const steps = (draft: Draft) => draft.cards.reduce((sum, { purchases }) => sum + purchases.length, 0);
  const byCost = Math.sign(middleOf(a.total) - middleOf(b.total)) || 0;
  const name = (draft: Draft) => draft.cards.map((card) => mainOffer(card).facts.id).join();
  return byCost || a.cards.length - b.cards.length || steps(a) - steps(b) || (name(a) < name(b) ? -1 : 1);
}

/** All choices in the order of their cost. */
export function rankDrafts(drafts: readonly Draft[]): Choice[] {
  const sorted = [...drafts].sort(compareDrafts);
  const ties = tieGroups(sorted);
  return sorted.map((draft, index) => {
    const tie = ties[index] as number;
    const size = ties.filter((other) => other === tie).length;
    const reasons = [placeReason(draft, { index, sorted, size }), shareReason(draft)];
    return { ...draft, rank: index + 1, tie, reasons };
  });
}

/** A group holds the choices whose range overlaps with that of its first. */
function tieGroups(sorted: readonly Draft[]): number[] {
  let group = 0;
  let first: Draft | undefined;
  return sorted.map((draft) => {
    const overlaps =
      first && first.serves === draft.serves && first.total.high !== null && draft.total.low <= first.total.high;
    if (!overlaps) {
      group += 1;
      first = draft;
    }
    return group;
  });
}

type Place = { readonly index: number; readonly sorted: readonly Draft[]; readonly size: number };

function placeReason(draft: Draft, { index, sorted, size }: Place): Reasons {
  if (!draft.serves) return { code: 'unserved' };
  const best = sorted[0] as Draft;
  const next = sorted[1];
  if (index > 0) return { code: 'dearer', by: Math.round(middleOf(draft.total) - middleOf(best.total)) as Money };
  if (size > 1) return { code: 'tied', with: size - 1 };
  return {
    code: 'cheapest',
    by: next?.serves ? (Math.round(middleOf(next.total) - middleOf(draft.total)) as Money) : null,
  };
}

/** The offer that makes up most of the cost. */
function shareReason({ cards }: Draft): Reasons {
  const costs = new Map<string, number>();
  for (const card of cards) {
    const { ratio } = mainOffer(card).conversion;
    for (const { offer, amount } of card.statement.lines) {
      costs.set(offer, (costs.get(offer) ?? 0) + (amount * ratio.num) / ratio.den);
    }
  }
  const whole = [...costs.values()].reduce((sum, cost) => sum + cost, 0);
  const [most] = [...costs].sort((a, b) => b[1] - a[1]);
  return most && whole > 0 ? { code: 'made-of', offer: most[0], share: most[1] / whole } : { code: 'free' };
}
