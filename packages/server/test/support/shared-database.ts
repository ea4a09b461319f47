import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '../../src/database/embedded.ts';

/** What these tests leave behind is deleted anyway: nothing waits until it is on the disk for good. */
async function waitForNoDisk(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('ALTER SYSTEM SET fsync = off');
  await client.query('SELECT pg_reload_conf()');
  await client.end();
}

/** Starts one PostgreSQL before the test files that need one, and stops it after the last of them. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const parent = mkdtempSync(join(tmpdir(), 'simwise-database-'));
  // Where tests run as root the database runs as somebody else, who has to get in.
  chmodSync(parent, 0o755);
  const { url, stop } = await startEmbedded(join(parent, 'data'));
  await waitForNoDisk(url);
  project.provide('databaseUrl', url);
  return async () => {
    await stop();
    rmSync(parent, { recursive: true, force: true });
  };
}
