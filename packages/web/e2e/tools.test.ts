import { readFileSync } from 'node:fs';
import { MESSAGES } from '@simwise/messages/all';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { addressIs, hashOf, settled, soon, useBench } from './app.ts';
import { LANGUAGES } from './pages.ts';
import { readQr } from './read-qr.ts';

const bench = useBench();

const STAY = 'for=transit&from=2026-12-01';

/** Puts something in the place of what only a real device has: a screen to keep on, and a clipboard. */
async function giveDevice(page: Page): Promise<void> {
  await page.evaluate(() => {
    const kept = { isOn: false, copied: '' };
    const lock = { release: () => Promise.resolve(Object.assign(kept, { isOn: false })) };
    const wakeLock = { request: () => Promise.resolve(Object.assign(kept, { isOn: true }) && lock) };
    const clipboard = { writeText: (copied: string) => Promise.resolve(Object.assign(kept, { copied })) };
    Object.defineProperty(navigator, 'wakeLock', { value: wakeLock, configurable: true });
    Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
    Object.assign(window, { device: kept });
  });
}

type Device = { readonly isOn: boolean; readonly copied: string };

function deviceOf(page: Page): Promise<Device> {
  return page.evaluate(() => ({ ...(window as unknown as { device: Device }).device }));
}

function isInFocus(field: Locator): Promise<boolean> {
  return field.evaluate((each) => each === document.activeElement);
}

describe.concurrent.each(LANGUAGES)('in %s', (language) => {
  const { web, cards } = MESSAGES[language];
  const { offers, poster, map, places, ask, counter } = web;

  it.sequential('the map of the answer has the point of the person, the facts of its table, and leads where it is tapped', async () => {
    const page = await bench.visit(language, `1/map?${STAY}&days=4&data=400MB/day`);
    const own = MESSAGES[language].units.days(4);
    expect(await page.locator('.answer-map td.is-here a').getAttribute('aria-label')).toContain(own);
    expect(await page.locator('.curve g:has(circle.here) .label').textContent()).toBe('4');
    await page.getByText(map.table).click();
    await page.locator('details tbody tr').first().waitFor();
    // Both at one moment: they grow with every row that is found.
    const { names, rows } = await page.evaluate(() => ({
      names: [...document.querySelectorAll('.answer-map a')].map((each) => each.getAttribute('aria-label')),
      rows: [...document.querySelectorAll('details tbody tr')].map((row) =>
        [...row.children].map((cell) => cell.textContent ?? ''),
      ),
    }));
    const told = rows.map(([days = '', data = '', kind = '', , total = '']) => map.go({ days, data, kind, total }));
    expect(names.length).toBeGreaterThan(3);
    expect(told.filter((name) => names.includes(name)).length).toBe(names.length);
    const href = await page.locator('.answer-map td:not(.is-here) a').first().getAttribute('href');
    await page.locator(`.answer-map a[href="${href}"]`).click();
    await addressIs(page, `${href?.slice(1)}`);
    await page.locator('.card.best').waitFor();
  });

  it.sequential('offers are filtered by name, kind, brand, price form, day seen and needs', async () => {
    const page = await bench.visit(language, '1/offers');
    const rows = page.locator('ul.offers > li');
    const all = await rows.count();
    await page.locator('.filters summary').click();
    await page.getByLabel(offers.kind, { exact: true }).selectOption('data');
    const isOfKind = (hint: string) => hint.startsWith(cards.data);
    await soon(async () => expect((await rows.locator('p.hint').allTextContents()).every(isOfKind)).toBe(true));
    await page.getByLabel(offers.form, { exact: true }).selectOption('once');
    await page.getByLabel(offers.seenSince, { exact: true }).selectOption('60');
    await page.getByLabel(offers.hotspot).check();
    await addressIs(page, '1/offers?show=kind:data&show=form:once&show=seen:60&show=hotspot:yes');
    await page.getByLabel(offers.search, { exact: true }).fill('maya');
    await soon(async () =>
      expect((await rows.locator('a').allTextContents()).every((name) => /maya/i.test(name))).toBe(true),
    );
    await page.getByLabel(offers.brand, { exact: true }).selectOption('beeline');
    await page.getByText(offers.none).waitFor();
    await page.getByRole('button', { name: offers.clear, exact: true }).click();
    await soon(async () => expect(await rows.count()).toBe(all));
  });

  it.sequential('up to three offers are compared side by side, with what differs marked in words', async () => {
    const page = await bench.visit(language, '1/offers?show=kind:phone');
    const boxes = page.locator('ul.offers input');
    for (const index of [0, 5, 11]) await boxes.nth(index).check();
    await page.getByText(offers.most).waitFor();
    expect(await boxes.nth(1).isDisabled()).toBe(true);
    await page.getByRole('link', { name: offers.compareCount({ count: 3 }) }).click();
    await page.getByRole('heading', { name: offers.comparing }).waitFor();
    const heads = page.locator('thead th');
    expect(await heads.count()).toBe(3);
    const cells = await page.locator('tbody tr').evaluateAll((all) =>
      all.map((row) => ({
        texts: [...row.querySelectorAll('td')].map((cell) => cell.textContent),
        marked: row.querySelector('.mark')?.textContent ?? '',
      })),
    );
    for (const { texts, marked } of cells) expect(marked.includes(offers.differs)).toBe(new Set(texts).size > 1);
    await heads.first().getByRole('button').click();
    await soon(async () => expect(await heads.count()).toBe(2));
  });

  it.sequential('a price read off a poster is ranked, kept, edited and handed on', async () => {
    const page = await bench.visit(language, `1/poster?${STAY}`);
    await page.getByLabel(poster.name).fill('Vesna');
    await page.getByLabel(poster.price, { exact: true }).fill('1 990,50');
    await page.getByLabel(poster.gigabytes).fill('a lot');
    await page.getByRole('button', { name: poster.keep }).click();
    await page.getByText(poster.needNumber).waitFor();
    expect(await page.getByLabel(poster.gigabytes).inputValue()).toBe('a lot');
    await soon(async () => expect(await isInFocus(page.getByLabel(poster.gigabytes))).toBe(true));
    await page.getByLabel(poster.gigabytes).fill('20');
    await page.getByLabel(poster.gigabytes).press('Enter');
    await soon(() => expect(decodeURIComponent(hashOf(page))).toContain('poster=Vesna:+1990.50+KZT/30d,+20GB'));
    await page.locator('ul.offers [role="status"]', { hasText: '₸' }).waitFor();
    await page.getByRole('button', { name: poster.edit({ name: 'Vesna' }) }).click();
    await soon(async () => expect(await isInFocus(page.getByLabel(poster.name))).toBe(true));
    await page.getByLabel(poster.price, { exact: true }).fill('990');
    await page.getByRole('button', { name: poster.save }).click();
    await soon(() => expect(decodeURIComponent(hashOf(page))).toContain('poster=Vesna:+990+KZT/30d,+20GB'));
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: poster.export }).click(),
    ]);
    const { corrections } = JSON.parse(readFileSync(await file.path(), 'utf8')) as {
      corrections: readonly { line: string }[];
    };
    expect(corrections.map(({ line }) => line)).toEqual(['Vesna: 990 KZT/30d, 20GB']);
    await page.getByRole('button', { name: poster.remove({ name: 'Vesna' }) }).click();
    await page.getByText(poster.none).waitFor();
  });

  it.sequential('the map of the country moves and zooms, by button and by key, and its list says the same', async () => {
    const page = await bench.visit(language, '1/places?for=tourist&from=2026-12-01&place=3@Almaty&place=2@Saty');
    const drawn = page.locator('.map svg > g');
    const moved = async (before: string | null) =>
      soon(async () => expect(await drawn.getAttribute('transform')).not.toBe(before));
    const whole = await drawn.getAttribute('transform');
    await page.getByRole('button', { name: places.zoomIn }).click();
    await moved(whole);
    const near = await drawn.getAttribute('transform');
    await page.locator('.map svg').press('ArrowRight');
    await moved(near);
    await page.getByRole('button', { name: places.whole }).click();
    await soon(async () => expect(await drawn.getAttribute('transform')).toBe(whole));
    expect(await page.locator('.map .stop').count()).toBe(2);
    expect((await page.locator('.map .route').getAttribute('points'))?.split(' ').length).toBe(2);
    const networks = (await page.getByRole('radio').count()) - 1;
    expect(await page.locator('main > ul').first().locator('li').count()).toBe(networks);
    expect(await page.locator('table').first().locator('tbody tr').count()).toBe(networks);
  });

  it.sequential('formalities follow what is said of the person and the phone, each with its sources', async () => {
    const page = await bench.visit(language, `1/formalities?${STAY}&need=number`);
    const rules = page.locator('main h2, details.rule summary');
    const before = await rules.allTextContents();
    expect(await page.locator('details.rule').first().locator('.sources li').count()).toBeGreaterThan(0);
    await page.locator('.about-you summary').click();
    await page.getByLabel(web.formalities.citizen).selectOption('KZ');
    await page.getByRole('group', { name: web.formalities.bought }).getByText(web.formalities.abroad).click();
    await addressIs(page, `1/formalities?${STAY}&need=number&bought=abroad&passport=KZ`);
    await settled(page);
    await soon(async () => expect(await rules.allTextContents()).not.toEqual(before));
  });

  it.sequential('the card for the shop is shown large while the screen stays on, in the languages of the country and the own, with a code to scan', async () => {
    const page = await bench.visit(language, `1/counter?${STAY}&need=number`);
    await giveDevice(page);
    await page.getByRole('button', { name: counter.large }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(counter.awake).waitFor();
    expect((await deviceOf(page)).isOn).toBe(true);
    const spoken = await dialog
      .locator('h2 .spoken > [lang]')
      .evaluateAll((all) => all.map((each) => each.getAttribute('lang')));
    expect(new Set(spoken)).toEqual(new Set(['kk', 'ru', language]));
    await dialog.getByRole('button', { name: web.shell.close }).click();
    await dialog.waitFor({ state: 'detached' });
    await soon(async () => expect((await deviceOf(page)).isOn).toBe(false));
    expect(await readQr(page)).toBe(await page.locator('svg.qr').getAttribute('aria-label'));
  });

  it.sequential('whom to ask has numbers to call and codes to copy', async () => {
    const page = await bench.visit(language, '1/ask');
    await giveDevice(page);
    await page.getByLabel(ask.brand, { exact: true }).selectOption('beeline');
    const code = page
      .locator('.code', { hasText: '#' })
      .filter({ has: page.locator('a[href^="tel:"]') })
      .first();
    const value = (await code.locator('code').textContent()) ?? '';
    expect(await code.getByRole('link', { name: ask.dial({ value }) }).getAttribute('href')).toBe(
      `tel:${value.replaceAll('#', '%23')}`,
    );
    await code.getByRole('button', { name: ask.copy({ value }) }).click();
    await code.getByText(web.share.copied).waitFor();
    expect((await deviceOf(page)).copied).toBe(value);
  });

  it.sequential('the kinds of card are told side by side on the terms of the person', async () => {
    const page = await bench.visit(language, `1/explain?${STAY}`);
    const kinds = await page.locator('.leaders h2').allTextContents();
    expect(kinds.length).toBe(4);
    expect((await page.locator('thead th').allTextContents()).slice(1)).toEqual(kinds);
    expect(await page.locator('.leaders .sum').first().textContent()).toMatch(/₸/);
  });
});

describe.concurrent('the card for the shop', () => {
  it.each(['kk', 'ru'])('has its prices as %s writes them', async (spoken) => {
    const page = await bench.open('1/counter?for=tourist&from=2026-12-01&days=12&data=768MB/day');
    const price = page.locator(`.note .spoken > [lang="${spoken}"]`, { hasText: '₸' });
    expect(await price.first().textContent()).toMatch(/\d\s₸/);
    await page.context().close();
  });
});

it('a link to an offer that names none leads to the list and speaks of no offer', async () => {
  const page = await bench.open('1/offer');
  expect((await page.locator('.empty').textContent())?.trim()).toBe(MESSAGES.en.web.offers.clear);
  await page.context().close();
});
