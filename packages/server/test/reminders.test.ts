import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestDatabase, type TestDatabase } from './support/database.ts';
import { PushReceiver } from './support/push-receiver.ts';
import { startTestServer, type TestServer } from './support/server.ts';

let database: TestDatabase;
let server: TestServer;
const receiver = new PushReceiver();

beforeAll(async () => {
  database = await startTestDatabase();
  await receiver.start();
  server = await startTestServer({ DATABASE_URL: await database.create() });
});

afterAll(async () => {
  await server.stop();
  await receiver.stop();
  await database.stop();
});

describe('a reminder', () => {
  test('set by a device reaches its browser once', async () => {
    const { key } = (await server.ask('POST /v1/devices')).body as { key: string };
    const added = await server.ask('POST /v1/channels', {
      key,
      body: { kind: 'push', language: 'ru', ...receiver.subscribe('one') },
    });
    expect(added.status).toBe(201);
    const { id } = added.body as { id: string };
    const reminders = [
      { rule: 'fee:card-1', dueAt: new Date().toISOString(), text: 'Пополните счёт', language: 'ru', channel: id },
    ];
    const put = await server.ask('PUT /v1/reminders', { key, body: { reminders } });
    expect(put.body).toEqual({ added: 1, changed: 0, removed: 0, kept: 0 });
    await receiver.until(1);
    expect(receiver.received[0]?.message).toMatchObject({ text: 'Пополните счёт', lang: 'ru', tag: 'fee:card-1' });
  });
});
