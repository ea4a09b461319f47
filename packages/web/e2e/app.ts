import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, vi } from 'vitest';
import { ensureSite } from '../../../scripts/setup.mjs';
import type { RunningSite, SiteOptions } from '../serve/serve-site.ts';
import { startBrowser } from './find-browser.ts';
import { isSettled, type LANGUAGES, speak } from './pages.ts';

/** A path as a static host may have it. */
const BASE = '/some/where/';

/** The longest that anything is waited for: a machine that is busy with other work is slow, not broken. */
const PATIENCE_MS = 90_000;

/** For a context in which the app is kept on the device; elsewhere a service worker would only fetch what no test asks for. */
export const KEPT = { serviceWorkers: 'allow' } as const;

/** A served folder that a test may put another in the place of. */
export type Served = { readonly address: string; readonly serveFrom: (folder: string) => void };

type SpokenLanguage = (typeof LANGUAGES)[number];

/** A server and a browser for the tests of one file. */
export type Bench = {
  readonly address: string;
  readonly folder: string;
  /** A page in a context of its own, with nothing kept; what goes wrong in it fails the test file. */
  readonly open: (hash?: string, options?: BrowserContextOptions) => Promise<Page>;
  /**
   * The page that the tests in a language have in common, gone on to another address. They take turns with it. The device
   * is set to English; only the app speaks that language.
   */
  readonly visit: (language: SpokenLanguage, hash: string) => Promise<Page>;
  readonly context: (options?: BrowserContextOptions) => Promise<BrowserContext>;
  /** A server of a test's own, so that tests beside it do not meet what it serves. */
  readonly serve: (folder: string) => Promise<Served>;
  /** A copy of the site to be damaged or changed. */
  readonly copySite: () => string;
};

/** How the site of a folder is served. */
type ServeFolder = (folder: string) => Promise<RunningSite>;

type ServeSite = (options: SiteOptions) => Promise<RunningSite>;

type Running = {
  readonly folder: string;
  readonly site: RunningSite;
  readonly browser: Browser;
  readonly serveSite: ServeSite;
};

/** Starts server and browser before the tests of a file and ends them after; as a host of files unless told otherwise. */
export function useBench(serve?: ServeFolder): Bench {
  vi.setConfig({ testTimeout: 2 * PATIENCE_MS, hookTimeout: 2 * PATIENCE_MS });
  let running: Running | undefined;
  const problems: string[] = [];
  const copies: string[] = [];
  const sites: RunningSite[] = [];
  const started = () => need(running);
  beforeAll(async () => {
    running = await start(serve);
    sites.push(running.site);
  });
  afterAll(async () => {
    await running?.browser.close();
    await Promise.all(sites.map((site) => site.close()));
    for (const copy of copies) rmSync(copy, { recursive: true, force: true });
    expect(problems).toEqual([]);
  });
  const context = async (options: BrowserContextOptions = {}) => {
    const made = await started().browser.newContext({ locale: 'en', serviceWorkers: 'block', ...options });
    made.setDefaultTimeout(PATIENCE_MS);
    made.on('page', (page) => watch(page, problems));
    return made;
  };
  const spoken = new Map<SpokenLanguage, Page>();
  const openIn = async (language: SpokenLanguage) => {
    const page = await (await context()).newPage();
    await openAt(page, started().site.address);
    await speak(page, language);
    spoken.set(language, page);
    return page;
  };
  return {
    get address() {
      return started().site.address;
    },
    get folder() {
      return started().folder;
    },
    context,
    open: async (hash = '', options = {}) => {
      const page = await (await context(options)).newPage();
      await openAt(page, `${started().site.address}${hash === '' ? '' : `#${hash}`}`);
      return page;
    },
    visit: async (language, hash) => {
      const page = spoken.get(language) ?? (await openIn(language));
      await goTo(page, hash);
      return page;
    },
    serve: async (first) => {
      let folder = first;
      const site = await started().serveSite({ folder: () => folder, base: BASE });
      sites.push(site);
      const serveFrom = (next: string) => {
        folder = next;
      };
      return { address: site.address, serveFrom };
    },
    copySite: () => {
      const copy = mkdtempSync(join(tmpdir(), 'simwise-site-'));
      copies.push(copy);
      cpSync(started().folder, copy, { recursive: true });
      return copy;
    },
  };
}

async function start(serve?: ServeFolder): Promise<Running> {
  const { folder, serveSite } = await ensureSite();
  const site = await (serve ? serve(folder) : serveSite({ folder: () => folder, base: BASE }));
  return { folder, serveSite, site, browser: await startBrowser() };
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

/** Goes to another page of the app, without loading it anew. */
export async function goTo(page: Page, hash: string): Promise<void> {
  await page.evaluate((next) => {
    location.hash = next;
  }, hash);
  await settled(page);
}

/** Waits until the page has come to rest; looked at by the clock, as a busy browser may paint seldom. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(isSettled, undefined, { timeout: PATIENCE_MS, polling: 50 });
}

/** The part of the address after `#`. */
export function hashOf(page: Page): string {
  return new URL(page.url()).hash.slice(1);
}

/** Tries again and again until what is expected holds: a page shows a moment later what was done to it. */
export function soon(holds: () => unknown): Promise<unknown> {
  return vi.waitFor(holds, { timeout: PATIENCE_MS, interval: 50 });
}

/** Waits until the part of the address after `#` is this. */
export async function addressIs(page: Page, hash: string): Promise<void> {
  await soon(() => expect(hashOf(page)).toBe(hash));
}
