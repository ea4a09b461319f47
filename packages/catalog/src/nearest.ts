/** A name under which a thing with an id is known. */
export type KnownName = { readonly name: string; readonly id: string };

const ALIKE = 0.4;
const MOST = 3;

/** The ids of at most three things whose names share most pairs of letters with the one asked for, the nearest first. */
export function nearestTo(asked: string, known: readonly KnownName[]): string[] {
  const wanted = new Set(pairsOf(asked));
  const scored = known.map(({ name, id }) => ({ id, score: likeness(pairsOf(name), wanted) }));
  const near = scored.filter(({ score }) => score > ALIKE).sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
  return [...new Set(near.map(({ id }) => id))].slice(0, MOST);
}

function likeness(pairs: readonly string[], wanted: ReadonlySet<string>): number {
  const shared = pairs.filter((pair) => wanted.has(pair)).length;
  return (2 * shared) / (pairs.length + wanted.size);
}

function pairsOf(text: string): string[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, index) => text.slice(index, index + 2));
}
