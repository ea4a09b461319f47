import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { startBrowser } from './find-browser.ts';
import { isSettled, LANGUAGES, PAGE_ADDRESSES, speak } from './pages.ts';

const WIDTHS = [360, 768, 1280];
const THEMES = ['light', 'dark'] as const;

type Task = {
  readonly address: string;
  readonly into: string;
  /** Only pictures whose name has each of these are taken. */
  readonly words: readonly string[];
};

type Look = {
  readonly name: string;
  readonly language: (typeof LANGUAGES)[number];
  readonly theme: (typeof THEMES)[number];
  readonly width: number;
};

/** Takes a picture of each page in each language at each width, in light and in dark colours. */
export async function takeScreenshots({ address, into, words }: Task): Promise<number> {
  rmSync(into, { recursive: true, force: true });
  mkdirSync(into, { recursive: true });
  const browser = await startBrowser();
  const context = await browser.newContext();
  let count = 0;
  for (const [name, hash] of Object.entries(PAGE_ADDRESSES)) {
    const looks = looksAt(name).filter((look) => words.every((word) => nameOf(look).split('-').includes(word)));
    if (looks.length === 0) continue;
    const page = await context.newPage();
    await page.goto(`${address}#${hash}`);
    await takeAll(page, looks, into);
    await page.close();
    count += looks.length;
  }
  await browser.close();
  return count;
}

function looksAt(name: string): Look[] {
  return LANGUAGES.flatMap((language) =>
    THEMES.flatMap((theme) => WIDTHS.map((width) => ({ name, language, theme, width }))),
  );
}

function nameOf({ name, language, theme, width }: Look): string {
  return [name, language, theme, width].join('-');
}

/** A page is opened once and then spoken, coloured and sized anew, so that its answer is computed once. */
async function takeAll(page: Page, looks: readonly Look[], into: string): Promise<void> {
  await page.waitForFunction(isSettled);
  for (const look of looks) {
    await speak(page, look.language);
    await page.emulateMedia({ colorScheme: look.theme });
    await page.setViewportSize({ width: look.width, height: 800 });
    await page.screenshot({ path: join(into, `${nameOf(look)}.png`), fullPage: true });
  }
}
