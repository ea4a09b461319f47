import type { MarketOffer } from './market.ts';

/** How far a set of purchases has come: bytes served, its cost, cards, and what it can no longer buy. */
export type Label = {
  readonly served: number;
  readonly cost: number;
  readonly cards: number;
  /** The least a byte costs one by one. */
  readonly rate: number;
  readonly once: ReadonlySet<MarketOffer>;
  /** What else decides what may follow; only labels of one sort are compared. */
  readonly sort: string;
};

/** The labels that no other is better than. */
export class LabelBook {
  readonly #bySort = new Map<string, Label[]>();

  /** Whether a label known before is no worse in anything; if not, the label is kept. */
  isDominated(label: Label): boolean {
    const labels = this.#bySort.get(label.sort) ?? [];
    if (labels.some((known) => isNoWorse(known, label))) return true;
    const kept = labels.filter((known) => !isNoWorse(label, known));
    kept.push(label);
    this.#bySort.set(label.sort, kept);
    return false;
  }
}

function isNoWorse(a: Label, b: Label): boolean {
  if (a.served < b.served || a.cost > b.cost || a.rate > b.rate) return false;
  if (a.cards > b.cards || a.once.size > b.once.size) return false;
  for (const offer of a.once) if (!b.once.has(offer)) return false;
  return true;
}
