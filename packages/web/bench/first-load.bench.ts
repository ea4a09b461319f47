import type { Browser } from 'playwright-core';
import { slowLine } from './slow-line.ts';
import { medianOf, PHONE, SLOWER, slowPage, withApp } from './slow-phone.ts';

const ROUNDS = 7;

/** 1.6 Mbit/s with the latency of a mobile network, as performance tools emulate it. */
const NETWORK = { bytesPerSecond: 1_600_000 / 8, latency: 150 } as const;

/** `shows`: what somebody came for; `rests`: what is there once the largest paint may be told. */
type Arrival = { readonly what: string; readonly hash: string; readonly shows: string; readonly rests: string };

/** Addresses that people arrive at: the first question, and an answer that was shared, of which the first cards found count. */
const ARRIVALS: readonly Arrival[] = [
  { what: 'the first question', hash: '', shows: 'h1:not(.before h1)', rests: 'h1:not(.before h1)' },
  {
    what: 'the cards of a shared answer',
    hash: '#1/answer?for=tourist&from=2026-12-01',
    shows: '.brief .sum, .card.best',
    rests: '.card.best',
  },
];

type Say = (what: string, figure: string) => void;

/** Measures first and largest paint of a first visit on 1.6 Mbit/s with a main thread four times slower. */
export async function bench(say: Say, root: string): Promise<void> {
  await withApp(root, async ({ address, browser }) => {
    const line = await slowLine(Number(new URL(address).port), NETWORK);
    const slow = `http://127.0.0.1:${line.port}/`;
    for (const arrival of ARRIVALS) {
      const { what } = arrival;
      await paintsOf(browser, slow, arrival);
      const rounds: Paints[] = [];
      for (let round = 0; round < ROUNDS; round++) rounds.push(await paintsOf(browser, slow, arrival));
      const figure = (paint: keyof Paints) => ms(rounds.map((each) => each[paint]));
      say(
        `first visit to ${what}, 1.6 Mbit/s, main thread ${SLOWER} times slower`,
        `first paint ${figure('first')}, largest paint ${figure('largest')}, ${what} painted ${figure('wanted')}`,
      );
    }
    line.close();
  });
}

function ms(values: readonly number[] = []): string {
  return `${medianOf(values).toFixed(0)} ms (${Math.min(...values).toFixed(0)} to ${Math.max(...values).toFixed(0)})`;
}

/** `wanted`: the paint of what somebody came for. */
type Paints = { readonly first: number; readonly largest: number; readonly wanted: number };

/** In a new context, so that nothing is kept; the largest paint is the last one until the page has come to rest. */
async function paintsOf(browser: Browser, address: string, { hash, shows, rests }: Arrival): Promise<Paints> {
  const context = await browser.newContext({ ...PHONE, serviceWorkers: 'block' });
  const page = await slowPage(context);
  await page.addInitScript(watchFor, shows);
  await page.goto(`${address}${hash}`);
  await page.locator(rests).first().waitFor();
  const paints = await page.evaluate(readPaints);
  await context.close();
  return paints;
}

/** Notes when something is painted for the first time. Runs in the page. */
function watchFor(shows: string): void {
  const observer = new MutationObserver(() => {
    if (!document.querySelector(shows)) return;
    observer.disconnect();
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => performance.mark('wanted');
      port2.postMessage(null);
    });
  });
  observer.observe(document, { subtree: true, childList: true });
}

/** Waits for a second without a larger paint. Runs in the page. */
function readPaints(): Promise<Paints> {
  return new Promise((done) => {
    let largest = 0;
    let quiet: ReturnType<typeof setTimeout> | undefined;
    const timeOf = (name: string) => performance.getEntriesByName(name)[0]?.startTime ?? 0;
    const finish = () => done({ first: timeOf('first-contentful-paint'), largest, wanted: timeOf('wanted') });
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
