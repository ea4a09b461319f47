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

/** Those of the reminders that are still there, by their number. */
export async function readDue(pool: Pool, reminders: readonly string[]): Promise<ReadonlyMap<string, DueReminder>> {
  const { rows } = await pool.query<DueReminder>({
    name: 'read-due',
    text: `SELECT r.id, r.rule, r.text, r.language,
             extract(epoch FROM clock_timestamp() - r.due_at)::float8 AS "lateSeconds",
             json_build_object('id', c.id, 'device', c.device_id, 'kind', c.kind, 'state', c.state,
               'language', c.language, 'address', c.address) AS channel
           FROM simwise.reminders r JOIN simwise.channels c ON c.id = r.channel_id WHERE r.id = ANY($1::bigint[])`,
    values: [reminders],
  });
  return new Map(rows.map((due) => [due.id, due]));
}

export type Claim = { readonly id: string; readonly attempts: number };

/**
 * Takes the right to send reminders, for this worker alone: of all that ever try, one gets it. It is given again only
 * after the channel has said that nothing was delivered, and not before the time the channel asked to be left alone. A
 * worker whose place was cleared up is given nothing: what it began to send nobody would give up after it.
 * @returns the claims that were given, by the number of the reminder
 */
export async function claim(
  pool: Pool,
  reminders: readonly string[],
  worker: number,
): Promise<ReadonlyMap<string, Claim>> {
  const { rows } = await pool.query<Claim & { reminder: string }>({
    name: 'claim',
    // In the order of their numbers: two workers that want the same ones wait for each other, never in a circle.
    text: `WITH seat AS (SELECT id FROM simwise.workers WHERE id = $2 FOR KEY SHARE),
           claimed AS (
             INSERT INTO simwise.deliveries AS held (device_id, rule, due_at, target, kind, state, worker_id)
             SELECT r.device_id, r.rule, r.due_at, c.target, c.kind, 'sending', seat.id
             FROM simwise.reminders r JOIN simwise.channels c ON c.id = r.channel_id CROSS JOIN seat
             WHERE r.id = ANY($1::bigint[]) AND c.state = 'confirmed' ORDER BY r.id
             ON CONFLICT (device_id, rule, due_at, target) DO UPDATE
               SET state = 'sending', worker_id = $2, attempts = held.attempts + 1, changed_at = now()
               WHERE held.state = 'waiting' AND held.retry_at <= now()
             RETURNING id, attempts, device_id, rule, due_at, target)
           SELECT claimed.id, claimed.attempts, r.id AS reminder
           FROM simwise.reminders r JOIN simwise.channels c ON c.id = r.channel_id
           JOIN claimed ON (claimed.device_id, claimed.rule, claimed.due_at, claimed.target)
             = (r.device_id, r.rule, r.due_at, c.target)
           WHERE r.id = ANY($1::bigint[])`,
    values: [reminders, worker],
  });
  return new Map(rows.map(({ reminder, ...given }) => [reminder, given]));
}

/**
 * After a claim that was not given: forgets a reminder that is done with, or comes back when it may be tried again.
 * @throws Error where nobody ever had a claim: this worker has lost its place, and the queue asks again later.
 */
export async function settleUnclaimed(pool: Pool, reminder: string): Promise<void> {
  await inTransaction(pool, async (client) => {
    const { rows } = await client.query<{ state: DeliveryState | null; retryAt: Date; isFresh: boolean }>(
      `SELECT d.state, coalesce(d.retry_at, now()) AS "retryAt", d.changed_at > now() - interval '10 minutes' AS "isFresh"
       FROM simwise.reminders r
       JOIN simwise.channels c ON c.id = r.channel_id AND c.state = 'confirmed'
       LEFT JOIN simwise.deliveries d ON (d.device_id, d.rule, d.due_at, d.target) = (r.device_id, r.rule, r.due_at, c.target)
       WHERE r.id = $1`,
      [reminder],
    );
    const [known] = rows;
    if (known?.state === null) throw new Error('this worker has lost its place among the others');
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

export type Told = { readonly attempt: Attempt; readonly outcome: Exclude<Outcome, { is: 'retry' }> };

/** Records what became of attempts. An outcome that was already given up as unknown is put right. */
export async function recordOutcomes(pool: Pool, all: readonly Told[]): Promise<void> {
  await pool.query({
    name: 'record-outcomes',
    text: `WITH told AS (SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[]) AS told (id, state, reason)),
           done AS (
             UPDATE simwise.deliveries AS held
             SET state = told.state, reason = told.reason, changed_at = now(), retry_at = NULL
             FROM told WHERE held.id = told.id AND held.state IN ('sending', 'unknown'))
           DELETE FROM simwise.reminders WHERE id IN (
             SELECT id FROM simwise.reminders WHERE id = ANY($4::bigint[]) ORDER BY id FOR UPDATE)`,
    values: [
      all.map(({ attempt }) => attempt.claim.id),
      all.map(stateAfter),
      all.map(({ outcome }) => (outcome.is === 'delivered' ? null : outcome.reason)),
      all.map(({ attempt }) => attempt.reminder),
    ],
  });
  for (const { attempt, outcome } of all)
    if (outcome.is === 'failed' && outcome.isGone) await markGone(pool, attempt.channel);
}

function stateAfter({ attempt, outcome }: Told): DeliveryState {
  if (outcome.is !== 'delivered') return outcome.is;
  return attempt.isLate ? 'late' : 'sent';
}

const FIRST_RETRY_SECONDS = 30;
const LONGEST_RETRY_SECONDS = 3_600;

/** Records that an attempt came to nothing, and schedules the next. */
export async function recordWaiting(
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
