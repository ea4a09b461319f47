import type { UncertainChoice } from './choice.ts';
import type { OutcomeTable } from './outcome-table.ts';
import { isToldApart } from './told-apart.ts';

/**
 * What is to be expected of a choice, in minor units of the common currency. Whoever is left without service in a scenario
 * takes the cheapest choice that serves it as well, and pays for both: that is part of every cost here.
 */
export type Judged = {
  readonly id: string;
  readonly expected: number;
  readonly p50: number;
  readonly p90: number;
  /** The share of scenarios in which some use is refused, slowed although that is not accepted, or of unknown price. */
  readonly runsOut: number;
  /** The part of the expected cost that is paid for another choice after running out. */
  readonly rescue: number;
  /** The share of scenarios in which nothing else serves for less; those who come to the same share it. */
  readonly cheapest: number;
  /** Purchases beyond those of the start, on average. */
  readonly refills: number;
  /** Choices that cannot be told from the first of their group have its number, from 1. */
  readonly tie: number;
  /** Whether it was run on the fast path; otherwise by the rating engine. */
  readonly isFast: boolean;
};

/** A choice that is best in one regard, and what it costs more on average than the one that costs least. */
export type Named = { readonly id: string; readonly price: number };

/** `judged` begins with the cheapest. Those that run out too often come last and are named only where all do. */
export type Judgement = {
  readonly judged: readonly Judged[];
  readonly cheapest: Named;
  /** The least cost that nine of ten scenarios stay within; `price` is the price of certainty. */
  readonly safest: Named;
  /** Fewest cards, then fewest purchases and formalities in whole numbers, then the cost; `price` is the price of simplicity. */
  readonly simplest: Named;
  readonly scenarios: number;
  readonly worlds: number;
};

/** A choice that runs out more often has no cost that nine of ten scenarios stay within. */
const MOST_RUNS_OUT = 0.1;

type Draft = Omit<Judged, 'tie'> & { readonly costs: Float64Array; readonly cards: number; readonly steps: number };

export function judgementOf(
  choices: readonly UncertainChoice[],
  table: OutcomeTable,
  fast: readonly boolean[],
): Judgement {
  const { rescued, wins } = settle(choices.length, table);
  const drafts = choices.map((choice, index) => {
    const costs = rescued[index] as Float64Array;
    const refills = table.refillsOf(index);
    const purchases = choice.cards.reduce((sum, card) => sum + card.purchases.length, 0);
    return {
      id: choice.id,
      ...costsOf(costs, table.costsOf(index)),
      runsOut: runsOutOf(index, table),
      cheapest: (wins[index] as number) / table.count,
      refills,
      isFast: fast[index] as boolean,
      costs,
      cards: choice.cards.length,
      steps: purchases + refills + choice.formalities,
    };
  });
  return nameBest(drafts, table);
}

/** Adds what another choice costs where one runs out, and counts in how many scenarios each is the cheapest. */
function settle(choices: number, table: OutcomeTable): { rescued: Float64Array[]; wins: number[] } {
  const rescued = Array.from({ length: choices }, (_, choice) => Float64Array.from(table.costsOf(choice)));
  const wins = Array.from({ length: choices }, () => 0);
  for (let scenario = 0; scenario < table.count; scenario++) {
    const cheapest = table.cheapestIn(scenario);
    for (const choice of cheapest.choices) wins[choice] = (wins[choice] as number) + 1 / cheapest.choices.length;
    if (cheapest.choices.length === 0) continue;
    rescued.forEach((costs, choice) => {
      if (!table.serves(choice, scenario)) costs[scenario] = (costs[scenario] as number) + cheapest.cost;
    });
  }
  return { rescued, wins };
}

function costsOf(rescued: Float64Array, paid: Float64Array): Pick<Judged, 'expected' | 'p50' | 'p90' | 'rescue'> {
  const sorted = Float64Array.from(rescued).sort();
  const expected = meanOf(rescued);
  return { expected, p50: quantile(sorted, 0.5), p90: quantile(sorted, 0.9), rescue: expected - meanOf(paid) };
}

function meanOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The least value that this share of all does not exceed. */
function quantile(sorted: Float64Array, share: number): number {
  return sorted[Math.max(0, Math.ceil(share * sorted.length - 1e-9) - 1)] as number;
}

function runsOutOf(choice: number, table: OutcomeTable): number {
  let count = 0;
  for (let scenario = 0; scenario < table.count; scenario++) if (!table.serves(choice, scenario)) count += 1;
  return count / table.count;
}

function nameBest(drafts: readonly Draft[], table: OutcomeTable): Judgement {
  const fewestRunsOut = Math.min(...drafts.map(({ runsOut }) => runsOut));
  const limit = Math.max(MOST_RUNS_OUT, fewestRunsOut);
  const able = drafts.filter(({ runsOut }) => runsOut <= limit).sort(byCost);
  const sorted = [...able, ...drafts.filter(({ runsOut }) => runsOut > limit).sort(byCost)];
  const cheapest = able[0] as Draft;
  const named = (by: (a: Draft, b: Draft) => number): Named => {
    const best = able.toSorted((a, b) => by(a, b) || byCost(a, b))[0] as Draft;
    return { id: best.id, price: best.expected - cheapest.expected };
  };
  return {
    judged: withTies(sorted, able.length, table),
    cheapest: { id: cheapest.id, price: 0 },
    safest: named((a, b) => a.p90 - b.p90),
    simplest: named((a, b) => a.cards - b.cards || Math.round(a.steps) - Math.round(b.steps)),
    scenarios: table.count,
    worlds: table.worlds,
  };
}

/** Ties of cost go to fewer cards, then fewer steps, then the id. */
function byCost(a: Draft, b: Draft): number {
  return a.expected - b.expected || a.cards - b.cards || a.steps - b.steps || (a.id < b.id ? -1 : 1);
}

/** A group holds the choices that follow its first and cannot be told from it; running out too often ends it. */
function withTies(sorted: readonly Draft[], able: number, { worlds }: OutcomeTable): Judged[] {
  let tie = 0;
  let first: Draft | null = null;
  return sorted.map((draft, index) => {
    const { costs, cards: _cards, steps: _steps, ...judged } = draft;
    if (!first || index === able || isToldApart(first.costs, costs, worlds)) {
      tie += 1;
      first = draft;
    }
    return { ...judged, tie };
  });
}
