import type { Pack } from '../optimise/pack.ts';
import type { SupplyShelf } from '../optimise/supply-shelf.ts';

/** What a one-off pack costs and holds on whatever day it is bought: so much each day, or in all at once. */
type Contents = {
  readonly cost: number;
  readonly days: number;
  /** How its days are counted. */
  readonly count: string;
  readonly amount: number;
  readonly isDaily: boolean;
};

/** Packs that take the same place, without those that another one outdoes on whatever day they are bought; the cheaper first. */
export function withoutOutdone(packs: readonly Pack[], shelf: SupplyShelf): Pack[] {
  const kept: Contents[] = [];
  return packs
    .map((pack) => ({ pack, contents: contentsOf(pack, shelf) }))
    .sort((a, b) => (a.contents?.cost ?? 0) - (b.contents?.cost ?? 0))
    .filter(({ contents }) => {
      if (!contents) return true;
      if (kept.some((other) => outdoes(other, contents))) return false;
      kept.push(contents);
      return true;
    })
    .map(({ pack }) => pack);
}

function outdoes(a: Contents, b: Contents): boolean {
  if (a.count !== b.count || a.days < b.days || a.cost > b.cost) return false;
  if (a.isDaily) return b.isDaily && a.amount >= b.amount;
  // days that begin within a day touch one more
  return a.amount >= (b.isDaily ? b.amount * (b.days + 1) : b.amount);
}

/** Null where that cannot be told, or is not all that a pack brings. */
function contentsOf({ market, base }: Pack, shelf: SupplyShelf): Contents | null {
  const { offer, weight } = market;
  const { term, dayRule, fee, simPrice, activationFee, allowances } = offer.terms;
  const [allowance, ...others] = allowances.filter(({ kind }) => kind === 'data');
  if (!shelf.isSimple(market) || term.unit !== 'days' || !allowance || others.length > 0) return null;
  if (base !== null && shelf.hasRate(market)) return null;
  if (shelf.pricesOf(market).isFree.includes(true)) return null;
  const prices = [...fee.phases.map(({ amount }) => amount), simPrice, activationFee];
  return {
    cost: prices.reduce((sum: number, amount) => sum + (amount ?? Number.POSITIVE_INFINITY), 0) * weight,
    days: term.count,
    count: JSON.stringify([term.ends, dayRule]),
    amount: allowance.amount === 'unlimited' ? Number.POSITIVE_INFINITY : allowance.amount,
    isDaily: allowance.per === 'day',
  };
}
