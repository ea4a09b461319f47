const MOST_CANDIDATES = 60;
const MOST_RESULTS = 12;

/** Finds keys spelled like another: by common runs of three letters first, then by the letters to be changed. */
export class Trigrams {
  readonly #keys: readonly string[];
  readonly #postings = new Map<string, number[]>();
  readonly #counts: Uint8Array;

  constructor(keys: readonly string[]) {
    this.#keys = keys;
    this.#counts = new Uint8Array(keys.length);
    for (const [index, key] of keys.entries()) {
      for (const gram of gramsOf(key)) {
        const posting = this.#postings.get(gram);
        if (posting) posting.push(index);
        else this.#postings.set(gram, [index]);
      }
    }
  }

  /** Keys at most a quarter of whose letters must be changed, the nearest first. */
  nearest(key: string): string[] {
    const most = Math.max(1, Math.floor(key.length / 4));
    const candidates = this.#sharing(key).map((candidate) => ({ candidate, changes: changesBetween(key, candidate) }));
    return candidates
      .filter(({ changes }) => changes <= most)
      .sort((a, b) => a.changes - b.changes || a.candidate.length - b.candidate.length)
      .slice(0, MOST_RESULTS)
      .map(({ candidate }) => candidate);
  }

  /** Keys that share most runs, by Dice's coefficient. */
  #sharing(key: string): string[] {
    const grams = gramsOf(key);
    const touched: number[] = [];
    for (const gram of grams) {
      for (const index of this.#postings.get(gram) ?? []) {
        if (this.#counts[index] === 0) touched.push(index);
        (this.#counts[index] as number)++;
      }
    }
    const shared = touched.map((index) => {
      const candidate = this.#keys[index] as string;
      return { candidate, dice: (2 * (this.#counts[index] as number)) / (grams.size + candidate.length + 1) };
    });
    for (const index of touched) this.#counts[index] = 0;
    return shared
      .sort((a, b) => b.dice - a.dice)
      .slice(0, MOST_CANDIDATES)
      .map(({ candidate }) => candidate);
  }
}

function gramsOf(key: string): Set<string> {
  const padded = `^^${key}$`;
  const grams = new Set<string>();
  for (let index = 0; index + 3 <= padded.length; index++) grams.add(padded.slice(index, index + 3));
  return grams;
}

/** Letters to be changed, added, left out or swapped with their neighbour (Damerau and Levenshtein's restricted distance). */
export function changesBetween(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) row.push(cheapest(a, b, { i, j, row, last, before }));
    [before, last] = [last, row];
  }
  return last[b.length] as number;
}

type Cell = { i: number; j: number; row: number[]; last: number[]; before: number[] };

function cheapest(a: string, b: string, { i, j, row, last, before }: Cell): number {
  const same = a[i - 1] === b[j - 1] ? 0 : 1;
  const best = Math.min((last[j] as number) + 1, (row[j - 1] as number) + 1, (last[j - 1] as number) + same);
  const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
  return isSwap ? Math.min(best, (before[j - 2] as number) + 1) : best;
}
