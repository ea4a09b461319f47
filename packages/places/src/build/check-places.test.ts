import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { CATALOG } from '../../test/real-data.ts';
import { checkPlaces } from './check-places.ts';
import { PLACE_CHECKS } from './checks/index.ts';

let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'places-'));
  for (const folder of ['places', 'coverage']) cpSync(join(CATALOG, folder), join(root, folder), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true }));

function change(file: string, from: string, to: string): void {
  const text = readFileSync(join(root, file), 'utf8');
  if (!text.includes(from)) throw new Error(`no "${from}" in ${file}`);
  writeFileSync(join(root, file), text.replace(from, to));
}

const checks = () => [...new Set(checkPlaces(root).map(({ check }) => check))];

test('the places of the catalogue keep every rule', () => {
  expect(checkPlaces(root)).toEqual([]);
});

test.each([
  ['known-places', () => change('coverage/statements.yaml', "'634055300'", "'634055309'")],
  ['known-places', () => change('places/sights.yaml', "near: '334030100'", "near: '334030109'")],
  [
    'cited-coverage',
    () => change('coverage/statements.yaml', 'sources: [ sozmedia-zimovye ]', 'sources: [ somebody ]'),
  ],
  [
    'cited-coverage',
    () =>
      change(
        'coverage/sources.yaml',
        'sources:\n',
        'sources:\n  - { id: unused, publisher: Nobody, address: nowhere }\n',
      ),
  ],
  ['honest-none', () => change('coverage/statements.yaml', "said: '2024-06-12'", 'said: unknown')],
  ['honest-none', () => change('coverage/statements.yaml', 'service: internet', '')],
  ['honest-none', () => change('coverage/statements.yaml', '      kk: Шатқалда', '      # kk: Шатқалда')],
  ['licences-apart', () => rmSync(join(root, 'coverage/opencellid/LICENSE'))],
  ['licences-apart', () => change('coverage/opencellid/lacells-2015.yaml', 'cells: 14012', 'cells: 14011')],
  ['inside-country', () => change('places/airports.csv', '43.35427,77.04283', '43.35427,177.04283')],
  ['schema', () => change('coverage/statements.yaml', 'says: works', 'says: perhaps')],
  ['readable', () => appendFileSync(join(root, 'places/airports.csv'), 'too,few\n')],
  ['readable', () => change('places/kato/kato.csv', 'kato,level', 'code,level')],
  ['complete', () => rmSync(join(root, 'coverage/speed.yaml'))],
] as const)('%s is found', (check, spoil) => {
  spoil();
  expect(checks()).toContain(check);
});

test('every check says what it protects', () => {
  expect(PLACE_CHECKS.every(({ protects }) => protects.length > 30)).toBe(true);
});

test('a catalogue without places has nothing to check', () => {
  rmSync(join(root, 'places'), { recursive: true });
  expect(checkPlaces(root)).toEqual([]);
});
