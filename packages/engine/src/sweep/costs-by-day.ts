import { day } from '../civil-day.ts';
import { localSecondOf } from '../local-time.ts';
import type { MarketOffer } from '../optimise/market.ts';
import { replay, type SolutionCard, type Stage, servesAll } from '../optimise/solution.ts';

/**
 * What a card has cost by the end of each day in the common currency, infinite from the day on that it does not serve.
 * What comes later changes no line of before, so the statement of the longest stay holds those of all shorter ones.
 */
export function costsByDay(card: SolutionCard, stage: Stage): Float64Array {
  const { start, days } = stage.period;
  const { weight } = card.offers[0] as MarketOffer;
  const statement = replay(card, stage);
  const costs = new Float64Array(days);
  let [next, sum] = [0, 0];
  for (let each = 0; each < days; each++) {
    const end = localSecondOf(day(start + each + 1));
    for (let line = statement.lines[next]; line && line.at < end; line = statement.lines[++next]) {
      const isServed = line.amount !== 0 || servesAll({ ...statement, lines: [line] }, stage);
      sum += isServed ? line.amount : Number.POSITIVE_INFINITY;
    }
    costs[each] = sum * weight;
  }
  return costs;
}
