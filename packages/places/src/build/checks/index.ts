import type { PlaceCheck } from '../check.ts';
import { citedCoverage } from './cited-coverage.ts';
import { honestNone } from './honest-none.ts';
import { insideCountry } from './inside-country.ts';
import { knownPlaces } from './known-places.ts';
import { licencesApart } from './licences-apart.ts';
import { smallCoverage } from './small-coverage.ts';

export const PLACE_CHECKS: readonly PlaceCheck[] = [
  knownPlaces,
  citedCoverage,
  honestNone,
  licencesApart,
  insideCountry,
  smallCoverage,
];
