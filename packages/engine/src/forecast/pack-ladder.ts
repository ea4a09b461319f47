import type { Cycle } from '../cycle.ts';
import type { Money } from '../money.ts';
import type { Allowance, Offer } from '../offer.ts';
import type { UsageKind } from '../usage.ts';
import type { Permit } from './permits.ts';

/** A pack as one of a ladder: how many days of a usual use it lasts, and what so many days of it cost. */
export type LadderPack = Permit;

/** So much of a kind every day, in its units. */
export type UsualUse = { readonly kind: UsageKind; readonly perDay: number };

const LONGEST_DAYS = 366;

/**
 * A pack seen from a usual use; null where it cannot be told so. A pack that is paid again and again counts as one of its
 * cycles, and one that holds less than a day's use is bought as often as the day needs it. `price` gives what an amount is
 * in the currency of the ladder.
 */
export function ladderPack(
  { id, terms }: Offer,
  use: UsualUse,
  price: (amount: Money) => number = (amount) => amount,
): LadderPack | null {
  const [phase, ...others] = terms.fee.phases;
  if (!phase || others.length > 0) return null;
  const paid = phase.amount ?? 0;
  const volume = terms.allowances.reduce((sum, each) => sum + volumeOf(each, use), 0);
  if (paid <= 0 || volume <= 0) return null;
  const valid = Math.min(daysOf(terms.term), phase.times === null ? daysOf(phase.every) : LONGEST_DAYS);
  const count = Math.max(1, Math.ceil(use.perDay / volume));
  const days = Math.max(1, Math.min(valid, Math.floor((count * volume) / Math.max(1, use.perDay))));
  return { id, days, cost: count * price(paid as Money) };
}

/** Shorter packs first; one that costs no less than a longer one is left out. */
export function ladderOf(packs: readonly LadderPack[]): LadderPack[] {
  return packs.filter((pack) => !packs.some((other) => isBetter(other, pack))).sort((a, b) => a.days - b.days);
}

function isBetter(a: LadderPack, b: LadderPack): boolean {
  if (a.days === b.days && a.cost === b.cost) return a.id < b.id;
  return a.days >= b.days && a.cost <= b.cost;
}

/** What so many days cost with one such pack after another. */
export function costOver({ days: each, cost }: LadderPack, days: number): number {
  return Math.ceil(days / each) * cost;
}

/** A month counts as the shortest one. */
function daysOf(term: Cycle): number {
  if (term.unit === 'forever') return LONGEST_DAYS;
  return term.unit === 'days' ? term.count : 28 * (term.unit === 'months' ? term.count : 1);
}

/** What a pack gives of a kind that goes anywhere; a daily volume for as many days as it may last. */
function volumeOf({ kind, amount, scope, per }: Allowance, use: UsualUse): number {
  if (kind !== use.kind || Object.keys(scope).length > 0) return 0;
  if (amount === 'unlimited') return Number.POSITIVE_INFINITY;
  return per === 'day' && amount >= use.perDay ? amount * LONGEST_DAYS : amount;
}
