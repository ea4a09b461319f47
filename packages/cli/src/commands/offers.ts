import { findOffer, noRate } from '@simwise/advisor';
import {
  type CompiledCatalog,
  type CompiledOffer,
  conversionOn,
  convert,
  type OfferOnDay,
  offerOn,
} from '@simwise/catalog';
import { AS_RECORDED, type Cycle, type Day, formatDay, type Money, type Offer, read } from '@simwise/engine';
import { factAnswer, listText, type Wording } from '@simwise/messages';
import { readDay } from '../read-option.ts';
import { type CommonOptions, Session, type Terminal } from '../session.ts';
import { formatTable, indent } from '../table.ts';

export type OffersOptions = CommonOptions & {
  readonly brand?: string;
  readonly card?: string;
  readonly onSale?: boolean;
  readonly on?: string;
};

/** `simwise offers`: what is on record. */
export async function listOffers(terminal: Terminal, options: OffersOptions): Promise<number> {
  const session = new Session(terminal, options);
  const catalog = await session.openCatalog();
  const on = options.on === undefined ? session.today(catalog) : readDay(options.on, '--on');
  const wording = session.wording(catalog);
  const view = { on, wording, changed: changeTo(catalog, options.currency, { on, wording }) };
  const rows = catalog.offers.filter((offer) => isAsked(offer, options)).map((offer) => rowOf(catalog, offer, view));
  const shown = options.onSale ? rows.filter(({ sale }) => sale !== 'closed') : rows;
  if (options.json) session.json({ day: formatDay(on), offers: shown });
  else session.print([wording.messages.command.offers({ count: shown.length }), ...indent(tableOf(shown))]);
  return shown.length > 0 ? 0 : 1;
}

function isAsked(offer: CompiledOffer, { brand, card }: OffersOptions): boolean {
  return (
    (brand === undefined || offer.brand === brand) && (card === undefined || offer.card === card || offer.role === card)
  );
}

type Row = {
  readonly id: string;
  readonly name: string;
  readonly brand: string;
  readonly role: string;
  readonly card: string | null;
  readonly fee: string;
  readonly sale: string;
  readonly tier: string | null;
};

type View = { readonly on: Day; readonly wording: Wording; readonly changed: Change };

/** An amount in a currency as it is to be shown. */
type Change = (amount: Money, currency: string) => string;

/** Shows amounts in the currency asked for, at the rate of a day, or in their own where none leads to it. */
function changeTo(
  catalog: CompiledCatalog,
  wanted: string | undefined,
  { on, wording }: Omit<View, 'changed'>,
): Change {
  const { currency: own } = catalog.country;
  if (wanted !== undefined && !conversionOn(catalog, own, wanted, on)) throw noRate(catalog, own, wanted);
  return (amount, currency) => {
    const conversion = wanted === undefined ? null : conversionOn(catalog, currency, wanted, on);
    return conversion ? wording.money(convert(amount, conversion), conversion.to) : wording.money(amount, currency);
  };
}

function rowOf(catalog: CompiledCatalog, offer: CompiledOffer, { on, wording, changed }: View): Row {
  const { id, brand, role, card } = offer;
  const name = wording.offerName(id);
  const base = { id, name, brand, role, card: card ?? null };
  const lookup = offerOn(catalog, id, on);
  if (lookup.is !== 'found') return { ...base, fee: '', sale: 'unknown', tier: null };
  const { found } = lookup;
  return { ...base, fee: feeText(found, { wording, changed }), sale: found.version.sale, tier: found.tier };
}

function tableOf(rows: readonly Row[]): string[] {
  return formatTable(rows.map(({ id, name, fee, sale, tier }) => [id, fee, sale, tier ?? '', name]));
}

/** The fees of an offer as recorded, in the currency asked for: `₸1,190.00 / 30 d`. */
function feeText({ facts, offer }: OfferOnDay, { wording, changed }: Omit<View, 'on'>): string {
  const { phases } = read<Offer>(offer, AS_RECORDED).terms.fee;
  const texts = phases.map(({ amount, every, times }) => {
    const money = amount === null ? wording.messages.unknown : changed(amount, facts.currency);
    return `${money}${spanText(every)}${times !== null && times > 1 ? ` × ${times}` : ''}`;
  });
  return texts.join(', ');
}

function spanText(every: Cycle): string {
  if (every.unit === 'days') return ` / ${every.count} d`;
  if (every.unit === 'months') return ` / ${every.count} mo`;
  return every.unit === 'calendar-month' ? ' / 1 mo' : '';
}

/** `simwise offer ID`: one offer with its versions, rules and sources. */
export async function showOffer(
  terminal: Terminal,
  id: string,
  options: CommonOptions & { on?: string },
): Promise<number> {
  const session = new Session(terminal, options);
  const catalog = await session.openCatalog();
  const on = options.on === undefined ? session.today(catalog) : readDay(options.on, '--on');
  const wording = session.wording(catalog);
  const found = findOffer(catalog, { id }, on);
  const terms = read<Offer>(found.offer, AS_RECORDED).terms;
  const answer = {
    ...factAnswer(catalog, found, wording),
    brand: found.facts.brand,
    role: found.facts.role,
    card: found.facts.card ?? null,
  };
  const details = {
    currency: found.facts.currency,
    terms,
    notes: found.version.notes ?? null,
    codes: found.facts.codes ?? {},
  };
  if (options.json) session.json({ ...answer, ...details });
  else
    session.print(
      offerText(catalog, found, { on, wording, changed: changeTo(catalog, options.currency, { on, wording }) }),
    );
  return 0;
}

function offerText(catalog: CompiledCatalog, found: OfferOnDay, { wording, changed }: View): string[] {
  const { command, tiers, cards } = wording.messages;
  const { facts, version } = found;
  const answer = factAnswer(catalog, found, wording);
  const sale = { open: command.open, closed: command.closed, unknown: command.saleUnknown }[version.sale];
  const codes = Object.entries(facts.codes ?? {}).map(([name, code]) => `${name} ${code}`);
  const networks = (facts.networks ?? []).map(
    (id) => catalog.networks.find((network) => network.id === id)?.names.en ?? id,
  );
  return [
    `${answer.name} (${facts.id}${facts.card ? `, ${cards[facts.card]}` : ''}, ${sale})`,
    ...indent([
      `${command.price}: ${feeText(found, { wording, changed })}`,
      ...(networks.length > 0 ? [`${command.networks}: ${listText(wording.messages, networks)}`] : []),
      ...(codes.length > 0 ? [`${command.codes}: ${codes.join(', ')}`] : []),
      answer.basis,
      `${command.tier}: ${tiers[found.tier]}`,
      ...(version.notes ? [`${command.notes}: ${version.notes}`] : []),
      `${command.sources}:`,
      ...indent(
        answer.sources.map(({ publisher, address, seen }) => `${publisher}, ${address}${seen ? ` (${seen})` : ''}`),
      ),
    ]),
  ];
}
