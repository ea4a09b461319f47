import { createPublicKey, verify } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Device } from './support/device.ts';
import { newDatabase } from './support/new-database.ts';
import { ACCEPT, answerWith, BREAK_OFF, PushReceiver } from './support/push-receiver.ts';
import { eventually, startTestServer, type TestServer } from './support/server.ts';

let server: TestServer;
let device: Device;
let names = 0;
const receiver = new PushReceiver();
const HOUR = 3_600_000;

beforeAll(async () => {
  await receiver.start();
  server = await startTestServer({ DATABASE_URL: await newDatabase(), SEND_SECONDS: '2' });
});

beforeEach(async () => {
  receiver.behaviour = ACCEPT;
  device = await Device.create(server.ask);
});

afterAll(async () => {
  await server.stop();
  await receiver.stop();
});

async function pushChannel(language = 'en') {
  const name = `browser-${++names}`;
  const { id } = await device.add({ kind: 'push', language, ...receiver.subscribe(name) });
  return { channel: id, arrivedAt: (path: string) => path === `/${name}` };
}

/** What a `vapid` header claims (RFC 8292), once its signature has been checked with the key it names. */
function claimsOf(header = ''): unknown {
  const [, token = '', key = ''] = /^vapid t=(\S+), k=(\S+)$/.exec(header) ?? [];
  const [head = '', body = '', signature = ''] = token.split('.');
  const point = Buffer.from(key, 'base64url');
  const coordinate = (from: number) => point.subarray(from, from + 32).toString('base64url');
  const publicKey = createPublicKey({
    key: { kty: 'EC', crv: 'P-256', x: coordinate(1), y: coordinate(33) },
    format: 'jwk',
  });
  const signed = Buffer.from(`${head}.${body}`);
  const isRight = verify(
    'sha256',
    signed,
    { key: publicKey, dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  );
  if (!isRight) throw new Error('the signature is not that of the key');
  return JSON.parse(Buffer.from(body, 'base64url').toString());
}

function arrivals(fits: (path: string) => boolean): number {
  return receiver.received.all.filter(({ path }) => fits(path)).length;
}

describe('a reminder by push', () => {
  test('is decrypted by the browser and holds what the device said', async () => {
    const { channel, arrivedAt } = await pushChannel('ru');
    expect(await device.remind({ rule: 'fee:card-1', channel, text: 'Пополните счёт', language: 'ru' })).toEqual({
      added: 1,
      changed: 0,
      removed: 0,
      kept: 0,
    });
    const { message, headers } = await receiver.received.first(({ path }) => arrivedAt(path));
    expect(message).toMatchObject({ text: 'Пополните счёт', lang: 'ru', tag: 'fee:card-1' });
    expect(message.stopText).toBe('Остановить напоминания');
    expect(headers).toMatchObject({ 'content-encoding': 'aes128gcm' });
    expect(Number(headers['ttl'])).toBeGreaterThan(86_000);
    expect(claimsOf(headers.authorization)).toMatchObject({ aud: receiver.base, sub: 'mailto:operator@example.org' });
    expect(await device.outcomeOf('fee:card-1')).toMatchObject({ state: 'sent', reason: null, attempts: 1 });
  });

  test('is not sent again when the same set comes again', async () => {
    const { channel, arrivedAt } = await pushChannel();
    const dueAt = new Date();
    await device.remind({ rule: 'a', channel, dueAt });
    await device.outcomeOf('a');
    await device.remind({ rule: 'a', channel, dueAt }, { rule: 'b', channel, dueAt });
    await device.outcomeOf('b');
    expect(arrivals(arrivedAt)).toBe(2);
  });

  test('that is taken back before its time is never sent', async () => {
    const { channel, arrivedAt } = await pushChannel();
    await device.remind({ rule: 'soon', channel, dueAt: new Date(Date.now() + 1_500) });
    await device.remind({ rule: 'later', channel, dueAt: new Date(Date.now() + 2_000) });
    await device.outcomeOf('later');
    expect(arrivals(arrivedAt)).toBe(1);
    expect((await device.deliveries()).map(({ rule }) => rule)).toEqual(['later']);
  });

  test('that comes 3 hours late says so in its language', async () => {
    const { channel, arrivedAt } = await pushChannel('ru');
    const dueAt = new Date(Date.now() - 3.5 * HOUR);
    await device.remind({ rule: 'late', channel, dueAt, text: 'Пополните счёт', language: 'ru' });
    const { message } = await receiver.received.first(({ path }) => arrivedAt(path));
    expect(message.text).toBe('С опозданием: 3 часа. Пополните счёт');
    expect(await device.outcomeOf('late')).toMatchObject({ state: 'late' });
  });

  test('that is 25 hours late is dropped, and that is recorded', async () => {
    const { channel, arrivedAt } = await pushChannel();
    await device.remind({ rule: 'too-late', channel, dueAt: new Date(Date.now() - 25 * HOUR) });
    expect(await device.outcomeOf('too-late')).toMatchObject({ state: 'dropped', reason: 'too late', attempts: 0 });
    expect(arrivals(arrivedAt)).toBe(0);
  });
});

describe('a push service that answers', () => {
  test('429 is asked again after the time it names, not before', async () => {
    const { channel, arrivedAt } = await pushChannel();
    const times: number[] = [];
    receiver.behaviour = (response, tag) => {
      times.push(performance.now());
      (times.length === 1 ? answerWith(429, '2') : ACCEPT)(response, tag);
    };
    await device.remind({ rule: 'busy', channel });
    expect(await device.outcomeOf('busy')).toMatchObject({ state: 'sent', attempts: 2 });
    expect(arrivals(arrivedAt)).toBe(2);
    expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(1_900);
  });

  test('410 is not used any more', async () => {
    const { channel } = await pushChannel();
    receiver.behaviour = answerWith(410);
    await device.remind({ rule: 'gone', channel });
    expect(await device.outcomeOf('gone')).toMatchObject({ state: 'failed', attempts: 1 });
    await eventually(
      () => device.channels(),
      ([only]) => only?.state === 'gone',
    );
    await device.remind({ rule: 'after', channel });
    expect(await device.outcomeOf('after')).toMatchObject({ state: 'dropped', reason: 'gone' });
  });

  test('nothing, its connection broken off: nobody knows, and it is not sent again', async () => {
    const { channel, arrivedAt } = await pushChannel();
    receiver.behaviour = BREAK_OFF;
    await device.remind({ rule: 'broken', channel });
    expect(await device.outcomeOf('broken')).toMatchObject({ state: 'unknown', attempts: 1 });
    expect(arrivals(arrivedAt)).toBe(1);
  });

  test('nothing at all: after the time allowed nobody knows', async () => {
    const { channel, arrivedAt } = await pushChannel();
    receiver.behaviour = () => undefined;
    await device.remind({ rule: 'silent', channel });
    expect(await device.outcomeOf('silent')).toMatchObject({ state: 'unknown', attempts: 1 });
    expect(arrivals(arrivedAt)).toBe(1);
  });

  test('500: whether it kept the message is not known', async () => {
    const { channel } = await pushChannel();
    receiver.behaviour = answerWith(500);
    await device.remind({ rule: 'fault', channel });
    expect(await device.outcomeOf('fault')).toMatchObject({ state: 'unknown' });
  });
});

test('a stop from the message ends the channel at once', async () => {
  const { channel, arrivedAt } = await pushChannel();
  await device.remind({ rule: 'first', channel });
  const { message } = await receiver.received.first(({ path }) => arrivedAt(path));
  expect((await server.ask(`POST ${message.stop}`)).status).toBe(200);
  await device.remind({ rule: 'second', channel });
  expect(await device.outcomeOf('second')).toMatchObject({ state: 'dropped', reason: 'stopped' });
});

test('deleting the device deletes its reminders, what became of them, and what was scheduled', async () => {
  const { channel, arrivedAt } = await pushChannel();
  const soon = new Date(Date.now() + 1_500);
  await device.remind({ rule: 'never', channel, dueAt: soon });
  expect((await server.ask('DELETE /v1/device', { key: device.key })).status).toBe(204);
  expect((await server.ask('GET /v1/device', { key: device.key })).status).toBe(401);
  const other = await Device.create(server.ask);
  device = other;
  const mine = await pushChannel();
  await other.remind({ rule: 'mine', channel: mine.channel, dueAt: soon });
  await other.outcomeOf('mine');
  expect(arrivals(arrivedAt)).toBe(0);
});
