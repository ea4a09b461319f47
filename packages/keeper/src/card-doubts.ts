import { type LocalSecond, parseLocal, type UsageKind } from '@simwise/engine';
import type { Surplus } from './daily-use.ts';
import type { EntryOf } from './keeper-file.ts';
import { allowancesOf, type RatableCard } from './rated-card.ts';

/** What does not fit together in what was said of a card; the entry is the one to look at, and to undo where it is wrong. */
export type CardDoubt =
  | ({ readonly code: 'surplus' } & Surplus)
  | { readonly code: 'contradiction'; readonly at: LocalSecond; readonly entry: number; readonly other: number }
  | {
      readonly code: 'not-granted';
      readonly at: LocalSecond;
      readonly entry: number;
      readonly kind: UsageKind | 'money';
    };

/** The doubts about the readings of a card that count, in the order in which they were said. */
export function doubtsOf(ratable: RatableCard, surpluses: readonly Surplus[]): CardDoubt[] {
  const states = ratable.card.entries.filter(
    (entry): entry is EntryOf<'state'> => entry.is === 'state' && !entry.undone,
  );
  const more = surpluses.map((surplus) => ({ code: 'surplus' as const, ...surplus }));
  const all = [...more, ...contradictions(states), ...notGranted(ratable, states)];
  return all.sort((a, b) => a.entry - b.entry);
}

/** Two readings of one moment that say different things of the same; the later word counts. */
function contradictions(states: readonly EntryOf<'state'>[]): CardDoubt[] {
  return states.flatMap((entry, index) => {
    const other = states.slice(0, index).findLast((before) => before.at === entry.at && contradict(before, entry));
    return other
      ? [{ code: 'contradiction' as const, at: parseLocal(entry.at), entry: entry.id, other: other.id }]
      : [];
  });
}

function contradict(a: EntryOf<'state'>, b: EntryOf<'state'>): boolean {
  if (a.balance !== undefined && b.balance !== undefined && a.balance !== b.balance) return true;
  return (a.left ?? []).some((one) =>
    (b.left ?? []).some((two) => keyOf(one) === keyOf(two) && one.units !== two.units),
  );
}

function keyOf({ kind, of }: NonNullable<EntryOf<'state'>['left']>[number]): string {
  return of ? `${kind} ${of.offer} ${of.index}` : kind;
}

/** More than nothing of a kind that no offer on the card grants. */
function notGranted(ratable: RatableCard, states: readonly EntryOf<'state'>[]): CardDoubt[] {
  const kinds = new Set(allowancesOf(ratable).map(({ allowance }) => allowance.kind));
  return states.flatMap(({ at, id, left = [] }) =>
    left
      .filter(({ kind, units }) => units > 0 && !kinds.has(kind))
      .map(({ kind }) => ({ code: 'not-granted' as const, at: parseLocal(at), entry: id, kind })),
  );
}
