import type { Finding } from '@simwise/catalog/build';
import type { CompiledCells, CompiledCoverage, CompiledPlaces } from '../compiled.ts';
import type { PlaceIndex } from '../place-index.ts';
import type { CoverageSources } from './load-coverage.ts';
import type { PlaceSources } from './load-places.ts';
import type { YamlDocument } from './yaml.ts';

/** Places and coverage as they are written and as clients get them. */
export type CheckedPlaces = {
  readonly root: string;
  readonly places: PlaceSources;
  readonly coverage: CoverageSources;
  readonly compiled: {
    readonly places: CompiledPlaces;
    readonly coverage: CompiledCoverage;
    readonly cells: readonly CompiledCells[];
  };
  readonly index: PlaceIndex;
};

/** A rule that places and coverage keep: one small file each in `checks/`. */
export type PlaceCheck = {
  readonly name: string;
  /** What goes wrong for a person when the rule is broken. */
  readonly protects: string;
  readonly run: (checked: CheckedPlaces) => readonly Finding[];
};

type Complaint = { readonly found: string; readonly expected: string };

/** A complaint about a value of a YAML file, at its place. */
export function inYaml(
  check: string,
  { file }: YamlDocument<unknown>,
  path: readonly (string | number)[],
  complaint: Complaint,
): Finding {
  return { file: file.file, ...file.positionOf(path), check, ...complaint };
}

/** A complaint about a whole file. */
export function inFile(check: string, file: string, complaint: Complaint): Finding {
  return { file, line: 1, col: 1, check, ...complaint };
}
