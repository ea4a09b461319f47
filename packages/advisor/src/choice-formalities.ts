import type { CompiledCatalog } from '@simwise/catalog';
import type { RatedCard } from './card-plan.ts';
import { judgeFormalities, type Outcome } from './formalities.ts';
import { type HeldCard, isLocalCard, situationOf, type Trip } from './situation.ts';
import { firstDay, type Hassle, hassleOf, type Step, stepsOf } from './steps.ts';
import type { Warning } from './warnings.ts';

/** A rule that warns of a choice, or rules it out (`blocks`); its sentence is the rule's own. */
export type FormalityWarning = { readonly code: 'formality'; readonly rule: string; readonly blocks: boolean };

/** What the law and practice ask of a person for some cards. */
export type ChoiceFormalities = {
  /** Every rule of the country, judged for these cards. */
  readonly formalities: readonly Outcome[];
  readonly steps: readonly Step[];
  readonly hassle: Hassle;
};

type Rated = {
  readonly cards: readonly RatedCard[];
  readonly serves: boolean;
  readonly warnings: readonly Warning[];
};

/** A choice with its formalities: their warnings are added to its own, and one that blocks keeps it from serving. */
export function withFormalities<T extends Rated>(
  catalog: CompiledCatalog,
  choice: T,
  trip: Trip,
): T & ChoiceFormalities {
  const asked = formalitiesOf(catalog, choice.cards, trip);
  const warnings = asked.formalities.flatMap(warningOf);
  const serves = choice.serves && warnings.every(({ blocks }) => !blocks);
  return { ...choice, ...asked, serves, warnings: [...choice.warnings, ...warnings] };
}

export function formalitiesOf(catalog: CompiledCatalog, cards: readonly RatedCard[], trip: Trip): ChoiceFormalities {
  const formalities = judgeFormalities(catalog, situationOf(catalog, trip, cards.map(heldCard)));
  const steps = stepsOf(cards, (card) => isLocalCard(catalog, heldCard(card)), formalities);
  return { formalities, steps, hassle: hassleOf(cards, steps) };
}

function heldCard(card: RatedCard): HeldCard {
  return { offers: card.offers.map(({ facts }) => facts), from: firstDay(card) };
}

/** That the law is not known warns too, once everything about the person is. */
function warningOf(outcome: Outcome): FormalityWarning[] {
  const { id, effect } = outcome.rule;
  const isMet = outcome.is === 'applies' || (outcome.is === 'unknown' && outcome.missing.length === 0);
  if (!isMet || (effect !== 'warning' && effect !== 'blocking')) return [];
  return [{ code: 'formality', rule: id, blocks: effect === 'blocking' && outcome.is === 'applies' }];
}
