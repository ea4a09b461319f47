import { BadText, MOST_PER_DAY, readDestination } from '@simwise/catalog';
import { INTERNET, type LocalSecond, parseLocal, type UsageEvent } from '@simwise/engine';
import { dsvFormat } from 'd3-dsv';
import { type BadRow, BadUsageFile, type RowProblem } from './bad-usage-file.ts';

const COLUMNS: readonly string[] = ['at', 'kind', 'to', 'amount'];
const MOST_PROBLEMS = 20;

type Row = Readonly<Record<string, string | undefined>>;

/**
 * Reads uses from CSV with the header `at,kind,to,amount,app`, sorted by time. `app` may be absent and `to` empty for
 * data. @throws BadUsageFile
 */
export function readUsageCsv(text: string): UsageEvent[] {
  const { header, rows } = parseRows(text.trimEnd());
  const missing = COLUMNS.filter((name) => !header.includes(name));
  if (missing.length > 0) throw new BadUsageFile([{ line: 1, problem: { is: 'columns', missing } }]);
  const bad: BadRow[] = [];
  const uses: UsageEvent[] = [];
  for (const { row, line, isBroken } of rows) {
    const read = isBroken ? ({ is: 'cells' } as const) : readRow(row);
    if ('is' in read) bad.push({ line, problem: read });
    else uses.push(read);
  }
  if (bad.length > 0) throw new BadUsageFile(bad.slice(0, MOST_PROBLEMS));
  return uses.sort((a, b) => a.at - b.at);
}

type NumberedRow = { readonly row: Row; readonly line: number; readonly isBroken: boolean };

/** The rows with the line of the file on which each begins: a quoted cell may hold several lines. */
function parseRows(text: string): { header: readonly string[]; rows: readonly NumberedRow[] } {
  const separator = separatorOf(text);
  const broken = lineOfBrokenQuote(text, separator);
  const rows: NumberedRow[] = [];
  let header: readonly string[] = [];
  let line = 1;
  dsvFormat(separator).parseRows(text.replace(/^\uFEFF/, ''), (cells, index) => {
    if (index === 0) header = cells.map((name) => name.trim());
    else {
      const row = Object.fromEntries(header.map((name, place) => [name, cells[place]]));
      const next = line + linesOf(cells);
      rows.push({ row, line, isBroken: cells.length > header.length || (line <= broken && broken < next) });
    }
    line += linesOf(cells);
  });
  return { header, rows };
}

function linesOf(cells: readonly string[]): number {
  return 1 + cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\n|\r/g) ?? []).length, 0);
}

/** Spreadsheets write semicolons in some countries, and tabs when asked to: the one that the header has most of. */
function separatorOf(text: string): string {
  const [header = ''] = text.split(/[\r\n]/, 1);
  const count = (separator: string) => header.split(separator).length;
  return [',', ';', '\t'].reduce((best, each) => (count(each) > count(best) ? each : best));
}

/** The line of the first quoted cell that does not end as one; 0 where there is none. The parser reads on as it can. */
function lineOfBrokenQuote(text: string, separator: string): number {
  const edge = `[${separator}\\n\\r]`;
  const whole = new RegExp(`(?<=^|${edge})"(?:[^"]|"")*"(?=${edge}|$)`, 'g');
  const withoutWhole = text.replace(whole, (cell) => cell.replaceAll('"', ''));
  const { index } = new RegExp(`(?<=^|${edge})"`).exec(withoutWhole) ?? {};
  return index === undefined ? 0 : linesOf([withoutWhole.slice(0, index)]);
}

function readRow(row: Row): UsageEvent | RowProblem {
  const cell = (name: string) => (row[name] ?? '').trim();
  const [kind, amount, at] = [cell('kind'), cell('amount'), cell('at')];
  if (kind !== 'voice' && kind !== 'sms' && kind !== 'data') return { is: 'kind', text: kind };
  const isPossible = /^\d{1,13}$/.test(amount) && Number(amount) <= MOST_PER_DAY[kind];
  if (!isPossible) return { is: 'amount', text: amount, kind };
  const app = cell('app').toLowerCase();
  const to = kind === 'data' ? INTERNET : destinationIn(cell('to'));
  if (to instanceof BadText) return { is: 'text', error: to };
  const time = timeIn(at);
  if (time === null) return { is: 'time', text: at };
  return { at: time, kind, to, amount: Number(amount), app: app === '' ? undefined : app };
}

function destinationIn(text: string): string | BadText {
  try {
    return readDestination(text, `to=${text}`);
  } catch (error) {
    if (error instanceof BadText) return error;
    throw error;
  }
}

function timeIn(text: string): LocalSecond | null {
  try {
    return parseLocal(text);
  } catch {
    return null;
  }
}
