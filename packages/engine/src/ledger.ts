import type { LocalSecond } from './local-time.ts';
import type { Money } from './money.ts';
import type { Scope } from './scope.ts';
import type { UsageKind } from './usage.ts';

export type LineKind =
  | 'sim-price'
  | 'activation-fee'
  | 'fee'
  | 'discount'
  | 'tax'
  | 'commission'
  | 'fee-not-taken'
  | 'fallback'
  | 'grant'
  | 'consumption'
  | 'used-up'
  | 'usage'
  | 'throttled'
  | 'unpriced'
  | 'refusal'
  | 'expiry'
  | 'exchange'
  | 'credit'
  | 'repayment'
  | 'end';

/** Why a use was refused, or why a charge has no price. */
export type Reason =
  | 'not-carried'
  | 'no-price'
  | 'price-unknown'
  | 'used-up'
  | 'daily-cap'
  | 'no-money'
  | 'no-card'
  | 'not-started'
  | 'unknown-behaviour';

/** What a line counts: units of a kind (seconds, messages, bytes, minor units of money), for what and over what. */
export type LineUse = {
  readonly kind: UsageKind | 'money';
  readonly units: number | 'unlimited';
  readonly to?: string;
  readonly scope?: Scope;
  readonly app?: string | undefined;
  readonly kbps?: number | null;
};

/** One entry of a statement. `amount` is what it adds to the total, in minor units; most kinds add nothing. */
export type Line = {
  readonly at: LocalSecond;
  readonly offer: string;
  readonly kind: LineKind;
  readonly amount: Money;
  readonly use?: LineUse;
  readonly reason?: Reason;
  readonly note?: string;
  /** When what is granted expires. */
  readonly until?: LocalSecond;
};

export type LineSink = (line: Line) => void;
