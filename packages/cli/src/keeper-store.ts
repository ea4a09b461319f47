import * as fs from 'node:fs';
import { dirname, join } from 'node:path';
import { type Keeper, newKeeper, readKeeperFile, writeKeeperFile } from '@simwise/keeper';
import envPaths from 'env-paths';
import { UsageError } from './session.ts';

/** What the store does with files; tests let each of these fail in turn. */
export type StoreFiles = Pick<
  typeof fs,
  | 'closeSync'
  | 'existsSync'
  | 'fsyncSync'
  | 'mkdirSync'
  | 'openSync'
  | 'readFileSync'
  | 'renameSync'
  | 'rmSync'
  | 'writeFileSync'
>;

/** The usual place of a platform for the data of a program: XDG, Application Support or AppData. */
export function usualKeeperFile(): string {
  return join(envPaths('simwise', { suffix: '' }).data, 'keeper.json');
}

/**
 * The keeper in a file of its own. It is replaced in one step: after a crash or on a full disk the file holds the old
 * state or the new one, whole.
 */
export class KeeperStore {
  readonly file: string;
  readonly #files: StoreFiles;
  #text: string | null = null;

  constructor(file: string, files: StoreFiles = fs) {
    this.file = file;
    this.#files = files;
  }

  /** The keeper as it was saved last, or a new one. @throws KeeperRefused for a damaged file, which stays as it is. */
  load(newId: () => string): Keeper {
    this.#text = this.#read();
    return this.#text === null ? newKeeper(newId()) : readKeeperFile(this.#text);
  }

  /** @throws UsageError where it cannot be saved; the old state then stays. */
  save(keeper: Keeper): void {
    const text = writeKeeperFile(keeper);
    if (this.#read() !== this.#text) {
      throw new UsageError(({ usage }) => usage.keep.changedMeanwhile({ file: this.file }));
    }
    try {
      replaceWhole(this.#files, this.file, text);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new UsageError(({ usage }) => usage.keep.notSaved({ file: this.file, problem: reason }));
    }
    this.#text = text;
  }

  #read(): string | null {
    return this.#files.existsSync(this.file) ? this.#files.readFileSync(this.file, 'utf8') : null;
  }
}

/** Only the holder may read it. */
const PRIVATE = 0o600;

function replaceWhole(files: StoreFiles, file: string, text: string): void {
  const folder = dirname(file);
  const temporary = `${file}.${process.pid}.part`;
  files.mkdirSync(folder, { recursive: true });
  try {
    writeThrough(files, temporary, text);
    files.renameSync(temporary, file);
  } catch (error) {
    files.rmSync(temporary, { force: true });
    throw error;
  }
  settleFolder(files, folder);
}

function writeThrough(files: StoreFiles, file: string, text: string): void {
  const handle = files.openSync(file, 'w', PRIVATE);
  try {
    files.writeFileSync(handle, text);
    files.fsyncSync(handle);
  } finally {
    files.closeSync(handle);
  }
}

/** The new name is on the disk when the folder is; where folders cannot be opened, the system sees to it. */
function settleFolder(files: StoreFiles, folder: string): void {
  try {
    const handle = files.openSync(folder, 'r');
    try {
      files.fsyncSync(handle);
    } finally {
      files.closeSync(handle);
    }
  } catch {
    // The state is saved; only its surviving a power cut at this moment is up to the system.
  }
}
