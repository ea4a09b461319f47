import { commonMultiple, type Ratio, reduceRatio } from './money.ts';
import { withItems } from './with-items.ts';

/**
 * Facts that are not known exactly, as they stand in an offer of the catalogue in place of a plain value:
 * a fact that is one of several things (`oneOf`, the first as recorded), or one between two ends (`low` costs less).
 * Facts with the same `key` are read alike, as where one page is silent for a family of packs.
 */
export type OneOf<T> = { readonly oneOf: readonly T[]; readonly key: string };
export type Between<T> = { readonly recorded: T; readonly low: T; readonly high: T };

export type Uncertain<T> =
  | OneOf<T>
  | Between<T>
  | (T extends object ? { readonly [K in keyof T]: Uncertain<T[K]> } : T);

/**
 * One way of reading all facts: an end for those in between, and a choice for each key. `middle` takes the middle of two
 * prices, by which choices are ranked, and anything else as recorded.
 */
export type Reading = {
  readonly end: 'recorded' | 'low' | 'high' | 'middle';
  readonly choices: ReadonlyMap<string, number>;
};

export const IN_THE_MIDDLE: Reading = { end: 'middle', choices: new Map() };

export const AS_RECORDED: Reading = { end: 'recorded', choices: new Map() };

/** More ways of reading than this are not all tried: then each open fact is varied alone. */
export const MOST_READINGS = 128;

function isOneOf(node: object): node is OneOf<unknown> {
  return 'oneOf' in node && 'key' in node;
}

function isBetween(node: object): node is Between<unknown> {
  return 'recorded' in node && 'low' in node && 'high' in node;
}

/** The value with every uncertain fact in it read one way; what holds none is not copied. */
export function read<T>(value: Uncertain<T>, reading: Reading): T {
  return readNode(value, reading) as T;
}

function readNode(node: unknown, reading: Reading): unknown {
  if (typeof node !== 'object' || node === null) return node;
  if (isOneOf(node)) return readNode(chosen(node, reading), reading);
  if (isBetween(node)) return readNode(reading.end === 'middle' ? middleOf(node) : node[reading.end], reading);
  return withItems(node, (item) => readNode(item, reading));
}

/** A fact with fewer choices than another of its key stays at its last one. */
function chosen({ oneOf, key }: OneOf<unknown>, { choices }: Reading): unknown {
  return oneOf[Math.min(choices.get(key) ?? 0, oneOf.length - 1)];
}

/** `all`: every combination of choices; `ends`: the first choice only, for a quick first look. */
export type Thoroughness = 'all' | 'ends';

/** A price costs less at its low end; a volume, which costs less at its larger end, stays as recorded. */
function middleOf({ recorded, low, high }: Between<unknown>): unknown {
  if (typeof low === 'number' && typeof high === 'number' && low <= high) return Math.round((low + high) / 2);
  if (isRatio(low) && isRatio(high)) return middleRatio(low, high);
  return recorded;
}

function isRatio(value: unknown): value is Ratio {
  return typeof value === 'object' && value !== null && 'num' in value && 'den' in value;
}

function middleRatio(low: Ratio, high: Ratio): Ratio {
  const den = commonMultiple(low.den, high.den);
  return reduceRatio(low.num * (den / low.den) + high.num * (den / high.den), 2 * den);
}

/** What is open in values: whether a fact lies between two ends, and how many choices each key has. */
export type OpenFacts = { readonly hasEnds: boolean; readonly choices: ReadonlyMap<string, number> };

export function openFactsOf(values: readonly unknown[]): OpenFacts {
  const choices = new Map<string, number>();
  const hasEnds = values.map((value) => collect(value, choices)).includes(true);
  return { hasEnds, choices };
}

/** The ways of reading the values together, the recorded one first. A value without uncertain facts has just that one. */
export function readingsOf(values: readonly unknown[], thoroughness: Thoroughness = 'all'): Reading[] {
  const { hasEnds, choices: open } = openFactsOf(values);
  const choices = thoroughness === 'all' ? combinations([...open]) : [new Map<string, number>()];
  const ends: Reading['end'][] = hasEnds ? ['low', 'high'] : ['recorded'];
  const all = choices.flatMap((choice) => ends.map((end) => ({ end, choices: choice })));
  return hasEnds || choices.length > 1 ? [AS_RECORDED, ...all] : [AS_RECORDED];
}

/** Notes the open facts below a node. @returns whether it holds a fact between two ends. */
function collect(node: unknown, open: Map<string, number>): boolean {
  if (typeof node !== 'object' || node === null) return false;
  if (isOneOf(node)) open.set(node.key, Math.max(node.oneOf.length, open.get(node.key) ?? 0));
  const found = Object.values(node)
    .map((item) => collect(item, open))
    .includes(true);
  return found || isBetween(node);
}

function combinations(open: readonly (readonly [string, number])[]): Map<string, number>[] {
  const count = open.reduce((product, [, size]) => product * size, 1);
  if (count > MOST_READINGS) return oneByOne(open);
  return open.reduce<Map<string, number>[]>(
    (maps, [key, size]) => maps.flatMap((map) => indices(size).map((index) => new Map(map).set(key, index))),
    [new Map()],
  );
}

function oneByOne(open: readonly (readonly [string, number])[]): Map<string, number>[] {
  return [
    new Map(),
    ...open.flatMap(([key, size]) =>
      indices(size)
        .slice(1)
        .map((index) => new Map([[key, index]])),
    ),
  ];
}

function indices(size: number): number[] {
  return Array.from({ length: size }, (_, index) => index);
}
