import type { Language } from '@simwise/catalog';
import { listText, nameIn } from '@simwise/messages';
import { MESSAGES } from '@simwise/messages/all';
import { type Order, orderName, priceText, type Speaker, sellerName } from './order.ts';
import { activation, type Item, type Part } from './part.ts';
import { type Said, say } from './said.ts';

/** What to do where no shop is needed, in the reader's language. `steps`: what the rules ask when a card is taken. */
export function onlineParts(order: Order, languages: readonly Language[], steps: readonly Item[]): Part[] {
  const seller = sellerName(order);
  const heading = say(languages, ({ esim, app, home }) => {
    if (order.where === 'online') return esim.noShop;
    return order.where === 'app' ? app.order({ app: seller }) : home.order({ seller });
  });
  return [{ id: 'online', heading, items: [...itemsOf(order, languages, steps), ...againItems(order, languages)] }];
}

function itemsOf(order: Order, languages: readonly Language[], steps: readonly Item[]): Item[] {
  if (order.where === 'online') return esimItems(order, languages);
  return order.where === 'app' ? appItems(order, languages, steps) : homeItems(order, languages);
}

function againItems(order: Order, languages: readonly Language[]): Item[] {
  const again = order.where === 'app' ? order.later : [...order.packs, ...order.later];
  if (again.length === 0) return [];
  return [
    { said: say(languages, ({ esim }) => esim.again) },
    ...again.map((offer) => ({ name: orderName(order, offer) })),
  ];
}

function appItems(order: Order, languages: readonly Language[], steps: readonly Item[]): Item[] {
  return [
    { name: orderName(order, order.plan), note: priceSaid(order, languages) },
    ...order.packs.map((pack) => ({ name: orderName(order, pack) })),
    { said: say(languages, ({ app }) => app.nothingElse) },
    ...steps,
  ];
}

function esimItems(order: Order, languages: readonly Language[]): Item[] {
  const seller = sellerName(order);
  const facts = say(
    languages,
    (texts, language) =>
      `${priceText(order, order.plan, { texts, language })} ${networkText(order, { texts, language })}`,
  );
  return [
    { said: say(languages, ({ esim }) => esim.buy({ seller })) },
    { name: orderName(order, order.plan), note: facts },
    { said: say(languages, ({ esim }) => esim.before) },
    { said: say(languages, ({ esim }) => esim.install) },
    { said: say(languages, ({ esim }) => esim.arrival) },
  ];
}

function networkText({ catalog, plan }: Order, { texts, language }: Speaker): string {
  const names = (plan.networks ?? []).map((id) =>
    nameIn(language, catalog.networks.find((network) => network.id === id)?.names ?? {}),
  );
  if (names.length === 0) return texts.esim.networkUnknown;
  return texts.esim.networks({ networks: listText(MESSAGES[language], names) });
}

function homeItems(order: Order, languages: readonly Language[]): Item[] {
  const { plan } = order;
  return [
    { name: orderName(order, plan), ...activation(plan.codes), note: priceSaid(order, languages) },
    { said: say(languages, ({ home }) => home.arrival) },
  ];
}

function priceSaid(order: Order, languages: readonly Language[]): Said {
  return say(languages, (texts, language) => priceText(order, order.plan, { texts, language }));
}
