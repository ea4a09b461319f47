import { type CompiledCatalog, offerOn, type RatedOffer, readMoney } from '@simwise/catalog';
import {
  AS_RECORDED,
  type CardInput,
  type Day,
  dayOf,
  type LocalSecond,
  type Money,
  type Observation,
  type Offer,
  type Purchase,
  parseLocal,
  type Reading,
  read,
  readingsOf,
} from '@simwise/engine';
import { offersHeld, startOf } from './changes.ts';
import { currencyOf, type HeldOffer, heldOffer } from './held-offer.ts';
import type { AmountLeft, Entry, EntryOf, KeptCard } from './keeper-file.ts';

/** A card with the terms of its offers, ready to be rated; `base` is absent where its plan has left the catalogue. */
export type RatableCard = {
  readonly card: KeptCard;
  readonly catalog: CompiledCatalog;
  readonly currency: string;
  readonly held: readonly HeldOffer[];
  readonly base: (HeldOffer & { is: 'found' }) | undefined;
  readonly offers: ReadonlyMap<string, RatedOffer>;
  readonly purchases: readonly Purchase[];
  readonly observations: readonly Observation[];
  readonly topUps: readonly { readonly at: LocalSecond; readonly amount: Money }[];
  readonly start: LocalSecond;
};

export function ratableCard(catalog: CompiledCatalog, card: KeptCard): RatableCard {
  const held = offersHeld(card).map((kept) => heldOffer(catalog, kept));
  const found = held.filter((each) => each.is === 'found');
  const counted = inTurn(card.entries.filter(({ is, undone }) => !undone && (is === 'state' || is === 'top-up')));
  return {
    card,
    catalog,
    currency: currencyOf(catalog, card),
    held,
    base: found.find(({ found: { facts } }) => facts.role === 'base'),
    offers: new Map([...found.flatMap((each) => fallbacksOf(catalog, each)), ...found.map(asOffer)]),
    purchases: found.map(({ kept }) => ({ offer: kept.offer, at: parseLocal(kept.start) })),
    observations: counted.flatMap(({ entry, at }) => (entry.is === 'state' ? [observationOf(entry, at)] : [])),
    topUps: counted.flatMap(({ entry, at }) =>
      entry.is === 'top-up' ? [{ at, amount: readMoney(entry.amount).amount }] : [],
    ),
    start: startOf(card),
  };
}

type Timed = { readonly entry: Entry; readonly at: LocalSecond };

/** Of what speaks of one moment, what was said later holds: the others are taken as a second earlier. */
function inTurn(entries: readonly Entry[]): Timed[] {
  const taken = new Set<number>();
  const timed = entries.toReversed().map((entry) => {
    let at: number = parseLocal(entry.at);
    while (taken.has(at)) at -= 1;
    taken.add(at);
    return { entry, at: at as LocalSecond };
  });
  return timed.reverse();
}

type Found = HeldOffer & { is: 'found' };

function asOffer({ kept, found }: Found): [string, RatedOffer] {
  return [kept.offer, found.offer];
}

/** The pack that starts by itself when the fee of an offer is missed. */
function fallbacksOf(catalog: CompiledCatalog, { kept, found }: Found): [string, RatedOffer][] {
  const pack = read<Offer>(found.offer, AS_RECORDED).terms.unpaid?.pack;
  const lookup = pack ? offerOn(catalog, pack.offer, dayOf(parseLocal(kept.start))) : undefined;
  return pack && lookup?.is === 'found' ? [[pack.offer, lookup.found.offer]] : [];
}

function observationOf({ balance, left }: EntryOf<'state'>, at: LocalSecond): Observation {
  return {
    at,
    ...(balance === undefined ? {} : { balance: signedMoney(balance) }),
    ...(left ? { left: left.map(bucketOf) } : {}),
  };
}

function bucketOf({ kind, units, of, expires }: AmountLeft): NonNullable<Observation['left']>[number] {
  return { kind, units, ...(of ? { of } : {}), ...(expires === undefined ? {} : { expires: parseLocal(expires) }) };
}

/** Minor units of "300.00 KZT" or "-5.00 KZT". */
export function signedMoney(text: string): Money {
  const { amount } = readMoney(text.replace(/^-/, ''));
  return (text.startsWith('-') ? -amount : amount) as Money;
}

/** What is added to a card to see what would come of it. */
export type Trial = Partial<Pick<RatableCard, 'purchases' | 'topUps' | 'observations'>>;

/** The card as the rater takes it, up to the end of a day. */
export function cardInput(ratable: RatableCard, { last, offers, trial = {} }: InputOptions): CardInput {
  const first = dayOf(ratable.start);
  return {
    offers,
    purchases: [...ratable.purchases, ...(trial.purchases ?? [])],
    period: { start: first, days: Math.max(1, last - first + 1) },
    local: ratable.catalog.country.offsets,
    wallet: { topUps: [...ratable.topUps, ...(trial.topUps ?? [])] },
    observations: [...ratable.observations, ...(trial.observations ?? [])],
  };
}

export type InputOptions = {
  readonly last: Day;
  /** As `readOffers` gives them. */
  readonly offers: ReadonlyMap<string, Offer>;
  readonly trial?: Trial;
};

/** The offers of a card, and any that a trial buys, with every uncertain fact read one way. */
export function readOffers(
  { offers }: RatableCard,
  reading: Reading,
  extra: ReadonlyMap<string, RatedOffer> = new Map(),
): ReadonlyMap<string, Offer> {
  return new Map([...offers, ...extra].map(([id, offer]) => [id, read<Offer>(offer, reading)]));
}

/** Every way of reading what is not known about the offers of a card, the recorded one first. */
export function readingsOfCard({ offers }: RatableCard): Reading[] {
  return readingsOf([...offers.values()]);
}

/** Whether anything was said of the money on the card. */
export function knowsBalance({ observations }: RatableCard): boolean {
  return observations.some(({ balance }) => balance !== undefined);
}

/** Allowances that the card grants, by offer and place. */
export function allowancesOf({ held }: RatableCard) {
  return held.flatMap((each) => {
    if (each.is === 'gone') return [];
    const { id, terms } = read<Offer>(each.found.offer, AS_RECORDED);
    return terms.allowances.map((allowance, index) => ({ offer: id, index, allowance }));
  });
}
