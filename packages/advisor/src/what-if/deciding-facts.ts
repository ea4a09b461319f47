import { AS_RECORDED, IN_THE_MIDDLE, type Offer, type Reading, read, readingsOf } from '@simwise/engine';
import type { Stay } from '../stay.ts';
import { type AssumedField, assumedFacts } from './assumed-facts.ts';
import type { CheapestChoice, LeastCost, StayMarket } from './least-cost.ts';
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

/** The open facts that would change the answer most, those that change the kind of card first, then by the cost. */
export function* decidingFacts(book: PointBook): Generator<void, DecidingFact[]> {
  const { winner, kinds } = yield* book.at(book.origin);
  if (!winner) return [];
  const leading = KINDS.flatMap((kind) => kinds[kind].choice ?? []).sort((a, b) => a.cost - b.cost);
  const judged: DecidingFact[] = [];
  for (const { fact, markets } of openFacts(book, leading)) {
    const ends: LeastCost[] = [];
    for (const market of markets) ends.push(yield* market().least('overall', { units: EFFORT }));
    judged.push(judge(fact, winner, ends));
  }
  return judged
    .filter(({ low, high }) => high - low > CLOSE)
    .sort(compareFacts)
    .slice(0, TOLD);
}

/** A fact with what is for sale, and for what stay, at each of its ends. */
type Ends = { readonly fact: OpenFact; readonly markets: readonly (() => StayMarket)[] };

function openFacts(book: PointBook, leading: readonly CheapestChoice[]): Ends[] {
  const ids = [...new Set(leading.flatMap(idsOf))];
  return [
    ...ids.flatMap((id) => openPrice(book, id)).slice(0, LOOKED_INTO),
    ...openRules(book, ids).slice(0, LOOKED_INTO),
    ...assumedFacts(book.stay).map(({ field, stays }) => ({
      fact: { code: 'assumed', field } as const,
      markets: stays.map((stay: Stay) => () => book.marketFor(stay)),
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
  const markets = (['low', 'high'] as const).map((end) => () => readOtherwise(book, { ...IN_THE_MIDDLE, end }, id));
  return [{ fact: { code: 'price', offer: id, isOld }, markets }];
}

/** A rule that is open for several offers is told of the first. */
function openRules(book: PointBook, ids: readonly string[]): Ends[] {
  const rules = new Map<string, Ends>();
  for (const id of ids) {
    for (const [rule, choices] of choicesOf(book.candidates.get(id)?.offer)) {
      if (rules.has(rule)) continue;
      const markets = choices.map(
        (choice) => () => readOtherwise(book, { ...IN_THE_MIDDLE, choices: new Map([[rule, choice]]) }),
      );
      rules.set(rule, { fact: { code: 'rule', offer: id, rule }, markets });
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

/** The market with one offer, or all, read in another way. */
function readOtherwise(book: PointBook, reading: Reading, id?: string): StayMarket {
  const market = book.market.map((each) => {
    const candidate = book.candidates.get(each.offer.id);
    if (!candidate || (id !== undefined && id !== each.offer.id)) return each;
    return { ...each, offer: read<Offer>(candidate.offer, reading) };
  });
  return book.marketFor(book.stay, market);
}

function judge(fact: OpenFact, winner: CheapestChoice, ends: readonly LeastCost[]): DecidingFact {
  const costs = [winner.cost, ...ends.map(({ high }) => high)];
  const rated = ends.map(({ choice }) => ({ choice, changes: changeBetween(winner, choice) }));
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
