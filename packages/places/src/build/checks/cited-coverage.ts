import type { Finding } from '@simwise/catalog/build';
import { type CheckedPlaces, inYaml, type PlaceCheck } from '../check.ts';
import type { YamlDocument } from '../yaml.ts';

type Sources = CheckedPlaces['coverage']['sources'];

/** Every list under a key `sources` in a tree of data, with its path. */
function citations(
  node: unknown,
  path: readonly (string | number)[] = [],
): { path: (string | number)[]; id: string }[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => {
    const here = [...path, Array.isArray(node) ? Number(key) : key];
    if (key !== 'sources' || !Array.isArray(value)) return citations(value, here);
    return value.filter((item) => typeof item === 'string').map((id, index) => ({ path: [...here, index], id }));
  });
}

function unknownIn(check: string, documents: readonly YamlDocument<unknown>[], sources: Sources): Finding[] {
  const known = new Set(sources.data.sources.map(({ id }) => id));
  return documents.flatMap((document) =>
    citations(document.data)
      .filter(({ id }) => !known.has(id))
      .map(({ path, id }) =>
        inYaml(check, document, path, { found: `"${id}"`, expected: `the id of a source in ${sources.file.file}` }),
      ),
  );
}

/** Sources of files that are no YAML: the classifier, the lists of settlements, outlines and airports. */
const OF_OTHER_FILES: readonly string[] = ['kato', 'geonames', 'geokz', 'ourairports'];

function unusedIn(
  check: string,
  documents: readonly YamlDocument<unknown>[],
  sources: Sources,
  lists: readonly string[],
): Finding[] {
  const cited = new Set([...documents.flatMap(({ data }) => citations(data).map(({ id }) => id)), ...lists]);
  return sources.data.sources.flatMap(({ id }, index) =>
    cited.has(id) || OF_OTHER_FILES.includes(id)
      ? []
      : [
          inYaml(check, sources, ['sources', index], {
            found: `"${id}", which nothing cites`,
            expected: 'a source that is cited',
          }),
        ],
  );
}

export const citedCoverage: PlaceCheck = {
  name: 'cited-coverage',
  protects: 'every statement leads to who said it, and the list of sources stays short enough to be read',
  run({ places, coverage }) {
    const ofPlaces = [places.names, places.sights, places.crossings];
    const ofCoverage = [coverage.statements, coverage.speed, coverage.rules];
    const lists = coverage.folders.flatMap((folder) => folder.lists.flatMap(({ data }) => data.source ?? []));
    return [
      ...unknownIn(this.name, ofPlaces, places.sources),
      ...unknownIn(this.name, ofCoverage, coverage.sources),
      ...unusedIn(this.name, ofPlaces, places.sources, []),
      ...unusedIn(this.name, ofCoverage, coverage.sources, lists),
    ];
  },
};
