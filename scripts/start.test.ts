import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** A folder that also another user can enter: PostgreSQL does not run as root. */
function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'simwise-start-'));
  chmodSync(folder, 0o755);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

type Started = { readonly child: ChildProcess; readonly address: string; readonly told: () => string };

/** Starts `npm start` without npm, and waits for the address it prints. */
async function start(environment: Readonly<Record<string, string>>): Promise<Started> {
  const env = { ...process.env, CI: '1', PORT: '0', ...environment };
  const child = spawn(process.execPath, ['scripts/start.mjs'], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let told = '';
  child.stderr.on('data', (chunk) => {
    told += chunk;
  });
  child.stdout.on('data', (chunk) => {
    told += chunk;
  });
  const ended = once(child, 'exit').then(() => true);
  for (;;) {
    const [, address] = /simwise is at (\S+)\n/.exec(told) ?? [];
    if (address !== undefined) return { child, address, told: () => told };
    if ((await Promise.race([ended, once(child.stdout, 'data')])) === true) throw new Error(told);
  }
}

async function stop({ child }: Started): Promise<number | null> {
  const ended = once(child, 'exit');
  child.kill('SIGINT');
  const [code] = await ended;
  return code;
}

async function contentAt(address: string, path: string): Promise<{ status: number; text: string }> {
  const response = await fetch(new URL(path, address));
  return { status: response.status, text: await response.text() };
}

test('the app and its server answer at one address, with a database that ends with them', async () => {
  const data = join(makeFolder(), 'data');
  const started = await start({ DATA_FOLDER: data });
  expect((await contentAt(started.address, '/')).text).toContain('<title>simwise</title>');
  expect(JSON.parse((await contentAt(started.address, '/ready')).text).status).toBe('ready');
  // Nothing is set up to send with; each channel says so.
  expect(started.told()).toMatch(/push are off: PUSH_CONTACT[\s\S]*email are off: SMTP_URL[\s\S]*telegram are off/);
  expect(existsSync(join(data, 'postgresql-18', 'database', 'postmaster.pid'))).toBe(true);
  expect(await stop(started)).toBe(0);
  expect(existsSync(join(data, 'postgresql-18', 'database', 'postmaster.pid'))).toBe(false);
}, 240_000);

test('without a database the app is there all the same, and the reason is told', async () => {
  const file = join(makeFolder(), 'no-folder');
  writeFileSync(file, '');
  const started = await start({ DATA_FOLDER: file });
  expect(started.told()).toMatch(/The app runs without its server, so without reminders: .*no-folder/);
  expect((await contentAt(started.address, '/')).text).toContain('<title>simwise</title>');
  expect((await contentAt(started.address, '/v1/channel-kinds')).status).toBe(404);
  expect(await stop(started)).toBe(0);
}, 240_000);
