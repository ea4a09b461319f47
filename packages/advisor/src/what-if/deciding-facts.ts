import {
  AS_RECORDED,
  IN_THE_MIDDLE,
  type MarketOffer,
  type Offer,
  type Reading,
  read,
  readingsOf,
} from '@simwise/engine';
import type { Candidate } from '../candidates.ts';
import type { Stay } from '../stay.ts';
import { type AssumedField, assumedFacts } from './assumed-facts.ts';
import type { CheapestChoice } from './least-cost.ts';
import { type FinderMemory, LengthFinder } from './length-costs.ts';
import { EFFORT, type PointBook } from './point-book.ts';
import { basesOf, CLOSE, KINDS } from './point-costs.ts';

/**
 * A fact that is not known: a price between two ends (`isOld`: seen so long ago that it became a range), a rule that is
 * one of several, or a part of the stay that was not said but assumed.
 */
export type OpenFact =
  | { readonly code: 'price'; readonly offer: string; readonly isOld: boolean }
  | { readonly code: 'rule'; readonly offer: string; readonly rule: string }
  | { readonly code: 'assumed'; readonly field: AssumedField };

/**
 * What a fact would change, were it known: whether another kind of choice would be the cheapest at one of its ends, or
 * other cards, or only the cost; and between which costs, in minor units of the stay's currency, `high` infinite where
 * nothing would serve. `otherwise` is the cheapest at the end that is the furthest from the answer.
 */
export type DecidingFact = {
  readonly fact: OpenFact;
  readonly changes: 'kind' | 'cards' | 'cost';
  readonly low: number;
  readonly high: number;
  readonly otherwise: CheapestChoice | null;
};

/** How many deciding facts are told. */
const TOLD = 3;

/** Old prices and open rules looked into, those of the best of each kind first. */
const LOOKED_INTO = 3;

/**
 * The open facts that would change the answer most, those that change the kind of card first, then by the cost. The cheapest
 * at each end is what was found; that nothing is cheaper is not proven.
 */
export function* decidingFacts(book: PointBook): Generator<void, DecidingFact[]> {
  const { stay, market } = book;
  const memory: FinderMemory = [];
  const { winner, leading } = yield* cheapestOf(book, { stay, market }, memory);
  if (!winner) return [];
  const judged: DecidingFact[] = [];
  for (const { fact, ends } of openFacts(book, leading)) {
    const found: (CheapestChoice | null)[] = [];
    for (const end of ends) found.push((yield* cheapestOf(book, end(), memory)).winner);
    judged.push(judge(fact, winner, found));
  }
  return judged
    .filter(({ low, high }) => high - low > CLOSE)
    .sort(compareFacts)
    .slice(0, TOLD);
}

/** A stay and what is for sale for it, as they are if a fact is so or so. */
type Circumstances = { readonly stay: Stay; readonly market: readonly MarketOffer[] };

/** Longer stays are searched step by step, which ends in time whatever their length. */
const MOST_DAYS_AT_ONCE = 120;

/** The cheapest cards, and the best of each kind where that is known as well; the cheaper first. */
function* cheapestOf(
  book: PointBook,
  { stay, market }: Circumstances,
  memory: FinderMemory,
): Generator<void, Cheapest> {
  if (stay.days > MOST_DAYS_AT_ONCE) {
    const { choice } = yield* book.marketFor(stay, market).least('overall', { units: EFFORT });
    return { winner: choice, leading: choice ? [choice] : [] };
  }
  const costs = yield* new LengthFinder({ catalog: book.catalog, stay, market }, stay.days, { memory }).find();
  const leading = KINDS.flatMap((kind) => costs.at(kind, stay.days) ?? []).sort((a, b) => a.cost - b.cost);
  return { winner: leading[0] ?? null, leading };
}

type Cheapest = { readonly winner: CheapestChoice | null; readonly leading: readonly CheapestChoice[] };

/** A fact with the circumstances at each of its ends. */
type Ends = { readonly fact: OpenFact; readonly ends: readonly (() => Circumstances)[] };

function openFacts(book: PointBook, leading: readonly CheapestChoice[]): Ends[] {
  const ids = [...new Set(leading.flatMap(idsOf))];
  return [
    ...ids.flatMap((id) => openPrice(book, id)).slice(0, LOOKED_INTO),
    ...openRules(book, ids).slice(0, LOOKED_INTO),
    ...assumedFacts(book.stay).map(({ field, stays }) => ({
      fact: { code: 'assumed', field } as const,
      ends: stays.map((stay: Stay) => () => ({ stay, market: book.market })),
    })),
  ];
}

function idsOf({ cards }: CheapestChoice): string[] {
  return cards.flatMap(({ purchases }) => purchases.map(({ offer }) => offer));
}

function openPrice(book: PointBook, id: string): Ends[] {
  const candidate = book.candidates.get(id);
  if (!candidate || readingsOf([candidate.offer], 'ends').every(({ end }) => end === AS_RECORDED.end)) return [];
  const isOld = candidate.estimate !== undefined;
  const ends = (['low', 'high'] as const).map(
    (end) => () => readOtherwise(book, { ...IN_THE_MIDDLE, end }, (each) => each === candidate),
  );
  return [{ fact: { code: 'price', offer: id, isOld }, ends }];
}

/** A rule that is open for several offers is told of the first. */
function openRules(book: PointBook, ids: readonly string[]): Ends[] {
  const rules = new Map<string, Ends>();
  for (const id of ids) {
    for (const [rule, choices] of choicesOf(book.candidates.get(id)?.offer)) {
      if (rules.has(rule)) continue;
      const ends = choices.map(
        (choice) => () =>
          readOtherwise(book, { ...IN_THE_MIDDLE, choices: new Map([[rule, choice]]) }, ({ offer }) =>
            choicesOf(offer).has(rule),
          ),
      );
      rules.set(rule, { fact: { code: 'rule', offer: id, rule }, ends });
    }
  }
  return [...rules.values()];
}

/** The ways in which each open rule of an offer can be read, but for that which is recorded. */
function choicesOf(offer: unknown): Map<string, number[]> {
  const choices = new Map<string, Set<number>>();
  for (const reading of readingsOf([offer])) {
    for (const [rule, choice] of reading.choices) {
      if (choice > 0) choices.set(rule, (choices.get(rule) ?? new Set()).add(choice));
    }
  }
  return new Map([...choices].map(([rule, each]) => [rule, [...each]]));
}

/** What is for sale with some offers read in another way. */
function readOtherwise(book: PointBook, reading: Reading, isMeant: (candidate: Candidate) => boolean): Circumstances {
  const market = book.market.map((each) => {
    const candidate = book.candidates.get(each.offer.id);
    return candidate && isMeant(candidate) ? { ...each, offer: read<Offer>(candidate.offer, reading) } : each;
  });
  return { stay: book.stay, market };
}

function judge(fact: OpenFact, winner: CheapestChoice, ends: readonly (CheapestChoice | null)[]): DecidingFact {
  const costs = [winner.cost, ...ends.map((choice) => choice?.cost ?? Number.POSITIVE_INFINITY)];
  const rated = ends.map((choice) => ({ choice, changes: changeBetween(winner, choice) }));
  const [furthest] = rated.sort((a, b) => ORDER[a.changes] - ORDER[b.changes]);
  return {
    fact,
    changes: furthest?.changes ?? 'cost',
    low: Math.min(...costs),
    high: Math.max(...costs),
    otherwise: furthest?.choice ?? null,
  };
}

const ORDER = { kind: 0, cards: 1, cost: 2 } as const;

function changeBetween(a: CheapestChoice, b: CheapestChoice | null): DecidingFact['changes'] {
  if (a.kind !== b?.kind) return 'kind';
  return basesOf(a).join() === basesOf(b).join() ? 'cost' : 'cards';
}

function compareFacts(a: DecidingFact, b: DecidingFact): number {
  const span = ({ low, high }: DecidingFact) => (Number.isFinite(high) ? high - low : Number.MAX_VALUE);
  return ORDER[a.changes] - ORDER[b.changes] || span(b) - span(a);
}
