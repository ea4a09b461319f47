import { type Advice, type Choice, mainOffer, type ProofScope, type RatedCard, type Stay } from '@simwise/advisor';
import type { CompiledCatalog } from '@simwise/catalog';
import { currencyDecimals, dayOf, formatDay, formatMinor, money } from '@simwise/engine';
import { type RouteAnswer, routeAnswer } from './coverage/coverage-answer.ts';
import {
  type ChoiceFormalitiesAnswer,
  choiceFormalitiesAnswer,
  type FormalityAnswer,
  formalityAnswer,
} from './formalities/formality-answer.ts';
import { type JudgedAnswer, judgedAnswer } from './judged/judged-answer.ts';
import {
  type FactAnswer,
  factAnswer,
  type LineAnswer,
  lineAnswer,
  type TotalAnswer,
  totalAnswer,
} from './price-answer.ts';
import { type ProofAnswer, proofAnswer } from './proof-answer.ts';
import type { Wording } from './wording.ts';

type Coded = { readonly code: string; readonly text: string };

export type ChoiceAnswer = ChoiceFormalitiesAnswer & {
  readonly rank: number;
  readonly tie: number;
  readonly kind: string;
  readonly serves: boolean;
  readonly cards: readonly {
    readonly kind: string;
    readonly offers: readonly { readonly id: string; readonly name: string }[];
    readonly currency: string;
    readonly total: TotalAnswer;
  }[];
  readonly purchases: readonly {
    readonly day: string;
    readonly offer: string;
    readonly name: string;
    readonly card: number;
  }[];
  readonly total: TotalAnswer;
  /** The ledgers of all cards; amounts are in the currency of the card, which `currency` names. */
  readonly lines: readonly (LineAnswer & { readonly card: number; readonly currency: string })[];
  readonly value: { readonly perGigabyte: string | null; readonly perDay: string };
  readonly breaks: readonly Coded[];
  readonly reasons: readonly Coded[];
  /** A warning of a formality names its rule. */
  readonly warnings: readonly (Coded & { readonly rule?: string })[];
  readonly facts: readonly FactAnswer[];
};

export type AdviceAnswer = JudgedAnswer & {
  readonly stay: {
    readonly start: string;
    readonly days: number;
    readonly preset: string;
    readonly currency: string;
    readonly assumed: readonly string[];
    /** At most so many cards. */
    readonly cards: number;
    readonly needs: Stay['needs'];
    /** Networks that no card may run on alone. */
    readonly networks: Stay['networks'];
    readonly device: Pick<Stay['device'], 'esim' | 'simSlots'>;
    /** Units a day (seconds, messages, bytes), each an exact fraction. */
    readonly profile: Stay['profile'];
  };
  readonly compared: {
    readonly offers: number;
    readonly sellers: readonly string[];
    readonly choices: number;
    readonly leftOut: readonly { readonly reason: string; readonly text: string; readonly count: number }[];
  };
  readonly best: {
    readonly overall: ChoiceAnswer | null;
    readonly phone: ChoiceAnswer | null;
    readonly data: ChoiceAnswer | null;
    readonly pair: ChoiceAnswer | null;
  };
  readonly proofs: {
    readonly overall: ProofAnswer | null;
    readonly phone: ProofAnswer | null;
    readonly data: ProofAnswer | null;
    readonly pair: ProofAnswer | null;
  };
  readonly choices: readonly ChoiceAnswer[];
  /** The rules that the choices name, with their sentences and sources. */
  readonly formalities: readonly FormalityAnswer[];
  /** What is known of the networks at the places named; null where none were. */
  readonly coverage: RouteAnswer | null;
};

export function adviceAnswer(catalog: CompiledCatalog, advice: Advice, wording: Wording): AdviceAnswer {
  const { stay, compared, best } = advice;
  const answers = new Map(advice.choices.map((choice) => [choice, choiceAnswer(catalog, choice, { advice, wording })]));
  const of = (choice: Choice | null) => (choice ? (answers.get(choice) ?? null) : null);
  const { start, days, preset, currency, assumed, cards, needs, networks, profile } = stay;
  const { esim, simSlots } = stay.device;
  const device = { esim, simSlots };
  const stage = { currency, period: { start, days }, local: catalog.country.offsets };
  const proofOf = (scope: ProofScope) => {
    const [choice, proof] = [best[scope], advice.proofs[scope]];
    return choice && proof ? proofAnswer(choice, proof, stage) : null;
  };
  return {
    stay: { start: formatDay(start), days, preset, currency, assumed, cards, needs, networks, device, profile },
    compared: { ...compared, leftOut: wording.leftOut(compared.leftOut) },
    best: { overall: of(best.overall), phone: of(best.phone), data: of(best.data), pair: of(best.pair) },
    proofs: { overall: proofOf('overall'), phone: proofOf('phone'), data: proofOf('data'), pair: proofOf('pair') },
    choices: [...answers.values()],
    ...judgedAnswer(advice),
    formalities: catalog.formalities.map((rule) => formalityAnswer(catalog, rule, wording)),
    coverage: advice.route && routeAnswer(advice.route, wording.coverage()),
  };
}

type View = { readonly advice: Advice; readonly wording: Wording };

function choiceAnswer(catalog: CompiledCatalog, choice: Choice, { advice, wording }: View): ChoiceAnswer {
  const { currency } = advice.stay;
  const { rank, tie, kind, serves, cards, total, value } = choice;
  const decimal = (amount: number) => formatMinor(money(Math.round(amount)), currencyDecimals(currency));
  return {
    rank,
    tie,
    kind,
    serves,
    cards: cards.map((card) => cardAnswer(card, wording)),
    purchases: cards.flatMap((card, index) => purchasesOf(card, index, wording)),
    total: totalAnswer(total, currency),
    lines: cards.flatMap((card, index) => linesOf(card, index, wording)),
    value: {
      perGigabyte:
        value.perGigabyte === null || !Number.isFinite(value.perGigabyte) ? null : decimal(value.perGigabyte),
      perDay: Number.isFinite(value.perDay) ? decimal(value.perDay) : '',
    },
    breaks: choice.breaks.map((item) => ({ code: item.code, text: wording.breaks(item) })),
    reasons: choice.reasons.map((reason) => ({ code: reason.code, text: wording.why(reason, currency) })),
    warnings: choice.warnings.map((warning) => ({
      code: warning.code,
      text: wording.warning(warning, advice.route?.facts),
      ...(warning.code === 'formality' ? { rule: warning.rule } : {}),
    })),
    ...choiceFormalitiesAnswer(catalog, choice, wording),
    facts: cards.flatMap((card) => card.offers.map((offer) => factAnswer(catalog, offer, wording))),
  };
}

function cardAnswer(card: RatedCard, wording: Wording): ChoiceAnswer['cards'][number] {
  const { facts } = mainOffer(card);
  const offers = card.offers.map(({ facts: { id } }) => ({ id, name: wording.offerName(id) }));
  return {
    kind: facts.card ?? 'phone',
    offers,
    currency: facts.currency,
    total: totalAnswer(card.statement.range, facts.currency),
  };
}

function purchasesOf({ purchases }: RatedCard, card: number, wording: Wording): ChoiceAnswer['purchases'] {
  return purchases.map(({ offer, at }) => ({ day: formatDay(dayOf(at)), offer, name: wording.offerName(offer), card }));
}

function linesOf(rated: RatedCard, card: number, wording: Wording): ChoiceAnswer['lines'] {
  const { currency } = mainOffer(rated).facts;
  return rated.statement.lines.map((line) => ({ ...lineAnswer(line, currency, wording), card, currency }));
}
