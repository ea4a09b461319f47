import { convert } from '@simwise/catalog';
import type { Money, MoneyRange } from '@simwise/engine';
import { type Break, breaksOf } from './breaks.ts';
import type { Candidate } from './candidates.ts';
import { middleOf, type RatedCard, rateCardPlan, type StayPeriod, type Unserved } from './card-plan.ts';
import type { ChoiceFormalities } from './choice-formalities.ts';
import type { Reasons } from './ranking.ts';
import type { Stay } from './stay.ts';
import type { ChoiceKind, FoundCards } from './stay-search.ts';
import { isBreaking, type Warning, warningsOf } from './warnings.ts';

export type Choice = ChoiceFormalities & {
  readonly kind: ChoiceKind;
  readonly cards: readonly RatedCard[];
  /** In the currency of the stay. */
  readonly total: MoneyRange;
  /** The total at the middle of every price, rules as recorded, which is what the search compares; a fraction of minor units. */
  readonly cost: number;
  /** Whether every need is met; a choice that does not is listed last and says what is missing. */
  readonly serves: boolean;
  readonly unserved: readonly Unserved[];
  readonly callsOverInternet: boolean;
  /** Place in the ranking, from 1; choices whose ranges overlap with the first of a group share its tie number. */
  readonly rank: number;
  readonly tie: number;
  readonly value: Value;
  readonly breaks: readonly Break[];
  readonly reasons: readonly Reasons[];
  readonly warnings: readonly Warning[];
};

/** A choice that has no place in the ranking yet, and one whose formalities are not judged either. */
export type Draft = Omit<Choice, 'rank' | 'tie' | 'reasons'>;
export type RatedDraft = Omit<Draft, keyof ChoiceFormalities>;

/** Cost for a gigabyte of the data asked for, and for a day, in minor units of the stay's currency, by the middle of the range. */
export type Value = { readonly perGigabyte: number | null; readonly perDay: number };

const GIGABYTE = 2 ** 30;

/** What a choice answers. `guessesNetworks`: a number that is called has its network told by its prefix. */
export type Asked = { readonly stay: Stay; readonly period: StayPeriod; readonly guessesNetworks: boolean };

/** What was found, rated under every reading of its facts. */
export function draftOf({ kind, cards: plans, callsOverInternet, cost }: FoundCards, asked: Asked): RatedDraft {
  const { stay, period, guessesNetworks } = asked;
  const cards = plans.map((plan) => rateCardPlan(plan, period));
  const total = totalOf(cards);
  const unserved = cards
    .flatMap((card) => card.unserved)
    .filter(({ how }) => how !== 'throttled' || !stay.needs.throttleAccepted);
  const warnings = warningsOf({ cards, total, callsOverInternet, unserved, guessesNetworks }, stay);
  const serves = !warnings.some(isBreaking);
  const value = worthOf(total, stay);
  const breaks = breaksOf(cards, stay);
  return { kind, cards, total, cost, serves, unserved, callsOverInternet, value, breaks, warnings };
}

export function mainOffer({ offers }: RatedCard): Candidate {
  return offers[0] as Candidate;
}

/** The totals of all cards in the currency of the stay. */
function totalOf(cards: readonly RatedCard[]): MoneyRange {
  const ranges = cards.map((card) => {
    const { range } = card.statement;
    const { conversion } = mainOffer(card);
    const high = range.high === null ? null : convert(range.high, conversion);
    return { amount: convert(range.amount, conversion), low: convert(range.low, conversion), high };
  });
  const sum = (pick: (range: MoneyRange) => number) => ranges.reduce((total, range) => total + pick(range), 0) as Money;
  const isOpen = ranges.some(({ high }) => high === null);
  return {
    amount: sum(({ amount }) => amount),
    low: sum(({ low }) => low),
    high: isOpen ? null : sum(({ high }) => high ?? 0),
  };
}

function worthOf(total: MoneyRange, { profile, days }: Stay): Value {
  const bytes = profile.reduce(
    (sum, { kind, perDay }) => (kind === 'data' ? sum + (perDay.num / perDay.den) * days : sum),
    0,
  );
  const middle = middleOf(total);
  return { perGigabyte: bytes === 0 ? null : middle / (bytes / GIGABYTE), perDay: middle / days };
}
