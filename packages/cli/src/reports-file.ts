import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { CannotCover, formatReports, parseReports, type Report } from '@simwise/places';
import envPaths from 'env-paths';
import { writeWhole } from './write-whole.ts';

/** Where the person's own reports are kept: the file asked for, else one in the usual folder of the platform (XDG). */
export function reportsPath(asked: string | undefined): string {
  return asked === undefined ? join(envPaths('simwise', { suffix: '' }).data, 'coverage-reports.json') : resolve(asked);
}

/** The reports of a file; none where it is not there yet. @throws CannotCover where it is something else */
export function readReports(path: string): Report[] {
  if (!existsSync(path)) return [];
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new CannotCover({ code: 'no-such-file', file: path });
  }
  return parseReports(text, path);
}

/** Writes the reports in one step; a file that cannot be written is left as it was. @throws CannotCover */
export function writeReports(path: string, reports: readonly Report[]): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeWhole(path, formatReports(reports));
  } catch (error) {
    throw new CannotCover({ code: 'cannot-write', file: path, problem: (error as Error).message });
  }
}
