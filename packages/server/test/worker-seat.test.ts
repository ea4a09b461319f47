import { expect, test } from 'vitest';
import { migrate } from '../src/database/migrate.ts';
import { openPool } from '../src/database/pool.ts';
import { WorkerSeat } from '../src/deliver/worker-seat.ts';
import { putChannel } from '../src/store/channels.ts';
import { claim, settleUnclaimed } from '../src/store/deliveries.ts';
import { createDevice, deviceOfKey } from '../src/store/devices.ts';
import { replaceReminders } from '../src/store/reminders.ts';
import { newDatabase } from './support/new-database.ts';

test('a worker that lost its place is given no reminder, and the queue asks again until it has one', async () => {
  const url = await newDatabase();
  const pool = openPool(url, 4, () => undefined);
  await migrate(pool);
  const device = (await deviceOfKey(pool, (await createDevice(pool)).key)) ?? '';
  const address = { endpoint: 'https://push.example.org/a', p256dh: 'key', auth: 'secret' };
  const to = { kind: 'push', address } as const;
  const { id: channel } = await putChannel(pool, { device, to, language: 'en', token: null });
  await replaceReminders(pool, device, [{ rule: 'r', dueAt: new Date(), text: 'text', language: 'en', channel }]);
  const { rows } = await pool.query<{ id: string }>('SELECT id FROM simwise.reminders');
  const [reminder] = rows;
  if (!reminder) throw new Error('no reminder');

  const seat = new WorkerSeat(url);
  await seat.take();
  const before = seat.worker;
  await pool.query('DELETE FROM simwise.workers');
  expect([...(await claim(pool, [reminder.id], before))]).toEqual([]);
  await expect(settleUnclaimed(pool, reminder.id)).rejects.toThrow('has lost its place');

  const next = new WorkerSeat(url);
  await next.take();
  expect((await claim(pool, [reminder.id], next.worker)).get(reminder.id)).toMatchObject({ attempts: 1 });
  await settleUnclaimed(pool, reminder.id);
  const { rows: held } = await pool.query('SELECT state, worker_id AS worker FROM simwise.deliveries');
  expect(held).toEqual([{ state: 'sending', worker: next.worker }]);
  await Promise.all([seat.leave(), next.leave()]);
  await pool.end();
});
