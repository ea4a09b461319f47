import { formatLocal } from '@simwise/engine';
import { describe, expect, test } from 'vitest';
import { BadUsageFile } from './bad-usage-file.ts';
import { readUsageCsv } from './usage-csv.ts';

const HEADER = 'at,kind,to,amount,app';

function problemsIn(text: string): BadUsageFile['rows'] {
  try {
    readUsageCsv(text);
    return [];
  } catch (error) {
    if (!(error instanceof BadUsageFile)) throw error;
    return error.rows;
  }
}

/** The lines that are complained about, in their order. */
function badLines(text: string): number[] {
  return problemsIn(text).map(({ line }) => line);
}

describe('a file of uses', () => {
  test('is read in the order of time, whatever the order of its rows', () => {
    const text = [
      HEADER,
      '2026-12-02T10:00:00,voice,national-mobile,90,',
      '2026-12-01T09:30,data,,5242880,WhatsApp',
      '2026-12-01,sms,intl:CN,2,',
    ].join('\n');
    expect(readUsageCsv(text).map((use) => ({ ...use, at: formatLocal(use.at) }))).toEqual([
      { at: '2026-12-01T00:00:00', kind: 'sms', to: 'intl:CN', amount: 2 },
      { at: '2026-12-01T09:30:00', kind: 'data', to: 'internet', amount: 5_242_880, app: 'whatsapp' },
      { at: '2026-12-02T10:00:00', kind: 'voice', to: 'national-mobile', amount: 90 },
    ]);
  });

  test('may leave out app, end in blank lines, have Windows line ends, a byte order mark and blanks in cells', () => {
    const text = '\uFEFFat, kind, to, amount\r\n2026-12-01T09:30, voice, landline , 60\r\n\r\n';
    expect(readUsageCsv(text)).toMatchObject([{ kind: 'voice', to: 'landline', amount: 60 }]);
  });

  test('may have its columns in another order, and more of them', () => {
    const text = 'note,amount,to,kind,at\nhi,60,CN,voice,2026-12-01T09:30';
    expect(readUsageCsv(text)).toMatchObject([{ kind: 'voice', to: 'intl:CN', amount: 60 }]);
  });

  test('may separate cells by semicolons, as spreadsheets do', () => {
    const text = 'at;kind;to;amount;app\n2026-12-01T09:30;sms;on-net;1;';
    expect(readUsageCsv(text)).toMatchObject([{ kind: 'sms', to: 'on-net', amount: 1 }]);
  });

  test('may call numbers', () => {
    expect(readUsageCsv(`${HEADER}\n2026-12-01T09:30,voice,+77011234567,60,`)).toMatchObject([{ to: '+77011234567' }]);
  });

  test('may hold no use at all', () => {
    expect(readUsageCsv(HEADER)).toEqual([]);
  });
});

describe('bad rows are named with their line, all at once', () => {
  test('in a file with one good row', () => {
    const text = [
      HEADER,
      '2026-12-01T09:30,voice,national-mobile,60,',
      '2026-12-01T09:30,fax,national-mobile,60,',
      '2026-12-01T09:30,voice,national-mobile,-60,',
      '2026-12-01T09:30,voice,my aunt,60,',
      '2026-02-30T09:30,voice,national-mobile,60,',
      '2026-12-01T25:00,voice,national-mobile,60,',
      '2026-12-01T09:30Z,voice,national-mobile,60,',
      '2026-12-01T09:30,sms,national-mobile,1.5,',
      '2026-12-01T09:30,data,,9999999999999,',
      '2026-12-01T09:30,voice,national-mobile,90000,',
      '2026-12-01T09:30,voice,national-mobile,60,,surplus',
      'only one cell',
    ].join('\n');
    expect(badLines(text)).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
  });

  test.each([
    ['2026-12-01T09:30,fax,,60,', { is: 'kind', text: 'fax' }],
    ['2026-12-01T09:30,voice,landline,-60,', { is: 'amount', text: '-60', kind: 'voice' }],
    ['2026-12-01T09:30,sms,landline,,', { is: 'amount', text: '', kind: 'sms' }],
    ['2026-12-01T09:30,voice,my aunt,60,', { is: 'text', error: { kind: 'destination', text: 'to=my aunt' } }],
    ['yesterday,voice,landline,60,', { is: 'time', text: 'yesterday' }],
    ['2026-12-01T09:30,voice,landline,60,,surplus', { is: 'cells' }],
  ])('%s', (row, problem) => {
    expect(problemsIn(`${HEADER}\n${row}`)).toMatchObject([{ line: 2, problem }]);
  });

  test('but not more than twenty of them', () => {
    const rows = Array.from({ length: 1000 }, () => 'x,y,z,1,');
    expect(problemsIn([HEADER, ...rows].join('\n'))).toHaveLength(20);
  });

  test('a blank line in the middle is a bad row at its own place', () => {
    const text = `${HEADER}\n2026-12-01T09:30,sms,on-net,1,\n\n2026-12-01T09:30,fax,on-net,1,`;
    expect(badLines(text)).toEqual([3, 4]);
  });

  test('a row after a cell of several lines is named by the line of the file', () => {
    const text = `${HEADER},note\n2026-12-01T09:30,sms,on-net,1,,"two\nlines"\n2026-12-01T09:30,fax,on-net,1,,`;
    expect(badLines(text)).toEqual([4]);
  });

  test('a quoted cell with something behind its quote', () => {
    const text = `${HEADER}\n2026-12-01T09:30,sms,on-net,1,\n2026-12-01T09:30,voice,on-net,"60"5,`;
    expect(problemsIn(text)).toMatchObject([{ line: 3, problem: { is: 'cells' } }]);
  });

  test('a quote that never ends', () => {
    expect(problemsIn(`${HEADER}\n2026-12-01T09:30,sms,"on-net,1,`).length).toBeGreaterThan(0);
  });
});

test.each([
  ['', ['at', 'kind', 'to', 'amount']],
  ['when,what\n1,2', ['at', 'kind', 'to', 'amount']],
  ['at,kind,to\n1,2,3', ['amount']],
])('a file without the header says which columns it lacks', (text, missing) => {
  expect(problemsIn(text)).toEqual([{ line: 1, problem: { is: 'columns', missing } }]);
});
