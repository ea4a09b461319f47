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
    const once = sumOfAll(offers.once.map(capped), sum);
    const base = thinned(sum(closureOf(capped(offers.packs), sum), once));
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

/** One choice from each of many, added up two by two, so that few sums lie upon each other. */
function sumOfAll(levels: readonly (readonly Coverage[])[], sum: Sum): readonly Coverage[] {
  if (levels.length <= 1) return levels[0] ?? [NOTHING];
  const half = levels.length >> 1;
  return thinned(sum(sumOfAll(levels.slice(0, half), sum), sumOfAll(levels.slice(half), sum)));
}

/**
 * A long frontier drawn in fewer steps, each as cheap as its first and as large as its last, so that it stays a bound.
 * Steps are put together where their costs are near each other, in the least measure that makes them few.
 */
function thinned(steps: readonly Coverage[]): readonly Coverage[] {
  let thin = steps;
  for (let nearness = 1e-4; thin.length > MOST_STEPS; nearness *= 2) thin = together(steps, nearness);
  return thin;
}

function together(steps: readonly Coverage[], nearness: number): Coverage[] {
  const groups: Coverage[] = [];
  for (const { cost, bytes } of steps) {
    const last = groups.at(-1);
    if (last && cost <= last.cost * (1 + nearness)) groups[groups.length - 1] = { cost: last.cost, bytes };
    else groups.push({ cost, bytes });
  }
  return groups;
}

/** Those that hold more bytes than all that cost no more, in the order of cost. */
export function frontier(offers: Coverage[]): Coverage[] {
  offers.sort((a, b) => a.cost - b.cost || b.bytes - a.bytes);
  const kept: Coverage[] = [];
  for (const offer of offers) if (offer.bytes > (kept.at(-1)?.bytes ?? -1)) kept.push(offer);
  return kept;
}
