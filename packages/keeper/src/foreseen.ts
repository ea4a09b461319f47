import type { LocalSecond, Money, UsageKind } from '@simwise/engine';
import type { Action } from './action.ts';
import type { Charge } from './charges.ts';
import type { DayBand, RunOut } from './outlook.ts';

/** What is seen coming for a card. */
export type Foresight =
  | ({ readonly code: 'runs-out' } & Pick<RunOut, 'kind' | 'after'> & { readonly days: DayBand })
  | { readonly code: 'money-out'; readonly days: DayBand }
  | ({ readonly code: 'charge' } & Omit<Charge, 'at'>)
  | { readonly code: 'ends'; readonly offer: string; readonly left: readonly AmountAhead[] }
  | { readonly code: 'expires'; readonly offer: string; readonly left: AmountAhead }
  | { readonly code: 'lost'; readonly offer: string }
  | { readonly code: 'idle'; readonly days: number }
  | { readonly code: 'handset'; readonly days: number }
  | { readonly code: 'price-steps'; readonly offer: string; readonly before: Money; readonly after: Money }
  | { readonly code: 'offer-changed'; readonly offer: string }
  | { readonly code: 'offer-gone'; readonly offer: string };

export type AmountAhead = { readonly kind: UsageKind | 'money'; readonly units: number };

/**
 * One thing foreseen. `key` stays the same while it is the same thing, even when its day moves; `at` is its day or
 * moment, as likely sooner as later where it is not certain; `stops`: the service stops or changes then.
 */
export type Foreseen = Foresight & {
  readonly key: string;
  readonly at: LocalSecond;
  readonly stops: boolean;
  readonly action: Action | null;
};
