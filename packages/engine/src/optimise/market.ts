import type { Offer } from '../offer.ts';

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
};

/** What a solution may be made of. */
export type Limits = {
  readonly cards: number;
  readonly slots: number;
  readonly allowsEsim: boolean;
  readonly needsLocalNumber: boolean;
  /** `any`, only talk cards, only data cards, or at least one of each. */
  readonly kind: 'any' | 'talk' | 'data' | 'pair';
};
