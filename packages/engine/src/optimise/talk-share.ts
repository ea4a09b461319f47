import type { ChargeAction, Rate } from '../offer.ts';
import { coversTime, coversUse, specificity } from '../scope.ts';
import type { UsageEvent, UsageKind } from '../usage.ts';
import { type MarketOffer, seenFrom } from './market.ts';
import type { Portion } from './supply.ts';

type Room = { readonly card: number; readonly portion: Portion; left: number };

/**
 * Shares calls and messages among cards held at once, in the order of time: to the narrowest portion with room for the
 * whole use, the one that ends soonest first, else to the lowest rate. Null where a use fits nowhere.
 */
export function shareTalk(
  talk: readonly UsageEvent[],
  cards: readonly MarketOffer[],
  portions: readonly (readonly Portion[])[],
): UsageEvent[][] | null {
  const rooms: Room[] = portions.flatMap((own, card) =>
    own.map((portion) => ({ card, portion, left: portion.amount })),
  );
  rooms.sort(
    (a, b) => specificity(b.portion.scope) - specificity(a.portion.scope) || a.portion.until - b.portion.until,
  );
  const shares: UsageEvent[][] = cards.map(() => []);
  const seen = cards.map((card) => seenFrom(card, talk));
  for (const [index, { amount }] of talk.entries()) {
    const uses = seen.map((each) => each[index] as UsageEvent);
    const room = rooms.find(({ card, portion, left }) => left >= amount && covers(portion, uses[card] as UsageEvent));
    const card = room ? room.card : cardWithLowestRate(uses, cards);
    if (card < 0) return null;
    if (room) room.left -= amount;
    shares[card]?.push(talk[index] as UsageEvent);
  }
  return shares;
}

function covers({ kind, from, until, scope }: Portion, use: UsageEvent): boolean {
  return kind === use.kind && from <= use.at && use.at < until && coversUse(scope, use) && coversTime(scope, use.at);
}

/** @param uses the same use as each card sees it. */
function cardWithLowestRate(uses: readonly UsageEvent[], cards: readonly MarketOffer[]): number {
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  for (const [index, card] of cards.entries()) {
    const rate = rateFor(uses[index] as UsageEvent, card);
    if (rate < least) {
      best = index;
      least = rate;
    }
  }
  return best;
}

/** The least one unit of a use can cost on a card beyond its buckets, in the common currency. */
function rateFor(use: UsageEvent, { offer, weight }: MarketOffer): number {
  const isFitting = ({ kind, scope }: Rate) => kind === use.kind && coversUse(scope, use);
  const rate = offer.terms.rates.find((candidate) => isFitting(candidate) && coversTime(candidate.scope, use.at));
  return rate?.action.do === 'charge' ? leastPrice(rate.action) * weight : Number.POSITIVE_INFINITY;
}

/** The least that one unit can cost under a charge, wherever in the call, the day or the hours it falls. */
export function leastPrice({ price, steps, bands, dailyCap }: ChargeAction): number {
  if (dailyCap?.beyond === 'free') return 0;
  const prices = [
    ...(price ? [price] : []),
    ...(steps?.prices ?? []).map((step) => step.price),
    ...(bands ?? []).map((band) => band.price),
  ];
  return Math.min(Number.POSITIVE_INFINITY, ...prices.map(({ num, den }) => num / den));
}

/**
 * What no sharing of talk among cards goes below: for each kind and destination, what no portion can hold at the least rate, or
 * at `dearest`, for which a unit of a kind may be had otherwise.
 */
export function leastForTalk(
  talk: readonly UsageEvent[],
  cards: readonly MarketOffer[],
  {
    portions,
    dearest,
  }: { readonly portions: readonly (readonly Portion[])[]; readonly dearest: (kind: UsageKind) => number },
): number {
  const classes = new Map<string, UsageEvent[]>();
  for (const use of talk) {
    const key = `${use.kind} ${use.to}`;
    classes.set(key, [...(classes.get(key) ?? []), use]);
  }
  let sum = 0;
  for (const uses of classes.values()) {
    const asked = sumOf(uses);
    const seen = cards.map((card) => seenFrom(card, uses));
    const held = seen.reduce((total, own, card) => total + heldBy(portions[card] ?? [], own), 0);
    const rate = Math.min(...seen.flatMap((own, card) => own.map((use) => rateFor(use, cards[card] as MarketOffer))));
    if (asked > held) sum += (asked - held) * Math.min(rate, dearest((uses[0] as UsageEvent).kind));
  }
  return sum;
}

function heldBy(portions: readonly Portion[], uses: readonly UsageEvent[]): number {
  return sumOf(portions.filter((portion) => uses.some((use) => covers(portion, use))));
}

function sumOf(all: readonly { readonly amount: number }[]): number {
  return all.reduce((sum, { amount }) => sum + amount, 0);
}
