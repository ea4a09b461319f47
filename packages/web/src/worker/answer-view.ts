import {
  type Advice,
  type Choice,
  type ChoiceKind,
  type PresetName,
  REGARDS,
  type Regard,
  type Stay,
} from '@simwise/advisor';
import type { CompiledCatalog } from '@simwise/catalog';
import { type Day, day, formatDay, money } from '@simwise/engine';
import {
  destinationText,
  formatDate,
  formatVolume,
  judgedOverText,
  judgedTexts,
  listText,
  priceOfRegard,
  type Wording,
} from '@simwise/messages';
import { type ChoiceView, choiceView } from './choice-view.ts';
import { expectedUse } from './keeper/expected-use.ts';
import type { ExpectedUse } from './keeper/keeper-protocol.ts';
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
  readonly choices: readonly JudgedChoiceView[];
  readonly best: number | null;
  /** What is proven of the best choice; empty where nothing is. */
  readonly proof: string;
  readonly leaders: readonly LeaderView[];
  /** Over which ways the use may turn out the choices were judged. */
  readonly judgedOver: readonly string[];
  /** Whether it holds the best of each kind alone; the others are still being compared. */
  readonly isPart: boolean;
};

/** A choice and all ways in which it is the best; null where none is. `prices`: what certainty or simplicity costs. */
export type LeaderView = {
  readonly ways: readonly Leader[];
  readonly choice: number | null;
  readonly prices: readonly string[];
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
  /** The same for the keeper. */
  readonly expected: ExpectedUse;
  readonly assumed: string;
  readonly currency: string;
  readonly preset: PresetName;
};

/** `expected`: its cost over the ways the use may turn out, in sentences. */
export type JudgedChoiceView = ChoiceView & { readonly expected: readonly string[] };

export type { ChoiceKind };

/** @throws nothing; everything in an advice has words. */
export function answerView(
  catalog: CompiledCatalog,
  { advice, isPart }: { readonly advice: Advice; readonly isPart: boolean },
  wording: Wording,
): AnswerView {
  const { compared, choices, best, stay, route, judgedOver } = advice;
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
    choices: choices.map((choice) => ({
      ...choiceView(catalog, choice, { stay, wording, facts: route?.facts }),
      expected: expectedTexts(choice, advice, wording),
    })),
    best: placeIn(choices, best.overall),
    proof: proofText(advice, wording),
    leaders: leaderViews(advice, wording),
    judgedOver: judgedOver ? judgedOverText(judgedOver, wording) : [],
    isPart,
  };
}

function placeIn(choices: readonly Choice[], choice: Choice | null): number | null {
  return choice ? choices.indexOf(choice) : null;
}

/** What is to be expected of a choice over the ways the use may turn out; nothing of one that was not judged. */
function expectedTexts(choice: Choice, { judged, stay }: Advice, wording: Wording): string[] {
  const found = judged.find((each) => each.choice === choice);
  return found ? judgedTexts(found, { wording, currency: stay.currency }) : [];
}

function leaderViews(advice: Advice, wording: Wording): LeaderView[] {
  const leaders = leadersOf(advice);
  const { named, choices, stay } = advice;
  const priceOf = (regard: Regard) =>
    named ? priceOfRegard(regard, named[regard], { wording, currency: stay.currency }) : '';
  const places = [...new Set(LEADERS.map((way) => placeIn(choices, leaders[way])))];
  return places.map((choice) => {
    const ways = LEADERS.filter((way) => placeIn(choices, leaders[way]) === choice);
    const prices = REGARDS.filter((regard) => ways.includes(regard)).map(priceOf);
    return { ways, choice, prices: prices.filter((price) => price !== '') };
  });
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
    expected: expectedUse(profile),
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
  return what === '' ? volume : `${volume}${messages.signs.inBrackets({ text: what })}`;
}
