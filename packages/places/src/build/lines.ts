import { closeSync, createReadStream, openSync, readSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { CannotCover } from '../cannot-cover.ts';

const GZIP = [0x1f, 0x8b];

/** The lines of a text file, plain or gzip, a batch at a time. @throws CannotCover on a missing file or a broken archive */
export async function* batchesOfLines(path: string): AsyncGenerator<string[]> {
  const isPacked = isGzip(path);
  let rest = '';
  try {
    for await (const chunk of textOf(path, isPacked)) {
      const lines = `${rest}${chunk}`.split('\n');
      rest = lines.pop() ?? '';
      yield lines;
    }
  } catch (error) {
    if (isPacked && isZlibError(error)) throw new CannotCover({ code: 'broken-archive', file: path });
    throw error;
  }
  if (rest !== '') yield [rest];
}

/** @throws CannotCover where there is no such file */
function isGzip(path: string): boolean {
  const head = Buffer.alloc(2);
  try {
    const file = openSync(path, 'r');
    try {
      readSync(file, head, 0, 2, 0);
    } finally {
      closeSync(file);
    }
  } catch {
    throw new CannotCover({ code: 'no-such-file', file: path });
  }
  return GZIP.every((byte, index) => head[index] === byte);
}

function textOf(path: string, isPacked: boolean): Readable {
  const file = createReadStream(path);
  if (!isPacked) return file.setEncoding('latin1');
  const unpacked = createGunzip();
  file.on('error', (error) => unpacked.destroy(error));
  return file.pipe(unpacked).setEncoding('latin1');
}

function isZlibError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');
}
