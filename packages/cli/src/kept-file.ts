import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { writeWhole } from './write-whole.ts';

const KEPT = 6;

/**
 * Writes a compiled file in one step and forgets the oldest of its kind (`catalog-….json` and so on). Where it cannot be
 * kept, the next start compiles again.
 */
export function keepFile(file: string, json: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeWhole(file, json);
    forgetOld(dirname(file), basename(file).replace(/[^-]+$/, ''));
  } catch {
    // Nothing rests on it.
  }
}

function forgetOld(folder: string, prefix: string): void {
  const kept = readdirSync(folder).filter((name) => name.startsWith(prefix));
  const byAge = kept
    .map((name) => ({ name, time: statSync(join(folder, name)).mtimeMs }))
    .sort((a, b) => b.time - a.time);
  for (const { name } of byAge.slice(KEPT)) rmSync(join(folder, name), { force: true });
}
