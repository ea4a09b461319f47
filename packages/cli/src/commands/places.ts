import { hitAnswer } from '@simwise/messages';
import { openPlaceIndex } from '../open-route.ts';
import { readCount } from '../read-option.ts';
import { type CommonOptions, Session, type Terminal } from '../session.ts';
import { formatTable } from '../table.ts';

export type PlacesOptions = CommonOptions & { readonly limit: string };

/** `simwise places`: places by name, in any of the four languages, misspelled or of earlier times. */
export async function findPlaces(terminal: Terminal, query: string, options: PlacesOptions): Promise<number> {
  const session = new Session(terminal, options);
  const catalog = await session.openCatalog();
  const { index, credits } = await openPlaceIndex(session);
  const wording = session.wording(catalog).coverage();
  const hits = index.search(query, readCount(options.limit, '--limit'));
  if (options.json) session.json({ query, places: hits.map((hit) => hitAnswer({ index }, hit, wording)), credits });
  else if (hits.length === 0) session.print([wording.words.noPlaces({ query })]);
  else session.print(formatTable(hits.map(({ place }) => [place.id, wording.placeInFull({ index }, place)])));
  return hits.length > 0 ? 0 : 1;
}
