import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Where systems put a Chromium or Chrome. */
const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
];

/**
 * In one process, as a function in the cloud needs it, all pages end with the first one that is closed while it is slowed, and
 * with several service workers that start at once.
 */
const ONE_PROCESS: readonly string[] = ['--single-process', '--no-zygote'];

/** Starts the system's browser, or the one that npm has brought. @throws Error that says what to install */
export async function startBrowser(): Promise<Browser> {
  const found = PLACES.find((path) => existsSync(path));
  if (found) return chromium.launch({ executablePath: found, args: ['--no-sandbox'] });
  const { default: packaged } = await import('@sparticuz/chromium');
  const args = packaged.args.filter((arg) => !ONE_PROCESS.includes(arg));
  try {
    return await chromium.launch({ executablePath: await packaged.executablePath(), args });
  } catch (error) {
    throw new Error(`no browser could be started; install Chromium or Chrome (${String(error)})`);
  }
}
