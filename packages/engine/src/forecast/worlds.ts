import type { Offer } from '../offer.ts';
import { AS_RECORDED, openFactsOf, type Reading, type Uncertain } from '../uncertain.ts';
import { Random } from './random.ts';

/**
 * Ways in which everything not known may be: `readingOf` tells how the facts of a brand's offers are read in one of them.
 * Prices between two ends move together within a brand, as rises are announced; facts that share a key are read alike.
 */
export type Worlds = {
  readonly count: number;
  readingOf(world: number, brand: string): Reading;
};

/** Enough for every pair of an end and a choice to meet; a scenario of use meets one of them. */
const WORLDS = 32;

/** Between two ends the middle is as likely as both ends together. */
const ENDS: readonly Reading['end'][] = ['low', 'middle', 'middle', 'high'];

/** Worlds for what is open in these offers, each choice and end in its share of them; one world where nothing is open. */
export function drawWorlds(offers: readonly Uncertain<Offer>[], seed: number): Worlds {
  const { hasEnds, choices } = openFactsOf(offers);
  if (!hasEnds && choices.size === 0) return { count: 1, readingOf: () => AS_RECORDED };
  const brands = [...new Set(offers.map(brandOf))].sort();
  const ends = new Map(brands.map((brand, index) => [brand, shuffled(new Random(seed, index))]));
  const drawn = [...choices].map(([key, size]) => [key, size, shuffled(new Random(seed, numberOf(key)))] as const);
  const choicesIn = Array.from(
    { length: WORLDS },
    (_, world) => new Map(drawn.map(([key, size, order]) => [key, (order[world] as number) % size])),
  );
  return {
    count: WORLDS,
    readingOf: (world, brand) => ({
      end: ENDS[(ends.get(brand)?.[world] ?? 0) % ENDS.length] as Reading['end'],
      choices: choicesIn[world] as ReadonlyMap<string, number>,
    }),
  };
}

function brandOf(offer: Uncertain<Offer>): string {
  return (offer as Offer).brand;
}

/** The numbers of the worlds in another order. */
function shuffled(random: Random): number[] {
  const order = Array.from({ length: WORLDS }, (_, index) => index);
  for (let last = WORLDS - 1; last > 0; last--) {
    const other = random.below(last + 1);
    [order[last], order[other]] = [order[other] as number, order[last] as number];
  }
  return order;
}

/** A stream of its own for each key, whatever other keys there are. */
function numberOf(key: string): number {
  let hash = 7;
  for (const sign of key) hash = (Math.imul(hash, 31) + (sign.codePointAt(0) ?? 0)) | 0;
  return hash;
}
