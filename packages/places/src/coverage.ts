import type { Day } from '@simwise/engine';
import {
  type AreaRow,
  type CellList,
  type CompiledCells,
  type CompiledCoverage,
  type Credit,
  type NearRow,
  type Speed,
  type Statement,
  type Technology,
  technologiesOf,
} from './compiled.ts';
import { distanceKm } from './distance.ts';
import { type EvidenceAge, evidenceAge } from './evidence-age.ts';
import { isArea, type Place } from './place.ts';
import type { PlaceIndex } from './place-index.ts';
import type { Report } from './report.ts';

/** Cells of a public list near a place (or inside an area), or a person's own report. */
export type Sighting = {
  readonly by: 'cells' | 'report';
  /** The list, for cells. */
  readonly list: CellList | null;
  /** 0 for a report. */
  readonly cells: number;
  readonly technologies: readonly Technology[];
  readonly areTechnologiesGuessed: boolean;
  /** To the nearest cell; null inside an area and for a report. */
  readonly metres: number | null;
  /** The newest day on which one of them was seen. */
  readonly day: Day;
  readonly age: EvidenceAge;
};

/**
 * What is known of one network at one place. `seen`: cells or a report near it. `stated`: somebody said so. `none`: a dated
 * official source names the place as without service. Everything else is `unknown`: that nobody collected a cell there
 * says nothing.
 */
export type NetworkAnswer = {
  readonly network: string;
  readonly state: 'seen' | 'stated' | 'none' | 'unknown';
  /** Nothing newer than four years speaks for it: a hint that the person must check. */
  readonly isHint: boolean;
  readonly sightings: readonly Sighting[];
  readonly statements: readonly Statement[];
  /** Days on which the person had no signal there. */
  readonly withoutSignal: readonly Day[];
  /** Elsewhere in the district, where the place itself has nothing. */
  readonly inDistrict: readonly Sighting[];
};

export type PlaceCoverage = {
  readonly place: Place;
  readonly networks: readonly NetworkAnswer[];
  /** What was said of the place without naming an operator, or as a plan. */
  readonly remarks: readonly Statement[];
  /** What was said of its district and oblast. */
  readonly background: readonly Statement[];
  /** The settlement from which one sets out, where the place's own position is not known. */
  readonly near: PlaceCoverage | null;
};

export type CoverageFacts = {
  readonly index: PlaceIndex;
  readonly coverage: CompiledCoverage;
  readonly cells: readonly CompiledCells[];
  /** Who is to be named for the places. */
  readonly credits: readonly Credit[];
  readonly reports: readonly Report[];
  /** Networks to answer for, in the order shown. */
  readonly networks: readonly string[];
  readonly today: Day;
};

/** What is known of every network at a place. */
export function coverageAt(facts: CoverageFacts, place: Place): PlaceCoverage {
  const { index, coverage } = facts;
  const about = coverage.statements.filter(({ about }) => 'places' in about && about.places.includes(place.id));
  const near = place.at === null && place.near !== null ? index.find(place.near) : undefined;
  return {
    place,
    networks: facts.networks.map((network) => answerFor(facts, place, { network, about })),
    remarks: about.filter((statement) => !facts.networks.some((network) => speaksFor(statement, network))),
    background: backgroundOf(coverage, place),
    near: near ? coverageAt(facts, near) : null,
  };
}

/** What was said of the country, its roads and its railways. */
export function statementsAbout({ statements }: CompiledCoverage, area: string): Statement[] {
  return statements.filter(({ about }) => 'area' in about && about.area === area);
}

/** The newest national figure of speed measured by a day; undefined where there is none. */
export function speedOn({ speed }: CompiledCoverage, on: Day): Speed | undefined {
  const known = speed.filter(({ month }) => month[0] <= on);
  return known.reduce<Speed | undefined>(
    (newest, each) => (newest && newest.month[0] >= each.month[0] ? newest : each),
    undefined,
  );
}

function backgroundOf(coverage: CompiledCoverage, { id, kind, district, oblast }: Place): Statement[] {
  const areas = [district, oblast, ...(isArea({ kind } as Place) ? [id] : [])];
  return [...new Set(areas)].flatMap((area) => (area === null ? [] : statementsAbout(coverage, area)));
}

/** Whether a statement says something of a network here and now; a plan and a remark do not. */
function speaksFor({ networks, says }: Statement, network: string): boolean {
  if (says === 'plan' || says === 'note' || says === 'some') return false;
  return networks === 'all' || (networks !== 'unnamed' && networks.includes(network));
}

// --- one network -----------------------------------------------------------------------------------------------------

type Asked = { readonly network: string; readonly about: readonly Statement[] };

function answerFor(facts: CoverageFacts, place: Place, { network, about }: Asked): NetworkAnswer {
  const reports = facts.reports.filter((report) => report.network === network && isSamePlace(facts, report, place));
  const own = reports.filter(({ worked }) => worked).map((report) => sightingOfReport(report, facts));
  const cells = facts.cells.flatMap((each) => cellsOf(each, place, { network, facts }));
  const sightings = [...own, ...cells].sort((a, b) => b.day - a.day);
  const statements = about.filter((statement) => speaksFor(statement, network)).sort(byDay);
  const { state, isHint } = stateOf(sightings, statements);
  return {
    network,
    state,
    isHint,
    sightings,
    statements,
    withoutSignal: reports.filter(({ worked }) => !worked).map(({ day }) => day),
    inDistrict: state === 'unknown' && !isArea(place) ? districtCells(facts, place, network) : [],
  };
}

function byDay(a: Statement, b: Statement): number {
  return (b.said?.[1] ?? 0) - (a.said?.[1] ?? 0);
}

/**
 * A dated official "none" holds unless something newer was seen. Then what was seen in the last four years, then what
 * anybody said, then old cells as a hint.
 */
function stateOf(
  sightings: readonly Sighting[],
  statements: readonly Statement[],
): Pick<NetworkAnswer, 'state' | 'isHint'> {
  const newest = sightings[0];
  const none = statements.find(isOfficialNone);
  if (none?.said && !(newest && newest.day > none.said[1])) return { state: 'none', isHint: false };
  if (newest && newest.age !== 'historic') return { state: 'seen', isHint: false };
  if (statements.length > 0) return { state: 'stated', isHint: false };
  return newest ? { state: 'seen', isHint: true } : { state: 'unknown', isHint: false };
}

/** The only kind of statement that may shut a network out: an official one, dated, that names the place. */
export function isOfficialNone({ says, by, said }: Statement): boolean {
  return says === 'none' && by === 'official' && said !== null;
}

/** A report counts at its own place and, where both are on the map, within the radius of evidence around it. */
function isSamePlace({ index, coverage }: CoverageFacts, { place: id }: Report, place: Place): boolean {
  if (id === place.id) return true;
  const other = index.find(id);
  if (!other?.at || !place.at) return false;
  return distanceKm(other.at, place.at) * 1000 <= coverage.rules.radiusM.town;
}

function sightingOfReport({ day, technology }: Report, { coverage, today }: CoverageFacts): Sighting {
  const technologies = technology === null ? [] : [technology];
  const age = evidenceAge(day, today, coverage.rules);
  return { by: 'report', list: null, cells: 0, technologies, areTechnologiesGuessed: false, metres: null, day, age };
}

type CellQuery = { readonly network: string; readonly facts: CoverageFacts };

function cellsOf(cells: CompiledCells, place: Place, query: CellQuery): Sighting[] {
  const network = cells.networks.indexOf(query.network);
  if (isArea(place)) return areaSightings(cells, cells.areas[place.id] ?? [], network, query.facts);
  const rows = (cells.near[place.id] ?? []).filter((row) => row[1] === network);
  return rows.map((row) => nearSighting(cells, row, query.facts));
}

function nearSighting(
  cells: CompiledCells,
  [list, , bits, count, metres, newest]: NearRow,
  facts: CoverageFacts,
): Sighting {
  return { ...sightingOf(cells, [list, 0, bits, count, newest], facts), metres };
}

function areaSightings(
  cells: CompiledCells,
  rows: readonly AreaRow[],
  network: number,
  facts: CoverageFacts,
): Sighting[] {
  return rows.filter((row) => row[1] === network).map((row) => sightingOf(cells, row, facts));
}

function sightingOf({ lists }: CompiledCells, [list, , bits, cells, newest]: AreaRow, facts: CoverageFacts): Sighting {
  const from = lists[list] as CellList;
  return {
    by: 'cells',
    list: from,
    cells,
    technologies: technologiesOf(bits),
    areTechnologiesGuessed: from.inferred,
    metres: null,
    day: newest as Day,
    age: evidenceAge(newest as Day, facts.today, facts.coverage.rules),
  };
}

function districtCells(facts: CoverageFacts, { district }: Place, network: string): Sighting[] {
  if (district === null) return [];
  return facts.cells.flatMap((cells) =>
    areaSightings(cells, cells.areas[district] ?? [], cells.networks.indexOf(network), facts),
  );
}
