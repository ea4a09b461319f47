import { runMigrations } from 'graphile-worker';
import type { Pool, PoolClient } from 'pg';
import { MIGRATIONS } from './migrations.ts';

/** Any number will do, as long as nothing else in the database takes the same advisory lock. */
const MIGRATION_LOCK = 739_201_001;

/** A database that a newer version of the program has changed already. */
export class DatabaseTooNew extends Error {}

/**
 * Brings the tables up to date, those of the job queue too. Of several processes that start at once one does it and
 * the others wait; a step that fails leaves nothing of itself behind.
 * @throws DatabaseTooNew
 */
export async function migrate(pool: Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('SET statement_timeout = 0');
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await runMigrations({ pgPool: pool });
    await runSteps(client);
  } finally {
    // Ends the session and with it the lock, also where the lock could not be given back by a statement.
    client.release(true);
  }
}

async function runSteps(client: PoolClient): Promise<void> {
  await client.query('CREATE SCHEMA IF NOT EXISTS simwise');
  await client.query('CREATE TABLE IF NOT EXISTS simwise.migrations (step int PRIMARY KEY)');
  const { rows } = await client.query<{ done: number }>(
    'SELECT coalesce(max(step), 0) AS done FROM simwise.migrations',
  );
  const done = rows[0]?.done ?? 0;
  if (done > MIGRATIONS.length) {
    throw new DatabaseTooNew(`the database is at step ${done}; this program knows ${MIGRATIONS.length}: update it`);
  }
  for (const [index, sql] of MIGRATIONS.entries()) if (index >= done) await runStep(client, index + 1, sql);
}

async function runStep(client: PoolClient, step: number, sql: string): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query(sql);
    await client.query('INSERT INTO simwise.migrations VALUES ($1)', [step]);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}
