import type { Position } from './source-file.ts';

/** One complaint of a check: what was found where, what was expected, and how to mend it by machine, if it can be. */
export type Finding = Position & {
  readonly file: string;
  readonly check: string;
  readonly found: string;
  readonly expected: string;
  /** Mends it by machine: the new text of the whole file. Absent where a person must decide. */
  readonly fix?: () => string;
};

/** `offers/kcell/talks.yaml:12:7 known-source: found "x"; expected …` */
export function formatFinding({ file, line, col, check, found, expected, fix }: Finding): string {
  return `${file}:${line}:${col} ${check}: found ${found}; expected ${expected}${fix ? ' (mended by --fix)' : ''}`;
}

/** Each finding once: a mistake in what the offers of a file share is found in every one of them. */
export function withoutRepeats(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((finding) => [formatFinding(finding), finding])).values()];
}

/** Thrown when a catalogue cannot be used; every complaint is listed. */
export class CatalogError extends Error {
  readonly findings: readonly Finding[];

  constructor(findings: readonly Finding[]) {
    super(findings.map(formatFinding).join('\n'));
    this.findings = findings;
  }
}
