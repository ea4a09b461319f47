import { type ChildProcess, execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBinaries } from '../../src/database/binaries.ts';
import { databaseUser } from '../../src/database/system-user.ts';

export type Processes = { readonly worker: URL; readonly environment: Readonly<Record<string, string>> };

/** One server process that is replaced by a new one whenever it is killed. */
export class Victim {
  readonly #processes: Processes;
  #child: ChildProcess | null = null;

  constructor(processes: Processes) {
    this.#processes = processes;
  }

  /** Starts it, again and again as a process manager does: it ends by itself when the database is away just then. */
  async start(): Promise<void> {
    const { worker, environment } = this.#processes;
    for (;;) {
      const env = { ...process.env, ...environment };
      this.#child = fork(fileURLToPath(worker), { env, stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
      const [first] = await Promise.race([once(this.#child, 'message'), once(this.#child, 'exit')]);
      if (first === 'ready') return;
    }
  }

  /** Kills it on the spot: nothing in it gets a chance to tidy up. */
  async kill(): Promise<void> {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }

  step(stepMs: number): void {
    if (this.#child?.connected) this.#child.send({ stepMs });
  }
}

/** Restarts a PostgreSQL as after a power cut: every connection breaks, nothing is finished first. */
export function crashDatabase(folder: string): void {
  const { control } = findBinaries();
  const args = ['-D', join(folder, 'database'), '-m', 'immediate', '-w', '-l', join(folder, 'log'), 'restart'];
  execFileSync(control, args, { ...(databaseUser(folder) ?? {}), cwd: folder, stdio: 'ignore' });
}
