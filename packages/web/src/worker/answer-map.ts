import {
  type CheapestChoice,
  type ChoiceKind,
  cheapestAt,
  LengthFinder,
  type Stay,
  stayOffers,
} from '@simwise/advisor';
import type { CompiledCatalog } from '@simwise/catalog';
import { money } from '@simwise/engine';
import { formatVolume, type Wording } from '@simwise/messages';
import type { RouteCoverage } from '@simwise/places';

/** Lengths of stay and gigabytes a day for which an answer is drawn. */
export const MAP_DAYS: readonly number[] = [1, 2, 3, 5, 7, 10, 14, 18, 21, 25, 30, 38, 45, 60];
export const MAP_GIGABYTES: readonly number[] = [0.1, 0.2, 0.3, 0.5, 0.75, 1, 1.5, 2, 3, 4];

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

/** Draws the map row by row, the row of the stay itself first; every step yields what there is by then. */
export function* drawMap(facts: MapFacts): Generator<MapView, MapView> {
  const here = nearestCell(facts.stay);
  const all = MAP_DAYS.length * MAP_GIGABYTES.length;
  const finder = new LengthFinder(offersFor(facts), MAP_DAYS.at(-1) as number);
  const cells: MapCell[] = [];
  const rows = [here.gigabytes, ...MAP_GIGABYTES.filter((gigabytes) => gigabytes !== here.gigabytes)];
  for (const gigabytes of rows) {
    for (const step = finder.find(Math.round(gigabytes * GIGABYTE)); ; yield { cells: [...cells], all, here }) {
      const { done, value } = step.next();
      if (!done) continue;
      cells.push(...MAP_DAYS.map((days) => cellOf(cheapestAt(value, days), { days, gigabytes }, facts)));
      break;
    }
  }
  return { cells, all, here };
}

/** Data of certain apps stand for all data here: a cell says how much, not what for. */
function offersFor({ catalog, stay, route }: MapFacts) {
  return stayOffers(catalog, { ...stay, profile: stay.profile.filter(({ kind }) => kind !== 'data') }, route);
}

function cellOf(
  found: CheapestChoice | null,
  { days, gigabytes }: { days: number; gigabytes: number },
  { stay, wording }: MapFacts,
): MapCell {
  const { messages } = wording;
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
