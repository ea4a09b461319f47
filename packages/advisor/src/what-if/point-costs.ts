import type { MarketOffer } from '@simwise/engine';
import type { Stay } from '../stay.ts';
import type { ChoiceKind } from '../stay-search.ts';
import { type CheapestChoice, cheaperOf, type Effort, type LeastCost, type StayMarket } from './least-cost.ts';

/** What each kind of choice costs at one point of the days and the data of a stay, and which of them wins. */
export type PointCosts = {
  readonly kinds: Readonly<Record<ChoiceKind, LeastCost>>;
  /** The cheapest found; null where nothing is known to serve. */
  readonly winner: CheapestChoice | null;
  /** Whether no other kind can cost less, and the winner is as cheap as can be. */
  readonly isProven: boolean;
};

export const KINDS: readonly ChoiceKind[] = ['phone', 'data', 'pair'];

/** At the same cost fewer cards go first, then fewer purchases, then ids: the order of an advice. */
export function compareFound(a: CheapestChoice, b: CheapestChoice): number {
  const steps = ({ cards }: CheapestChoice) => cards.reduce((sum, { purchases }) => sum + purchases.length, 0);
  const byCost = a.cost - b.cost || a.cards.length - b.cards.length || steps(a) - steps(b);
  return byCost || (namesOf(a) < namesOf(b) ? -1 : 1);
}

/** The base offer of each card. */
export function basesOf({ cards }: CheapestChoice): string[] {
  return cards.map(({ offers }) => (offers[0] as MarketOffer).offer.id);
}

function namesOf(choice: CheapestChoice): string {
  return basesOf(choice).join();
}

/**
 * The costs of all kinds. A kind is searched no further than it takes to know it dearer than the two cheapest, unless
 * `full`: then each is searched to its end.
 */
export function* costsOfKinds(market: StayMarket, units: number, full = false): Generator<void, PointCosts> {
  const overall = yield* market.least('overall', { units });
  const kinds = new Map<ChoiceKind, LeastCost>();
  if (overall.choice) kinds.set(overall.choice.kind, overall);
  let second = Number.POSITIVE_INFINITY;
  for (const kind of ['data', 'pair', 'phone'] as const) {
    if (kinds.has(kind)) continue;
    const effort: Effort = full || second === Number.POSITIVE_INFINITY ? { units } : { units, enough: second };
    const least = yield* market.least(kind, effort);
    // what no choice can go below, no choice of a kind can
    kinds.set(kind, { ...least, low: Math.max(least.low, overall.low) });
    second = Math.min(second, least.high);
  }
  return judged(Object.fromEntries(kinds) as Record<ChoiceKind, LeastCost>);
}

function judged(kinds: PointCosts['kinds']): PointCosts {
  const found = KINDS.flatMap((kind) => kinds[kind].choice ?? []).sort(compareFound);
  const winner = found[0] ?? null;
  const { low } = KINDS.map((kind) => kinds[kind]).reduce(cheaperOf);
  return { kinds, winner, isProven: winner === null ? low === Number.POSITIVE_INFINITY : winner.cost <= low + CLOSE };
}

/** The costs of all kinds where other choices were found as well, which may be cheaper. */
export function withFound(costs: PointCosts, found: readonly (CheapestChoice | null)[]): PointCosts {
  const kinds = { ...costs.kinds };
  for (const choice of found) {
    if (!choice || choice.cost >= kinds[choice.kind].high - CLOSE) continue;
    kinds[choice.kind] = { low: Math.min(kinds[choice.kind].low, choice.cost), high: choice.cost, choice };
  }
  return judged(kinds);
}

/** Whether there is nothing left to find: of the winner, or of each kind. */
export function isSettled({ kinds, isProven }: PointCosts, full: boolean): boolean {
  return full ? KINDS.every((kind) => kinds[kind].high <= kinds[kind].low + CLOSE) : isProven;
}

/** Sums of prices in several currencies differ by less than this when they are the same. */
export const CLOSE = 1e-6;

/** The stay with another length, or other data a day: data that is not stated for an application. */
export function stayAt(stay: Stay, { days, bytes }: { readonly days?: number; readonly bytes?: number }): Stay {
  const others = stay.profile.filter(({ kind, app }) => kind !== 'data' || app !== undefined);
  const part = { kind: 'data', to: 'internet', perDay: { num: bytes ?? 0, den: 1 } } as const;
  const profile = bytes === undefined ? stay.profile : bytes === 0 ? others : [...others, part];
  return { ...stay, days: days ?? stay.days, profile };
}
