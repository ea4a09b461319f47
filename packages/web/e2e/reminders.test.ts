import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { BotApi, TOKEN } from '../../server/test/support/bot-api.ts';
import { newDatabase } from '../../server/test/support/new-database.ts';
import { PushReceiver } from '../../server/test/support/push-receiver.ts';
import { startTestServer, type TestServer } from '../../server/test/support/server.ts';
import { SmtpReceiver } from '../../server/test/support/smtp-receiver.ts';
import { KEPT, openAt, soon, useBench } from './app.ts';

const post = new SmtpReceiver();
const pushService = new PushReceiver();
const bot = new BotApi();
const running: { server?: TestServer } = {};

/** The real server with its database, serving the app as `npm start` does, with a mail server and a push service. */
const bench = useBench(async (folder) => {
  await post.start();
  await pushService.start();
  await bot.start();
  const telegram = { TELEGRAM_TOKEN: TOKEN, TELEGRAM_API: bot.base };
  const mail = { SMTP_URL: post.url, MAIL_FROM: 'reminders@example.org', PUBLIC_URL: 'http://127.0.0.1' };
  const server = await startTestServer(
    { DATABASE_URL: await newDatabase(), ...mail, ...telegram },
    { appFolder: folder },
  );
  running.server = server;
  const close = async () => {
    await server.stop();
    await post.stop();
    await pushService.stop();
    await bot.stop();
  };
  return { address: `${server.address}/`, close };
});

const DAY = 86_400_000;
const isoDay = (daysFromNow: number) => new Date(Date.now() + daysFromNow * DAY).toISOString().slice(0, 10);

/** One card with too little money for its next fee, whenever the test runs. */
const file = () =>
  JSON.stringify({
    format: 'simwise-keeper',
    version: 1,
    id: 'tested',
    cards: [
      {
        id: 'card-1',
        name: 'Mine',
        offers: [{ offer: 'beeline-vse-est-840-week', start: `${isoDay(-2)}T00:00:00`, terms: 'tested' }],
        entries: [{ id: 1, at: `${isoDay(-2)}T10:00:00`, is: 'state', from: 'typed', balance: '300.00 KZT' }],
      },
    ],
    alerts: { used: [50], beforeCharge: [3], beforeEnd: [], hour: 9 },
    taught: [],
    calendar: [],
  });

async function openReminders(options: Parameters<typeof bench.context>[0] = {}): Promise<Page> {
  const page = await (await bench.context({ ...KEPT, ...options })).newPage();
  await page.addInitScript((text) => {
    if (localStorage.getItem('simwise.keeper') === null) localStorage.setItem('simwise.keeper', text);
  }, file());
  await openAt(page, `${bench.address}#1/keeper`);
  await page.getByRole('article', { name: 'Mine' }).waitFor();
  await page.getByRole('button', { name: 'See what the server' }).click();
  await page.getByRole('button', { name: 'Connect Telegram' }).waitFor();
  return page;
}

const deviceKey = (page: Page) => page.evaluate(() => localStorage.getItem('simwise.device'));

type Kept = {
  readonly channels: readonly { readonly kind: string; readonly state: string }[];
  readonly reminders: readonly { readonly text: string; readonly rule: string; readonly dueAt: string }[];
};

/** All that the server keeps of the device of a page. */
async function keptOf(page: Page): Promise<Kept> {
  const answer = await running.server?.ask('GET /v1/device', { key: (await deviceKey(page)) ?? '' });
  return answer?.body as Kept;
}

/** The texts the page shows as all that a server would be told. */
async function told(page: Page): Promise<string[]> {
  await page.getByText('What it would be told now').click();
  const texts = await page.locator('section[aria-labelledby="reminders"] details li').allTextContents();
  return texts.map((text) => text.slice(text.indexOf('Mine')));
}

async function deleteAll(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Delete everything on the server' }).click();
  await page.getByText('the server keeps nothing of this device').waitFor();
}

describe('reminders by mail', () => {
  it('are told to the server as the page shows them, wait for the word of the address, and are deleted at once', async () => {
    const page = await openReminders();
    const shown = await told(page);
    expect(shown.length).toBeGreaterThan(0);
    await page.getByLabel('E-mail address').fill('somebody@example.com');
    await page.getByRole('button', { name: 'Send a mail' }).click();
    await page.getByText('E-mail: waits for you to confirm it').waitFor();
    const before = await keptOf(page);
    expect(before.channels).toMatchObject([{ kind: 'email', state: 'pending' }]);
    expect(before.reminders.map(({ text }) => text).sort()).toEqual(shown.sort());
    // Neither the balance nor the fee is among what the server was told.
    expect(JSON.stringify(before)).not.toMatch(/300|840/);

    const { text } = await post.mails.first(() => true);
    const [, path = ''] = /http:\/\/127\.0\.0\.1(\/confirm\/\S+)/.exec(text ?? '') ?? [];
    // The program that keeps the app on the device leaves the pages of the server alone.
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    const link = await page.context().newPage();
    await link.goto(new URL(path, bench.address).href);
    await link.getByRole('button', { name: 'Yes, send them' }).click();
    await link.getByText('Done. Reminders will come here.').waitFor();
    await page.getByRole('button', { name: 'Look again' }).click();
    await page.getByText('E-mail: on').waitFor();

    const key = (await deviceKey(page)) ?? '';
    await deleteAll(page);
    expect(await deviceKey(page)).toBe(null);
    expect((await running.server?.ask('GET /v1/device', { key }))?.status).toBe(401);
  });

  it('follow what changes on the page', async () => {
    const page = await openReminders();
    await page.getByLabel('E-mail address').fill('changing@example.com');
    await page.getByRole('button', { name: 'Send a mail' }).click();
    await page.getByText('E-mail: waits').waitFor();
    expect((await keptOf(page)).reminders.length).toBeGreaterThan(0);
    const put = page.waitForResponse((response) => response.request().method() === 'PUT');
    await page.getByLabel('Days before a charge').fill('');
    await page.getByLabel('Percent of an allowance').fill('');
    await page.getByRole('button', { name: 'Set: When to be reminded' }).click();
    await put;
    expect((await keptOf(page)).reminders).toEqual([]);
    await deleteAll(page);
  });

  it('to an address that the mail server does not take leave nothing behind', async () => {
    post.refusedRecipients = new Set(['nobody@example.com']);
    const page = await openReminders();
    await page.getByLabel('E-mail address').fill('nobody@example.com');
    await page.getByRole('button', { name: 'Send a mail' }).click();
    await page.getByRole('alert').filter({ hasText: 'does not take mail for this address' }).waitFor();
    expect(await page.getByLabel('E-mail address').inputValue()).toBe('nobody@example.com');
    expect(await deviceKey(page)).toBe(null);
  });
});

it('reminders by Telegram wait for the word that the link says to the bot', async () => {
  const page = await openReminders();
  await page.getByRole('button', { name: 'Connect Telegram' }).click();
  await page.getByText('Telegram: waits for you to confirm it').waitFor();
  const link = await page.getByRole('link', { name: 'Open the bot' }).getAttribute('href');
  bot.hear(7, `/start ${new URL(link ?? '').searchParams.get('start')}`);
  await bot.said.first(({ text }) => text === 'Done. Reminders will come here.');
  await page.getByRole('button', { name: 'Look again' }).click();
  await page.getByText('Telegram: on').waitFor();
  expect((await keptOf(page)).reminders.length).toBeGreaterThan(0);
  await deleteAll(page);
});

type Shown = { shown: { body: string; tag: string }[] };

describe('notifications of the browser', () => {
  it.each([
    ['en', 'See what the server', 'Turn on notifications', 'does not allow notifications'],
    ['ru', 'Узнать, что предлагает', 'Включить уведомления', 'не разрешает уведомления'],
    ['zh', '查看此地址的服务器', '开启通知', '不允许此页面发送通知'],
    ['kk', 'Осы мекенжайдағы сервер', 'Хабарламаларды қосу', 'рұқсат бермейді'],
  ])('that are refused are said to be, and nothing is made or lost (%s)', async (locale, look, button, said) => {
    const page = await (await bench.context({ ...KEPT, locale })).newPage();
    await openAt(page, `${bench.address}#1/keeper`);
    const file = await page.evaluate(() => localStorage.getItem('simwise.keeper'));
    await page.getByRole('button', { name: look }).click();
    await page.getByRole('button', { name: button }).click();
    await page.getByRole('alert').filter({ hasText: said }).waitFor();
    expect(await deviceKey(page)).toBe(null);
    expect(await page.evaluate(() => localStorage.getItem('simwise.keeper'))).toBe(file);
  });

  it('that are allowed are subscribed to with the key of the server, and removed again', async () => {
    const page = await openReminders({ permissions: ['notifications'] });
    // The browser of a test reaches no push service: what one would answer is put in its place.
    await page.evaluate((subscription) => {
      PushManager.prototype.subscribe = async (options) => {
        const key = options?.applicationServerKey;
        if (typeof key !== 'string' || key.length !== 87) throw new Error('not a key');
        return { toJSON: () => subscription } as unknown as PushSubscription;
      };
    }, pushService.subscribe('browser'));
    await page.getByRole('button', { name: 'Turn on notifications' }).click();
    await page.getByText('Notifications of this browser: on').waitFor();
    expect(await keptOf(page)).toMatchObject({ channels: [{ kind: 'push', state: 'confirmed' }] });
    await page.getByRole('button', { name: 'Remove: Notifications' }).click();
    await page.getByRole('button', { name: 'Turn on notifications' }).waitFor();
    expect(await keptOf(page)).toMatchObject({ channels: [], reminders: [] });
    await deleteAll(page);
  });

  it('show the sentence that was pushed, once for each reminder', async () => {
    const page = await openReminders({ permissions: ['notifications'] });
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    // The browser of a test has nowhere to show a notification: what it is asked to show is written down instead.
    const [worker] = page.context().serviceWorkers();
    await worker?.evaluate(() => {
      const shown: Shown['shown'] = [];
      Object.assign(self, { shown });
      ServiceWorkerRegistration.prototype.showNotification = async (_, { body = '', tag = '' } = {}) => {
        shown.push({ body, tag });
      };
    });
    const session = await page.context().newCDPSession(page);
    const found = new Promise<string>((done) =>
      session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
        const [registration] = registrations;
        if (registration) done(registration.registrationId);
      }),
    );
    await session.send('ServiceWorker.enable');
    const registrationId = await found;
    const data = JSON.stringify({ text: 'Mine: top up.', lang: 'en', tag: 'a', stop: '/stop/x', stopText: 'Stop' });
    for (let time = 0; time < 2; time++) {
      const origin = new URL(bench.address).origin;
      await session.send('ServiceWorker.deliverPushMessage', { origin, registrationId, data });
    }
    // Two of one tag are one to a person: the later takes the place of the earlier.
    const once = { body: 'Mine: top up.', tag: 'a' };
    await soon(async () =>
      expect(await worker?.evaluate(() => (self as unknown as Shown).shown)).toEqual([once, once]),
    );
  });
});

describe('a server that is not reached', () => {
  it('loses nothing: the page says so and keeps the key to delete with', async () => {
    const page = await openReminders();
    await page.getByLabel('E-mail address').fill('away@example.com');
    await page.getByRole('button', { name: 'Send a mail' }).click();
    await page.getByText('E-mail: waits').waitFor();
    const key = await deviceKey(page);
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Delete everything on the server' }).click();
    await page.getByRole('alert').filter({ hasText: 'The server cannot be reached' }).waitFor();
    await page.evaluate(() => location.assign('#1/about'));
    await page.getByRole('button', { name: 'Forget everything' }).click();
    await page.getByText('the reminders it has are not deleted').waitFor();
    expect(await deviceKey(page)).toBe(key);
    await page.context().setOffline(false);
    await page.getByRole('button', { name: 'Forget everything' }).click();
    await page.getByText('Forgotten.').waitFor();
    expect((await running.server?.ask('GET /v1/device', { key: key ?? '' }))?.status).toBe(401);
  });
});
