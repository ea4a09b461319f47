import { type Coverage, NO_STEPS, type Steps, stepsOf, stepsOfOne, sumOfTwo, thinned } from './cover-steps.ts';
import { RatedSteps } from './rated-steps.ts';

/** What can be bought for one card: `packs` any number of times, of each of `once` one at most. */
export type CardOffers = {
  readonly packs: readonly Coverage[];
  readonly once: readonly (readonly Coverage[])[];
};

/** What can be bought: for cards that are there, and new cards, each of one purchase or of a family that is topped up. */
export type CoverOffers = {
  readonly addOns: CardOffers;
  readonly cards: readonly Coverage[];
  /** Those of the cards that are data cards. */
  readonly dataCards: readonly Coverage[];
  readonly families: ReadonlyMap<string, CardOffers>;
};

/** What is to be covered at least: bytes, with so many new cards at most, where a byte alone costs `rate`. */
export type CoverAsk = {
  readonly bytes: number;
  readonly cards: number;
  /** The families that are held already and may be topped up. */
  readonly families: readonly string[];
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
  readonly #needed: number;
  readonly #mostCards: number;
  readonly #addOns: Steps;
  readonly #families: ReadonlyMap<string, Steps>;
  /** A new card, and a new data card. */
  readonly #card: Steps;
  readonly #dataCard: Steps;
  /** For each set of families, with up to k new cards, the cheapest ways to hold ever more bytes; worked out up to what was asked. */
  readonly #levels = new Map<string, RatedSteps[]>();
  readonly #levelsWithCard: RatedSteps[] = [];

  /** @param mostCards how many cards may be asked about; `needed` the most bytes ever asked about. */
  constructor({ addOns, cards, dataCards, families }: CoverOffers, mostCards: number, needed: number) {
    this.#needed = needed;
    this.#mostCards = mostCards;
    this.#addOns = stepsOfCard(addOns, needed);
    this.#families = new Map([...families].map(([name, offers]) => [name, stepsOfCard(offers, needed)]));
    const topped = [...this.#families.values()].flatMap(coveragesOf);
    this.#card = stepsOf([...cards, ...topped], needed);
    this.#dataCard = stepsOfOne([...dataCards, ...topped.filter(({ bytes }) => bytes > 0)], needed);
  }

  /** The bound; infinite where so much cannot be held. */
  least(ask: CoverAsk): number {
    return ask.bytes <= 0 && !ask.needsCard ? 0 : this.#levelFor(ask).least(ask.bytes, ask.rate);
  }

  /** The cheapest ways to hold ever more bytes. */
  stepsFor(ask: CoverAsk): Steps {
    return this.#levelFor(ask).steps;
  }

  /** Works out ahead what is asked for first, so that a caller may rest: the ways with any number of new cards. */
  *ready(): Generator<void, void> {
    for (let cards = 0; cards <= this.#mostCards; cards++) {
      this.#levelBeside([], cards);
      yield;
    }
  }

  #levelFor({ cards, families, needsCard }: CoverAsk): RatedSteps {
    const most = Math.min(cards, this.#mostCards);
    return needsCard ? this.#levelWithCard(most) : this.#levelBeside(families, most);
  }

  #levelBeside(families: readonly string[], cards: number): RatedSteps {
    const key = families.join();
    const known = this.#levels.get(key) ?? [new RatedSteps(this.#held(families))];
    this.#levels.set(key, known);
    for (let next = known.length; next <= cards; next++) {
      known.push(new RatedSteps(this.#sum((known[next - 1] as RatedSteps).steps, this.#card)));
    }
    return known[cards] as RatedSteps;
  }

  #held(families: readonly string[]): Steps {
    const held = families.map((name) => this.#families.get(name) ?? NO_STEPS);
    return held.reduce((sum, each) => this.#sum(sum, each), this.#addOns);
  }

  /** With a data card among what is bought; without steps where none can be. */
  #levelWithCard(cards: number): RatedSteps {
    const fewer = cards === 0 ? NO_WAY : this.#levelBeside([], cards - 1);
    this.#levelsWithCard[cards] ??= new RatedSteps(this.#sum(fewer.steps, this.#dataCard));
    return this.#levelsWithCard[cards] as RatedSteps;
  }

  #sum(a: Steps, b: Steps): Steps {
    return thinned(sumOfTwo(a, b, this.#needed));
  }
}

const NO_WAY = new RatedSteps({ costs: new Float64Array(), bytes: new Float64Array() });

function coveragesOf({ costs, bytes }: Steps): Coverage[] {
  return Array.from(costs, (cost, step) => ({ cost, bytes: bytes[step] as number }));
}

function stepsOfCard({ packs, once }: CardOffers, most: number): Steps {
  const each = once.map((own) => stepsOf(own, most));
  return thinned(sumOfTwo(closureOf(stepsOf(packs, most), most), sumOfAll(each, most), most));
}

/** Purchases double with each round, so this many rounds stand for any number. */
const ROUNDS = 20;

/** Any number of purchases: pairs of pairs of pairs, until nothing is gained. */
function closureOf(single: Steps, most: number): Steps {
  let level = single;
  for (let round = 0; round < ROUNDS; round++) {
    const next = thinned(sumOfTwo(level, level, most));
    if (areSame(next.bytes, level.bytes) && areSame(next.costs, level.costs)) return next;
    level = next;
  }
  return level;
}

function areSame(a: Float64Array, b: Float64Array): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index]);
}

/** One step from each of many, added up two by two, so that few sums lie upon each other. */
export function sumOfAll(levels: readonly Steps[], most: number): Steps {
  if (levels.length <= 1) return levels[0] ?? NO_STEPS;
  const half = levels.length >> 1;
  return thinned(sumOfTwo(sumOfAll(levels.slice(0, half), most), sumOfAll(levels.slice(half), most), most));
}
