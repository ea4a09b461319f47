import { Bucket, bucketExpiry } from './bucket.ts';
import type { CardState } from './card-state.ts';
import type { Holding } from './holding.ts';
import type { LocalSecond } from './local-time.ts';
import type { Money } from './money.ts';
import type { Allowance } from './offer.ts';

/**
 * What a person was told is on a card at a moment. It overrules what rating makes of the time before; no line tells of
 * the difference, since nobody knows what it was spent on.
 */
export type Observation = {
  readonly at: LocalSecond;
  /** Minor units of the card's currency; below zero where money is owed. */
  readonly balance?: Money;
  /** Money that went for what nobody told: it lowers the balance. */
  readonly spent?: Money;
  readonly left?: readonly BucketObservation[];
};

/** What is left of one kind: of one allowance where `of` names it, else of all of that kind together. */
export type BucketObservation = {
  readonly kind: Allowance['kind'];
  /** Seconds, messages, bytes or minor units of money. */
  readonly units: number;
  readonly of?: AllowanceName;
  readonly expires?: LocalSecond;
};

/** An allowance by its offer and its place among the offer's allowances, from 0. */
export type AllowanceName = { readonly offer: string; readonly index: number };

/** Brings a card in line with what was observed of it. What no offer on the card grants is passed over. */
export function observe(card: CardState, { balance, spent, left = [] }: Observation): void {
  if (balance !== undefined) card.balance = balance;
  card.balance -= spent ?? 0;
  for (const entry of left) setLeft(card, entry);
  card.forgetRoutes();
}

function setLeft(card: CardState, entry: BucketObservation): void {
  const buckets = bucketsOf(card, entry);
  const all = buckets.length > 0 || entry.units === 0 ? buckets : grantObserved(card, entry);
  spread(all, entry.units);
  if (entry.expires === undefined) return;
  for (const bucket of all) bucket.expires = entry.expires;
}

/** The buckets spoken of, in the order of consumption; nobody counts the unlimited ones. */
function bucketsOf(card: CardState, { kind, of }: BucketObservation): Bucket[] {
  const order = card.base?.offer.terms.order ?? 'add-on-first';
  return card.buckets
    .filter(({ allowance, left, offer }) => {
      if (allowance.kind !== kind || left === Number.POSITIVE_INFINITY || allowance.per === 'call') return false;
      return !of || (offer === of.offer && card.offer(offer).terms.allowances[of.index] === allowance);
    })
    .sort((a, b) => a.compare(b, order));
}

/** What is missing was used in the order of consumption; what is more goes to the bucket that is used last. */
function spread(buckets: readonly Bucket[], units: number): void {
  let used = buckets.reduce((sum, { left }) => sum + left, 0) - units;
  for (const bucket of buckets) {
    const taken = used > 0 ? Math.min(used, bucket.left) : 0;
    bucket.left -= taken;
    used -= taken;
  }
  const last = buckets.at(-1);
  if (last && used < 0) last.left -= used;
}

/** Something is left where rating has nothing: it was granted, and the fee for it taken. */
function grantObserved(card: CardState, { kind, of, units }: BucketObservation): Bucket[] {
  for (const holding of card.holdings.toReversed()) {
    const allowance = holding.allowances.find(
      (candidate) => candidate.kind === kind && candidate.amount !== 'unlimited' && isNamed(holding, candidate, of),
    );
    if (!allowance || !holding.isActive) continue;
    settle(holding, card.now);
    const expires = bucketExpiry(allowance, card.now, Math.min(holding.renewal, holding.ends) as LocalSecond);
    const grant = { purchase: holding.purchase, allowance, amount: units, at: card.now, expires };
    const bucket = new Bucket({ ...grant, isOfBase: holding.isBase });
    card.buckets.push(bucket);
    return [bucket];
  }
  return [];
}

function isNamed({ offer }: Holding, allowance: Allowance, of: AllowanceName | undefined): boolean {
  return !of || (offer.id === of.offer && offer.terms.allowances[of.index] === allowance);
}

/** A fee that was thought missed has been taken after all, some time before now. */
function settle(holding: Holding, now: LocalSecond): void {
  if (holding.state !== 'unpaid') return;
  holding.state = 'paid';
  while (holding.feeDue <= now) holding.passFee();
  while (holding.renewal <= now) holding.passRenewal();
}
