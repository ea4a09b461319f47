import type { LocalSecond } from './local-time.ts';

export type UsageKind = 'voice' | 'sms' | 'data' | 'mms';

export const USAGE_KINDS: readonly UsageKind[] = ['voice', 'sms', 'data', 'mms'];

/**
 * One use of a card. `amount` is in seconds (voice), messages (sms, mms) or bytes (data).
 * `to` is a destination as in `Scope.to` for calls and messages and `internet` for data.
 * `over` is `hotspot` or `vpn` where the traffic went that way; `network` the generation it went over (`4G`);
 * `zone` is `away` outside the home zone of a regional offer.
 */
export type UsageEvent = {
  readonly at: LocalSecond;
  readonly kind: UsageKind;
  readonly to: string;
  readonly amount: number;
  readonly app?: string | undefined;
  readonly over?: string | undefined;
  readonly network?: string | undefined;
  readonly zone?: 'home' | 'away' | undefined;
};

export const INTERNET = 'internet';
