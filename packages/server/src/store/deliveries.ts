import type { Pool } from 'pg';
import { inTransaction, type Queryable } from '../database/transaction.ts';
import type { Outcome } from '../deliver/outcome.ts';
import { type Channel, markGone } from './channels.ts';
import { schedule } from './schedule.ts';

/**
 * `sending`: it may be on its way; `waiting`: the channel said it was not delivered, it is tried again; `sent`; `late`:
 * sent, and said to be late; `failed`; `unknown`: it may or may not have arrived and is not sent again; `dropped`: not
 * sent, for the reason given.
 */
export type DeliveryState = 'sending' | 'waiting' | 'sent' | 'late' | 'failed' | 'unknown' | 'dropped';

export type Delivery = {
  readonly rule: string;
  readonly dueAt: Date;
  readonly kind: Channel['kind'];
  readonly state: DeliveryState;
  readonly reason: string | null;
  readonly attempts: number;
  readonly changedAt: Date;
};

/** A reminder at its time, with the channel it goes to; times are the database's, so that all workers agree. */
export type DueReminder = {
  readonly id: string;
  readonly rule: string;
  readonly text: string;
  readonly language: Channel['language'];
  readonly lateSeconds: number;
  readonly channel: Channel;
};

export async function readDue(pool: Pool, reminder: string): Promise<DueReminder | null> {
  const { rows } = await pool.query<DueReminder>({
    name: 'read-due',
    text: `SELECT r.id, r.rule, r.text, r.language,
             extract(epoch FROM clock_timestamp() - r.due_at)::float8 AS "lateSeconds",
             json_build_object('id', c.id, 'device', c.device_id, 'kind', c.kind, 'state', c.state,
               'language', c.language, 'address', c.address) AS channel
           FROM simwise.reminders r JOIN simwise.channels c ON c.id = r.channel_id WHERE r.id = $1`,
    values: [reminder],
  });
  return rows[0] ?? null;
}

export type Claim = { readonly id: string; readonly attempts: number };

/**
 * Takes the right to send a reminder, for this worker alone: of all that ever try, one gets it. It is given again only
 * after the channel has said that nothing was delivered, and not before the time the channel asked to be left alone.
 */
export async function claim(pool: Pool, reminder: string, worker: number): Promise<Claim | null> {
  const { rows } = await pool.query<Claim>({
    name: 'claim',
    text: `INSERT INTO simwise.deliveries AS held (device_id, rule, due_at, target, kind, state, worker_id)
           SELECT r.device_id, r.rule, r.due_at, c.target, c.kind, 'sending', $2
           FROM simwise.reminders r JOIN simwise.channels c ON c.id = r.channel_id
           WHERE r.id = $1 AND c.state = 'confirmed'
           ON CONFLICT (device_id, rule, due_at, target) DO UPDATE
             SET state = 'sending', worker_id = $2, attempts = held.attempts + 1, changed_at = now()
             WHERE held.state = 'waiting' AND held.retry_at <= now()
           RETURNING id, attempts`,
    values: [reminder, worker],
  });
  return rows[0] ?? null;
}

/** After a claim that was not given: forgets a reminder that is done with, or comes back when it may be tried again. */
export async function settleUnclaimed(pool: Pool, reminder: string): Promise<void> {
  await inTransaction(pool, async (client) => {
    const { rows } = await client.query<{ state: DeliveryState; retryAt: Date; isFresh: boolean }>(
      `SELECT d.state, coalesce(d.retry_at, now()) AS "retryAt", d.changed_at > now() - interval '10 minutes' AS "isFresh"
       FROM simwise.reminders r
       JOIN simwise.channels c ON c.id = r.channel_id
       JOIN simwise.deliveries d ON (d.device_id, d.rule, d.due_at, d.target) = (r.device_id, r.rule, r.due_at, c.target)
       WHERE r.id = $1`,
      [reminder],
    );
    const [known] = rows;
    // One that was given up a moment ago may yet be put right by its worker, if that only lost its connection.
    if (!known || known.state === 'sending' || (known.state === 'unknown' && known.isFresh)) return;
    if (known.state === 'waiting') await schedule(client, [{ id: reminder, dueAt: known.retryAt }]);
    else await client.query('DELETE FROM simwise.reminders WHERE id = $1', [reminder]);
  });
}

export type Attempt = {
  readonly reminder: string;
  readonly channel: string;
  readonly claim: Claim;
  readonly isLate: boolean;
};

/** Records what became of an attempt. An outcome that was already given up as unknown is put right. */
export async function recordOutcome(pool: Pool, attempt: Attempt, outcome: Outcome): Promise<void> {
  if (outcome.is === 'retry') return recordWaiting(pool, attempt, outcome);
  const state = outcome.is === 'delivered' ? (attempt.isLate ? 'late' : 'sent') : outcome.is;
  await pool.query({
    name: 'record-outcome',
    text: `WITH done AS (
             UPDATE simwise.deliveries SET state = $2, reason = $3, changed_at = now(), retry_at = NULL
             WHERE id = $1 AND state IN ('sending', 'unknown'))
           DELETE FROM simwise.reminders WHERE id = $4`,
    values: [attempt.claim.id, state, outcome.is === 'delivered' ? null : outcome.reason, attempt.reminder],
  });
  if (outcome.is === 'failed' && outcome.isGone) await markGone(pool, attempt.channel);
}

const FIRST_RETRY_SECONDS = 30;
const LONGEST_RETRY_SECONDS = 3_600;

async function recordWaiting(
  pool: Pool,
  { claim: { id, attempts }, reminder }: Attempt,
  { reason, afterSeconds }: Extract<Outcome, { is: 'retry' }>,
): Promise<void> {
  const patience = Math.min(FIRST_RETRY_SECONDS * 2 ** (attempts - 1), LONGEST_RETRY_SECONDS);
  await inTransaction(pool, async (client) => {
    const { rows } = await client.query<{ state: DeliveryState; retryAt: Date }>(
      // A reminder that the device has taken back in the meantime is not tried again.
      `UPDATE simwise.deliveries
       SET state = CASE WHEN EXISTS (SELECT FROM simwise.reminders WHERE id = $4) THEN 'waiting' ELSE 'dropped' END,
         reason = $2, changed_at = now(), retry_at = now() + make_interval(secs => $3)
       WHERE id = $1 AND state IN ('sending', 'unknown') RETURNING state, retry_at AS "retryAt"`,
      [id, reason, afterSeconds ?? patience, reminder],
    );
    const again = rows.filter(({ state }) => state === 'waiting');
    await schedule(
      client,
      again.map(({ retryAt }) => ({ id: reminder, dueAt: retryAt })),
    );
  });
}

/** Records that a reminder is not sent, and why; one whose sending is under way or over stays as it is. */
export async function drop(pool: Pool, reminder: string, reason: string): Promise<void> {
  await pool.query(
    `WITH dropped AS (
       INSERT INTO simwise.deliveries AS held (device_id, rule, due_at, target, kind, state, reason, attempts)
       SELECT r.device_id, r.rule, r.due_at, c.target, c.kind, 'dropped', $2, 0
       FROM simwise.reminders r JOIN simwise.channels c ON c.id = r.channel_id WHERE r.id = $1
       ON CONFLICT (device_id, rule, due_at, target) DO UPDATE
         SET state = 'dropped', reason = $2, changed_at = now(), retry_at = NULL WHERE held.state = 'waiting')
     DELETE FROM simwise.reminders WHERE id = $1`,
    [reminder, reason],
  );
}

/** What workers that are no more had begun to send: nobody knows whether it arrived. @returns how many */
export async function giveUp(queryable: Queryable, workers: readonly number[]): Promise<number> {
  const { rows } = await queryable.query<{ count: number }>(
    `WITH lost AS (
       UPDATE simwise.deliveries SET state = 'unknown', reason = 'the server stopped while sending', changed_at = now()
       WHERE state = 'sending' AND worker_id = ANY($1::int[]) RETURNING id)
     SELECT count(*)::int AS count FROM lost`,
    [workers],
  );
  return rows[0]?.count ?? 0;
}

/** What became of a device's reminders, newest first. */
export async function deliveriesOf(pool: Pool, device: string, limit: number): Promise<readonly Delivery[]> {
  const { rows } = await pool.query<Delivery>(
    `SELECT rule, due_at AS "dueAt", kind, state, reason, attempts, changed_at AS "changedAt"
     FROM simwise.deliveries WHERE device_id = $1 ORDER BY changed_at DESC, rule LIMIT $2`,
    [device, limit],
  );
  return rows;
}
