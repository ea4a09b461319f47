import type { Day } from '@simwise/engine';
import { isOfficialNone, type NetworkAnswer, type Place, type RouteCoverage, type Statement } from '@simwise/places';
import type { Candidate, Candidates, LeftOut } from './candidates.ts';
import type { RatedCard } from './card-plan.ts';
import { strengthOf } from './network-strength.ts';
import { type CoverageContext, networksOf, type SecondCard, SecondCards } from './second-card.ts';
import type { Stay } from './stay.ts';

/** What the evidence of the route says about a choice; a network is named by its id. */
export type CoverageWarning =
  /** An official, dated source says that no network serves the place. */
  | { readonly code: 'coverage-none'; readonly place: Place; readonly statement: Statement }
  /** Somebody said that the network is weak or missing there, but not so that it could be shut out. */
  | {
      readonly code: 'coverage-doubt';
      readonly networks: readonly string[];
      readonly place: Place;
      readonly statement: Statement;
    }
  | { readonly code: 'coverage-no-signal'; readonly network: string; readonly place: Place; readonly day: Day }
  | { readonly code: 'coverage-unknown'; readonly networks: readonly string[]; readonly places: readonly Place[] }
  /** Only evidence older than four years; `day` is the newest of it. */
  | {
      readonly code: 'coverage-hint';
      readonly networks: readonly string[];
      readonly places: readonly Place[];
      readonly day: Day;
    }
  | SecondCard;

export type CoverageWarningCode = CoverageWarning['code'];
export type CoverageLeftOutReason = 'network-excluded' | 'network-none';

const CODES: readonly string[] = [
  'coverage-none',
  'coverage-doubt',
  'coverage-no-signal',
  'coverage-unknown',
  'coverage-hint',
  'second-card',
] satisfies readonly CoverageWarningCode[];

export function isCoverageWarning(warning: { readonly code: string }): warning is CoverageWarning {
  return CODES.includes(warning.code);
}

// --- networks shut out -----------------------------------------------------------------------------------------------

/** Candidates without the offers that only run on networks shut out by the person's rule or by an official "none". */
export function withoutShutOut(
  candidates: Candidates,
  { networks }: Pick<Stay, 'networks'>,
  route: RouteCoverage | null,
): Candidates {
  const ruled = new Set(networks.exclude);
  const missing = new Set(networksMissing(route));
  if (ruled.size + missing.size === 0) return candidates;
  const reasonOf = (candidate: Candidate): CoverageLeftOutReason | undefined => {
    const hosts = candidate.facts.networks ?? [];
    if (hosts.length === 0 || !hosts.every((id) => ruled.has(id) || missing.has(id))) return undefined;
    return hosts.every((id) => ruled.has(id)) ? 'network-excluded' : 'network-none';
  };
  const out = candidates.bases.flatMap((base): LeftOut[] => {
    const reason = reasonOf(base);
    return reason ? [{ offer: base.facts.id, brand: base.facts.brand, reason }] : [];
  });
  const gone = new Set(out.map(({ offer }) => offer));
  const bases = candidates.bases.filter(({ facts }) => !gone.has(facts.id));
  return { ...candidates, bases, leftOut: [...candidates.leftOut, ...out] };
}

/**
 * Networks that an official source says do not serve a place on the route. Where it says so of all of them, no choice of a
 * card would help: then nothing is shut out and every choice carries the warning.
 */
function networksMissing(route: RouteCoverage | null): string[] {
  return (route?.stops ?? []).flatMap(({ coverage }) => {
    const none = coverage.networks.filter(({ state }) => state === 'none');
    return none.length === coverage.networks.length ? [] : none.map(({ network }) => network);
  });
}

// --- warnings --------------------------------------------------------------------------------------------------------

type WithCards<W> = { readonly cards: readonly RatedCard[]; readonly warnings: readonly W[] };

/** Choices with what the evidence of the route says about each; without a route they stay as they are. */
export function withCoverage<W, C extends WithCards<W | CoverageWarning>>(
  choices: readonly C[],
  context: CoverageContext,
): C[] {
  const { route } = context;
  if (!route || route.stops.length === 0) return [...choices];
  const seconds = new SecondCards(context, route);
  return choices.map((choice) => {
    const networks = networksOf(choice.cards);
    const said = route.stops.flatMap(({ coverage }) => saidAbout(coverage.networks, coverage.place, networks));
    const thin = thinWarnings(route, networks);
    return {
      ...choice,
      warnings: [...choice.warnings, ...said, ...thin, ...seconds.for(networks, unknownPlaces(thin))],
    };
  });
}

function unknownPlaces(thin: readonly Thin[]): Place[] {
  return thin.flatMap((warning) => (warning.code === 'coverage-unknown' ? warning.places : []));
}

/** What was said of a place: by officials of all networks, by anybody of those of the choice, by the person. */
function saidAbout(answers: readonly NetworkAnswer[], place: Place, networks: readonly string[]): CoverageWarning[] {
  const official = answers.flatMap(({ state, statements }) =>
    state === 'none' ? statements.filter(isOfficialNone) : [],
  );
  const statement = official[0];
  const own = answers.filter(({ network }) => networks.includes(network));
  const doubts = doubtsAbout(answers, networks)
    .filter((doubt) => doubt.statement !== statement)
    .map((doubt) => ({ code: 'coverage-doubt', place, ...doubt }) as const);
  const silent = own.flatMap(({ network, withoutSignal }) =>
    withoutSignal.map((day) => ({ code: 'coverage-no-signal', network, place, day }) as const),
  );
  return [...(statement ? [{ code: 'coverage-none', place, statement } as const] : []), ...doubts, ...silent];
}

type Doubt = { readonly statement: Statement; readonly networks: readonly string[] };

/**
 * Statements that a network is weak or missing, each with those of the choice it speaks of. A choice whose network is not
 * on record is told what is said of all of them: whichever carries it is meant.
 */
function doubtsAbout(answers: readonly NetworkAnswer[], networks: readonly string[]): Doubt[] {
  const statements = new Set(answers.flatMap((answer) => answer.statements));
  return [...statements].flatMap((statement) => {
    if (statement.says !== 'weak' && statement.says !== 'none') return [];
    const meant = answers.filter((answer) => answer.statements.includes(statement)).map(({ network }) => network);
    if (networks.length === 0) return meant.length === answers.length ? [{ statement, networks: meant }] : [];
    const own = meant.filter((network) => networks.includes(network));
    return own.length > 0 ? [{ statement, networks: own }] : [];
  });
}

type Thin = Extract<CoverageWarning, { code: 'coverage-unknown' | 'coverage-hint' }>;

/** The places for which nothing, or nothing newer than four years, speaks for any network of the choice. */
function thinWarnings({ stops }: RouteCoverage, networks: readonly string[]): Thin[] {
  const strengths = stops.map(({ coverage }) => ({
    place: coverage.place,
    ...strengthOf(coverage.networks, networks),
  }));
  const unknown = strengths.filter(({ is }) => is === 'nothing').map(({ place }) => place);
  const hints = strengths.filter(({ is }) => is === 'hint');
  const day = Math.max(...hints.map((hint) => hint.day)) as Day;
  return [
    ...(unknown.length > 0 ? [{ code: 'coverage-unknown', networks, places: unknown } as const] : []),
    ...(hints.length > 0
      ? [{ code: 'coverage-hint', networks, places: hints.map(({ place }) => place), day } as const]
      : []),
  ];
}
