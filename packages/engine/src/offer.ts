import type { Cycle } from './cycle.ts';
import type { DayRule } from './local-time.ts';
import type { Money, Ratio, RoundingMode } from './money.ts';
import type { Hours, Scope } from './scope.ts';
import type { UsageKind } from './usage.ts';

export type CardKind = 'phone' | 'data' | 'hybrid' | 'travel-esim';

/** `base`: a base plan, exactly one a card; the others are bought on top of one. */
export type OfferRole = 'base' | 'add-on' | 'app-pass' | 'vas';

/** Everything of an offer that decides what its holder is charged, with no fact unknown but a price (`null`). */
export type Offer = {
  readonly id: string;
  readonly brand: string;
  readonly role: OfferRole;
  readonly currency: string;
  readonly terms: Terms;
};

export type Terms = {
  /** Kinds of use a base plan carries at all; a kind it does not carry is refused, not unpriced. */
  readonly carries: readonly UsageKind[];
  readonly simPrice: Money | null;
  readonly activationFee: Money | null;
  readonly fee: Fee;
  readonly starts: 'purchase' | 'first-use' | 'by-hand';
  /** Life of one purchase; `forever` runs until it is cancelled. */
  readonly term: Cycle;
  /** How often the allowances are granted anew; `forever` grants them once. */
  readonly renews: Cycle;
  readonly dayRule: DayRule;
  readonly allowances: readonly Allowance[];
  /** What applies beyond the buckets: the first rate whose scope covers the use. */
  readonly rates: readonly Rate[];
  readonly unpaid: Unpaid | null;
  readonly order: 'add-on-first' | 'plan-first';
  readonly rounding: Rounding;
  /** A call is cut after this many seconds; a longer use counts as several calls. */
  readonly maxCallSeconds?: number;
  readonly special?: Special;
};

export type Rounding = { readonly mode: RoundingMode; readonly of: 'line' | 'event'; readonly to: Money };

export type Fee = {
  readonly phases: readonly FeePhase[];
  readonly proration: Proration | null;
  /** That many purchases by one card are free (the first change of tariff). */
  readonly freePurchases?: number;
  /** The tax to add, in percent, where the fee is stated without it. */
  readonly taxPercent?: number;
};

/** `amount` every `every`, `times` times (`null`: for as long as the purchase lives). */
export type FeePhase = { readonly amount: Money | null; readonly every: Cycle; readonly times: number | null };

export type Proration = {
  readonly what: 'fee' | 'allowances' | 'fee-and-allowances';
  readonly countsFirstDay: boolean;
  /** The denominator: the days of the cycle, or a year of twelve fees (365 days). */
  readonly basis: 'cycle' | 'year';
  readonly rounding: RoundingMode;
};

export type Allowance = {
  readonly kind: UsageKind | 'money';
  /** Seconds, messages, bytes or minor units of money. */
  readonly amount: number | 'unlimited';
  readonly scope: Scope;
  readonly per: 'cycle' | 'day' | 'call';
  readonly lives: BucketLife;
  readonly increment: Increment;
  /** The bucket is used at this speed only. */
  readonly kbps?: number;
  /** Granted only in the first months or days of a purchase. */
  readonly during?: Cycle;
  /** Called unlimited, but slowed from a volume on that nobody states. */
  readonly fairUse?: 'unknown';
  /** One of several allowances of this group is chosen at purchase. */
  readonly choice?: string;
  /** Number of SIMs that share the bucket. */
  readonly sharedBy?: number;
  /** The purchase is repeated when this much or less is left. */
  readonly rebuyAt?: number;
};

/** How long one granted portion lives. `renewal`: until the next grant or the end of the purchase. */
export type BucketLife =
  | { readonly is: 'renewal' }
  | { readonly is: 'months'; readonly count: number }
  | { readonly is: 'days'; readonly count: number }
  | { readonly is: 'end-of-next-month' }
  | { readonly is: 'forever'; readonly idleMonths?: number };

/** Use is counted in steps: the first `first` units as one, then steps of `next`, rounded `up` or `down`, within `per`. */
export type Increment = {
  readonly first: number;
  readonly next: number;
  readonly mode: 'up' | 'down';
  readonly per: 'event' | 'hour' | 'day' | 'month';
};

export type Rate = {
  readonly kind: UsageKind;
  readonly scope: Scope;
  readonly when?: RateCondition;
  readonly action: RateAction;
};

/** The rate holds only after a top-up of at least `topUp` within the last `days` days. */
export type RateCondition = { readonly topUp: Money; readonly days: number };

export type RateAction =
  | ChargeAction
  | { readonly do: 'throttle'; readonly kbps: number | null }
  | { readonly do: 'stop' }
  /** A price exists but is not known. */
  | { readonly do: 'unknown' };

export type ChargeAction = {
  readonly do: 'charge';
  /** Minor units for one second, message or byte. */
  readonly price: Ratio | null;
  readonly increment: Increment;
  readonly connect?: Money;
  /** Prices by position within the call or the day; the last step has no end. */
  readonly steps?: { readonly of: 'call' | 'day'; readonly prices: readonly PriceStep[] };
  /** Prices by time of day; use outside every band has `price`. */
  readonly bands?: readonly { readonly hours: Hours; readonly price: Ratio; readonly weekdaysOnly?: boolean }[];
  /** At most this much a day; then use is free, or stops. */
  readonly dailyCap?: { readonly amount: Money; readonly beyond: 'free' | 'stop' };
};

export type PriceStep = { readonly until: number | null; readonly price: Ratio };

/** What happens when the recurring fee cannot be taken. */
export type Unpaid = {
  readonly do: 'rates' | 'not-started' | 'suspended' | 'pack' | 'part' | 'unknown';
  readonly rates: readonly Rate[];
  /** Whether portions granted before stay usable. */
  readonly keepsBuckets: boolean;
  /** The pack that starts by itself, and whether at once or in the next fee window. */
  readonly pack?: { readonly offer: string; readonly from: 'at-once' | 'next-window' };
  /** After this many days the purchase ends. */
  readonly days?: number;
};

/** Purchases that act on the card instead of granting a bucket of their own. */
export type Special =
  /** The base plan's fee again: its buckets are wiped and a new cycle begins. */
  | { readonly is: 'restart' }
  /** Money lent for `days`; the fee of the offer is the charge for it. `startsAt`: taken by itself at that balance. */
  | { readonly is: 'credit'; readonly amount: Money; readonly days: number; readonly startsAt?: Money }
  /** The fee of each purchase is taken this many days later, or at the next top-up. */
  | { readonly is: 'pay-later'; readonly days: number }
  | { readonly is: 'exchange'; readonly from: ExchangeSide; readonly to: ExchangeSide }
  | {
      readonly is: 'group-discount';
      readonly steps: readonly { readonly members: number; readonly percent: number }[];
    };

export type ExchangeSide = { readonly kind: UsageKind; readonly amount: number; readonly scope: Scope };
