import type { Pool } from 'pg';
import webPush from 'web-push';
import { randomToken } from './digest.ts';

/** A secret that all processes share; made by whichever asks first. */
async function secret(pool: Pool, name: string, make: () => string): Promise<string> {
  await pool.query('INSERT INTO simwise.secrets VALUES ($1, $2) ON CONFLICT DO NOTHING', [name, make()]);
  const { rows } = await pool.query<{ value: string }>('SELECT value FROM simwise.secrets WHERE name = $1', [name]);
  return rows[0]?.value ?? '';
}

export function stopSecret(pool: Pool): Promise<string> {
  return secret(pool, 'stop', randomToken);
}

/** The key pair for Web Push, made once: subscriptions are bound to it. */
export async function vapidKeys(pool: Pool): Promise<{ readonly publicKey: string; readonly privateKey: string }> {
  return JSON.parse(await secret(pool, 'vapid', () => JSON.stringify(webPush.generateVAPIDKeys())));
}
