/** Something that can be bought: at most `bytes` of what is asked for, whenever it is bought, for `cost`. */
export type Coverage = { readonly cost: number; readonly bytes: number };

const NOTHING: Coverage = { cost: 0, bytes: 0 };

/**
 * The least that any purchases can cost that together hold some bytes, in no regard of when: a bound from below for
 * covering a demand. `rate` is the cost of one byte bought one by one, infinite where that is not possible.
 */
export class CoverBound {
  readonly #rate: number;
  /** For up to k purchases, the cheapest ways to hold ever more bytes; the last level holds for any number. */
  readonly #levels: readonly (readonly Coverage[])[];

  /** @param needed the most bytes ever asked about. */
  constructor(offers: readonly Coverage[], most: number, { rate, needed }: { rate: number; needed: number }) {
    this.#rate = rate;
    const sum = (a: readonly Coverage[], b: readonly Coverage[]) =>
      frontier(a.flatMap((x) => b.map((y) => ({ cost: x.cost + y.cost, bytes: Math.min(needed, x.bytes + y.bytes) }))));
    const single = frontier([NOTHING, ...offers.map(({ cost, bytes }) => ({ cost, bytes: Math.min(bytes, needed) }))]);
    const levels: (readonly Coverage[])[] = [[NOTHING], single];
    if (Number.isFinite(most))
      for (let k = 2; k <= most; k++) levels.push(sum(levels[k - 1] as readonly Coverage[], single));
    else levels.push(closureOf(single, sum));
    this.#levels = levels;
  }

  /** The bound for some bytes with at most `purchases` purchases; infinite where so many cannot hold them. */
  least(bytes: number, purchases: number): number {
    const level = this.#levels[Math.min(purchases, this.#levels.length - 1)] as readonly Coverage[];
    let best = Number.POSITIVE_INFINITY;
    for (const { cost, bytes: held } of level) {
      if (held >= bytes) return Math.min(best, cost);
      best = Math.min(best, cost + this.#rate * (bytes - held));
    }
    return best;
  }
}

type Sum = (a: readonly Coverage[], b: readonly Coverage[]) => Coverage[];

/** Purchases double with each round, so this many rounds stand for any number. */
const ROUNDS = 20;
const MOST_STEPS = 96;

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
  const groups = Array.from({ length: Math.ceil(steps.length / size) }, (_, index) =>
    steps.slice(index * size, (index + 1) * size),
  );
  return groups.map((group) => ({ cost: (group[0] as Coverage).cost, bytes: (group.at(-1) as Coverage).bytes }));
}

/** Those that hold more bytes than all that cost no more, in the order of cost. */
export function frontier(offers: Coverage[]): Coverage[] {
  offers.sort((a, b) => a.cost - b.cost || b.bytes - a.bytes);
  const kept: Coverage[] = [];
  for (const offer of offers) if (offer.bytes > (kept.at(-1)?.bytes ?? -1)) kept.push(offer);
  return kept;
}
