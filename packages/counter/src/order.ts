import {
  type Brand,
  type CompiledCatalog,
  type CompiledOffer,
  type Language,
  type Names,
  offerOn,
} from '@simwise/catalog';
import {
  AS_RECORDED,
  type Cycle,
  currencyDecimals,
  type Day,
  dateFromDay,
  type Money,
  type Offer,
  read,
} from '@simwise/engine';
import { nameIn, numberFormat } from '@simwise/messages';
import { MESSAGES } from '@simwise/messages/all';
import type { Item } from './part.ts';
import type { RequestedCard } from './request.ts';
import type { CounterTexts } from './texts/texts.ts';

export type Order = {
  /** At a shop, in the app of the brand, online for a travel eSIM, or with an operator at home. */
  readonly where: 'shop' | 'app' | 'online' | 'home';
  readonly catalog: CompiledCatalog;
  readonly plan: CompiledOffer;
  readonly brand: Brand | undefined;
  readonly packs: readonly CompiledOffer[];
  readonly later: readonly CompiledOffer[];
  readonly on: Day;
};

export function orderOf(catalog: CompiledCatalog, { plan: id, packs, later }: RequestedCard, on: Day): Order {
  const plan = offerWith(catalog, id);
  const brand = catalog.brands.find((candidate) => candidate.id === plan.brand);
  const find = (each: string) => offerWith(catalog, each);
  return { where: whereToBuy(plan, brand), catalog, plan, brand, packs: packs.map(find), later: later.map(find), on };
}

function whereToBuy(plan: CompiledOffer, brand: Brand | undefined): Order['where'] {
  if (plan.card === 'travel-esim') return 'online';
  if (brand?.home !== undefined) return 'home';
  return brand?.apps?.some(({ purpose }) => purpose === 'order') ? 'app' : 'shop';
}

function offerWith({ offers }: CompiledCatalog, id: string): CompiledOffer {
  const offer = offers.find((candidate) => candidate.id === id);
  if (!offer) throw new RangeError(`no such offer: ${id}`);
  return offer;
}

/** A trade name as it is written at the counter: in the languages of the country, in English where they have none. */
export function tradeNames({ country }: CompiledCatalog, names: Names): string[] {
  const local = country.languages.flatMap((language) => names[language] ?? []);
  return local.length > 0 ? [...new Set(local)] : [nameIn('en', names)];
}

export function sellerName({ brand }: Order): string {
  return brand && brand.id !== 'reference' ? nameIn('en', brand.names) : '';
}

/** The seller is left out where the trade name says it already. */
export function orderName(order: Order, offer: CompiledOffer): NonNullable<Item['name']> {
  const names = tradeNames(order.catalog, offer.names);
  const seller = sellerName(order);
  const says = names.some((name) => name.toLowerCase().includes(seller.toLowerCase()));
  return { seller: says ? '' : seller, names };
}

// --- what it costs on record -------------------------------------------------------------------------------------------

export function plainTerms(catalog: CompiledCatalog, { id }: CompiledOffer, on: Day) {
  const lookup = offerOn(catalog, id, on);
  if (lookup.is !== 'found') throw new RangeError(`no terms of ${id} on this day`);
  const { version, facts } = lookup.found;
  const { brand, role, currency } = facts;
  // As recorded on the page: an aged price is a range for the person, but no help to the assistant.
  return read<Offer>({ id, brand, role, currency, terms: version.terms }, AS_RECORDED).terms;
}

export type Speaker = { readonly texts: CounterTexts; readonly language: Language };

/** What an offer costs on record, at a shop with the question what it costs today. */
export function priceText(order: Order, offer: CompiledOffer, { texts, language }: Speaker): string {
  const [phase] = plainTerms(order.catalog, offer, order.on).fee.phases;
  const isAsked = order.where === 'shop';
  if (!phase) return isAsked ? texts.price.none : texts.esim.noFee;
  if (phase.amount === null) return isAsked ? texts.price.unknown : texts.esim.priceUnknown;
  const words = {
    amount: moneyText(language, phase.amount, offer.currency),
    per: perText(phase.every, texts),
    seen: seenYear(order.catalog, offer, order.on) ?? texts.undated,
  };
  if (!isAsked) return texts.esim.price(words);
  return offer.reference ? texts.price.statistic(words) : texts.price.fee(words);
}

/** Whole amounts without their zeros: `5 990 ₸`. */
function moneyText(language: Language, amount: Money, currency: string): string {
  const style = { style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const;
  const format = numberFormat(MESSAGES[language].locale, { ...style, trailingZeroDisplay: 'stripIfInteger' });
  return format.format(amount / 10 ** currencyDecimals(currency));
}

function perText(every: Cycle, { per }: CounterTexts): string {
  if (every.unit === 'days') return per.days(every.count);
  if (every.unit === 'months') return per.months(every.count);
  return every.unit === 'calendar-month' ? per.months(1) : '';
}

function seenYear(catalog: CompiledCatalog, { id }: CompiledOffer, on: Day): string | null {
  const lookup = offerOn(catalog, id, on);
  const seen = lookup.is === 'found' ? lookup.found.version.seen : undefined;
  return seen ? String(dateFromDay(seen[1]).year) : null;
}
