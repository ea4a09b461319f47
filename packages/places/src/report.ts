import { type Day, formatDay, parseDay } from '@simwise/engine';
import * as z from 'zod';
import { CannotCover } from './cannot-cover.ts';
import { TECHNOLOGIES, type Technology } from './compiled.ts';

/** What a person saw on their own phone: a network that worked at a place on a day, or did not. */
export type Report = {
  readonly network: string;
  readonly place: string;
  readonly day: Day;
  readonly worked: boolean;
  readonly technology: Technology | null;
};

/** Before the first call over GSM nobody had a mobile phone that could be meant here. */
const EARLIEST = parseDay('1991-07-01');

/** Refuses a report of a day that has not come or that cannot be meant. @throws CannotCover */
export function checkReport(report: Report, today: Day): Report {
  if (report.day > today) throw new CannotCover({ code: 'report-in-future', day: report.day, today });
  if (report.day < EARLIEST) throw new CannotCover({ code: 'report-too-early', day: report.day });
  if (!report.worked && report.technology !== null) throw new CannotCover({ code: 'report-without-signal' });
  return report;
}

const storedReport = z.strictObject({
  network: z.string().min(1),
  place: z.string().min(1),
  day: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  worked: z.boolean(),
  technology: z.enum(TECHNOLOGIES).optional(),
});

const storedReports = z.strictObject({ format: z.literal(1), reports: z.array(storedReport) });

/** Reads a file of reports. @throws CannotCover where it is not one; nothing of it is taken then. */
export function parseReports(text: string, file: string): Report[] {
  const { reports } = readStored(text, file);
  return reports.map(({ network, place, day, worked, technology }) => {
    return { network, place, worked, day: dayIn(day, file), technology: technology ?? null };
  });
}

function readStored(text: string, file: string): z.infer<typeof storedReports> {
  try {
    const result = storedReports.safeParse(JSON.parse(text));
    if (result.success) return result.data;
    const [issue] = result.error.issues;
    throw new CannotCover({ code: 'bad-reports', file, problem: `${issue?.path.join('.')}: ${issue?.message}` });
  } catch (error) {
    if (error instanceof SyntaxError) throw new CannotCover({ code: 'bad-reports', file, problem: error.message });
    throw error;
  }
}

function dayIn(text: string, file: string): Day {
  try {
    return parseDay(text);
  } catch {
    throw new CannotCover({ code: 'bad-reports', file, problem: text });
  }
}

/** A file of reports: one a line, so that two such files can be compared. */
export function formatReports(reports: readonly Report[]): string {
  const rows = reports.map(({ network, place, day, worked, technology }) => {
    const extras = technology ? { technology } : {};
    return `    ${JSON.stringify({ network, place, day: formatDay(day), worked, ...extras })}`;
  });
  return `{\n  "format": 1,\n  "reports": [\n${rows.join(',\n')}\n  ]\n}\n`;
}

/** The reports with one more; the same network, place and day said again replaces what was said before. */
export function withReport(reports: readonly Report[], report: Report): Report[] {
  const isSame = ({ network, place, day }: Report) =>
    network === report.network && place === report.place && day === report.day;
  return [...reports.filter((known) => !isSame(known)), report].sort((a, b) => a.day - b.day);
}
