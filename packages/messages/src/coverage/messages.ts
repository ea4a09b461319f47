import type { CoverageLeftOutReason } from '@simwise/advisor';
import type { CellFault, CellSkip, CoverageRefusal, PlaceKind, Speaker } from '@simwise/places';

type Sentence<P> = (params: P) => string;

/** Parameters of the sentence for each code of a union, its texts in the reader's form. */
type Worded<T> = { readonly [K in Exclude<keyof T, 'code'>]: string };
type ByCode<T extends { code: string }> = { readonly [C in T['code']]: Sentence<Worded<Extract<T, { code: C }>>> };

/** Every text about places and coverage, once for each language. */
export type CoverageMessages = {
  readonly kinds: { readonly [K in PlaceKind]: string };
  /** What cannot be told apart by what is on record; the others go by their own names: 2G, 4G. */
  readonly eitherTechnology: string;
  readonly speakers: { readonly [S in Speaker]: string };
  readonly units: {
    readonly cells: Sentence<number>;
    readonly years: Sentence<number>;
    readonly months: Sentence<number>;
  };
  readonly thisMonth: string;
  readonly comma: string;
  readonly nearName: Sentence<{ name: string; where: string; id: string }>;
  readonly noPosition: string;
  readonly near: Sentence<{ place: string }>;
  readonly noPlaces: Sentence<{ query: string }>;
  readonly others: Sentence<{ places: string }>;
  readonly states: {
    readonly seen: string;
    readonly hint: string;
    readonly stated: string;
    readonly none: string;
    readonly unknown: string;
  };
  /** `metres` and `technologies` are empty where they are not known. */
  readonly cellsNear: Sentence<{ cells: string; technologies: string; distance: string; day: string; age: string }>;
  readonly cellsInside: Sentence<{ cells: string; technologies: string; day: string; age: string }>;
  readonly guessed: Sentence<{ technologies: string }>;
  readonly hintOnly: Sentence<{ evidence: string }>;
  readonly ownReport: Sentence<{ technologies: string; day: string; age: string }>;
  readonly noSignal: Sentence<{ day: string }>;
  readonly nothing: string;
  readonly nothingInArea: string;
  readonly inDistrict: Sentence<{ cells: string; technologies: string; day: string; age: string }>;
  /** Sentences that stand before what was said. */
  readonly missing: { readonly mobile: string; readonly internet: string };
  readonly said: Sentence<{ text: string; who: string; publisher: string; day: string; address: string }>;
  readonly undated: string;
  readonly remarks: string;
  readonly background: string;
  readonly country: string;
  readonly roads: string;
  readonly railways: string;
  readonly setOutFrom: Sentence<{ place: string }>;
  readonly legs: string;
  readonly leg: Sentence<{ from: string; to: string; km: string }>;
  readonly legThrough: Sentence<{ place: string; by: string }>;
  readonly legUnknown: Sentence<{ from: string; to: string }>;
  readonly legShare: Sentence<{ network: string; share: string; day: string; age: string }>;
  readonly legNothing: string;
  readonly legRest: string;
  readonly speed: Sentence<{ download: string; upload: string; month: string; measure: string }>;
  readonly mbps: Sentence<{ speed: string }>;
  readonly noSpeed: string;
  readonly thin: string;
  readonly whatToDo: readonly string[];
  readonly credits: Sentence<{ cells: string; places: string }>;
  readonly heading: string;
  readonly reported: Sentence<{ network: string; place: string; day: string; file: string }>;
  readonly imported: Sentence<{ kept: string; rows: string; newest: string; file: string; licence: string }>;
  readonly skipped: { readonly [S in CellSkip]: Sentence<{ count: string }> };
  readonly bad: { readonly [F in CellFault]: Sentence<{ count: string }> };
  readonly badExample: Sentence<{ line: string; fault: string }>;
  readonly refusals: ByCode<CoverageRefusal>;
  readonly warnings: {
    readonly 'coverage-none': Sentence<{ place: string; said: string }>;
    readonly 'coverage-doubt': Sentence<{ networks: string; place: string; said: string }>;
    readonly 'coverage-no-signal': Sentence<{ network: string; place: string; day: string }>;
    readonly 'coverage-unknown': Sentence<{ networks: string; places: string }>;
    readonly 'coverage-unknown-network': Sentence<{ places: string }>;
    readonly 'coverage-hint': Sentence<{ networks: string; places: string; age: string }>;
    readonly 'second-card': Sentence<{ places: string; days: string; offer: string; network: string; total: string }>;
    readonly 'second-card-hint': Sentence<{
      places: string;
      days: string;
      offer: string;
      network: string;
      total: string;
    }>;
    readonly 'second-card-blind': Sentence<{
      places: string;
      days: string;
      offer: string;
      network: string;
      total: string;
    }>;
  };
  readonly leftOut: { readonly [R in CoverageLeftOutReason]: string };
};
