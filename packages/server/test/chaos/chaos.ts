import { setTimeout as pause } from 'node:timers/promises';
import type { Pool } from 'pg';
import { migrate } from '../../src/database/migrate.ts';
import { openPool } from '../../src/database/pool.ts';
import { putChannel } from '../../src/store/channels.ts';
import { createDevice, deviceOfKey } from '../../src/store/devices.ts';
import { type Reminder, replaceReminders } from '../../src/store/reminders.ts';
import type { TestDatabase } from '../support/database.ts';
import { type Behaviour, PushReceiver } from '../support/push-receiver.ts';
import { crashDatabase, type Processes, Victim } from './processes.ts';
import { Random } from './random.ts';

export type ChaosOptions = {
  readonly database: TestDatabase;
  readonly processes: Omit<Processes, 'environment'> & { readonly answerThread: URL };
  readonly kills: number;
  readonly remindersPerKill: number;
  /** After how many kills the database is crashed and the clocks are stepped, each time. */
  readonly crashEvery: number;
  readonly seed: number;
  readonly tell: (line: string) => void;
};

/** How often what happened; `errors` names every reminder that was lost, came twice, or is not as recorded. */
export type ChaosReport = {
  readonly kills: number;
  readonly crashes: number;
  readonly reminders: number;
  readonly states: Readonly<Record<string, number>>;
  readonly arrivals: number;
  readonly errors: readonly string[];
};

type Scene = {
  readonly options: ChaosOptions;
  readonly pool: Pool;
  readonly receiver: PushReceiver;
  readonly random: Random;
  /** How often each reminder was taken by the push service, by its rule. */
  readonly taken: Map<string, number>;
  readonly expected: Set<string>;
  readonly device: string;
  readonly channel: string;
};

/**
 * Lets servers deliver reminders while they are killed, their clocks stepped, their database crashed, their jobs doubled
 * and their messages delayed or broken off; then counts at the receiver.
 */
export async function runChaos(options: ChaosOptions): Promise<ChaosReport> {
  const url = await options.database.create();
  const pool = openPool(url, 4, () => undefined);
  await migrate(pool);
  const scene = await setScene(options, pool);
  const environment = {
    DATABASE_URL: url,
    PORT: '0',
    LOG_LEVEL: 'silent',
    PUSH_CONTACT: 'mailto:operator@example.org',
    SENDS_AT_ONCE: '8',
    SEND_SECONDS: '2',
    ANSWER_THREAD: options.processes.answerThread.href,
  };
  const victims = [0, 1].map(() => new Victim({ worker: options.processes.worker, environment }));
  try {
    await Promise.all(victims.map((victim) => victim.start()));
    const crashes = await rampage(scene, victims);
    await untilSettled(scene);
    return await count(scene, crashes);
  } finally {
    await Promise.all(victims.map((victim) => victim.kill()));
    await scene.receiver.stop();
    await pool.end();
  }
}

async function setScene(options: ChaosOptions, pool: Pool): Promise<Scene> {
  const random = new Random(options.seed);
  const receiver = new PushReceiver();
  const taken = new Map<string, number>();
  await receiver.start();
  receiver.behaviour = (response, tag) => behave(random, { taken, tag })(response, tag);
  const { key } = await createDevice(pool);
  const device = (await deviceOfKey(pool, key)) ?? '';
  const { endpoint, keys } = receiver.subscribe('chaos');
  const to = { kind: 'push', address: { endpoint, ...keys } } as const;
  const { id: channel } = await putChannel(pool, { device, to, language: 'en', token: null });
  return { options, pool, receiver, random, taken, expected: new Set(), device, channel };
}

/** What a push service does on a bad day. Only what it keeps counts as taken. */
function behave(random: Random, { taken, tag }: { taken: Map<string, number>; tag: string }): Behaviour {
  const dice = random.next();
  if (dice < 0.06) return (response) => void response.writeHead(429, { 'retry-after': '1' }).end();
  if (dice < 0.08) return (response) => void response.writeHead(503, { 'retry-after': '1' }).end();
  taken.set(tag, (taken.get(tag) ?? 0) + 1);
  if (dice < 0.1) return (response) => void response.destroy();
  if (dice < 0.11) return () => undefined;
  const delay = dice < 0.4 ? random.whole(1, 300) : 0;
  return (response) => void setTimeout(() => response.writeHead(201).end(), delay);
}

async function rampage(scene: Scene, victims: readonly Victim[]): Promise<number> {
  const { options, random } = scene;
  let crashes = 0;
  for (let kill = 0; kill < options.kills; kill++) {
    await addReminders(scene, kill);
    await randomMoment(scene);
    const victim = victims[random.whole(0, 1)];
    await victim?.kill();
    const back = victim?.start();
    if (kill % options.crashEvery === options.crashEvery - 1) {
      crashes += 1;
      for (const each of victims) each.step(random.whole(-172_800_000, 172_800_000));
      crashDatabase(options.database.folder);
    }
    await back;
    if (kill % 20 === 19) options.tell(`${kill + 1} kills, ${crashes} crashes, ${sum(scene.taken)} arrivals`);
  }
  return crashes;
}

/** Some are due at once, some within two seconds; the jobs of some are doubled. */
async function addReminders(scene: Scene, kill: number): Promise<void> {
  const { pool, device, channel, random, expected, options } = scene;
  const fresh = Array.from({ length: options.remindersPerKill }, (_, index): Reminder => {
    const dueAt = new Date(Date.now() + random.whole(-500, 2_000));
    return { rule: `r-${kill}-${index}`, dueAt, text: 'text', language: 'en', channel };
  });
  for (const { rule } of fresh) expected.add(rule);
  const { rows } = await pool.query<Reminder>(
    `SELECT rule, due_at AS "dueAt", text, language, channel_id AS channel FROM simwise.reminders`,
  );
  await replaceReminders(pool, device, [...rows, ...fresh]);
  await pool.query(
    `SELECT count(graphile_worker.add_job('deliver', json_build_object('reminder', id::text), run_at => due_at))
     FROM simwise.reminders WHERE id % 3 = 0`,
  );
}

/** A moment while messages are under way: just as one arrives, or somewhere between two. */
async function randomMoment({ receiver, random }: Scene): Promise<void> {
  const more = receiver.received.all.length + random.whole(1, 12);
  await Promise.race([receiver.received.count(more), pause(1_500)]);
  await pause(random.whole(0, 60));
}

async function untilSettled({ pool }: Scene): Promise<void> {
  for (;;) {
    const { rows } = await pool
      .query<{ open: number }>(
        `SELECT (SELECT count(*) FROM simwise.deliveries WHERE state IN ('sending', 'waiting'))::int
              + (SELECT count(*) FROM simwise.reminders r WHERE NOT EXISTS (
                   SELECT FROM simwise.deliveries d WHERE (d.device_id, d.rule, d.due_at) = (r.device_id, r.rule, r.due_at)))::int AS open`,
      )
      .catch(() => ({ rows: [] }));
    if (rows[0]?.open === 0) return;
    await pause(200);
  }
}

async function count({ pool, taken, expected, options }: Scene, crashes: number): Promise<ChaosReport> {
  const { rows } = await pool.query<{ rule: string; state: string }>('SELECT rule, state FROM simwise.deliveries');
  const states: Record<string, number> = {};
  for (const { state } of rows) states[state] = (states[state] ?? 0) + 1;
  const byRule = new Map(rows.map(({ rule, state }) => [rule, state]));
  const errors = [...expected].flatMap((rule) => errorOf(rule, byRule.get(rule), taken.get(rule) ?? 0));
  return { kills: options.kills, crashes, reminders: expected.size, states, arrivals: sum(taken), errors };
}

/** Sent means seen once; unknown means seen once at most; nothing else may come of a reminder here. */
function errorOf(rule: string, state: string | undefined, arrivals: number): string[] {
  const isRight = state === 'sent' || state === 'late' ? arrivals === 1 : state === 'unknown' && arrivals <= 1;
  return isRight ? [] : [`${rule}: ${state ?? 'no record'}, seen ${arrivals} times`];
}

function sum(taken: ReadonlyMap<string, number>): number {
  return [...taken.values()].reduce((total, each) => total + each, 0);
}
