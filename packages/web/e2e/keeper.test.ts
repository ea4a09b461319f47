import { readFileSync } from 'node:fs';
import type { Download, Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { goTo, KEPT, openAt, settled, useBench } from './app.ts';
import { complaints, isTooWide } from './axe.ts';

const bench = useBench();

const PLACE = 'simwise.keeper';

/** A file as an earlier program wrote it: one card whose plan is on record, one whose plan has left the catalogue. */
const OLDER_FILE = JSON.stringify({
  format: 'simwise-keeper',
  version: 1,
  id: 'older',
  cards: [
    {
      id: 'card-1',
      name: 'Mine',
      offers: [{ offer: 'beeline-vse-est-840-week', start: '2026-11-20T00:00:00', terms: 'older' }],
      expected: { data: '500MB/day' },
      entries: [{ id: 1, at: '2026-11-20T10:00:00', is: 'state', from: 'typed', balance: '300.00 KZT' }],
    },
    {
      id: 'card-2',
      name: 'Gone',
      offers: [{ offer: 'no-longer-on-record', start: '2026-11-01T00:00:00', terms: 'older' }],
      entries: [],
    },
  ],
  alerts: { used: [50], beforeCharge: [3], beforeEnd: [3], hour: 9 },
  taught: [],
  calendar: [],
});

/** The day after the last reading of the file, at noon in the country. */
const NOW = new Date('2026-11-21T07:00:00Z');

async function openKeeper(options: Parameters<typeof bench.context>[0] = {}): Promise<Page> {
  const page = await (await bench.context(options)).newPage();
  await page.clock.setFixedTime(NOW);
  await openAt(page, `${bench.address}#1/keeper`);
  return page;
}

async function importFile(page: Page, text: string): Promise<void> {
  const file = { name: 'copy.json', mimeType: 'application/json', buffer: Buffer.from(text) };
  await page.locator('input[accept*="json"]').setInputFiles(file);
}

function card(page: Page, name: string): Locator {
  return page.getByRole('article', { name });
}

function kept(page: Page): Promise<string | null> {
  return page.evaluate((place) => localStorage.getItem(place), PLACE);
}

async function download(page: Page, button: string): Promise<{ name: string; text: string }> {
  const [file] = await Promise.all<Download | undefined>([
    page.waitForEvent('download'),
    page
      .getByRole('button', { name: button })
      .click()
      .then(() => undefined),
  ]);
  if (!file) throw new Error('nothing was downloaded');
  return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') };
}

describe.concurrent.each([
  ['en', 'My cards', 'Balance', /^\d+ Nov 2026, \d\d:\d\d$/],
  ['ru', 'Мои карты', 'Баланс', /^\d+\sнояб\.\s2026\sг\.,\s\d\d:\d\d$/],
  ['zh', '我的卡', '余额', /^2026年11月\d+日 \d\d:\d\d$/],
  ['kk', 'Менің карталарым', 'Теңгерім', /^2026\sж\.\s\d+\sқар\.,\s\d\d:\d\d$/],
])('in %s', (locale, heading, balance, moment) => {
  it('opens an older file, shows what lies ahead, and axe finds nothing at 320 pixels, light and dark', async () => {
    const page = await openKeeper({ locale, viewport: { width: 320, height: 640 } });
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(heading);
    await importFile(page, OLDER_FILE);
    await card(page, 'Mine').waitFor();
    await settled(page);
    expect(await card(page, 'Mine').locator('dd').first().textContent()).toMatch(/300/);
    expect(await card(page, 'Gone').locator('svg').count()).toBe(0);
    for (const details of await page.locator('details').all())
      await details.evaluate((each) => each.setAttribute('open', ''));
    const table = card(page, 'Mine').locator('table').first();
    expect(await table.locator('thead th').nth(1).textContent()).toBe(balance);
    // Today and the days looked ahead.
    expect(await table.locator('tbody tr').count()).toBe(46);
    const due = page.locator('section[aria-labelledby="reminders"] .day');
    expect(await due.first().textContent()).toMatch(moment);
    expect(await complaints(page)).toEqual([]);
    expect(await page.evaluate(isTooWide)).toBe(false);
  });
});

describe.concurrent('the cards', () => {
  it('are added by hand, told of by a pasted reply that is shown back, undone, and kept without a connection', async () => {
    const page = await openKeeper(KEPT);
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await page.context().setOffline(true);
    await page.getByLabel('Plan').selectOption('beeline-vse-est-840-week');
    await page.getByLabel('First day').fill('2026-11-20');
    await page.getByLabel('A name of your own').fill('Mine');
    await page.getByLabel('Balance, where known').fill('300');
    await page.getByRole('button', { name: 'Add the card' }).click();
    const mine = card(page, 'Mine');
    await mine.waitFor();
    // 840 a week from Friday the 20th, of which 300 are there.
    await mine.locator('.next', { hasText: '27 Nov 2026' }).waitFor();
    expect(await mine.locator('.next').textContent()).toContain('540');

    await mine.getByText("The operator's reply").first().click();
    await mine.getByRole('textbox', { name: "The operator's reply" }).fill('Баланс: 450,50 тг');
    await mine.getByRole('button', { name: 'Read it', exact: true }).click();
    await mine.getByText('Balance: ₸450.50').waitFor();
    expect(await kept(page)).not.toContain('450.50');
    await mine.getByRole('button', { name: 'It is right: record it' }).click();
    await mine.locator('dd', { hasText: '₸450.50' }).waitFor();
    expect(await kept(page)).not.toContain('тг');

    await mine.getByText('History').click();
    await mine.getByRole('button', { name: 'Undo entry 2' }).click();
    await mine.locator('dd', { hasText: '₸300.00' }).waitFor();
    await page.reload();
    await mine.locator('dd', { hasText: '₸300.00' }).waitFor();
  });

  it('come from the answer in one step', async () => {
    const page = await bench.open('1/answer?for=transit&from=2026-12-01');
    await page.locator('.card.best').getByRole('button', { name: 'I take this' }).click();
    await page.locator('[data-page="keeper"] .kept').first().waitFor();
    expect(JSON.parse((await kept(page)) ?? '').cards[0].expected).toHaveProperty('data');
  });

  it('go out in one file and a calendar, and come back in', async () => {
    const page = await openKeeper();
    await importFile(page, OLDER_FILE);
    await card(page, 'Mine').waitFor();
    const calendar = await download(page, 'Calendar file');
    expect(calendar.name).toBe('simwise.ics');
    expect(calendar.text).toMatch(/^BEGIN:VCALENDAR[\s\S]+BEGIN:VALARM[\s\S]+END:VCALENDAR\s*$/);
    const copy = await download(page, 'Save everything');
    expect(copy.text).toBe(await kept(page));
    await card(page, 'Mine').getByRole('button', { name: 'Remove the card' }).click();
    await card(page, 'Mine').getByRole('button', { name: 'Remove it' }).click();
    await card(page, 'Mine').waitFor({ state: 'detached' });
    await importFile(page, copy.text);
    await page.getByRole('button', { name: 'Replace the cards' }).click();
    await card(page, 'Mine').waitFor();
    expect(await kept(page)).toBe(copy.text);
  });
});

describe.concurrent('what is said of a card', () => {
  it('a usage file counts; one that is no usage file is refused with its line', async () => {
    const page = await openKeeper();
    await importFile(page, OLDER_FILE);
    const mine = card(page, 'Mine');
    await mine.waitFor();
    await mine.getByText('Top-up, pack, data counter').click();
    const take = (name: string, text: string) =>
      mine.locator('input[accept*="csv"]').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
    await take('bad.csv', 'at,kind,to,amount\n2026-11-20T10:00:00,data,,much\n');
    await page.getByRole('alert').filter({ hasText: 'line 2' }).waitFor();
    await take('empty.csv', 'at,kind,to,amount\n');
    await page.getByRole('alert').filter({ hasText: 'There is no use in this file.' }).waitFor();
    // 300 MB on one day.
    await take('good.csv', 'at,kind,to,amount\n2026-11-20T10:00:00,data,,314572800\n');
    await mine.getByText('Recorded.').waitFor();
    expect(JSON.parse((await kept(page)) ?? '').cards[0].entries[1]).toMatchObject({
      is: 'usage',
      days: [{ day: '2026-11-20', kind: 'data', units: 314_572_800 }],
    });
    await mine.locator('dd', { hasText: 'from a usage file' }).waitFor();
  });

  it('its name, its use, its phone and the life of its number', async () => {
    const page = await openKeeper();
    await importFile(page, OLDER_FILE);
    await card(page, 'Mine').waitFor();
    await card(page, 'Mine').getByText('Facts about the card').click();
    await card(page, 'Mine').getByLabel('A name of your own').fill('Work');
    await card(page, 'Mine').getByLabel('Expected data').fill('200');
    await card(page, 'Mine').getByLabel('This phone first used').fill('2026-11-10');
    await card(page, 'Mine').getByLabel('Days without use').fill('90');
    await card(page, 'Mine').getByRole('button', { name: 'Set: Facts about the card' }).click();
    await card(page, 'Work').waitFor();
    expect(JSON.parse((await kept(page)) ?? '').cards[0]).toMatchObject({
      name: 'Work',
      expected: { data: '200MB/day' },
      handsetSince: '2026-11-10',
      idleDays: 90,
    });
    await card(page, 'Work').getByLabel('A name of your own').fill('+7 701 1234567');
    await card(page, 'Work').getByRole('button', { name: 'Set: Facts about the card' }).click();
    await page.getByRole('alert').filter({ hasText: 'This name cannot be used' }).waitFor();
    expect(JSON.parse((await kept(page)) ?? '').cards[0].name).toBe('Work');
  });

  it('when to be reminded is edited, and what cannot be meant is not taken', async () => {
    const page = await openKeeper();
    await importFile(page, OLDER_FILE);
    await card(page, 'Mine').waitFor();
    expect(await page.getByLabel('Percent of an allowance').inputValue()).toBe('50');
    const set = page.getByRole('button', { name: 'Set: When to be reminded' });
    await page.getByLabel('Percent of an allowance').fill('50, 85, half');
    await page.getByText('Whole numbers with commas between').waitFor();
    await set.click();
    expect(JSON.parse((await kept(page)) ?? '').alerts.used).toEqual([50]);
    await page.getByLabel('Percent of an allowance').fill('50, 185');
    await set.click();
    await page.getByRole('alert').filter({ hasText: 'These alerts cannot be set' }).waitFor();
    await page.getByLabel('Percent of an allowance').fill('50, 85,100');
    await page.getByLabel('Days before something ends').fill('');
    await page.getByLabel('Hour of the day').fill('20');
    await set.click();
    await page.getByText('Recorded.').waitFor();
    expect(JSON.parse((await kept(page)) ?? '').alerts).toEqual({
      used: [50, 85, 100],
      beforeCharge: [3],
      beforeEnd: [],
      hour: 20,
    });
  });

  it('a reply that is not understood is taught by marking its numbers', async () => {
    const page = await openKeeper();
    await importFile(page, OLDER_FILE);
    const mine = card(page, 'Mine');
    await mine.waitFor();
    await mine.getByText("The operator's reply").first().click();
    await mine.getByRole('textbox', { name: "The operator's reply" }).fill('XYZ 512 / 7,5');
    await mine.getByRole('button', { name: 'Read it', exact: true }).click();
    await mine.getByText('Nothing was understood').waitFor();
    await mine.getByText('Teach it').click();
    await mine.getByLabel('What is 512?').selectOption('balance');
    await mine.getByLabel('What is 7,5?').selectOption('GB');
    await mine.getByRole('button', { name: 'Read it so from now on' }).click();
    await mine.getByText('Balance: ₸512.00').waitFor();
    // The next one of that form is read without teaching.
    await mine.getByRole('textbox', { name: "The operator's reply" }).fill('XYZ 498 / 6,25');
    await mine.getByRole('button', { name: 'Read it', exact: true }).click();
    await mine.getByText('Balance: ₸498.00').waitFor();
  });
});

it('a host of files alone has no server: the page says so and leads to another one', async () => {
  const page = await openKeeper();
  await page.getByRole('button', { name: 'See what the server' }).click();
  await page.getByText('There is no server at this address').waitFor();
  await page.getByLabel("The server's address").fill('http://insecure.example.org');
  expect(await page.getByRole('link', { name: 'Open the app there' }).count()).toBe(0);
  await page.getByLabel("The server's address").fill('https://sim.example.org');
  expect(await page.getByRole('link', { name: 'Open the app there' }).getAttribute('href')).toBe(
    'https://sim.example.org/#1/keeper',
  );
});

describe.concurrent('what cannot be read or kept', () => {
  it.each([
    ['a file of a newer program', '{"format":"simwise-keeper","version":9}', 'newer program (version 9)'],
    ['another file', 'hello', 'not a file of the keeper'],
  ])('%s is refused and changes nothing', async (_, text, said) => {
    const page = await openKeeper();
    await importFile(page, OLDER_FILE);
    await card(page, 'Mine').waitFor();
    const before = await kept(page);
    await importFile(page, text);
    await page.getByRole('button', { name: 'Replace the cards' }).click();
    await page.getByRole('alert').filter({ hasText: said }).waitFor();
    expect(await kept(page)).toBe(before);
    expect(await card(page, 'Mine').count()).toBe(1);
  });

  it('a catalogue that cannot be had is said not to be, and trying again helps', async () => {
    const page = await bench.open('1/about');
    await page.route('**/assets/catalog-*', (route) => route.abort());
    await goTo(page, '1/keeper');
    await page.getByRole('alert').filter({ hasText: 'The price catalogue could not be loaded' }).waitFor();
    await page.unroute('**/assets/catalog-*');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { name: 'Add a card by hand' }).waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  it('a full device says so and lets everything be saved to a file', async () => {
    const page = await openKeeper();
    await page.evaluate(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('no', 'QuotaExceededError');
      };
    });
    await importFile(page, OLDER_FILE);
    await card(page, 'Mine').waitFor();
    await page.getByText('does not keep the newest state').waitFor();
    expect(await kept(page)).toBe(null);
    expect(JSON.parse((await download(page, 'Save everything')).text).cards).toHaveLength(2);
  });
});
