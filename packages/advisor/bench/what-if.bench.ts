import { join } from 'node:path';
import type { CompiledCatalog } from '@simwise/catalog';
import { compileCatalog, loadCatalog } from '@simwise/catalog/build';
import { parseDay } from '@simwise/engine';
import {
  type AnswerMap,
  advise,
  answerMap,
  breakEvens,
  completeStay,
  costCurve,
  decidingFacts,
  ended,
  type PresetName,
  pointBook,
  type Stay,
  spreadDays,
  whatIf,
} from '../src/index.ts';

type Say = (what: string, figure: string) => void;

const MEGABYTE = 2 ** 20;

/** Measures what would change an answer, over the whole catalogue, in processor time. */
export function bench(say: Say, root: string): void {
  const { catalog: facts } = loadCatalog(join(root, 'catalog', 'kz'));
  if (!facts) throw new Error('the catalogue has findings');
  const catalog = compileCatalog(facts);
  for (const preset of ['tourist', 'resident'] as const) benchStay(say, catalog, preset);
}

function benchStay(say: Say, catalog: CompiledCatalog, preset: PresetName): void {
  const stay = completeStay(catalog, { preset, start: '2026-12-01' }, parseDay('2026-12-01'));
  timed(() => advise(catalog, stay));
  say(`${preset}: advice`, milliseconds(timed(() => advise(catalog, stay)).time));
  say(`${preset}: break-evens`, milliseconds(timed(() => ended(breakEvens(pointBook(catalog, stay)))).time));
  say(`${preset}: deciding facts`, milliseconds(timed(() => ended(decidingFacts(pointBook(catalog, stay)))).time));
  say(`${preset}: all that would change an advice`, milliseconds(timed(() => whatIf(catalog, stay)).time));
  const curve = timed(() => ended(costCurve(pointBook(catalog, stay), spreadDays(30, 31))));
  say(`${preset}: curve of 30 days`, milliseconds(curve.time));
  for (const points of [0, 20]) benchMap(say, catalog, { stay, points });
}

function benchMap(say: Say, catalog: CompiledCatalog, { stay, points }: { stay: Stay; points: number }): void {
  const grid = {
    days: Array.from({ length: 60 }, (_, index) => index + 1),
    bytes: Array.from({ length: 40 }, (_, index) => (index + 1) * 100 * MEGABYTE),
  };
  const { time, result } = timed(() => ended(answerMap(pointBook(catalog, stay), grid, points)));
  const known = sureCells(result);
  say(
    `${stay.preset}: map of 60 × 40, ${result.points} points proven`,
    `${milliseconds(time)}, ${known} of 2400 cells proven`,
  );
}

function sureCells({ cells }: AnswerMap): number {
  return cells.flat().filter(({ isProven }) => isProven).length;
}

function timed<T>(work: () => T): { readonly time: number; readonly result: T } {
  const before = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  return { time: (user + system) / 1000, result };
}

function milliseconds(time: number): string {
  return `${Math.round(time)} ms`;
}
