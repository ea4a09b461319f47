import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbedded } from '../../src/database/embedded.ts';

export type TestDatabase = {
  readonly folder: string;
  readonly url: string;
  /** An empty database of the same PostgreSQL. */
  readonly create: () => Promise<string>;
  readonly stop: () => Promise<void>;
};

let created = 0;

/** A PostgreSQL of the test's own in a folder of its own, for what crashes it or looks at its files. */
export async function startTestDatabase(): Promise<TestDatabase> {
  const parent = mkdtempSync(join(tmpdir(), 'simwise-server-'));
  // Where tests run as root the database runs as somebody else, who has to get in.
  chmodSync(parent, 0o755);
  const folder = join(parent, 'data');
  const { url, stop } = await startEmbedded(folder);
  return {
    folder,
    url,
    create: () => createDatabase(url),
    async stop() {
      await stop();
      rmSync(parent, { recursive: true, force: true });
    },
  };
}

/** An empty database of a PostgreSQL. @returns its address */
export async function createDatabase(url: string): Promise<string> {
  const name = `test_${process.pid}_${++created}`;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  return url.replace(/\/postgres$/, `/${name}`);
}
