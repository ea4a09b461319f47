import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';
import { startBrowser } from '../e2e/find-browser.ts';
import type { RunningSite, SiteOptions } from '../serve/serve-site.ts';

/** So many times slower than this machine the main thread of the page is made. Workers are not: the browser cannot. */
export const SLOWER = 4;

type Setup = {
  readonly ensureSite: () => Promise<{ folder: string; serveSite: (of: SiteOptions) => Promise<RunningSite> }>;
};

/** Serves the app of the checkout `root` and starts a browser, does something with both, and ends them. */
export async function withApp(root: string, use: (app: { address: string; browser: Browser }) => Promise<void>) {
  const setup = (await import(pathToFileURL(join(root, 'scripts', 'setup.mjs')).href)) as Setup;
  const { folder, serveSite } = await setup.ensureSite();
  const site = await serveSite({ folder: () => folder });
  const browser = await startBrowser();
  try {
    await use({ address: site.address, browser });
  } finally {
    await browser.close();
    await site.close();
  }
}

/** A page with a main thread as slow as that of a phone. */
export async function slowPage(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  const session: CDPSession = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  return page;
}

export const PHONE = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, locale: 'en' } as const;

export function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
