import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { CATALOG, cardFor, catalogWith, LANGUAGES, ORDERS, requestFor } from '../test/orders.ts';
import { escapeMarkup } from './escape.ts';
import { counterCard, counterHtml, counterSvg, counterText } from './index.ts';

const HOSTILE = `<script>alert(1)</script><img src=x onerror=alert(1)>"'&]]><!--</style></svg>{{x}}\u0000\u0008\ud800`;

/** The elements of a document, by name, with their attributes; every tag must be closed in order. */
function elementsOf(markup: string): { name: string; attributes: Map<string, string> }[] {
  const found: { name: string; attributes: Map<string, string> }[] = [];
  const open: string[] = [];
  const body = markup.replace(/^<!doctype html>/i, '');
  let rest = body.replace(/<style>[^<]*<\/style>/, '');
  for (;;) {
    const tag = /<(\/?)([A-Za-z][\w-]*)((?:\s+[\w:-]+(?:="[^"<]*")?)*)\s*(\/?)>/.exec(rest);
    const before = tag ? rest.slice(0, tag.index) : rest;
    expect(before).not.toMatch(/[<>]/);
    expect(before.replace(/&(?:amp|lt|gt|quot|#39);/g, '')).not.toContain('&');
    if (!tag) break;
    const [whole, closing, name = '', attributes = '', selfClosing] = tag;
    if (closing) expect(open.pop()).toBe(name);
    else if (!selfClosing && !VOID.has(name)) open.push(name);
    if (!closing) {
      const pairs = [...attributes.matchAll(/([\w:-]+)="([^"]*)"/g)].map(
        ([, key = '', value = '']) => [key, value] as const,
      );
      found.push({ name, attributes: new Map(pairs) });
    }
    rest = rest.slice(tag.index + whole.length);
  }
  expect(open).toEqual([]);
  return found;
}

/** What a strict XML parser says against a document. */
function complaintsOf(xml: string): string[] {
  const complaints: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => complaints.push(error.message));
  parser.write(xml).close();
  return complaints;
}

const VOID = new Set(['meta']);

const HTML_ELEMENTS = new Set(
  'html head meta title body main header h1 h2 p span section ul li div code a footer figure figcaption svg rect path'.split(
    ' ',
  ),
);
const SVG_ELEMENTS = new Set(['svg', 'title', 'rect', 'text', 'path']);

const all = Object.keys(ORDERS).flatMap((name) => LANGUAGES.map((language) => [name, language] as const));

describe.each(all)('%s, in %s', (name, language) => {
  const card = cardFor(name, language);

  test('the page has only the elements it needs: no script, form, picture or style from elsewhere', () => {
    const html = counterHtml(card);
    const elements = elementsOf(html);
    expect(elements.filter((element) => !HTML_ELEMENTS.has(element.name))).toEqual([]);
    for (const { attributes } of elements) {
      for (const [key, value] of attributes) {
        expect(key).not.toMatch(/^on|^style$|^src$|^srcset$/);
        if (key === 'href') expect(value).toMatch(/^tel:[+*\d]|^tel:[*\d%]/);
      }
    }
    expect(html).not.toMatch(/https?:|\/\/\w|@import|url\(/i);
    expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
  });

  test('the picture is well-formed, and has only shapes and texts', () => {
    const svg = counterSvg(card);
    expect(complaintsOf(svg)).toEqual([]);
    const elements = elementsOf(svg);
    expect(elements.filter((element) => !SVG_ELEMENTS.has(element.name))).toEqual([]);
    expect(svg.replace('xmlns="http://www.w3.org/2000/svg"', '')).not.toMatch(/https?:|href|on\w+=|javascript/i);
  });

  test('no line of the picture leaves it, and none lies below it', () => {
    const elements = elementsOf(counterSvg(card));
    const height = Number(elements[0]?.attributes.get('height'));
    const rows = elements
      .filter((element) => element.name === 'text')
      .map(({ attributes }) => Number(attributes.get('y')));
    expect(Math.max(...rows)).toBeLessThan(height);
    expect(rows).toEqual(rows.toSorted((a, b) => a - b));
  });

  test('all that is said stands in the text, the page and the picture', () => {
    const [text, html] = [counterText(card), counterHtml(card)];
    const sentences = card.parts.flatMap(({ heading, items }) => [
      heading,
      ...items.flatMap(({ said }) => (said ? [said] : [])),
    ]);
    for (const { text: sentence } of sentences.flat()) {
      expect(text).toContain(sentence);
      expect(html).toContain(escapeMarkup(sentence));
    }
    const codes = card.parts.flatMap(({ items }) => items.flatMap(({ code }) => (code ? [code.value] : [])));
    for (const code of codes) {
      expect(text.split('\n').map((line) => line.trim())).toContain(code);
      expect(html).toContain(`<code>${code}</code>`);
      expect(counterSvg(card)).toContain(`>${code}</text>`);
    }
  });
});

describe('a hostile name', () => {
  const hostile = catalogWith('beeline-prostoy', { names: { ru: HOSTILE } });
  const poster = {
    ...CATALOG,
    offers: CATALOG.offers.map((offer) =>
      offer.id === 'beeline-prostoy' ? { ...offer, brand: 'poster', names: { en: HOSTILE } } : offer,
    ),
  };
  const request = requestFor([{ plan: 'beeline-prostoy', packs: [], later: [] }]);

  test.each([
    ['of an offer', hostile],
    ['read off a poster', poster],
  ] as const)('%s stays text in the page and in the picture', (_what, catalog) => {
    const card = counterCard(catalog, request, 'en');
    expect(complaintsOf(counterSvg(card))).toEqual([]);
    for (const markup of [counterHtml(card), counterSvg(card)]) {
      elementsOf(markup);
      expect(markup).not.toContain('<script');
      expect(markup).not.toContain('<img');
      expect(markup).not.toContain('\u0000');
      expect(markup).toContain('&lt;script&gt;');
    }
  });

  test('any name is escaped so that it reads back as it was, without what XML forbids', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const escaped = escapeMarkup(text);
        expect(escaped).not.toMatch(/[<>"']/);
        const back = escaped
          .replace(/&lt;/g, '<')
          .replace(/&gt;/g, '>')
          .replace(/&quot;/g, '"')
          .replace(/&#39;/g, "'")
          .replace(/&amp;/g, '&');
        return back === [...text].filter((sign) => isXmlSign(sign.codePointAt(0) ?? 0)).join('');
      }),
    );
  });
});

/** The characters of XML 1.0. */
function isXmlSign(code: number): boolean {
  if (code < 0x20) return code === 0x9 || code === 0xa || code === 0xd;
  return code <= 0xd7ff || (code >= 0xe000 && code <= 0xfffd) || code >= 0x1_0000;
}
