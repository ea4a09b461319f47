import type { Offer, RateAction } from '../offer.ts';
import { coversTime, coversUse } from '../scope.ts';
import type { UsageEvent } from '../usage.ts';
import type { MarketOffer } from './market.ts';
import { leastPrice } from './talk-share.ts';

/**
 * What a byte of each use beyond the plain buckets of an offer costs at least, in the common currency: infinite where it
 * is not served at the speed that is wanted.
 */
export function bytePrices(
  { offer, weight }: MarketOffer,
  uses: readonly UsageEvent[],
  acceptsThrottle: boolean,
): Float64Array {
  const otherwise = repurchase(offer);
  return Float64Array.from(uses, (use) => Math.min(otherwise, priceFor(use, offer, acceptsThrottle)) * weight);
}

/** The uses for which an offer has a rate of its own, which then hides the rates of what was bought before. */
export function ratedUses({ offer }: MarketOffer, uses: readonly UsageEvent[]): boolean[] {
  const rates = offer.terms.rates.filter(({ kind, when }) => kind === 'data' && !when);
  return uses.map((use) => rates.some(({ scope }) => coversUse(scope, use) && coversTime(scope, use.at)));
}

/** The first rate whose scope covers a use holds; one that depends on top-ups may or may not. */
function priceFor(use: UsageEvent, { terms }: Offer, acceptsThrottle: boolean): number {
  let least = Number.POSITIVE_INFINITY;
  for (const { kind, scope, when, action } of terms.rates) {
    if (kind !== 'data' || !coversUse(scope, use) || !coversTime(scope, use.at)) continue;
    least = Math.min(least, priceOf(action, acceptsThrottle));
    if (!when) break;
  }
  return least;
}

function priceOf(action: RateAction, acceptsThrottle: boolean): number {
  if (action.do === 'throttle') return acceptsThrottle ? 0 : Number.POSITIVE_INFINITY;
  if (action.do !== 'charge') return Number.POSITIVE_INFINITY;
  return action.increment.mode === 'down' ? 0 : leastPrice(action);
}

/** What a byte costs that an offer gives without a purchase: when it buys itself again, or where nothing tells how much. */
function repurchase({ terms: { allowances, fee } }: Offer): number {
  const data = allowances.filter(({ kind }) => kind === 'data');
  const isUntold = data.some(({ per, increment }) => per === 'call' || increment.mode === 'down');
  if (isUntold || allowances.some(({ kind }) => kind === 'money')) return 0;
  if (data.every(({ rebuyAt }) => rebuyAt === undefined)) return Number.POSITIVE_INFINITY;
  const bytes = data.reduce((sum, { amount }) => sum + (amount === 'unlimited' ? Number.POSITIVE_INFINITY : amount), 0);
  return (fee.phases[0]?.amount ?? 0) / bytes;
}
