/** Something that can be bought: at most `bytes` of what is asked for, whenever it is bought, for `cost`. */
export type Coverage = { readonly cost: number; readonly bytes: number };

/** What can be bought: `cards` at most so many in all, `packs` any number of times, of each of `once` one at most. */
export type CoverOffers = {
  readonly cards: readonly Coverage[];
  readonly packs: readonly Coverage[];
  readonly once: readonly (readonly Coverage[])[];
};

const NOTHING: Coverage = { cost: 0, bytes: 0 };

/**
 * The least that any purchases can cost that together hold some bytes, in no regard of when: a bound from below for
 * covering a demand.
 */
export class CoverBound {
  /** For up to k cards and any packs, the cheapest ways to hold ever more bytes. */
  readonly #levels: readonly (readonly Coverage[])[];

  /** @param mostCards how many cards may be asked about; `needed` the most bytes ever asked about. */
  constructor(offers: CoverOffers, mostCards: number, needed: number) {
    const capped = (all: readonly Coverage[]) =>
      frontier([NOTHING, ...all.map(({ cost, bytes }) => ({ cost, bytes: Math.min(bytes, needed) }))]);
    const sum: Sum = (a, b) =>
      frontier(a.flatMap((x) => b.map((y) => ({ cost: x.cost + y.cost, bytes: Math.min(needed, x.bytes + y.bytes) }))));
    const base = offers.once.reduce(
      (level, choices) => thinned(sum(level, capped(choices))),
      closureOf(capped(offers.packs), sum),
    );
    const card = capped(offers.cards);
    const levels: (readonly Coverage[])[] = [base];
    for (let k = 1; k <= mostCards; k++) levels.push(thinned(sum(levels[k - 1] as readonly Coverage[], card)));
    this.#levels = levels;
  }

  /**
   * The bound for some bytes with at most so many new cards, where a byte alone costs `rate` (infinite where none can be
   * bought alone); infinite where they cannot be held.
   */
  least(bytes: number, cards: number, rate: number): number {
    if (bytes <= 0) return 0;
    const level = this.#levels[Math.min(cards, this.#levels.length - 1)] as readonly Coverage[];
    let best = Number.POSITIVE_INFINITY;
    for (const { cost, bytes: held } of level) {
      if (held >= bytes) return Math.min(best, cost);
      best = Math.min(best, cost + rate * (bytes - held));
    }
    return best;
  }
}

type Sum = (a: readonly Coverage[], b: readonly Coverage[]) => Coverage[];

/** Purchases double with each round, so this many rounds stand for any number. */
const ROUNDS = 20;
const MOST_STEPS = 128;

/** Any number of purchases: pairs of pairs of pairs, until nothing is gained. */
function closureOf(single: readonly Coverage[], sum: Sum): readonly Coverage[] {
  let level = single;
  for (let round = 0; round < ROUNDS; round++) {
    const next = thinned(sum(level, level));
    const isSame = next.length === level.length && next.every(({ bytes }, index) => bytes === level[index]?.bytes);
    if (isSame) return next;
    level = next;
  }
  return level;
}

/** A long frontier drawn in fewer steps, each as cheap as its first and as large as its last, so that it stays a bound. */
function thinned(steps: readonly Coverage[]): readonly Coverage[] {
  const size = Math.ceil(steps.length / MOST_STEPS);
  if (size <= 1) return steps;
  const count = Math.ceil(steps.length / size);
  const groups = Array.from({ length: count }, (_, index) => steps.slice(index * size, (index + 1) * size));
  return groups.map((group) => ({ cost: (group[0] as Coverage).cost, bytes: (group.at(-1) as Coverage).bytes }));
}

/** Those that hold more bytes than all that cost no more, in the order of cost. */
export function frontier(offers: Coverage[]): Coverage[] {
  offers.sort((a, b) => a.cost - b.cost || b.bytes - a.bytes);
  const kept: Coverage[] = [];
  for (const offer of offers) if (offer.bytes > (kept.at(-1)?.bytes ?? -1)) kept.push(offer);
  return kept;
}
