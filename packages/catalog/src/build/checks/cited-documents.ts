import { type Check, documentFile, inFile } from '../check.ts';
import type { Finding } from '../finding.ts';
import { DOCUMENT_NAMES, type LoadedCatalog } from '../load.ts';
import type { Path } from '../source-file.ts';

function citations(node: unknown, path: Path = []): { path: Path; id: string }[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => {
    const here = [...path, Array.isArray(node) ? Number(key) : key];
    if (key !== 'sources' || !Array.isArray(value)) return citations(value, here);
    return value.filter((item) => typeof item === 'string').map((id, index) => ({ path: [...here, index], id }));
  });
}

function unknownCitations(catalog: LoadedCatalog, check: string): Finding[] {
  const known = new Set(catalog.sources.map(({ source }) => source.id));
  return DOCUMENT_NAMES.flatMap((name) =>
    citations(catalog.documents[name])
      .filter(({ id }) => !known.has(id))
      .map(({ path, id }) =>
        inFile(check, documentFile(catalog, name), path, { found: `"${id}"`, expected: 'the id of a source on file' }),
      ),
  );
}

export const citedDocuments: Check = {
  name: 'cited-documents',
  protects: 'rates, rules and contacts can be traced to a source, as prices can',
  run(catalog) {
    return unknownCitations(catalog, this.name);
  },
};
