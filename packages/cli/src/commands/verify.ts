import { text } from 'node:stream/consumers';
import { type Verdict, verifyAnswer } from '@simwise/advisor';
import type { Wording } from '@simwise/messages';
import { COMMAND_MESSAGES, disagreementText, verifyAnswerOf } from '@simwise/messages/command';
import { parseJson, readFile } from '../read-option.ts';
import { type CommonOptions, Session, type Terminal } from '../session.ts';
import { indent } from '../table.ts';

export type VerifyOptions = CommonOptions & { readonly with?: readonly string[] };

/** `simwise verify FILE`: replays the proven choices of a kept answer. Exit 1 where answer and replay disagree. */
export async function verifyFile(terminal: Terminal, file: string, options: VerifyOptions): Promise<number> {
  const session = new Session(terminal, options);
  const value = parseJson(file, file === '-' ? await text(process.stdin) : readFile(file));
  const catalog = await session.openCatalog(options.with);
  const verdicts = verifyAnswer(catalog, value);
  const wording = session.wording(catalog);
  const answer = verifyAnswerOf(verdicts, wording);
  if (options.json) session.json(answer);
  else session.print(verdicts.flatMap((verdict) => verdictText(verdict, wording)));
  return answer.agrees ? 0 : 1;
}

function verdictText({ scope, cost, lowerBound, currency, disagreements }: Verdict, wording: Wording): string[] {
  const { command } = wording.messages;
  const { verify } = COMMAND_MESSAGES[wording.language];
  const best = command.best[scope];
  if (disagreements.length > 0) {
    return [verify.disagrees({ best }), ...indent(disagreements.map((each) => disagreementText(each, wording)))];
  }
  return [verify.agrees({ best, cost: wording.money(cost, currency), bound: wording.money(lowerBound, currency) })];
}
