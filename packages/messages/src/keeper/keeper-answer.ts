import type { CompiledCatalog } from '@simwise/catalog';
import { currencyDecimals, formatDay, formatLocal, formatMinor, type Money, type MoneyRange } from '@simwise/engine';
import {
  type Action,
  type Band,
  brandOf,
  type CardForecast,
  type DayBand,
  type Foreseen,
  type ReplyReading,
  type StateOutlook,
} from '@simwise/keeper';
import type { ForeseenWording } from './foreseen-wording.ts';

/** A card as programs read it: decimal money, ISO days and times on the clock of the country; bands are P10, P50, P90. */
export type KeptCardAnswer = {
  readonly id: string;
  readonly name: string;
  readonly brand: string | null;
  readonly currency: string;
  readonly offers: readonly { readonly offer: string; readonly name: string; readonly start: string }[];
  readonly now: StateAnswer | null;
  readonly days: readonly StateAnswer[];
  readonly use: readonly {
    readonly kind: string;
    readonly perDay: number;
    readonly by: string;
    readonly days: number;
  }[];
  readonly foreseen: readonly ForeseenAnswer[];
  readonly doubts: readonly { readonly entry: number; readonly text: string }[];
  readonly history: readonly EntryAnswer[];
};

type MoneyBand = { readonly p10: string; readonly p50: string; readonly p90: string };

export type StateAnswer = {
  readonly day: string;
  readonly balance: MoneyBand | null;
  readonly left: readonly (Band & { readonly kind: string })[];
};

export type ForeseenAnswer = {
  readonly key: string;
  readonly code: Foreseen['code'];
  readonly at: string;
  readonly stops: boolean;
  readonly title: string;
  readonly text: string;
  readonly days: { readonly p10: string | null; readonly p50: string | null; readonly p90: string | null } | null;
  readonly amount: { readonly amount: string; readonly low: string; readonly high: string | null } | null;
  readonly need: { readonly low: string; readonly high: string | null } | null;
  readonly action: ActionAnswer | null;
};

export type ActionAnswer = {
  readonly do: Action['do'];
  readonly offer: string | null;
  readonly code: string | null;
  readonly on: string | null;
  readonly times: number;
  readonly topUp: string | null;
  readonly cost: string;
  readonly saves: boolean;
  readonly text: string;
};

export type EntryAnswer = { readonly id: number; readonly at: string; readonly text: string; readonly undone: boolean };

export function keptCardAnswer(
  catalog: CompiledCatalog,
  forecast: CardForecast,
  wording: ForeseenWording,
): KeptCardAnswer {
  const { card, currency, outlook, foreseen } = forecast;
  return {
    id: card.id,
    name: card.name,
    brand: brandOf(catalog, card) ?? null,
    currency,
    offers: card.offers.map(({ offer, start }) => ({ offer, name: wording.offer(offer), start })),
    now: outlook ? stateAnswer(outlook.now, currency) : null,
    days: (outlook?.days ?? []).map((state) => stateAnswer(state, currency)),
    use: usesIn(forecast).map(({ kind, perDay, by, days }) => ({ kind, perDay: Math.round(perDay), by, days })),
    foreseen: foreseen.map((each) => foreseenAnswer(each, forecast, wording)),
    doubts: forecast.doubts.map((each) => ({ entry: each.entry, text: wording.cardDoubt(each, currency) })),
    history: historyAnswer(forecast, wording),
  };
}

/** What is believed of a card's use, spending that no use explains included. */
export function usesIn({ outlook }: CardForecast) {
  if (!outlook) return [];
  return [...outlook.use.daily, ...(outlook.use.spending ? [outlook.use.spending] : [])];
}

export function historyAnswer(
  { card, currency }: Pick<CardForecast, 'card' | 'currency'>,
  wording: ForeseenWording,
): EntryAnswer[] {
  return card.entries.map((entry) => ({
    id: entry.id,
    at: entry.at,
    text: wording.entry(entry, currency),
    undone: entry.undone === true,
  }));
}

function decimal(amount: number, currency: string): string {
  return formatMinor(Math.round(amount) as Money, currencyDecimals(currency));
}

function stateAnswer({ day, balance, left }: StateOutlook, currency: string): StateAnswer {
  return { day: formatDay(day), balance: balance ? moneyBand(balance, currency) : null, left };
}

function moneyBand({ p10, p50, p90 }: Band, currency: string): MoneyBand {
  return { p10: decimal(p10, currency), p50: decimal(p50, currency), p90: decimal(p90, currency) };
}

function foreseenAnswer(
  foreseen: Foreseen,
  { card, currency }: CardForecast,
  wording: ForeseenWording,
): ForeseenAnswer {
  const { key, code, at, stops, action } = foreseen;
  return {
    key,
    code,
    at: formatLocal(at),
    stops,
    title: wording.title(card.name, foreseen, currency),
    text: wording.details(foreseen, currency),
    days: 'days' in foreseen && typeof foreseen.days === 'object' ? daysAnswer(foreseen.days) : null,
    amount: foreseen.code === 'charge' ? rangeAnswer(foreseen.amount, currency) : null,
    need: foreseen.code === 'charge' && foreseen.need ? needAnswer(foreseen.need, currency) : null,
    action: action ? actionAnswer(action, currency, wording) : null,
  };
}

function daysAnswer({ p10, p50, p90 }: DayBand) {
  const text = (day: DayBand['p10']) => (day === null ? null : formatDay(day));
  return { p10: text(p10), p50: text(p50), p90: text(p90) };
}

function rangeAnswer({ amount, low, high }: MoneyRange, currency: string) {
  return { amount: decimal(amount, currency), ...needAnswer({ low, high }, currency) };
}

function needAnswer({ low, high }: Pick<MoneyRange, 'low' | 'high'>, currency: string) {
  return { low: decimal(low, currency), high: high === null ? null : decimal(high, currency) };
}

function actionAnswer(action: Action, currency: string, wording: ForeseenWording): ActionAnswer {
  const { do: what, offer, code, on, times, topUp, cost, saves } = action;
  return {
    do: what,
    offer: offer ?? null,
    code: code ?? null,
    on: on === undefined ? null : formatDay(on),
    times: times ?? 0,
    topUp: topUp === null ? null : decimal(topUp, currency),
    cost: decimal(cost, currency),
    saves,
    text: wording.action(action, currency).join(wording.sentenceGap),
  };
}

/** A reply as it was read, to be shown back. */
export type ReplyAnswer = {
  readonly balance: string | null;
  readonly left: ReplyReading['left'];
  readonly numbers: ReplyReading['numbers'];
  readonly isTaught: boolean;
  readonly text: readonly string[];
  readonly doubts: readonly { readonly code: string; readonly text: string }[];
};

export function replyAnswer(reading: ReplyReading, currency: string, wording: ForeseenWording): ReplyAnswer {
  const { balance, left, numbers, isTaught, doubts } = reading;
  const told = doubts.map((doubt) => ({ code: doubt.code, text: wording.doubt(doubt) }));
  return { balance: balance ?? null, left, numbers, isTaught, text: wording.reading(reading, currency), doubts: told };
}
