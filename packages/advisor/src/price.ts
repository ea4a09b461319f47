import {
  type CompiledCatalog,
  type Conversion,
  conversionOn,
  convert,
  type OfferOnDay,
  offerOn,
  type RatedOffer,
} from '@simwise/catalog';
import {
  AS_RECORDED,
  type Day,
  day,
  localSecondOf,
  type Money,
  type Offer,
  type Purchase,
  type RangedStatement,
  rateUncertainCard,
  read,
  sumMoney,
  type UsageEvent,
} from '@simwise/engine';
import { CannotDo } from './cannot-do.ts';
import { familyOf } from './market.ts';
import { resolveNumbers } from './numbers.ts';

/** Which offer to buy, on which day of the stay, and by which way of paying where there is a choice. */
export type OfferChoice = { readonly id: string; readonly day?: Day; readonly payment?: string };

export type PriceRequest = {
  readonly offers: readonly OfferChoice[];
  readonly start: Day;
  readonly days: number;
  readonly uses: readonly UsageEvent[];
  readonly fee?: 'paid' | 'unpaid';
  readonly currency?: string;
};

/** A statement of one card in the currency asked for, with the facts it rests on. */
export type PricedCard = {
  readonly currency: string;
  readonly statement: RangedStatement;
  readonly offers: readonly OfferOnDay[];
  /** Set where the offers are in another currency than the one asked for. */
  readonly conversion?: Conversion;
  readonly warnings: readonly PriceWarning[];
};

export type PriceWarning =
  | { readonly code: 'number-by-prefix' }
  | { readonly code: 'needs-plan'; readonly offer: string }
  | { readonly code: 'closed'; readonly offer: string };

const LONGEST_DAYS = 3_660;

/** Prices a card for a stay. @throws CannotDo when an offer, a version or a rate of exchange is missing. */
export function priceCard(catalog: CompiledCatalog, request: PriceRequest): PricedCard {
  checkPeriod(request);
  const offers = request.offers.map((choice) => findOffer(catalog, choice, request.start));
  const packs = offers.flatMap(({ offer }) => fallbackPack(catalog, offer, request.start));
  const currency = commonCurrency(offers);
  checkPlans(offers);
  const base = offers.find(({ facts }) => facts.role === 'base');
  const { uses, guessed } = resolveNumbers(catalog, request.uses, (base ?? offers[0])?.facts.brand ?? '');
  const statement = rateUncertainCard(
    {
      offers: new Map([...packs, ...offers.map(({ offer }) => offer)].map((offer) => [idOf(offer), offer])),
      purchases: request.offers.map((choice) => purchaseOf(choice, request.start)),
      period: { start: request.start, days: request.days },
      local: catalog.country.offsets,
      fee: request.fee ?? 'paid',
    },
    uses,
  );
  const warnings: PriceWarning[] = [
    ...(guessed ? [{ code: 'number-by-prefix' } as const] : []),
    ...(base ? [] : offers.slice(0, 1).map(({ facts }) => ({ code: 'needs-plan', offer: facts.id }) as const)),
    ...offers.flatMap(({ facts, version }) =>
      version.sale === 'closed' ? [{ code: 'closed', offer: facts.id } as const] : [],
    ),
  ];
  return inCurrency(catalog, { currency, statement, offers, warnings }, request);
}

function checkPeriod({ days, start, uses }: PriceRequest): void {
  if (!Number.isInteger(days) || days < 1 || days > LONGEST_DAYS) {
    throw new CannotDo({ code: 'bad-days', days, most: LONGEST_DAYS });
  }
  const outside = uses.filter(({ at }) => at < localSecondOf(start) || at >= localSecondOf(day(start + days))).length;
  if (outside === 0) return;
  throw new CannotDo({ code: 'use-outside-stay', count: outside, first: start, last: day(start + days - 1) });
}

function idOf(offer: RatedOffer): string {
  return read<Offer>(offer, AS_RECORDED).id;
}

/** @throws CannotDo where there is no such offer, day or way to pay; one left out on purpose is told with its reason. */
export function findOffer(catalog: CompiledCatalog, { id, payment }: OfferChoice, on: Day): OfferOnDay {
  const left = catalog.leftOut.find((entry) => entry.id === id);
  if (left) throw new CannotDo({ code: 'left-out', id, reason: left.note });
  const lookup = offerOn(catalog, id, on, payment);
  if (lookup.is === 'no-such-offer') throw new CannotDo({ code: 'no-such-offer', id, similar: lookup.similar });
  if (lookup.is === 'before-first-version') {
    throw new CannotDo({ code: 'before-first-version', id, first: lookup.first, asked: on });
  }
  const payments = lookup.found.version.payments ?? {};
  if (payment === undefined || payment in payments) return lookup.found;
  throw new CannotDo({ code: 'no-such-payment', id, payment, known: Object.keys(payments) });
}

function fallbackPack(catalog: CompiledCatalog, offer: RatedOffer, on: Day): RatedOffer[] {
  const pack = read<Offer>(offer, AS_RECORDED).terms.unpaid?.pack;
  const lookup = pack ? offerOn(catalog, pack.offer, on) : undefined;
  return lookup?.is === 'found' ? [lookup.found.offer] : [];
}

function commonCurrency(offers: readonly OfferOnDay[]): string {
  const currencies = [...new Set(offers.map(({ facts }) => facts.currency))];
  if (currencies.length === 1) return currencies[0] as string;
  throw new CannotDo({ code: 'mixed-currencies', currencies });
}

/** One base plan a card; data cards of one family are topped up with one another. @throws CannotDo */
function checkPlans(offers: readonly OfferOnDay[]): void {
  const plans = new Map(offers.filter(({ facts }) => facts.role === 'base').map(({ facts }) => [facts.id, facts]));
  const families = new Set([...plans.values()].map((facts) => familyOf(facts) ?? facts.id));
  if (families.size > 1) throw new CannotDo({ code: 'several-plans', plans: [...plans.keys()] });
}

function purchaseOf({ id, day }: OfferChoice, start: Day): Purchase {
  return { offer: id, at: localSecondOf(day ?? start) };
}

function inCurrency(catalog: CompiledCatalog, card: PricedCard, { currency, start }: PriceRequest): PricedCard {
  if (currency === undefined || currency === card.currency) return card;
  const conversion = conversionOn(catalog, card.currency, currency, start);
  if (!conversion) throw noRate(catalog, card.currency, currency);
  const change = (amount: Money) => convert(amount, conversion);
  const { statement } = card;
  const lines = statement.lines.map((line) => ({ ...line, amount: change(line.amount) }));
  const { low, high } = statement.range;
  const total = sumMoney(lines.map(({ amount }) => amount));
  const range = {
    amount: total,
    low: Math.min(total, change(low)) as Money,
    high: high === null ? null : (Math.max(total, change(high)) as Money),
  };
  const topUps = statement.topUps.map(({ at, amount }) => ({ at, amount: change(amount) }));
  const converted = { ...statement, lines, total, range, topUps, moneyLeft: change(statement.moneyLeft) };
  return { ...card, currency, conversion, statement: converted };
}

export function noRate({ exchangeRates }: CompiledCatalog, from: string, to: string): CannotDo {
  const known = [...new Set(exchangeRates.flatMap((rate) => [rate.of, rate.in]))].sort();
  return new CannotDo({ code: 'no-exchange-rate', from, to, known });
}
