import type { Advice, Choice } from '@simwise/advisor';

/** The ways in which a choice can be the best one, in the order in which an answer shows them. */
export const LEADERS = ['cheapest', 'safest', 'simplest', 'phone', 'data', 'pair'] as const;

export type Leader = (typeof LEADERS)[number];

/** The best choice of each way among those that serve every need; of a kind that has none, the nearest to it. */
export function leadersOf({ choices, best }: Advice): Readonly<Record<Leader, Choice | null>> {
  const serving = choices.filter(({ serves }) => serves);
  return {
    cheapest: least(serving, ({ total }) => total.low),
    safest: least(serving, ({ total }) => total.high ?? Number.POSITIVE_INFINITY),
    simplest: least(serving, ({ hassle }) => hassle.points),
    phone: best.phone,
    data: best.data,
    pair: best.pair,
  };
}

/** The first of those with the least measure: choices come in the order of their cost. */
function least(choices: readonly Choice[], measure: (choice: Choice) => number): Choice | null {
  const [first, ...others] = choices;
  if (!first) return null;
  return others.reduce((best, choice) => (measure(choice) < measure(best) ? choice : best), first);
}
