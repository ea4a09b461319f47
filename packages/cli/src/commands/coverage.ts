import { type CoverageWording, countryAnswer, routeAnswer } from '@simwise/messages';
import {
  type CoverageFacts,
  coverRoute,
  isArea,
  type LegCoverage,
  type Place,
  type PlaceCoverage,
  type RouteCoverage,
  type Statement,
  type StopCoverage,
  speedOn,
  statementsAbout,
} from '@simwise/places';
import { openCoverageFacts } from '../open-route.ts';
import { readStop } from '../read-option.ts';
import { type CommonOptions, Session, type Terminal } from '../session.ts';
import { formatTable, indent } from '../table.ts';

export type CoverageOptions = CommonOptions & { readonly reports?: string };

/** `simwise coverage`: what is known of each network at each place of a route. Exit 1 where nothing speaks for any network. */
export async function showCoverage(
  terminal: Terminal,
  places: readonly string[],
  options: CoverageOptions,
): Promise<number> {
  const session = new Session(terminal, options);
  const catalog = await session.openCatalog();
  const facts = await openCoverageFacts(session, catalog, options.reports);
  const wording = session.wording(catalog).coverage();
  if (places.length === 0) return showCountry(session, facts, wording);
  const route = coverRoute(facts, places.map(readStop));
  if (options.json) session.json(routeAnswer(route, wording));
  else session.print(routeText(route, wording));
  return route.stops.some(({ coverage }) =>
    coverage.networks.some(({ state }) => state === 'seen' || state === 'stated'),
  )
    ? 0
    : 1;
}

/** Without places: what was said of the country, its roads and railways, and its speed. */
function showCountry(session: Session, facts: CoverageFacts, wording: CoverageWording): number {
  const { words } = wording;
  const about = (heading: string, area: string) =>
    saidText(heading, statementsAbout(facts.coverage, area), facts, wording);
  if (session.options.json) session.json(countryAnswer(facts, wording));
  else {
    session.print([
      ...about(words.country, 'country'),
      ...about(words.roads, 'roads'),
      ...about(words.railways, 'railways'),
      wording.speed(speedOn(facts.coverage, facts.today) ?? null),
      wording.credits(facts),
    ]);
  }
  return 0;
}

/** What is known of a route, place by place, then of the lines between them, then what to do where it is little. */
export function routeText({ stops, legs, speed, roads, facts }: RouteCoverage, wording: CoverageWording): string[] {
  const { words } = wording;
  return [
    ...stops.flatMap((stop) => [...stopText(stop, facts, wording), '']),
    ...legsText(legs, facts, wording),
    ...saidText(words.roads, roads, facts, wording),
    wording.speed(speed),
    ...adviceText(stops, wording),
    wording.credits(facts),
  ];
}

function stopText(
  { place, days, others, coverage }: StopCoverage,
  facts: CoverageFacts,
  wording: CoverageWording,
): string[] {
  const { words, messages } = wording;
  const name = wording.placeInFull(facts, place);
  return [
    days === null ? name : [name, messages.units.days(days)].join(words.comma),
    ...indent(othersText(others, facts, wording)),
    ...indent(placeText(coverage, facts, wording)),
  ];
}

const MOST_OTHERS = 5;

/** Other places of the name that was said, with their ids, by which they can be asked for. */
export function othersText(
  others: readonly Place[],
  facts: Pick<CoverageFacts, 'index'>,
  wording: CoverageWording,
): string[] {
  const also = others.slice(0, MOST_OTHERS).map((other) => `${wording.placeInFull(facts, other)} [${other.id}]`);
  return also.length > 0 ? [wording.words.others({ places: also.join('; ') })] : [];
}

function placeText(coverage: PlaceCoverage, facts: CoverageFacts, wording: CoverageWording): string[] {
  const { words } = wording;
  const { place, networks, remarks, background, near } = coverage;
  const answers = networks.map((answer) => {
    return {
      name: wording.network(answer.network),
      lines: [wording.state(answer), ...wording.evidence(answer, facts, isArea(place))],
    };
  });
  const rows = sameTogether(answers).flatMap(({ name, lines: [state = '', first = '', ...rest] }) => {
    return [[name, state, first], ...rest.map((line) => ['', '', line])];
  });
  const nearby = near
    ? [words.setOutFrom({ place: wording.place(near.place) }), ...indent(placeText(near, facts, wording))]
    : [];
  return [
    ...formatTable(rows),
    ...saidText(words.remarks, remarks, facts, wording),
    ...(near ? [] : saidText(words.background, background, facts, wording)),
    ...nearby,
  ];
}

type Answer = { readonly name: string; readonly lines: readonly string[] };

/** Networks of which the same is known share a row. */
function sameTogether(answers: readonly Answer[]): Answer[] {
  const byText = new Map<string, Answer>();
  for (const { name, lines } of answers) {
    const known = byText.get(lines.join('\n'));
    byText.set(lines.join('\n'), { name: known ? `${known.name}, ${name}` : name, lines });
  }
  return [...byText.values()];
}

function saidText(
  heading: string,
  statements: readonly Statement[],
  facts: CoverageFacts,
  wording: CoverageWording,
): string[] {
  if (statements.length === 0) return [];
  return [heading, ...indent(statements.map((each) => wording.statement(each, facts.coverage.sources)))];
}

function legsText(legs: readonly LegCoverage[], facts: CoverageFacts, wording: CoverageWording): string[] {
  if (legs.length === 0) return [];
  const { words } = wording;
  return [words.legs, ...indent(legs.flatMap((leg) => legText(leg, facts, wording))), ...indent([words.legRest]), ''];
}

function legText(leg: LegCoverage, facts: CoverageFacts, wording: CoverageWording): string[] {
  const { text, details } = wording.leg(leg, facts);
  return [text, ...indent(details)];
}

/** What to do, unless every place has something newer than a hint for some network. */
function adviceText(stops: readonly StopCoverage[], { words }: CoverageWording): string[] {
  const isThin = stops.some(({ coverage }) =>
    coverage.networks.every(({ state, isHint }) => state === 'unknown' || state === 'none' || isHint),
  );
  return isThin ? ['', words.thin, ...indent(words.whatToDo.map((line) => `- ${line}`)), ''] : [];
}
