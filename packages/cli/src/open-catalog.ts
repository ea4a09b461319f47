import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CompiledCatalog } from '@simwise/catalog';
import { fingerprint } from '../../../scripts/fingerprint.mjs';

/** The checkout this code runs from: the nearest folder above that has a catalogue. */
export function findRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'catalog', 'kz', 'country.yaml'))) {
    const above = dirname(folder);
    if (above === folder) throw new Error('no catalogue beside the program; give one with --catalog DIR');
    folder = above;
  }
  return folder;
}

export function builtInCatalog(): string {
  return join(findRoot(), 'catalog', 'kz');
}

const KEPT = 6;

/** Opens a catalogue folder, compiled; it is compiled again only when it or the code has changed. @throws CatalogError */
export async function openCatalog(folder: string, tell: (text: string) => void): Promise<CompiledCatalog> {
  const root = findRoot();
  const code = ['engine', 'catalog'].map((name) => join(root, 'packages', name, 'src'));
  const file = join(root, 'dist', `catalog-${fingerprint([resolve(folder), ...code])}.json`);
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as CompiledCatalog;
  tell('compiling the catalogue…');
  const { CatalogError, compileCatalog, loadCatalog } = await import('@simwise/catalog/build');
  const { catalog, findings } = loadCatalog(folder);
  if (!catalog) throw new CatalogError(findings);
  const compiled = compileCatalog(catalog);
  keep(file, JSON.stringify(compiled));
  return compiled;
}

/** Writes the compiled catalogue in one step. Where it cannot be kept, the next start compiles again. */
function keep(file: string, json: string): void {
  const folder = dirname(file);
  const temporary = `${file}.${process.pid}`;
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(temporary, json);
    renameSync(temporary, file);
    forgetOld(folder);
  } catch {
    rmSync(temporary, { force: true });
  }
}

function forgetOld(folder: string): void {
  const kept = readdirSync(folder).filter((name) => name.startsWith('catalog-'));
  const byAge = kept
    .map((name) => ({ name, time: statSync(join(folder, name)).mtimeMs }))
    .sort((a, b) => b.time - a.time);
  for (const { name } of byAge.slice(KEPT)) rmSync(join(folder, name), { force: true });
}
