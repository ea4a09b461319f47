import { encode } from 'uqr';
import type { Item, Part, PartId } from './part.ts';

/** Signs that say in any language what a line is. */
const SIGNS: { readonly [P in PartId]?: string } = {
  tariff: '=',
  packs: '+',
  later: '++',
  not: '-',
  check: '?',
  online: '=',
};

/** So much and no more: the code must stay coarse enough for a phone across a counter. */
const MOST_EXTRAS = 4;
const MOST_LINES = 12;
const LONGEST_LINE = 64;

/** The order in plain lines: `= Beeline · Простой`, `+ pack *522*5#`, `- BeeTV`, `? *106#`. */
export function qrText(parts: readonly Part[]): string {
  const lines = parts.flatMap(({ id, items }) => {
    const sign = SIGNS[id];
    if (sign === undefined) return [];
    const texts = items.flatMap((item) => lineOf(id, item));
    return (id === 'not' ? texts.slice(0, MOST_EXTRAS) : texts).map((text) => `${sign} ${text}`);
  });
  return ['simwise', ...lines].slice(0, MOST_LINES).map(cutLine).join('\n');
}

/** A name that somebody typed may be of any length and hold half a sign, which no code can carry. */
function cutLine(line: string): string {
  const signs = [...line.replace(/\p{Surrogate}/gu, '�')];
  return signs.length <= LONGEST_LINE ? signs.join('') : `${signs.slice(0, LONGEST_LINE - 1).join('')}…`;
}

/** Names and codes. A sentence is left out, unless something short stands for it. */
function lineOf(id: PartId, { name, short, code }: Item): string[] {
  if (id === 'check') return code ? [code.value] : [];
  const thing = short ?? (name && [name.seller, name.names.join(' / ')].filter(Boolean).join(' · '));
  if (thing === undefined) return [];
  return [code && id !== 'not' ? `${thing} ${code.value}` : thing];
}

/** A square of dark and light modules with a quiet zone of four around it. */
export function qrMatrix(text: string): boolean[][] {
  return encode(text, { ecc: 'M', border: 4 }).data;
}

/** The dark modules as an SVG path, a unit a module. */
export function qrPath(matrix: readonly (readonly boolean[])[]): string {
  return matrix
    .flatMap((row, y) => runsOf(row).map(({ from, length }) => `M${from} ${y}h${length}v1h-${length}z`))
    .join('');
}

function runsOf(row: readonly boolean[]): { from: number; length: number }[] {
  const runs: { from: number; length: number }[] = [];
  for (const [x, isDark] of row.entries()) {
    const last = runs.at(-1);
    if (!isDark) continue;
    if (last && last.from + last.length === x) last.length += 1;
    else runs.push({ from: x, length: 1 });
  }
  return runs;
}

/** The code for a terminal, two rows of modules a line. */
export function qrLines(matrix: readonly (readonly boolean[])[]): string[] {
  const pairs = Array.from({ length: Math.ceil(matrix.length / 2) }, (_, index) => index * 2);
  return pairs.map((y) =>
    (matrix[y] ?? []).map((top, x) => BLOCKS[`${top ? 1 : 0}${matrix[y + 1]?.[x] ? 1 : 0}`] ?? ' ').join(''),
  );
}

/** Dark modules are blanks on a dark terminal, so that a reader sees them dark. */
const BLOCKS: Readonly<Record<string, string>> = { '00': '█', '01': '▀', '10': '▄', '11': ' ' };
