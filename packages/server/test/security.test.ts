import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publicPushHosts } from '../src/channels/push-hosts.ts';
import { Device } from './support/device.ts';
import { newDatabase } from './support/new-database.ts';
import { newSubscriber } from './support/push-receiver.ts';
import { startTestServer, type TestServer } from './support/server.ts';

let server: TestServer;
let device: Device;
let channel: string;

const { publicKey, auth } = newSubscriber();
const KEYS = { p256dh: publicKey.toString('base64url'), auth: auth.toString('base64url') };
const PUSH = { kind: 'push', language: 'en', endpoint: 'https://fcm.googleapis.com/send/abc', keys: KEYS };
const NEXT_YEAR = new Date(Date.now() + 31_536_000_000).toISOString();

beforeAll(async () => {
  const DATABASE_URL = await newDatabase();
  server = await startTestServer(
    { DATABASE_URL, METRICS_TOKEN: 'a-token-of-the-operator' },
    { pushHosts: publicPushHosts('') },
  );
  device = await Device.create(server.ask);
  ({ id: channel } = await device.add(PUSH));
});

afterAll(async () => {
  await server.stop();
});

function reminder(more: object = {}): object {
  return { rule: 'fee', dueAt: NEXT_YEAR, text: 'text', language: 'en', channel, ...more };
}

async function put(body: unknown, key = device.key) {
  const { status, body: problem, headers } = await server.ask('PUT /v1/reminders', { key, body });
  const { code } = (problem ?? {}) as { code?: string };
  return { status, code, type: headers.get('content-type') };
}

describe('another device', () => {
  test.each([
    ['GET /v1/channels/ID', 404],
    ['DELETE /v1/channels/ID', 404],
  ])('asking for %s of this one finds nothing', async (route, status) => {
    const other = await Device.create(server.ask);
    const answer = await server.ask(route.replace('ID', channel), { key: other.key });
    expect({ status: answer.status, body: answer.body }).toMatchObject({ status, body: { code: 'not-found' } });
    expect(await device.channels()).toHaveLength(1);
  });

  test('gets a list without anything of this one', async () => {
    const other = await Device.create(server.ask);
    await device.remind({ rule: 'mine', channel, dueAt: new Date(NEXT_YEAR) });
    const all = await server.ask('GET /v1/device', { key: other.key });
    expect(all.body).toEqual({ channels: [], reminders: [], deliveries: [] });
  });

  test('cannot send to a channel of this one', async () => {
    const other = await Device.create(server.ask);
    expect(await put({ reminders: [reminder()] }, other.key)).toMatchObject({ status: 422, code: 'no-such-channel' });
  });

  test('changing its own reminders leaves those of this one alone', async () => {
    const other = await Device.create(server.ask);
    await device.remind({ rule: 'mine', channel, dueAt: new Date(NEXT_YEAR) });
    await put({ reminders: [] }, other.key);
    await server.ask('DELETE /v1/device', { key: other.key });
    const { body } = await server.ask('GET /v1/reminders', { key: device.key });
    expect(body).toMatchObject({ reminders: [{ rule: 'mine' }] });
  });
});

describe('a caller without a right key', () => {
  const ROUTES = [
    'GET /v1/device',
    'DELETE /v1/device',
    'GET /v1/channels',
    'POST /v1/channels',
    `GET /v1/channels/${'0'.repeat(8)}-0000-4000-8000-${'0'.repeat(12)}`,
    'PUT /v1/reminders',
    'GET /v1/reminders',
    'GET /v1/deliveries',
  ];

  test.each(ROUTES)('%s: none', async (route) => {
    const body = route.startsWith('PUT') ? { reminders: [] } : route.startsWith('POST') ? PUSH : undefined;
    const answer = await server.ask(route, body === undefined ? {} : { body });
    expect({ status: answer.status, body: answer.body }).toMatchObject({ status: 401, body: { code: 'no-key' } });
  });

  test('the numbers of the operator are not for everybody', async () => {
    expect((await server.ask('GET /metrics')).status).toBe(401);
    const headers = { authorization: 'Bearer a-token-of-the-operator' };
    expect((await server.ask('GET /metrics', { headers })).text).toContain('simwise_http_request_seconds');
  });

  test('is stopped after twenty wrong keys, and then not even asked for a right one', async () => {
    const own = await startTestServer({ DATABASE_URL: await newDatabase(), SENDS_AT_ONCE: '0' });
    const { key } = await Device.create(own.ask);
    const guess = () => own.ask('GET /v1/device', { key: `swk_${'x'.repeat(43)}` });
    const statuses = [];
    for (let round = 0; round < 21; round++) statuses.push((await guess()).status);
    expect(statuses).toEqual([...Array(20).fill(401), 429]);
    expect((await own.ask('GET /v1/device', { key })).status).toBe(429);
    await own.stop();
  });

  test('the key itself is not in the database', async () => {
    const client = new (await import('pg')).default.Client({ connectionString: server.databaseUrl });
    await client.connect();
    const { rows } = await client.query<{ found: boolean }>(
      `SELECT bool_or(position(convert_to($1, 'UTF8') IN key_hash) > 0) AS found FROM simwise.devices`,
      [device.key],
    );
    await client.end();
    expect(rows).toEqual([{ found: false }]);
  });
});

describe('a body', () => {
  test('that is no JSON', async () => {
    expect(await put('{"reminders": [')).toMatchObject({ status: 400, code: 'bad-request' });
  });

  test('larger than allowed', async () => {
    expect(await put({ reminders: [reminder({ text: 'x'.repeat(600_000) })] })).toMatchObject({
      status: 413,
      code: 'too-large',
      type: 'application/problem+json; charset=utf-8',
    });
  });

  test.each([
    ['a text too long', { text: 'x'.repeat(501) }],
    ['an empty text', { text: '  ' }],
    ['a control character', { text: 'a\u0000b' }],
    ['a carriage return', { text: 'a\r\nBcc: thief@example.com' }],
    ['letters that turn the writing round', { text: 'pay \u202e000,1' }],
    ['a rule of other letters', { rule: 'fee\r\nX: y' }],
    ['a day that is none', { dueAt: '2026-02-30T00:00:00Z' }],
    ['a time without its offset', { dueAt: '2026-12-01T09:00:00' }],
    ['another language', { language: 'xx' }],
    ['a field that nobody knows', { balance: '300 KZT' }],
    ['a channel that is no id', { channel: "' OR 1=1 --" }],
  ])('with %s', async (_name, more) => {
    expect(await put({ reminders: [reminder(more)] })).toMatchObject({ status: 400, code: 'bad-request' });
  });

  test('with the same reminder twice', async () => {
    expect(await put({ reminders: [reminder(), reminder({ text: 'other' })] })).toMatchObject({
      status: 422,
      code: 'twice-the-same',
    });
  });

  test('with more reminders than a device may have', async () => {
    const reminders = Array.from({ length: 201 }, (_, index) => reminder({ rule: `r${index}` }));
    expect(await put({ reminders })).toMatchObject({ status: 400, code: 'bad-request' });
  });

  test('of another kind than JSON', async () => {
    const { status, body } = await server.ask('PUT /v1/reminders', {
      key: device.key,
      body: 'reminders=1',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect({ status, body }).toMatchObject({ status: 415, body: { code: 'not-json' } });
  });
});

describe('a push endpoint', () => {
  test.each([
    'https://127.0.0.1/x',
    'https://2130706433/x',
    'https://[::1]/x',
    'https://[::ffff:10.0.0.1]/x',
    'https://169.254.169.254/latest/meta-data',
    'https://localhost/x',
    'https://fcm.googleapis.com.evil.example/x',
    'https://evil.example/fcm.googleapis.com',
    'https://user:password@fcm.googleapis.com/x',
    'https://fcm.googleapis.com:8443/x',
    'http://fcm.googleapis.com/x',
    'file:///etc/passwd',
  ])('%s is refused', async (endpoint) => {
    const { status, body } = await server.ask('POST /v1/channels', { key: device.key, body: { ...PUSH, endpoint } });
    expect({ status, body }).toMatchObject({ status: 422, body: { code: 'endpoint-refused' } });
  });

  test.each([
    ['a point that is not on the curve', { ...KEYS, p256dh: Buffer.alloc(65, 4).toString('base64url') }],
    ['a secret of another length', { ...KEYS, auth: 'AAAA' }],
  ])('with %s as keys is refused', async (_name, keys) => {
    const { status, body } = await server.ask('POST /v1/channels', { key: device.key, body: { ...PUSH, keys } });
    expect({ status, body }).toMatchObject({ status: 422, body: { code: 'bad-push-keys' } });
  });
});

describe('a link', () => {
  test('to stop that somebody made up stops nothing', async () => {
    expect((await server.ask(`POST /stop/${channel}.${'A'.repeat(43)}`)).status).toBe(404);
    expect(await device.channels()).toMatchObject([{ state: 'confirmed' }]);
  });

  test('to confirm that somebody made up is answered like one that is used', async () => {
    expect((await server.ask(`POST /confirm/${'A'.repeat(43)}`)).status).toBe(410);
  });

  test('with markup in it comes back without it', async () => {
    const { status, text } = await server.ask('GET /stop/%3Cscript%3Ealert(1)%3C%2Fscript%3E');
    expect(status).toBe(200);
    expect(text).not.toContain('<script>');
  });
});

test('every answer forbids what a page of ours does not need', async () => {
  for (const path of ['/health', '/v1/offers', '/nowhere', `/stop/${channel}`]) {
    const { headers } = await server.ask(`GET ${path}`);
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none';/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  }
});
