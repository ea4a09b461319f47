import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CompiledCatalog } from '@simwise/catalog';
import { fingerprint } from '../../../scripts/fingerprint.mjs';
import { keepFile } from './kept-file.ts';

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

/** Places and coverage are compiled on their own, so that a new list of cells does not ask for the offers again. */
function inputsOf(folder: string): string[] {
  const path = resolve(folder);
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [path];
  const names = readdirSync(path).filter((name) => name !== 'places' && name !== 'coverage');
  return names.sort().map((name) => join(path, name));
}

/** Opens a catalogue folder, compiled; it is compiled again only when it or the code has changed. @throws CatalogError */
export async function openCatalog(folder: string, tell: (text: string) => void): Promise<CompiledCatalog> {
  const root = findRoot();
  const code = ['engine', 'catalog'].map((name) => join(root, 'packages', name, 'src'));
  const file = join(root, 'dist', `catalog-${fingerprint([...inputsOf(folder), ...code])}.json`);
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as CompiledCatalog;
  tell('compiling the catalogue…');
  const { CatalogError, compileCatalog, loadCatalog } = await import('@simwise/catalog/build');
  const { catalog, findings } = loadCatalog(folder);
  if (!catalog) throw new CatalogError(findings);
  const compiled = compileCatalog(catalog);
  keepFile(file, JSON.stringify(compiled));
  return compiled;
}
