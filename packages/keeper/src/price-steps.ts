import {
  AS_RECORDED,
  type Day,
  dayOf,
  type Line,
  type LocalSecond,
  type Money,
  type Offer,
  Rater,
} from '@simwise/engine';
import { endOfDay } from './moments.ts';
import { type RatableCard, readOffers } from './rated-card.ts';

/** The day on which a price steps to another, where the offer begins with a promotion. */
export function priceSteps(
  ratable: RatableCard,
  from: LocalSecond,
  last: Day,
): { offer: string; at: LocalSecond; before: Money; after: Money }[] {
  const offers = readOffers(ratable, AS_RECORDED);
  const end = endOfDay(last);
  return [...offers.values()].flatMap((offer) => {
    const { phases } = offer.terms.fee;
    if (phases.length < 2) return [];
    return stepsOf(ratable, offer, { from, end });
  });
}

function stepsOf(ratable: RatableCard, offer: Offer, { from, end }: { from: LocalSecond; end: LocalSecond }) {
  const bought = ratable.purchases.find((purchase) => purchase.offer === offer.id);
  if (!bought) return [];
  const lines: Line[] = [];
  const period = { start: dayOf(bought.at), days: Math.max(1, dayOf(end) - dayOf(bought.at) + 1) };
  const input = {
    offers: new Map([[offer.id, offer]]),
    purchases: [bought],
    period,
    local: ratable.catalog.country.offsets,
  };
  new Rater(input, (line) => lines.push(line)).finish();
  const fees = lines.filter(({ kind }) => kind === 'fee');
  return fees.slice(1).flatMap(({ at, amount }, index) => {
    const before = (fees[index] as Line).amount;
    return at > from && amount !== before ? [{ offer: offer.id, at, before, after: amount }] : [];
  });
}
