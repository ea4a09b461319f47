import type { CoverOffers } from './cover.ts';
import type { Coverage } from './cover-steps.ts';
import type { MarketOffer } from './market.ts';
import type { Pack, PackShelf } from './pack.ts';

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

/** Whether a pack may be bought at a use after others. A recurring offer is not held twice at a time on one card. */
export function isAllowed(
  { pack, use }: Bought,
  before: readonly Bought[],
  { room, shelf }: { room: Room; shelf: PackShelf },
): boolean {
  const { market } = pack;
  if (cardOf(pack, before) + cardsOf(before) > room.cards) return false;
  if (market.isOnce && (room.once.includes(market) || before.some((other) => other.pack.market === market)))
    return false;
  if (!isRecurring(pack) || makesCard(pack)) return true;
  return before.every((other) => other.pack.market !== market || shelf.supply(other.pack, other.use).end <= use);
}

export function isRecurring({ market }: Pack): boolean {
  return market.offer.terms.fee.phases.some(({ times }) => times === null);
}

/** Whether a purchase makes or tops up a data card. */
export function isDataCard({ base, market }: Pack): boolean {
  return base === null && market.role === 'data';
}

/** Whether each purchase is a card of its own. */
function makesCard({ base, market }: Pack): boolean {
  return base === null && market.family === null;
}

/** The packs as a bound counts them, for so many bytes at most. */
export function coverOffers(packs: readonly Pack[], needed: number): CoverOffers {
  const once = new Map<MarketOffer, Coverage[]>();
  const recurring = new Map<MarketOffer, Pack[]>();
  const offers: Record<'cards' | 'packs' | 'ownCards' | 'topUps', Coverage[]> = {
    cards: [],
    packs: [],
    ownCards: [],
    topUps: [],
  };
  for (const pack of packs) {
    const { market, coverages } = pack;
    if (isDataCard(pack)) offers[makesCard(pack) ? 'ownCards' : 'topUps'].push(...coverages);
    if (makesCard(pack)) offers.cards.push(...coverages);
    else if (market.isOnce) once.set(market, [...(once.get(market) ?? []), ...coverages]);
    else if (isRecurring(pack)) recurring.set(market, [...(recurring.get(market) ?? []), pack]);
    else offers.packs.push(...coverages);
  }
  const held = [...recurring.values()].map((ways) => heldInTurn(ways, needed));
  return { ...offers, once: [...once.values(), ...held] };
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
