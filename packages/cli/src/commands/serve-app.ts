import type { RunningServer } from '@simwise/server';
import { Session, type Terminal } from '../session.ts';
import { readSettingsFrom, startHere } from './serve.ts';

/** A built web app, and the port to serve it at where the environment names none. */
export type AppOptions = { readonly folder: string; readonly port: number };

/**
 * What `npm start` runs: the app with the server beside it, both from one address. Where the server cannot run, whatever
 * the reason, the person is told and gets null: the app works without it.
 */
export async function startAppServer({ folder, port }: AppOptions, terminal: Terminal): Promise<RunningServer | null> {
  try {
    // Warnings only: the lines that a server writes about each request are of no use to who started the app.
    const settings = await readSettingsFrom({ PORT: `${port}`, LOG_LEVEL: 'warn', ...process.env });
    return await startHere(new Session(terminal, {}), settings, folder);
  } catch (error) {
    terminal.err(`The app runs without its server, so without reminders: ${(error as Error).message}`);
    return null;
  }
}
