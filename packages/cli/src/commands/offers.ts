import { findOffer } from '@simwise/advisor';
import type { CompiledCatalog, OfferOnDay } from '@simwise/catalog';
import {
  factAnswer,
  feeText,
  listText,
  nameIn,
  type OfferRow,
  type OfferView,
  offerAnswer,
  offersAnswer,
  type Wording,
} from '@simwise/messages';
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
  const { session, catalog, view } = await openView(terminal, options);
  const answer = offersAnswer(catalog, options, view);
  const { offers } = answer;
  if (options.json) session.json(answer);
  else
    session.print([
      view.wording.messages.command.offers({ count: offers.length }),
      ...indent(tableOf(offers, view.wording)),
    ]);
  return offers.length > 0 ? 0 : 1;
}

function tableOf(rows: readonly OfferRow[], wording: Wording): string[] {
  return formatTable(rows.map(({ id, name, fee, sale, tier }) => [id, fee, saleText(sale, wording), tier ?? '', name]));
}

function saleText(sale: OfferRow['sale'], { messages: { command } }: Wording): string {
  return { open: command.open, closed: command.closed, unknown: command.saleUnknown }[sale];
}

function networkName({ networks }: CompiledCatalog, id: string, { language }: Wording): string {
  const network = networks.find((each) => each.id === id);
  return network ? nameIn(language, network.names) : id;
}

/** `simwise offer ID`: one offer with its versions, rules and sources. */
export async function showOffer(
  terminal: Terminal,
  id: string,
  options: CommonOptions & { on?: string },
): Promise<number> {
  const { session, catalog, view } = await openView(terminal, options);
  if (options.json) session.json(offerAnswer(catalog, id, view));
  else session.print(offerText(catalog, findOffer(catalog, { id }, view.on), view));
  return 0;
}

async function openView(terminal: Terminal, options: CommonOptions & { on?: string }) {
  const session = new Session(terminal, options);
  const catalog = await session.openCatalog();
  const on = options.on === undefined ? session.today(catalog) : readDay(options.on, '--on');
  const view: OfferView = { on, wording: session.wording(catalog), currency: options.currency };
  return { session, catalog, view };
}

function offerText(catalog: CompiledCatalog, found: OfferOnDay, view: OfferView): string[] {
  const { facts, version } = found;
  const { wording } = view;
  const { command, tiers, cards, signs } = wording.messages;
  const answer = factAnswer(catalog, found, wording);
  const codes = Object.entries(facts.codes ?? {}).map(([name, code]) => `${name} ${code}`);
  const networks = (facts.networks ?? []).map((id) => networkName(catalog, id, wording));
  return [
    `${answer.name} (${[facts.id, ...(facts.card ? [cards[facts.card]] : []), saleText(version.sale, wording)].join(signs.comma)})`,
    ...indent([
      wording.labelled(command.price, feeText(catalog, found, view)),
      ...(networks.length > 0 ? [wording.labelled(command.networks, listText(wording.messages, networks))] : []),
      ...(codes.length > 0 ? [wording.labelled(command.codes, codes.join(signs.comma))] : []),
      answer.basis,
      wording.labelled(command.tier, tiers[found.tier]),
      ...(version.notes ? [wording.labelled(command.notes, version.notes)] : []),
      wording.labelled(command.sources),
      ...indent(
        answer.sources.map(
          ({ publisher, address, seen }) => `${publisher}${signs.comma}${address}${seen ? ` (${seen})` : ''}`,
        ),
      ),
    ]),
  ];
}
