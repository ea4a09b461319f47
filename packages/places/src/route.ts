import { CannotCover } from './cannot-cover.ts';
import { distanceKm } from './distance.ts';
import type { Coordinates, Place } from './place.ts';
import type { PlaceHit, PlaceIndex } from './place-index.ts';

/** A place on a route as a person names it, with its days where they were said. */
export type StopInput = { readonly place: string; readonly days: number | null };

/** `others` bear the same name, or one that sounds like it; the person may have meant one of them. */
export type Stop = { readonly place: Place; readonly days: number | null; readonly others: readonly Place[] };

/** Where a leg begins or ends: a place itself, or what lies near it where its own position is not known. */
export type LegEnd = { readonly place: Place; readonly at: Coordinates; readonly by: Place };

/** A leg is a straight line, never a road: no geometry of roads is on record. Null ends have no position at all. */
export type Leg = {
  readonly from: Place;
  readonly to: Place;
  readonly line: { readonly from: LegEnd; readonly to: LegEnd; readonly km: number } | null;
};

export type Route = { readonly stops: readonly Stop[]; readonly legs: readonly Leg[] };

const MOST_STOPS = 60;
const NEAREST_SHOWN = 5;

/** The route of some places in their order. `days` is the length of the stay. @throws CannotCover */
export function planRoute(index: PlaceIndex, inputs: readonly StopInput[], days: number | null = null): Route {
  if (inputs.length > MOST_STOPS)
    throw new CannotCover({ code: 'too-many-places', count: inputs.length, most: MOST_STOPS });
  const wrong = inputs.find((input) => input.days !== null && !(Number.isInteger(input.days) && input.days >= 1));
  if (wrong) throw new CannotCover({ code: 'bad-place-days', place: wrong.place });
  const said = inputs.reduce((sum, input) => sum + (input.days ?? 1), 0);
  if (days !== null && said > days) throw new CannotCover({ code: 'route-too-long', days: said, stay: days });
  const stops = inputs.map(({ place, days: stay }) => ({ ...resolvePlace(index, place), days: stay }));
  return { stops, legs: legsOf(index, stops) };
}

/** The place a name means, and others of the same name. @throws CannotCover with the nearest names */
export function resolvePlace(index: PlaceIndex, text: string): { place: Place; others: readonly Place[] } {
  const hits = index.search(text, 40);
  const [first] = hits;
  if (!first || !isSure(first)) {
    const near = hits.slice(0, NEAREST_SHOWN).map(({ place }) => ({ place, area: areaOf(index, place) }));
    throw new CannotCover({ code: 'no-such-place', place: text, near });
  }
  const others = hits.filter((hit) => hit !== first && isSure(hit) && hit.place.kind === first.place.kind);
  return { place: first.place, others: others.map(({ place }) => place) };
}

function areaOf(index: PlaceIndex, { district, oblast }: Place): Place | null {
  const id = district ?? oblast;
  return id === null ? null : (index.find(id) ?? null);
}

/** A name or its sound; a beginning or a likeness is only offered. */
function isSure({ how }: PlaceHit): boolean {
  return how === 'name' || how === 'sound';
}

function legsOf(index: PlaceIndex, stops: readonly Stop[]): Leg[] {
  return stops.slice(1).map(({ place: to }, at) => {
    const from = (stops[at] as Stop).place;
    const [start, end] = [legEnd(index, from), legEnd(index, to)];
    const line = start && end ? { from: start, to: end, km: distanceKm(start.at, end.at) } : null;
    return { from, to, line };
  });
}

/** The position of a place, else that of the settlement from which one sets out, else that of the largest in its district. */
function legEnd(index: PlaceIndex, place: Place): LegEnd | null {
  if (place.at) return { place, at: place.at, by: place };
  const near = place.near === null ? undefined : index.find(place.near);
  if (near?.at) return { place, at: near.at, by: near };
  const seat = seatOf(index, place);
  return seat?.at ? { place, at: seat.at, by: seat } : null;
}

/** The located settlement with most people in the district of a place. */
function seatOf(index: PlaceIndex, { id, kind, district }: Place): Place | undefined {
  const of = kind === 'district' || kind === 'city-area' ? id : district;
  if (of === null) return undefined;
  const inside = index.places.filter((place) => place.district === of && place.at !== null && place.kind !== 'airport');
  return inside.reduce<Place | undefined>(
    (most, place) => (most && (most.population ?? 0) >= (place.population ?? 0) ? most : place),
    undefined,
  );
}
