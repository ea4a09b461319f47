import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { ensureSite } from '../../../scripts/setup.mjs';
import type { RunningSite } from '../serve/serve-site.ts';
import { startBrowser } from './find-browser.ts';
import { isSettled } from './pages.ts';

/** A path as a static host may have it. */
const BASE = '/some/where/';

/** A server and a browser for the tests of one file. */
export type Bench = {
  readonly address: string;
  readonly folder: string;
  /** A page in a context of its own, with nothing kept; what goes wrong in it fails the test file. */
  readonly open: (hash?: string, options?: BrowserContextOptions) => Promise<Page>;
  readonly context: (options?: BrowserContextOptions) => Promise<BrowserContext>;
  /** Lets the server answer from another folder from now on. */
  readonly serveFrom: (folder: string) => void;
  /** A copy of the site to be damaged or changed. */
  readonly copySite: () => string;
};

/** How the site of a folder is served; a folder is asked for at each request where it can be put in another's place. */
type Serve = (folder: () => string) => Promise<RunningSite>;

/** Starts server and browser before the tests of a file and ends them after; as a static host, unless told otherwise. */
export function useBench(serve?: Serve): Bench {
  const running: { site?: RunningSite; browser?: Browser; folder: string; served: string } = { folder: '', served: '' };
  const problems: string[] = [];
  const copies: string[] = [];
  const browser = () => need(running.browser);
  beforeAll(async () => {
    const { folder, serveSite } = await ensureSite();
    Object.assign(running, { folder, served: folder });
    const folderNow = () => running.served;
    running.site = await (serve ? serve(folderNow) : serveSite({ folder: folderNow, base: BASE }));
    running.browser = await startBrowser();
  }, 180_000);
  afterAll(async () => {
    await running.browser?.close();
    await running.site?.close();
    for (const copy of copies) rmSync(copy, { recursive: true, force: true });
    expect(problems).toEqual([]);
  });
  const context = async (options: BrowserContextOptions = {}) => {
    const made = await browser().newContext({ locale: 'en', ...options });
    made.on('page', (page) => watch(page, problems));
    return made;
  };
  return {
    get address() {
      return need(running.site).address;
    },
    get folder() {
      return running.folder;
    },
    context,
    open: async (hash = '', options = {}) => {
      const page = await (await context(options)).newPage();
      await openAt(page, `${need(running.site).address}${hash === '' ? '' : `#${hash}`}`);
      return page;
    },
    serveFrom: (folder) => {
      running.served = folder;
    },
    copySite: () => {
      const copy = mkdtempSync(join(tmpdir(), 'simwise-site-'));
      copies.push(copy);
      cpSync(running.folder, copy, { recursive: true });
      return copy;
    },
  };
}

function need<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the bench is set up before the tests of the file, not while it loads');
  return value;
}

/** Errors of scripts, and anything that the content security policy had to stop. */
function watch(page: Page, problems: string[]): void {
  page.on('pageerror', (error) => problems.push(`${page.url()}: ${error.message}`));
  page.on('console', (message) => {
    if (/Content Security Policy|Refused to/.test(message.text())) problems.push(`${page.url()}: ${message.text()}`);
  });
}

/** Goes to an address and waits until the page has come to rest. */
export async function openAt(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await settled(page);
}

export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(isSettled, undefined, { timeout: 45_000 });
}

/** The part of the address after `#`. */
export function hashOf(page: Page): string {
  return new URL(page.url()).hash.slice(1);
}
