import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Answers } from './answers/answers.ts';
import type { Compiled } from './answers/knowledge.ts';
import { openChannels } from './channels/channels.ts';
import { type PushHosts, publicPushHosts } from './channels/push-hosts.ts';
import { listen } from './channels/telegram-listener.ts';
import { startEmbedded } from './database/embedded.ts';
import { migrate } from './database/migrate.ts';
import { openPool } from './database/pool.ts';
import { startWorker } from './deliver/worker.ts';
import { createApp } from './http/app.ts';
import { FailedKeys } from './http/failed-keys.ts';
import { createLog } from './log.ts';
import { createMetrics } from './metrics.ts';
import type { Settings } from './settings.ts';

export type ServerOptions = {
  readonly settings: Settings;
  readonly compiled: Compiled;
  /** The built file of `answers/answer-thread.ts`. */
  readonly answerThread: URL;
  /** The folder of the built web app; it is served where it exists. */
  readonly appFolder?: string;
  /** Which push services are called; those of the settings unless a test says otherwise. */
  readonly pushHosts?: PushHosts;
};

export type RunningServer = {
  /** Where it listens, such as `http://127.0.0.1:8080`. */
  readonly address: string;
  readonly databaseUrl: string;
  readonly channelsOff: Readonly<Record<string, string>>;
  /** Ends what is under way, gives back what is not begun, then stops. */
  readonly stop: () => Promise<void>;
};

type Closing = () => unknown;

/**
 * Starts the whole server: the database where none is given, the API, the worker that delivers reminders, and the web
 * app where it has been built.
 * @throws NoEmbeddedDatabase, DatabaseTooNew, or what the database says where it cannot be reached
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const closings: Closing[] = [];
  const stop = async () => {
    // Last opened, first closed; one that fails to close does not keep the others open.
    for (const close of closings.splice(0).reverse()) await Promise.resolve(close()).catch(() => undefined);
  };
  try {
    return { ...(await open(options, closings)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function open(
  { settings, compiled, answerThread, appFolder, pushHosts = publicPushHosts(settings.PUSH_HOSTS) }: ServerOptions,
  closings: Closing[],
): Promise<Omit<RunningServer, 'stop'>> {
  const log = createLog(settings.LOG_LEVEL);
  const url = settings.DATABASE_URL ?? (await openEmbedded(settings, closings));
  const pool = openPool(url, settings.DATABASE_CONNECTIONS, (error) => log.warn({ err: error }, 'a connection broke'));
  closings.push(() => pool.end());
  await migrate(pool);
  const metrics = createMetrics();
  const channels = await openChannels({ pool, settings, pushHosts, log });
  closings.push(channels.close);
  const answers = new Answers({ compiled, thread: answerThread, threads: settings.ANSWER_THREADS });
  closings.push(() => answers.close());
  if (settings.SENDS_AT_ONCE > 0)
    await openSending({ pool, url, settings, senders: channels.senders, metrics, log }, channels.telegram, closings);
  const folder = appFolder !== undefined && existsSync(join(appFolder, 'index.html')) ? appFolder : null;
  const app = await createApp(
    { pool, settings, channels, answers, metrics, failedKeys: new FailedKeys(), appFolder: folder },
    log,
  );
  closings.push(() => app.close());
  await app.listen({ host: settings.HOST, port: settings.PORT });
  return { address: addressOf(app.server.address() as AddressInfo), databaseUrl: url, channelsOff: channels.off };
}

async function openEmbedded({ DATA_FOLDER }: Settings, closings: Closing[]): Promise<string> {
  const database = await startEmbedded(join(DATA_FOLDER, 'postgresql-18'));
  closings.push(database.stop);
  return database.url;
}

type Sending = Parameters<typeof startWorker>[0];
type Telegram = Awaited<ReturnType<typeof openChannels>>['telegram'];

async function openSending(options: Sending, telegram: Telegram, closings: Closing[]): Promise<void> {
  const worker = await startWorker(options);
  closings.push(worker.stop);
  if (!telegram) return;
  const stopping = new AbortController();
  const listening = listen({ pool: options.pool, api: telegram.api, stopping: stopping.signal });
  closings.push(() => {
    stopping.abort();
    return listening;
  });
}

function addressOf({ address, family, port }: AddressInfo): string {
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}
