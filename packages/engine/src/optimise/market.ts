import type { Offer } from '../offer.ts';
import type { UsageEvent } from '../usage.ts';

/**
 * An offer as the optimiser sees it: plain terms, and what decides with what it may be bought. `talk` bases carry calls
 * and messages, `data` bases data only. `weight`: units of the common currency for one of the offer's minor units.
 */
export type MarketOffer = {
  readonly offer: Offer;
  readonly role: 'talk' | 'data' | 'add-on';
  readonly weight: number;
  /** A customer gets it once. */
  readonly isOnce: boolean;
  /** A data card of the same family is topped up instead of bought anew; cards of one family share this name. */
  readonly family: string | null;
  /** Takes a slot for a card in the phone; an eSIM does not. */
  readonly takesSlot: boolean;
  readonly hasLocalNumber: boolean;
  /** For an add-on: the base plans it works on. */
  readonly bases: readonly string[];
  /** Add-ons that are not held beside it on one card; each of two that exclude each other names the other. */
  readonly conflicts: readonly string[];
  /** The destination of each phone number that is called, as seen from the offer's network. */
  readonly numbers: ReadonlyMap<string, string>;
};

/** Uses as a card sees them: to a destination, not to a phone number. */
export function seenFrom({ numbers }: MarketOffer, uses: readonly UsageEvent[]): readonly UsageEvent[] {
  if (numbers.size === 0) return uses;
  return uses.map((use) => ({ ...use, to: numbers.get(use.to) ?? use.to }));
}

/** What a solution may be made of. */
export type Limits = {
  readonly cards: number;
  readonly slots: number;
  readonly allowsEsim: boolean;
  readonly needsLocalNumber: boolean;
  /** `any`, only talk cards, only data cards, or at least one of each. */
  readonly kind: 'any' | 'talk' | 'data' | 'pair';
};

/** Whether an offer is charged again and again for as long as it is held. */
export function recurs({ terms }: Offer): boolean {
  return terms.fee.phases.some(({ times }) => times === null);
}

/** A phone plan, and the add-ons for calls and messages that may be bought on it. */
export type TalkOffer = { readonly market: MarketOffer; readonly addOns: readonly MarketOffer[] };

export function talkOffersOf(market: readonly MarketOffer[]): TalkOffer[] {
  const addOns = market.filter(isTalkAddOn);
  return market
    .filter(({ role }) => role === 'talk')
    .map((phone) => ({ market: phone, addOns: addOns.filter(({ bases }) => bases.includes(phone.offer.id)) }));
}

/** Whether an add-on is for calls and messages alone. */
export function isTalkAddOn({ role, offer: { terms } }: MarketOffer): boolean {
  const kinds = [...terms.allowances, ...terms.rates].map(({ kind }) => kind);
  return role === 'add-on' && kinds.length > 0 && kinds.every((kind) => kind !== 'data' && kind !== 'money');
}

/**
 * What is for sale and searched, in the order of ids, so that the order in which it is given decides nothing. Not searched are
 * offers that act on a card, add-ons that hold money or both data and talk, and those for talk that exclude one for data.
 */
export function searchedOf(market: readonly MarketOffer[]): MarketOffer[] {
  const dataAddOns = new Set(market.filter(isDataAddOn).map(({ offer }) => offer.id));
  const isSearched = (each: MarketOffer) =>
    !each.offer.terms.special &&
    (each.role !== 'add-on' ||
      isDataAddOn(each) ||
      (isTalkAddOn(each) && !each.conflicts.some((id) => dataAddOns.has(id))));
  return market.filter(isSearched).sort((a, b) => (a.offer.id < b.offer.id ? -1 : 1));
}

function isDataAddOn({ role, offer: { terms } }: MarketOffer): boolean {
  return role === 'add-on' && [...terms.allowances, ...terms.rates].every(({ kind }) => kind === 'data');
}
