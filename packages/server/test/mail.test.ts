import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Device } from './support/device.ts';
import { newDatabase } from './support/new-database.ts';
import { eventually, startTestServer, type TestServer } from './support/server.ts';
import { refuse, SmtpReceiver, TAKE } from './support/smtp-receiver.ts';

let server: TestServer;
let device: Device;
let names = 0;
const post = new SmtpReceiver();

beforeAll(async () => {
  await post.start();
  server = await startTestServer({
    DATABASE_URL: await newDatabase(),
    SMTP_URL: post.url,
    MAIL_FROM: 'reminders@example.org',
    PUBLIC_URL: 'https://simwise.example.org/',
  });
});

beforeEach(async () => {
  post.behaviour = TAKE;
  device = await Device.create(server.ask);
});

afterAll(async () => {
  await server.stop();
  await post.stop();
});

function newAddress(): string {
  return `person-${++names}@example.com`;
}

/** The path of the first link of a mail that leads to a page of ours. */
function linkIn(text: string | undefined, page: string): string {
  const [link] = new RegExp(`https://simwise\\.example\\.org/${page}/\\S+`).exec(text ?? '') ?? [];
  return new URL(link ?? '').pathname;
}

async function mailTo(address: string, subject: RegExp) {
  return post.mails.first((mail) => {
    const to = Array.isArray(mail.to) ? mail.to[0] : mail.to;
    return to?.text === address && subject.test(mail.subject ?? '');
  });
}

async function confirmed(language = 'en') {
  const address = newAddress();
  const { id } = await device.add({ kind: 'email', language, address });
  const { text } = await mailTo(address, /./);
  await server.ask(`POST ${linkIn(text, 'confirm')}`);
  return { channel: id, address };
}

describe('an address', () => {
  test('is asked first, in its language, and gets nothing before it agrees', async () => {
    const address = newAddress();
    const added = await device.add({ kind: 'email', language: 'kk', address });
    expect(added.state).toBe('pending');
    const question = await mailTo(address, /растаңыз/);
    expect(question.text).toContain('https://simwise.example.org/confirm/');
    await device.remind({ rule: 'early', channel: added.id });
    expect(await device.outcomeOf('early')).toMatchObject({ state: 'dropped', reason: 'not confirmed' });
  });

  test('is not confirmed by a program that merely opens the link', async () => {
    const address = newAddress();
    await device.add({ kind: 'email', language: 'en', address });
    const page = await server.ask(`GET ${linkIn((await mailTo(address, /./)).text, 'confirm')}`);
    expect(page.status).toBe(200);
    expect(page.text).toContain('<form method="post">');
    expect((await device.channels()).map(({ state }) => state)).toEqual(['pending']);
  });

  test('confirms once: the same link again is refused', async () => {
    const address = newAddress();
    await device.add({ kind: 'email', language: 'en', address });
    const link = linkIn((await mailTo(address, /./)).text, 'confirm');
    expect((await server.ask(`POST ${link}`)).status).toBe(200);
    expect((await device.channels()).map(({ state }) => state)).toEqual(['confirmed']);
    expect((await server.ask(`POST ${link}`)).status).toBe(410);
  });

  test('is asked three times a day at most, whoever asks', async () => {
    const address = newAddress();
    const body = { kind: 'email', language: 'en', address };
    const answers = [];
    for (let round = 0; round < 4; round++) {
      const { key } = await Device.create(server.ask);
      answers.push((await server.ask('POST /v1/channels', { key, body })).status);
    }
    expect(answers).toEqual([201, 201, 201, 429]);
  });

  test('that the mail server does not know is refused with the reason', async () => {
    post.refusedRecipients = new Set(['nobody@example.com']);
    const body = { kind: 'email', language: 'en', address: 'nobody@example.com' };
    const { status, body: problem } = await server.ask('POST /v1/channels', { key: device.key, body });
    expect(status).toBe(422);
    expect(problem).toMatchObject({ code: 'mail-refused', mayRetry: false });
  });
});

describe('a reminder by mail', () => {
  test('has a subject of ours, the text as plain text, and a way to stop with one click', async () => {
    const { channel, address } = await confirmed('en');
    const text = '<b>Top up</b>\nBcc: thief@example.com';
    await device.remind({ rule: 'fee', channel, text });
    const mail = await mailTo(address, /^Reminder about your SIM card$/);
    expect(mail.text).toContain(text);
    expect(mail.html).toBe(false);
    expect(mail.bcc).toBeUndefined();
    const stop = linkIn(mail.text, 'stop');
    expect(mail.headers.get('list')).toMatchObject({
      unsubscribe: { url: `https://simwise.example.org${stop}` },
      'unsubscribe-post': { name: 'List-Unsubscribe=One-Click' },
    });
    const oneClick = {
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    };
    expect((await server.ask(`POST ${stop}`, oneClick)).status).toBe(200);
    expect(await device.channels()).toMatchObject([{ state: 'stopped' }]);
  });

  test('goes again after "not now", and not after "never"', async () => {
    const { channel, address } = await confirmed();
    post.behaviour = refuse(554);
    await device.remind({ rule: 'never', channel });
    expect(await device.outcomeOf('never')).toMatchObject({ state: 'failed', attempts: 1 });
    post.behaviour = refuse(451);
    await device.remind({ rule: 'not-now', channel });
    const [waiting] = await eventually(
      async () => (await device.deliveries()).filter(({ rule }) => rule === 'not-now'),
      ([first]) => first?.state === 'waiting',
    );
    expect(waiting).toMatchObject({ attempts: 1, reason: 'the mail server answered 451' });
    expect(address).toMatch(/@example\.com$/);
  });

  test('is not sent again when the connection breaks after the text', async () => {
    const { channel, address } = await confirmed();
    post.behaviour = (_reply, hangUp) => hangUp();
    await device.remind({ rule: 'broken', channel });
    expect(await device.outcomeOf('broken')).toMatchObject({ state: 'unknown', attempts: 1 });
    await mailTo(address, /^Reminder/);
  });
});

test('a mail server that is not there: the person who adds an address is told, a reminder waits', async () => {
  const { channel } = await confirmed();
  await post.stop();
  const body = { kind: 'email', language: 'en', address: newAddress() };
  const { status, body: problem } = await server.ask('POST /v1/channels', { key: device.key, body });
  expect({ status, problem }).toMatchObject({ status: 502, problem: { code: 'mail-unreachable', mayRetry: true } });
  // Nothing is left of it, and it does not count among the times an address may be asked in a day.
  expect((await device.channels()).map(({ id }) => id)).toEqual([channel]);
  for (let again = 0; again < 3; again++) {
    expect((await server.ask('POST /v1/channels', { key: device.key, body })).status).toBe(502);
  }
  await device.remind({ rule: 'patient', channel });
  await eventually(
    () => device.deliveries(),
    (all) => all.some(({ rule, state }) => rule === 'patient' && state === 'waiting'),
  );
});
