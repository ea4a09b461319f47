import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHECKS } from './checks/index.ts';
import { type Finding, withoutRepeats } from './finding.ts';
import { loadCatalog } from './load.ts';

/** Runs every check and returns all findings in the order of files and lines. A broken schema stops the other checks. */
export function checkCatalog(root: string): Finding[] {
  const { catalog, findings } = loadCatalog(root);
  const all = catalog ? CHECKS.flatMap((check) => check.run(catalog)) : findings;
  return withoutRepeats(all).sort((a, b) => compare(a.file, b.file) || a.line - b.line || a.col - b.col);
}

/** Mends what can be mended by machine. @returns the files written. */
export function fixCatalog(root: string): string[] {
  const fixes = checkCatalog(root).flatMap(({ file, fix }) => (fix ? [{ file, text: fix() }] : []));
  for (const { file, text } of fixes) replaceFile(join(root, file), text);
  return fixes.map(({ file }) => file);
}

/** In one step: whoever reads meanwhile, or stops this, finds the old text or the new one. */
function replaceFile(path: string, text: string): void {
  const temporary = `${path}.${process.pid}`;
  writeFileSync(temporary, text);
  renameSync(temporary, path);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
