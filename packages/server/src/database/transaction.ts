import type { Pool, PoolClient } from 'pg';

/** What a query can be asked of: the pool, or one client in the middle of a transaction. */
export type Queryable = Pick<PoolClient, 'query'>;

/** PostgreSQL ended a transaction so that another could go on: each waited for the other. */
const DEADLOCK = '40P01';
const MOST_ATTEMPTS = 5;

/** Runs some work in one transaction: all of it counts, or nothing. It is done anew where it had to make way for another. */
export async function inTransaction<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await runOnce(pool, work);
    } catch (error) {
      if ((error as { code?: unknown }).code !== DEADLOCK || attempt === MOST_ATTEMPTS) throw error;
    }
  }
}

async function runOnce<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken = true;
  try {
    await client.query('BEGIN');
    const result = await work(client);
    await client.query('COMMIT');
    broken = false;
    return result;
  } catch (error) {
    broken = await client.query('ROLLBACK').then(
      () => false,
      () => true,
    );
    throw error;
  } finally {
    client.release(broken);
  }
}
