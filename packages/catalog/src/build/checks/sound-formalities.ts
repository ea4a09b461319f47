import { daysOfPartialDate } from '../../partial-date.ts';
import { type Check, documentFile, inFile } from '../check.ts';
import type { LoadedCatalog } from '../load.ts';
import type { FormalitySource } from '../schema/formalities.ts';
import type { Path } from '../source-file.ts';

type Complaint = { readonly path: Path; readonly found: string; readonly expected: string };

/** What is wrong with one rule, given those above it and the brands on file. */
function complaintsAbout(rule: FormalitySource, above: readonly string[], brands: ReadonlySet<string>): Complaint[] {
  const strangers = (rule.when.brands ?? []).filter((id) => !brands.has(id));
  return [
    ...(above.includes(rule.id) ? [{ path: ['id'], found: `"${rule.id}" again`, expected: 'an id of its own' }] : []),
    ...strangers.map((id) => ({
      path: ['when', 'brands'],
      found: `"${id}"`,
      expected: 'the id of a brand on file',
    })),
    ...(isTooEarly(rule)
      ? [{ path: ['seen'], found: `seen ${rule.seen}, in force since ${rule.since}`, expected: 'a law seen in force' }]
      : []),
  ];
}

/** A rule last seen in the year before it took force is an announcement, not a rule in force. */
function isTooEarly({ status, since, seen }: FormalitySource): boolean {
  if (status !== 'in-force' || since === undefined || seen === 'unknown') return false;
  return daysOfPartialDate(seen).last < daysOfPartialDate(since).first;
}

function findings(catalog: LoadedCatalog, check: string) {
  const file = documentFile(catalog, 'formalities');
  const { rules } = catalog.documents.formalities;
  const brands = new Set(catalog.documents.market.brands.map(({ id }) => id));
  const ids = rules.map(({ id }) => id);
  return rules.flatMap((rule, index) =>
    complaintsAbout(rule, ids.slice(0, index), brands).map(({ path, ...complaint }) =>
      inFile(check, file, ['rules', index, ...path], complaint),
    ),
  );
}

export const soundFormalities: Check = {
  name: 'sound-formalities',
  protects: 'nobody is told of a rule that is not in force, or of a brand that is not there',
  run(catalog) {
    return findings(catalog, this.name);
  },
};
