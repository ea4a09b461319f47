import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import autocannon, { type Request, type Result } from 'autocannon';
import { migrate } from '../src/database/migrate.ts';
import { openPool } from '../src/database/pool.ts';
import { putChannel } from '../src/store/channels.ts';
import { createDevice, deviceOfKey } from '../src/store/devices.ts';
import { ROOT } from '../test/support/built.ts';
import { newSubscriber } from '../test/support/push-receiver.ts';

export type ApiFigures = {
  readonly what: string;
  readonly requestsPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly failed: number;
};

const PORT = '18377';
const SECONDS = 20;
const DEVICES = 200;
const REMINDERS = 10;

/** Measures the API of one real server process: writing whole sets of reminders, prices, and advice. */
export async function measureApi(url: string): Promise<readonly ApiFigures[]> {
  const devices = await makeDevices(url);
  const server = await startServe(url);
  try {
    return [
      await measure('PUT /v1/reminders, 10 new each time', 16, {
        method: 'PUT',
        path: '/v1/reminders',
        setupRequest: newSet(devices),
      }),
      await measure('POST /v1/price', 8, { method: 'POST', path: '/v1/price', body: JSON.stringify(PRICE) }),
      await measure('POST /v1/advice', 1, {
        method: 'POST',
        path: '/v1/advice',
        body: JSON.stringify({ preset: 'tourist' }),
      }),
    ];
  } finally {
    server.kill('SIGTERM');
  }
}

const PRICE = {
  offers: [{ id: 'altel-business-premium-15gb' }],
  start: '2016-06-01',
  days: 30,
  data: '500MB/day',
};

type Known = { readonly key: string; readonly channel: string };

async function makeDevices(url: string): Promise<readonly Known[]> {
  const pool = openPool(url, 4, () => undefined);
  await migrate(pool);
  const devices: Known[] = [];
  for (let index = 0; index < DEVICES; index++) {
    const { key } = await createDevice(pool);
    const { publicKey, auth } = newSubscriber();
    const address = {
      endpoint: `https://fcm.googleapis.com/${index}`,
      p256dh: publicKey.toString('base64url'),
      auth: auth.toString('base64url'),
    };
    const device = (await deviceOfKey(pool, key)) ?? '';
    const { id } = await putChannel(pool, { device, to: { kind: 'push', address }, language: 'en', token: null });
    devices.push({ key, channel: id });
  }
  await pool.end();
  return devices;
}

async function startServe(url: string): Promise<ChildProcess> {
  const env = {
    ...process.env,
    DATABASE_URL: url,
    PORT,
    LOG_LEVEL: 'silent',
    REQUESTS_PER_MINUTE: '1000000',
    PUSH_CONTACT: 'mailto:operator@example.org',
  };
  const command = join(ROOT, 'packages', 'cli', 'bin', 'simwise.mjs');
  const child = spawn(process.execPath, [command, 'serve'], { env, stdio: ['ignore', 'pipe', 2] });
  let told = '';
  child.stdout?.on('data', (chunk) => {
    told += chunk;
  });
  while (!told.includes('serves at')) await once(child.stdout ?? child, 'data');
  return child;
}

/** A set of its own for every request: all reminders of the device are replaced, none of them is due. */
function newSet(devices: readonly Known[]): (request: Request) => Request {
  let count = 0;
  return (request) => {
    count += 1;
    const { key, channel } = devices[count % devices.length] as Known;
    const at = (index: number) => new Date(Date.UTC(2090, 0, 1) + (count * REMINDERS + index) * 1_000).toISOString();
    const reminders = Array.from({ length: REMINDERS }, (_, index) => ({
      rule: `rule-${index}`,
      dueAt: at(index),
      text: 'The balance will not meet the fee: top up 1500 KZT.',
      language: 'en',
      channel,
    }));
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${key}` };
    return { ...request, headers, body: JSON.stringify({ reminders }) };
  };
}

async function measure(what: string, connections: number, request: Request): Promise<ApiFigures> {
  const headers = { 'content-type': 'application/json' };
  const result: Result = await autocannon({
    url: `http://127.0.0.1:${PORT}`,
    connections,
    duration: SECONDS,
    timeout: 40,
    requests: [{ headers, ...request }],
  });
  const { requests, latency, non2xx, errors } = result;
  return {
    what,
    requestsPerSecond: requests.average,
    p50Ms: latency.p50,
    p99Ms: latency.p99,
    failed: non2xx + errors,
  };
}
