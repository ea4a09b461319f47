import type { CounterCard } from './card.ts';
import type { Item, Part } from './part.ts';
import { qrLines, qrMatrix } from './qr.ts';
import type { Said } from './said.ts';
import { COUNTER_TEXTS } from './texts/index.ts';

/** The card as lines of plain text; the reader's language stands beneath the assistant's, set in. */
export function counterText(card: CounterCard): string {
  const texts = COUNTER_TEXTS[card.reader];
  const lines = [
    ...saidLines(card.title, card),
    '',
    ...(card.hello.length > 0 ? [...saidLines(card.hello, card), ''] : []),
    ...card.parts.flatMap((part, index) => [...partLines(part, index + 1, card), '']),
    ...(card.thanks.length > 0 ? [...saidLines(card.thanks, card), ''] : []),
    `${texts.qr}:`,
    ...qrLines(qrMatrix(card.qr)),
  ];
  return `${lines.join('\n')}\n`;
}

/** A line for each language, the reader's beneath the others in brackets. */
function saidLines(said: Said, { beneath }: CounterCard): string[] {
  return said.map(({ language, text }) => (said.length > 1 && language === beneath ? `   (${text})` : text));
}

function partLines({ heading, items }: Part, number: number, card: CounterCard): string[] {
  const [first = '', ...rest] = saidLines(heading, card);
  return [
    `${number}. ${first}`,
    ...rest.map((line) => `   ${line}`),
    ...items.flatMap((item) => itemLines(item, card)),
  ];
}

function itemLines({ name, said, code, note }: Item, card: CounterCard): string[] {
  const [first = '', ...rest] = said ? saidLines(said, card) : nameLines(name);
  return [
    `   • ${first}`,
    ...rest.map((line) => `     ${line}`),
    ...(code ? [`     ${code.value}`] : []),
    ...(note ? saidLines(note, card).map((line) => `     ${line}`) : []),
  ];
}

function nameLines(name: Item['name']): string[] {
  return name ? [[name.seller, name.names.join(' / ')].filter((text) => text !== '').join(' · ')] : [''];
}
