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
 * Of what the packaged browser asks for nothing more: it is meant for a function in the cloud, in one process, in which all
 * pages end with the first that is closed while it is slowed, and without the rules that keep origins apart.
 */
const ARGS = ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'];

/** Starts the system's browser, or the one that npm has brought. @throws Error that says what to install */
export async function startBrowser(): Promise<Browser> {
  const found = PLACES.find((path) => existsSync(path));
  if (found) return chromium.launch({ executablePath: found, args: ARGS });
  const { default: packaged } = await import('@sparticuz/chromium');
  try {
    return await chromium.launch({ executablePath: await packaged.executablePath(), args: ARGS });
  } catch (error) {
    throw new Error(`no browser could be started; install Chromium or Chrome (${String(error)})`);
  }
}
