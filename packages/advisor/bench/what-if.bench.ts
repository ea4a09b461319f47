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
  type MapCell,
  type MapGrid,
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
  compareMap(say, catalog, stay);
}

/** Cells of the map that are searched as well, spread over all of it. */
const COMPARED = 60;

/** After so much effort a search that is compared stops. */
const PATIENCE = 8_000_000;

/** A difference of so many minor units is none: a replay rounds each line. */
const ROUNDING = 1;

/** Compares cells, of which nothing is proven, with searches for them; one that is proven must not cost more than the cell. */
function compareMap(say: Say, catalog: CompiledCatalog, stay: Stay): void {
  const book = pointBook(catalog, stay);
  const cells = ended(answerMap(book, gridOf(45), 0)).cells.flat();
  // a step that has no factor in common with their number comes to any cell
  const compared = Array.from({ length: COMPARED }, (_, index) => cells[(index * 719) % cells.length] as MapCell);
  const found = compared.map((cell) => {
    const { low, high, choice } = ended(book.marketAt(cell).least('overall', { units: PATIENCE }));
    const isProven = high - low <= ROUNDING;
    return {
      more: cell.high - high,
      share: cell.high / high - 1,
      isProven,
      isSameKind: choice?.kind === cell.winner?.kind,
    };
  });
  const dearer = found.filter(({ more }) => more > ROUNDING);
  const cheaper = found.filter(({ more }) => more < -ROUNDING);
  const shares = (some: typeof found) => some.map(({ share }) => (100 * share).toFixed(1)).join(', ');
  say(
    `${stay.preset}: ${COMPARED} cells against a search`,
    `proven ${found.filter(({ isProven }) => isProven).length}, ` +
      `map dearer ${dearer.length} (${shares(dearer)} %), cheaper ${cheaper.length} (${shares(cheaper)} %), ` +
      `cheaper than what is proven ${cheaper.filter(({ isProven }) => isProven).length}, ` +
      `same kind ${found.filter(({ isSameKind }) => isSameKind).length}`,
  );
}

function benchMap(say: Say, catalog: CompiledCatalog, { stay, points }: { stay: Stay; points: number }): void {
  const { time, result } = timed(() => ended(answerMap(pointBook(catalog, stay), gridOf(60), points)));
  const known = sureCells(result);
  say(
    `${stay.preset}: map of 60 × 40, ${result.points} points proven`,
    `${milliseconds(time)}, ${known} of 2400 cells proven`,
  );
}

/** So many days by forty amounts of data, up to 4 GB a day. */
function gridOf(days: number): MapGrid {
  return {
    days: Array.from({ length: days }, (_, index) => index + 1),
    bytes: Array.from({ length: 40 }, (_, index) => (index + 1) * 100 * MEGABYTE),
  };
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
