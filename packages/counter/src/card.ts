import type { CompiledCatalog, Language } from '@simwise/catalog';
import { askedParts, needsVisit, stepItems } from './asked-parts.ts';
import { onlineParts } from './online-parts.ts';
import { orderOf } from './order.ts';
import type { Part } from './part.ts';
import { qrText } from './qr.ts';
import type { CounterRequest } from './request.ts';
import { type Said, say } from './said.ts';
import { shopParts } from './shop-parts.ts';

/** A card to show at the counter, or to follow at home where no shop is needed. It holds nothing about its bearer. */
export type CounterCard = {
  readonly reader: Language;
  /** The reader's language where it is none of the counter's: it stands beneath them, smaller. */
  readonly beneath: Language | null;
  readonly needsShop: boolean;
  readonly title: Said;
  readonly hello: Said;
  readonly parts: readonly Part[];
  readonly thanks: Said;
  /** What the QR code says. */
  readonly qr: string;
};

/** The card for an order, in the languages of the country with the reader's beneath. */
export function counterCard(catalog: CompiledCatalog, request: CounterRequest, reader: Language): CounterCard {
  const orders = request.cards.map((card) => orderOf(catalog, card, request.on));
  const shops = orders.filter(({ where }) => where === 'shop');
  const online = orders.filter(({ where }) => where !== 'shop');
  const steps = stepItems(catalog, request.rules, [reader]);
  const needsShop = shops.length > 0;
  const goesOut = needsShop || (online.some(({ where }) => where === 'app') && needsVisit(catalog, request.rules));
  const spoken = needsShop ? [...new Set([...catalog.country.languages, reader])] : [reader];
  const parts = [
    ...shops.flatMap((order) => shopParts(order, spoken)),
    ...(needsShop ? askedParts(catalog, request, spoken) : []),
    ...online.flatMap((order) => onlineParts(order, [reader], steps)),
  ];
  return {
    reader,
    beneath: needsShop && !catalog.country.languages.includes(reader) ? reader : null,
    needsShop,
    title: say(spoken, (texts) => (goesOut ? texts.title : texts.titleWithoutShop)),
    hello: needsShop ? say(spoken, ({ hello }) => hello) : [],
    parts,
    thanks: needsShop ? say(spoken, ({ thanks }) => thanks) : [],
    qr: qrText(parts),
  };
}
