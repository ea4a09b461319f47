import { setTimeout as pause } from 'node:timers/promises';
import pg, { type Pool } from 'pg';
import { inTransaction } from '../database/transaction.ts';
import { giveUp } from '../store/deliveries.ts';

/** First key of the advisory locks by which workers are known to be alive; the second is the worker's number. */
const ALIVE = 739_201_003;
const RECONNECT_MS = 200;

/**
 * A worker's place among the others. It holds an advisory lock under its number for as long as its connection lives,
 * and PostgreSQL gives the lock back the moment the process dies: no clock is asked whether a worker is still there.
 */
export class WorkerSeat {
  readonly #url: string;
  #client: pg.Client | null = null;
  #worker = 0;
  #pools: readonly string[] = [];
  #left = false;

  constructor(url: string) {
    this.#url = url;
  }

  /** The number under which deliveries are claimed; a new one after the connection was lost. */
  get worker(): number {
    return this.#worker;
  }

  async take(): Promise<void> {
    const client = new pg.Client({ connectionString: this.#url, application_name: 'simwise', keepAlive: true });
    client.on('error', () => undefined);
    try {
      await client.connect();
      this.#worker = await sitDown(client, this.#pools);
    } catch (error) {
      await client.end().catch(() => undefined);
      throw error;
    }
    this.#client = client;
    client.on('end', () => this.#retake());
  }

  /** Notes the name under which the job queue locks jobs for this worker. */
  async addPool(pool: string): Promise<void> {
    this.#pools = [...this.#pools, pool];
    await this.#client?.query('UPDATE simwise.workers SET pools = $1 WHERE id = $2', [this.#pools, this.#worker]);
  }

  async leave(): Promise<void> {
    this.#left = true;
    await this.#client?.query('DELETE FROM simwise.workers WHERE id = $1', [this.#worker]).catch(() => undefined);
    await this.#client?.end().catch(() => undefined);
  }

  async #retake(): Promise<void> {
    while (!this.#left) {
      await pause(RECONNECT_MS);
      const taken = await this.take().then(
        () => true,
        () => false,
      );
      if (taken) return;
    }
  }
}

async function sitDown(client: pg.Client, pools: readonly string[]): Promise<number> {
  await client.query('BEGIN');
  const { rows } = await client.query<{ id: number }>('INSERT INTO simwise.workers (pools) VALUES ($1) RETURNING id', [
    pools,
  ]);
  const [row] = rows;
  if (!row) throw new Error('no number was given to this worker');
  // Locked before anybody can see the row: a worker that is seen is never taken for dead by mistake.
  await client.query('SELECT pg_advisory_lock($1, $2)', [ALIVE, row.id]);
  await client.query('COMMIT');
  return row.id;
}

/**
 * Clears up after workers that are no more: what they were sending is given up as unknown, and the jobs they held go
 * back to the queue. @returns how many deliveries were given up
 */
export async function clearUpAfterDead(pool: Pool): Promise<number> {
  return inTransaction(pool, async (client) => {
    const { rows } = await client.query<{ id: number; pools: string[] }>(
      // Locked, so that no claim is made under their numbers from here on.
      'SELECT id, pools FROM simwise.workers WHERE pg_try_advisory_xact_lock($1, id) FOR UPDATE',
      [ALIVE],
    );
    if (rows.length === 0) return 0;
    const ids = rows.map(({ id }) => id);
    const count = await giveUp(client, ids);
    await client.query('SELECT graphile_worker.force_unlock_workers($1)', [rows.flatMap(({ pools }) => pools)]);
    await client.query('DELETE FROM simwise.workers WHERE id = ANY($1)', [ids]);
    return count;
  });
}

/**
 * Frees the jobs of workers that nobody knows of, such as one that died before its name was noted. It reads the whole
 * queue, so it is done once, when a worker starts.
 */
export async function freeUnknownJobs(pool: Pool): Promise<void> {
  await pool.query(
    `SELECT graphile_worker.force_unlock_workers(array_agg(DISTINCT job.locked_by))
     FROM graphile_worker.jobs AS job
     WHERE job.locked_by IS NOT NULL AND NOT EXISTS (
       SELECT FROM simwise.workers AS worker WHERE job.locked_by = ANY(worker.pools))`,
  );
}
