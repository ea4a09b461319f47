import type { MarketOffer } from './market.ts';

/** How far a set of purchases has come: bytes served, its cost and cards, and what it can no longer buy. */
export type Label = {
  readonly served: number;
  readonly cost: number;
  readonly cards: number;
  readonly once: ReadonlySet<MarketOffer>;
};

/** The labels that no other is better than. */
export class LabelBook {
  #labels: Label[] = [];

  /** Whether a label known before is no worse in anything; if not, the label is kept. */
  isDominated(label: Label): boolean {
    if (this.#labels.some((known) => isNoWorse(known, label))) return true;
    this.#labels = this.#labels.filter((known) => !isNoWorse(label, known));
    this.#labels.push(label);
    return false;
  }
}

function isNoWorse(a: Label, b: Label): boolean {
  if (a.served < b.served || a.cost > b.cost || a.cards > b.cards || a.once.size > b.once.size) return false;
  for (const offer of a.once) if (!b.once.has(offer)) return false;
  return true;
}
