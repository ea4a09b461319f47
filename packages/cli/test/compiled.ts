import { builtInCatalog, openCatalog } from '../src/open-catalog.ts';
import { openCoverage, openPlaces } from '../src/open-places.ts';

/** The built-in catalogue with its places, compiled as the commands open it. */
export async function openCompiledCatalog() {
  const folder = builtInCatalog();
  const places = await openPlaces(folder);
  const catalog = await openCatalog(folder, () => undefined);
  return { catalog, places: { places, ...(await openCoverage(folder, places)) } };
}
