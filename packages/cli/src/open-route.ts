import type { Stay } from '@simwise/advisor';
import type { CompiledCatalog } from '@simwise/catalog';
import {
  type CoverageFacts,
  chosenNetworks,
  coverRoute,
  PlaceIndex,
  type RouteCoverage,
  unpackPlaces,
} from '@simwise/places';
import { openCoverage, openPlaces } from './open-places.ts';
import { readReports, reportsPath } from './reports-file.ts';
import type { Session } from './session.ts';

/** All places of the catalogue, ready to be searched, and who is to be named for them. */
export async function openPlaceIndex(session: Session): Promise<Pick<CoverageFacts, 'index' | 'credits'>> {
  const places = await openPlaces(session.catalogFolder);
  return { index: new PlaceIndex(unpackPlaces(places)), credits: places.credits };
}

/** What is known of the route of a stay; null where it names no places. */
export async function openRoute(
  session: Session,
  catalog: CompiledCatalog,
  { stay, reports }: { stay: Stay; reports: string | undefined },
): Promise<RouteCoverage | null> {
  if (stay.places.length === 0) return null;
  return coverRoute(await openCoverageFacts(session, catalog, reports), stay.places, stay.days);
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
    credits: places.credits,
    ...(await openCoverage(session.catalogFolder, places)),
    reports: readReports(reportsPath(reports)),
    networks: chosenNetworks(catalog),
    today: session.today(catalog),
  };
}
