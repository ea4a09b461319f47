import type { CounterCard } from './card.ts';
import { escapeMarkup } from './escape.ts';
import type { Item, Part, PartId } from './part.ts';
import { qrMatrix, qrPath } from './qr.ts';
import type { Said } from './said.ts';
import { COUNTER_TEXTS } from './texts/index.ts';
import { wrapText } from './wrap.ts';

const WIDTH = 420;
const MARGIN = 22;
const QR_WIDTH = 190;
const LIST_INDENT = 22;
const LINE = 1.3;
/** Bold letters are wider by about so much. */
const BOLD = 1.07;

const INK = '#16181d';
const QUIET = '#5a6069';
const ACCENT = '#075e54';
const STOP = '#b3261e';
const RULE = '#d5d9df';

type Style = {
  readonly size: number;
  readonly bold?: boolean;
  readonly colour?: string;
  readonly mono?: boolean;
  readonly indent?: number;
};

/** Draws from top to bottom and keeps the height reached. */
class Sheet {
  readonly #marks: string[] = [];
  #y = MARGIN;

  get height(): number {
    return this.#y;
  }

  get marks(): readonly string[] {
    return this.#marks;
  }

  gap(height: number): void {
    this.#y += height;
  }

  text(text: string, language: string, { size, bold, colour = INK, mono, indent = 0 }: Style): void {
    const x = MARGIN + indent;
    for (const line of wrapText(text, WIDTH - MARGIN - x, size * (bold ? BOLD : 1))) {
      this.#y += size * LINE;
      const font = `font-size="${size}"${bold ? ' font-weight="700"' : ''}${mono ? ` font-family="${MONO}"` : ''}`;
      const place = `x="${x}" y="${round(this.#y - size * (LINE - 1))}"`;
      this.#marks.push(`<text ${place} ${font} fill="${colour}" xml:lang="${language}">${escapeMarkup(line)}</text>`);
    }
  }

  rule(colour: string, thickness: number): void {
    this.#marks.push(
      `<rect x="${MARGIN}" y="${round(this.#y)}" width="${WIDTH - 2 * MARGIN}" height="${thickness}" fill="${colour}"/>`,
    );
    this.#y += thickness;
  }

  /** A frame around what `draw` draws. */
  framed(colour: string, draw: () => void): void {
    const top = this.#y;
    this.#y += 6;
    draw();
    this.#y += 10;
    this.#marks.push(
      `<rect x="${MARGIN}" y="${round(top)}" width="${WIDTH - 2 * MARGIN}" height="${round(this.#y - top)}" rx="8" fill="none" stroke="${colour}" stroke-width="2"/>`,
    );
  }

  mark(x: number, size: number, colour: string, sign: string): void {
    const place = `x="${x}" y="${round(this.#y + size)}"`;
    this.#marks.push(`<text ${place} font-size="${size}" font-weight="700" fill="${colour}">${sign}</text>`);
  }

  code(text: string): void {
    const matrix = qrMatrix(text);
    const scale = QR_WIDTH / matrix.length;
    const move = `translate(${(WIDTH - QR_WIDTH) / 2} ${round(this.#y)}) scale(${scale})`;
    this.#marks.push(`<path transform="${move}" d="${qrPath(matrix)}" shape-rendering="crispEdges"/>`);
    this.#y += QR_WIDTH;
  }

  centred(text: string, language: string, { size, bold, colour = INK }: Style): void {
    for (const line of wrapText(text, WIDTH - 2 * MARGIN, size)) {
      this.#y += size * LINE;
      const font = `font-size="${size}"${bold ? ' font-weight="700"' : ''}`;
      const place = `x="${WIDTH / 2}" y="${round(this.#y - size * (LINE - 1))}" text-anchor="middle"`;
      this.#marks.push(`<text ${place} ${font} fill="${colour}" xml:lang="${language}">${escapeMarkup(line)}</text>`);
    }
  }
}

const MONO = 'Menlo, Consolas, DejaVu Sans Mono, monospace';

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** The card as a picture of its own: an SVG without script, links or anything from elsewhere. */
export function counterSvg(card: CounterCard): string {
  const sheet = new Sheet();
  const title = card.title.map(({ text }) => text).join(' · ');
  said(sheet, card.title, card, { size: 13, bold: true, colour: ACCENT });
  if (card.hello.length > 0) {
    sheet.gap(4);
    said(sheet, card.hello, card, { size: 20, bold: true });
  }
  sheet.gap(12);
  sheet.rule(ACCENT, 3);
  for (const part of card.parts) drawPart(sheet, part, card);
  drawFoot(sheet, card);
  const height = Math.ceil(sheet.height + MARGIN);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${escapeMarkup(title)}" font-family="system-ui, Segoe UI, Roboto, Noto Sans, Noto Sans CJK SC, sans-serif">`,
    `<title>${escapeMarkup(title)}</title>`,
    `<rect width="${WIDTH}" height="${height}" fill="#fff"/>`,
    ...sheet.marks,
    '</svg>',
    '',
  ].join('\n');
}

function said(sheet: Sheet, sentences: Said, { beneath }: CounterCard, style: Style): void {
  for (const { language, text } of sentences) {
    const isBeneath = sentences.length > 1 && language === beneath;
    if (isBeneath) sheet.gap(2);
    sheet.text(text, language, isBeneath ? { size: 13, colour: QUIET, indent: style.indent ?? 0 } : style);
  }
}

function drawPart(sheet: Sheet, { id, heading, items }: Part, card: CounterCard): void {
  const colour = id === 'not' ? STOP : INK;
  sheet.gap(10);
  said(sheet, heading, card, { size: 17, bold: true, colour });
  for (const item of items) {
    sheet.gap(8);
    drawItem(sheet, id, item, card);
  }
  sheet.gap(12);
  sheet.rule(RULE, 1);
}

function drawItem(sheet: Sheet, id: PartId, item: Item, card: CounterCard): void {
  const isFramed = id === 'tariff' || (id === 'online' && item.name !== undefined);
  if (isFramed) sheet.framed(ACCENT, () => drawName(sheet, item, card, { size: 22, bold: true, indent: 12 }));
  else drawListed(sheet, id, item, card);
  const indent = isFramed || item.name ? 0 : LIST_INDENT;
  if (item.code) sheet.text(item.code.value, card.reader, { size: 21, bold: true, mono: true, indent });
  if (!item.note || id === 'not') return;
  sheet.gap(4);
  said(sheet, item.note, card, { size: 15, colour: QUIET, indent });
}

/** A name stands by itself; a sentence has a sign before it. */
function drawListed(sheet: Sheet, id: PartId, item: Item, card: CounterCard): void {
  const isUnwanted = id === 'not';
  if (item.name) return drawName(sheet, item, card, { size: 17, bold: true });
  sheet.mark(MARGIN + 2, 15, isUnwanted ? STOP : ACCENT, isUnwanted ? '✕' : '•');
  drawName(sheet, item, card, { size: 17, colour: isUnwanted ? STOP : INK, indent: LIST_INDENT });
}

function drawName(sheet: Sheet, { name, said: sentences }: Item, card: CounterCard, style: Style): void {
  if (name?.seller) sheet.text(name.seller, card.reader, { ...style, size: 14, colour: ACCENT });
  for (const line of name?.names ?? []) sheet.text(line, card.reader, style);
  if (sentences) said(sheet, sentences, card, style);
}

function drawFoot(sheet: Sheet, card: CounterCard): void {
  const thanks = card.thanks.filter(({ language }) => language !== card.beneath);
  if (thanks.length > 0) {
    sheet.gap(10);
    sheet.centred(thanks.map(({ text }) => text).join(' '), thanks[0]?.language ?? '', { size: 17, bold: true });
  }
  sheet.gap(6);
  sheet.code(card.qr);
  sheet.centred(COUNTER_TEXTS[card.reader].qr, card.reader, { size: 13, colour: QUIET });
}
