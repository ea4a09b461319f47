import { readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openAt, useBench } from './app.ts';
import { isTooWide } from './axe.ts';
import { PAGE_ADDRESSES } from './pages.ts';

const bench = useBench();

/** English in which every word is longer by four tenths: what a translation may come to. */
const LENGTHENED = `
import { en as plain } from './text-plain.js';
const longer = (text) => text.replace(/\\p{L}{2,}/gu, (word) => word + word.slice(0, Math.ceil(word.length * 0.4)));
const lengthen = (value, name) => {
  if (name === 'locale') return value;
  if (typeof value === 'string') return longer(value);
  if (typeof value === 'function') return (...params) => lengthen(value(...params));
  if (Array.isArray(value)) return value.map((each) => lengthen(each));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, lengthen(each, key)]));
};
export const en = lengthen(plain);
`;

/** A copy of the site that speaks this English. */
function lengthenedSite(): string {
  const copy = bench.copySite();
  const assets = join(copy, 'assets');
  const name = readdirSync(assets).find((file) => file.startsWith('text-en-')) ?? '';
  renameSync(join(assets, name), join(assets, 'text-plain.js'));
  writeFileSync(join(assets, name), LENGTHENED);
  return copy;
}

it('text that is four tenths longer makes no page wider than a narrow screen', async () => {
  const site = await bench.serve(lengthenedSite());
  const context = await bench.context({ viewport: { width: 320, height: 640 } });
  const page = await context.newPage();
  await openAt(page, site.address);
  // "Which" and four tenths of its five letters.
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toMatch(/^WhichWh /);
  const tooWide: string[] = [];
  for (const [name, hash] of Object.entries(PAGE_ADDRESSES)) {
    await openAt(page, `${site.address}#${hash}`);
    if (await page.evaluate(isTooWide)) tooWide.push(name);
  }
  expect(tooWide).toEqual([]);
});
