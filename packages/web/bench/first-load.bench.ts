import type { Browser } from 'playwright-core';
import { medianOf, PHONE, SLOWER, slowPage, withApp } from './slow-phone.ts';

const ROUNDS = 7;

/** Addresses that people arrive at: the first question, and an answer that was shared. */
const ARRIVALS = [
  { what: 'the first question', hash: '', shows: 'h1:not(.before h1)' },
  { what: 'a shared answer', hash: '#1/answer?for=tourist&from=2026-12-01', shows: '.card.best' },
] as const;

type Say = (what: string, figure: string) => void;

/** Measures first and largest paint of a first visit on 1.6 Mbit/s with a main thread four times slower. */
export async function bench(say: Say, root: string): Promise<void> {
  await withApp(root, async ({ address, browser }) => {
    await paintsOf(browser, address, 'h1');
    for (const { what, hash, shows } of ARRIVALS) {
      const rounds: Paints[] = [];
      for (let round = 0; round < ROUNDS; round++) rounds.push(await paintsOf(browser, `${address}${hash}`, shows));
      const [first, largest] = (['first', 'largest'] as const).map((paint) => rounds.map((each) => each[paint]));
      say(
        `first visit to ${what}, 1.6 Mbit/s, main thread ${SLOWER} times slower`,
        `first paint ${ms(first)}, largest paint ${ms(largest)}`,
      );
    }
  });
}

function ms(values: readonly number[] = []): string {
  return `${medianOf(values).toFixed(0)} ms (${Math.min(...values).toFixed(0)} to ${Math.max(...values).toFixed(0)})`;
}

type Paints = { readonly first: number; readonly largest: number };

/** In a new context, so that nothing is kept; the largest paint is the last one until the page has come to rest. */
async function paintsOf(browser: Browser, address: string, shows: string): Promise<Paints> {
  const context = await browser.newContext({ ...PHONE, serviceWorkers: 'block' });
  const page = await slowPage(context, true);
  await page.goto(address);
  await page.locator(shows).first().waitFor();
  const paints = await page.evaluate(readPaints);
  await context.close();
  return paints;
}

/** Waits for a second without a larger paint. Runs in the page. */
function readPaints(): Promise<Paints> {
  return new Promise((done) => {
    let largest = 0;
    let quiet: ReturnType<typeof setTimeout> | undefined;
    const finish = () =>
      done({ first: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0, largest });
    const wait = () => {
      clearTimeout(quiet);
      quiet = setTimeout(finish, 1000);
    };
    new PerformanceObserver((list) => {
      for (const { startTime } of list.getEntries()) largest = startTime;
      wait();
    }).observe({ type: 'largest-contentful-paint', buffered: true });
    wait();
  });
}
