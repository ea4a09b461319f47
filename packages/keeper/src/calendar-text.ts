// Writes calendar files (RFC 5545). The libraries that do are a quarter of what the app's keeper may weigh; an independent
// reader checks what is written here.

/** A part of a calendar file: its properties, values as the standard writes them, and the parts within. */
export type CalendarPart = {
  readonly name: 'VCALENDAR' | 'VEVENT' | 'VALARM';
  readonly properties: readonly (readonly [name: string, value: string])[];
  readonly parts?: readonly CalendarPart[];
};

/** A part as text, its lines folded and ended as the standard says. */
export function calendarText(part: CalendarPart): string {
  return linesOf(part)
    .map((line) => `${folded(line)}\r\n`)
    .join('');
}

function linesOf({ name, properties, parts = [] }: CalendarPart): string[] {
  const own = properties.map(([property, value]) => `${property}:${value}`);
  return [`BEGIN:${name}`, ...own, ...parts.flatMap(linesOf), `END:${name}`];
}

/** A text as a value. Nothing in it ends a line or a value: line feeds are written out, other control characters dropped. */
export function textValue(text: string): string {
  const plain = text.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n]/gu, '');
  return plain.replace(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n');
}

/** A moment of UTC, in seconds since 1970: `20261130T190000Z`. */
export function momentValue(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace(/[-:]|\.\d+/g, '');
}

const LONGEST_BYTES = 75;

/** Breaks a line between characters; each further line begins with a blank, which counts. */
function folded(line: string): string {
  const encoder = new TextEncoder();
  let bytes = 0;
  let text = '';
  for (const character of line) {
    const { length } = encoder.encode(character);
    const isFull = bytes + length > LONGEST_BYTES;
    text += isFull ? `\r\n ${character}` : character;
    bytes = isFull ? 1 + length : bytes + length;
  }
  return text;
}
