import type { CompiledCatalog } from './compiled.ts';

export type CatalogDiff = {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly { readonly id: string; readonly changes: readonly Change[] }[];
  /** What differs beside the offers: rates of exchange, brands, sources, statistics. */
  readonly facts: readonly Change[];
};

/** A value that differs, by its path within the offer or the catalogue; values are in JSON, long ones cut. */
export type Change = { readonly path: string; readonly from: string; readonly to: string };

/** Which offers of `after` are new, which of `before` are gone, and what differs in the others and beside them. */
export function diffCatalogs(before: CompiledCatalog, after: CompiledCatalog): CatalogDiff {
  const old = new Map(before.offers.map((offer) => [offer.id, offer]));
  const now = new Map(after.offers.map((offer) => [offer.id, offer]));
  const both = [...now].flatMap(([id, offer]) =>
    old.has(id) ? [{ id, changes: changesOf(old.get(id), offer, '') }] : [],
  );
  return {
    added: [...now.keys()].filter((id) => !old.has(id)),
    removed: [...old.keys()].filter((id) => !now.has(id)),
    changed: both.filter(({ changes }) => changes.length > 0),
    facts: changesOf({ ...before, offers: [] }, { ...after, offers: [] }, ''),
  };
}

function changesOf(from: unknown, to: unknown, path: string): Change[] {
  if (JSON.stringify(from) === JSON.stringify(to)) return [];
  if (!isTree(from) || !isTree(to)) return [{ path, from: brief(from), to: brief(to) }];
  const keys = [...new Set([...Object.keys(from), ...Object.keys(to)])];
  return keys.flatMap((key) => changesOf(from[key], to[key], path === '' ? key : `${path}.${key}`));
}

type Tree = Readonly<Record<string, unknown>>;

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null;
}

const LONGEST = 80;

function brief(value: unknown): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
