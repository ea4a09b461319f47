import { formatDay } from '@simwise/engine';
import { checkReport, networkNamed, type Report, resolvePlace, TECHNOLOGIES, withReport } from '@simwise/places';
import { openPlaceIndex } from '../open-route.ts';
import { readDay } from '../read-option.ts';
import { readReports, reportsPath, writeReports } from '../reports-file.ts';
import { type CommonOptions, Session, type Terminal, UsageError } from '../session.ts';
import { othersText } from './coverage.ts';

export type ReportOptions = CommonOptions & {
  readonly reports?: string;
  readonly day?: string;
  readonly technology?: string;
  readonly signal: boolean;
  readonly worked?: boolean;
};

/** `simwise coverage report`: notes that a network worked at a place on a day, or that it did not. */
export async function reportCoverage(
  terminal: Terminal,
  [network, name]: readonly [string, string],
  options: ReportOptions,
): Promise<number> {
  const session = new Session(terminal, options);
  const catalog = await session.openCatalog();
  const today = session.today(catalog);
  const { index } = await openPlaceIndex(session);
  const { place, others } = resolvePlace(index, name);
  const report: Report = {
    network: networkNamed(catalog, network),
    place: place.id,
    day: options.day === undefined ? today : readDay(options.day, '--day'),
    worked: workedOf(options),
    technology: technologyOf(options.technology),
  };
  const file = reportsPath(options.reports);
  writeReports(file, withReport(readReports(file), checkReport(report, today)));
  const wording = session.wording(catalog).coverage();
  const text = {
    network: wording.network(report.network),
    place: wording.placeInFull({ index }, place),
    day: wording.day(report.day),
    file,
  };
  if (options.json) session.json({ ...report, day: formatDay(report.day), file });
  else session.print([wording.words.reported(text), ...othersText(others, { index }, wording)]);
  return 0;
}

function workedOf({ worked, signal }: ReportOptions): boolean {
  if (worked && !signal) throw new UsageError(({ usage }) => usage.bothSignals);
  return signal;
}

function technologyOf(text: string | undefined): Report['technology'] {
  if (text === undefined) return null;
  const technology = TECHNOLOGIES.find((known) => known.toLowerCase() === text.toLowerCase());
  if (technology) return technology;
  throw new UsageError(({ usage }) => usage.oneOf({ option: '--technology', text, known: '2G, 3G, 4G, 5G' }));
}
