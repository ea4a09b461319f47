import type { Language } from '@simwise/catalog';
import type { Pool } from 'pg';
import { type Address, targetOf } from '../channels/address.ts';
import { inTransaction, type Queryable } from '../database/transaction.ts';
import { digest } from './digest.ts';
import { unschedule } from './schedule.ts';

/** `gone`: the channel itself said that nobody is there any more. */
export type ChannelState = 'pending' | 'confirmed' | 'stopped' | 'gone';

export type Channel = Address & {
  readonly id: string;
  readonly device: string;
  readonly state: ChannelState;
  readonly language: Language;
};

const COLUMNS = 'id, device_id AS device, kind, state, language, address';
const CONFIRM_HOURS = 24;

export type NewChannel = {
  readonly device: string;
  readonly to: Address;
  readonly language: Language;
  /** The one-time secret that confirms it; none where adding it is consent enough, as with a browser's push. */
  readonly token: string | null;
};

/**
 * Adds a channel, or renews the device's own to the same address. One that was stopped or never confirmed has to be
 * confirmed again; one that is confirmed stays so.
 */
export async function putChannel(
  queryable: Queryable,
  { device, to, language, token }: NewChannel,
): Promise<Channel & { readonly isNew: boolean }> {
  const { rows } = await queryable.query<Channel & { isNew: boolean }>(
    `INSERT INTO simwise.channels AS held (device_id, kind, state, language, address, target, token_hash, token_until)
     VALUES ($1, $2, $3, $4, $5, $6, $7, now() + make_interval(hours => $8))
     ON CONFLICT (device_id, target) DO UPDATE SET
       language = excluded.language,
       address = excluded.address,
       state = CASE WHEN held.state = 'confirmed' THEN held.state ELSE excluded.state END,
       token_hash = CASE WHEN held.state = 'confirmed' THEN NULL ELSE excluded.token_hash END,
       token_until = excluded.token_until
     RETURNING ${COLUMNS}, xmax = 0 AS "isNew"`,
    [
      device,
      to.kind,
      token === null ? 'confirmed' : 'pending',
      language,
      to.address,
      targetOf(to, token ?? ''),
      token === null ? null : digest(token),
      CONFIRM_HOURS,
    ],
  );
  return only(rows);
}

export async function channelsOf(pool: Pool, device: string): Promise<readonly Channel[]> {
  const { rows } = await pool.query<Channel>(
    `SELECT ${COLUMNS} FROM simwise.channels WHERE device_id = $1 ORDER BY created_at, id`,
    [device],
  );
  return rows;
}

/** A channel of this device; another's is not found. */
export async function channelOf(pool: Pool, device: string, id: string): Promise<Channel | null> {
  const { rows } = await pool.query<Channel>(
    `SELECT ${COLUMNS} FROM simwise.channels WHERE device_id = $1 AND id = $2`,
    [device, id],
  );
  return rows[0] ?? null;
}

/** Removes a channel of this device with its reminders. @returns whether there was one */
export async function removeChannel(pool: Pool, device: string, id: string): Promise<boolean> {
  return inTransaction(pool, async (client) => {
    const { rows } = await client.query<{ id: string }>(
      'SELECT id FROM simwise.reminders WHERE device_id = $1 AND channel_id = $2',
      [device, id],
    );
    await unschedule(
      client,
      rows.map((row) => row.id),
    );
    const { rowCount } = await client.query('DELETE FROM simwise.channels WHERE device_id = $1 AND id = $2', [
      device,
      id,
    ]);
    return rowCount === 1;
  });
}

/** Confirms the channel a one-time secret belongs to; the secret is spent by it. @returns null where it is not known */
export async function confirmChannel(pool: Pool, token: string): Promise<Channel | null> {
  const { rows } = await pool.query<Channel>(
    `UPDATE simwise.channels SET state = 'confirmed', token_hash = NULL, token_until = NULL
     WHERE token_hash = $1 AND state = 'pending' AND token_until > now() AND kind = 'email'
     RETURNING ${COLUMNS}`,
    [digest(token)],
  );
  return rows[0] ?? null;
}

/** Confirms a Telegram channel: the chat in which the secret was said is its address from now on. */
export async function confirmChat(pool: Pool, token: string, chat: string): Promise<Channel | null> {
  return inTransaction(pool, async (client) => {
    const target = targetOf({ kind: 'telegram', address: { chat } }, '');
    const found = await client.query<{ id: string; device: string }>(
      `SELECT id, device_id AS device FROM simwise.channels
       WHERE token_hash = $1 AND state = 'pending' AND token_until > now() AND kind = 'telegram' FOR UPDATE`,
      [digest(token)],
    );
    const [pending] = found.rows;
    if (!pending) return null;
    await takeOver(client, pending, target);
    const { rows } = await client.query<Channel>(
      `UPDATE simwise.channels
       SET state = 'confirmed', token_hash = NULL, token_until = NULL, address = $2, target = $3
       WHERE id = $1 RETURNING ${COLUMNS}`,
      [pending.id, { chat }, target],
    );
    return only(rows);
  });
}

/** The device may have had this chat before: the newer entry takes its place, and its reminders with it. */
async function takeOver(
  client: Queryable,
  { id, device }: { readonly id: string; readonly device: string },
  target: Buffer,
): Promise<void> {
  await client.query(
    `UPDATE simwise.reminders AS old SET channel_id = $1
     FROM simwise.channels AS known
     WHERE known.device_id = $2 AND known.target = $3 AND old.channel_id = known.id AND NOT EXISTS (
       SELECT FROM simwise.reminders AS same
       WHERE (same.device_id, same.rule, same.due_at, same.channel_id) = (old.device_id, old.rule, old.due_at, $1::uuid))`,
    [id, device, target],
  );
  await client.query('DELETE FROM simwise.channels WHERE device_id = $1 AND target = $2', [device, target]);
}

export async function stopChannel(pool: Pool, id: string): Promise<Channel | null> {
  const { rows } = await pool.query<Channel>(
    `UPDATE simwise.channels SET state = 'stopped', token_hash = NULL WHERE id = $1 RETURNING ${COLUMNS}`,
    [id],
  );
  return rows[0] ?? null;
}

/** Stops every channel that leads to a Telegram chat. @returns how many there were */
export async function stopChat(pool: Pool, chat: string): Promise<number> {
  const target = targetOf({ kind: 'telegram', address: { chat } }, '');
  const { rowCount } = await pool.query(`UPDATE simwise.channels SET state = 'stopped' WHERE target = $1`, [target]);
  return rowCount ?? 0;
}

export async function markGone(queryable: Queryable, id: string): Promise<void> {
  await queryable.query(`UPDATE simwise.channels SET state = 'gone' WHERE id = $1 AND state = 'confirmed'`, [id]);
}

/** Notes that an address is asked to confirm. @returns false where it has been asked often enough for a day */
export async function mayAsk(queryable: Queryable, to: Address, most: number): Promise<boolean> {
  const { rowCount } = await queryable.query(
    `INSERT INTO simwise.confirmations (target)
     SELECT $1 WHERE (SELECT count(*) FROM simwise.confirmations
                      WHERE target = $1 AND sent_at > now() - interval '1 day') < $2`,
    [targetOf(to, ''), most],
  );
  return rowCount === 1;
}

/** After a question that never left: it counts for nothing, so that the address can be asked once mail goes out again. */
export async function takeBackQuestion(queryable: Queryable, to: Address): Promise<void> {
  await queryable.query(
    `DELETE FROM simwise.confirmations WHERE ctid = (
       SELECT ctid FROM simwise.confirmations WHERE target = $1 ORDER BY sent_at DESC LIMIT 1)`,
    [targetOf(to, '')],
  );
}

function only<T>(rows: readonly T[]): T {
  const [row] = rows;
  if (row === undefined) throw new Error('the database returned no row where there is always one');
  return row;
}
