import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '@simwise/catalog/build';
import Papa from 'papaparse';

export type Row<C extends string> = Readonly<Record<C, string>>;

/** Reads the CSV files of a catalogue folder and gathers what is wrong with them. */
export class CsvReader {
  readonly findings: Finding[] = [];
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
  }

  /** Rows of a file whose first line names these columns in this order; none where it cannot be used. */
  read<C extends string>(file: string, columns: readonly C[]): Row<C>[] {
    const path = join(this.#root, file);
    if (!existsSync(path)) return this.#refuse(file, 1, 'no such file', `a file ${file}`);
    const { data, errors, meta } = Papa.parse<Row<C>>(readFileSync(path, 'utf8'), {
      header: true,
      skipEmptyLines: true,
    });
    const header = meta.fields?.join() ?? '';
    if (header !== columns.join()) return this.#refuse(file, 1, `columns ${header}`, columns.join());
    for (const { row, message } of errors) this.#refuse(file, (row ?? 0) + 2, message, 'a row of CSV with all columns');
    return errors.length > 0 ? [] : data;
  }

  #refuse(file: string, line: number, found: string, expected: string): [] {
    this.findings.push({ file, line, col: 1, check: 'readable', found, expected });
    return [];
  }
}
