import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newDatabase } from './support/new-database.ts';
import { startTestServer, type TestServer } from './support/server.ts';

const folder = mkdtempSync(join(tmpdir(), 'simwise-app-'));
const PAGE = { headers: { accept: 'text/html' } };
let databaseUrl: string;
let server: TestServer;

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>the app</title>');
  writeFileSync(join(folder, 'assets', 'main-0123456789.js'), 'run();');
  databaseUrl = await newDatabase();
  server = await startTestServer({ DATABASE_URL: databaseUrl, REQUESTS_PER_MINUTE: '5' }, { appFolder: folder });
});

afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('the app is served, its page for every address that is none of the API', async () => {
  for (const path of ['/', '/index.html', '/any/page']) {
    expect((await server.ask(`GET ${path}`, PAGE)).text).toContain('the app');
  }
  expect(await server.ask('GET /v1/nowhere', PAGE)).toMatchObject({ status: 404, body: { code: 'not-found' } });
});

test('files that never change are kept by browsers, the page is asked for anew', async () => {
  const cacheOf = async (path: string) => (await server.ask(`GET ${path}`)).headers.get('cache-control');
  expect(await cacheOf('/assets/main-0123456789.js')).toBe('public, max-age=31536000, immutable');
  expect(await cacheOf('/')).toBe('no-cache');
});

test('files outside of its folder are not served', async () => {
  writeFileSync(`${folder}-secret.txt`, 'secret');
  const name = folder.slice(folder.lastIndexOf('/') + 1);
  for (const path of [`/..%2f${name}-secret.txt`, `/assets/..%2f..%2f${name}-secret.txt`]) {
    expect((await server.ask(`GET ${path}`)).text).not.toContain('secret');
  }
  rmSync(`${folder}-secret.txt`);
});

test('loading the app does not count against the limit of requests, the API does', async () => {
  const many = (path: string) => Promise.all(Array.from({ length: 12 }, () => server.ask(`GET ${path}`)));
  expect((await many('/assets/main-0123456789.js')).every(({ status }) => status === 200)).toBe(true);
  expect((await many('/v1/channel-kinds')).some(({ status }) => status === 429)).toBe(true);
});

test('a database that goes away does not take the app away', async () => {
  const own = await startTestServer({ DATABASE_URL: await newDatabase(), SENDS_AT_ONCE: '0' }, { appFolder: folder });
  const admin = new pg.Client({ connectionString: databaseUrl });
  await admin.connect();
  await admin.query(`DROP DATABASE ${new URL(own.databaseUrl).pathname.slice(1)} WITH (FORCE)`);
  await admin.end();
  expect((await own.ask('GET /', PAGE)).text).toContain('the app');
  expect(await own.ask('GET /ready')).toMatchObject({ status: 503, body: { code: 'not-ready', mayRetry: true } });
  expect(await own.ask('POST /v1/devices')).toMatchObject({ status: 503, body: { code: 'not-ready', mayRetry: true } });
  await own.stop();
});
