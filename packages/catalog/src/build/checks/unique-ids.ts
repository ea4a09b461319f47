import { type Check, documentFile, inFile, inOffer } from '../check.ts';
import type { Finding } from '../finding.ts';
import type { LoadedCatalog } from '../load.ts';

export const uniqueIds: Check = {
  name: 'unique-ids',
  protects: 'an id leads to exactly one offer, or to the one reason why it was left out',
  run(catalog) {
    const findings: Finding[] = [];
    const seen = new Map<string, string>();
    for (const offer of catalog.offers) {
      const { id } = offer.source;
      const other = seen.get(id);
      if (other)
        findings.push(
          inOffer(this.name, offer, ['id'], { found: `"${id}" again`, expected: `one "${id}", as in ${other}` }),
        );
      seen.set(id, offer.file.file);
    }
    const file = documentFile(catalog, 'left-out');
    for (const [index, { id }] of catalog.documents['left-out'].leftOut.entries()) {
      const other = seen.get(id);
      if (other)
        findings.push(
          inFile(this.name, file, ['leftOut', index, 'id'], {
            found: `"${id}" left out`,
            expected: `it only in ${other}`,
          }),
        );
      seen.set(id, file.file);
    }
    return [...findings, ...repeatedSources(catalog, this.name)];
  },
};

function repeatedSources(catalog: LoadedCatalog, check: string): Finding[] {
  const seen = new Map<string, string>();
  return catalog.sources.flatMap(({ source: { id }, file, index }) => {
    const other = seen.get(id);
    seen.set(id, file.file);
    if (!other) return [];
    return [
      inFile(check, file, ['sources', index, 'id'], {
        found: `"${id}" again`,
        expected: `one "${id}", as in ${other}`,
      }),
    ];
  });
}
