import { type CompiledCatalog, nearestTo } from '@simwise/catalog';
import {
  type AnswerProblem,
  brokenJsonAt,
  COUNTER_TEXTS,
  type CounterCard,
  type CounterCommandTexts,
  type CounterRequest,
  counterCard,
  counterHtml,
  counterSvg,
  counterText,
  readAnswer,
  requestOf,
} from '@simwise/counter';
import type { Wording } from '@simwise/messages';
import { commandWords } from '@simwise/messages/command';
import { adviseFor, chosenOf, pickChoice } from '../choose.ts';
import { readFile } from '../read-option.ts';
import { Session, type Terminal, UsageError } from '../session.ts';
import type { StayOptions } from '../stay-options.ts';
import { writeWhole } from '../write-whole.ts';

export type CounterOptions = StayOptions & {
  readonly choice?: string;
  readonly answer?: string;
  readonly format: string;
  readonly out?: string;
};

const FORMATS: Readonly<Record<string, (card: CounterCard) => string>> = {
  text: counterText,
  html: counterHtml,
  svg: counterSvg,
};

/** `simwise counter`: the card to show at the shop for a choice. `saysStay`: flags of a stay were given. */
export async function showCounterCard(terminal: Terminal, options: CounterOptions, saysStay: boolean): Promise<number> {
  const session = new Session(terminal, options);
  const texts = COUNTER_TEXTS[session.language].command;
  const render = FORMATS[options.format];
  if (!render) throw new UsageError(texts.badFormat({ format: options.format }));
  if (options.answer !== undefined && saysStay) throw new UsageError(texts.answerOrFlags);
  const catalog = await session.openCatalog(options.with);
  const wording = session.wording(catalog);
  const request =
    options.answer === undefined
      ? await adviseRequest(session, catalog, options)
      : keptRequest(catalog, options, { texts, wording });
  if (!request) {
    terminal.err(commandWords(wording).noAnswer);
    return 1;
  }
  const card = counterCard(catalog, request, session.language);
  const text = options.json ? `${JSON.stringify(card, null, 2)}\n` : render(card);
  deliver(terminal, text, { out: options.out, texts });
  return 0;
}

function deliver(
  terminal: Terminal,
  text: string,
  { out, texts }: { out: string | undefined; texts: CounterCommandTexts },
) {
  if (out === undefined) {
    terminal.out(text.trimEnd());
    return;
  }
  try {
    writeWhole(out, text);
  } catch {
    throw new UsageError(texts.cannotWrite({ file: out }));
  }
  terminal.err(texts.written({ file: out }));
}

async function adviseRequest(
  session: Session,
  catalog: CompiledCatalog,
  options: CounterOptions,
): Promise<CounterRequest | null> {
  const advice = await adviseFor(session, catalog, { options });
  const choice = chosenOf(advice, options.choice, session.wording(catalog));
  return choice ? requestOf(choice, advice.stay.start) : null;
}

type Words = { readonly texts: CounterCommandTexts; readonly wording: Wording };

/** The choice of a kept answer: by number, kind or offer, the first one where none is said. */
function keptRequest(
  catalog: CompiledCatalog,
  { answer = '', choice }: CounterOptions,
  words: Words,
): CounterRequest | null {
  const choices = readKept(catalog, answer, words);
  const ofKind = choices.find(({ kind }) => kind === choice);
  if (ofKind || choice === undefined) return (ofKind ?? choices[0])?.request ?? null;
  if (choice === 'phone' || choice === 'data' || choice === 'pair') return null;
  return pickChoice(choices, choice, words.wording).request;
}

function readKept(catalog: CompiledCatalog, file: string, { texts }: Words) {
  const text = readFile(file);
  const broken = brokenJsonAt(text);
  if (broken) throw new UsageError(texts.brokenAnswer({ file, problems: texts.notJson(broken) }));
  const result = readAnswer(catalog, JSON.parse(text));
  if (result.is === 'read') return result.choices;
  const problems = result.problems.slice(0, MOST_PROBLEMS).map((problem) => problemText(catalog, problem, texts));
  throw new UsageError(texts.brokenAnswer({ file, problems: problems.join('; ') }));
}

const MOST_PROBLEMS = 5;

function problemText(
  { offers, formalities }: CompiledCatalog,
  problem: AnswerProblem,
  texts: CounterCommandTexts,
): string {
  if (problem.code === 'form') return `${problem.path}: ${problem.message}`;
  const known = (problem.code === 'no-such-offer' ? offers : formalities).map(({ id }) => ({ id, name: id }));
  const similar = nearestTo(problem.id, known).join(', ');
  return `${problem.path}: ${texts.notInCatalog({ id: problem.id, similar })}`;
}
