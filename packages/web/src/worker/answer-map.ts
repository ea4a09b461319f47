import { type ChoiceKind, findCandidates, type Stay, StaySearch, withoutShutOut } from '@simwise/advisor';
import type { CompiledCatalog } from '@simwise/catalog';
import { INTERNET, money } from '@simwise/engine';
import { formatVolume, type Wording } from '@simwise/messages';
import type { RouteCoverage } from '@simwise/places';

/** Lengths of stay and gigabytes a day for which an answer is drawn. */
export const MAP_DAYS: readonly number[] = [1, 3, 5, 7, 10, 14, 21, 30, 45, 60];
export const MAP_GIGABYTES: readonly number[] = [0.1, 0.3, 0.5, 1, 2, 3];

/** The cheapest cards of one cell, or that none serve. `cost` is in minor units of the stay's currency. */
export type MapCell = {
  readonly days: number;
  readonly gigabytes: number;
  readonly dataText: string;
  readonly daysText: string;
  readonly best: {
    readonly kind: ChoiceKind;
    readonly kindText: string;
    readonly title: string;
    readonly cost: number;
    readonly costText: string;
  } | null;
};

/** The map as far as it is computed. `here` is the cell nearest to the person's own stay. */
export type MapView = {
  readonly cells: readonly MapCell[];
  readonly all: number;
  readonly here: { readonly days: number; readonly gigabytes: number };
};

export type MapFacts = {
  readonly catalog: CompiledCatalog;
  readonly stay: Stay;
  readonly route: RouteCoverage | null;
  readonly wording: Wording;
};

const GIGABYTE = 2 ** 30;

/** Draws the map cell by cell, from coarse to fine; every step yields what there is by then. */
export function* drawMap(facts: MapFacts): Generator<MapView, MapView> {
  const order = coarseToFine();
  const view: MapView = { cells: [], all: order.length, here: nearestCell(facts.stay) };
  const cells: MapCell[] = [];
  for (const [days, gigabytes] of order) {
    const search = searchFor(facts, days, gigabytes);
    for (const _ of search.runOverall()) yield { ...view, cells: [...cells] };
    cells.push(cellOf(search, { days, gigabytes }, facts));
    yield { ...view, cells: [...cells] };
  }
  return { ...view, cells };
}

/** Every other column and row first, so that the picture is there early and then gains detail. */
function coarseToFine(): (readonly [days: number, gigabytes: number])[] {
  const all = MAP_DAYS.flatMap((days, x) => MAP_GIGABYTES.map((gigabytes, y) => ({ days, gigabytes, x, y })));
  const level = ({ x, y }: { x: number; y: number }) => (x % 2) + (y % 2);
  return all.toSorted((a, b) => level(a) - level(b) || a.days - b.days).map(({ days, gigabytes }) => [days, gigabytes]);
}

/** Data of certain apps stand for all data here: a cell says how much, not what for. */
function searchFor({ catalog, stay, route }: MapFacts, days: number, gigabytes: number): StaySearch {
  const talk = stay.profile.filter(({ kind }) => kind !== 'data');
  const data = { kind: 'data', to: INTERNET, perDay: { num: Math.round(gigabytes * GIGABYTE), den: 1 } } as const;
  const asked: Stay = { ...stay, days, profile: [...talk, data], places: [] };
  return new StaySearch(catalog, withoutShutOut(findCandidates(catalog, asked), asked, route), asked);
}

function cellOf(
  search: StaySearch,
  { days, gigabytes }: { days: number; gigabytes: number },
  { stay, wording }: MapFacts,
): MapCell {
  const { messages } = wording;
  const [found] = search.found.toSorted((a, b) => a.cost - b.cost);
  const cell = {
    days,
    gigabytes,
    daysText: messages.units.days(days),
    dataText: formatVolume(messages, 'data', Math.round(gigabytes * GIGABYTE)),
  };
  if (!found) return { ...cell, best: null };
  const { kind, cards, cost } = found;
  const names = cards.map(({ purchases }) => [...new Set(purchases.map(({ offer }) => wording.offerName(offer)))]);
  const title = names.map((each) => each.join(' + ')).join(' & ');
  const costText = wording.money(money(Math.round(cost)), stay.currency);
  return { ...cell, best: { kind, kindText: messages.kinds[kind], title, cost, costText } };
}

function nearestCell({ days, profile }: Stay): MapView['here'] {
  const bytes = profile.reduce((sum, { kind, perDay }) => (kind === 'data' ? sum + perDay.num / perDay.den : sum), 0);
  return { days: nearest(MAP_DAYS, days), gigabytes: nearest(MAP_GIGABYTES, bytes / GIGABYTE) };
}

/** By ratio: from 1 to 3 is as far as from 10 to 30. */
function nearest(steps: readonly number[], value: number): number {
  const distance = (step: number) => Math.abs(Math.log(step / Math.max(value, 0.01)));
  return steps.reduce((best, step) => (distance(step) < distance(best) ? step : best));
}
