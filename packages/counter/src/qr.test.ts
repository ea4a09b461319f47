import fc from 'fast-check';
import jsQR from 'jsqr';
import { describe, expect, test } from 'vitest';
import { cardFor, catalogWith, LANGUAGES, ORDERS } from '../test/orders.ts';
import { qrLines, qrMatrix, qrPath } from './qr.ts';

const PIXELS = 4;

/** Reads a matrix as a camera would see it: dark and light squares of pixels. */
function readBack(matrix: readonly (readonly boolean[])[]): string | null {
  const width = matrix.length * PIXELS;
  const pixels = new Uint8ClampedArray(width * width * 4).fill(255);
  for (let y = 0; y < width; y++) {
    for (let x = 0; x < width; x++) {
      if (!matrix[Math.floor(y / PIXELS)]?.[Math.floor(x / PIXELS)]) continue;
      pixels.fill(0, (y * width + x) * 4, (y * width + x) * 4 + 3);
    }
  }
  const found = jsQR(pixels, width, width);
  return found === null ? null : new TextDecoder().decode(new Uint8Array(found.binaryData));
}

/** The matrix that a path of unit squares draws. */
function drawn(path: string, size: number): boolean[][] {
  const matrix = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let i = 0; i < Number(length); i++) (matrix[Number(y)] as boolean[])[Number(x) + i] = true;
  }
  return matrix;
}

/** The matrix that the blocks of a terminal show, dark where the terminal stays dark. */
function shown(lines: readonly string[], size: number): boolean[][] {
  const halves = lines.flatMap((line) => {
    const signs = [...line];
    return [signs.map((sign) => sign === ' ' || sign === '▄'), signs.map((sign) => sign === ' ' || sign === '▀')];
  });
  return halves.slice(0, size);
}

describe('the code reads back', () => {
  const all = Object.keys(ORDERS).flatMap((name) => LANGUAGES.map((language) => [name, language] as const));

  test.each(all)('%s, for a reader of %s', (name, language) => {
    const { qr } = cardFor(name, language);
    const matrix = qrMatrix(qr);
    expect(readBack(matrix)).toBe(qr);
    expect(readBack(drawn(qrPath(matrix), matrix.length))).toBe(qr);
    expect(readBack(shown(qrLines(matrix), matrix.length))).toBe(qr);
  });

  test('whatever the names are, in any script', () => {
    const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(name, (text) => readBack(qrMatrix(text)) === text),
      { numRuns: 60 },
    );
  });
});

describe('what it says', () => {
  test('the same order in plain lines, the same for every reader', () => {
    const lines = [
      'simwise',
      '= Beeline · Қарапайым / Простой',
      '+ 5 ГБ интернет топтамасы+ / Интернет-пакет+ 5 ГБ *522*5#',
      '- BeeTV',
      '? *106#',
    ];
    for (const language of LANGUAGES) expect(cardFor('a plan with a pack', language).qr.split('\n')).toEqual(lines);
  });

  test('a stand-in by its volumes, a travel eSIM by its name', () => {
    expect(cardFor('a stand-in of the statistic').qr).toBe('simwise\n= Кемінде: 5 ГБ, 140 мин, 50 SMS');
    expect(cardFor('a travel eSIM bought again').qr.split('\n')[1]).toBe(
      '= Maya Mobile · Kazakhstan 10 GB / 15 day(s)',
    );
  });

  test('it stays coarse: at most 61 modules a side and a quiet zone of four', () => {
    for (const name of Object.keys(ORDERS)) {
      const matrix = qrMatrix(cardFor(name).qr);
      expect(matrix.length - 8).toBeLessThanOrEqual(61);
      for (let i = 0; i < 4; i++) expect(matrix[i]?.some(Boolean)).toBe(false);
    }
  });

  test('a name of any length and with half a sign is cut, and still reads back', () => {
    const long = catalogWith('beeline-prostoy', { names: { ru: `${'длинное имя '.repeat(400)}\ud800` } });
    const { qr } = cardFor('a plan', 'en', long);
    expect(readBack(qrMatrix(qr))).toBe(qr);
    expect(qr.split('\n')[1]).toHaveLength(64);
    const half = cardFor('a plan', 'en', catalogWith('beeline-prostoy', { names: { ru: 'a\ud800b' } })).qr;
    expect(readBack(qrMatrix(half))).toBe(half);
  });
});
