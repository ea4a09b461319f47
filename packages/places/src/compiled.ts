import type { Names } from '@simwise/catalog';
import type { Day } from '@simwise/engine';

/** Who is to be named where the data are shown, and under which terms they may be passed on. */
export type Credit = { readonly name: string; readonly licence: string; readonly address: string };

/** Extra facts of a place that few have. */
export type PlaceExtra = {
  readonly en?: string;
  readonly zh?: string;
  readonly also?: readonly string[];
  /** Latitude and longitude in hundred-thousandths of a degree. */
  readonly at?: readonly [number, number];
  readonly population?: number;
  readonly near?: string;
  /** The district or oblast, where the id does not tell it. */
  readonly in?: string;
};

/**
 * All places as clients get them: columns of the same length, each a text with one line (in `kinds` one letter) a place.
 * The nine-digit codes come first, each as its difference from the one before, in base 36.
 */
export type CompiledPlaces = {
  readonly format: 1;
  readonly credits: readonly Credit[];
  readonly codes: string;
  readonly ids: string;
  readonly kinds: string;
  readonly ru: string;
  readonly kk: string;
  readonly extras: Readonly<Record<string, PlaceExtra>>;
};

export type Technology = '2G' | '3G' | '3G-or-4G' | '4G' | '5G';

/** In the order of their bits in the compiled file. */
export const TECHNOLOGIES: readonly Technology[] = ['2G', '3G', '3G-or-4G', '4G', '5G'];

/** A set of technologies as the bits of a number. */
export function technologiesOf(bits: number): Technology[] {
  return TECHNOLOGIES.filter((_, index) => (bits >> index) & 1);
}

export type CellList = {
  readonly id: string;
  readonly licence: string;
  readonly credit: string;
  readonly address: string;
  /** The day of the snapshot; no cell in it is newer. */
  readonly taken: Day;
  /** Whether the technology is a guess from the size of the cell's id. */
  readonly inferred: boolean;
  readonly cells: number;
};

/** Cells of one network near a place: list, network, bits of the technologies, number, metres to the nearest, newest day. */
export type NearRow = readonly [
  list: number,
  network: number,
  bits: number,
  cells: number,
  metres: number,
  newest: number,
];

/** Cells of one network inside a district: list, network, bits of the technologies, number, newest day. */
export type AreaRow = readonly [list: number, network: number, bits: number, cells: number, newest: number];

/** Columns over the hexagons of one list and network; ids are H3 indexes without their trailing `f`. */
export type HexagonColumns = {
  readonly list: number;
  readonly network: number;
  readonly ids: readonly string[];
  /** Latitudes and longitudes of the centres in hundredths of a degree, each as its difference from the one before. */
  readonly lats: readonly number[];
  readonly lons: readonly number[];
  readonly cells: readonly number[];
  readonly bits: readonly number[];
  /** Days between the list's own day and the newest cell of the hexagon. */
  readonly ages: readonly number[];
};

/** What lists of cells under one licence say, by place and by hexagon; the notice goes wherever the file goes. */
export type CompiledCells = {
  readonly format: 1;
  readonly licence: string;
  readonly notice: string;
  readonly lists: readonly CellList[];
  readonly networks: readonly string[];
  readonly near: Readonly<Record<string, readonly NearRow[]>>;
  readonly areas: Readonly<Record<string, readonly AreaRow[]>>;
  readonly hexagons: { readonly resolution: number; readonly columns: readonly HexagonColumns[] };
};

export type Says = 'works' | 'weak' | 'none' | 'some' | 'plan' | 'note';
export type Speaker = 'official' | 'operator' | 'press';

export type CoverageSource = {
  readonly id: string;
  readonly publisher: string;
  readonly address: string;
  readonly seen?: string;
  readonly note?: string;
};

/** Something that was said about coverage. `said` is the range of days its date may mean, null where it has none. */
export type Statement = {
  readonly id: string;
  readonly about: { readonly places: readonly string[] } | { readonly area: string };
  readonly networks: readonly string[] | 'all' | 'unnamed';
  readonly says: Says;
  readonly service?: 'mobile' | 'internet';
  readonly technology?: Technology;
  readonly by: Speaker;
  readonly said: readonly [Day, Day] | null;
  readonly text: Names;
  readonly sources: readonly string[];
};

/** A national figure of mobile speed, in megabits a second. */
export type Speed = {
  readonly month: readonly [Day, Day];
  readonly measure: string;
  readonly downloadMbps: number;
  readonly uploadMbps?: number;
  readonly latencyMs?: number;
  readonly sources: readonly string[];
};

/** How near and how new evidence must be; choices of ours, shown to the person. */
export type EvidenceRules = {
  readonly radiusM: { readonly city: number; readonly town: number; readonly village: number; readonly most: number };
  readonly cityFrom: number;
  readonly ageMonths: { readonly fresh: number; readonly historic: number };
};

/** What was said and measured, without anything under a share-alike licence. */
export type CompiledCoverage = {
  readonly format: 1;
  readonly statements: readonly Statement[];
  readonly speed: readonly Speed[];
  readonly rules: EvidenceRules;
  readonly sources: readonly CoverageSource[];
};
