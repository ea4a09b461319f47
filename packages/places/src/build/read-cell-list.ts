import { type Day, day, parseDay } from '@simwise/engine';
import { CannotCover } from '../cannot-cover.ts';
import type { CellFault, CellListCounts, CellSkip } from '../cell-list-counts.ts';
import type { Technology } from '../compiled.ts';
import type { Cell } from './cell.ts';
import { type CellColumns, type CellField, columnsIn, type ListColumns } from './cell-columns.ts';
import { batchesOfLines } from './lines.ts';
import type { Polygons } from './polygons.ts';

export type CellListRead = {
  readonly cells: readonly Cell[];
  readonly counts: CellListCounts;
  readonly areTechnologiesGuessed: boolean;
  readonly newest: Day;
};

export type CellListContext = {
  /** Networks by the country code and the network code as numbers: `401-1`. */
  readonly networks: ReadonlyMap<string, string>;
  readonly outlines: Polygons;
  readonly today: Day;
  /** The day of the list, where its rows have none. */
  readonly taken?: Day;
};

/** Reads a public list of cells, plain or gzip, whatever its size. @throws CannotCover where it is not one of this country */
export async function readCellList(path: string, context: CellListContext): Promise<CellListRead> {
  let reader: CellListReader | undefined;
  for await (const lines of batchesOfLines(path)) {
    for (const line of lines) {
      if (reader) reader.add(line);
      else reader = readerFor(line, path, context);
    }
  }
  if (!reader) throw new CannotCover({ code: 'not-a-cell-list', file: path });
  return reader.finish(path);
}

function readerFor(firstLine: string, path: string, context: CellListContext): CellListReader {
  const found = columnsIn(firstLine);
  if (!found) throw new CannotCover({ code: 'not-a-cell-list', file: path });
  if (found.columns.updated < 0 && context.taken === undefined) {
    throw new CannotCover({ code: 'cell-list-undated', file: path });
  }
  const reader = new CellListReader(found, context);
  if (found.isHeader) reader.skipLine();
  else reader.add(firstLine);
  return reader;
}

const MOST_EXAMPLES = 5;
/** How far outside the outline a cell may stand: outlines are simplified, and masts stand at borders. */
const BORDER_DEGREES = 0.02;
const DAY_SECONDS = 86_400;
const LARGEST_SMALL_CELL_ID = 65_535;

const TECHNOLOGY: Readonly<Record<string, Technology>> = {
  GSM: '2G',
  UMTS: '3G',
  LTE: '4G',
  NR: '5G',
  UMTS_OR_LTE: '3G-or-4G',
};

/** A row that is not taken, with the reason. */
class NotTaken {
  readonly why: CellSkip | CellFault;

  constructor(why: CellSkip | CellFault) {
    this.why = why;
  }
}

/** Takes the rows of one list and counts those it does not take. */
class CellListReader {
  readonly #columns: CellColumns;
  readonly #isGuessed: boolean;
  readonly #context: CellListContext;
  readonly #countries: ReadonlySet<string>;
  readonly #cells: Cell[] = [];
  readonly #seen = new Set<string>();
  readonly #foreign = new Map<string, number>();
  readonly #skipped = { 'other-country': 0, 'other-network': 0, 'outside-border': 0, repeated: 0 };
  readonly #bad = { fields: 0, radio: 0, position: 0, number: 0, date: 0 };
  readonly #examples: { line: number; fault: CellFault }[] = [];
  #line = 0;
  #rows = 0;

  constructor({ columns, isGuessed }: ListColumns, context: CellListContext) {
    this.#columns = columns;
    this.#isGuessed = isGuessed;
    this.#context = context;
    this.#countries = new Set([...context.networks.keys()].map((code) => code.split('-')[0] as string));
  }

  skipLine(): void {
    this.#line += 1;
  }

  add(line: string): void {
    this.#line += 1;
    if (line === '' || line === '\r') return;
    this.#rows += 1;
    const taken = this.#read(line.trimEnd().split(','));
    if (!(taken instanceof NotTaken)) this.#cells.push(taken);
    else if (taken.why in this.#skipped) this.#skipped[taken.why as CellSkip] += 1;
    else this.#complain(taken.why as CellFault);
  }

  #complain(fault: CellFault): void {
    this.#bad[fault] += 1;
    if (this.#examples.length < MOST_EXAMPLES) this.#examples.push({ line: this.#line, fault });
  }

  /** @throws CannotCover where not one row can be used */
  finish(file: string): CellListRead {
    const cells = this.#cells;
    const bad = Object.values(this.#bad).reduce((sum, count) => sum + count, 0);
    const codes = [...this.#foreign].sort((a, b) => b[1] - a[1]).map(([code]) => code);
    const expected = [...this.#countries].join(', ');
    if (cells.length === 0 && codes.length > 0) {
      throw new CannotCover({ code: 'other-country', file, codes: codes.slice(0, 3), expected });
    }
    if (cells.length === 0) throw new CannotCover({ code: 'no-good-cells', file, bad });
    const counts = { rows: this.#rows, kept: cells.length, skipped: this.#skipped, bad: this.#bad };
    return {
      cells,
      counts: { ...counts, examples: this.#examples },
      areTechnologiesGuessed: this.#isGuessed,
      newest: cells.reduce((newest, { updated }) => (updated > newest ? updated : newest), day(0)),
    };
  }

  #read(fields: readonly string[]): Cell | NotTaken {
    const of = (field: CellField) => fields[this.#columns[field]] ?? '';
    if (fields.length <= Math.max(...Object.values(this.#columns))) return new NotTaken('fields');
    const network = this.#networkOf(of('mcc'), of('mnc'));
    if (network instanceof NotTaken) return network;
    const technology = this.#technologyOf(of('radio'), of('cell'));
    if (technology instanceof NotTaken) return technology;
    const [lat, lon] = [toNumber(of('lat')), toNumber(of('lon'))];
    if (!isPosition(lat, lon)) return new NotTaken('position');
    const [range, samples] = [toNumber(of('range') || '0'), toNumber(of('samples') || '0')];
    const isNamed = isCount(of('area') || '0') && isCount(of('cell') || '0');
    if (!(range >= 0 && samples >= 0 && isNamed)) return new NotTaken('number');
    const updated = this.#dayOf(of('updated'));
    if (updated === undefined) return new NotTaken('date');
    const key = `${of('radio')} ${of('mnc')} ${of('area')} ${of('cell')}`;
    if (this.#columns.cell >= 0 && this.#seen.has(key)) return new NotTaken('repeated');
    this.#seen.add(key);
    if (!this.#context.outlines.isWithin({ lat, lon }, BORDER_DEGREES)) return new NotTaken('outside-border');
    return { network, technology, lat, lon, range: Math.round(range), samples: Math.round(samples), updated };
  }

  #networkOf(mcc: string, mnc: string): string | NotTaken {
    if (!/^\d{1,3}$/.test(mnc) || (this.#columns.mcc >= 0 && !/^\d{3}$/.test(mcc))) return new NotTaken('number');
    const countries = this.#columns.mcc >= 0 ? [mcc] : [...this.#countries];
    if (!countries.some((country) => this.#countries.has(country))) {
      this.#foreign.set(mcc, (this.#foreign.get(mcc) ?? 0) + 1);
      return new NotTaken('other-country');
    }
    const found = countries.map((country) => this.#context.networks.get(`${country}-${Number(mnc)}`));
    return found.find((network) => network !== undefined) ?? new NotTaken('other-network');
  }

  /** Where a list has lost the technology, a small id is of GSM; a large one is of 3G or 4G. */
  #technologyOf(radio: string, cell: string): Technology | NotTaken {
    if (this.#columns.radio >= 0) return TECHNOLOGY[radio] ?? new NotTaken('radio');
    if (!/^\d+$/.test(cell)) return new NotTaken('number');
    return Number(cell) <= LARGEST_SMALL_CELL_ID ? '2G' : '3G-or-4G';
  }

  /** Seconds since 1970 or a day; undefined where it is neither or has not come. */
  #dayOf(text: string): Day | undefined {
    const { today, taken } = this.#context;
    if (this.#columns.updated < 0) return taken;
    const found = /^\d{9,10}$/.test(text) ? day(Math.floor(Number(text) / DAY_SECONDS)) : writtenDay(text);
    return found !== undefined && found > 0 && found <= today ? found : undefined;
  }
}

function writtenDay(text: string): Day | undefined {
  try {
    return parseDay(text);
  } catch {
    return undefined;
  }
}

function isCount(text: string): boolean {
  return /^\d+$/.test(text);
}

function toNumber(text: string): number {
  return text === '' ? Number.NaN : Number(text);
}

/** Nowhere a phone was: 0, 0 is what broken rows hold. */
function isPosition(lat: number, lon: number): boolean {
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 && !(lat === 0 && lon === 0);
}
