import type { Stay } from '@simwise/advisor';
import { formatVolume, type Messages } from '@simwise/messages';
import { bytesOf, GIGABYTE, MAP_DAYS, MAP_GIGABYTES } from '../adjustable.ts';
import type { FoundChoice, FoundRow } from './found-row.ts';
import { askedFor, type FoundRows } from './found-rows.ts';

/** One cell; `best` is null where no cards were found to serve. */
export type MapCell = {
  readonly days: number;
  readonly gigabytes: number;
  readonly dataText: string;
  readonly daysText: string;
  readonly best: FoundChoice | null;
};

/** The map as far as it is computed. `here` is the cell nearest to the person's own stay. */
export type MapView = {
  readonly cells: readonly MapCell[];
  readonly all: number;
  readonly here: { readonly days: number; readonly gigabytes: number };
};

type Facts = { readonly rows: FoundRows; readonly stay: Stay; readonly messages: Messages };

/** Draws the map row by row, the row of the stay itself first; every step yields what there is by then. */
export function* drawMap({ rows, stay, messages }: Facts): Generator<MapView, MapView> {
  const here = nearestCell(stay);
  const all = MAP_DAYS.length * MAP_GIGABYTES.length;
  const cells: MapCell[] = [];
  const inOrder = [here.gigabytes, ...MAP_GIGABYTES.filter((gigabytes) => gigabytes !== here.gigabytes)];
  for (const gigabytes of inOrder) {
    for (const step = rows.row(askedFor(gigabytes)); ; yield { cells: [...cells], all, here }) {
      const { done, value } = step.next();
      if (!done) continue;
      cells.push(...MAP_DAYS.map((days) => cellOf({ days, gigabytes }, value, messages)));
      break;
    }
  }
  return { cells, all, here };
}

type Place = { readonly days: number; readonly gigabytes: number };

function cellOf({ days, gigabytes }: Place, { found }: FoundRow, messages: Messages): MapCell {
  const dataText = formatVolume(messages, 'data', bytesOf(gigabytes));
  return { days, gigabytes, daysText: messages.units.days(days), dataText, best: found[days - 1] ?? null };
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
