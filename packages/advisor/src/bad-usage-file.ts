import type { BadText } from '@simwise/catalog';

/** What is wrong with a row; `text` is what stands there. */
export type RowProblem =
  | { readonly is: 'columns'; readonly missing: readonly string[] }
  | { readonly is: 'cells' }
  | { readonly is: 'kind' | 'time'; readonly text: string }
  | { readonly is: 'amount'; readonly text: string; readonly kind: 'voice' | 'sms' | 'data' }
  | { readonly is: 'text'; readonly error: BadText };

export type BadRow = { readonly line: number; readonly problem: RowProblem };

/** A file of uses that cannot be read; each bad row is named with its line, at most twenty. */
export class BadUsageFile extends Error {
  readonly rows: readonly BadRow[];

  constructor(rows: readonly BadRow[]) {
    super(rows.map(({ line, problem }) => `line ${line}: ${problem.is}`).join('\n'));
    this.rows = rows;
  }
}
