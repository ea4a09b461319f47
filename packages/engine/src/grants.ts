import { Bucket, bucketExpiry } from './bucket.ts';
import type { CardState } from './card-state.ts';
import { addMonths } from './civil-day.ts';
import { cycleEnd, NEVER } from './cycle.ts';
import type { Holding } from './holding.ts';
import { dayOf, dayStartAfter, type LocalSecond, localSecondOf } from './local-time.ts';
import { mulDivMod } from './money.ts';
import type { Allowance } from './offer.ts';

/** Grants the allowances of a purchase: those of the cycle, or those of the day. */
export function grantAllowances(card: CardState, holding: Holding, per: 'cycle' | 'day'): void {
  for (const allowance of holding.allowances) {
    const isOver = allowance.during && cycleEnd(allowance.during, holding.days) <= card.now;
    if ((allowance.per === 'day') === (per === 'day') && !isOver) grant(card, holding, allowance);
  }
  card.forgetRoutes();
}

function grant(card: CardState, holding: Holding, allowance: Allowance): void {
  const amount = grantedAmount(holding, allowance);
  if (amount === 0) return;
  const use = { kind: allowance.kind, units: amount === Number.POSITIVE_INFINITY ? ('unlimited' as const) : amount };
  const renewal = Math.min(holding.renewal, holding.ends) as LocalSecond;
  const until = allowance.per === 'day' ? dayStartAfter(holding.days, card.now) : renewal;
  const expires = bucketExpiry(allowance, card.now, until);
  card.line(holding.offer.id, 'grant', { use: { ...use, scope: allowance.scope }, until: expires });
  const same = card.buckets.find((bucket) => bucket.isOf(holding.purchase, allowance) && bucket.expires === expires);
  if (same) same.left += amount;
  else
    card.buckets.push(
      new Bucket({ purchase: holding.purchase, allowance, amount, expires, at: card.now, isOfBase: holding.isBase }),
    );
}

function grantedAmount(holding: Holding, { amount }: Allowance): number {
  if (amount === 'unlimited') return Number.POSITIVE_INFINITY;
  const proratesAllowances = holding.offer.terms.fee.proration?.what !== 'fee';
  const { share } = holding;
  return share && proratesAllowances ? mulDivMod(amount, share.num, share.den).whole : amount;
}

/** Drops the buckets whose time is over, each with a line of what was left in it. */
export function expireBuckets(card: CardState): void {
  const isOver = (bucket: Bucket) => bucket.expires <= card.now || idleExpiry(card, bucket) <= card.now;
  dropBuckets(card, isOver);
}

export function dropBuckets(card: CardState, isDropped: (bucket: Bucket) => boolean): void {
  const dropped = card.buckets.filter(isDropped);
  if (dropped.length === 0) return;
  card.buckets = card.buckets.filter((bucket) => !dropped.includes(bucket));
  for (const bucket of dropped) {
    card.flushBucket(bucket);
    const { kind, scope, per } = bucket.allowance;
    if (bucket.left <= 0 || bucket.left === Number.POSITIVE_INFINITY || per === 'call') continue;
    card.line(bucket.offer, 'expiry', { use: { kind, units: bucket.left, scope } });
  }
  card.forgetRoutes();
}

/** When a bucket that lives until the card lies idle would be wiped. */
export function idleExpiry({ lastActive }: CardState, { allowance: { lives } }: Bucket): LocalSecond {
  if (lives.is !== 'forever' || lives.idleMonths === undefined) return NEVER;
  return localSecondOf(addMonths(dayOf(lastActive), lives.idleMonths));
}
