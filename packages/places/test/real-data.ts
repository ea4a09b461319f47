import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseDay } from '@simwise/engine';
import {
  compileCells,
  compileCoverage,
  compilePlaces,
  openCoverageSources,
  openPlaceSources,
} from '../src/build/index.ts';
import { type CoverageFacts, PlaceIndex, type Report, unpackPlaces } from '../src/index.ts';

/** The catalogue of this checkout. */
export const CATALOG = join(dirname(fileURLToPath(import.meta.url)), '../../../catalog/kz');

const sources = openPlaceSources(CATALOG);
export const COMPILED_PLACES = compilePlaces(sources);
export const INDEX = new PlaceIndex(unpackPlaces(COMPILED_PLACES));

const coverageSources = openCoverageSources(CATALOG);
export const COMPILED_COVERAGE = compileCoverage(coverageSources);
export const COMPILED_CELLS = coverageSources.folders.map((folder) =>
  compileCells(coverageSources, folder, {
    places: INDEX.places,
    outlines: sources.outlines,
    rules: coverageSources.rules.data,
  }),
);

/** What is known on a day, with a person's own reports. */
export function realFacts(today = '2026-11-22', reports: readonly Report[] = []): CoverageFacts {
  return {
    index: INDEX,
    coverage: COMPILED_COVERAGE,
    cells: COMPILED_CELLS,
    credits: COMPILED_PLACES.credits,
    reports,
    networks: ['kcell', 'beeline', 'tele2'],
    today: parseDay(today),
  };
}
