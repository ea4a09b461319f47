import { isInTheWay, standsInTheWay } from '../optimise/purchase-rules.ts';
import type { ByteLine, Grants, Reached } from './byte-line.ts';
import type { CardsHeld } from './cards-held.ts';
import type { StockedWare, Ware } from './data-rack.ts';

/** A pack and the use at whose moment it is bought. */
export type WareBought = { readonly ware: Ware; readonly use: number };

/** Purchases, one after another, and how far the data of a stay is served by them. */
export type SweepLabel = {
  /** Where data lacks for the first time. */
  readonly place: number;
  /** Packs and bytes beyond them, in the common currency; not what a phone card costs itself. */
  readonly cost: number;
  readonly held: CardsHeld;
  /** Purchases. */
  readonly steps: number;
  /** What is granted for later. */
  readonly rest: readonly Grants[];
  /** A pack by whose rate bytes beyond the packs are charged while it lives, and not by that of the plan. */
  readonly rated: Ware | null;
  readonly bought: WareBought | null;
  readonly before: SweepLabel | null;
};

/** Nothing is bought and nothing served yet. */
export function firstLabel(held: CardsHeld, rest: readonly Grants[]): SweepLabel {
  return { place: 0, rest, cost: 0, held, steps: 0, rated: null, bought: null, before: null };
}

/** What was bought, the first purchase first. */
export function boughtIn(label: SweepLabel): WareBought[] {
  const all: WareBought[] = [];
  for (let each: SweepLabel | null = label; each; each = each.before) if (each.bought) all.unshift(each.bought);
  return all;
}

/** Whether a pack may not be bought: some only once, and not while something is held that is in its way. */
export function isBarred(label: SweepLabel, { pack }: Ware, use: number): boolean {
  const { isOnce } = pack.market;
  if (!isOnce && !standsInTheWay(pack)) return false;
  for (let each: SweepLabel | null = label; each; each = each.before) {
    const { bought } = each;
    if (!bought) continue;
    const { pack: other, supply } = bought.ware;
    if ((other === pack && isOnce) || (supply.end > use && isInTheWay(other, pack))) return true;
  }
  return false;
}

/** One ware that is bought where data lacks, or two. */
export type Basket = { readonly first: StockedWare; readonly second: StockedWare | null };

/** How far a basket leads; null where that depends on what is granted in parts. */
export function placeAfter({ place, rest }: SweepLabel, { first, second }: Basket, line: ByteLine): number | null {
  if (!first.plain || (second && !second.plain)) return null;
  const swapped = second?.plain && second.plain.to < first.plain.to;
  const [soon, late] = swapped ? [second.plain, first.plain] : [first.plain, second?.plain];
  const alone = Math.max(place, Math.min(soon.to, place + soon.amount));
  const reached = late ? Math.max(alone, Math.min(late.to, alone + late.amount)) : alone;
  return rest.length > 0 && line.beginOf(rest) <= reached ? null : reached;
}

/** What is granted for later, and what a basket grants. */
export function grantsWith({ rest }: SweepLabel, { first, second }: Basket): Grants[] {
  const grants = [...rest, { spans: first.ware.supply.spans, next: 0 }];
  if (second) grants.push({ spans: second.ware.supply.spans, next: 0 });
  return grants;
}

/** The label after a purchase where data lacks. */
export function afterPurchase(label: SweepLabel, { ware }: StockedWare, next: Bought): SweepLabel {
  return {
    place: next.place,
    cost: label.cost + ware.supply.cost,
    held: next.held,
    steps: label.steps + 1,
    rest: next.rest,
    rated: ware.prices ? ware : label.rated,
    bought: { ware, use: next.use },
    before: label,
  };
}

/** What comes of a purchase at a use. */
export type Bought = Reached & { readonly held: CardsHeld; readonly use: number };

/** The label after the rest of a use was paid for byte by byte. */
export function afterPayment(label: SweepLabel, price: number, line: ByteLine): SweepLabel {
  const next = line.starts[line.useAt(label.place) + 1] as number;
  const { place, rest } = line.reach(next, label.rest);
  const cost = label.cost + (next - label.place) * price;
  const { held, steps, rated } = label;
  return { place, cost, held, steps, rest, rated, bought: null, before: label };
}
