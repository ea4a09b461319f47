import type { CoverageWarning } from '@simwise/advisor';
import type { CompiledCatalog, Language } from '@simwise/catalog';
import { addMonths, type Day } from '@simwise/engine';
import {
  type CoverageFacts,
  type CoverageRefusal,
  type CoverageSource,
  type LegCoverage,
  type NearName,
  type NetworkAnswer,
  type Place,
  placeName,
  type Sighting,
  type Speed,
  type Statement,
} from '@simwise/places';
import { formatDate, formatMoneyRange, formatNumber, listText, nameIn } from '../format.ts';
import { numberFormat, writeDate } from '../locale-forms.ts';
import type { Messages } from '../messages.ts';
import type { CoverageMessages } from './messages.ts';

const LEAST_SHARE = 0.01;

/** Turns what is known of places and networks into sentences of one language. */
export class CoverageWording {
  readonly words: CoverageMessages;
  readonly messages: Messages;
  readonly #language: Language;
  readonly #catalog: CompiledCatalog;

  constructor(messages: Messages, language: Language, catalog: CompiledCatalog) {
    this.words = messages.coverage;
    this.messages = messages;
    this.#language = language;
    this.#catalog = catalog;
  }

  place(place: Place): string {
    return placeName(this.#language, place);
  }

  /** `Saty, village, Kegen District, Almaty Region`. */
  placeInFull(facts: Pick<CoverageFacts, 'index'>, place: Place): string {
    const { words } = this;
    const parents = [place.district, place.oblast].flatMap((id) => (id === null ? [] : (facts.index.find(id) ?? [])));
    const near = place.near === null ? undefined : facts.index.find(place.near);
    const position = place.at || near || !LOCATED.has(place.kind) ? [] : [words.noPosition];
    return [
      this.place(place),
      words.kinds[place.kind],
      ...parents
        .filter((parent) => parent.kind !== 'city-area' || !IN_TOWN.has(place.kind))
        .map((parent) => this.place(parent)),
      ...(near && !place.at ? [words.near({ place: this.place(near) })] : []),
      ...position,
    ].join(words.comma);
  }

  network(id: string): string {
    const network = this.#catalog.networks.find((each) => each.id === id);
    return network ? nameIn(this.#language, network.names) : id;
  }

  day(day: Day): string {
    return formatDate(this.messages, day);
  }

  /** How long before a day something was: whole months up to two years, then whole years. */
  age(of: Day, on: Day): string {
    const months = monthsBetween(of, on);
    if (months < 1) return this.words.thisMonth;
    return months < 24 ? this.words.units.months(months) : this.words.units.years(Math.floor(months / 12));
  }

  /** One word for what is known of a network at a place. */
  state({ state, isHint }: NetworkAnswer): string {
    return this.words.states[state === 'seen' && isHint ? 'hint' : state];
  }

  /** The evidence behind that word, a line each. */
  evidence(answer: NetworkAnswer, facts: CoverageFacts, isInside: boolean): string[] {
    const { words } = this;
    const lines = [
      ...answer.statements.map((statement) => this.statement(statement, facts.coverage.sources)),
      ...answer.sightings.map((sighting) => this.sighting(sighting, facts.today)),
      ...answer.withoutSignal.map((day) => words.noSignal({ day: this.day(day) })),
    ];
    const district = answer.inDistrict.map((sighting) => words.inDistrict(this.#sightingWords(sighting, facts.today)));
    const nothing =
      answer.state === 'unknown' && lines.length === 0 ? [isInside ? words.nothingInArea : words.nothing] : [];
    return [...nothing, ...lines, ...district];
  }

  sighting(sighting: Sighting, today: Day): string {
    const { words } = this;
    const params = this.#sightingWords(sighting, today);
    if (sighting.by === 'report') return words.ownReport(params);
    const text =
      sighting.metres === null
        ? words.cellsInside(params)
        : words.cellsNear({ ...params, distance: this.kilometres(sighting.metres / 1000, 1) });
    return sighting.age === 'historic' ? words.hintOnly({ evidence: text }) : text;
  }

  #sightingWords({ cells, technologies, areTechnologiesGuessed, day }: Sighting, today: Day) {
    const { words } = this;
    const names = technologies
      .map((technology) => (technology === '3G-or-4G' ? words.eitherTechnology : technology))
      .join(words.comma);
    return {
      cells: words.units.cells(cells),
      technologies: areTechnologiesGuessed && names !== '' ? words.guessed({ technologies: names }) : names,
      day: this.day(day),
      age: this.age(day, today),
    };
  }

  kilometres(km: number, digits = 0): string {
    const style = { style: 'unit', unit: 'kilometer', unitDisplay: 'short', maximumFractionDigits: digits } as const;
    return numberFormat(this.messages.locale, style).format(km);
  }

  /** What was said, by whom, where, when, and its address. */
  statement(statement: Statement, sources: readonly CoverageSource[]): string {
    const { words } = this;
    const cited = statement.sources.flatMap((id) => sources.find((source) => source.id === id) ?? []);
    const missing = statement.says === 'none' ? words.missing[statement.service ?? 'mobile'] : '';
    return words.said({
      text: `${missing}${nameIn(this.#language, statement.text)}`,
      who: words.speakers[statement.by],
      publisher: cited[0]?.publisher ?? '',
      day: this.saidOn(statement),
      address: cited.map(({ address }) => address).join(' '),
    });
  }

  saidOn({ said }: Statement): string {
    if (!said) return this.words.undated;
    return said[0] === said[1] ? this.day(said[0]) : this.month(said);
  }

  /** A month or a year, as exactly as a date was given. */
  month([first, last]: readonly [Day, Day]): string {
    const isMonth = last - first < 31;
    return writeDate(this.messages.locale, new Date(first * 86_400_000), isMonth ? { month: 'long' } : {});
  }

  speed(speed: Speed | null): string {
    if (!speed) return this.words.noSpeed;
    const rate = (mbps: number) => this.words.mbps({ speed: formatNumber(this.messages, mbps) });
    const upload = speed.uploadMbps === undefined ? '' : rate(speed.uploadMbps);
    const { measure } = speed;
    return this.words.speed({ download: rate(speed.downloadMbps), upload, month: this.month(speed.month), measure });
  }

  /** A straight line between two places: how long it is, and along how much of it cells of each network were seen. */
  leg({ from, to, line, evidence }: LegCoverage, facts: CoverageFacts): { text: string; details: string[] } {
    const { words } = this;
    const names = { from: this.place(from), to: this.place(to) };
    if (!line) return { text: words.legUnknown(names), details: [] };
    const ends = [line.from, line.to].filter(({ place, by }) => place.id !== by.id);
    const shares = evidence.map(({ network, share, day }) =>
      words.legShare({
        network: this.network(network),
        share: this.#share(share),
        day: this.day(day),
        age: this.age(day, facts.today),
      }),
    );
    return {
      text: words.leg({ ...names, km: this.kilometres(line.km) }),
      details: [
        ...ends.map(({ place, by }) => words.legThrough({ place: this.place(place), by: this.place(by) })),
        ...(shares.length > 0 ? shares : [words.legNothing]),
      ],
    };
  }

  #share(share: number): string {
    const percent = numberFormat(this.messages.locale, { style: 'percent', maximumFractionDigits: 0 });
    return share < LEAST_SHARE ? `< ${percent.format(LEAST_SHARE)}` : percent.format(share);
  }

  /** Whom to name for the cells and the places, with the terms. */
  credits({ cells, credits }: Pick<CoverageFacts, 'cells' | 'credits'>): string {
    return this.words.credits({
      cells: cells.map(({ notice }) => notice).join('; '),
      places: credits.map(({ name, licence }) => `${name} (${licence})`).join('; '),
    });
  }

  places(places: readonly Place[]): string {
    return listText(
      this.messages,
      places.map((place) => this.place(place)),
    );
  }

  networks(ids: readonly string[]): string {
    return ids.map((id) => this.network(id)).join(this.words.comma);
  }

  /** A warning of an advice. `offerName` names an offer as the rest of the answer does. */
  warning(warning: CoverageWarning, facts: CoverageFacts, offerName: (id: string) => string): string {
    const { warnings } = this.words;
    const { sources } = facts.coverage;
    switch (warning.code) {
      case 'coverage-none':
        return warnings['coverage-none']({
          place: this.place(warning.place),
          said: this.statement(warning.statement, sources),
        });
      case 'coverage-doubt': {
        const said = this.statement(warning.statement, sources);
        return warnings['coverage-doubt']({
          networks: this.networks(warning.networks),
          place: this.place(warning.place),
          said,
        });
      }
      case 'coverage-no-signal': {
        const params = { network: this.network(warning.network), place: this.place(warning.place) };
        return warnings['coverage-no-signal']({ ...params, day: this.day(warning.day) });
      }
      case 'coverage-unknown': {
        const places = this.places(warning.places);
        if (warning.networks.length === 0) return warnings['coverage-unknown-network']({ places });
        return warnings['coverage-unknown']({ networks: this.networks(warning.networks), places });
      }
      case 'coverage-hint': {
        const params = { networks: this.networks(warning.networks), places: this.places(warning.places) };
        return warnings['coverage-hint']({ ...params, age: this.age(warning.day, facts.today) });
      }
      case 'second-card':
        return this.#secondCard(warning, offerName);
    }
  }

  #secondCard(card: Extract<CoverageWarning, { code: 'second-card' }>, offerName: (id: string) => string): string {
    const { warnings } = this.words;
    return warnings[SECOND_CARD[card.evidence]]({
      places: this.places(card.places),
      days: this.messages.units.days(card.days),
      offer: card.offers.map(offerName).join(' + '),
      network: this.network(card.network),
      total: formatMoneyRange(this.messages, card.total, card.currency),
    });
  }
}

const SECOND_CARD = { good: 'second-card', hint: 'second-card-hint', nothing: 'second-card-blind' } as const;

/** Kinds that need not be told apart by the city they are or belong to. */
const IN_TOWN: ReadonlySet<Place['kind']> = new Set(['city', 'airport']);

/** Kinds whose position a person expects to be known. */
const LOCATED: ReadonlySet<Place['kind']> = new Set([
  'town',
  'village',
  'station',
  'homestead',
  'sight',
  'crossing',
  'city',
]);

function monthsBetween(from: Day, to: Day): number {
  let months = 0;
  while (addMonths(from, months + 1) <= to) months += 1;
  return months;
}

const DAYS = new Set(['day', 'today']);
const NUMBERS = new Set(['days', 'stay', 'count', 'most', 'bad']);

/** A refused request as a sentence with the way out. */
export function refusalSentence(messages: Messages, refusal: CoverageRefusal): string {
  const words = Object.entries(refusal).map(([key, value]) => [key, refusalWord(messages, key, value)]);
  const sentence = messages.coverage.refusals[refusal.code] as (params: Record<string, string>) => string;
  return sentence(Object.fromEntries(words));
}

function refusalWord(messages: Messages, key: string, value: unknown): string {
  if (DAYS.has(key)) return formatDate(messages, value as Day);
  if (NUMBERS.has(key)) return formatNumber(messages, value as number);
  if (!Array.isArray(value)) return String(value);
  return key === 'near' ? value.map((near: NearName) => nearText(messages, near)).join('; ') : value.join(', ');
}

/** `Saty (village, Kegen District; 194461100)`. */
function nearText({ locale, coverage }: Messages, { place, area }: NearName): string {
  const language = locale.slice(0, 2) as Language;
  const where = [coverage.kinds[place.kind], ...(area ? [placeName(language, area)] : [])].join(coverage.comma);
  return coverage.nearName({ name: placeName(language, place), where, id: place.id });
}
