import type { CardOffers, CoverOffers } from './cover.ts';
import type { Coverage } from './cover-steps.ts';
import { type MarketOffer, recurs } from './market.ts';
import type { Pack } from './pack.ts';
import type { SupplyShelf } from './supply-shelf.ts';

/** A pack bought at the moment of a use. */
export type Bought = { readonly pack: Pack; readonly use: number };

/** A card more and a step more break ties: far below any difference of two real costs. */
const CARD_TIE = 1e-4;
export const STEP_TIE = 1e-6;

export function tieOf(cards: number, steps: number): number {
  return cards * CARD_TIE + steps * STEP_TIE;
}

/** What may still be bought beside a plan: the cards it leaves, and the offers that a customer gets once. */
export type Room = {
  readonly cards: number;
  readonly once: readonly MarketOffer[];
};

/** Whether a pack may be bought at a use after others. */
export function isAllowed(
  { pack, use }: Bought,
  before: readonly Bought[],
  { room, shelf }: { room: Room; shelf: SupplyShelf },
): boolean {
  const { market } = pack;
  if (cardOf(pack, before) + cardsOf(before) > room.cards) return false;
  if (market.isOnce && (room.once.includes(market) || before.some((other) => other.pack.market === market)))
    return false;
  return before.every((other) => !isInTheWay(other.pack, pack) || shelf.supply(other.pack, other.use).end <= use);
}

/** Whether one pack may not be bought while another is held: a recurring offer on its card, or what excludes it there. */
export function isInTheWay({ market: held, base }: Pack, pack: Pack): boolean {
  const { market } = pack;
  if (held === market) return isRecurring(pack) && !makesCard(pack);
  return pack.base !== null && base === pack.base && market.conflicts.includes(held.offer.id);
}

/** Whether something may not be bought while a pack is held. */
export function standsInTheWay(pack: Pack): boolean {
  return isRecurring(pack) || pack.market.conflicts.length > 0;
}

export function isRecurring({ market }: Pack): boolean {
  return recurs(market.offer);
}

/** The ways of buying an offer on one card have this in common. */
export function offerOnBase({ market, base }: Pack): string {
  return `${market.offer.id} ${base}`;
}

/** Whether a purchase makes or tops up a data card. */
export function isDataCard({ base, market }: Pack): boolean {
  return base === null && market.role === 'data';
}

/** Whether a pack makes a card that is in a slot of the phone. */
export function isInSlot({ base, market }: Pack): boolean {
  return base === null && market.takesSlot;
}

/** Whether each purchase is a card of its own. */
function makesCard({ base, market }: Pack): boolean {
  return base === null && market.family === null;
}

/** The packs as a bound counts them, for so many bytes at most. */
export function coverOffers(packs: readonly Pack[], needed: number): CoverOffers {
  const newCards = packs.filter(makesCard);
  const families = groupBy(
    packs.filter(({ base, market }) => base === null && market.family !== null),
    ({ market }) => market.family ?? '',
  );
  return {
    addOns: cardOffers(
      packs.filter(({ base }) => base !== null),
      needed,
    ),
    cards: newCards.flatMap(({ coverages }) => coverages),
    dataCards: newCards.filter(isDataCard).flatMap(({ coverages }) => coverages),
    families: new Map([...families].map(([name, own]) => [name, cardOffers(own, needed)])),
  };
}

/** A customer gets some offers once on whatever card; a recurring one is held once on each. */
function cardOffers(packs: readonly Pack[], needed: number): CardOffers {
  const isOnce = ({ market }: Pack) => market.isOnce;
  const once = groupBy(packs.filter(isOnce), ({ market }) => market.offer.id);
  const often = packs.filter((pack) => !isOnce(pack));
  const recurring = groupBy(often.filter(isRecurring), offerOnBase);
  return {
    packs: often.filter((pack) => !isRecurring(pack)).flatMap(({ coverages }) => coverages),
    once: [
      ...[...once.values()].map((ways) => ways.flatMap(({ coverages }) => coverages)),
      ...[...recurring.values()].map((ways) => heldInTurn(ways, needed)),
    ],
  };
}

function groupBy(packs: readonly Pack[], keyOf: (pack: Pack) => string): Map<string, Pack[]> {
  const groups = new Map<string, Pack[]>();
  for (const pack of packs) {
    const group = groups.get(keyOf(pack)) ?? [];
    group.push(pack);
    groups.set(keyOf(pack), group);
  }
  return groups;
}

const HELD_STEPS = 24;

/**
 * What a recurring offer holds that is bought, given up and bought again: never more than when it is kept from the start,
 * at no better price for a byte than the best of its cycles. In a few steps, each as cheap as its first and as large as
 * its last.
 */
function heldInTurn(ways: readonly Pack[], needed: number): Coverage[] {
  const plain = ways.flatMap(({ volumes }) => volumes);
  const most = Math.max(0, ...plain.map(({ bytes }) => bytes));
  const least = Math.min(...plain.map(({ cost }) => cost));
  const volumePrice = Math.min(
    ...plain.map(({ cost, bytes }) => (bytes > 0 ? cost / bytes : Number.POSITIVE_INFINITY)),
  );
  const rate = Math.min(...ways.map((way) => way.rate));
  const costOf = (bytes: number) => {
    const held = Math.min(bytes, most);
    const beyond = bytes > held ? (bytes - held) * rate : 0;
    return Math.max(least, (held > 0 ? held * Math.min(volumePrice, rate) : 0) + beyond);
  };
  const step = (Number.isFinite(rate) ? needed : most) / HELD_STEPS;
  return Array.from({ length: HELD_STEPS }, (_, index) => ({ cost: costOf(step * index), bytes: step * (index + 1) }));
}

/** The families of which a card is among purchases. */
export function familiesOf(bought: readonly Bought[]): string[] {
  const own = bought.flatMap(({ pack: { base, market } }) => (base === null ? (market.family ?? []) : []));
  return [...new Set(own)].sort();
}

/** Cards a set of purchases makes: an add-on none, a family one, any other pack one each. */
export function cardsOf(bought: readonly Bought[]): number {
  return sumOver(bought, cardOf);
}

export function cardOf(pack: Pack, bought: readonly Bought[], before = bought.length): number {
  if (pack.base !== null) return 0;
  const { family } = pack.market;
  if (family === null) return 1;
  for (let index = 0; index < before; index++) if (bought[index]?.pack.market.family === family) return 0;
  return 1;
}

function sumOver(
  bought: readonly Bought[],
  count: (pack: Pack, bought: readonly Bought[], before: number) => number,
): number {
  let sum = 0;
  for (let index = 0; index < bought.length; index++) sum += count((bought[index] as Bought).pack, bought, index);
  return sum;
}
