import type { CompiledCatalog } from '@simwise/catalog';
import {
  drawWorlds,
  type History,
  type Judgement,
  type JudgeProgress,
  judgeStepwise,
  type Scenarios,
  type Spread,
  scenariosOfHistory,
  scenariosOfProfile,
} from '@simwise/engine';
import type { Candidate } from './candidates.ts';
import type { ChoiceFormalities } from './choice-formalities.ts';
import type { Stay } from './stay.ts';
import type { FoundCards } from './stay-search.ts';
import { uncertainChoiceOf } from './uncertain-choice.ts';

/** What is known of the use to come: a profile (that of the stay) with a spread, or a history. */
export type KnownUse =
  | { readonly is: 'profile'; readonly spread: Spread }
  | { readonly is: 'history'; readonly history: History };

/** Of a choice, what it takes to act on it: its cards, and what is to be done for them. */
export type FoundChoice = Pick<FoundCards, 'cards' | 'callsOverInternet'> & Pick<ChoiceFormalities, 'steps'>;

export type JudgeStayRequest<T extends FoundChoice = FoundChoice> = {
  readonly stay: Stay;
  readonly choices: readonly T[];
  /** Add-ons that may be bought later, where a plan runs out and the choice itself has nothing to buy again. */
  readonly addOns: readonly Candidate[];
  readonly use: KnownUse;
  readonly seed: number;
  readonly scenarios: number;
};

/** A judgement in minor units of the stay's currency; `of` leads from an id in it to the choice. */
export type StayJudgement<T extends FoundChoice = FoundChoice> = {
  readonly judgement: Judgement;
  readonly of: ReadonlyMap<string, T>;
};

/**
 * Judges choices over scenarios of the stay's use, in steps after which a caller may rest. Of choices made of the same
 * offers only the first is judged. @throws RangeError where there is no choice; CannotDo where a number that is called is none.
 */
export function* judgeStay<T extends FoundChoice>(
  catalog: CompiledCatalog,
  request: JudgeStayRequest<T>,
): Generator<JudgeProgress, StayJudgement<T>> {
  const { stay, choices, addOns, seed } = request;
  const scenarios = scenariosFor(request);
  const streams = scenarios.slots.map(({ stream }) => stream);
  const of = new Map(choices.toReversed().map((choice) => [idOfChoice(choice), choice]));
  const uncertain = [...of].map(([id, choice]) => uncertainChoiceOf(catalog, { id, choice, addOns, stay, streams }));
  const offers = uncertain.flatMap(({ cards }) => cards.flatMap((card) => [...card.offers.values()]));
  const terms = {
    period: scenarios.period,
    local: catalog.country.offsets,
    acceptsThrottle: stay.needs.throttleAccepted,
  };
  const worlds = drawWorlds(offers, seed);
  const judgement = yield* judgeStepwise({ choices: uncertain, scenarios, worlds, terms, count: request.scenarios });
  return { judgement, of };
}

function scenariosFor({ stay, use, seed }: JudgeStayRequest): Scenarios {
  const period = { start: stay.start, days: stay.days };
  if (use.is === 'history') return scenariosOfHistory(use.history, { period, seed });
  return scenariosOfProfile(stay.profile, { period, spread: use.spread, seed });
}

/** A choice by its offers: `plan+pack & esim`, with `~` where calls go over the internet. */
export function idOfChoice({ cards, callsOverInternet }: Pick<FoundChoice, 'cards' | 'callsOverInternet'>): string {
  const offers = cards.map((card) => card.offers.map(({ facts }) => facts.id).join('+')).join(' & ');
  return callsOverInternet ? `~${offers}` : offers;
}
