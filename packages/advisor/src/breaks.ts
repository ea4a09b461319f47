import { type Day, dayOf } from '@simwise/engine';
import type { RatedCard } from './card-plan.ts';
import type { Stay } from './stay.ts';

/** What would break a choice: more data a day than this, or a stay beyond this day. */
export type Break =
  | { readonly code: 'data-above'; readonly bytesPerDay: number }
  | { readonly code: 'valid-until'; readonly day: Day; readonly offer: string };

export function breaksOf(cards: readonly RatedCard[], { days }: Stay): Break[] {
  const carrier = cards.findLast(({ uses }) => uses.some(({ kind }) => kind === 'data'));
  if (!carrier) return [];
  const uses = cards.flatMap((card) => card.uses);
  const used = uses.reduce((sum, { kind, amount }) => (kind === 'data' ? sum + amount : sum), 0);
  const left = carrier.statement.left.filter(({ use }) => use.kind === 'data' && !use.scope?.apps);
  const isUnlimited = left.some(({ use }) => use.units === 'unlimited');
  const spare = left.reduce((sum, { use }) => sum + (typeof use.units === 'number' ? use.units : 0), 0);
  const ends = left
    .filter(({ expires }) => dayOf(expires) < 100_000)
    .map(({ expires, offer }) => ({ day: dayOf(expires), offer }));
  const last = ends.sort((a, b) => b.day - a.day)[0];
  return [
    ...(isUnlimited ? [] : [{ code: 'data-above', bytesPerDay: Math.floor((used + spare) / days) } as const]),
    ...(last ? [{ code: 'valid-until', ...last } as const] : []),
  ];
}
