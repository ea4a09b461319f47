import { lowerBound } from '../lower-bound.ts';
import { type Coverage, merged, NO_STEPS, type Steps, stepsOf, stepsOfOne, sumOfTwo, thinned } from './cover-steps.ts';

/**
 * What can be bought: `cards` at most so many in all, `packs` any number of times, of each of `once` one at most. What of
 * it is a data card: `ownCards` count as a card, `topUps` do not.
 */
export type CoverOffers = {
  readonly cards: readonly Coverage[];
  readonly packs: readonly Coverage[];
  readonly once: readonly (readonly Coverage[])[];
  readonly ownCards: readonly Coverage[];
  readonly topUps: readonly Coverage[];
};

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
  readonly #levels: readonly Steps[];
  readonly #ownCard: Steps;
  readonly #topUp: Steps;
  readonly #needed: number;
  #levelsWithCard: readonly Steps[] | undefined;
  /** For each level and rate, up to each step, the one from which bytes at that rate lead furthest for the least. */
  readonly #bases = new Map<Steps, Map<number, Int32Array>>();

  /** @param mostCards how many cards may be asked about; `needed` the most bytes ever asked about. */
  constructor(offers: CoverOffers, mostCards: number, needed: number) {
    const once = sumOfAll(
      offers.once.map((each) => stepsOf(each, needed)),
      needed,
    );
    const base = thinned(sumOfTwo(closureOf(stepsOf(offers.packs, needed), needed), once, needed));
    const card = stepsOf(offers.cards, needed);
    const levels: Steps[] = [base];
    for (let k = 1; k <= mostCards; k++) levels.push(thinned(sumOfTwo(levels[k - 1] as Steps, card, needed)));
    this.#levels = levels;
    this.#ownCard = stepsOfOne(offers.ownCards, needed);
    this.#topUp = stepsOfOne(offers.topUps, needed);
    this.#needed = needed;
  }

  /** The bound; infinite where so much cannot be held. */
  least({ bytes, cards, rate, needsCard }: CoverAsk): number {
    if (bytes <= 0 && !needsCard) return 0;
    const levels = needsCard ? this.#withCard() : this.#levels;
    const level = levels[Math.min(cards, levels.length - 1)] as Steps;
    const step = firstHolding(level, bytes);
    const whole = level.costs[step] ?? Number.POSITIVE_INFINITY;
    if (step === 0 || !Number.isFinite(rate)) return whole;
    const base = this.#basesOf(level, rate)[step - 1] as number;
    return Math.min(whole, (level.costs[base] as number) + rate * (bytes - (level.bytes[base] as number)));
  }

  /** The levels with a data card among what is bought; without steps where none can be. */
  #withCard(): readonly Steps[] {
    this.#levelsWithCard ??= this.#levels.map((level, k) => {
      const toppedUp = sumOfTwo(level, this.#topUp, this.#needed);
      const before = this.#levels[k - 1];
      return thinned(before ? merged(toppedUp, sumOfTwo(before, this.#ownCard, this.#needed)) : toppedUp);
    });
    return this.#levelsWithCard;
  }

  #basesOf(level: Steps, rate: number): Int32Array {
    const byRate = this.#bases.get(level) ?? new Map<number, Int32Array>();
    this.#bases.set(level, byRate);
    const known = byRate.get(rate);
    if (known) return known;
    const bases = new Int32Array(level.costs.length);
    const beyond = (step: number) => (level.costs[step] as number) - rate * (level.bytes[step] as number);
    for (let step = 1; step < bases.length; step++) {
      const before = bases[step - 1] as number;
      bases[step] = beyond(step) < beyond(before) ? step : before;
    }
    byRate.set(rate, bases);
    return bases;
  }
}

/** The first step that holds some bytes; the number of steps where none does. */
function firstHolding({ bytes }: Steps, asked: number): number {
  return lowerBound(bytes, asked);
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
function sumOfAll(levels: readonly Steps[], most: number): Steps {
  if (levels.length <= 1) return levels[0] ?? NO_STEPS;
  const half = levels.length >> 1;
  return thinned(sumOfTwo(sumOfAll(levels.slice(0, half), most), sumOfAll(levels.slice(half), most), most));
}
