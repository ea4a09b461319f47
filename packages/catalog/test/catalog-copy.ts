import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const CATALOG = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..', 'catalog', 'kz');

const OFFER = /[\\/]offers[\\/]([^\\/]+)/;

type CopyOptions = { readonly whenDone?: (clean: () => void) => void; readonly brands?: readonly string[] };

/** Where a finding is expected to point. */
const MARK = '‸';

/** A copy of the built-in catalogue in a temporary folder, to break one fact of; gone after the test, or after a file. */
export class CatalogCopy {
  readonly root: string;

  /** `brands`: the copy holds the offers of these only, which is quicker to read. */
  constructor({ whenDone = onTestFinished, brands }: CopyOptions = {}) {
    this.root = mkdtempSync(join(tmpdir(), 'simwise-catalog-'));
    whenDone(() => rmSync(this.root, { recursive: true, force: true }));
    const isCopied = (path: string) => brands?.includes(OFFER.exec(path)?.[1] ?? '') !== false || !OFFER.test(path);
    cpSync(CATALOG, this.root, { recursive: true, filter: isCopied });
  }

  path(file: string): string {
    return join(this.root, file);
  }

  read(file: string): string {
    return readFileSync(this.path(file), 'utf8');
  }

  write(file: string, text: string): void {
    writeFileSync(this.path(file), text);
  }

  remove(file: string): void {
    rmSync(this.path(file), { recursive: true });
  }

  /** Puts `after` in place of the only `before` in a file. @returns the place of the mark ‸ in it as `file:line:col`. */
  change(file: string, before: string, after: string): string {
    const parts = this.read(file).split(before);
    if (parts.length !== 2) throw new Error(`${parts.length - 1} times in ${file}: ${before}`);
    return this.#put(file, parts.join(after));
  }

  /** Like `change`, for the first of several. */
  changeFirst(file: string, before: string, after: string): string {
    const text = this.read(file);
    const at = text.indexOf(before);
    if (at < 0) throw new Error(`not in ${file}: ${before}`);
    return this.#put(file, text.slice(0, at) + after + text.slice(at + before.length));
  }

  /** Writes text with a mark in it. @returns the place of the mark. */
  #put(file: string, marked: string): string {
    const at = marked.indexOf(MARK);
    this.write(file, marked.replace(MARK, ''));
    const lines = marked.slice(0, Math.max(0, at)).split('\n');
    return at < 0 ? '' : `${file}:${lines.length}:${(lines.at(-1) as string).length + 1}`;
  }
}
