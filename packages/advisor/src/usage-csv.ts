import { MOST_PER_DAY, readDestination } from '@simwise/catalog';
import { INTERNET, parseLocal, type UsageEvent } from '@simwise/engine';
import Papa from 'papaparse';

const COLUMNS: readonly string[] = ['at', 'kind', 'to', 'amount'];
const MOST_PROBLEMS = 20;

/** A file of uses that cannot be read; each bad row is named with its line, at most twenty. */
export class BadUsageFile extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.problems = problems;
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
  if (missing.length > 0)
    throw new BadUsageFile([`line 1: no column ${missing.join(', ')}; the header is at,kind,to,amount,app`]);
  const problems: string[] = [];
  const uses: UsageEvent[] = [];
  for (const { row, line, error } of rows) {
    try {
      if (error) throw new RangeError(error);
      uses.push(readRow(row));
    } catch (reason) {
      problems.push(`line ${line}: ${(reason as Error).message}`);
    }
  }
  if (problems.length > 0) throw new BadUsageFile(problems.slice(0, MOST_PROBLEMS));
  return uses.sort((a, b) => a.at - b.at);
}

type NumberedRow = { readonly row: Row; readonly line: number; readonly error: string | undefined };

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
      const error = errors.find(({ code }) => !HARMLESS.has(code))?.message;
      rows.push({ row: data, line, error });
      readUntil(cursor);
    },
  }) as unknown as { meta: Papa.ParseMeta };
  return { header: meta.fields ?? [], rows };
}

/** A row that ends early lacks only what may be left out, or what is complained about anyway. */
const HARMLESS: ReadonlySet<string> = new Set(['TooFewFields', 'UndetectableDelimiter']);

const UNIT_NAMES = { voice: 'seconds', sms: 'messages', data: 'bytes' } as const;

function readRow(row: Row): UsageEvent {
  const cell = (name: string) => (row[name] ?? '').trim();
  const kind = cell('kind');
  if (kind !== 'voice' && kind !== 'sms' && kind !== 'data')
    throw new RangeError(`kind "${kind}"; it is voice, sms or data`);
  const amount = cell('amount');
  if (!/^\d{1,13}$/.test(amount) || Number(amount) > MOST_PER_DAY[kind]) {
    throw new RangeError(`amount "${amount}"; it is a whole number of ${UNIT_NAMES[kind]} a person can use in a day`);
  }
  const app = cell('app').toLowerCase();
  const to = kind === 'data' ? INTERNET : readDestination(cell('to'), `to=${cell('to')}`);
  return { at: parseLocal(cell('at')), kind, to, amount: Number(amount), app: app === '' ? undefined : app };
}
