/** Why a row of a cell list was not taken although nothing is wrong with it. */
export type CellSkip = 'other-country' | 'other-network' | 'outside-border' | 'repeated';

/** What is wrong with a row of a cell list. */
export type CellFault = 'fields' | 'radio' | 'position' | 'number' | 'date';

export type CellListCounts = {
  readonly rows: number;
  readonly kept: number;
  readonly skipped: Readonly<Record<CellSkip, number>>;
  readonly bad: Readonly<Record<CellFault, number>>;
  /** The first bad rows, with their lines from 1. */
  readonly examples: readonly { readonly line: number; readonly fault: CellFault }[];
};
