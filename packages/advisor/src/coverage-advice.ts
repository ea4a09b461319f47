import { type CompiledCatalog, convert } from '@simwise/catalog';
import type { Day, Money, MoneyRange } from '@simwise/engine';
import {
  isOfficialNone,
  type NetworkAnswer,
  type Place,
  type RouteCoverage,
  type Statement,
  type StopCoverage,
} from '@simwise/places';
import type { Candidate, Candidates, LeftOut } from './candidates.ts';
import { type CardPlan, type RatedCard, rateCardPlan } from './card-plan.ts';
import { costOf, searchCards } from './search.ts';
import type { Stay } from './stay.ts';

/** What the evidence of the route says about a choice; a network is named by its id. */
export type CoverageWarning =
  /** An official, dated source says that no network serves the place. */
  | { readonly code: 'coverage-none'; readonly place: Place; readonly statement: Statement }
  /** Somebody said that the network is weak or missing there, but not so that it could be shut out. */
  | { readonly code: 'coverage-doubt'; readonly network: string; readonly place: Place; readonly statement: Statement }
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

/** The cheapest card on another network for the days at the places where nothing speaks for the networks of a choice. */
export type SecondCard = {
  readonly code: 'second-card';
  readonly places: readonly Place[];
  readonly days: number;
  readonly offer: string;
  readonly network: string;
  /** In the currency of the stay. */
  readonly total: MoneyRange;
  readonly currency: string;
  /** The weakest of what speaks for that network at these places. */
  readonly evidence: Evidence;
};

/** `good`: seen in the last four years, or stated to work; `hint`: seen longer ago. */
export type Evidence = 'good' | 'hint' | 'nothing';

const EVIDENCE: readonly Evidence[] = ['nothing', 'hint', 'good'];

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

type CoverageContext = {
  readonly catalog: CompiledCatalog;
  readonly stay: Stay;
  readonly candidates: Candidates;
  readonly route: RouteCoverage | null;
};

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
    return { ...choice, warnings: [...choice.warnings, ...said, ...thin, ...seconds.for(networks, thin)] };
  });
}

function networksOf(cards: readonly RatedCard[]): string[] {
  return [...new Set(cards.flatMap(({ offers }) => (offers[0] as Candidate).facts.networks ?? []))];
}

/** What was said of a place: by officials of all networks, by anybody of those of the choice, by the person. */
function saidAbout(answers: readonly NetworkAnswer[], place: Place, networks: readonly string[]): CoverageWarning[] {
  const official = answers.flatMap(({ state, statements }) =>
    state === 'none' ? statements.filter(isOfficialNone) : [],
  );
  const statement = official[0];
  const own = answers.filter(({ network }) => networks.includes(network));
  const doubts = own.flatMap(({ network, statements }) =>
    statements
      .filter((each) => (each.says === 'weak' || each.says === 'none') && each !== statement)
      .map((each) => ({ code: 'coverage-doubt', network, place, statement: each }) as const),
  );
  const silent = own.flatMap(({ network, withoutSignal }) =>
    withoutSignal.map((day) => ({ code: 'coverage-no-signal', network, place, day }) as const),
  );
  return [...(statement ? [{ code: 'coverage-none', place, statement } as const] : []), ...doubts, ...silent];
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

type Strength = { readonly is: Evidence | 'none'; readonly day: number };

/** The strongest of what speaks for any of some networks at a place; `none` where officials say that none serves it. */
function strengthOf(answers: readonly NetworkAnswer[], networks: readonly string[]): Strength {
  const own = answers.filter(({ network }) => networks.includes(network));
  if (own.some((answer) => evidenceOf(answer) === 'good')) return { is: 'good', day: 0 };
  const hints = own.filter((answer) => evidenceOf(answer) === 'hint');
  if (hints.length > 0) return { is: 'hint', day: Math.max(...hints.map(({ sightings }) => sightings[0]?.day ?? 0)) };
  return { is: answers.every(({ state }) => state === 'none') ? 'none' : 'nothing', day: 0 };
}

function evidenceOf({ state, isHint, statements, sightings }: NetworkAnswer): Evidence {
  if (state === 'seen' && !isHint) return 'good';
  if (state === 'stated' && statements.some(({ says }) => says === 'works')) return 'good';
  return sightings.length > 0 && state !== 'none' ? 'hint' : 'nothing';
}

// --- the second card -------------------------------------------------------------------------------------------------

type Priced = { readonly card: RatedCard; readonly network: string };

/** Prices cards for the remote part of a stay; the same part is searched once for all choices. */
class SecondCards {
  readonly #context: CoverageContext;
  readonly #stops: readonly StopCoverage[];
  readonly #cityFrom: number;
  readonly #pools = new Map<number, readonly Priced[]>();

  constructor(context: CoverageContext, { stops, facts }: RouteCoverage) {
    this.#context = context;
    this.#stops = stops;
    this.#cityFrom = facts.coverage.rules.cityFrom;
  }

  for(networks: readonly string[], thin: readonly Thin[]): SecondCard[] {
    const unknown = thin.flatMap((warning) => (warning.code === 'coverage-unknown' ? warning.places : []));
    const stops = this.#stops.filter(({ place }) => unknown.some(({ id }) => id === place.id) && !this.#isCity(place));
    if (stops.length === 0) return [];
    const days = stops.reduce((sum, stop) => sum + this.#daysAt(stop), 0);
    const others = this.#pool(days).filter(({ network }) => !networks.includes(network));
    const ranked = others.map((other) => ({ ...other, evidence: weakestAt(stops, other.network) }));
    const best = ranked.reduce<(typeof ranked)[number] | undefined>(
      (first, other) => (first && EVIDENCE.indexOf(first.evidence) >= EVIDENCE.indexOf(other.evidence) ? first : other),
      undefined,
    );
    if (!best) return [];
    const { currency } = this.#context.stay;
    const offer = (best.card.offers[0] as Candidate).facts.id;
    const places = stops.map(({ place }) => place);
    const total = inStayCurrency(best.card);
    return [
      { code: 'second-card', places, days, offer, network: best.network, total, currency, evidence: best.evidence },
    ];
  }

  /** In a large city no second card is worth its price: every network is there. */
  #isCity({ kind, population }: Place): boolean {
    return kind === 'city' && (population ?? 0) >= this.#cityFrom;
  }

  /** The days at a stop; stops without days share evenly what the others leave. */
  #daysAt({ days }: StopCoverage): number {
    if (days !== null) return days;
    const said = this.#stops.reduce((sum, stop) => sum + (stop.days ?? 0), 0);
    const open = this.#stops.filter((stop) => stop.days === null).length;
    return Math.max(1, Math.floor((this.#context.stay.days - said) / open));
  }

  /** Single cards on known networks for so many days of the person's data, the cheapest first. */
  #pool(days: number): readonly Priced[] {
    const known = this.#pools.get(days);
    if (known) return known;
    const { catalog, stay, candidates } = this.#context;
    const bases = candidates.bases.filter(({ facts }) => (facts.networks ?? []).length > 0 && !facts.reference);
    const profile = stay.profile.filter(({ kind }) => kind === 'data');
    const part: Stay = { ...stay, days, profile, places: [] };
    const period = { start: stay.start, days, local: catalog.country.offsets };
    const cards = searchCards(catalog, { ...candidates, bases }, part).flatMap(({ cards: [card, second] }) => {
      if (!card || second || card.unserved.length > 0 || card.statement.range.high === null) return [];
      return [card];
    });
    const pool = cheapestByNetwork(cards).map(({ card, network }) => ({
      card: rateCardPlan(card as CardPlan, period),
      network,
    }));
    this.#pools.set(days, pool);
    return pool;
  }
}

/** The weakest of what speaks for a network over some stops: a card is worth its price where it serves them all. */
function weakestAt(stops: readonly StopCoverage[], network: string): Evidence {
  const found = stops.map(({ coverage }) => strengthOf(coverage.networks, [network]).is);
  return (
    EVIDENCE.find((strength) => found.includes(strength) || (strength === 'nothing' && found.includes('none'))) ??
    'nothing'
  );
}

function cheapestByNetwork(cards: readonly RatedCard[]): Priced[] {
  const best = new Map<string, RatedCard>();
  for (const card of cards) {
    for (const network of networksOf([card])) {
      const known = best.get(network);
      if (!known || costOf(card) < costOf(known)) best.set(network, card);
    }
  }
  return [...best].map(([network, card]) => ({ network, card })).sort((a, b) => costOf(a.card) - costOf(b.card));
}

function inStayCurrency({ offers, statement }: RatedCard): MoneyRange {
  const { conversion } = offers[0] as Candidate;
  const change = (amount: Money) => convert(amount, conversion);
  const { amount, low, high } = statement.range;
  return { amount: change(amount), low: change(low), high: high === null ? null : change(high) };
}
