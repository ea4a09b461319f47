import type { Bucket } from './bucket.ts';
import type { CardState } from './card-state.ts';
import { ChargeMeter } from './charge-meter.ts';
import { beginService, buy, collectFee } from './fees.ts';
import { grantAllowances } from './grants.ts';
import type { Holding } from './holding.ts';
import type { Reason } from './ledger.ts';
import { addSeconds } from './local-time.ts';
import type { Money } from './money.ts';
import type { ChargeAction, Offer } from './offer.ts';
import { isPriced } from './price-parts.ts';
import { type Route, type RouteRate, rateAt, rebuyAllowance } from './route.ts';
import { coversTime, coversUse } from './scope.ts';
import type { UsageEvent } from './usage.ts';

/** No card buys a pack again more often than this within one use; what is left then is refused. */
const REBUYS_PER_USE = 10_000;

/** Takes one use from the buckets, in their order, and what they do not hold from the rate that applies. */
export function applyUse(card: CardState, event: UsageEvent): void {
  beginUse(card, event);
  const longest = event.kind === 'voice' ? card.base?.offer.terms.maxCallSeconds : undefined;
  if (longest === undefined || event.amount <= longest) return applyWhole(card, event);
  for (let done = 0; done < event.amount; done += longest) {
    const amount = Math.min(longest, event.amount - done);
    applyWhole(card, { ...event, at: addSeconds(event.at, done), amount });
  }
}

/** Takes from the buckets alone what they hold of a use. @returns the amount they do not hold. */
export function takeHeld(card: CardState, event: UsageEvent): number {
  beginUse(card, event);
  return takeFromBuckets(card, card.route(event), event, event.amount);
}

function beginUse(card: CardState, event: UsageEvent): void {
  card.now = event.at;
  card.lastUse = event.at;
  card.lastActive = event.at;
  if (card.hasWaiting) beginWaiting(card, event);
}

function beginWaiting(card: CardState, event: UsageEvent): void {
  for (const holding of card.holdings) {
    const covers = holding.allowances.some(({ kind }) => kind === event.kind) || holding.isBase;
    if (holding.state === 'waiting' && covers) beginService(card, holding);
  }
  card.hasWaiting = card.holdings.some(({ state }) => state === 'waiting');
}

function applyWhole(card: CardState, event: UsageEvent): void {
  let route = card.route(event);
  let left = takeFromBuckets(card, route, event, event.amount);
  for (let count = 0; route.rebuys.length > 0 && count < REBUYS_PER_USE; count++) {
    const short = route.rebuys.find((holding) => isShort(card, holding, event));
    if (!short || !buyAgain(card, short, event)) break;
    route = card.route(event);
    left = takeFromBuckets(card, route, event, left);
  }
  if (left > 0 && card.input.refills) left = refill(card, event, left);
  if (left > 0) applyRate(card, card.route(event), event, left);
}

/** Buys what is to be bought when buckets run out, for as long as that helps. @returns what is left of the use. */
function refill(card: CardState, event: UsageEvent, amount: number): number {
  let left = amount;
  for (let next = card.nextRefill; left > 0 && next && isFor(next, event); next = card.nextRefill) {
    card.passRefill();
    buy(card, { offer: next.id, at: card.now });
    if (card.hasWaiting) beginWaiting(card, event);
    const rest = takeFromBuckets(card, card.route(event), event, left);
    if (rest === left) break;
    left = rest;
  }
  return left;
}

function isFor({ terms }: Offer, event: UsageEvent): boolean {
  return terms.allowances.some(
    ({ kind, scope }) => kind === event.kind && coversUse(scope, event) && coversTime(scope, event.at),
  );
}

function takeFromBuckets(card: CardState, { buckets }: Route, event: UsageEvent, amount: number): number {
  let left = amount;
  for (const bucket of buckets) {
    if (left === 0) break;
    bucket.beginUse();
    if (bucket.left <= 0) continue;
    left = bucket.take(left, event.at);
    if (bucket.left <= 0 && bucket.allowance.per !== 'call') tellUsedUp(card, bucket);
  }
  return left;
}

function tellUsedUp(card: CardState, bucket: Bucket): void {
  card.flushBucket(bucket);
  const { kind, scope } = bucket.allowance;
  card.line(bucket.offer, 'used-up', { use: { kind, units: 0, scope } });
}

function isShort(card: CardState, holding: Holding, event: UsageEvent): boolean {
  const mark = rebuyAllowance(holding, event)?.rebuyAt;
  return mark !== undefined && leftToRebuy(card, holding, event) <= mark;
}

function leftToRebuy({ buckets }: CardState, holding: Holding, event: UsageEvent): number {
  const allowance = rebuyAllowance(holding, event);
  return buckets.reduce((sum, bucket) => (bucket.allowance === allowance ? sum + bucket.left : sum), 0);
}

/** Buys a purchase again. @returns whether there is more for the use than before. */
function buyAgain(card: CardState, holding: Holding, event: UsageEvent): boolean {
  const before = leftToRebuy(card, holding, event);
  holding.repeat(card.now);
  if (!collectFee(card, holding)) return false;
  grantAllowances(card, holding, 'cycle');
  grantAllowances(card, holding, 'day');
  return leftToRebuy(card, holding, event) > before;
}

function applyRate(card: CardState, route: Route, event: UsageEvent, amount: number): void {
  const found = rateAt(route, event.at, (days) => card.largestTopUp(days));
  if (!found) return applyNoRate(card, event, amount);
  const { holding, rate } = found;
  const { action } = rate;
  const offer = holding.offer.id;
  if (action.do === 'charge') return applyCharge(card, route, { found, action, event, amount });
  if (action.do === 'throttle') return card.tally(offer, 'throttled', event, { units: amount, kbps: action.kbps });
  const reason: Reason = action.do === 'stop' ? 'used-up' : 'price-unknown';
  card.tally(offer, action.do === 'stop' ? 'refusal' : 'unpriced', event, { units: amount, reason });
}

function applyNoRate(card: CardState, event: UsageEvent, amount: number): void {
  const { base } = card;
  if (!base) return card.tally('', 'refusal', event, { units: amount, reason: 'no-card' });
  const offer = base.offer.id;
  if (!base.offer.terms.carries.includes(event.kind)) {
    return card.tally(offer, 'refusal', event, { units: amount, reason: 'not-carried' });
  }
  if (base.state === 'unpaid' && base.unpaid?.do === 'not-started') {
    return card.tally(offer, 'refusal', event, { units: amount, reason: 'not-started' });
  }
  const reason: Reason = base.state === 'unpaid' ? 'unknown-behaviour' : 'no-price';
  card.tally(offer, 'unpriced', event, { units: amount, reason });
}

type Charge = { found: RouteRate; action: ChargeAction; event: UsageEvent; amount: number };

function applyCharge(card: CardState, route: Route, charge: Charge): void {
  const { found, action, event, amount } = charge;
  const { holding, rate } = found;
  const meter = holding.meter(rate, action);
  if (!isPriced(action, { event, amount })) {
    return card.tally(holding.offer.id, 'unpriced', event, { units: amount, reason: 'price-unknown' });
  }
  const bonuses = route.bonuses.filter(({ left }) => left > 0);
  if (bonuses.length > 0) return applyBonus(card, bonuses, meter, charge);
  const refused = meter.charge({ event, amount }, card.budget);
  if (refused <= 0) return;
  const reason: Reason = meter.capLeft < card.budget ? 'daily-cap' : 'no-money';
  card.tally(holding.offer.id, 'refusal', event, { units: refused, reason });
}

/** Bonus money pays first; what it does not cover is charged, as far as the balance goes. */
function applyBonus(card: CardState, bonuses: readonly Bucket[], meter: ChargeMeter, charge: Charge): void {
  const { found, action, event, amount } = charge;
  const money = bonuses.reduce((sum, { left }) => sum + left, 0);
  const quote = new ChargeMeter(action, { ...found.holding.offer.terms.rounding, of: 'event' });
  const refused = quote.charge({ event, amount }, card.budget + money);
  let cost: number = quote.takeLine().amount;
  for (const bonus of bonuses) {
    if (cost === 0) break;
    cost = bonus.take(cost, event.at);
    if (bonus.left <= 0) tellUsedUp(card, bonus);
  }
  if (cost > 0) meter.addCharged(amount - refused, cost as Money);
  if (refused > 0) card.tally(found.holding.offer.id, 'refusal', event, { units: refused, reason: 'no-money' });
}
