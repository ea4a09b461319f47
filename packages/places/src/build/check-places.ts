import type { Finding } from '@simwise/catalog/build';
import { PlaceIndex } from '../place-index.ts';
import { unpackPlaces } from '../unpack-places.ts';
import { inFile } from './check.ts';
import { PLACE_CHECKS } from './checks/index.ts';
import { compileCells } from './compile-cells.ts';
import { compileCoverage } from './compile-coverage.ts';
import { compilePlaces } from './compile-places.ts';
import { type CoverageSources, loadCoverage } from './load-coverage.ts';
import { hasPlaces, loadPlaces, type PlaceSources } from './load-places.ts';

/** Runs every check of places and coverage; a catalogue folder without places has nothing to check. */
export function checkPlaces(root: string): Finding[] {
  if (!hasPlaces(root)) return [];
  const { places, findings } = loadPlaces(root);
  const { coverage, findings: more } = loadCoverage(root);
  if (!places || !coverage) return [...findings, ...more];
  try {
    return checkLoaded(root, places, coverage);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return [
      inFile('compiles', 'places', { found: error.message, expected: 'places and coverage that can be compiled' }),
    ];
  }
}

function checkLoaded(root: string, places: PlaceSources, coverage: CoverageSources): Finding[] {
  const compiled = compilePlaces(places);
  const unpacked = unpackPlaces(compiled);
  const context = { places: unpacked, outlines: places.outlines, rules: coverage.rules.data };
  const parts = {
    places: compiled,
    coverage: compileCoverage(coverage),
    cells: coverage.folders.map((folder) => compileCells(coverage, folder, context)),
  };
  const checked = { root, places, coverage, compiled: parts, index: new PlaceIndex(unpacked) };
  return PLACE_CHECKS.flatMap((check) => check.run(checked));
}
