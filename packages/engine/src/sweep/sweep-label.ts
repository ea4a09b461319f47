import { isRecurring } from '../optimise/purchase-rules.ts';
import { type ByteLine, reach, type Stretch } from './byte-line.ts';
import type { CardsHeld } from './cards-held.ts';
import type { Ware } from './data-rack.ts';

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
  readonly rest: readonly Stretch[];
  /** A pack by whose rate bytes beyond the packs are charged while it lives, and not by that of the plan. */
  readonly rated: Ware | null;
  readonly bought: WareBought | null;
  readonly before: SweepLabel | null;
};

/** Nothing is bought; what the plan grants serves as far as it does. */
export function firstLabel(held: CardsHeld, stretches: readonly Stretch[]): SweepLabel {
  return { ...unservedLabel(held, stretches), ...reach(0, stretches) };
}

/** Nothing is bought and nothing served yet, so that something may be bought at the very beginning. */
export function unservedLabel(held: CardsHeld, stretches: readonly Stretch[]): SweepLabel {
  return { place: 0, rest: stretches, cost: 0, held, steps: 0, rated: null, bought: null, before: null };
}

/** What was bought, the first purchase first. */
export function boughtIn(label: SweepLabel): WareBought[] {
  const all: WareBought[] = [];
  for (let each: SweepLabel | null = label; each; each = each.before) if (each.bought) all.unshift(each.bought);
  return all;
}

/** Whether a pack may be bought: some only once, and what recurs is not held twice at a time on one card. */
export function isBarred(label: SweepLabel, { pack }: Ware, use: number): boolean {
  const { market, base } = pack;
  if (market.isOnce && label.held.has(market)) return true;
  if (!isRecurring(pack) || (base === null && market.family === null)) return false;
  for (let each: SweepLabel | null = label; each; each = each.before) {
    const { bought } = each;
    if (bought && bought.ware.pack === pack) return bought.ware.supply.end > use;
  }
  return false;
}

/** How far a purchase leads where data lacks, without what is granted for later. */
export function placeAfter({ place, rest }: SweepLabel, { plain }: Ware, line: ByteLine): number | null {
  if (rest.length > 0 || !plain) return null;
  return Math.max(place, Math.min(line.starts[plain.end] as number, place + plain.amount));
}

/** The label after a purchase where data lacks. */
export function afterPurchase(label: SweepLabel, ware: Ware, line: ByteLine): SweepLabel {
  const place = placeAfter(label, ware, line);
  const reached = place === null ? reach(label.place, [...label.rest, ...stretchesOf(label, ware, line)]) : null;
  return {
    place: reached?.place ?? (place as number),
    rest: reached?.rest ?? NOTHING,
    cost: label.cost + ware.supply.cost,
    held: heldAfter(label, ware),
    steps: label.steps + 1,
    rated: ware.prices ? ware : label.rated,
    bought: { ware, use: line.useAt(label.place) },
    before: label,
  };
}

/** The label after a purchase of which nothing is used yet, so that something more may be bought at the same moment. */
export function withoutUse(label: SweepLabel, ware: Ware, line: ByteLine): SweepLabel {
  const after = afterPurchase(label, ware, line);
  return { ...after, place: label.place, rest: [...label.rest, ...stretchesOf(label, ware, line)] };
}

const NOTHING: readonly Stretch[] = [];

function stretchesOf({ place }: SweepLabel, { supply }: Ware, line: ByteLine): Stretch[] {
  return supply.spans.map((span) => line.stretchOf(span, place));
}

export function heldAfter({ held }: SweepLabel, { pack: { base, market } }: Ware): CardsHeld {
  return base === null ? held.with(market) : held;
}

/** The label after the rest of a use was paid for byte by byte. */
export function afterPayment(label: SweepLabel, price: number, line: ByteLine): SweepLabel {
  const next = line.starts[line.useAt(label.place) + 1] as number;
  const cost = label.cost + (next - label.place) * price;
  return { ...label, ...reach(next, label.rest), cost, bought: null, before: label };
}
