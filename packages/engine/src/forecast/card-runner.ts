import type { UsageEvent } from '../usage.ts';

/** What a card came to in its own minor units. */
export type CardOutcome = { readonly total: number; readonly refills: number; readonly isServed: boolean };

/** A card that is run through one scenario after another; both ways of running one do exactly the same. */
export type CardRunner = {
  /** Begins a scenario. */
  start(): void;
  /** Takes what the buckets hold of a use. @returns the amount they do not hold. */
  take(use: SlotUse): number;
  /** Takes a whole use, buying and charging for what the buckets do not hold. */
  feed(use: SlotUse): void;
  finish(): CardOutcome;
};

/**
 * A use of a scenario: which of the scenario's slots it falls in, and the use as the card sees it. One object serves all
 * uses of its slot, so nobody may keep it.
 */
export type SlotUse = {
  readonly slot: number;
  readonly event: UsageEvent & { at: UsageEvent['at']; amount: number };
};
