import type { Demand } from './demand.ts';
import type { Effort } from './effort.ts';
import type { Span } from './fill.ts';
import type { Pack } from './pack.ts';
import type { PurchaseBound } from './purchase-bound.ts';
import { type Bought, type Room, STEP_TIE } from './purchase-rules.ts';
import type { SupplyShelf } from './supply-shelf.ts';

/** What is to be covered: a demand, what already serves it, and what can be bought for the rest. */
export type CoverProblem = {
  readonly demand: Demand;
  /** Spans that are there anyway. */
  readonly given: readonly Span[];
  readonly packs: readonly Pack[];
  /** What the packs can cost at least. */
  readonly bound: PurchaseBound;
  readonly shelf: SupplyShelf;
  readonly effort: Effort;
  readonly room: Room;
  /** Up to which use the card with a base plan is held that holds it at a use; null where none does. */
  readonly heldUntil: (base: string, use: number) => number | null;
  /** The uses from which on a card with a base plan is given up, so that its slot is free. */
  readonly freed: readonly number[];
  /** What a byte of each use costs one by one; infinite where it cannot be had. */
  readonly prices: Float64Array;
  /** A data card is to be among the purchases, even where nothing lacks. */
  readonly needsDataCard: boolean;
  /** The cost to beat, beyond what the plan costs. */
  readonly toBeat: () => number;
};

/** Whether something of at least such a cost may still beat the best. */
export function isOpen({ toBeat }: CoverProblem, bound: number): boolean {
  return bound < toBeat() - STEP_TIE / 2;
}

/** What a purchase serves while its base plan is held, and the first use at which it serves nothing more; null where none is. */
export function heldSupply({ shelf, heldUntil }: CoverProblem, { pack, use }: Bought): Held | null {
  const { spans, end } = shelf.supply(pack, use);
  const until = pack.base === null ? end : heldUntil(pack.base, use);
  if (until === null) return null;
  return until >= end ? { spans, end } : { spans: spans.map((span) => cutAt(span, until)), end: until };
}

export type Held = { readonly spans: readonly Span[]; readonly end: number };

function cutAt(span: Span, end: number): Span {
  return span.end > end ? { ...span, end } : span;
}
