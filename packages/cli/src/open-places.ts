import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CannotCover, type CompiledCells, type CompiledCoverage, type CompiledPlaces } from '@simwise/places';
import { fingerprint } from '../../../scripts/fingerprint.mjs';
import { keepFile } from './kept-file.ts';
import { findRoot } from './open-catalog.ts';

const CODE = ['engine', 'catalog', 'places'];

/** A catalogue need not have places. */
export function hasPlaces(folder: string): boolean {
  return existsSync(join(folder, 'places'));
}

/** Opens the places of a catalogue folder, compiled as the catalogue is. @throws CatalogError, CannotCover without places */
export async function openPlaces(folder: string): Promise<CompiledPlaces> {
  if (!hasPlaces(folder)) throw new CannotCover({ code: 'no-places' });
  const [places] = await openCompiled(folder, 'places', [join(folder, 'places')], async () => {
    const { compilePlaces, openPlaceSources } = await import('@simwise/places/build');
    return [compilePlaces(openPlaceSources(folder))];
  });
  return places as CompiledPlaces;
}

export type OpenedCoverage = { readonly coverage: CompiledCoverage; readonly cells: readonly CompiledCells[] };

/**
 * Opens what is known of coverage: our own facts and, each in a file of its own with its notice, the cells of every
 * licence. @throws CatalogError, CannotCover without places
 */
export async function openCoverage(folder: string, places: CompiledPlaces): Promise<OpenedCoverage> {
  const inputs = [join(folder, 'places'), join(folder, 'coverage')];
  const [coverage, ...cells] = await openCompiled(folder, 'coverage', inputs, async () => {
    const { compileCells, compileCoverage, openCoverageSources, openPlaceSources } = await import(
      '@simwise/places/build'
    );
    const { unpackPlaces } = await import('@simwise/places');
    const sources = openCoverageSources(folder);
    const { outlines } = openPlaceSources(folder);
    const context = { places: unpackPlaces(places), outlines, rules: sources.rules.data };
    return [compileCoverage(sources), ...sources.folders.map((each) => compileCells(sources, each, context))];
  });
  return { coverage: coverage as CompiledCoverage, cells: cells as CompiledCells[] };
}

/** Reads files compiled before from the same input by the same code, or compiles and keeps them. */
async function openCompiled(
  folder: string,
  name: string,
  inputs: readonly string[],
  compile: () => Promise<readonly unknown[]>,
): Promise<readonly unknown[]> {
  const root = findRoot();
  const code = CODE.map((each) => join(root, 'packages', each, 'src'));
  const mark = fingerprint([resolve(folder, 'country.yaml'), ...inputs.map((path) => resolve(path)), ...code]);
  const fileOf = (index: number) => join(root, 'dist', `${name}${index === 0 ? '' : `.${index}`}-${mark}.json`);
  const kept = readKept(fileOf);
  if (kept) return kept;
  const [first, ...rest] = await compile();
  for (const [index, part] of rest.entries()) keepFile(fileOf(index + 1), JSON.stringify(part));
  keepFile(fileOf(0), JSON.stringify({ more: rest.length, first } satisfies FirstFile));
  return [first, ...rest];
}

/** The first file is written last and says how many more there are. */
type FirstFile = { readonly more: number; readonly first: unknown };

function readKept(fileOf: (index: number) => string): unknown[] | undefined {
  if (!existsSync(fileOf(0))) return undefined;
  const { more, first } = JSON.parse(readFileSync(fileOf(0), 'utf8')) as FirstFile;
  const others = Array.from({ length: more }, (_, index) => fileOf(index + 1));
  if (!others.every((file) => existsSync(file))) return undefined;
  return [first, ...others.map((file): unknown => JSON.parse(readFileSync(file, 'utf8')))];
}
