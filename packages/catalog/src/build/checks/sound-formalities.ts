import type { Day } from '@simwise/engine';
import { daysOfPartialDate } from '../../partial-date.ts';
import { type Check, documentFile, inFile } from '../check.ts';
import { newestSeen } from '../compile-formality.ts';
import type { LoadedCatalog } from '../load.ts';
import type { FormalitySource } from '../schema/formalities.ts';
import type { Path } from '../source-file.ts';

type Complaint = { readonly path: Path; readonly found: string; readonly expected: string };

type Known = {
  readonly above: readonly string[];
  readonly brands: ReadonlySet<string>;
  readonly seen: readonly [Day, Day] | undefined;
};

/** What is wrong with one rule, given those above it, the brands on file and when its newest source was seen. */
function complaintsAbout(rule: FormalitySource, { above, brands, seen }: Known): Complaint[] {
  return [
    ...(above.includes(rule.id) ? [{ path: ['id'], found: `"${rule.id}" again`, expected: 'an id of its own' }] : []),
    ...(rule.when.brands ?? []).flatMap((id, index) =>
      brands.has(id)
        ? []
        : [{ path: ['when', 'brands', index], found: `"${id}"`, expected: 'the id of a brand on file' }],
    ),
    ...(isAnnounced(rule, seen)
      ? [
          {
            path: ['since'],
            found: `in force since ${rule.since}, no source so new`,
            expected: 'a source that saw it in force',
          },
        ]
      : []),
  ];
}

/** A rule whose newest source is from before the day it took force is an announcement, not a rule in force. */
function isAnnounced({ status, since }: FormalitySource, seen: Known['seen']): boolean {
  if (status !== 'in-force' || since === undefined || seen === undefined) return false;
  return seen[1] < daysOfPartialDate(since).first;
}

function findings(catalog: LoadedCatalog, check: string) {
  const file = documentFile(catalog, 'formalities');
  const { rules } = catalog.documents.formalities;
  const brands = new Set(catalog.documents.market.brands.map(({ id }) => id));
  const ids = rules.map(({ id }) => id);
  const sources = catalog.sources.map(({ source }) => source);
  return rules.flatMap((rule, index) => {
    const known = { above: ids.slice(0, index), brands, seen: newestSeen(rule.sources, sources) };
    return complaintsAbout(rule, known).map(({ path, ...complaint }) =>
      inFile(check, file, ['rules', index, ...path], complaint),
    );
  });
}

export const soundFormalities: Check = {
  name: 'sound-formalities',
  protects: 'nobody is told of a rule that is announced only, or of a brand that is not there',
  run(catalog) {
    return findings(catalog, this.name);
  },
};
