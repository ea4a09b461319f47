import type { Pool, PoolClient } from 'pg';

/** What a query can be asked of: the pool, or one client in the middle of a transaction. */
export type Queryable = Pick<PoolClient, 'query'>;

/** Runs some work in one transaction: all of it counts, or nothing. */
export async function inTransaction<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
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
