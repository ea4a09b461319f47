import { type AnswerMap, answerMap, completeStay, ended, type MapGrid, pointBook } from '@simwise/advisor';
import { readVolume } from '@simwise/catalog';
import {
  DRAWN,
  drawnAs,
  drawnName,
  formatNumber,
  formatVolume,
  KIND_STYLE,
  type Messages,
  mapAnswer,
  mapSvg,
} from '@simwise/messages';
import { keepPictures, type PictureOptions } from '../keep-pictures.ts';
import { openRoute } from '../open-route.ts';
import { readCountIn } from '../read-option.ts';
import { Session, type Terminal, UsageError } from '../session.ts';
import { readStayInput, type StayOptions } from '../stay-options.ts';
import { formatTable } from '../table.ts';

export type MapOptions = StayOptions &
  PictureOptions & {
    readonly fromDays: string;
    readonly toDays: string;
    readonly fromData: string;
    readonly toData: string;
    readonly columns: string;
    readonly rows: string;
    readonly points: string;
  };

/** `simwise map`: which kind of card is the cheapest, by days of stay and data a day. */
export async function drawMap(terminal: Terminal, options: MapOptions): Promise<number> {
  const session = new Session(terminal, options);
  const grid = gridOf(options);
  const points = readCountIn(options.points, '--points', [0, MOST_CELLS]);
  const catalog = await session.openCatalog(options.with);
  const stay = completeStay(catalog, readStayInput(options), session.today(catalog));
  const route = await openRoute(session, catalog, { stay, reports: options.reports });
  const map = ended(answerMap(pointBook(catalog, stay, route), grid, points));
  await keepPictures(options, mapSvg(map, session.messages));
  if (options.json) session.json(mapAnswer(map, stay.currency));
  else session.print(mapText(map, session.messages));
  return 0;
}

// --- the grid ----------------------------------------------------------------------------------------------------------

const MOST_CELLS = 20_000;
const MOST_DAYS = 3660;

function gridOf(options: MapOptions): MapGrid {
  const days = axisOf(
    readRange(options, 'Days', (text, option) => readCountIn(text, option, [1, MOST_DAYS])),
    options,
    'columns',
  );
  const bytes = axisOf(readRange(options, 'Data', readData), options, 'rows');
  if (days.length * bytes.length > MOST_CELLS)
    throw new UsageError(({ usage }) => usage.grid.cells({ most: String(MOST_CELLS) }));
  return { days, bytes };
}

type Range = { readonly from: number; readonly to: number };

function readRange(options: MapOptions, what: 'Days' | 'Data', read: (text: string, option: string) => number): Range {
  const name = what.toLowerCase();
  const from = read(options[`from${what}`], `--from-${name}`);
  const to = read(options[`to${what}`], `--to-${name}`);
  if (from > to) throw new UsageError(({ usage }) => usage.grid.order({ from: `--from-${name}`, to: `--to-${name}` }));
  return { from, to };
}

function readData(text: string, option: string): number {
  const units = unitsIn(text);
  if (units < 1) throw new UsageError(({ usage }) => usage.grid.data({ option, text }));
  return units;
}

/** None where the text is no volume. */
function unitsIn(text: string): number {
  try {
    return readVolume(text).units;
  } catch {
    return 0;
  }
}

/** Values evenly spread over a range, both ends among them, each a whole number and none twice. */
function axisOf({ from, to }: Range, options: MapOptions, name: 'columns' | 'rows'): number[] {
  const count = readCountIn(options[name], `--${name}`, [1, MOST_CELLS]);
  if (count === 1) return [from];
  const values = Array.from({ length: count }, (_, index) => Math.round(from + (index * (to - from)) / (count - 1)));
  return [...new Set(values)];
}

// --- text --------------------------------------------------------------------------------------------------------------

/** Rows from the most data to the least; a small letter where a cell is not proven. */
function mapText({ grid, cells, points }: AnswerMap, messages: Messages): string[] {
  const { map } = messages.whatIf;
  const rows = cells.map((row, index) => {
    const signs = row.map((cell) => {
      const { letter } = KIND_STYLE[drawnAs(cell)];
      return cell.isProven ? letter : letter.toLowerCase();
    });
    return [formatVolume(messages, 'data', grid.bytes[index] as number), signs.join('')];
  });
  const all = cells.flat();
  const known = all.filter(({ isProven }) => isProven).length;
  const count = (value: number) => formatNumber(messages, value);
  const percent = new Intl.NumberFormat(messages.locale, { style: 'percent' });
  const shares = DRAWN.map((kind) => {
    const share = percent.format(all.filter((cell) => drawnAs(cell) === kind).length / all.length);
    return `${KIND_STYLE[kind].letter}  ${map.share({ kind: drawnName(kind, messages), share })}`;
  });
  return [
    map.title,
    '',
    ...formatTable([[map.data, ''], ...rows.toReversed()], ['right']),
    ...formatTable([['', `${map.days}: ${count(grid.days[0] as number)} … ${count(grid.days.at(-1) as number)}`]]),
    '',
    ...shares,
    map.found,
    map.worked({ points: count(points), known: count(known), of: count(all.length) }),
  ];
}
