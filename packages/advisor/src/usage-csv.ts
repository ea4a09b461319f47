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
  const parsed = Papa.parse<Row>(text.trimEnd(), { header: true, transformHeader: (name) => name.trim() });
  const header = parsed.meta.fields ?? [];
  const missing = COLUMNS.filter((name) => !header.includes(name));
  if (missing.length > 0)
    throw new BadUsageFile([`line 1: no column ${missing.join(', ')}; the header is at,kind,to,amount,app`]);
  const broken = parsed.errors.filter(({ code }) => code !== 'TooFewFields' && code !== 'UndetectableDelimiter');
  const problems = broken.map(({ row, message }) => `line ${(row ?? 0) + 2}: ${message}`);
  const uses: UsageEvent[] = [];
  for (const [index, row] of parsed.data.entries()) {
    try {
      uses.push(readRow(row));
    } catch (error) {
      problems.push(`line ${index + 2}: ${(error as Error).message}`);
    }
  }
  if (problems.length > 0) throw new BadUsageFile(problems.slice(0, MOST_PROBLEMS));
  return uses.sort((a, b) => a.at - b.at);
}

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
  return { at: parseLocal(cell('at')), kind, to, amount: Number(amount), ...(app === '' ? {} : { app }) };
}
