import { dayOf } from '../local-time.ts';
import type { MarketOffer } from '../optimise/market.ts';
import { type SolutionCard, type Stage, servesAll } from '../optimise/solution.ts';
import { Rater } from '../rater.ts';

/**
 * What a card has cost by the end of each day in the common currency, infinite from the day on that it does not serve.
 * What comes later changes no line of before, so the lines of the longest stay hold those of all shorter ones.
 */
export function costsByDay({ offers, purchases, uses }: SolutionCard, stage: Stage): Float64Array {
  const { period, local } = stage;
  const costs = new Float64Array(period.days);
  const byId = new Map(offers.map(({ offer }) => [offer.id, offer]));
  const rater = new Rater({ offers: byId, purchases, period, local }, (line) => {
    const isServed = line.amount !== 0 || servesAll({ lines: [line] }, stage);
    const each = dayOf(line.at) - period.start;
    costs[each] = (costs[each] as number) + (isServed ? line.amount : Number.POSITIVE_INFINITY);
  });
  for (const use of uses) rater.feed(use);
  rater.finish();
  let sum = 0;
  const { weight } = offers[0] as MarketOffer;
  return costs.map((amount) => {
    sum += amount;
    return sum * weight;
  });
}
