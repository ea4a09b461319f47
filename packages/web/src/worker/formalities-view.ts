import type { Choice, Outcome } from '@simwise/advisor';
import type { CompiledCatalog } from '@simwise/catalog';
import {
  factText,
  hassleText,
  questionText,
  type SourceAnswer,
  sourceAnswers,
  standingText,
  stepTexts,
  type Wording,
} from '@simwise/messages';
import { choiceTitle } from './choice-view.ts';

/** What the law asks of this person with a choice; null where no choice serves. */
export type FormalitiesView = {
  readonly title: string;
  readonly steps: readonly string[];
  readonly hassle: string;
  readonly outcomes: readonly OutcomeView[];
} | null;

export type OutcomeView = {
  readonly id: string;
  readonly is: Outcome['is'];
  readonly topic: string;
  readonly title: string;
  readonly text: string;
  readonly because: string;
  readonly questions: readonly string[];
  readonly bring: string;
  readonly standing: string;
  readonly sources: readonly SourceAnswer[];
};

export function formalitiesView(catalog: CompiledCatalog, choice: Choice | null, wording: Wording): FormalitiesView {
  if (!choice) return null;
  return {
    title: choiceTitle(choice, wording),
    steps: stepTexts(catalog, choice.steps, wording),
    hassle: hassleText(choice.hassle, wording),
    outcomes: choice.formalities.map((outcome) => outcomeView(catalog, outcome, wording)),
  };
}

function outcomeView(catalog: CompiledCatalog, outcome: Outcome, wording: Wording): OutcomeView {
  const { formalities, signs } = wording.messages;
  const { topics, documents } = formalities;
  const { rule, because } = outcome;
  return {
    id: rule.id,
    is: outcome.is,
    topic: topics[rule.topic],
    title: rule.title[wording.language],
    text: rule.text[wording.language],
    because: because.map((fact) => factText(catalog, fact, wording)).join(signs.semicolon),
    questions: outcome.is === 'unknown' ? outcome.missing.map((fact) => questionText(fact, wording)) : [],
    bring: (rule.bring ?? []).map((document) => documents[document]).join(signs.comma),
    standing: standingText(rule, wording),
    sources: sourceAnswers(catalog, rule.sources),
  };
}
