import { CatalogError } from '@simwise/catalog/build';
import { type CoverageSources, loadCoverage } from './load-coverage.ts';
import { loadPlaces, type PlaceSources } from './load-places.ts';

/** The places of a catalogue folder. @throws CatalogError with every complaint where they cannot be used */
export function openPlaceSources(root: string): PlaceSources {
  const { places, findings } = loadPlaces(root);
  if (!places) throw new CatalogError(findings);
  return places;
}

/** The coverage of a catalogue folder. @throws CatalogError with every complaint where it cannot be used */
export function openCoverageSources(root: string): CoverageSources {
  const { coverage, findings } = loadCoverage(root);
  if (!coverage) throw new CatalogError(findings);
  return coverage;
}
