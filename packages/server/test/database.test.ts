import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copyBinaries } from '../src/database/binaries.ts';
import { startEmbedded } from '../src/database/embedded.ts';
import { DatabaseTooNew, migrate } from '../src/database/migrate.ts';
import { openPool } from '../src/database/pool.ts';
import { startTestDatabase, type TestDatabase } from './support/database.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await startTestDatabase();
});

afterAll(() => database.stop());

async function firstValue(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query({ text: sql, rowMode: 'array' });
  await client.end();
  return (rows as unknown[][])[0]?.[0];
}

describe('the database that comes along', () => {
  test('is version 18 and listens on this machine only', async () => {
    expect(await firstValue(database.url, 'SHOW server_version_num')).toMatch(/^18\d{4}$/);
    expect(await firstValue(database.url, 'SHOW listen_addresses')).toBe('127.0.0.1');
  });

  test('is taken over by a second process, and lives until the last of them stops', async () => {
    const second = await startEmbedded(database.folder);
    expect(second.url).toBe(database.url);
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await second.stop();
    expect((await client.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
    await client.end();
  });

  test('keeps its data over a stop, and starts over after an attempt that broke off half-way', async () => {
    const folder = join(database.folder, '..', 'other');
    mkdirSync(join(folder, 'unfinished'), { recursive: true });
    const first = await startEmbedded(folder);
    await firstValue(first.url, 'CREATE TABLE kept AS SELECT 7 AS value');
    await first.stop();
    const again = await startEmbedded(folder);
    expect(await firstValue(again.url, 'SELECT value FROM kept')).toBe(7);
    await again.stop();
  });
});

test('its programs run from a copy, for a checkout in a folder of root alone', () => {
  const { initdb } = copyBinaries(join(database.folder, '..', 'programs'));
  expect(execFileSync(initdb, ['--version'], { encoding: 'utf8' })).toMatch(/PostgreSQL\) 18/);
});

describe('migrations', () => {
  test('of eight processes that start at once are done once', async () => {
    const url = await database.create();
    const pools = Array.from({ length: 8 }, () => openPool(url, 3, () => undefined));
    await Promise.all(pools.map((pool) => migrate(pool)));
    await Promise.all(pools.map((pool) => pool.end()));
    expect(await firstValue(url, 'SELECT count(*)::int FROM simwise.migrations')).toBe(1);
  });

  test('do not touch a database that a newer program has changed', async () => {
    const url = await database.create();
    const pool = openPool(url, 3, () => undefined);
    await migrate(pool);
    await pool.query('INSERT INTO simwise.migrations VALUES (1000)');
    await expect(migrate(pool)).rejects.toThrow(DatabaseTooNew);
    await pool.end();
  });
});
