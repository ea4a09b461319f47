import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { startBrowser } from './find-browser.ts';
import { isSettled, PAGE_ADDRESSES } from './pages.ts';

const WIDTHS = [360, 768, 1280];
const LANGUAGES = ['zh', 'en', 'ru', 'kk'];

type Task = {
  readonly address: string;
  readonly into: string;
  /** Only pictures whose name has each of these are taken. */
  readonly words: readonly string[];
};

/** Takes a picture of each page in each language at each width, in light colours, and of some in dark ones. */
export async function takeScreenshots({ address, into, words }: Task): Promise<number> {
  rmSync(into, { recursive: true, force: true });
  mkdirSync(into, { recursive: true });
  const browser = await startBrowser();
  let count = 0;
  for (const language of LANGUAGES) {
    for (const theme of ['light', 'dark'] as const) {
      const wanted = (name: string) => words.every((word) => name.split(/[.-]/).includes(word));
      count += await takeAll(browser, { address, into, language, theme, wanted });
    }
  }
  await browser.close();
  return count;
}

type Look = {
  readonly address: string;
  readonly into: string;
  readonly language: string;
  readonly theme: 'light' | 'dark';
  readonly wanted: (name: string) => boolean;
};

async function takeAll(browser: Browser, { address, into, language, theme, wanted }: Look): Promise<number> {
  const context = await browser.newContext({ locale: language, colorScheme: theme });
  let count = 0;
  for (const [name, hash] of Object.entries(PAGE_ADDRESSES)) {
    const widths = WIDTHS.filter((width) => wanted(`${name}-${language}-${theme}-${width}`));
    if (widths.length === 0) continue;
    const page = await context.newPage();
    await page.goto(`${address}#${hash}`);
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 });
      await takeOne(page, join(into, `${name}-${language}-${theme}-${width}.png`));
      count += 1;
    }
    await page.close();
  }
  await context.close();
  return count;
}

async function takeOne(page: Page, path: string): Promise<void> {
  await page.waitForFunction(isSettled);
  await page.screenshot({ path, fullPage: true });
}
