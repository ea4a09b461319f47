import type { Finding } from './finding.ts';
import { type LoadedCatalog, type LoadedOffer, positionInOffer } from './load.ts';
import type { Path, SourceFile } from './source-file.ts';

/** A rule that the catalogue keeps: one small file each in `checks/`. */
export type Check = {
  readonly name: string;
  /** What goes wrong for a person when the rule is broken. */
  readonly protects: string;
  readonly run: (catalog: LoadedCatalog) => readonly Finding[];
};

type Complaint = { readonly found: string; readonly expected: string; readonly fix?: () => string };

/** A complaint about a value of an offer, at its place. */
export function inOffer(check: string, { file, index }: LoadedOffer, path: Path, complaint: Complaint): Finding {
  return { file: file.file, ...positionInOffer(file, index, path), check, ...complaint };
}

/** A complaint about a value of any other file. */
export function inFile(check: string, file: SourceFile, path: Path, complaint: Complaint): Finding {
  return { file: file.file, ...file.positionOf(path), check, ...complaint };
}

export function documentFile(catalog: LoadedCatalog, name: string): SourceFile {
  const file = catalog.files.get(`${name}.yaml`);
  if (!file) throw new RangeError(`no such file: ${name}.yaml`);
  return file;
}
