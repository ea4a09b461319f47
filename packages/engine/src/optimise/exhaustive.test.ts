import { describe, expect, test } from 'vitest';
import { rateCard } from '../statement.ts';
import { Optimiser } from './optimiser.ts';
import type { Certificate, Solution } from './optimum-search.ts';
import { ExhaustiveOracle } from './test-exhaustive.ts';
import { KIND_NAMES, type RandomInstance, randomInstance, UNIT } from './test-market.ts';

/** Instances of each kind; with 25 kinds, 2,000. */
const OF_EACH_KIND = 80;
/** Purchases beyond the talk cards that the oracle tries; an answer with more is only checked for its bound. */
const MOST_PURCHASES = 3;
const MOST_EFFORT = 2_000_000;
const TOLERANCE = 1e-3;

function solve({ problem, limits }: RandomInstance): Solution | null {
  const search = new Optimiser(problem).search(limits);
  for (const { effort } of search.run()) if (effort > MOST_EFFORT) break;
  return search.finish();
}

/** What an answer costs when it is replayed from nothing but its purchases and uses. */
function replayed({ cards }: Solution, { problem }: RandomInstance): number {
  const { period, local } = problem.stage;
  return cards.reduce((sum, { offers, purchases, uses }) => {
    const byId = new Map(offers.map(({ offer }) => [offer.id, offer]));
    return sum + rateCard({ offers: byId, purchases, period, local }, uses).total * (offers[0]?.weight ?? 1);
  }, 0);
}

/** Each use with what is used of it, whichever card carries it. */
function carried(uses: readonly { at: number; kind: string; amount: number; app?: string | undefined }[]): string[] {
  const sums = new Map<string, number>();
  for (const { at, kind, amount, app } of uses) {
    const key = `${at} ${kind} ${app}`;
    sums.set(key, (sums.get(key) ?? 0) + amount);
  }
  return [...sums].map(([key, amount]) => `${key} ${amount}`).sort();
}

const seedsOf = (kind: number) => Array.from({ length: OF_EACH_KIND }, (_, index) => index * KIND_NAMES.length + kind);

describe.each(KIND_NAMES.map((name, kind) => ({ name, kind })))('$name', ({ name, kind }) => {
  test('no combination is cheaper, and no bound lies above the cheapest', { timeout: 300_000 }, () => {
    const falseProofs: number[] = [];
    const beaten: number[] = [];
    const unproven: number[] = [];
    for (const seed of seedsOf(kind)) {
      const instance = randomInstance(seed);
      expect(instance.kind).toBe(name);
      const solution = solve(instance);
      const { cost = Number.POSITIVE_INFINITY, lowerBound = cost, gap = 0 } = solution?.certificate ?? {};
      const oracle = new ExhaustiveOracle(instance.problem, instance.limits, UNIT);
      const truth = oracle.least(MOST_PURCHASES, cost + TOLERANCE).cost;
      if (lowerBound > truth + TOLERANCE) falseProofs.push(seed);
      if (cost > truth + TOLERANCE) beaten.push(seed);
      if (gap > TOLERANCE) unproven.push(seed);
    }
    expect(falseProofs).toEqual([]);
    expect(beaten.filter((seed) => !unproven.includes(seed))).toEqual([]);
    expect(beaten.length).toBeLessThanOrEqual(OF_EACH_KIND / 20);
    expect(unproven.length).toBeLessThanOrEqual(OF_EACH_KIND / 8);
  });

  test('an answer costs what its replay costs, and its cards carry every use', () => {
    for (const seed of seedsOf(kind)) {
      const instance = randomInstance(seed);
      const solution = solve(instance);
      expect(solution, `seed ${seed}`).not.toBeNull();
      if (!solution) continue;
      expect(solution.certificate.cost).toBeCloseTo(replayed(solution, instance), 6);
      expect(carried(solution.cards.flatMap(({ uses }) => uses))).toEqual(carried(instance.problem.uses));
    }
  });

  test('names and their order decide no cost', () => {
    for (const seed of seedsOf(kind).slice(0, 25)) {
      const instance = randomInstance(seed);
      const { certificate } = solve(renamed(instance)) ?? {};
      const plain = solve(instance)?.certificate;
      expect(certificate?.cost).toBeCloseTo(plain?.cost ?? -1, 6);
    }
  });
});

/** The same offers in the opposite order, under names whose order is the opposite too. */
function renamed(instance: RandomInstance): RandomInstance {
  const { market } = instance.problem;
  const ids = market.map(({ offer }) => offer.id).sort();
  const nameOf = (id: string) => `${String.fromCharCode(122 - ids.indexOf(id))} ${id}`;
  const changed = market.map((each) => ({
    ...each,
    offer: { ...each.offer, id: nameOf(each.offer.id), brand: `${each.offer.brand} ${ids.indexOf(each.offer.id)}` },
    bases: each.bases.map(nameOf),
    conflicts: each.conflicts.map(nameOf),
  }));
  return { ...instance, problem: { ...instance.problem, market: changed.reverse() } };
}

test('wherever a search is stopped, its bound lies not above the cheapest and never falls, and its sets are counted', () => {
  let stops = 0;
  for (const seed of Array.from({ length: 10 * KIND_NAMES.length }, (_, index) => index)) {
    const { problem, limits } = randomInstance(seed);
    const search = new Optimiser(problem).search(limits);
    const certificates: Certificate[] = [];
    for (const { nodes } of search.run()) {
      const certificate = search.finish()?.certificate;
      if (!certificate) continue;
      expect(certificate.nodes).toBe(nodes);
      certificates.push(certificate);
    }
    const bounds = certificates.map(({ lowerBound }) => lowerBound);
    for (const [index, bound] of bounds.slice(1).entries())
      expect(bound).toBeGreaterThan((bounds[index] as number) - TOLERANCE);
    const cost = search.finish()?.certificate.cost ?? Number.POSITIVE_INFINITY;
    expect(Math.max(...bounds)).toBeLessThan(cost + TOLERANCE);
    stops += bounds.filter((bound) => bound < cost - TOLERANCE).length;
  }
  expect(stops).toBeGreaterThan(1000);
});
