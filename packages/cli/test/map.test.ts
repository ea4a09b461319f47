import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import { Resvg } from '@resvg/resvg-js';
import { LANGUAGES } from '@simwise/catalog';
import { MESSAGES } from '@simwise/messages/all';
import { describe, expect, test } from 'vitest';
import { answerOf, fileOf, simwise } from './command.ts';

const STAY = ['--start', '2026-12-01', '--cards', '1'];
const SMALL = [
  ...STAY,
  '--to-days',
  '9',
  '--from-data',
  '500MB',
  '--to-data',
  '1500MB',
  '--columns',
  '5',
  '--rows',
  '3',
];

type Bounds = { low: string | null; high: string | null };
type Cell = { kind: string | null; proven: boolean; cost: Bounds };
type MapJson = { days: number[]; bytesPerDay: number[]; points: number; cells: Cell[][] };
type Advised = { proofs: { overall: { cost: string } | null } };

describe('simwise map', () => {
  test('has the cost of an advice in a cell that was proven', async () => {
    const map = await answerOf<MapJson>('map', ...SMALL, '--points', '100');
    expect(map.days).toEqual([1, 3, 5, 7, 9]);
    expect(map.bytesPerDay).toEqual([500, 1000, 1500].map((megabytes) => megabytes * 2 ** 20));
    for (const [row, column] of [
      [0, 0],
      [1, 2],
    ] as const) {
      const cell = map.cells[row]?.[column];
      const days = String(map.days[column]);
      const data = `${500 * (row + 1)}MB/day`;
      const { proofs } = await answerOf<Advised>('advise', ...STAY, '--days', days, '--data', data);
      expect(cell).toMatchObject({ proven: true, cost: { high: proofs.overall?.cost } });
    }
  });

  test('keeps a picture that a strict reader takes, and the same as PNG at twice the size', async () => {
    const [svg, png] = [fileOf('map.svg', ''), fileOf('map.png', '')];
    const { code, out } = await simwise('map', ...SMALL, '--points', '2', '--svg', svg, '--png', png, '--lang', 'kk');
    expect(code).toBe(0);
    expect(out).toContain(MESSAGES.kk.whatIf.map.found);
    const { width, height } = new Resvg(readFileSync(svg, 'utf8'));
    expect(sizeOf(readFileSync(png))).toEqual({ width: 2 * width, height: 2 * height });
  });

  test.each(LANGUAGES)('has its texts in %s', async (language) => {
    const svg = fileOf('map.svg', '');
    await simwise('map', ...SMALL, '--columns', '1', '--rows', '1', '--svg', svg, '--lang', language);
    const picture = readFileSync(svg, 'utf8');
    const { whatIf, kinds } = MESSAGES[language];
    for (const text of [whatIf.map.title, whatIf.map.days, whatIf.map.data, ...Object.values(kinds)]) {
      expect(picture).toContain(text);
    }
    const drawn = new Resvg(picture);
    const box = drawn.getBBox();
    expect((box?.x ?? 0) + (box?.width ?? Number.POSITIVE_INFINITY)).toBeLessThanOrEqual(drawn.width);
  });

  test.each([
    [['--from-days', '9', '--to-days', '3'], '--from-days is more than --to-days'],
    [['--from-data', '2GB', '--to-data', '1GB'], '--from-data is more than --to-data'],
    [['--from-days', '0'], '--from-days 0'],
    [['--to-days', '3661'], '--to-days 3661: a number from 1 to 3660'],
    [['--from-data', 'much'], '--from-data much'],
    [['--columns', '0'], '--columns 0'],
    [['--columns', '2000', '--rows', '2000', '--to-days', '3660'], 'at most 20000 cells'],
    [['--points', 'few'], '--points'],
  ])('refuses %j', async (args, complaint) => {
    const { code, err } = await simwise('map', ...args);
    expect([code, err]).toEqual([2, expect.stringContaining(complaint)]);
  });
});

describe('simwise curve', () => {
  test('rises with the days, and stands as a table, as JSON and as a picture', async () => {
    const svg = fileOf('curve.svg', '');
    const args = ['curve', ...STAY, '--to', '9', '--points', '3', '--svg', svg];
    const { points } = await answerOf<{ points: { days: number; phone: Bounds }[] }>(...args);
    expect(points.map(({ days }) => days)).toEqual([1, 5, 9]);
    const phone = points.map((point) => Number(point.phone.high));
    expect(phone).toEqual([...phone].sort((a, b) => a - b));
    expect(new Resvg(readFileSync(svg, 'utf8')).width).toBeGreaterThan(600);
    const { out } = await simwise(...args);
    expect(out.split('\n').filter((line) => /^ *[159] /.test(line))).toHaveLength(3);
  });

  test.each([
    [['--to', '0'], '--to 0'],
    [['--points', '1'], '--points 1'],
  ])('refuses %j', async (args, complaint) => {
    const { code, err } = await simwise('curve', ...args);
    expect([code, err]).toEqual([2, expect.stringContaining(complaint)]);
  });
});

/** Reads the size from the head of a PNG, and that its pixels are all there: four bytes each, one more for a line. */
function sizeOf(png: Buffer): { width: number; height: number } {
  expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const pixels: Buffer[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      pixels.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
  expect(inflateSync(Buffer.concat(pixels)).length).toBe((width * 4 + 1) * height);
  return { width, height };
}
