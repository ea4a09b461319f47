import { type CompiledCatalog, convert } from '@simwise/catalog';
import { type Money, sumMoney } from '@simwise/engine';
import {
  type AnswerRecord,
  type ChoiceRecord,
  minorUnits,
  type ProofRecord,
  readProvenAnswer,
  type StayRecord,
} from './answer-record.ts';
import { CannotDo } from './cannot-do.ts';
import { compareCarried } from './carried-use.ts';
import type { Disagreement, ProofScope } from './disagreement.ts';
import { needDisagreements } from './needs-met.ts';
import { numbersIn, seenFromBrand } from './numbers.ts';
import { cardDisagreements, ledgerDisagreements, type ReplayedCard, replayCard } from './replay-card.ts';
import { variantsOf } from './variants.ts';

/** What a replay of one proven choice found; the answer agrees with it where nothing is listed. `cost` is in minor units. */
export type Verdict = {
  readonly scope: ProofScope;
  readonly cost: Money;
  readonly lowerBound: Money;
  readonly currency: string;
  readonly disagreements: readonly Disagreement[];
};

const SCOPES: readonly ProofScope[] = ['overall', 'phone', 'data', 'pair'];

/**
 * Replays every proven choice of an answer (its JSON, parsed) over its stay, with the rating engine and the catalogue
 * alone. What is not replayed is the search: that nothing costs less than the lower bound. @throws CannotDo where it cannot
 * be checked: it is no answer, nothing in it is proven, an offer or a rate of exchange is not in the catalogue.
 */
export function verifyAnswer(catalog: CompiledCatalog, value: unknown): Verdict[] {
  const answer = readProvenAnswer(value);
  const verdicts = SCOPES.flatMap((scope) => {
    const proof = answer.proofs[scope];
    return proof ? [verdictOn(catalog, answer, { scope, proof })] : [];
  });
  if (verdicts.length === 0) throw new CannotDo({ code: 'nothing-proven' });
  return verdicts;
}

type Proven = { readonly scope: ProofScope; readonly proof: ProofRecord };

function verdictOn(catalog: CompiledCatalog, answer: AnswerRecord, { scope, proof }: Proven): Verdict {
  const { stay } = answer;
  const cards = proof.cards.map((card, index) => replayCard(catalog, stay, card, index));
  const choice = answer.best[scope];
  return {
    scope,
    cost: minorUnits(proof.cost, stay.currency),
    lowerBound: minorUnits(proof.lowerBound, stay.currency),
    currency: stay.currency,
    disagreements: [
      ...cards.flatMap((card) => cardDisagreements(card, stay)),
      ...(choice ? choiceDisagreements(cards, choice, stay) : []),
      ...costDisagreements(cards, proof, stay),
      ...boundDisagreements(answer, { scope, proof }),
      ...needDisagreements(cards, proof, stay),
      ...carriedDisagreements(catalog, cards, { proof, stay }),
    ],
  };
}

/** The ledgers that the answer shows, and their sum. */
function choiceDisagreements(
  cards: readonly ReplayedCard[],
  choice: ChoiceRecord,
  { currency }: StayRecord,
): Disagreement[] {
  const found = minorUnits(choice.total.amount, currency);
  const totals = cards.flatMap(({ statements, conversion }) =>
    statements ? [convert(statements.recorded.total, conversion)] : [],
  );
  const expected = sumMoney(totals);
  const isWhole = totals.length === cards.length;
  return [
    ...cards.flatMap((card) => ledgerDisagreements(card, choice)),
    ...(isWhole && found !== expected ? [{ code: 'sum', found, expected, currency } as const] : []),
  ];
}

/** The cost at the middle of every price, as the search adds it up: converted unrounded. */
function costDisagreements(
  cards: readonly ReplayedCard[],
  proof: ProofRecord,
  { currency }: StayRecord,
): Disagreement[] {
  const found = minorUnits(proof.cost, currency);
  let sum = 0;
  for (const { statements, conversion } of cards) {
    if (!statements) return [];
    sum += statements.middle.total * (conversion.ratio.num / conversion.ratio.den);
  }
  const expected = Math.round(sum) as Money;
  return found === expected ? [] : [{ code: 'cost', found, expected, currency }];
}

/** A bound above the cost, a gap that is not their difference, or a bound that another choice of the answer goes below. */
function boundDisagreements({ stay, proofs }: AnswerRecord, { scope, proof }: Proven): Disagreement[] {
  const { currency } = stay;
  const [cost, bound, found] = [proof.cost, proof.lowerBound, proof.gap].map((text) => minorUnits(text, currency)) as [
    Money,
    Money,
    Money,
  ];
  const expected = (cost - bound) as Money;
  const others = scope === 'overall' ? SCOPES.filter((other) => other !== scope) : [];
  const beaten = others.flatMap((by) => {
    const other = proofs[by];
    const otherCost = other ? minorUnits(other.cost, currency) : bound;
    return otherCost < bound ? [{ code: 'beaten', by, cost: otherCost, bound, currency } as const] : [];
  });
  return [
    ...(bound > cost ? [{ code: 'bound', bound, cost, currency } as const] : []),
    ...(found === expected ? [] : [{ code: 'gap', found, expected, currency } as const]),
    ...beaten,
  ];
}

/** Whether the cards carry the use of the stay, all of it and no more. */
function carriedDisagreements(
  catalog: CompiledCatalog,
  cards: readonly ReplayedCard[],
  { proof, stay }: { proof: ProofRecord; stay: StayRecord },
): Disagreement[] {
  const { callsOverInternet } = proof;
  const needs = { ...stay.needs, callsOverInternet };
  const variant = variantsOf(catalog, { ...stay, needs }).at(-1);
  const numbers = numbersIn(stay.profile);
  const carriers = cards.map(({ record, main }) => ({
    uses: record.uses,
    seen: new Map([...seenFromBrand(catalog, numbers, main.facts.brand)].map(([number, { to }]) => [number, to])),
  }));
  return compareCarried(variant?.uses ?? [], carriers);
}
