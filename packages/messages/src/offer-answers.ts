import { findOffer, noRate } from '@simwise/advisor';
import {
  type CompiledCatalog,
  type CompiledOffer,
  conversionOn,
  convert,
  type OfferOnDay,
  offerOn,
} from '@simwise/catalog';
import {
  AS_RECORDED,
  type Cycle,
  type Day,
  formatDay,
  type Money,
  type Offer,
  read,
  type Terms,
} from '@simwise/engine';
import { type FactAnswer, factAnswer } from './price-answer.ts';
import type { Wording } from './wording.ts';

/** One offer in a list; `fee` is a text such as `₸1,190.00 / 30 days`. */
export type OfferRow = {
  readonly id: string;
  readonly name: string;
  readonly brand: string;
  readonly role: string;
  readonly card: string | null;
  readonly fee: string;
  readonly sale: 'open' | 'closed' | 'unknown';
  readonly tier: string | null;
};

export type OffersAnswer = { readonly day: string; readonly offers: readonly OfferRow[] };

export type OfferAnswer = FactAnswer & {
  readonly brand: string;
  readonly role: string;
  readonly card: string | null;
  readonly currency: string;
  readonly terms: Terms;
  readonly notes: string | null;
  readonly codes: Readonly<Record<string, string>>;
};

export type OfferFilter = {
  readonly brand?: string | undefined;
  /** A card kind or a role. */
  readonly card?: string | undefined;
  readonly onSale?: boolean | undefined;
};

export type OfferView = { readonly on: Day; readonly wording: Wording; readonly currency?: string | undefined };

/** What is on record on a day. @throws CannotDo where no rate leads to the currency asked for */
export function offersAnswer(catalog: CompiledCatalog, filter: OfferFilter, view: OfferView): OffersAnswer {
  const change = changeTo(catalog, view);
  const asked = catalog.offers.filter((offer) => isAsked(offer, filter));
  const rows = asked.map((offer) => rowOf(catalog, offer, { ...view, change }));
  return { day: formatDay(view.on), offers: filter.onSale ? rows.filter(({ sale }) => sale !== 'closed') : rows };
}

/** One offer with its rules, versions and sources. @throws CannotDo where there is none, or none yet on that day */
export function offerAnswer(catalog: CompiledCatalog, id: string, { on, wording }: OfferView): OfferAnswer {
  const found = findOffer(catalog, { id }, on);
  const { facts, offer, version } = found;
  return {
    ...factAnswer(catalog, found, wording),
    brand: facts.brand,
    role: facts.role,
    card: facts.card ?? null,
    currency: facts.currency,
    terms: read<Offer>(offer, AS_RECORDED).terms,
    notes: version.notes ?? null,
    codes: facts.codes ?? {},
  };
}

/** The fees of an offer as recorded, in the currency asked for: `₸1,190.00 / 30 days`. */
export function feeText(catalog: CompiledCatalog, found: OfferOnDay, view: OfferView): string {
  return textOfFees(found, { ...view, change: changeTo(catalog, view) });
}

function isAsked(offer: CompiledOffer, { brand, card }: OfferFilter): boolean {
  return (
    (brand === undefined || offer.brand === brand) && (card === undefined || offer.card === card || offer.role === card)
  );
}

/** An amount in a currency as it is to be shown. */
type Change = (amount: Money, currency: string) => string;
type RowView = OfferView & { readonly change: Change };

/** Shows amounts in the currency asked for, at the rate of a day, or in their own where none leads to it. */
function changeTo(catalog: CompiledCatalog, { on, wording, currency: wanted }: OfferView): Change {
  const { currency: own } = catalog.country;
  if (wanted !== undefined && !conversionOn(catalog, own, wanted, on)) throw noRate(catalog, own, wanted);
  return (amount, currency) => {
    const conversion = wanted === undefined ? null : conversionOn(catalog, currency, wanted, on);
    return conversion ? wording.money(convert(amount, conversion), conversion.to) : wording.money(amount, currency);
  };
}

function rowOf(catalog: CompiledCatalog, offer: CompiledOffer, view: RowView): OfferRow {
  const { id, brand, role, card } = offer;
  const base = { id, name: view.wording.offerName(id), brand, role, card: card ?? null };
  const lookup = offerOn(catalog, id, view.on);
  if (lookup.is !== 'found') return { ...base, fee: '', sale: 'unknown', tier: null };
  const { found } = lookup;
  return { ...base, fee: textOfFees(found, view), sale: found.version.sale, tier: found.tier };
}

function textOfFees({ facts, offer }: OfferOnDay, { wording, change }: RowView): string {
  const { phases } = read<Offer>(offer, AS_RECORDED).terms.fee;
  const texts = phases.map(({ amount, every, times }) => {
    const money = amount === null ? wording.messages.unknown : change(amount, facts.currency);
    const span = spanText(every, wording);
    return `${money}${span === '' ? '' : ` / ${span}`}${times !== null && times > 1 ? ` × ${times}` : ''}`;
  });
  return texts.join(wording.messages.signs.comma);
}

function spanText(every: Cycle, { messages: { units } }: Wording): string {
  if (every.unit === 'days') return units.days(every.count);
  if (every.unit === 'months') return units.months(every.count);
  return every.unit === 'calendar-month' ? units.calendarMonth : '';
}
