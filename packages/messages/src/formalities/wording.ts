import type { Fact, Hassle, Outcome, Step, YesNoFact } from '@simwise/advisor';
import type { CompiledCatalog, Effort, Formality } from '@simwise/catalog';
import { nameIn } from '../format.ts';
import type { Wording } from '../wording.ts';

/** A rule by its id; a rule that is not on file is a broken invariant. */
export function formalityOf({ formalities }: CompiledCatalog, id: string): Formality {
  const rule = formalities.find((candidate) => candidate.id === id);
  if (!rule) throw new RangeError(`no such formality: ${id}`);
  return rule;
}

/** The title of a rule and what it says. */
export function formalitySentence(catalog: CompiledCatalog, id: string, { language, messages }: Wording): string {
  const { title, text } = formalityOf(catalog, id);
  return messages.formalities.titleAndText({ title: title[language], text: text[language] });
}

/** A fact about the person as a part of "because …". */
export function factText(catalog: CompiledCatalog, fact: Fact, wording: Wording): string {
  const { facts } = wording.messages.formalities;
  const yesOrNo = fact.is ? 'yes' : 'no';
  switch (fact.fact) {
    case 'citizen':
      return facts.citizen[fact.is ?? 'foreign'];
    case 'handsetBought':
      return facts.handsetBought[fact.is ?? 'abroad'];
    case 'brands':
      return facts.brands[yesOrNo]({
        brands: fact.brands.map((id) => brandName(catalog, id, wording)).join(wording.messages.signs.comma),
      });
    case 'numbersHeld':
      return facts.numbersHeld({ count: fact.is ?? 0 });
    case 'handsetUsedBefore':
      return facts.handsetUsedBefore[yesOrNo]({ day: wording.day(fact.day) });
    case 'daysWithLocalCard':
      return facts.daysWithLocalCard({ days: fact.is });
    case 'places':
      return facts.places[yesOrNo]({ place: placeName(fact.places, wording) });
    case 'since':
      return facts.since({ day: wording.day(fact.day) });
    default:
      return facts[fact.fact as YesNoFact | 'condition'][yesOrNo];
  }
}

/** The question that asks for a fact that was not said. */
export function questionText(fact: Fact, wording: Wording): string {
  const day = fact.fact === 'handsetUsedBefore' ? wording.day(fact.day) : '';
  const place = fact.fact === 'places' ? placeName(fact.places, wording) : '';
  return wording.messages.formalities.questions[fact.fact]({ day, place });
}

function brandName({ brands }: CompiledCatalog, id: string, { language }: Wording): string {
  const brand = brands.find((candidate) => candidate.id === id);
  return brand ? nameIn(language, brand.names) : id;
}

const SCRIPTS = {
  zh: /\p{Script=Han}/u,
  en: /\p{Script=Latin}/u,
  ru: /\p{Script=Cyrillic}/u,
  kk: /\p{Script=Cyrillic}/u,
};

/** Of the names of a place, the first one in the script of the language. */
function placeName(names: readonly string[], { language }: Wording): string {
  return names.find((name) => SCRIPTS[language].test(name)) ?? names[0] ?? '';
}

/** What a step takes, as far as it is known. */
export function effortText(effort: Effort | null, { messages }: Wording): string {
  const { inPerson, wait, effortUnknown } = messages.formalities;
  if (!effort || (effort.visit === null && effort.wait === null)) return effortUnknown;
  const visit = effort.visit ? [inPerson] : [];
  const waiting = effort.wait ? [wait[effort.wait.unit](effort.wait.count)] : [];
  return [...visit, ...waiting].join(messages.signs.comma);
}

/** A step in a sentence; `times`: how often the same thing is bought in a row. */
export function stepText(catalog: CompiledCatalog, step: Step, wording: Wording, times = 1): string {
  const { steps, stepBy, stepTimes, stepWith } = wording.messages.formalities;
  if (step.code !== 'formality') {
    const text = steps[step.code]({ offer: wording.offerName(step.offer) });
    return times > 1 ? stepTimes({ step: text, count: times }) : text;
  }
  const { title, effort } = formalityOf(catalog, step.rule);
  const text = title[wording.language];
  const dated = step.by === null ? text : stepBy({ step: text, day: wording.day(step.by) });
  return stepWith({ step: dated, effort: effortText(effort ?? null, wording) });
}

/** Steps with runs of the same purchase drawn together. */
export function stepTexts(catalog: CompiledCatalog, steps: readonly Step[], wording: Wording): string[] {
  const runs: { step: Step; times: number }[] = [];
  for (const step of steps) {
    const last = runs.at(-1);
    if (last && isSamePurchase(last.step, step)) last.times += 1;
    else runs.push({ step, times: 1 });
  }
  return runs.map(({ step, times }) => stepText(catalog, step, wording, times));
}

function isSamePurchase(a: Step, b: Step): boolean {
  return a.code !== 'formality' && a.code === b.code && a.offer === b.offer && a.card === b.card;
}

export function hassleText({ steps, cards }: Hassle, { messages }: Wording): string {
  return messages.formalities.hassle({ steps, cards });
}

/** Rules that may ask something of the person, told by facts that were not said: title and questions. */
export function dependsTexts(outcomes: readonly Outcome[], wording: Wording): string[] {
  return outcomes.flatMap((outcome) => {
    if (outcome.is !== 'unknown' || outcome.missing.length === 0 || outcome.rule.effect === 'information') return [];
    const questions = outcome.missing.map((fact) => questionText(fact, wording));
    return [wording.labelled(outcome.rule.title[wording.language], questions.join(' '))];
  });
}

/** How old and how sure a rule is: in force since, seen, confidence. */
export function standingText({ since, seen, status, confidence }: Formality, wording: Wording): string {
  const { inForceSince, lastSeen, undated, law, confidence: words } = wording.messages.formalities;
  return [
    ...(status === 'in-force' ? [] : [law[status]]),
    ...(since === undefined ? [] : [inForceSince({ day: wording.day(since) })]),
    seen ? lastSeen({ seen: wording.seen(seen) }) : undated,
    words[confidence],
  ].join(wording.messages.signs.semicolon);
}
