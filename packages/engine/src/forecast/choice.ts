import type { Purchase } from '../holding.ts';
import type { Ratio } from '../money.ts';
import type { Offer } from '../offer.ts';
import type { Uncertain } from '../uncertain.ts';
import type { UsageKind } from '../usage.ts';

/** One card of a choice: what is bought from the start, what is bought when that runs out, and what it carries. */
export type ChoiceCard = {
  /** Every offer named by a purchase or a refill. */
  readonly offers: ReadonlyMap<string, Uncertain<Offer>>;
  readonly purchases: readonly Purchase[];
  /** Bought one after another when the buckets do not hold a use, the last again and again; none: nothing is. */
  readonly refills: readonly string[];
  readonly carries: readonly UsageKind[];
  /** The destination of each phone number that is called, as seen from the card's network. */
  readonly numbers: ReadonlyMap<string, string>;
  /** Units of the common currency for one of the card's minor units. */
  readonly ratio: Ratio;
};

/**
 * What somebody may decide for. A use goes to the first card that carries its kind; what the buckets of that card do not
 * hold goes on to the next one, and the last buys and charges for what is left. `formalities` counts what must be gone
 * through beside the purchases, such as an identity check.
 */
export type UncertainChoice = {
  readonly id: string;
  readonly cards: readonly ChoiceCard[];
  readonly formalities: number;
  /** Bytes that a minute of a call takes where calls go over the internet; without it they are calls. */
  readonly callBytesPerMinute?: number;
};

/** What a choice came to in one scenario. */
export type Outcome = {
  /** In minor units of the common currency. */
  readonly cost: number;
  /** Purchases beyond those of the start. */
  readonly refills: number;
  /** Whether every use was carried, at full speed unless slow is good enough, at a known price. */
  readonly isServed: boolean;
};
