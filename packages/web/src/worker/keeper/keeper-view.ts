import { type CompiledCatalog, type CompiledOffer, fitsPlan, mayBeOnSale, offerOn } from '@simwise/catalog';
import { type Day, dayOf, formatDay } from '@simwise/engine';
import { type CardForecast, type Foreseen, forecastCard, type Keeper, remindersOf } from '@simwise/keeper';
import { labelled } from '@simwise/messages';
import { type ForeseenWording, historyAnswer, usesIn } from '@simwise/messages/keeper';
import type { Moment } from './keeper-changes.ts';
import type { CardView, KeeperView } from './keeper-protocol.ts';
import { bandText, timelineView } from './timeline-view.ts';

type Desk = Moment & { readonly wording: ForeseenWording };

/** Everything the keeper's page shows. A forecast of a card takes some hundred milliseconds. */
export function keeperView(keeper: Keeper, { catalog, now, wording }: Desk): KeeperView {
  const today = dayOf(now);
  const plans = catalog.offers.filter((facts) => facts.role === 'base' && isSold(catalog, facts, today));
  const forecasts = keeper.cards.map((card) => forecastCard(catalog, card, { now }));
  const told = { keeper: keeper.id, rules: keeper.alerts, now, speaker: wording.reminderSpeaker() };
  return {
    today: formatDay(today),
    cards: forecasts.map((forecast) => cardView(forecast, packsOf(catalog, forecast, today), wording)),
    plans: named(plans, wording),
    alerts: keeper.alerts,
    reminders: forecasts.flatMap((forecast) => remindersOf(catalog, forecast, told)),
  };
}

function isSold(catalog: CompiledCatalog, { id }: CompiledOffer, on: Day): boolean {
  const lookup = offerOn(catalog, id, on);
  return lookup.is === 'found' && mayBeOnSale(lookup.found);
}

function packsOf(catalog: CompiledCatalog, { card }: CardForecast, on: Day): CompiledOffer[] {
  const held = new Set(card.offers.map(({ offer }) => offer));
  const plan = catalog.offers.find(({ id, role }) => role === 'base' && held.has(id));
  if (!plan) return [];
  return catalog.offers.filter((facts) => facts.role !== 'base' && fitsPlan(facts, plan) && isSold(catalog, facts, on));
}

function named(offers: readonly CompiledOffer[], wording: ForeseenWording): KeeperView['plans'] {
  const { locale } = wording.messages;
  return offers.map(({ id }) => ({ id, name: wording.offer(id) })).sort((a, b) => a.name.localeCompare(b.name, locale));
}

function cardView(forecast: CardForecast, packs: readonly CompiledOffer[], wording: ForeseenWording): CardView {
  const { card, currency, outlook, foreseen, doubts } = forecast;
  const { status } = wording.keeper;
  const next = firstToDo(foreseen);
  const balance = outlook?.now.balance;
  return {
    id: card.id,
    name: card.name,
    offers: card.offers.map(({ offer }) => wording.offer(offer)),
    currency,
    isOnRecord: outlook !== null,
    balance: balance ? bandText('balance', balance, { wording, currency }) : status.balanceUnknown,
    left: (outlook?.now.left ?? []).map((left) =>
      labelled(wording.messages, wording.keeper.kinds[left.kind], bandText(left.kind, left, { wording, currency })),
    ),
    use: usesIn(forecast).map((use) => wording.use(use, currency)),
    doubts: doubts.map((doubt) => wording.cardDoubt(doubt, currency)),
    next: next ? wording.details(next, currency) : status.nothingAhead,
    ahead: foreseen.map((each) => ({ key: each.key, text: wording.details(each, currency), stops: each.stops })),
    timeline: timelineView(forecast, wording),
    history: historyOf(forecast, wording),
    packs: named(packs, wording),
  };
}

function firstToDo(foreseen: readonly Foreseen[]): Foreseen | undefined {
  return foreseen.find(({ action }) => action && action.do !== 'nothing') ?? foreseen.find(({ stops }) => stops);
}

/** The newest first. */
function historyOf(forecast: CardForecast, wording: ForeseenWording): CardView['history'] {
  const entries = historyAnswer(forecast, wording).toReversed();
  return entries.map(({ id, at, text, undone }) => ({ id, time: wording.time(at), text, isUndone: undone }));
}
