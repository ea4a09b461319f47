import { EventEmitter } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { Logger as QueueLogger, type Runner, run, type WorkerEvents } from 'graphile-worker';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import * as z from 'zod';
import type { Senders } from '../channels/sender.ts';
import type { Metrics } from '../metrics.ts';
import type { Settings } from '../settings.ts';
import { DELIVER } from '../store/schedule.ts';
import { type Delivering, deliverer } from './deliver.ts';
import { keepHouse } from './housekeeping.ts';
import { clearUpAfterDead, freeUnknownJobs, WorkerSeat } from './worker-seat.ts';

export type WorkerOptions = {
  readonly pool: Pool;
  readonly url: string;
  readonly settings: Settings;
  readonly senders: Senders;
  readonly metrics: Metrics;
  readonly log: Logger;
};

export type Worker = { readonly stop: () => Promise<void> };

const payloadSchema = z.object({ reminder: z.string() });
const POLL_MS = 500;
const CLEAR_UP_MS = 1_000;
const HOUSEKEEPING_MS = 60_000;
const RESTART_MS = 1_000;

/** Delivers what is due, together with any number of others on the same database. */
export async function startWorker(options: WorkerOptions): Promise<Worker> {
  const { pool, url, settings, metrics, log } = options;
  const stopping = new AbortController();
  const seat = new WorkerSeat(url);
  await seat.take();
  await clearUpAfterDead(pool);
  await freeUnknownJobs(pool);
  const runs = keepRunning({ ...options, seat, stopping: stopping.signal });
  const every = (ms: number, work: () => Promise<unknown>) => repeat(ms, { work, log, stopping: stopping.signal });
  const chores = [
    every(CLEAR_UP_MS, async () => metrics.givenUp.inc(await clearUpAfterDead(pool))),
    every(HOUSEKEEPING_MS, () => keepHouse(pool, settings.KEEP_DAYS)),
  ];
  return {
    async stop() {
      stopping.abort();
      await Promise.all([runs, ...chores]);
      await seat.leave();
    },
  };
}

type Running = WorkerOptions & { readonly seat: WorkerSeat; readonly stopping: AbortSignal };

/** The queue's runner gives up when the database stays away; it is started again until we are told to stop. */
async function keepRunning(options: Running): Promise<void> {
  const { stopping, log } = options;
  while (!stopping.aborted) {
    try {
      const runner = await startRunner(options);
      const stop = () => void runner.stop().catch(() => undefined);
      stopping.addEventListener('abort', stop, { once: true });
      if (stopping.aborted) stop();
      await runner.promise;
      stopping.removeEventListener('abort', stop);
    } catch (error) {
      log.warn({ err: error }, 'the job queue stopped and is started again');
    }
    await pause(RESTART_MS, undefined, { signal: stopping }).catch(() => undefined);
  }
}

function startRunner({ pool, settings, senders, metrics, log, seat, stopping }: Running): Promise<Runner> {
  const context: Delivering = {
    pool,
    senders,
    metrics,
    lateSeconds: settings.LATE_SECONDS,
    tooLateSeconds: settings.TOO_LATE_SECONDS,
    sendSeconds: settings.SEND_SECONDS,
    worker: () => seat.worker,
    stopping,
  };
  const deliver = deliverer(context);
  const events = new EventEmitter() as WorkerEvents;
  events.on('pool:create', ({ workerPool }) => void seat.addPool(workerPool.id).catch(() => undefined));
  return run({
    pgPool: pool,
    events,
    logger: quietLogger(log),
    noHandleSignals: true,
    taskList: { [DELIVER]: (payload) => deliver(payloadSchema.parse(payload).reminder) },
    preset: {
      worker: {
        concurrentJobs: settings.SENDS_AT_ONCE,
        pollInterval: POLL_MS,
        localQueue: { size: settings.SENDS_AT_ONCE * 4 },
        completeJobBatchDelay: 50,
      },
    },
  });
}

/** The queue's own words go to our log at a lower level; jobs are named there by numbers only. */
function quietLogger(log: Logger): QueueLogger {
  return new QueueLogger(() => (level, message) => {
    if (level === 'error') log.warn(message);
    else log.debug(message);
  });
}

type Chore = { readonly work: () => Promise<unknown>; readonly log: Logger; readonly stopping: AbortSignal };

async function repeat(ms: number, { work, log, stopping }: Chore): Promise<void> {
  while (!stopping.aborted) {
    await work().catch((error: unknown) => log.warn({ err: error }, 'a chore failed and is done again later'));
    await pause(ms, undefined, { signal: stopping }).catch(() => undefined);
  }
}
