import { dayOf, type UsageKind } from '@simwise/engine';
import type { Band, CardForecast, StateOutlook } from '@simwise/keeper';
import { formatDate, rangeText } from '@simwise/messages';
import type { ForeseenWording } from '@simwise/messages/keeper';
import type { TimelineLine, TimelineView } from './keeper-protocol.ts';

type Kind = 'balance' | UsageKind | 'money';

type Speech = { readonly wording: ForeseenWording; readonly currency: string };

/** The balance and the buckets of a card, day by day. */
export function timelineView(forecast: CardForecast, wording: ForeseenWording): TimelineView {
  const { outlook, foreseen, currency, card } = forecast;
  const [first] = outlook?.days ?? [];
  if (!outlook || !first) return { lines: [], rows: [], marks: [] };
  const { days } = outlook;
  const speech = { wording, currency };
  const kinds = kindsIn(days);
  const marks = foreseen.map((each) => ({
    index: dayOf(each.at) - first.day,
    title: wording.title(card.name, each, currency),
    stops: each.stops,
  }));
  return {
    lines: kinds.map((kind) => lineOf(kind, days, speech)),
    rows: days.map((state) => ({
      day: formatDate(wording.messages, state.day),
      texts: kinds.map((kind) => bandText(kind, bandIn(state, kind), speech)),
    })),
    marks: marks.filter(({ index }) => index >= 0 && index < days.length),
  };
}

function kindsIn(days: readonly StateOutlook[]): Kind[] {
  const hasBalance = days.every(({ balance }) => balance !== null);
  return [...(hasBalance ? (['balance'] as const) : []), ...new Set(days.flatMap(({ left }) => left.map(kindOf)))];
}

function kindOf({ kind }: StateOutlook['left'][number]): Kind {
  return kind;
}

const NOTHING: Band = { p10: 0, p50: 0, p90: 0 };

/** What is not there on a day has run out or lapsed. */
function bandIn({ balance, left }: StateOutlook, kind: Kind): Band {
  return (kind === 'balance' ? balance : left.find((each) => each.kind === kind)) ?? NOTHING;
}

function lineOf(kind: Kind, days: readonly StateOutlook[], speech: Speech): TimelineLine {
  const { status, kinds } = speech.wording.keeper;
  const bands = days.map((state) => bandIn(state, kind));
  return {
    name: kind === 'balance' ? status.balance : kinds[kind],
    points: bands.map(({ p10, p50, p90 }) => [p10, p50, p90]),
    most: amountText(kind, Math.max(...bands.map(({ p90 }) => p90)), speech),
  };
}

/** One amount, or from the tenth to the ninetieth of a hundred ways. */
export function bandText(kind: Kind, { p10, p90 }: Band, speech: Speech): string {
  const [low, high] = [amountText(kind, p10, speech), amountText(kind, p90, speech)];
  return rangeText(speech.wording.messages, { low, high });
}

function amountText(kind: Kind, amount: number, { wording, currency }: Speech): string {
  return kind === 'balance' ? wording.money(amount, currency) : wording.volume(kind, amount, currency);
}
