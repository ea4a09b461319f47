import { once } from 'node:events';
import { hasPlaces, openCoverage, openPlaces } from '../open-places.ts';
import { type CommonOptions, Session, type Terminal, UsageError } from '../session.ts';

export type ServeOptions = CommonOptions & { readonly app?: string };

/** `simwise serve`: runs the server until it is told to stop; its settings come from the environment. */
export async function serve(terminal: Terminal, options: ServeOptions): Promise<number> {
  const { startServer } = await import('@simwise/server');
  const session = new Session(terminal, options);
  const settings = await readEnvironment();
  const { app } = options;
  const server = await startServer({
    settings,
    compiled: { catalog: await session.openCatalog(), places: await openKnownPlaces(session.catalogFolder) },
    // The bundle this runs from: a thread loads it and calls `answerQuestion` of the main program.
    answerThread: new URL('./main.js', import.meta.url),
    ...(app === undefined ? {} : { appFolder: app }),
  }).catch(explainStart);
  terminal.out(`simwise serves at ${server.address}`);
  for (const [kind, reason] of Object.entries(server.channelsOff)) terminal.out(`  ${kind} is off: ${reason}`);
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  await server.stop();
  return 0;
}

/** The places of the catalogue with what is known of coverage; null where it has none. */
async function openKnownPlaces(folder: string) {
  if (!hasPlaces(folder)) return null;
  const places = await openPlaces(folder);
  return { places, ...(await openCoverage(folder, places)) };
}

async function readEnvironment() {
  const { BadSettings, readSettings } = await import('@simwise/server');
  try {
    return readSettings(process.env);
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
