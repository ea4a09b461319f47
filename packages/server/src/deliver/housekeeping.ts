import type { Pool } from 'pg';
import { schedule } from '../store/schedule.ts';

/** One process at a time keeps house; the others find the lock taken and leave it. */
const HOUSEKEEPING_LOCK = 739_201_004;
const OVERDUE_AT_ONCE = 1_000;

/**
 * Removes what is not needed any more (old outcomes, channels that nobody confirmed, notes of confirmations asked) and
 * schedules anew what is long overdue, in case its job was given up by the queue.
 */
export async function keepHouse(pool: Pool, keepDays: number): Promise<void> {
  const client = await pool.connect();
  try {
    const { rows } = await client.query<{ ours: boolean }>('SELECT pg_try_advisory_lock($1) AS ours', [
      HOUSEKEEPING_LOCK,
    ]);
    if (!rows[0]?.ours) return;
    await client.query('DELETE FROM simwise.deliveries WHERE changed_at < now() - make_interval(days => $1)', [
      keepDays,
    ]);
    await client.query(`DELETE FROM simwise.channels WHERE state = 'pending' AND token_until < now()`);
    await client.query(`DELETE FROM simwise.confirmations WHERE sent_at < now() - interval '1 day'`);
    const overdue = await client.query<{ id: string; dueAt: Date }>(
      `SELECT id, due_at AS "dueAt" FROM simwise.reminders WHERE due_at < now() - interval '1 hour' LIMIT $1`,
      [OVERDUE_AT_ONCE],
    );
    await schedule(client, overdue.rows);
    await client.query('SELECT pg_advisory_unlock($1)', [HOUSEKEEPING_LOCK]);
  } finally {
    client.release();
  }
}
