import {
  type CompiledCatalog,
  type Conversion,
  conversionOn,
  fitsPlan,
  mayBeOnSale,
  type OfferOnDay,
} from '@simwise/catalog';
import {
  AS_RECORDED,
  day,
  dayOf,
  IN_THE_MIDDLE,
  type Line,
  localSecondOf,
  type Money,
  type Offer,
  type Reading,
  rateCard,
  read,
  type Statement,
} from '@simwise/engine';
import { type CardRecord, type ChoiceRecord, minorUnits, type StayRecord } from './answer-record.ts';
import { type Unserved, unservedIn } from './card-plan.ts';
import type { CardName, Disagreement } from './disagreement.ts';

import { findOffer, noRate } from './price.ts';

/** A card of an answer, replayed by the rating engine alone; without statements where it reaches out of the stay. */
export type ReplayedCard = {
  readonly name: CardName;
  readonly record: CardRecord;
  /** What is bought, each once. */
  readonly bought: readonly OfferOnDay[];
  readonly main: OfferOnDay;
  readonly conversion: Conversion;
  /** On the facts as recorded, and at the middle of every price. */
  readonly statements: { readonly recorded: Statement; readonly middle: Statement } | null;
};

/** @throws CannotDo where an offer is not in the catalogue, or no rate of exchange leads to the currency of the stay. */
export function replayCard(catalog: CompiledCatalog, stay: StayRecord, record: CardRecord, card: number): ReplayedCard {
  const find = (id: string) => findOffer(catalog, { id }, stay.start);
  const main = find(record.offers[0] as string);
  const bought = [...new Set(record.purchases.map(({ offer }) => offer))].map(find);
  const from = main.facts.currency;
  const conversion = conversionOn(catalog, from, stay.currency, stay.start);
  if (!conversion) throw noRate(catalog, from, stay.currency);
  const rate = (reading: Reading) => rateRecord(catalog, stay, { record, bought, reading });
  const statements =
    momentOutside(stay, record) === null ? { recorded: rate(AS_RECORDED), middle: rate(IN_THE_MIDDLE) } : null;
  return { name: { card, offer: main.facts.id }, record, bought, main, conversion, statements };
}

type Rated = { readonly record: CardRecord; readonly bought: readonly OfferOnDay[]; readonly reading: Reading };

function rateRecord(
  catalog: CompiledCatalog,
  { start, days }: StayRecord,
  { record, bought, reading }: Rated,
): Statement {
  const offers = new Map(bought.map(({ facts, offer }) => [facts.id, read<Offer>(offer, reading)]));
  const purchases = record.purchases.map(({ offer, at, until }) => ({
    offer,
    at,
    ...(until === undefined ? {} : { until }),
  }));
  const uses = record.uses.toSorted((a, b) => a.at - b.at);
  return rateCard({ offers, purchases, period: { start, days }, local: catalog.country.offsets }, uses);
}

function momentOutside({ start, days }: StayRecord, { purchases, uses }: CardRecord) {
  const [from, until] = [localSecondOf(start), localSecondOf(day(start + days))];
  return [...purchases, ...uses].map(({ at }) => at).find((at) => at < from || at >= until) ?? null;
}

/** The first use that comes before the card is bought or after its base plan is given up; a pack on it may live longer. */
function useWithoutPlan({ record, bought }: ReplayedCard) {
  const bases = new Set(bought.filter(({ facts }) => facts.role === 'base').map(({ facts }) => facts.id));
  const held = record.purchases.filter(({ offer }) => bases.has(offer));
  const isHeld = (at: number) => held.some((plan) => plan.at <= at && (plan.until === undefined || at < plan.until));
  return record.uses.find(({ at }) => !isHeld(at))?.at ?? null;
}

/** Where a card by itself disagrees with its replay. */
export function cardDisagreements(replayed: ReplayedCard, stay: StayRecord): Disagreement[] {
  const { name, record, bought, main, statements } = replayed;
  const expected = main.facts.currency;
  if (record.currency !== expected) return [{ code: 'currency', ...name, found: record.currency, expected }];
  const outside = momentOutside(stay, record);
  const givenUp = outside === null ? useWithoutPlan(replayed) : null;
  return [
    ...(outside === null ? [] : [{ code: 'outside', ...name, at: outside } as const]),
    ...(givenUp === null ? [] : [{ code: 'given-up', ...name, at: givenUp } as const]),
    ...bought.flatMap((each) => purchaseDisagreements(each, replayed)),
    ...(statements ? [...totalDisagreements(replayed, statements), ...unservedBy(name, statements, stay)] : []),
  ];
}

function purchaseDisagreements(each: OfferOnDay, { name, bought }: ReplayedCard): Disagreement[] {
  const { id, role } = each.facts;
  const bases = bought.filter(({ facts }) => facts.role === 'base');
  const isFit = role === 'base' || bases.some((base) => fitsPlan(each.facts, base.facts));
  return [
    ...(isFit ? [] : [{ code: 'misfit', ...name, pack: id } as const]),
    ...(mayBeOnSale(each) ? [] : [{ code: 'closed', offer: id } as const]),
  ];
}

type Statements = NonNullable<ReplayedCard['statements']>;

function totalDisagreements({ name, record }: ReplayedCard, { recorded, middle }: Statements): Disagreement[] {
  const { currency } = record;
  const compare = (code: 'total' | 'recorded', text: string, expected: Money): Disagreement[] => {
    const found = minorUnits(text, currency);
    return found === expected ? [] : [{ code, ...name, found, expected, currency }];
  };
  return [...compare('total', record.total, middle.total), ...compare('recorded', record.recorded, recorded.total)];
}

/** What is refused, has no price or, where that is not accepted, is slowed, at the middle of every price or as recorded. */
function unservedBy(name: CardName, { recorded, middle }: Statements, { needs }: StayRecord): Disagreement[] {
  const counts = (each: Unserved) => each.how !== 'throttled' || !needs.throttleAccepted;
  const found = [unservedIn(middle), unservedIn(recorded)].map((all) => all.filter(counts));
  const most = found.find((all) => all.length > 0) ?? [];
  return most.map((unserved) => ({ code: 'unserved', ...name, unserved }));
}

/** Compares the ledger of a card in an answer with that of its replay, day by day. */
export function ledgerDisagreements({ name, record, statements }: ReplayedCard, choice: ChoiceRecord): Disagreement[] {
  if (!statements) return [];
  const { currency } = record;
  const own = choice.lines.filter(({ card }) => card === name.card);
  const found = sumByDay(own.map(({ at, amount }) => ({ at, amount: minorUnits(amount, currency) })));
  const expected = sumByDay(statements.recorded.lines);
  const days = [...new Set([...found.keys(), ...expected.keys()])].sort((a, b) => a - b);
  return days.flatMap((each) => {
    const sums = { found: found.get(each) ?? (0 as Money), expected: expected.get(each) ?? (0 as Money) };
    return sums.found === sums.expected
      ? []
      : [{ code: 'ledger', day: day(each), ...name, ...sums, currency } as const];
  });
}

function sumByDay(lines: readonly Pick<Line, 'at' | 'amount'>[]): Map<number, Money> {
  const sums = new Map<number, Money>();
  for (const { at, amount } of lines) sums.set(dayOf(at), ((sums.get(dayOf(at)) ?? 0) + amount) as Money);
  return sums;
}
