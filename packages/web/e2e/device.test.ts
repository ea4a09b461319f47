import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addressIs, goTo, KEPT, openAt, settled, soon, useBench } from './app.ts';
import { PAGE_ADDRESSES } from './pages.ts';

const bench = useBench();

const QUICK = '1/answer?for=transit&from=2026-12-01';

describe.concurrent('without a connection', () => {
  it('everything works after one visit, on every page, under any path', async () => {
    const context = await bench.context(KEPT);
    const page = await context.newPage();
    await openAt(page, bench.address);
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await context.setOffline(true);
    await page.getByText('You are offline').waitFor();
    await openAt(page, `${bench.address}#${QUICK}`);
    // The page that is loaded anew is without a connection too, but the browser of a test does not tell it so.
    await page.reload();
    await settled(page);
    await page.locator('.card.best').waitFor();
    for (const [name, hash] of Object.entries(PAGE_ADDRESSES)) {
      await goTo(page, hash);
      expect(await page.locator('.trouble').count(), name).toBe(0);
    }
    await goTo(page, '1/share');
    await page.getByLabel('Language').selectOption('kk');
    await page.getByRole('heading', { name: 'Бөлісу' }).waitFor();
    await context.setOffline(false);
    await context.setOffline(true);
    await page.getByText('Байланыс жоқ').waitFor();
    await context.setOffline(false);
    await page.getByText('Байланыс жоқ').waitFor({ state: 'detached' });
    await context.close();
  });
});

describe.concurrent('an installation', () => {
  it('lacks nothing that a browser asks for', async () => {
    const page = await bench.open('', KEPT);
    const session = await page.context().newCDPSession(page);
    const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
    // The window of a test is a private one, in which nothing is ever installed.
    expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);
    const { errors, data } = await session.send('Page.getAppManifest');
    expect(errors).toEqual([]);
    const { icons } = JSON.parse(data ?? '{}') as { icons: readonly { src: string }[] };
    const links = await page
      .locator('link[rel="apple-touch-icon"]')
      .evaluateAll((all) => all.map((each) => each.getAttribute('href')));
    for (const file of [...icons.map(({ src }) => src), ...links]) {
      const { status } = await page.evaluate(async (url) => ({ status: (await fetch(url)).status }), file ?? '');
      expect(status, `${file}`).toBe(200);
    }
  });
});

describe.concurrent('a newer version', () => {
  it('waits under an open page until it is wanted, then takes over whole', async () => {
    const old = bench.copySite();
    const site = await bench.serve(old);
    const context = await bench.context(KEPT);
    const page = await context.newPage();
    await openAt(page, `${site.address}#1/when?days=9`);
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    const before = await versionOf(page);

    site.serveFrom(newerThan(old));
    await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
    await page.getByText('A newer version is ready.').waitFor();
    expect(await versionOf(page)).toBe(before);
    // Files of the old version are gone from the server; the open page still has them.
    await page.getByRole('link', { name: 'About' }).click();
    await page.getByRole('heading', { name: 'About simwise' }).waitFor();

    const other = await context.newPage();
    await openAt(other, `${site.address}#1/phone?days=9`);
    expect(await versionOf(other)).toBe(before);
    await page.getByRole('button', { name: 'Reload with it' }).click();
    await page.waitForFunction((known) => document.querySelector(`meta[content="${known}"]`) === null, before);
    await settled(page);
    await soon(async () => expect(await versionOf(page)).toBe('newer'));
    await addressIs(page, '1/about?days=9');
    await other.waitForFunction((known) => document.querySelector(`meta[content="${known}"]`) === null, before);
    await addressIs(other, '1/phone?days=9');
    await context.close();
  });
});

type Page = Awaited<ReturnType<typeof bench.open>>;

async function versionOf(page: Page): Promise<string | null> {
  return page.locator('meta[name="simwise-version"]').getAttribute('content');
}

/** The same site as another version: the page says so, and the service worker knows of the change. */
function newerThan(folder: string): string {
  const newer = bench.copySite();
  cpSync(folder, newer, { recursive: true });
  const file = join(newer, 'index.html');
  const html = readFileSync(file, 'utf8');
  writeFileSync(file, html.replace(/(name="simwise-version" content=")[^"]*/, '$1newer'));
  const worker = join(newer, 'sw.js');
  writeFileSync(worker, readFileSync(worker, 'utf8').replace(/(url:"index\.html",revision:")[^"]*/, '$1newer'));
  return newer;
}

describe.concurrent('a device that keeps nothing', () => {
  it.each([
    ['is full', 'QuotaExceededError'],
    ['forbids it', 'SecurityError'],
  ])('%s: says so, keeps what was typed in the address, and goes on', async (_, name) => {
    const context = await bench.context(KEPT);
    await context.addInitScript((error) => {
      Storage.prototype.setItem = () => {
        throw new DOMException('no', error);
      };
    }, name);
    const page = await context.newPage();
    await openAt(page, `${bench.address}#1/when`);
    await page.getByLabel('Days in the country').fill('9');
    await page.getByText('This device does not keep anything').waitFor();
    await addressIs(page, '1/when?days=9');
    await page.getByLabel('Language').selectOption('ru');
    await page.getByRole('heading', { name: 'На сколько и с какого дня?' }).waitFor();
    await addressIs(page, '1/when?days=9');
    await context.close();
  });

  it('refuses service workers and channels between pages too: the app answers all the same', async () => {
    const context = await bench.context(KEPT);
    await context.addInitScript(() => {
      const refuse = () => {
        throw new DOMException('no', 'SecurityError');
      };
      for (const name of ['localStorage', 'BroadcastChannel']) Object.defineProperty(window, name, { get: refuse });
    });
    const page = await context.newPage();
    await openAt(page, `${bench.address}#${QUICK}`);
    await page.locator('.card.best').waitFor();
    await page.getByText('This device does not keep anything').waitFor();
    await context.close();
  });

  it('is told apart from one that keeps: the next visit goes on where the last one was', async () => {
    const context = await bench.context(KEPT);
    const page = await context.newPage();
    await openAt(page, `${bench.address}#1/when?days=9`);
    await page.getByLabel('Language').selectOption('zh');
    await page.getByRole('heading', { name: '待多久，从哪天开始？' }).waitFor();
    await page.close();
    const next = await context.newPage();
    await openAt(next, bench.address);
    await next.getByRole('link', { name: '继续上次的内容' }).click();
    await soon(async () => expect(await next.getByLabel('在该国的天数').inputValue()).toBe('9'));
    await context.close();
  });

  it('takes over what an older version kept, as far as it can be read', async () => {
    const context = await bench.context(KEPT);
    await context.addInitScript(() => {
      if (location.protocol !== 'http:') return;
      localStorage.setItem('simwise.address', '0/when?days=9&mood=good');
      localStorage.setItem('simwise.language', 'klingon');
      localStorage.setItem('simwise.theme', 'plaid');
    });
    const page = await context.newPage();
    await openAt(page, bench.address);
    await page.getByRole('link', { name: 'Go on where you were' }).click();
    await soon(async () => expect(await page.getByLabel('Days in the country').inputValue()).toBe('9'));
    await context.close();
  });
});

describe.concurrent('a broken catalogue', () => {
  it.each<[string, (file: string) => void]>([
    ['is missing', (file) => rmSync(file)],
    ['is cut short', (file) => writeFileSync(file, readFileSync(file, 'utf8').slice(0, 1000))],
    ['is of another form', (file) => writeFileSync(file, '{"format":99,"offers":[]}')],
  ])('that %s is told, what was typed stays, and trying again helps', async (_, spoil) => {
    const broken = bench.copySite();
    const name = /catalog-[0-9a-f]+\.json/.exec(readFileSync(join(broken, 'index.html'), 'utf8'))?.[0] ?? '';
    spoil(join(broken, 'assets', name));
    const site = await bench.serve(broken);
    const context = await bench.context();
    const page = await context.newPage();
    await page.goto(`${site.address}#${QUICK}`);
    await page.getByText('The price catalogue could not be loaded').waitFor();
    await addressIs(page, QUICK);
    site.serveFrom(bench.folder);
    await page.route('**/assets/catalog-*', (route) => route.continue());
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.locator('.card.best').waitFor();
    await context.close();
  });
});
