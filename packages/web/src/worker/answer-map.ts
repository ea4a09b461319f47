import type { Stay } from '@simwise/advisor';
import { formatVolume, type Messages } from '@simwise/messages';
import { bytesOf, DAYS, GIGABYTE, MAP_DAYS, MAP_GIGABYTES } from '../adjustable.ts';
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

/** The map as far as it is computed, with the days and the gigabytes of its sides. `here` is the person's own stay. */
export type MapView = {
  readonly days: readonly number[];
  readonly gigabytes: readonly number[];
  readonly cells: readonly MapCell[];
  readonly all: number;
  readonly here: Place;
};

type Place = { readonly days: number; readonly gigabytes: number };

type Facts = { readonly rows: FoundRows; readonly stay: Stay; readonly messages: Messages };

/** Draws the map row by row, the row of the stay itself first; every step yields what there is by then. */
export function* drawMap({ rows, stay, messages }: Facts): Generator<MapView, MapView> {
  const here = placeOf(stay);
  const days = here.days > DAYS.max ? MAP_DAYS : withOwn(MAP_DAYS, here.days);
  const gigabytes = withOwn(MAP_GIGABYTES, here.gigabytes);
  const frame = { days, gigabytes, all: days.length * gigabytes.length, here };
  const cells: MapCell[] = [];
  const inOrder = [here.gigabytes, ...gigabytes.filter((each) => each !== here.gigabytes)];
  for (const each of inOrder) {
    for (const step = rows.row(askedFor(each)); ; yield { ...frame, cells: [...cells] }) {
      const { done, value } = step.next();
      if (!done) continue;
      cells.push(...days.map((length) => cellOf({ days: length, gigabytes: each }, value, messages)));
      break;
    }
  }
  return { ...frame, cells };
}

function cellOf({ days, gigabytes }: Place, { found }: FoundRow, messages: Messages): MapCell {
  const dataText = formatVolume(messages, 'data', bytesOf(gigabytes));
  return { days, gigabytes, daysText: messages.units.days(days), dataText, best: found[days - 1] ?? null };
}

function placeOf({ days, profile }: Stay): Place {
  const bytes = profile.reduce((sum, { kind, perDay }) => (kind === 'data' ? sum + perDay.num / perDay.den : sum), 0);
  return { days, gigabytes: bytesOf(bytes / GIGABYTE) / GIGABYTE };
}

/** The steps of a side with the person's own value: in the place of the nearest one, or beyond the last. */
export function withOwn(steps: readonly number[], own: number): readonly number[] {
  const last = steps.at(-1) ?? own;
  if (own > last) return [...steps, own];
  // By ratio: from 1 to 3 is as far as from 10 to 30.
  const distance = (step: number) => Math.abs(Math.log(step / Math.max(own, 0.01)));
  const nearest = steps.reduce((best, step) => (distance(step) < distance(best) ? step : best));
  return steps.map((step) => (step === nearest ? own : step));
}
