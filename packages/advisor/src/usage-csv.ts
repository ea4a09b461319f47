import { BadText, MOST_PER_DAY, readDestination } from '@simwise/catalog';
import { INTERNET, type LocalSecond, parseLocal, type UsageEvent } from '@simwise/engine';
import Papa from 'papaparse';

const COLUMNS: readonly string[] = ['at', 'kind', 'to', 'amount'];
const MOST_PROBLEMS = 20;

/** What is wrong with a row; `text` is what stands there. */
export type RowProblem =
  | { readonly is: 'columns'; readonly missing: readonly string[] }
  | { readonly is: 'cells' }
  | { readonly is: 'kind' | 'time'; readonly text: string }
  | { readonly is: 'amount'; readonly text: string; readonly kind: 'voice' | 'sms' | 'data' }
  | { readonly is: 'text'; readonly error: BadText };

type BadRow = { readonly line: number; readonly problem: RowProblem };

/** A file of uses that cannot be read; each bad row is named with its line, at most twenty. */
export class BadUsageFile extends Error {
  readonly rows: readonly BadRow[];

  constructor(rows: readonly BadRow[]) {
    super(rows.map(({ line, problem }) => `line ${line}: ${problem.is}`).join('\n'));
    this.rows = rows;
  }
}

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
  const rows: NumberedRow[] = [];
  const lineEnd = text.includes('\n') ? '\n' : '\r';
  let line = 1;
  let read = 0;
  const readUntil = (end: number) => {
    for (; read < end; read++) if (text[read] === lineEnd) line += 1;
  };
  readUntil(text.indexOf(lineEnd) + 1);
  const { meta } = Papa.parse<Row>(text, {
    header: true,
    transformHeader: (name) => name.trim(),
    step: ({ data, errors, meta: { cursor } }) => {
      rows.push({ row: data, line, isBroken: errors.some(({ code }) => !HARMLESS.has(code)) });
      readUntil(cursor);
    },
  }) as unknown as { meta: Papa.ParseMeta };
  return { header: meta.fields ?? [], rows };
}

/** A row that ends early lacks only what may be left out, or what is complained about anyway. */
const HARMLESS: ReadonlySet<string> = new Set(['TooFewFields', 'UndetectableDelimiter']);

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
