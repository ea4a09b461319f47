import type { CompiledCatalog } from '@simwise/catalog';
import { type CoverageFacts, chosenNetworks, PlaceIndex, unpackPlaces } from '@simwise/places';
import { openCoverage, openPlaces } from './open-places.ts';
import { readReports, reportsPath } from './reports-file.ts';
import type { Session } from './session.ts';

/** All places of the catalogue, ready to be searched. */
export async function openPlaceIndex(session: Session): Promise<PlaceIndex> {
  return new PlaceIndex(unpackPlaces(await openPlaces(session.catalogFolder)));
}

/** Everything that is known of coverage, the person's own reports included. */
export async function openCoverageFacts(
  session: Session,
  catalog: CompiledCatalog,
  reports: string | undefined,
): Promise<CoverageFacts> {
  const places = await openPlaces(session.catalogFolder);
  return {
    index: new PlaceIndex(unpackPlaces(places)),
    ...(await openCoverage(session.catalogFolder, places)),
    reports: readReports(reportsPath(reports)),
    networks: chosenNetworks(catalog),
    today: session.today(catalog),
  };
}
