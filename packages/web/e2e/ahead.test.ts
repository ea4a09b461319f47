import type { BrowserContext, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { addressIs, openAt, settled, soon, useBench } from './app.ts';

const bench = useBench();

const STAY = '1/answer?for=transit&from=2026-12-01&days=4&data=768MB/day';
const NOT_PROVEN = 'The cheapest found so far, at the middle of every price; not proven yet.';

/** A worker as the page sees it. `isHeld`: its answers do not come through, as those of a slow one that still computes. */
type Line = { found: number; whole: number; isHeld: boolean; release: () => void };

/** Puts a line between page and worker that counts rows found ahead and whole answers, and can hold them back. Runs in the page. */
function watchWorker(): void {
  const held: (() => void)[] = [];
  const line: Line = {
    found: 0,
    whole: 0,
    isHeld: false,
    release: () => {
      line.isHeld = false;
      for (const send of held.splice(0)) send();
    },
  };
  const Plain = Worker;
  class Watched extends Plain {
    override addEventListener(type: string, listen: unknown): void {
      const hear = listen as (event: MessageEvent<{ is: string }>) => void;
      super.addEventListener(type, (event) => {
        const message = event as MessageEvent<{ is: string }>;
        if (message.data?.is === 'found') line.found += 1;
        if (message.data?.is === 'view') line.whole += 1;
        if (line.isHeld) held.push(() => hear(message));
        else hear(message);
      });
    }
  }
  Object.assign(window, { Worker: Watched, line });
}

async function openWatched(context: BrowserContext, hash: string): Promise<Page> {
  await context.addInitScript(watchWorker);
  const page = await context.newPage();
  await openAt(page, `${bench.address}#${hash}`);
  return page;
}

type WithLine = { readonly line: Line };

const hold = (page: Page) =>
  page.evaluate(() => {
    (window as unknown as WithLine).line.isHeld = true;
  });
const release = (page: Page) => page.evaluate(() => (window as unknown as WithLine).line.release());
const have = (page: Page, what: 'found' | 'whole', count: number) =>
  page.waitForFunction(([of, least]) => (window as unknown as WithLine).line[of] >= least, [what, count] as const);
const briefOf = (page: Page) => page.locator('.brief').innerText();

describe.concurrent('cards found ahead', () => {
  it('answer a moved slider before the worker does, marked as not proven; its answer takes their place', async () => {
    const page = await openWatched(await bench.context(), STAY);
    await have(page, 'found', 4);
    expect(await briefOf(page)).not.toContain(NOT_PROVEN);
    await hold(page);
    await page.getByRole('slider', { name: 'Days' }).fill('9');
    await page.getByText(NOT_PROVEN).waitFor();
    expect(await briefOf(page)).toMatch(/^9 days, 768 MB a day\n+.+\n+.+ ₸[\d,.]+\n/);
    await page.getByRole('slider', { name: 'Gigabytes a day' }).fill('0.8');
    await soon(async () => expect(await briefOf(page)).toMatch(/^9 days, 819 MB a day\n+.+\n+.+ ₸[\d,.]+\n/));
    expect(await page.locator('.stay').innerText()).toContain('4 days');
    await release(page);
    await page.locator('.stay').getByText('9 days').waitFor();
    await settled(page);
    expect(await briefOf(page)).toMatch(/^9 days, 819 MB a day\n/);
    expect(await briefOf(page)).not.toContain(NOT_PROVEN);
    const best = page.locator('.card.best');
    expect(await page.locator('.brief .name').innerText()).toBe(
      await best.getByRole('heading', { level: 2 }).innerText(),
    );
    expect(await page.locator('.brief .sum').innerText()).toBe(await best.locator('.total strong').innerText());
  });

  it('do not bring back a question that was given up: late answers to it are not shown', async () => {
    const page = await openWatched(await bench.context(), STAY);
    await have(page, 'found', 4);
    const days = page.getByRole('slider', { name: 'Days' });
    await hold(page);
    await days.fill('5');
    await page.waitForTimeout(3000);
    await days.fill('6');
    await release(page);
    await page.locator('.stay').getByText('6 days').waitFor();
    await settled(page);
    expect(await briefOf(page)).toMatch(/^6 days/);
    await addressIs(page, '1/answer?for=transit&from=2026-12-01&days=6&data=768MB/day');
  });

  it('answer a tap on a cell of the map with what the cell says', async () => {
    const page = await openWatched(await bench.context(), STAY.replace('answer', 'map'));
    const cell = page.getByRole('link', { name: /^10 days, 1 GB a day/ });
    const [, total = ''] = /(₸[\d,.]+)\. Go there/.exec((await cell.getAttribute('aria-label')) ?? '') ?? [];
    await hold(page);
    await cell.click();
    await page.getByText(NOT_PROVEN).waitFor();
    expect(await briefOf(page)).toMatch(/^10 days, 1 GB a day\n/);
    expect(await page.locator('.brief .sum').innerText()).toBe(total);
    await release(page);
    await page.locator('.stay').getByText('10 days').waitFor();
  });
});
