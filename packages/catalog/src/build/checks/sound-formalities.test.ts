import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { compileCatalog } from '../compile.ts';
import type { Finding } from '../finding.ts';
import { loadCatalog } from '../load.ts';
import { citedDocuments } from './cited-documents.ts';
import { soundFormalities } from './sound-formalities.ts';

const BUILT_IN = join(dirname(fileURLToPath(import.meta.url)), '../../../../../catalog/kz');
const folder = mkdtempSync(join(tmpdir(), 'simwise-formalities-'));
cpSync(BUILT_IN, folder, { recursive: true });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What is found when a text of the rules is changed: by the schema, else by the checks that look at rules. */
function findingsWith(from: string, to: string): string[] {
  const file = join(folder, 'formalities.yaml');
  const text = readFileSync(join(BUILT_IN, 'formalities.yaml'), 'utf8');
  expect(text).toContain(from);
  writeFileSync(file, text.replace(from, to));
  return findingsOf(folder).map(({ check, found }) => `${check} ${found}`);
}

function findingsOf(root: string): readonly Finding[] {
  const { catalog, findings } = loadCatalog(root);
  return catalog ? [soundFormalities, citedDocuments].flatMap((check) => check.run(catalog)) : findings;
}

describe('rules that would mislead are found', () => {
  test('as they are, none is', () => {
    expect(findingsOf(BUILT_IN)).toEqual([]);
  });

  test('two rules of one id', () => {
    expect(findingsWith('id: company-card', 'id: face-check')).toContain('sound-formalities "face-check" again');
  });

  test('a brand that is not there', () => {
    expect(findingsWith('brands: [ izi ]', 'brands: [ izzi ]')).toContain('sound-formalities "izzi"');
  });

  test('a rule in force since a day that no source has seen', () => {
    const findings = findingsWith("since: '2025-11-18'", "since: '2026-11-18'");
    expect(findings).toContain('sound-formalities in force since 2026-11-18, no source so new');
  });

  test('a source that is not on file', () => {
    expect(findingsWith('sources: [ gov-kz-arrivals, lada-face-check ]', 'sources: [ nobody ]')).toContain(
      'cited-documents "nobody"',
    );
  });

  test.each([
    ['a step without what it takes', '    effort: unknown\n', ''],
    ['a rule without sources', 'sources: [ lada-dealers, 24-kg-sim-rules ]', 'sources: []'],
    ['a text that lacks a language', '      zh: 每人最多 10 个号码\n', ''],
    ['a condition nobody can judge', 'eResident: true', 'isLucky: true'],
    ['a confidence that is none', 'confidence: low', 'confidence: certain'],
    ['a rule for everybody', 'when: { eResident: true }', 'when: {}'],
  ])('%s', (_what, from, to) => {
    expect(findingsWith(from, to).some((finding) => finding.startsWith('schema'))).toBe(true);
  });
});

test('a rule is as old as the newest of its sources', () => {
  const { catalog } = loadCatalog(BUILT_IN);
  const rules = catalog ? compileCatalog(catalog).formalities : [];
  const seen = (id: string) => rules.find((rule) => rule.id === id)?.seen;
  // timesca.com, 12 February 2026, is the newest of the four pages on the face check.
  expect(seen('face-check')).toEqual([20_496, 20_496]);
  expect(seen('bank-needs-number')).toBeUndefined();
});
