import type { ChoiceFormalities, Fact, Outcome, Step } from '@simwise/advisor';
import type { CompiledCatalog, Formality } from '@simwise/catalog';
import { formatDay } from '@simwise/engine';
import { type SourceAnswer, sourceAnswers } from '../source-answer.ts';
import type { Wording } from '../wording.ts';
import { factText, questionText, stepText } from './wording.ts';

/** A rule as programs read it. */
export type FormalityAnswer = {
  readonly id: string;
  readonly topic: string;
  readonly effect: string;
  readonly status: string;
  readonly confidence: string;
  readonly since: string | null;
  readonly seen: { readonly from: string; readonly to: string } | null;
  readonly title: string;
  readonly text: string;
  readonly bring: readonly string[];
  readonly sources: readonly SourceAnswer[];
};

type ReasonAnswer = { readonly fact: string; readonly is: boolean | number | string | null; readonly text: string };

/** How a rule stands for one person; `missing` holds questions, `law` says that the law itself is not known. */
export type OutcomeAnswer = {
  readonly rule: string;
  readonly outcome: Outcome['is'];
  readonly because: readonly ReasonAnswer[];
  readonly missing: readonly ReasonAnswer[];
  readonly law: 'draft' | 'unknown' | null;
};

export type StepAnswer = {
  readonly code: string;
  readonly day: string;
  readonly by: string | null;
  readonly card: number | null;
  readonly offer: string | null;
  readonly rule: string | null;
  readonly text: string;
};

/** What a choice asks of a person; rules that do not apply are left out. */
export type ChoiceFormalitiesAnswer = {
  readonly steps: readonly StepAnswer[];
  readonly hassle: { readonly cards: number; readonly steps: number; readonly points: number };
  readonly formalities: readonly OutcomeAnswer[];
};

export function formalityAnswer(catalog: CompiledCatalog, rule: Formality, { language }: Wording): FormalityAnswer {
  const { id, topic, effect, status, confidence, since, seen, title, text, bring = [], sources } = rule;
  return {
    id,
    topic,
    effect,
    status,
    confidence,
    since: since === undefined ? null : formatDay(since),
    seen: seen ? { from: formatDay(seen[0]), to: formatDay(seen[1]) } : null,
    title: title[language],
    text: text[language],
    bring,
    sources: sourceAnswers(catalog, sources),
  };
}

export function outcomeAnswer(catalog: CompiledCatalog, outcome: Outcome, wording: Wording): OutcomeAnswer {
  const reason = (fact: Fact, text: string): ReasonAnswer => ({ fact: fact.fact, is: fact.is, text });
  const isUnknown = outcome.is === 'unknown';
  return {
    rule: outcome.rule.id,
    outcome: outcome.is,
    because: outcome.because.map((fact) => reason(fact, factText(catalog, fact, wording))),
    missing: isUnknown ? outcome.missing.map((fact) => reason(fact, questionText(fact, wording))) : [],
    law: isUnknown ? outcome.law : null,
  };
}

export function stepAnswer(catalog: CompiledCatalog, step: Step, wording: Wording): StepAnswer {
  const isFormality = step.code === 'formality';
  return {
    code: step.code,
    day: formatDay(step.day),
    by: isFormality && step.by !== null ? formatDay(step.by) : null,
    card: isFormality ? null : step.card,
    offer: isFormality ? null : step.offer,
    rule: isFormality ? step.rule : null,
    text: stepText(catalog, step, wording),
  };
}

export function choiceFormalitiesAnswer(
  catalog: CompiledCatalog,
  { steps, hassle, formalities }: ChoiceFormalities,
  wording: Wording,
): ChoiceFormalitiesAnswer {
  const asked = formalities.filter(({ is }) => is !== 'does-not-apply');
  return {
    steps: steps.map((step) => stepAnswer(catalog, step, wording)),
    hassle,
    formalities: asked.map((outcome) => outcomeAnswer(catalog, outcome, wording)),
  };
}
