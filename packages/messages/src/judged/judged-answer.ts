import type { Advice, JudgedChoice, JudgedOver, Regard } from '@simwise/advisor';
import { currencyDecimals, formatDay, formatMinor, money } from '@simwise/engine';

/** What is to be expected of a choice, which its `rank` names; amounts are in the currency of the stay, shares from 0 to 1. */
export type JudgedChoiceAnswer = {
  readonly rank: number;
  /** Choices of one number cannot be told apart. */
  readonly tie: number;
  readonly expected: string;
  readonly p50: string;
  readonly p90: string;
  readonly runsOut: number;
  /** The part of the expected cost that is paid for another choice after running out. */
  readonly rescue: string;
  readonly cheapest: number;
  /** Purchases beyond those of the start, on average. */
  readonly refills: number;
};

/** `price`: what the choice costs more on average than the cheapest. */
export type NamedChoiceAnswer = JudgedChoiceAnswer & { readonly price: string };

export type JudgedAnswer = {
  readonly judged: readonly JudgedChoiceAnswer[];
  readonly named: { readonly [R in Regard]: NamedChoiceAnswer } | null;
  readonly judgedOver: {
    readonly use:
      | { readonly is: 'profile'; readonly assumed: true; readonly spread: { level: number; day: number } }
      | {
          readonly is: 'history';
          readonly days: number;
          readonly gaps: readonly { readonly first: string; readonly last: string }[];
        };
    readonly scenarios: number;
    readonly worlds: number;
    readonly seed: number;
  } | null;
};

export function judgedAnswer({ judged, named, judgedOver, stay }: Advice): JudgedAnswer {
  const decimals = currencyDecimals(stay.currency);
  const decimal: Decimal = (amount) => formatMinor(money(Math.round(amount)), decimals);
  const answerOf = (regard: Regard) =>
    named && { ...choiceAnswer(named[regard].judged, decimal), price: decimal(named[regard].price) };
  const [cheapest, safest, simplest] = [answerOf('cheapest'), answerOf('safest'), answerOf('simplest')];
  return {
    judged: judged.map((each) => choiceAnswer(each, decimal)),
    named: cheapest && safest && simplest && { cheapest, safest, simplest },
    judgedOver: judgedOver && overAnswer(judgedOver),
  };
}

type Decimal = (amount: number) => string;

function choiceAnswer(judged: JudgedChoice, decimal: Decimal): JudgedChoiceAnswer {
  const { choice, tie, runsOut, cheapest, refills } = judged;
  return {
    rank: choice.rank,
    tie,
    expected: decimal(judged.expected),
    p50: decimal(judged.p50),
    p90: decimal(judged.p90),
    runsOut,
    rescue: decimal(judged.rescue),
    cheapest,
    refills,
  };
}

function overAnswer({ use, ...over }: JudgedOver): JudgedAnswer['judgedOver'] {
  if (use.is === 'profile') return { use: { is: 'profile', assumed: true, spread: use.spread }, ...over };
  const gaps = use.gaps.map(({ first, last }) => ({ first: formatDay(first), last: formatDay(last) }));
  return { use: { is: 'history', days: use.days, gaps }, ...over };
}
