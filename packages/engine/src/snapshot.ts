import type { CardState } from './card-state.ts';
import { NEVER } from './cycle.ts';
import type { Holding } from './holding.ts';
import type { LocalSecond } from './local-time.ts';
import type { Allowance, FeePhase } from './offer.ts';

/** A card at a moment, copied: later rating does not change it. */
export type CardSnapshot = {
  readonly at: LocalSecond;
  /** Minor units; infinite while no balance is known. */
  readonly balance: number;
  readonly buckets: readonly BucketSnapshot[];
  readonly holdings: readonly HoldingSnapshot[];
};

/** `left` is infinite where the allowance is unlimited. */
export type BucketSnapshot = {
  readonly offer: string;
  readonly allowance: Allowance;
  readonly left: number;
  readonly expires: LocalSecond;
};

/** A purchase at work: `phase` is the fee due next, at `feeDue`; both never come where no fee is left. */
export type HoldingSnapshot = {
  readonly offer: string;
  readonly state: Holding['state'];
  readonly since: LocalSecond;
  /** When the fee was missed; never where it is paid. */
  readonly unpaidSince: LocalSecond;
  readonly phase: FeePhase | undefined;
  readonly feeDue: LocalSecond;
  readonly renewal: LocalSecond;
  readonly ends: LocalSecond;
};

export function snapshotOf({ now, balance, buckets, holdings }: CardState): CardSnapshot {
  return {
    at: now,
    balance,
    buckets: buckets
      .filter(({ left }) => left > 0)
      .map(({ offer, allowance, left, expires }) => ({ offer, allowance, left, expires })),
    holdings: holdings.map((holding) => {
      const { offer, state, since, phase, feeDue, renewal, ends } = holding;
      const unpaidSince = state === 'unpaid' ? holding.unpaidSince : NEVER;
      return { offer: offer.id, state, since, unpaidSince, phase, feeDue, renewal, ends };
    }),
  };
}
