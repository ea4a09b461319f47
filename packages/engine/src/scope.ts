import type { Day } from './civil-day.ts';
import { dayOf, type LocalSecond, secondOfDay } from './local-time.ts';
import type { UsageEvent } from './usage.ts';

/** Half-open window of the local day in seconds; it wraps past midnight when the end is not after the start. */
export type Hours = readonly [from: number, until: number];

/**
 * What a bucket or a rate applies to. A part that is left out does not restrict.
 * `to`: destinations (`on-net`, `national-mobile` = other operators' mobiles, `landline`, `national` = these three,
 * `group`, `favourites`, `short:7502`, `intl`, `intl:CN`, `intl:RU/Beeline`); `apps`: names in lower case;
 * `notOver`: ways of use it excludes (hotspot, vpn); `network`: generation it is bound to; `lastDay`: it ends after it.
 */
export type Scope = {
  readonly to?: readonly string[];
  readonly apps?: readonly string[];
  readonly hours?: readonly Hours[];
  readonly notOver?: readonly string[];
  readonly network?: string;
  readonly zone?: 'home' | 'away';
  readonly lastDay?: Day;
};

const NATIONAL: readonly string[] = ['on-net', 'group', 'favourites', 'national-mobile', 'landline'];
const ON_NET: readonly string[] = ['group', 'favourites'];

/** Whether a pattern of a scope covers a destination: `national` covers `landline`, `intl:RU` covers `intl:RU/Beeline`. */
export function coversDestination(pattern: string, to: string): boolean {
  if (pattern === to) return true;
  if (pattern === 'national') return NATIONAL.includes(to);
  if (pattern === 'on-net') return ON_NET.includes(to);
  if (pattern === 'intl') return to.startsWith('intl:');
  return pattern.startsWith('intl:') && to.startsWith(`${pattern}/`);
}

/** Whether the parts of a scope that do not depend on the time cover a use. */
export function coversUse(scope: Scope, event: UsageEvent): boolean {
  if (scope.to && !scope.to.some((pattern) => coversDestination(pattern, event.to))) return false;
  if (scope.apps && !(event.app !== undefined && scope.apps.includes(event.app))) return false;
  if (scope.notOver && event.over !== undefined && scope.notOver.includes(event.over)) return false;
  if (scope.network && scope.network !== event.network) return false;
  return !scope.zone || scope.zone === (event.zone ?? 'home');
}

/** Whether the parts of a scope that depend on the time cover a moment. */
export function coversTime(scope: Scope, at: LocalSecond): boolean {
  if (scope.lastDay !== undefined && dayOf(at) > scope.lastDay) return false;
  return !scope.hours || scope.hours.some((hours) => isWithin(hours, secondOfDay(at)));
}

export function isWithin([from, until]: Hours, second: number): boolean {
  return from < until ? second >= from && second < until : second >= from || second < until;
}

/** How narrow a scope is; of two scopes that cover a use, the higher one is consumed first. */
export function specificity(scope: Scope): number {
  const narrow = (scope.apps ? 32 : 0) + (scope.hours ? 16 : 0) + (scope.network || scope.zone ? 8 : 0);
  return narrow + destinationSpecificity(scope.to);
}

function destinationSpecificity(to: readonly string[] | undefined): number {
  if (!to) return 0;
  const single = to.length === 1 ? (to[0] as string) : '';
  if (single === 'group' || single === 'favourites' || single.includes(':')) return 4;
  return single !== '' && single !== 'national' && single !== 'intl' ? 3 : to.length > 1 ? 2 : 1;
}
