import { fork } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { builtFile } from './support/built.ts';
import { Device } from './support/device.ts';
import { newDatabase } from './support/new-database.ts';
import { newSubscriber } from './support/push-receiver.ts';
import { asker } from './support/server.ts';

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

test('the log says what happened, as JSON, and never to whom or what was said', async () => {
  const port = await freePort();
  const env = {
    ...process.env,
    DATABASE_URL: await newDatabase(),
    PORT: `${port}`,
    LOG_LEVEL: 'debug',
    PUSH_CONTACT: 'mailto:operator@example.org',
    // Nobody listens there: what goes wrong is logged too.
    SMTP_URL: 'smtp://127.0.0.1:9',
    MAIL_FROM: 'reminders@example.org',
    PUBLIC_URL: 'https://simwise.example.org',
    ANSWER_THREAD: (await builtFile('src/answers/answer-thread.ts')).href,
  };
  const worker = fileURLToPath(await builtFile('test/chaos/worker-process.ts'));
  const child = fork(worker, { env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  let log = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk) => {
      log += chunk;
    });
  await once(child, 'message');
  const ask = asker(`http://127.0.0.1:${port}`);
  const device = await Device.create(ask);
  const { publicKey, auth } = newSubscriber();
  const keys = { p256dh: publicKey.toString('base64url'), auth: auth.toString('base64url') };
  const endpoint = 'http://127.0.0.1:9/a-secret-endpoint';
  const { id } = await device.add({ kind: 'push', language: 'en', endpoint, keys });
  await device.remind({ rule: 'a-named-rule', channel: id, text: 'a private sentence' });
  const mail = { kind: 'email', language: 'en', address: 'private.person@example.com' };
  expect((await ask('POST /v1/channels', { key: device.key, body: mail })).status).toBe(502);
  await ask('PUT /v1/reminders', { key: device.key, body: { reminders: [{ text: 'a private sentence' }] } });
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
  const lines = log.trim().split('\n');
  expect(lines.map((line) => JSON.parse(line).route)).toContain('/v1/channels');
  const secrets = [device.key, 'private', 'a-secret-endpoint', 'a-named-rule', keys.auth, '"ip"', 'remoteAddress'];
  expect(secrets.filter((secret) => log.includes(secret))).toEqual([]);
});
