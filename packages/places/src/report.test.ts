import { parseDay } from '@simwise/engine';
import { describe, expect, test } from 'vitest';
import { CannotCover } from './cannot-cover.ts';
import { checkReport, formatReports, parseReports, type Report, withReport } from './report.ts';

const TODAY = parseDay('2026-11-22');
const SATY: Report = {
  network: 'beeline',
  place: '194461100',
  day: parseDay('2026-06-03'),
  worked: true,
  technology: '4G',
};

function codeOf(ask: () => unknown): string {
  try {
    ask();
  } catch (error) {
    if (error instanceof CannotCover) return error.refusal.code;
    throw error;
  }
  return 'done';
}

describe('reports that cannot be', () => {
  test.each([
    ['of tomorrow', { ...SATY, day: parseDay('2026-11-23') }, 'report-in-future'],
    ['of today', { ...SATY, day: TODAY }, 'done'],
    ['of a mistyped year', { ...SATY, day: parseDay('0206-06-03') }, 'report-too-early'],
    ['of a technology without signal', { ...SATY, worked: false }, 'report-without-signal'],
    ['of no signal', { ...SATY, worked: false, technology: null }, 'done'],
  ] as const)('%s', (_title, report, code) => {
    expect(codeOf(() => checkReport(report, TODAY))).toBe(code);
  });
});

test('what is written is read again', () => {
  const reports = [SATY, { ...SATY, worked: false, technology: null }];
  expect(parseReports(formatReports(reports), 'r.json')).toEqual(reports);
  expect(parseReports(formatReports([]), 'r.json')).toEqual([]);
});

test.each([
  '',
  '[]',
  '{"format":2,"reports":[]}',
  '{"format":1,"reports":[{"network":"x"}]}',
  '{"format":1,"reports":[{"network":"x","place":"y","day":"2026-02-30","worked":true}]}',
])('a file that is something else is refused whole: %s', (text) => {
  expect(codeOf(() => parseReports(text, 'r.json'))).toBe('bad-reports');
});

test('the same network, place and day said again replaces what was said', () => {
  const again = { ...SATY, worked: false, technology: null };
  expect(withReport([SATY], again)).toEqual([again]);
  expect(withReport([SATY], { ...SATY, day: parseDay('2026-06-01') }).map(({ day }) => day)).toEqual([
    parseDay('2026-06-01'),
    parseDay('2026-06-03'),
  ]);
});
