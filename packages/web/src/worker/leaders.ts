import type { Advice, Choice } from '@simwise/advisor';

/** The ways in which a choice can be the best one, in the order in which an answer shows them. */
export const LEADERS = ['cheapest', 'safest', 'simplest', 'phone', 'data', 'pair'] as const;

export type Leader = (typeof LEADERS)[number];

/** The choices named for the use that nobody knows, and the best of each kind; of a kind that serves nobody, the nearest to it. */
export function leadersOf({ named, best }: Advice): Readonly<Record<Leader, Choice | null>> {
  return {
    cheapest: named?.cheapest.judged.choice ?? null,
    safest: named?.safest.judged.choice ?? null,
    simplest: named?.simplest.judged.choice ?? null,
    phone: best.phone,
    data: best.data,
    pair: best.pair,
  };
}
