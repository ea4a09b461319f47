import { formatDay } from '@simwise/engine';
import type {
  CoverageFacts,
  LegCoverage,
  NetworkAnswer,
  Place,
  PlaceCoverage,
  PlaceHit,
  RouteCoverage,
  Sighting,
  Speed,
  Statement,
} from '@simwise/places';
import { isArea, speedOn, statementsAbout } from '@simwise/places';
import type { CoverageWording } from './coverage-wording.ts';

/** A place as programs get it: names in all languages it has, and the one of the reader. */
export type PlaceAnswer = {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly text: string;
  readonly names: Place['names'];
  readonly also: readonly string[];
  readonly at: Place['at'];
  readonly district: { readonly id: string; readonly name: string } | null;
  readonly oblast: { readonly id: string; readonly name: string } | null;
  readonly near: { readonly id: string; readonly name: string } | null;
  readonly population: number | null;
};

export function placeAnswer(facts: Pick<CoverageFacts, 'index'>, place: Place, wording: CoverageWording): PlaceAnswer {
  const { id, kind, names, also, at, population } = place;
  const named = (other: string | null) => {
    const found = other === null ? undefined : facts.index.find(other);
    return found ? { id: found.id, name: wording.place(found) } : null;
  };
  return {
    id,
    kind,
    name: wording.place(place),
    text: wording.placeInFull(facts, place),
    names,
    also,
    at,
    district: named(place.district),
    oblast: named(place.oblast),
    near: named(place.near),
    population,
  };
}

export function hitAnswer(
  facts: Pick<CoverageFacts, 'index'>,
  { place, how, matched }: PlaceHit,
  wording: CoverageWording,
) {
  return { ...placeAnswer(facts, place, wording), how, matched };
}

export type StatementAnswer = {
  readonly id: string;
  readonly says: string;
  readonly service: string | null;
  readonly technology: string | null;
  readonly by: string;
  /** As exactly as it is known; null where it has no date. */
  readonly said: readonly [string, string] | null;
  readonly text: string;
  readonly sources: readonly { readonly publisher: string; readonly address: string }[];
};

export type NetworkEvidenceAnswer = {
  readonly network: string;
  readonly name: string;
  readonly state: NetworkAnswer['state'];
  readonly isHint: boolean;
  readonly text: readonly string[];
  readonly seen: readonly SightingAnswer[];
  readonly stated: readonly StatementAnswer[];
  readonly withoutSignal: readonly string[];
  readonly inDistrict: readonly SightingAnswer[];
};

type SightingAnswer = {
  readonly by: Sighting['by'];
  readonly list: string | null;
  readonly cells: number;
  readonly technologies: readonly string[];
  readonly areTechnologiesGuessed: boolean;
  readonly metres: number | null;
  readonly day: string;
  readonly age: Sighting['age'];
};

export type PlaceCoverageAnswer = {
  readonly place: PlaceAnswer;
  readonly networks: readonly NetworkEvidenceAnswer[];
  readonly remarks: readonly StatementAnswer[];
  readonly background: readonly StatementAnswer[];
  readonly near: PlaceCoverageAnswer | null;
};

export type RouteAnswer = {
  readonly stops: readonly (PlaceCoverageAnswer & {
    readonly days: number | null;
    readonly others: readonly PlaceAnswer[];
  })[];
  readonly legs: readonly LegAnswer[];
  readonly speed: SpeedAnswer | null;
  readonly roads: readonly StatementAnswer[];
  readonly whatToDo: readonly string[];
  /** Licences of the cells shown; they go with the data wherever they go. */
  readonly notices: readonly string[];
  readonly credits: CoverageFacts['credits'];
};

/** What was said of the whole country as programs get it. */
export type CountryAnswer = Pick<RouteAnswer, 'speed' | 'roads' | 'whatToDo' | 'notices' | 'credits'> & {
  readonly country: readonly StatementAnswer[];
  readonly railways: readonly StatementAnswer[];
};

export function countryAnswer(facts: CoverageFacts, wording: CoverageWording): CountryAnswer {
  const about = (area: string) =>
    statementsAbout(facts.coverage, area).map((statement) => statementAnswer(facts, statement, wording));
  const speed = speedOn(facts.coverage, facts.today);
  return {
    country: about('country'),
    roads: about('roads'),
    railways: about('railways'),
    speed: speed ? speedAnswer(facts, speed, wording) : null,
    whatToDo: wording.words.whatToDo,
    notices: facts.cells.map(({ notice }) => notice),
    credits: facts.credits,
  };
}

type LegAnswer = {
  readonly from: string;
  readonly to: string;
  /** `straight-line` is all there is; null where an end has no position. */
  readonly line: {
    readonly kind: 'straight-line';
    readonly km: number;
    readonly fromBy: string;
    readonly toBy: string;
  } | null;
  readonly evidence: readonly {
    readonly network: string;
    readonly list: string;
    readonly share: number;
    readonly day: string;
  }[];
};

type SpeedAnswer = {
  readonly downloadMbps: number;
  readonly uploadMbps: number | null;
  readonly month: readonly [string, string];
  readonly measure: string;
  readonly text: string;
  readonly sources: readonly { readonly publisher: string; readonly address: string }[];
};

/** What is known of a route as programs get it. */
export function routeAnswer(
  { stops, legs, speed, roads, facts }: RouteCoverage,
  wording: CoverageWording,
): RouteAnswer {
  return {
    stops: stops.map(({ coverage, days, others }) => ({
      ...coverageAnswer(facts, coverage, wording),
      days,
      others: others.map((place) => placeAnswer(facts, place, wording)),
    })),
    legs: legs.map(legAnswer),
    speed: speed && speedAnswer(facts, speed, wording),
    roads: roads.map((statement) => statementAnswer(facts, statement, wording)),
    whatToDo: wording.words.whatToDo,
    notices: facts.cells.map(({ notice }) => notice),
    credits: facts.credits,
  };
}

export function coverageAnswer(
  facts: CoverageFacts,
  coverage: PlaceCoverage,
  wording: CoverageWording,
): PlaceCoverageAnswer {
  const { place, networks, remarks, background, near } = coverage;
  return {
    place: placeAnswer(facts, place, wording),
    networks: networks.map((answer) => networkAnswer(facts, answer, { wording, isInside: isArea(place) })),
    remarks: remarks.map((statement) => statementAnswer(facts, statement, wording)),
    background: background.map((statement) => statementAnswer(facts, statement, wording)),
    near: near && coverageAnswer(facts, near, wording),
  };
}

type View = { readonly wording: CoverageWording; readonly isInside: boolean };

function networkAnswer(
  facts: CoverageFacts,
  answer: NetworkAnswer,
  { wording, isInside }: View,
): NetworkEvidenceAnswer {
  const { network, state, isHint, sightings, statements, withoutSignal, inDistrict } = answer;
  return {
    network,
    name: wording.network(network),
    state,
    isHint,
    text: [wording.state(answer), ...wording.evidence(answer, facts, isInside)],
    seen: sightings.map(sightingAnswer),
    stated: statements.map((statement) => statementAnswer(facts, statement, wording)),
    withoutSignal: withoutSignal.map(formatDay),
    inDistrict: inDistrict.map(sightingAnswer),
  };
}

function sightingAnswer({ list, day, ...rest }: Sighting): SightingAnswer {
  const { by, cells, technologies, areTechnologiesGuessed, metres, age } = rest;
  return { by, list: list?.id ?? null, cells, technologies, areTechnologiesGuessed, metres, day: formatDay(day), age };
}

function statementAnswer(facts: CoverageFacts, statement: Statement, wording: CoverageWording): StatementAnswer {
  const { id, says, service = null, technology = null, by, said } = statement;
  return {
    id,
    says,
    service,
    technology,
    by,
    said: said && [formatDay(said[0]), formatDay(said[1])],
    text: wording.statement(statement, facts.coverage.sources),
    sources: sourcesOf(facts, statement.sources),
  };
}

function sourcesOf({ coverage }: CoverageFacts, ids: readonly string[]): { publisher: string; address: string }[] {
  return ids.flatMap((id) => {
    const source = coverage.sources.find((each) => each.id === id);
    return source ? [{ publisher: source.publisher, address: source.address }] : [];
  });
}

const HUNDREDTH = 100;

function legAnswer({ from, to, line, evidence }: LegCoverage): LegAnswer {
  return {
    from: from.id,
    to: to.id,
    line: line && { kind: 'straight-line', km: Math.round(line.km), fromBy: line.from.by.id, toBy: line.to.by.id },
    evidence: evidence.map(({ network, list, share, day }) => {
      return { network, list: list.id, share: Math.round(share * HUNDREDTH) / HUNDREDTH, day: formatDay(day) };
    }),
  };
}

function speedAnswer(facts: CoverageFacts, speed: Speed, wording: CoverageWording): SpeedAnswer {
  const { downloadMbps, uploadMbps = null, month, measure, sources } = speed;
  return {
    downloadMbps,
    uploadMbps,
    month: [formatDay(month[0]), formatDay(month[1])],
    measure,
    text: wording.speed(speed),
    sources: sourcesOf(facts, sources),
  };
}
