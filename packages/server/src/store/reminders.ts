import type { Language } from '@simwise/catalog';
import type { Pool, PoolClient } from 'pg';
import { inTransaction } from '../database/transaction.ts';
import { type Scheduled, schedule, unschedule } from './schedule.ts';

/** What a device wants said, when and where. `rule` is its own name for what it watches. */
export type Reminder = {
  readonly rule: string;
  readonly dueAt: Date;
  readonly text: string;
  readonly language: Language;
  readonly channel: string;
};

export type Replaced = {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly kept: number;
};

/** A reminder names a channel that the device does not have. */
export class NoSuchChannel extends Error {}

/**
 * Makes the device's reminders exactly these. One that stays the same keeps its place in the schedule; sets sent at the
 * same time are taken one after the other. @throws NoSuchChannel
 */
export async function replaceReminders(pool: Pool, device: string, set: readonly Reminder[]): Promise<Replaced> {
  return inTransaction(pool, async (client) => {
    // The kind of lock that lets a delivery of this device be entered meanwhile.
    await client.query('SELECT FROM simwise.devices WHERE id = $1 FOR NO KEY UPDATE', [device]);
    await requireChannels(client, device, set);
    const removed = await removeOthers(client, device, set);
    const { added, changed } = await upsert(client, device, set);
    await unschedule(client, removed);
    await schedule(client, added);
    const kept = set.length - added.length - changed;
    return { added: added.length, changed, removed: removed.length, kept };
  });
}

async function requireChannels(client: PoolClient, device: string, set: readonly Reminder[]): Promise<void> {
  const wanted = [...new Set(set.map(({ channel }) => channel))];
  const { rows } = await client.query<{ id: string }>(
    'SELECT id FROM simwise.channels WHERE device_id = $1 AND id = ANY($2::uuid[])',
    [device, wanted],
  );
  if (rows.length < wanted.length) throw new NoSuchChannel();
}

async function removeOthers(client: PoolClient, device: string, set: readonly Reminder[]): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `DELETE FROM simwise.reminders AS held WHERE device_id = $1 AND NOT EXISTS (
       SELECT FROM unnest($2::text[], $3::timestamptz[], $4::uuid[]) AS wanted (rule, due_at, channel_id)
       WHERE (wanted.rule, wanted.due_at, wanted.channel_id) = (held.rule, held.due_at, held.channel_id))
     RETURNING id`,
    [device, ...keyColumns(set)],
  );
  return rows.map(({ id }) => id);
}

async function upsert(
  client: PoolClient,
  device: string,
  set: readonly Reminder[],
): Promise<{ readonly added: readonly Scheduled[]; readonly changed: number }> {
  const { rows } = await client.query<Scheduled & { added: boolean }>(
    `INSERT INTO simwise.reminders AS held (device_id, rule, due_at, channel_id, text, language)
     SELECT $1, * FROM unnest($2::text[], $3::timestamptz[], $4::uuid[], $5::text[], $6::text[])
     ON CONFLICT (device_id, rule, due_at, channel_id) DO UPDATE SET text = excluded.text, language = excluded.language
       WHERE (held.text, held.language) <> (excluded.text, excluded.language)
     RETURNING id, due_at AS "dueAt", xmax = 0 AS added`,
    [device, ...keyColumns(set), set.map(({ text }) => text), set.map(({ language }) => language)],
  );
  const added = rows.filter((row) => row.added);
  return { added, changed: rows.length - added.length };
}

function keyColumns(set: readonly Reminder[]): [string[], Date[], string[]] {
  return [set.map(({ rule }) => rule), set.map(({ dueAt }) => dueAt), set.map(({ channel }) => channel)];
}

export async function remindersOf(pool: Pool, device: string): Promise<readonly Reminder[]> {
  const { rows } = await pool.query<Reminder>(
    `SELECT rule, due_at AS "dueAt", text, language, channel_id AS channel
     FROM simwise.reminders WHERE device_id = $1 ORDER BY due_at, rule, channel_id`,
    [device],
  );
  return rows;
}
