/** Text as it may stand between tags and in attributes. */
export function escapeXml(text: string): string {
  const names: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&apos;',
  };
  return text.replace(/[&<>"']/g, (sign) => names[sign] ?? sign);
}

type Attributes = Readonly<Record<string, string | number>>;

export function element(name: string, attributes: Attributes, ...inside: readonly string[]): string {
  const said = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`);
  return `<${name}${said.join('')}>${inside.join('')}</${name}>`;
}

export function textAt(x: number, y: number, text: string, more: Attributes = {}): string {
  return element('text', { x, y, ...more }, escapeXml(text));
}

const FONT_SIZE = 13;

/** About how wide a text is, rather more than less: fonts differ, and Chinese signs are as wide as they are high. */
export function widthOf(text: string): number {
  let width = 0;
  for (const sign of text) width += sign >= '\u2e80' ? FONT_SIZE * 1.1 : FONT_SIZE * 0.62;
  return Math.ceil(width);
}

/** A whole picture on white; `title` is read aloud in place of it. */
export function picture(
  size: { readonly width: number; readonly height: number },
  title: string,
  body: string,
): string {
  const { width, height } = size;
  const attributes = {
    xmlns: 'http://www.w3.org/2000/svg',
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    role: 'img',
    'font-family': "'Noto Sans', 'Noto Sans CJK SC', 'DejaVu Sans', sans-serif",
    'font-size': FONT_SIZE,
  };
  const ground = element('rect', { width, height, fill: '#ffffff' });
  return `${element('svg', attributes, element('title', {}, escapeXml(title)), ground, body)}\n`;
}
