import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { type Binaries, copyBinaries, findBinaries, isReachableByAll, NoEmbeddedDatabase } from './binaries.ts';
import { databaseUser, type SystemUser } from './system-user.ts';

/** A PostgreSQL of the program's own, with its data in one folder. */
export type EmbeddedDatabase = {
  readonly url: string;
  /** Ends it, unless another process of ours still works with it. */
  readonly stop: () => Promise<void>;
};

type Cluster = {
  readonly folder: string;
  readonly binaries: Binaries;
  readonly user: SystemUser | null;
};

/**
 * Starts the PostgreSQL that came with the packages; its data lie in `folder`, which is made where it is missing. One
 * that is still running there, left behind by a process that was killed, is taken over.
 * @throws NoEmbeddedDatabase with what to do about it
 */
export async function startEmbedded(folder: string): Promise<EmbeddedDatabase> {
  const cluster = openCluster(folder);
  if (!existsSync(join(folder, 'database'))) await createDatabase(cluster);
  const password = readFileSync(join(folder, 'password'), 'utf8').trim();
  const port = (await runningPort(cluster)) ?? (await start(cluster));
  const url = `postgres://simwise:${password}@127.0.0.1:${port}/postgres`;
  return { url, stop: () => stopWhenLast(cluster, url) };
}

function openCluster(folder: string): Cluster {
  const user = databaseUser(folder);
  if (process.getuid?.() === 0 && !user) {
    throw new NoEmbeddedDatabase(
      'PostgreSQL does not run as root, and this system has neither a user "postgres" nor "nobody" to run it as; start simwise as another user, or set DATABASE_URL',
    );
  }
  mkdirSync(dirname(folder), { recursive: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (user) chownSync(folder, user.uid, user.gid);
  requireReachable(folder, user);
  const found = findBinaries();
  const binaries = user && !isReachableByAll(found.control) ? copyBinaries(join(folder, 'postgresql')) : found;
  return { folder, binaries, user };
}

function requireReachable(folder: string, user: SystemUser | null): void {
  if (!user || isReachableByAll(folder)) return;
  throw new NoEmbeddedDatabase(
    `the user PostgreSQL runs as cannot enter ${folder}; set DATA_FOLDER to a folder outside of root's own, such as /var/lib/simwise, or set DATABASE_URL`,
  );
}

/** Makes the files under another name first: a crash half-way leaves nothing that looks finished. */
async function createDatabase(cluster: Cluster): Promise<void> {
  const { folder, binaries, user } = cluster;
  const unfinished = join(folder, 'unfinished');
  rmSync(unfinished, { recursive: true, force: true });
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 });
  if (user) chownSync(passwordFile, user.uid, user.gid);
  await run(cluster, binaries.initdb, [
    ...['-D', unfinished, '-U', 'simwise', `--pwfile=${passwordFile}`],
    ...['--auth=scram-sha-256', '--encoding=UTF8', '--locale=C'],
  ]);
  renameSync(unfinished, join(folder, 'database'));
}

/** The port of the one that runs already, read from the file PostgreSQL keeps while it runs. */
async function runningPort(cluster: Cluster): Promise<number | null> {
  const data = join(cluster.folder, 'database');
  const isRunning = await run(cluster, cluster.binaries.control, ['-D', data, 'status']).then(
    () => true,
    () => false,
  );
  if (!isRunning) return null;
  return Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[3]);
}

async function start(cluster: Cluster): Promise<number> {
  const port = await freePort();
  // Errors without their details: those repeat the values of a row, and a log is to hold nothing about a person.
  const flags = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c log_error_verbosity=terse`;
  const { folder, binaries } = cluster;
  const args = ['-D', join(folder, 'database'), '-l', join(folder, 'log'), '-w', '-o', flags, 'start'];
  await run(cluster, binaries.control, args);
  return port;
}

async function stopWhenLast(cluster: Cluster, url: string): Promise<void> {
  if (await hasOtherUsers(url)) return;
  await run(cluster, cluster.binaries.control, ['-D', join(cluster.folder, 'database'), '-m', 'fast', '-w', 'stop']);
}

async function hasOtherUsers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    const { rows } = await client.query<{ others: number }>(
      `SELECT count(*)::int AS others FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()`,
    );
    return (rows[0]?.others ?? 0) > 0;
  } catch {
    return false;
  } finally {
    await client.end();
  }
}

/** Runs a program of PostgreSQL to its end, apart from our terminal: Ctrl-C is for us to handle. */
async function run({ user, folder }: Cluster, program: string, args: readonly string[]): Promise<void> {
  const child = spawn(program, [...args], {
    ...(user ?? {}),
    cwd: folder,
    detached: true,
    stdio: 'ignore',
    env: { ...process.env, LC_ALL: 'C' },
  });
  const [code] = await once(child, 'exit');
  if (code === 0) return;
  throw new NoEmbeddedDatabase(`${program} ended with code ${code}; its log is ${join(folder, 'log')}`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
