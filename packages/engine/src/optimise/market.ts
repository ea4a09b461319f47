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

/** Whether an offer has a rate for data of its own; that of an add-on hides the plan's while it lives. */
export function hasDataRate({ terms }: Offer): boolean {
  return terms.rates.some(({ kind }) => kind === 'data');
}
