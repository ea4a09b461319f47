import { type Check, inFile } from '../check.ts';

/** Every list under a key `sources` in a tree of data. */
function citedIn(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    key === 'sources' && Array.isArray(value) ? value.filter((item) => typeof item === 'string') : citedIn(value),
  );
}

export const usedSources: Check = {
  name: 'used-sources',
  protects: 'the list of sources stays short enough to be read',
  run(catalog) {
    const cited = new Set([...citedIn(catalog.documents), ...catalog.offers.flatMap(({ source }) => citedIn(source))]);
    return catalog.sources.flatMap(({ source: { id }, file, index }) =>
      cited.has(id)
        ? []
        : [
            inFile(this.name, file, ['sources', index, 'id'], {
              found: `"${id}", which nothing cites`,
              expected: 'a source that something cites, or no entry',
            }),
          ],
    );
  },
};
