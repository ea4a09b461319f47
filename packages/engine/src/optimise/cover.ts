import { type Coverage, merged, NO_STEPS, type Steps, stepsOf, stepsOfOne, sumOfTwo, thinned } from './cover-steps.ts';
import { RatedSteps } from './rated-steps.ts';

/** What can be bought: `cards` at most so many in all, `packs` any number of times, of each of `once` one at most. */
export type CoverOffers = {
  readonly cards: readonly Coverage[];
  readonly packs: readonly Coverage[];
  readonly once: readonly OnceCover[];
  /** The data cards among the cards, and the packs that make or top up a data card. */
  readonly dataCards: readonly Coverage[];
  readonly topUps: readonly Coverage[];
};

export type OnceCover = { readonly coverages: readonly Coverage[]; readonly isDataCard: boolean };

/** What is to be covered at least: bytes, with so many new cards at most, where a byte alone costs `rate`. */
export type CoverAsk = {
  readonly bytes: number;
  readonly cards: number;
  /** Infinite where none can be bought alone. */
  readonly rate: number;
  /** A data card is to be bought in any case. */
  readonly needsCard: boolean;
};

/**
 * The least that any purchases can cost that together hold some bytes, in no regard of when: a bound from below for
 * covering a demand.
 */
export class CoverBound {
  /** For up to k cards and any packs, the cheapest ways to hold ever more bytes. */
  readonly #levels: readonly RatedSteps[];
  readonly #offers: CoverOffers;
  readonly #needed: number;
  #levelsWithCard: readonly RatedSteps[] | undefined;

  /** @param mostCards how many cards may be asked about; `needed` the most bytes ever asked about. */
  constructor(offers: CoverOffers, mostCards: number, needed: number) {
    this.#offers = offers;
    this.#needed = needed;
    const each = offers.once.map(({ coverages }) => stepsOf(coverages, needed));
    this.#levels = this.#withCards(sumOfAll(each, needed), mostCards).map((steps) => new RatedSteps(steps));
  }

  /** With 0, 1, 2 and more cards and any packs beside what is there once. */
  #withCards(once: Steps, most: number): Steps[] {
    const { packs, cards } = this.#offers;
    const needed = this.#needed;
    const card = stepsOf(cards, needed);
    const levels: Steps[] = [thinned(sumOfTwo(closureOf(stepsOf(packs, needed), needed), once, needed))];
    for (let k = 1; k <= most; k++) levels.push(thinned(sumOfTwo(levels[k - 1] as Steps, card, needed)));
    return levels;
  }

  /** The bound; infinite where so much cannot be held. */
  least({ bytes, cards, rate, needsCard }: CoverAsk): number {
    return bytes <= 0 && !needsCard ? 0 : this.#levelOf(cards, needsCard).least(bytes, rate);
  }

  /** The cheapest ways to hold ever more bytes. */
  stepsFor({ cards, needsCard }: CoverAsk): Steps {
    return this.#levelOf(cards, needsCard).steps;
  }

  #levelOf(cards: number, needsCard: boolean): RatedSteps {
    const levels = needsCard ? (this.#levelsWithCard ?? this.#withDataCard()) : this.#levels;
    return levels[Math.min(cards, levels.length - 1)] as RatedSteps;
  }

  /** The levels with a data card among what is bought; without steps where none can be. */
  #withDataCard(): readonly RatedSteps[] {
    const needed = this.#needed;
    const { dataCards, topUps, once } = this.#offers;
    const [card, topUp] = [stepsOfOne(dataCards, needed), stepsOfOne(topUps, needed)];
    const withOnce = this.#withCards(sumWithDataCard(once, needed).withCard, this.#levels.length - 1);
    this.#levelsWithCard ??= this.#levels.map(({ steps }, k) => {
      const before = this.#levels[k - 1];
      const beside = merged(withOnce[k] as Steps, sumOfTwo(steps, topUp, needed));
      return new RatedSteps(thinned(before ? merged(beside, sumOfTwo(before.steps, card, needed)) : beside));
    });
    return this.#levelsWithCard;
  }
}

/** One step from each of many, and the same where one that is not nothing is of a data card. */
function sumWithDataCard(once: readonly OnceCover[], most: number): { any: Steps; withCard: Steps } {
  const [first] = once;
  if (once.length <= 1 || !first) {
    const any = first ? stepsOf(first.coverages, most) : NO_STEPS;
    return { any, withCard: stepsOfOne(first?.isDataCard ? first.coverages : [], most) };
  }
  const half = once.length >> 1;
  const [a, b] = [sumWithDataCard(once.slice(0, half), most), sumWithDataCard(once.slice(half), most)];
  const withCard = merged(sumOfTwo(a.any, b.withCard, most), sumOfTwo(b.any, a.withCard, most));
  return { any: thinned(sumOfTwo(a.any, b.any, most)), withCard: thinned(withCard) };
}

/** Purchases double with each round, so this many rounds stand for any number. */
const ROUNDS = 20;

/** Any number of purchases: pairs of pairs of pairs, until nothing is gained. */
function closureOf(single: Steps, most: number): Steps {
  let level = single;
  for (let round = 0; round < ROUNDS; round++) {
    const next = thinned(sumOfTwo(level, level, most));
    const isSame =
      next.bytes.length === level.bytes.length && next.bytes.every((own, step) => own === level.bytes[step]);
    if (isSame) return next;
    level = next;
  }
  return level;
}

/** One step from each of many, added up two by two, so that few sums lie upon each other. */
export function sumOfAll(levels: readonly Steps[], most: number): Steps {
  if (levels.length <= 1) return levels[0] ?? NO_STEPS;
  const half = levels.length >> 1;
  return thinned(sumOfTwo(sumOfAll(levels.slice(0, half), most), sumOfAll(levels.slice(half), most), most));
}
