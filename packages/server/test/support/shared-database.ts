import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '../../src/database/embedded.ts';

/** Starts one PostgreSQL before the test files that need one, and stops it after the last of them. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const parent = mkdtempSync(join(tmpdir(), 'simwise-database-'));
  // Where tests run as root the database runs as somebody else, who has to get in.
  chmodSync(parent, 0o755);
  const { url, stop } = await startEmbedded(join(parent, 'data'));
  project.provide('databaseUrl', url);
  return async () => {
    await stop();
    rmSync(parent, { recursive: true, force: true });
  };
}
