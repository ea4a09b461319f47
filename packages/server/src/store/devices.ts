import type { Pool } from 'pg';
import { inTransaction } from '../database/transaction.ts';
import { digest, randomToken } from './digest.ts';
import { unschedule } from './schedule.ts';

/** The form of a device key: 256 random bits behind a mark by which it is known for what it is. */
export const DEVICE_KEY = /^swk_[\w-]{43}$/;

/** Makes a device. The key is told this once; only its digest is kept. */
export async function createDevice(pool: Pool): Promise<{ readonly key: string }> {
  const key = `swk_${randomToken()}`;
  await pool.query('INSERT INTO simwise.devices (key_hash) VALUES ($1)', [digest(key)]);
  return { key };
}

/** The device a key belongs to, or null; the day of use is noted so that forgotten devices can be removed. */
export async function deviceOfKey(pool: Pool, key: string): Promise<string | null> {
  if (!DEVICE_KEY.test(key)) return null;
  const { rows } = await pool.query<{ id: string; stale: boolean }>(
    `SELECT id, used_at < now() - interval '1 day' AS stale FROM simwise.devices WHERE key_hash = $1`,
    [digest(key)],
  );
  const [device] = rows;
  if (device?.stale) await pool.query('UPDATE simwise.devices SET used_at = now() WHERE id = $1', [device.id]);
  return device?.id ?? null;
}

/** Removes a device with everything kept of it: channels, reminders, what became of them, and what was scheduled. */
export async function deleteDevice(pool: Pool, device: string): Promise<void> {
  await inTransaction(pool, async (client) => {
    const { rows } = await client.query<{ id: string }>('SELECT id FROM simwise.reminders WHERE device_id = $1', [
      device,
    ]);
    await unschedule(
      client,
      rows.map(({ id }) => id),
    );
    await client.query('DELETE FROM simwise.devices WHERE id = $1', [device]);
  });
}
