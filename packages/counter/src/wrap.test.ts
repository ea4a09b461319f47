import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textWidth, wrapText } from './wrap.ts';

describe('a text is broken into lines', () => {
  test('between words, and no sooner than needed', () => {
    expect(wrapText('один два три', textWidth('один два', 10), 10)).toEqual(['один два', 'три']);
  });

  test('between Chinese signs, but not before a comma or a full stop', () => {
    const lines = wrapText('您好！我想办这张卡。谢谢', 50, 10);
    for (const line of lines) expect(line).not.toMatch(/^[！。，]/u);
    expect(lines.join('')).toBe('您好！我想办这张卡。谢谢');
  });

  test('within a word that is wider than a line', () => {
    const lines = wrapText('a'.repeat(50), textWidth('a'.repeat(20), 10), 10);
    expect(lines.map(({ length }) => length)).toEqual([20, 20, 10]);
  });

  test('nothing is nothing', () => {
    expect(wrapText('', 100, 10)).toEqual([]);
    expect(wrapText('   ', 100, 10)).toEqual([]);
  });

  test('no sign is lost, and only a single sign may be too wide', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'ж', 'Ш', ' ', '中', '。', '-') }),
        fc.integer({ min: 12, max: 80 }),
        (text, width) => {
          const lines = wrapText(text, width, 10);
          expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
          return lines.every((line) => textWidth(line, 10) <= width || [...line].length <= 2);
        },
      ),
    );
  });
});
