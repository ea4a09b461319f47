import {
  type CountryAnswer,
  type CoverageWording,
  countryAnswer,
  hitAnswer,
  type RouteAnswer,
  routeAnswer,
} from '@simwise/messages';
import { type Coordinates, type CoverageFacts, centresOf, type RouteCoverage } from '@simwise/places';
import type { CountryShape } from './country-shape.ts';

/** What is known of the networks: on the route, where places were named, and in the country; and what a map draws of it. */
export type CoverageView = {
  readonly route: RouteAnswer | null;
  readonly legs: readonly { readonly text: string; readonly details: readonly string[] }[];
  /** Where a map draws the places of the route: at their own position, or that of the place they are drawn by. */
  readonly stops: readonly MapStop[];
  readonly country: CountryAnswer;
  readonly credits: string;
  readonly shape: CountryShape;
  readonly layers: readonly MapLayer[];
};

/** A place of the route on the map. */
export type MapStop = Coordinates & { readonly name: string };

/** Where cells of a network were seen: centres of hexagons. */
export type MapLayer = { readonly network: string; readonly name: string; readonly points: readonly Coordinates[] };

/** A place found. `say` is what to put into a stay: its name where that finds it first, else its id. */
export type PlaceHitView = {
  readonly id: string;
  readonly name: string;
  readonly text: string;
  readonly say: string;
};

type Known = {
  readonly facts: CoverageFacts;
  readonly route: RouteCoverage | null;
  readonly shape: CountryShape;
  readonly wording: CoverageWording;
};

export function coverageView({ facts, route, shape, wording }: Known): CoverageView {
  return {
    route: route && routeAnswer(route, wording),
    legs: route ? route.legs.map((leg) => wording.leg(leg, facts)) : [],
    country: countryAnswer(facts, wording),
    stops: route ? stopsOf(route, wording) : [],
    credits: wording.credits(facts),
    shape,
    layers: layersOf(facts, wording),
  };
}

function stopsOf({ stops, legs }: RouteCoverage, wording: CoverageWording): MapStop[] {
  const ends = legs.flatMap(({ line }) => (line ? [line.from, line.to] : []));
  return stops.flatMap(({ place, coverage }) => {
    const at = place.at ?? ends.find((end) => end.place.id === place.id)?.at ?? coverage.near?.place.at;
    return at ? [{ name: wording.place(place), lat: at.lat, lon: at.lon }] : [];
  });
}

function layersOf({ cells, networks }: CoverageFacts, wording: CoverageWording): MapLayer[] {
  return networks.map((network) => ({
    network,
    name: wording.network(network),
    points: cells.flatMap((list) =>
      list.hexagons.columns.flatMap((columns) =>
        list.networks[columns.network] === network ? centresOf(columns) : [],
      ),
    ),
  }));
}

const MOST_HITS = 8;

/** Places that a text may mean. */
export function placeHits(facts: Pick<CoverageFacts, 'index'>, text: string, wording: CoverageWording): PlaceHitView[] {
  return facts.index.search(text, MOST_HITS).map((hit) => {
    const { id, name, text: inFull } = hitAnswer(facts, hit, wording);
    const isFirst = facts.index.search(name, 1)[0]?.place.id === id;
    return { id, name, text: inFull, say: isFirst ? name : id };
  });
}
