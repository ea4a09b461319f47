import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parseDay } from '@simwise/engine';
import { afterAll, describe, expect, test } from 'vitest';
import { CATALOG } from '../../test/real-data.ts';
import { CannotCover } from '../cannot-cover.ts';
import { openPlaceSources } from './open-sources.ts';
import { Polygons } from './polygons.ts';
import { type CellListContext, readCellList } from './read-cell-list.ts';

const FOLDER = mkdtempSync(join(tmpdir(), 'cells-'));
afterAll(() => rmSync(FOLDER, { recursive: true }));

const CONTEXT: CellListContext = {
  networks: new Map([
    ['401-1', 'beeline'],
    ['401-2', 'kcell'],
    ['401-77', 'tele2'],
  ]),
  outlines: new Polygons(openPlaceSources(CATALOG).outlines),
  today: parseDay('2026-11-22'),
};

/** The order of OpenCelliD; 1764000000 is 24 November 2025, 16:00 UTC. */
const HEADER = 'radio,mcc,net,area,cell,unit,lon,lat,range,samples,changeable,created,updated,averageSignal';
const GOOD = 'LTE,401,77,4001,120033,0,76.9286,43.2567,1240,12,1,1500000000,1764000000,0';

let count = 0;

function file(content: string | Uint8Array): string {
  count += 1;
  const path = join(FOLDER, `list-${count}`);
  writeFileSync(path, content);
  return path;
}

const read = (content: string | Uint8Array, context: Partial<CellListContext> = {}) =>
  readCellList(file(content), { ...CONTEXT, ...context });

async function codeOf(reading: Promise<unknown>): Promise<string> {
  try {
    await reading;
  } catch (error) {
    if (error instanceof CannotCover) return error.refusal.code;
    throw error;
  }
  return 'done';
}

const CELL = {
  network: 'tele2',
  technology: '4G',
  lat: 43.2567,
  lon: 76.9286,
  range: 1240,
  samples: 12,
  updated: parseDay('2025-11-24'),
};

describe('formats', () => {
  test.each([
    ['with the header of OpenCelliD', `${HEADER}\n${GOOD}\n`],
    ['without a header, as its downloads are', `${GOOD}\n`],
    ['with CRLF and no last line end', `${HEADER}\r\n${GOOD}`],
    ['with a byte order mark', `\uFEFF${HEADER}\n${GOOD}\n`],
    ['gzip', gzipSync(`${GOOD}\n`)],
    ['gzip in two members', Buffer.concat([gzipSync(`${HEADER}\n`), gzipSync(`${GOOD}\n`)])],
  ])('%s', async (_title, content) => {
    expect((await read(content)).cells).toEqual([CELL]);
  });

  test('the columns of facts/coverage/cells, which have no country code and a written day', async () => {
    const columns = 'radio_inferred,mnc,lat,lon,range,samples,updated,lac,cid,oblast_iso';
    const { cells, areTechnologiesGuessed } = await read(
      `${columns}\nUMTS,01,53.21447,63.64277,500,11,2015-01-12,141,3845135,KZ-39\n`,
    );
    expect(cells).toMatchObject([{ network: 'beeline', technology: '3G', updated: parseDay('2015-01-12') }]);
    expect(areTechnologiesGuessed).toBe(true);
  });

  test('the columns of lacells, which have neither technology nor day', async () => {
    const list =
      'mcc,mnc,lac,cid,longitude,latitude,altitude,accuracy,samples\n401,1,141,3845135,63.64,53.21,-1,500,11\n';
    expect(await codeOf(read(list))).toBe('cell-list-undated');
    const { cells, areTechnologiesGuessed } = await read(list, { taken: parseDay('2023-05-15') });
    // A cell id above 65,535 is none of GSM; whether it is of 3G or 4G the list does not say.
    expect(cells).toMatchObject([{ technology: '3G-or-4G', updated: parseDay('2023-05-15') }]);
    expect(areTechnologiesGuessed).toBe(true);
  });
});

describe('rows that are not taken are counted by their reason', () => {
  const row = (change: (fields: string[]) => void) => {
    const fields = GOOD.split(',');
    fields[4] = '777';
    change(fields);
    return fields.join(',');
  };
  const set = (at: number, value: string) => row((fields) => fields.splice(at, 1, value));

  test.each([
    ['bad', 'fields', 'LTE,401,77'],
    ['bad', 'radio', set(0, 'CDMA')],
    ['bad', 'position', set(7, '143.25')],
    ['bad', 'position', set(7, '')],
    ['bad', 'position', row((fields) => fields.splice(6, 2, '0', '0'))],
    ['bad', 'number', set(2, 'x')],
    ['bad', 'number', set(8, '-5')],
    ['bad', 'number', set(3, 'abc')],
    ['bad', 'number', set(4, '-1')],
    ['bad', 'date', set(12, '0')],
    ['bad', 'date', set(12, '2764000000')], // the year 2057
    ['bad', 'date', set(12, '"yesterday"')],
    ['skipped', 'other-country', set(1, '250')],
    ['skipped', 'other-network', set(2, '85')],
    ['skipped', 'outside-border', row((fields) => fields.splice(6, 2, '74.6', '42.87'))], // Bishkek
    ['skipped', 'repeated', GOOD],
  ] as const)('%s: %s', async (kind, reason, line) => {
    const { cells, counts } = await read(`${HEADER}\n${GOOD}\n${line}\n`);
    expect(cells).toEqual([CELL]);
    expect(counts[kind][reason as never]).toBe(1);
    expect(counts).toMatchObject({ rows: 2, kept: 1 });
    expect(counts.examples).toEqual(kind === 'bad' ? [{ line: 3, fault: reason }] : []);
  });

  test('an empty range and no samples are taken as not known', async () => {
    const { cells } = await read(row((fields) => fields.splice(8, 2, '', '')));
    expect(cells).toMatchObject([{ range: 0, samples: 0 }]);
  });
});

describe('files that cannot be used', () => {
  const packed = gzipSync(Array.from({ length: 2000 }, (_, cell) => GOOD.replace('120033', String(cell))).join('\n'));

  test.each([
    ['a gzip cut off', packed.subarray(0, packed.length / 2), 'broken-archive'],
    [
      'a gzip with a broken middle',
      Buffer.concat([packed.subarray(0, 200), Buffer.alloc(50), packed.subarray(250)]),
      'broken-archive',
    ],
    ['a gzip with a wrong check sum', Buffer.concat([packed.subarray(0, -8), Buffer.alloc(8)]), 'broken-archive'],
    ['another country', GOOD.replace(',401,', ',250,'), 'other-country'],
    ['bad rows only', `${HEADER}\nLTE,401,77\n`, 'no-good-cells'],
    ['a text', 'hello\nworld\n', 'not-a-cell-list'],
    ['nothing', '', 'not-a-cell-list'],
    ['a page that says the limit is reached', '<html>Rate limited</html>', 'not-a-cell-list'],
  ])('%s', async (_title, content, code) => {
    expect(await codeOf(read(content))).toBe(code);
  });

  test('a file that is not there, a folder', async () => {
    expect(await codeOf(readCellList(join(FOLDER, 'nowhere'), CONTEXT))).toBe('no-such-file');
    expect(await codeOf(readCellList(FOLDER, CONTEXT))).toBe('no-such-file');
  });

  test('another country says which', async () => {
    const rows = [250, 250, 437].map((mcc) => GOOD.replace(',401,', `,${mcc},`)).join('\n');
    await expect(read(rows)).rejects.toMatchObject({ refusal: { codes: ['250', '437'], expected: '401' } });
  });
});
