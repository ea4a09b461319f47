import { once } from 'node:events';
import type { RunningServer, Settings } from '@simwise/server';
import { hasPlaces, openCoverage, openPlaces } from '../open-places.ts';
import { type CommonOptions, Session, type Terminal, UsageError } from '../session.ts';

export type ServeOptions = CommonOptions & { readonly app?: string };

/** `simwise serve`: runs the server until it is told to stop; its settings come from the environment. */
export async function serve(terminal: Terminal, options: ServeOptions): Promise<number> {
  const { app } = options;
  const server = await startHere(new Session(terminal, options), await readSettingsFrom(process.env), app);
  terminal.out(`simwise serves at ${server.address}`);
  for (const [kind, reason] of Object.entries(server.channelsOff)) terminal.out(`  ${kind} is off: ${reason}`);
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  await server.stop();
  return 0;
}

/** Starts the server in this process, and the built app of a folder beside it. @throws UsageError where it cannot run */
export async function startHere(session: Session, settings: Settings, app?: string): Promise<RunningServer> {
  const { startServer } = await import('@simwise/server');
  return startServer({
    settings,
    compiled: { catalog: await session.openCatalog(), places: await openKnownPlaces(session.catalogFolder) },
    // The bundle this runs from: a thread loads it and calls `answerQuestion` of the main program.
    answerThread: new URL('./main.js', import.meta.url),
    ...(app === undefined ? {} : { appFolder: app }),
  }).catch(explainStart);
}

/** The places of the catalogue with what is known of coverage; null where it has none. */
async function openKnownPlaces(folder: string) {
  if (!hasPlaces(folder)) return null;
  const places = await openPlaces(folder);
  return { places, ...(await openCoverage(folder, places)) };
}

/** @throws UsageError naming each setting that cannot be used */
export async function readSettingsFrom(environment: NodeJS.ProcessEnv): Promise<Settings> {
  const { BadSettings, readSettings } = await import('@simwise/server');
  try {
    return readSettings(environment);
  } catch (error) {
    throw error instanceof BadSettings ? new UsageError(error.message) : error;
  }
}

/** What keeps the server from starting, as a sentence, where the person who starts it can do something about it. */
async function explainStart(error: unknown): Promise<never> {
  const { DatabaseTooNew, NoEmbeddedDatabase } = await import('@simwise/server');
  if (error instanceof DatabaseTooNew || error instanceof NoEmbeddedDatabase) throw new UsageError(error.message);
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (code === 'EADDRINUSE') throw new UsageError(({ usage }) => usage.serve.addressTaken);
  if (/^(ECONN|ENOTFOUND|28|3D)/.test(code))
    throw new UsageError(({ usage }) => usage.serve.badDatabase({ problem: code }));
  throw error;
}
