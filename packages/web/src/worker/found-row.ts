import { type ChoiceKind, PRESETS, type StayInput } from '@simwise/advisor';
import type { Said } from './protocol.ts';

/**
 * The cheapest cards found for a stay. They can be had for `cost`, in minor units of the stay's currency, at the middle of
 * every price; that nothing else is cheaper is not proven.
 */
export type FoundChoice = {
  readonly kind: ChoiceKind;
  readonly kindText: string;
  readonly title: string;
  readonly cost: number;
  readonly costText: string;
};

/** What was found for one use of data, for stays of one day and more; null where nothing was found to serve. */
export type FoundRow = { readonly data: string; readonly found: readonly (FoundChoice | null)[] };

/** A row that is new, and what it rests on beside its days and its data. */
export type FoundNews = { readonly basis: string; readonly row: FoundRow };

/** The rows of one basis that are there by now, by their data. */
export type FoundSoFar = { readonly basis: string; readonly rows: ReadonlyMap<string, FoundRow> };

/** A row goes with those of its basis; those of another one are out of date. */
export function withRow(known: FoundSoFar, { basis, row }: FoundNews): FoundSoFar {
  const kept = known.basis === basis ? known.rows : [];
  return { basis, rows: new Map([...kept, [row.data, row]]) };
}

/** The cheapest cards found for what is said; undefined where none are known yet. */
export function foundFor({ basis, rows }: FoundSoFar, said: Said): FoundChoice | undefined {
  const { stay } = said;
  const row = rows.get(dataSaid(stay));
  if (!row || basis !== basisOf(said)) return undefined;
  const days = stay.days ?? PRESETS[stay.preset ?? 'tourist'].days;
  return row.found[days - 1] ?? undefined;
}

/** The use of data that a stay states, as the key of its row. */
export function dataSaid({ usage }: StayInput): string {
  return canonical([usage?.data ?? null, usage?.activities ?? null]);
}

const HOUR = 3_600_000;

/**
 * All that rows of one kind have in common: what was said, but for days and data. Which networks reach the places depends on
 * how long each is stayed at, so with places the days belong to it; and what is on sale may depend on the day.
 */
export function basisOf({ stay, posters, language, now }: Said): string {
  const { days, usage = {}, ...others } = stay;
  const { data: _data, activities: _activities, ...talk } = usage;
  const daysOfRoute = stay.places?.length ? days : undefined;
  return canonical([others, talk, daysOfRoute ?? null, posters, language, Math.floor(now / HOUR)]);
}

/** The same text for the same content, in whatever order it was said. */
function canonical(content: unknown): string {
  return JSON.stringify(content, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort())
      : value,
  );
}
