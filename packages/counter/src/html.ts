import type { CounterCard } from './card.ts';
import { escapeMarkup } from './escape.ts';
import type { Code, Item, Part } from './part.ts';
import { qrMatrix, qrPath } from './qr.ts';
import type { Said } from './said.ts';
import { COUNTER_TEXTS } from './texts/index.ts';

/** The card as one HTML page that needs nothing else: no script, no font, picture or style from anywhere. */
export function counterHtml(card: CounterCard): string {
  const [first] = card.title;
  const title = card.title.map(({ text }) => text).join(' · ');
  return [
    '<!doctype html>',
    `<html lang="${first?.language ?? card.reader}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    '<meta name="robots" content="noindex">',
    `<title>${escapeMarkup(title)}</title>`,
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
    `<main class="card${card.needsShop ? '' : ' online'}">`,
    `<header>${saidHtml('h1', card.title, card)}${card.hello.length > 0 ? saidHtml('p', card.hello, card) : ''}</header>`,
    ...card.parts.map((part) => partHtml(part, card)),
    footerHtml(card),
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function saidHtml(tag: string, said: Said, { beneath }: CounterCard): string {
  const spans = said.map(({ language, text }) => {
    const kind = said.length > 1 && language === beneath ? ' class="beneath"' : '';
    return `<span lang="${language}"${kind}>${escapeMarkup(text)}</span>`;
  });
  return `<${tag} class="said">${spans.join('')}</${tag}>`;
}

function partHtml({ id, heading, items }: Part, card: CounterCard): string {
  const list = items.length === 0 ? '' : `<ul>${items.map((item) => `<li>${itemHtml(item, card)}</li>`).join('')}</ul>`;
  return `<section class="${id}">${saidHtml('h2', heading, card)}${list}</section>`;
}

function itemHtml({ name, said, code, note }: Item, card: CounterCard): string {
  return [
    name ? nameHtml(name) : '',
    said ? saidHtml('p', said, card) : '',
    code ? codeHtml(code, card) : '',
    note ? `<div class="note">${saidHtml('p', note, card)}</div>` : '',
  ].join('');
}

function nameHtml({ seller, names }: NonNullable<Item['name']>): string {
  const label = seller === '' ? '' : `<span class="seller">${escapeMarkup(seller)}</span>`;
  return `<p class="name">${label}${names.map((name) => `<span>${escapeMarkup(name)}</span>`).join('')}</p>`;
}

/** The code itself is selected as a whole by one touch, to be copied; phones that dial such links get one as well. */
function codeHtml({ value, dial }: Code, { reader }: CounterCard): string {
  const text = escapeMarkup(value);
  const link = dial
    ? `<a class="dial" href="${escapeMarkup(dial)}" lang="${reader}">${escapeMarkup(COUNTER_TEXTS[reader].dial)}</a>`
    : '';
  return `<p class="code"><code>${text}</code>${link}</p>`;
}

function footerHtml(card: CounterCard): string {
  const { qr, copyHint } = COUNTER_TEXTS[card.reader];
  const hasCode = card.parts.some(({ items }) => items.some(({ code }) => code));
  const matrix = qrMatrix(card.qr);
  const { length } = matrix;
  const picture = `<svg viewBox="0 0 ${length} ${length}" role="img" aria-label="${escapeMarkup(qr)}" shape-rendering="crispEdges"><rect width="${length}" height="${length}" fill="#fff"/><path d="${qrPath(matrix)}"/></svg>`;
  return [
    '<footer>',
    card.thanks.length > 0 ? saidHtml('p', card.thanks, card) : '',
    `<figure>${picture}<figcaption lang="${card.reader}">${escapeMarkup(qr)}</figcaption></figure>`,
    hasCode ? `<p class="hint" lang="${card.reader}">${escapeMarkup(copyHint)}</p>` : '',
    '</footer>',
  ].join('');
}

/** Read at arm's length on a phone, and printed: one column on A6, two on A5 and larger. */
const STYLE = `
:root{--ink:#16181d;--quiet:#5a6069;--line:#d5d9df;--accent:#075e54;--stop:#b3261e;--paper:#fff;--ground:#eef1f0}
*{box-sizing:border-box;margin:0}
html{-webkit-text-size-adjust:100%}
body{background:var(--ground);color:var(--ink);font:400 1.0625rem/1.32 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Noto Sans CJK SC",sans-serif}
.card{background:var(--paper);max-width:27rem;margin:0 auto;padding:1.125rem 1.125rem 1.5rem}
.said span{display:block}
.said span+span:not(.beneath){margin-top:.25rem}
.said .beneath{color:var(--quiet);font-size:.8125rem;font-weight:400;line-height:1.35;margin-top:.1875rem}
header{border-bottom:3px solid var(--accent);padding-bottom:.875rem}
h1{font-size:.8125rem;font-weight:600;color:var(--accent);letter-spacing:.02em}
h1.said span:not(.beneath){display:inline}
h1.said span+span:not(.beneath)::before{content:" · "}
main.online h1{font-size:1.25rem}
header p{font-size:1.25rem;font-weight:700;line-height:1.25;margin-top:.5rem}
section{padding:.875rem 0;border-bottom:1px solid var(--line);break-inside:avoid}
h2{font-size:1.0625rem;font-weight:700;line-height:1.28}
ul{list-style:none;padding:0;margin-top:.5rem}
li{break-inside:avoid}
li+li{margin-top:.625rem}
.name{font-size:1.125rem;font-weight:700;line-height:1.25;overflow-wrap:anywhere}
.name span{display:block}
.name .seller{font-size:.875rem;color:var(--accent)}
.tariff .name,.online .name{font-size:1.5rem;line-height:1.2;border:2px solid var(--accent);border-radius:.5rem;padding:.5rem .75rem}
.tariff li>.said{font-size:1.25rem;font-weight:700;border:2px solid var(--accent);border-radius:.5rem;padding:.5rem .75rem}
.note{color:var(--quiet);font-size:.9375rem;margin-top:.375rem}
.not h2,.not li>.said span:not(.beneath){color:var(--stop)}
.not li{padding-left:1.5rem;position:relative}
.not li::before{content:"✕";position:absolute;left:.125rem;color:var(--stop);font-weight:700}
.not .code,.not .note{display:inline-block;margin:.125rem .375rem 0 0}
.not .note p span:not(:first-child){display:none}
.help li,.documents li,section.online li:has(>.said){padding-left:1.5rem;position:relative}
.documents li::before{content:"✓";position:absolute;left:.125rem;color:var(--accent);font-weight:700}
.help li::before,section.online li:has(>.said)::before{content:"";position:absolute;left:.1875rem;top:.3em;width:.75rem;height:.75rem;border:1.5px solid var(--accent);border-radius:2px}
.code{margin-top:.25rem;display:flex;align-items:center;gap:.75rem;flex-wrap:wrap}
code{font:700 1.25rem/1.2 ui-monospace,"SF Mono","Roboto Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace;background:var(--ground);border:1px solid var(--line);border-radius:.375rem;padding:.1875rem .5rem;-webkit-user-select:all;user-select:all;overflow-wrap:anywhere}
.dial{color:var(--accent);font-size:.875rem;font-weight:600;padding:.375rem 0}
footer{padding-top:.875rem;text-align:center;break-inside:avoid}
footer>.said{font-weight:700;margin-bottom:.75rem}
footer>.said span:not(.beneath){display:inline}
footer>.said span+span:not(.beneath)::before{content:" "}
figure svg{width:min(12.5rem,70vw);height:auto;display:block;margin:0 auto}
figcaption,.hint{color:var(--quiet);font-size:.8125rem}
@media print{
@page{margin:7mm}
:root{--quiet:#3c4046}
html{font-size:9.25pt}
body{background:none;line-height:1.25}
.card{max-width:none;padding:0;column-width:58mm;column-gap:8mm;column-fill:auto}
header{padding-bottom:.5rem;margin-bottom:.25rem;column-span:all}
.dial,.hint{display:none}
code{background:none}
section{padding:.5rem 0}
ul{margin-top:.3125rem}
li+li{margin-top:.375rem}
.note{margin-top:.1875rem}
.said span+span:not(.beneath){margin-top:.0625rem}
footer{display:flex;flex-direction:row-reverse;justify-content:flex-end;align-items:center;gap:5mm;padding-top:.375rem;text-align:left}
footer>.said{margin:0;font-size:1.25rem}
figure svg{width:25mm;margin:0 0 0 -2mm}
figcaption{margin-top:-1.5mm;white-space:nowrap}
}
`.trim();
