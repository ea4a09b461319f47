import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { openAt, settled, useBench } from './app.ts';
import { PAGE_ADDRESSES } from './pages.ts';

const bench = useBench();

const LANGUAGES = [
  ['zh', 'zh-CN', '我在哈萨克斯坦需要哪张 SIM 卡？'],
  ['en', 'en-GB', 'Which SIM card do I need in Kazakhstan?'],
  ['ru', 'ru-RU', 'Какая SIM-карта нужна мне в Казахстане?'],
  ['kk', 'kk-KZ', 'Қазақстанда маған қандай SIM-карта керек?'],
] as const;

const EVERYTHING = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe complains of: the rule and where. Of the second colours only what colours can spoil is asked. */
async function complaints(page: Page, rules: readonly string[] = EVERYTHING): Promise<string[]> {
  return page.evaluate(async (runOnly) => {
    const { axe } = window as unknown as { axe: { run: (root: Document, options: object) => Promise<AxeResults> } };
    type AxeResults = { violations: { id: string; nodes: { html: string }[] }[] };
    const { violations } = await axe.run(document, { runOnly });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
  }, rules);
}

async function complaintsAt(hash: string): Promise<string[]> {
  const page = await bench.open(hash);
  await page.evaluate(axe.source);
  return complaints(page);
}

/** The page that an address leads to. */
function pageIn(hash: string): string {
  return /^1\/(\w+)/.exec(hash)?.[1] ?? 'home';
}

/** Whether something is wider than the screen, which would make the page scroll sideways. */
function isTooWide(): boolean {
  return document.documentElement.scrollWidth > document.documentElement.clientWidth + 1;
}

describe.each(LANGUAGES)('in %s', (language, locale, heading) => {
  it('opens in the language of the device', async () => {
    const page = await bench.open('', { locale: language });
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(heading);
    expect(await page.locator('html').getAttribute('lang')).toBe(locale);
  });

  it('axe finds nothing and nothing is too wide, on every page, in light and dark', async () => {
    const found: string[] = [];
    const context = await bench.context({ locale: language, viewport: { width: 320, height: 640 } });
    const page = await context.newPage();
    await openAt(page, bench.address);
    await page.evaluate(axe.source);
    for (const [name, hash] of Object.entries(PAGE_ADDRESSES)) {
      await page.evaluate((next) => {
        location.hash = next;
      }, hash);
      await page.waitForFunction(
        (page) => document.querySelector('main')?.getAttribute('data-page') === page,
        pageIn(hash),
      );
      await settled(page);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        const rules = colorScheme === 'light' ? EVERYTHING : ['color-contrast'];
        found.push(...(await complaints(page, rules)).map((text) => `${name} ${colorScheme} ${text}`));
      }
      if (await page.evaluate(isTooWide)) found.push(`${name} is wider than 320 pixels`);
    }
    await context.close();
    expect(found).toEqual([]);
  });
});

describe('states', () => {
  it.each([
    ['no offer found', '1/offers?show=name:zzzzzz'],
    ['nothing compared', '1/compare'],
    ['an error', '1/answer?for=transit&poster=nonsense'],
    ['unreadable link', '1/when?mood=good'],
  ])('axe finds nothing with %s', async (_, hash) => {
    expect(await complaintsAt(hash)).toEqual([]);
  });

  it('axe finds nothing when offline, with a card open to its ledger', async () => {
    const page = await bench.open('1/answer?for=transit&from=2026-12-01');
    await page.locator('.card.best summary').click();
    await page.context().setOffline(true);
    await page.getByText('You are offline').waitFor();
    await page.evaluate(axe.source);
    expect(await complaints(page)).toEqual([]);
  });

  it('text twice as large breaks nothing', async () => {
    const page = await bench.open('1/answer?for=transit&from=2026-12-01', { viewport: { width: 640, height: 800 } });
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
    expect(await page.evaluate(isTooWide)).toBe(false);
  });

  it('everything is reached by the keyboard alone', async () => {
    const page = await bench.open();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
    await page.getByRole('link', { name: 'Passing through' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Show the answer' }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
  });
});
