import type { Offer, Rate, RateAction } from '../offer.ts';
import { coversTime, coversUse } from '../scope.ts';
import { USAGE_KINDS, type UsageEvent, type UsageKind } from '../usage.ts';
import type { MarketOffer } from './market.ts';
import { leastPrice } from './talk-share.ts';

/**
 * What a unit of each use beyond the plain buckets of an offer costs at least, in the common currency: infinite where it
 * is not served, or not at the speed that is wanted.
 */
export function unitPrices(
  { offer, weight }: MarketOffer,
  uses: readonly UsageEvent[],
  acceptsThrottle: boolean,
): Float64Array {
  const otherwise = new Map(USAGE_KINDS.map((kind) => [kind, repurchase(kind, offer)]));
  const leastFor = (use: UsageEvent) =>
    Math.min(otherwise.get(use.kind) as number, priceFor(use, offer, acceptsThrottle));
  return Float64Array.from(uses, (use) => leastFor(use) * weight);
}

/** The uses for which an offer has a rate of its own, which then hides the rates of what was bought before. */
export function ratedUses({ offer }: MarketOffer, uses: readonly UsageEvent[]): boolean[] {
  const rates = offer.terms.rates.filter(({ when }) => !when);
  return uses.map((use) => rates.some((rate) => isFor(use, rate)));
}

/** The first rate whose scope covers a use holds; one that depends on top-ups may or may not. */
function priceFor(use: UsageEvent, { terms }: Offer, acceptsThrottle: boolean): number {
  let least = Number.POSITIVE_INFINITY;
  for (const rate of terms.rates) {
    if (!isFor(use, rate)) continue;
    least = Math.min(least, priceOf(rate.action, acceptsThrottle));
    if (!rate.when) break;
  }
  return least;
}

function isFor(use: UsageEvent, { kind, scope }: Rate): boolean {
  return kind === use.kind && coversUse(scope, use) && coversTime(scope, use.at);
}

function priceOf(action: RateAction, acceptsThrottle: boolean): number {
  if (action.do === 'throttle') return acceptsThrottle ? 0 : Number.POSITIVE_INFINITY;
  if (action.do !== 'charge') return Number.POSITIVE_INFINITY;
  return action.increment.mode === 'down' ? 0 : leastPrice(action);
}

/** What a unit costs that an offer gives without a purchase: when it buys itself again, or where nothing tells how much. */
function repurchase(asked: UsageKind, { terms: { allowances, fee } }: Offer): number {
  const own = allowances.filter(({ kind }) => kind === asked);
  const isUntold = own.some(({ per, increment }) => per === 'call' || increment.mode === 'down');
  if (isUntold || allowances.some(({ kind }) => kind === 'money')) return 0;
  if (own.every(({ rebuyAt }) => rebuyAt === undefined)) return Number.POSITIVE_INFINITY;
  const units = own.reduce((sum, { amount }) => sum + (amount === 'unlimited' ? Number.POSITIVE_INFINITY : amount), 0);
  return (fee.phases[0]?.amount ?? 0) / units;
}

/** The least of prices that is not nothing: what costs nothing is held by a span that ends with it. */
export function leastCharge(prices: Float64Array): number {
  return Math.min(Number.POSITIVE_INFINITY, ...prices.filter((price) => price > 0));
}
