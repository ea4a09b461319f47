import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Finding, SourceFile, schemaFindings, UnreadableFile } from '@simwise/catalog/build';
import type * as z from 'zod';

/** A YAML file of the catalogue with what its schema made of it, and the file itself for the places of values. */
export type YamlDocument<T> = { readonly data: T; readonly file: SourceFile };

/** Reads one YAML file of a catalogue folder; what is wrong with it goes to `findings`, and then there is no document. */
export function readYaml<S extends z.ZodType>(
  root: string,
  file: string,
  schema: S,
  findings: Finding[],
): YamlDocument<z.infer<S>> | undefined {
  const path = join(root, file);
  const where = { file, line: 1, col: 1 };
  if (!existsSync(path)) {
    findings.push({ ...where, check: 'complete', found: 'no such file', expected: `a file ${file}` });
    return undefined;
  }
  try {
    const source = SourceFile.read(path, file);
    const result = schema.safeParse(source.data, { reportInput: true });
    if (result.success) return { data: result.data, file: source };
    findings.push(...schemaFindings(result.error.issues, source, (place) => source.positionOf(place)));
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    findings.push({
      file,
      ...error.position,
      check: 'readable',
      found: error.message,
      expected: 'one plain YAML document',
    });
  }
  return undefined;
}
