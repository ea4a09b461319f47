import { type CompiledCatalog, type CompiledOffer, versionOn } from '@simwise/catalog';
import { AS_RECORDED, type Day, type Offer, read } from '@simwise/engine';
import type { RouteCoverage } from '@simwise/places';
import type { Stay } from './stay.ts';

/** A card as the rules see it: its offers, the base plan first, and the day it is bought. */
export type HeldCard = { readonly offers: readonly CompiledOffer[]; readonly from: Day };

/** What the rules ask about a person with certain cards; null where it is not known. */
export type Situation = {
  /** The first day of the stay: rules that take force later do not matter yet. */
  readonly day: Day;
  readonly localCard: boolean;
  readonly roamingCard: boolean;
  readonly localNumber: boolean | null;
  readonly brands: readonly string[];
  readonly appPass: boolean;
  readonly citizen: 'home' | 'foreign' | null;
  readonly eResident: boolean | null;
  readonly taxNumber: boolean | null;
  readonly holdsLocalNumber: boolean | null;
  readonly numbersHeld: number | null;
  readonly conditions: readonly string[];
  readonly handsetBought: 'here' | 'abroad' | null;
  readonly handsetUsedSince: 'never' | readonly [Day, Day] | null;
  /** Days of the stay from the purchase of the first local card on; none without one. */
  readonly daysWithLocalCard: number;
  /** In small letters; null where no place was said. */
  readonly places: readonly string[] | null;
};

/** A stay, and what is known of its route; null where that was not looked up. */
export type Trip = { readonly stay: Stay; readonly route: RouteCoverage | null };

export function situationOf(catalog: CompiledCatalog, trip: Trip, cards: readonly HeldCard[]): Situation {
  const { stay } = trip;
  const { person, device } = stay;
  const offers = cards.flatMap((card) => card.offers);
  const local = cards.filter((card) => isLocalCard(catalog, card));
  return {
    day: stay.start,
    localCard: local.length > 0,
    roamingCard: local.length < cards.length,
    localNumber: hasLocalNumber(offers),
    brands: offers.map(({ brand }) => brand),
    appPass: offers.some((offer) => hasAppAllowance(offer, stay.start)),
    citizen: citizenOf(catalog, stay),
    eResident: person.eResident,
    taxNumber: person.taxNumber,
    holdsLocalNumber: holdsLocalNumber(catalog, stay),
    numbersHeld: person.numbersHeld,
    conditions: person.conditions,
    handsetBought: device.bought,
    handsetUsedSince: device.usedHereSince,
    daysWithLocalCard: daysFrom(local, stay),
    places: placesOf(trip),
  };
}

/** The places as the person said them and, where they are known, under all their names, with the cities around them. */
function placesOf({ stay, route }: Trip): string[] | null {
  if (stay.places.length === 0) return null;
  const known = (route?.stops ?? []).flatMap(({ place }) =>
    [place.id, place.district, place.oblast].flatMap((id) => (id === null ? [] : (route?.facts.index.find(id) ?? []))),
  );
  const names = known.flatMap((place) => [...Object.values(place.names), ...place.also]);
  return [...new Set([...stay.places.map(({ place }) => place), ...names].map((name) => name.toLowerCase()))];
}

/** A travel eSIM and a card of a seller from elsewhere are used in roaming; every other card is one of the country. */
export function isLocalCard({ brands }: CompiledCatalog, { offers: [base] }: HeldCard): boolean {
  if (!base || base.card === 'travel-esim') return false;
  return brands.find(({ id }) => id === base.brand)?.home === undefined;
}

function hasLocalNumber(offers: readonly CompiledOffer[]): boolean | null {
  const numbers = offers.filter(({ role }) => role === 'base').map(({ number }) => number);
  if (numbers.includes('local')) return true;
  return numbers.some((number) => number === undefined || number === 'unknown') ? null : false;
}

function hasAppAllowance(offer: CompiledOffer, on: Day): boolean {
  const version = versionOn(offer, on);
  if (!version) return false;
  const { id, brand, role, currency } = offer;
  const { terms } = read<Offer>({ id, brand, role, currency, terms: version.terms }, AS_RECORDED);
  return terms.allowances.some(({ scope }) => scope.apps !== undefined);
}

function citizenOf({ country }: CompiledCatalog, { person }: Stay): Situation['citizen'] {
  if (person.citizen === null) return null;
  return person.citizen.toLowerCase() === country.id ? 'home' : 'foreign';
}

/** Told by the count of numbers, or by a card of the country that is held; someone who says neither may hold one. */
function holdsLocalNumber({ brands }: CompiledCatalog, { person }: Stay): boolean | null {
  if (person.numbersHeld !== null) return person.numbersHeld > 0;
  const held = brands.filter(({ id, operator }) => operator !== undefined && person.customerOf.includes(id));
  return held.length > 0 ? true : null;
}

function daysFrom(local: readonly HeldCard[], { start, days }: Stay): number {
  if (local.length === 0) return 0;
  const first = Math.min(...local.map(({ from }) => from));
  return days - Math.max(0, first - start);
}
