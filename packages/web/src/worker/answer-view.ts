import type { Advice, Choice, ChoiceKind, PresetName, Stay } from '@simwise/advisor';
import type { CompiledCatalog } from '@simwise/catalog';
import { type Day, day, formatDay, money } from '@simwise/engine';
import { destinationText, formatDate, formatVolume, listText, type Wording } from '@simwise/messages';
import { type ChoiceView, choiceView } from './choice-view.ts';
import { LEADERS, type Leader, leadersOf } from './leaders.ts';

/** An answer as the page shows it: texts in the person's language; choices are named by their place in `choices`. */
export type AnswerView = {
  readonly stay: StayView;
  readonly compared: {
    readonly offers: number;
    readonly sellers: readonly string[];
    readonly combinations: number;
    readonly leftOut: number;
    readonly reasons: readonly { readonly text: string; readonly count: number }[];
  };
  /** The day of the newest evidence in the catalogue. */
  readonly newest: string;
  readonly choices: readonly ChoiceView[];
  readonly best: number | null;
  /** What is proven of the best choice; empty where nothing is. */
  readonly proof: string;
  readonly leaders: readonly { readonly way: Leader; readonly choice: number | null }[];
};

export type StayView = {
  readonly start: string;
  readonly first: string;
  readonly last: string;
  readonly days: number;
  readonly daysText: string;
  /** Bytes of data a day, over all apps. */
  readonly dataPerDay: number;
  /** What is used in a day: `750 MB`, `10 min to other operators`. */
  readonly use: readonly string[];
  readonly assumed: string;
  readonly currency: string;
  readonly preset: PresetName;
};

export type { ChoiceKind, ChoiceView };

/** @throws nothing; everything in an advice has words. */
export function answerView(catalog: CompiledCatalog, advice: Advice, wording: Wording): AnswerView {
  const { compared, choices, best, stay, route } = advice;
  const placeOf = (choice: Choice | null) => (choice ? choices.indexOf(choice) : null);
  const leaders = leadersOf(advice);
  return {
    stay: stayView(stay, wording),
    compared: {
      offers: compared.offers,
      sellers: compared.sellers.map((id) => wording.brandName(id)),
      combinations: compared.choices,
      leftOut: compared.leftOut.length,
      reasons: wording.leftOut(compared.leftOut),
    },
    newest: formatDate(wording.messages, catalog.newestEvidence),
    choices: choices.map((choice) => choiceView(catalog, choice, { stay, wording, facts: route?.facts })),
    best: placeOf(best.overall),
    proof: proofText(advice, wording),
    leaders: LEADERS.map((way) => ({ way, choice: placeOf(leaders[way]) })),
  };
}

function proofText({ proofs, stay }: Advice, wording: Wording): string {
  const { proven, gap } = wording.messages.web.answer;
  const certificate = proofs.overall;
  if (!certificate) return '';
  const most = Math.ceil(certificate.gap);
  return most <= 0 ? proven : gap({ amount: wording.money(money(most), stay.currency) });
}

function stayView({ start, days, profile, preset, currency, assumed }: Stay, wording: Wording): StayView {
  const { messages } = wording;
  const { fields } = messages.command;
  const data = profile.filter(({ kind }) => kind === 'data');
  return {
    start: formatDay(start),
    first: formatDate(messages, start),
    last: formatDate(messages, day(start + days - 1) as Day),
    days,
    daysText: messages.units.days(days),
    dataPerDay: data.reduce((sum, { perDay }) => sum + perDay.num / perDay.den, 0),
    use: profile.map((part) => useText(part, wording)),
    assumed: listText(
      messages,
      assumed.map((field) => fields[field as keyof typeof fields]),
    ),
    currency,
    preset,
  };
}

function useText({ kind, to, app, perDay }: Stay['profile'][number], { messages }: Wording): string {
  const volume = formatVolume(messages, kind, Math.round((perDay.num / perDay.den) * 30) / 30);
  const what = kind === 'data' ? (app ?? '') : destinationText(messages, to);
  return what === '' ? volume : `${volume} (${what})`;
}
