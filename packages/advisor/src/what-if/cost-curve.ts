import { costOfCards, day, localSecondOf, type SolutionCard } from '@simwise/engine';
import type { CheapestChoice } from './least-cost.ts';
import type { PointBook } from './point-book.ts';
import { KINDS, type PointCosts, withFound } from './point-costs.ts';

/** What the best of each kind costs for a number of days. */
export type CurvePoint = { readonly days: number; readonly costs: PointCosts };

/**
 * The cost of each kind against the days of the stay, with the data a day of the stay. Each is searched to its end; where
 * that does not come, what was found for more days may be cheaper. @param days in rising order.
 */
export function* costCurve(book: PointBook, days: readonly number[]): Generator<void, CurvePoint[]> {
  const { bytes } = book.origin;
  const points: CurvePoint[] = [];
  for (const each of days.toReversed()) {
    const costs = yield* book.at({ days: each, bytes }, true);
    const longer = points.at(-1)?.costs.kinds;
    const found = KINDS.map((kind) => (longer ? shortened(book, longer[kind].choice, each) : null));
    points.push({ days: each, costs: withFound(costs, found) });
  }
  return points.reverse();
}

/** What serves more days serves fewer; null where one of the cards is not bought by then. */
function shortened(book: PointBook, choice: CheapestChoice | null, days: number): CheapestChoice | null {
  if (!choice) return null;
  const { start, needs } = book.stay;
  const end = localSecondOf(day(start + days));
  const cards = choice.cards.map(
    (card): SolutionCard => ({
      ...card,
      purchases: card.purchases.filter(({ at }) => at < end),
      uses: card.uses.filter(({ at }) => at < end),
    }),
  );
  if (cards.some(({ purchases }) => purchases.length === 0)) return null;
  const stage = { period: { start, days }, local: book.local, acceptsThrottle: needs.throttleAccepted };
  return { ...choice, cards, cost: costOfCards(cards, stage) };
}

/** At most so many numbers from 1 to `last`, evenly spread, both ends among them. */
export function spreadDays(last: number, most: number): number[] {
  if (last <= most) return Array.from({ length: last }, (_, index) => index + 1);
  const days = Array.from({ length: most }, (_, index) => 1 + Math.round((index * (last - 1)) / (most - 1)));
  return [...new Set(days)];
}
