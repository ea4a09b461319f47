/** How wide a sign is, in parts of the font size; a little more than common sans-serif fonts need. */
function advance(sign: string): number {
  if (/[\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uffef]/u.test(sign)) return 1;
  if (/\s/u.test(sign)) return 0.3;
  if (/[.,:;'|!il()]/u.test(sign)) return 0.36;
  if (/[mwMWшщжюфыЖШЩЮФЫм]/u.test(sign)) return 0.86;
  return /\p{Lu}|[—–…·]/u.test(sign) ? 0.72 : 0.59;
}

export function textWidth(text: string, size: number): number {
  return [...text].reduce((sum, sign) => sum + advance(sign), 0) * size;
}

/** Breaks a text into lines that fit a width: at blanks, between Chinese signs, within a word only where it is too long. */
export function wrapText(text: string, width: number, size: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of piecesOf(text)) {
    if (line !== '' && textWidth((line + piece).trimEnd(), size) > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    const [whole, rest] = line === '' ? cut(piece.trimStart(), width, size) : [[], piece];
    lines.push(...whole);
    line += rest;
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()];
}

/** Words with the blanks after them; a Chinese sign is a piece of its own, its closing punctuation with it. */
function piecesOf(text: string): string[] {
  return text.match(/[\u2e80-\u9fff\uff00-\uffef][，。、：；？！）”]*|[^\s\u2e80-\u9fff\uff00-\uffef]+\s*|\s+/gu) ?? [];
}

/** Full lines of a word that is wider than a line, and what is left of it. */
function cut(word: string, width: number, size: number): [string[], string] {
  const lines: string[] = [];
  let rest = '';
  for (const sign of word) {
    if (rest !== '' && textWidth(rest + sign, size) > width) {
      lines.push(rest);
      rest = '';
    }
    rest += sign;
  }
  return [lines, rest];
}
