import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { openAt, useBench } from './app.ts';

const bench = useBench();

const KILOBYTE = 1000;

/** Bytes of some files of the site, packed as the server packs them. */
function packedBytes(names: readonly string[]): number {
  const packed = names.map((name) => brotliCompressSync(readFileSync(join(bench.folder, name))).length);
  return packed.reduce((sum, bytes) => sum + bytes, 0);
}

it.concurrent('at most 90 kB of script come before the first question', async () => {
  const page = await (await bench.context()).newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(bench.address);
  await page.getByRole('heading', { name: 'What brings you here?' }).waitFor();
  const base = new URL(bench.address).pathname;
  const scripts = asked.map((path) => path.slice(base.length)).filter((name) => name.endsWith('.js'));
  expect(scripts.length).toBeGreaterThan(1);
  expect(packedBytes(scripts)).toBeLessThanOrEqual(90 * KILOBYTE);
});

it.concurrent('an answer asks nothing of another origin, nothing of coverage and no language but the one spoken', async () => {
  const page = await (await bench.context()).newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(`${bench.address}#1/answer?for=transit`);
  await page.locator('.card.best').waitFor();
  expect(asked.filter((url) => !url.startsWith(bench.address))).toEqual([]);
  expect(asked.filter((url) => /places-|coverage-|cells-|shape-/.test(url))).toEqual([]);
  expect(asked.filter(isOfOtherLanguage)).toEqual([]);
  const worker = await page.locator('meta[name="simwise-worker"]').getAttribute('content');
  expect(asked).toContain(new URL(worker ?? '', bench.address).href);
});

it.concurrent('all of it in one language is at most 250 kB without the place data and the keeper, which is at most 40 kB', async () => {
  const names = readdirSync(join(bench.folder, 'assets')).map((name) => `assets/${name}`);
  const others = names.filter(isOfOtherLanguage);
  const placeData = names.filter((name) => /\/(?:places|coverage|cells|shape)-/.test(name));
  const keeper = await askedOnlyFor('1/keeper', '1/offers');
  const rest = names.filter((name) => ![...others, ...placeData, ...keeper].includes(name));
  expect(others.length).toBe(3);
  expect(packedBytes([...rest, 'index.html', 'sw.js'])).toBeLessThanOrEqual(250 * KILOBYTE);
  expect(keeper.length).toBeGreaterThan(1);
  expect(packedBytes(keeper)).toBeLessThanOrEqual(40 * KILOBYTE);
});

/** Scripts that a page asks for and neither the answer nor another page before it did. */
async function askedOnlyFor(hash: string, before: string): Promise<string[]> {
  const page = await (await bench.context()).newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await openAt(page, `${bench.address}#1/answer?for=transit`);
  await page.evaluate((next) => location.assign(`#${next}`), before);
  await page.locator('ul.offers').waitFor();
  const known = new Set(asked.splice(0));
  await page.evaluate((next) => location.assign(`#${next}`), hash);
  await page.locator('[data-page="keeper"] form').first().waitFor();
  const base = new URL(bench.address).pathname;
  return [...new Set(asked)].filter((path) => !known.has(path)).map((path) => path.slice(base.length));
}

/** Texts are a file for each language; only the one spoken is loaded before another is chosen. */
function isOfOtherLanguage(name: string): boolean {
  return /\/text-(?:zh|ru|kk)-/.test(name);
}
