import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Finding, sourcesSchema } from '@simwise/catalog/build';
import type * as z from 'zod';
import { type CellListNotice, cellListNotice, radioRules, speedList, statementList } from './coverage-schema.ts';
import { readYaml, type YamlDocument } from './yaml.ts';

/** A folder of cell lists under one licence. */
export type CellFolder = { readonly name: string; readonly lists: readonly YamlDocument<CellListNotice>[] };

/** Coverage as its keepers write it; the cells themselves are read when they are compiled. */
export type CoverageSources = {
  readonly root: string;
  readonly statements: YamlDocument<z.infer<typeof statementList>>;
  readonly speed: YamlDocument<z.infer<typeof speedList>>;
  readonly rules: YamlDocument<z.infer<typeof radioRules>>;
  readonly sources: YamlDocument<z.infer<typeof sourcesSchema>>;
  readonly folders: readonly CellFolder[];
};

export type CoverageLoaded = { readonly coverage: CoverageSources | null; readonly findings: readonly Finding[] };

/** Reads `coverage/` of a catalogue folder. Every complaint of every file is gathered; with one there is no coverage. */
export function loadCoverage(root: string): CoverageLoaded {
  const findings: Finding[] = [];
  const statements = readYaml(root, 'coverage/statements.yaml', statementList, findings);
  const speed = readYaml(root, 'coverage/speed.yaml', speedList, findings);
  const rules = readYaml(root, 'coverage/radio.yaml', radioRules, findings);
  const sources = readYaml(root, 'coverage/sources.yaml', sourcesSchema, findings);
  const folders = foldersIn(root).map((name) => ({ name, lists: readLists(root, name, findings) }));
  if (!(statements && speed && rules && sources) || findings.length > 0) return { coverage: null, findings };
  return { coverage: { root, statements, speed, rules, sources, folders }, findings };
}

function foldersIn(root: string): string[] {
  const folder = join(root, 'coverage');
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).sort();
}

function readLists(root: string, folder: string, findings: Finding[]): YamlDocument<CellListNotice>[] {
  const files = readdirSync(join(root, 'coverage', folder)).filter((name) => name.endsWith('.yaml'));
  return files.sort().flatMap((name) => readYaml(root, `coverage/${folder}/${name}`, cellListNotice, findings) ?? []);
}
