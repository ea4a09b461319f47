import { CannotDo, findOffer } from '@simwise/advisor';
import { type CompiledCatalog, type CompiledOffer, type OfferOnDay, offerOn } from '@simwise/catalog';
import { AS_RECORDED, type Cycle, type Day, formatDay, type Offer, read } from '@simwise/engine';
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
  const on = options.on === undefined ? session.today(catalog) : readDay(options.on);
  const wording = session.wording(catalog);
  const rows = catalog.offers
    .filter((offer) => isAsked(offer, options))
    .map((offer) => rowOf(catalog, offer, { on, wording }));
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

type View = { readonly on: Day; readonly wording: Wording };

function rowOf(catalog: CompiledCatalog, offer: CompiledOffer, { on, wording }: View): Row {
  const { id, brand, role, card } = offer;
  const name = wording.offerName(id);
  const base = { id, name, brand, role, card: card ?? null };
  const lookup = offerOn(catalog, id, on);
  if (lookup.is !== 'found') return { ...base, fee: '', sale: 'unknown', tier: null };
  const { found } = lookup;
  return { ...base, fee: feeText(found, wording), sale: found.version.sale, tier: found.tier };
}

function tableOf(rows: readonly Row[]): string[] {
  return formatTable(rows.map(({ id, name, fee, sale, tier }) => [id, fee, sale, tier ?? '', name]));
}

/** The fees of an offer as recorded: `₸1,190.00 / 30 d`. */
function feeText({ facts, offer }: OfferOnDay, wording: Wording): string {
  const { phases } = read<Offer>(offer, AS_RECORDED).terms.fee;
  const texts = phases.map(({ amount, every, times }) => {
    const money = amount === null ? wording.messages.unknown : wording.money(amount, facts.currency);
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
  const on = options.on === undefined ? session.today(catalog) : readDay(options.on);
  const wording = session.wording(catalog);
  const found = findOrExplain(catalog, id, on);
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
  else session.print(offerText(catalog, found, wording));
  return 0;
}

/** An id that was left out on purpose is told with its reason. */
function findOrExplain(catalog: CompiledCatalog, id: string, on: Day): OfferOnDay {
  const left = catalog.leftOut.find((entry) => entry.id === id);
  if (left) throw new CannotDo({ code: 'left-out', id, reason: left.note });
  return findOffer(catalog, { id }, on);
}

function offerText(catalog: CompiledCatalog, found: OfferOnDay, wording: Wording): string[] {
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
      `${command.price}: ${feeText(found, wording)}`,
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
