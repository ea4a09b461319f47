import type { Choice, Outcome } from '@simwise/advisor';
import type { CompiledCatalog } from '@simwise/catalog';
import {
  choiceFormalitiesAnswer,
  factText,
  formalityAnswer,
  hassleText,
  outcomeAnswer,
  questionText,
  sourceAnswers,
  standingText,
  stepTexts,
  type Wording,
} from '@simwise/messages';
import { commandWords } from '@simwise/messages/command';
import { adviseFor, chosenOf, titleOf } from '../choose.ts';
import { Session, type Terminal } from '../session.ts';
import type { StayOptions } from '../stay-options.ts';
import { indent } from '../table.ts';

export type FormalitiesOptions = StayOptions & { readonly choice?: string };

/** `simwise formalities`: every rule, whether it applies to this person with this choice, and why. */
export async function listFormalities(terminal: Terminal, options: FormalitiesOptions): Promise<number> {
  const session = new Session(terminal, options);
  const catalog = await session.openCatalog(options.with);
  const wording = session.wording(catalog);
  const advice = await adviseFor(session, catalog, { options });
  const choice = chosenOf(advice, options.choice, wording);
  if (!choice) {
    terminal.err(commandWords(wording).noAnswer);
    return 1;
  }
  if (options.json) session.json(formalitiesAnswer(catalog, choice, wording));
  else session.print(formalitiesText(catalog, choice, wording));
  return 0;
}

function formalitiesAnswer(catalog: CompiledCatalog, choice: Choice, wording: Wording) {
  return {
    choice: { rank: choice.rank, offers: choice.cards.flatMap((card) => card.offers.map(({ facts }) => facts.id)) },
    ...choiceFormalitiesAnswer(catalog, choice, wording),
    outcomes: choice.formalities.map((outcome) => outcomeAnswer(catalog, outcome, wording)),
    rules: catalog.formalities.map((rule) => formalityAnswer(catalog, rule, wording)),
  };
}

function formalitiesText(catalog: CompiledCatalog, choice: Choice, wording: Wording): string[] {
  const { headings } = wording.messages.formalities;
  const steps = stepTexts(catalog, choice.steps, wording).map((text, index) => `${index + 1}. ${text}`);
  const part = (is: Outcome['is'], heading: string) => {
    const outcomes = choice.formalities.filter((outcome) => outcome.is === is);
    const lines = outcomes.flatMap((outcome) => outcomeText(catalog, outcome, wording));
    return lines.length === 0 ? [] : ['', `${heading}:`, ...indent(lines)];
  };
  return [
    headings.forChoice({ choice: titleOf(choice, wording) }),
    `${headings.steps} (${headings.hassle}: ${hassleText(choice.hassle, wording)}):`,
    ...indent(steps),
    ...part('applies', headings.applies),
    ...part('unknown', headings.unknown),
    ...part('does-not-apply', headings.doesNotApply),
  ];
}

/** A rule that does not apply is told in a line; the others with what they say, why, and what that rests on. */
function outcomeText(catalog: CompiledCatalog, outcome: Outcome, wording: Wording): string[] {
  const { headings, topics } = wording.messages.formalities;
  const { rule, because } = outcome;
  const title = `${topics[rule.topic]}: ${rule.title[wording.language]}`;
  const why = because.map((fact) => factText(catalog, fact, wording)).join('; ');
  if (outcome.is === 'does-not-apply') return [`- ${title} (${why})`];
  const questions = outcome.is === 'unknown' ? outcome.missing.map((fact) => questionText(fact, wording)) : [];
  return [
    `- ${title}`,
    ...indent([
      rule.text[wording.language],
      ...(why === '' ? [] : [`${headings.because}: ${why}`]),
      ...(questions.length > 0 ? [`? ${questions.join(' ')}`] : []),
      ...bringText(outcome, wording),
      `${standingText(rule, wording)}: ${sourcesText(catalog, rule.sources)}`,
    ]),
  ];
}

function bringText({ rule }: Outcome, { messages }: Wording): string[] {
  const { headings, documents } = messages.formalities;
  return rule.bring ? [`${headings.bring}: ${rule.bring.map((document) => documents[document]).join(', ')}`] : [];
}

function sourcesText(catalog: CompiledCatalog, ids: readonly string[]): string {
  return sourceAnswers(catalog, ids)
    .map(({ publisher, address }) => (address.startsWith('http') ? `${publisher} ${address}` : publisher))
    .join(', ');
}
