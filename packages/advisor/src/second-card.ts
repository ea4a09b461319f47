import { type CompiledCatalog, convert } from '@simwise/catalog';
import type { Money, MoneyRange } from '@simwise/engine';
import type { Place, RouteCoverage, StopCoverage } from '@simwise/places';
import type { Candidate, Candidates } from './candidates.ts';
import { type CardPlan, type RatedCard, rateCardPlan } from './card-plan.ts';
import { EVIDENCE, type Evidence, strengthOf } from './network-strength.ts';
import type { Stay } from './stay.ts';
import { cheapestCard } from './stay-search.ts';

/** The cheapest card on another network for the days at the places where nothing speaks for the networks of a choice. */
export type SecondCard = {
  readonly code: 'second-card';
  readonly places: readonly Place[];
  readonly days: number;
  /** The card and its packs. */
  readonly offers: readonly string[];
  readonly network: string;
  /** In the currency of the stay. */
  readonly total: MoneyRange;
  readonly currency: string;
  /** The weakest of what speaks for that network at these places. */
  readonly evidence: Evidence;
};

export type CoverageContext = {
  readonly catalog: CompiledCatalog;
  readonly stay: Stay;
  readonly candidates: Candidates;
  readonly route: RouteCoverage | null;
};

/** The networks that carry some cards; none where none of them is on record. */
export function networksOf(cards: readonly CardPlan[]): string[] {
  return [...new Set(cards.flatMap(({ offers }) => (offers[0] as Candidate).facts.networks ?? []))];
}

type Priced = { readonly card: RatedCard; readonly network: string };

/** Prices cards for the remote part of a stay; the same part is searched once for all choices. */
export class SecondCards {
  readonly #context: CoverageContext;
  readonly #stops: readonly StopCoverage[];
  readonly #cityFrom: number;
  readonly #pools = new Map<number, readonly Priced[]>();

  constructor(context: CoverageContext, { stops, facts }: RouteCoverage) {
    this.#context = context;
    this.#stops = stops;
    this.#cityFrom = facts.coverage.rules.cityFrom;
  }

  /** The second card for places where nothing speaks for the networks of a choice; none where none can be had. */
  for(networks: readonly string[], unknown: readonly Place[]): SecondCard[] {
    const stops = this.#stops.filter(({ place }) => unknown.some(({ id }) => id === place.id) && !this.#isCity(place));
    if (stops.length === 0) return [];
    const days = stops.reduce((sum, stop) => sum + this.#daysAt(stop), 0);
    const others = this.#pool(days).filter(({ network }) => !networks.includes(network) && !isDeniedAt(stops, network));
    const ranked = others.map((other) => ({ ...other, evidence: weakestAt(stops, other.network) }));
    const best = ranked.reduce<(typeof ranked)[number] | undefined>(
      (first, other) => (first && EVIDENCE.indexOf(first.evidence) >= EVIDENCE.indexOf(other.evidence) ? first : other),
      undefined,
    );
    if (!best) return [];
    const { currency } = this.#context.stay;
    const offers = best.card.offers.map(({ facts }) => facts.id);
    const places = stops.map(({ place }) => place);
    const total = inStayCurrency(best.card);
    return [
      { code: 'second-card', places, days, offers, network: best.network, total, currency, evidence: best.evidence },
    ];
  }

  /** A large city is not the remote part of a route, however little is known of it. */
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

  /** Single cards on known networks for so many days of the person's data, the cheapest of each network first. */
  #pool(days: number): readonly Priced[] {
    const known = this.#pools.get(days);
    if (known) return known;
    const { catalog, stay, candidates } = this.#context;
    const period = { start: stay.start, days, local: catalog.country.offsets };
    const bases = candidates.bases.filter(({ facts }) => (facts.networks ?? []).length > 0 && !facts.reference);
    const part = remotePart(stay, days);
    const networks = [...new Set(bases.flatMap(({ facts }) => facts.networks ?? []))];
    const found = networks.flatMap((network) => {
      const onIt = bases.filter(({ facts }) => facts.networks?.includes(network));
      return cheapestCard(catalog, { ...candidates, bases: onIt }, part).map((card) => ({ ...card, network }));
    });
    const pool = found
      .sort((a, b) => a.cost - b.cost)
      .map(({ cards, network }) => ({ card: rateCardPlan(cards[0] as CardPlan, period), network }))
      .filter(({ card }) => isPriced(card));
    this.#pools.set(days, pool);
    return pool;
  }
}

/** The data of some days on one card; what else the person needs the first card gives. */
function remotePart(stay: Stay, days: number): Stay {
  const profile = stay.profile.filter(({ kind }) => kind === 'data');
  const needs = { ...stay.needs, localNumber: false, otp: false };
  const device = { ...stay.device, simSlots: Math.max(1, stay.device.simSlots) };
  return { ...stay, days, profile, needs, device, cards: 1, places: [] };
}

function isPriced({ unserved, statement }: RatedCard): boolean {
  return unserved.length === 0 && statement.range.high !== null;
}

/** Whether anybody says of one of the stops that the network does not work there; such a card is not worth its price. */
function isDeniedAt(stops: readonly StopCoverage[], network: string): boolean {
  const answers = stops.flatMap(({ coverage }) => coverage.networks.filter((answer) => answer.network === network));
  return answers.some(({ statements }) => statements.some(({ says }) => says === 'none'));
}

/** The weakest of what speaks for a network over some stops: a card is worth its price where it serves them all. */
function weakestAt(stops: readonly StopCoverage[], network: string): Evidence {
  const found = stops.map(({ coverage }) => strengthOf(coverage.networks, [network]).is);
  return (
    EVIDENCE.find((strength) => found.includes(strength) || (strength === 'nothing' && found.includes('none'))) ??
    'nothing'
  );
}

function inStayCurrency({ offers, statement }: RatedCard): MoneyRange {
  const { conversion } = offers[0] as Candidate;
  const change = (amount: Money) => convert(amount, conversion);
  const { amount, low, high } = statement.range;
  return { amount: change(amount), low: change(low), high: high === null ? null : change(high) };
}
