import type { CompiledCatalog } from '@simwise/catalog';
import type { RouteCoverage } from '@simwise/places';
import type { Advice } from '../advise.ts';
import { findCandidates } from '../candidates.ts';
import { withoutShutOut } from '../coverage-advice.ts';
import type { Stay } from '../stay.ts';
import { type BreakEven, breakEvens } from './break-evens.ts';
import { type DecidingFact, decidingFacts } from './deciding-facts.ts';
import type { CheapestChoice } from './least-cost.ts';
import { PointBook } from './point-book.ts';
import { basesOf, compareFound, KINDS, type PointCosts } from './point-costs.ts';
import { type PriceThreshold, priceThreshold } from './price-threshold.ts';

/** What would change an answer: longer or shorter stays, more or less data, other prices; and the facts that decide it. */
export type WhatIf = {
  readonly winner: CheapestChoice | null;
  readonly breakEvens: readonly BreakEven[];
  /** Of the offers of the cheapest choice and of the next kind. */
  readonly prices: readonly PriceThreshold[];
  readonly facts: readonly DecidingFact[];
};

/** How many offers have the threshold of their price told. */
const PRICES_TOLD = 2;

export function pointBook(catalog: CompiledCatalog, stay: Stay, route: RouteCoverage | null = null): PointBook {
  return new PointBook(catalog, withoutShutOut(findCandidates(catalog, stay), stay, route), stay);
}

/** What would change the answer for the stay of a book; it rests after each step of a search, where a caller may stop. */
export function* whatIfInSteps(book: PointBook): Generator<void, WhatIf> {
  const origin = yield* book.at(book.origin);
  const prices: PriceThreshold[] = [];
  for (const id of leadingOffers(origin)) {
    const threshold = yield* priceThreshold(book, id);
    if (threshold) prices.push(threshold);
  }
  return {
    winner: origin.winner,
    breakEvens: yield* breakEvens(book),
    prices,
    facts: yield* decidingFacts(book),
  };
}

/** Of longer stays it takes too long to be told unasked. */
const MOST_DAYS_EXPLAINED = 31;

/** The facts that decide an answer; none of a stay longer than a month. */
export function decidedBy(catalog: CompiledCatalog, { stay, route, best }: Advice): readonly DecidingFact[] {
  if (!best.overall || stay.days > MOST_DAYS_EXPLAINED) return [];
  return ended(decidingFacts(pointBook(catalog, stay, route)));
}

/** What would change an answer, without rests. */
export function whatIf(catalog: CompiledCatalog, stay: Stay, route: RouteCoverage | null = null): WhatIf {
  return ended(whatIfInSteps(pointBook(catalog, stay, route)));
}

/** Runs a search to its end. */
export function ended<T>(steps: Generator<unknown, T>): T {
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

function leadingOffers({ kinds }: PointCosts): string[] {
  const choices = KINDS.flatMap((kind) => kinds[kind].choice ?? []).sort(compareFound);
  return [...new Set(choices.flatMap(basesOf))].slice(0, PRICES_TOLD);
}
