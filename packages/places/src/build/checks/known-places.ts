import type { Finding } from '@simwise/catalog/build';
import { type CheckedPlaces, inYaml, type PlaceCheck } from '../check.ts';
import type { YamlDocument } from '../yaml.ts';

const WIDER: readonly string[] = ['country', 'roads', 'railways'];

type Reference = {
  readonly document: YamlDocument<unknown>;
  readonly path: readonly (string | number)[];
  readonly id: string;
};

function referencesOf({ places, coverage }: CheckedPlaces): Reference[] {
  const { names, sights, crossings } = places;
  const named = names.data.names.map(({ place }, i) => ({ document: names, path: ['names', i, 'place'], id: place }));
  const settings = sights.data.sights.flatMap(({ near, oblast }, i) =>
    [near, oblast].flatMap((id) => (id ? [{ document: sights, path: ['sights', i], id }] : [])),
  );
  const borders = crossings.data.lists.flatMap((list, l) =>
    list.crossings.flatMap(({ near, oblast }, i) =>
      [near, oblast].flatMap((id) => (id ? [{ document: crossings, path: ['lists', l, 'crossings', i], id }] : [])),
    ),
  );
  return [...named, ...settings, ...borders, ...statementReferences(coverage.statements)];
}

function statementReferences(document: CheckedPlaces['coverage']['statements']): Reference[] {
  return document.data.statements.flatMap(({ about }, i): Reference[] => {
    if ('area' in about) {
      return WIDER.includes(about.area) ? [] : [{ document, path: ['statements', i, 'about', 'area'], id: about.area }];
    }
    return about.places.map((id, p) => ({ document, path: ['statements', i, 'about', 'places', p], id }));
  });
}

export const knownPlaces: PlaceCheck = {
  name: 'known-places',
  protects: 'what was said of a place is shown at that place, and not lost',
  run(checked) {
    return referencesOf(checked).flatMap(({ document, path, id }): Finding[] =>
      checked.index.find(id)
        ? []
        : [inYaml(this.name, document, path, { found: `"${id}"`, expected: 'the id of a place on file' })],
    );
  },
};
