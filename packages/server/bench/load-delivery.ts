import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Pool } from 'pg';
import { migrate } from '../src/database/migrate.ts';
import { openPool } from '../src/database/pool.ts';
import { newSubscriber } from '../test/support/push-receiver.ts';
import { startCounter } from './counter.ts';

export type DeliveryOptions = {
  readonly url: string;
  readonly worker: URL;
  readonly answerThread: URL;
  readonly devices: number;
  readonly servers: number;
  readonly tell: (line: string) => void;
};

export type DeliveryFigures = {
  readonly servers: number;
  readonly scheduled: number;
  readonly dueInMinute: number;
  readonly arrived: number;
  /** From the first that was due to the last that was recorded as sent. */
  readonly seconds: number;
  readonly perSecond: number;
  readonly latenessP50: number;
  readonly latenessP99: number;
  readonly latenessMost: number;
  /** The most memory each server had resident, in megabytes. */
  readonly megabytes: readonly number[];
  /** Processor time of each server, in seconds: what remains comparable on a machine that others use, too. */
  readonly processorSeconds: readonly number[];
};

const REMINDERS_PER_DEVICE = 10;
/** Bringing them forward has to be over before the first is due. */
const AHEAD_SECONDS = 60;
const CHUNK = 10_000;

/** Delivers the half of the devices' reminders that are due within one minute, while all the others are scheduled. */
export async function measureDelivery(options: DeliveryOptions): Promise<DeliveryFigures> {
  const { url, devices, servers, tell } = options;
  const pool = openPool(url, 4, () => undefined);
  await migrate(pool);
  const counter = await startCounter();
  tell(`making ${devices} devices`);
  await makeDevices(pool, devices, counter.base);
  const due = Math.floor(devices / 2);
  await pool.query('SET statement_timeout = 0');
  for (let from = 0; from < devices; from += CHUNK) await makeReminders(pool, from);
  await pool.query('ANALYZE');
  const running = await Promise.all(Array.from({ length: servers }, () => startOne(options)));
  tell(`${servers} server(s) running; ${due} reminders are brought forward`);
  await makeDue(pool, due);
  await untilSent(pool, due);
  const megabytes = running.map(({ pid }) => mostMemory(pid));
  const processorSeconds = running.map(({ pid }) => processorTime(pid));
  for (const child of running) child.kill('SIGKILL');
  const figures = await readFigures(pool, { servers, scheduled: devices * REMINDERS_PER_DEVICE, dueInMinute: due });
  const arrived = await counter.stop();
  await pool.end();
  return { ...figures, arrived, megabytes, processorSeconds };
}

/** Devices with a channel each. A few key pairs serve all of them: the work of encrypting is the same. */
async function makeDevices(pool: Pool, devices: number, base: string): Promise<void> {
  const { publicKey, auth } = newSubscriber();
  const keys = { p256dh: publicKey.toString('base64url'), auth: auth.toString('base64url') };
  await pool.query(
    `INSERT INTO simwise.devices (key_hash) SELECT sha256(n::text::bytea) FROM generate_series(1, $1::int) AS n`,
    [devices],
  );
  await pool.query(
    `INSERT INTO simwise.channels (device_id, kind, state, language, address, target)
     SELECT id, 'push', 'confirmed', 'en', jsonb_build_object('endpoint', $1 || id::text) || $2::jsonb, sha256(id::text::bytea)
     FROM simwise.devices`,
    [`${base}/`, JSON.stringify(keys)],
  );
}

/** Reminders of the coming year for some of the devices, with their jobs. */
async function makeReminders(pool: Pool, from: number): Promise<void> {
  await pool.query(
    `WITH batch AS (SELECT id, device_id FROM simwise.channels ORDER BY id OFFSET $1 LIMIT $2),
     made AS (
       INSERT INTO simwise.reminders (device_id, channel_id, rule, due_at, text, language)
       SELECT device_id, id, 'rule-' || n, now() + interval '1 day' + random() * interval '360 days',
         'The balance will not meet the fee of 2990 KZT on 1 December: top up 1500 KZT.', 'en'
       FROM batch, generate_series(1, $3::int) AS n RETURNING id, due_at)
     SELECT count(*) FROM graphile_worker.add_jobs((
       SELECT array_agg(ROW('deliver', json_build_object('reminder', id::text), NULL, due_at, 25, 'reminder-' || id, 0, NULL)::graphile_worker.job_spec)
       FROM made))`,
    [from, CHUNK, REMINDERS_PER_DEVICE],
  );
}

/** Brings one reminder of every second device forward to one and the same minute, evenly. */
async function makeDue(pool: Pool, due: number): Promise<void> {
  await pool.query(
    `WITH chosen AS (
       SELECT id, row_number() OVER (ORDER BY id) AS place FROM simwise.reminders WHERE rule = 'rule-1' LIMIT $1),
     moved AS (
       UPDATE simwise.reminders r
       SET due_at = now() + make_interval(secs => $2 + 60.0 * place / $1) FROM chosen WHERE chosen.id = r.id
       RETURNING r.id, r.due_at)
     SELECT count(*) FROM graphile_worker.add_jobs((
       SELECT array_agg(ROW('deliver', json_build_object('reminder', id::text), NULL, due_at, 25, 'reminder-' || id, 0, NULL)::graphile_worker.job_spec)
       FROM moved))`,
    [due, AHEAD_SECONDS],
  );
}

async function startOne({ url, worker, answerThread }: DeliveryOptions): Promise<ChildProcess> {
  const env = {
    ...process.env,
    DATABASE_URL: url,
    PORT: '0',
    LOG_LEVEL: 'silent',
    PUSH_CONTACT: 'mailto:operator@example.org',
    ANSWER_THREAD: answerThread.href,
  };
  const child = fork(fileURLToPath(worker), { env, stdio: ['ignore', 2, 2, 'ipc'] });
  await once(child, 'message');
  return child;
}

async function untilSent(pool: Pool, due: number): Promise<void> {
  for (;;) {
    const { rows } = await pool.query<{ done: number }>(
      `SELECT count(*)::int AS done FROM simwise.deliveries WHERE state <> 'sending'`,
    );
    if ((rows[0]?.done ?? 0) >= due) return;
    await pause(2_000);
  }
}

type Counts = Pick<DeliveryFigures, 'servers' | 'scheduled' | 'dueInMinute'>;

async function readFigures(
  pool: Pool,
  counts: Counts,
): Promise<Omit<DeliveryFigures, 'arrived' | 'megabytes' | 'processorSeconds'>> {
  const { rows } = await pool.query<{ seconds: number; p50: number; p99: number; most: number }>(
    `SELECT extract(epoch FROM max(changed_at) - min(due_at))::float8 AS seconds,
       percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM changed_at - due_at)) AS p50,
       percentile_cont(0.99) WITHIN GROUP (ORDER BY extract(epoch FROM changed_at - due_at)) AS p99,
       max(extract(epoch FROM changed_at - due_at))::float8 AS most
     FROM simwise.deliveries WHERE state IN ('sent', 'late')`,
  );
  const { seconds = 0, p50 = 0, p99 = 0, most = 0 } = rows[0] ?? {};
  return {
    ...counts,
    seconds: round(seconds),
    perSecond: Math.round(counts.dueInMinute / seconds),
    latenessP50: round(p50),
    latenessP99: round(p99),
    latenessMost: round(most),
  };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** The most memory a process had resident, as Linux counts it; 0 elsewhere. */
function mostMemory(pid: number | undefined): number {
  if (process.platform !== 'linux' || pid === undefined) return 0;
  const [, kilobytes] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Math.round(Number(kilobytes ?? 0) / 1_024);
}

/** The time a process has had on the processor; Linux counts it in hundredths of a second. */
function processorTime(pid: number | undefined): number {
  if (process.platform !== 'linux' || pid === undefined) return 0;
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / 100;
}
