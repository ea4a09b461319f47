import { BadPoster, BadUsageFile, type PosterProblem, type RowProblem } from '@simwise/advisor';
import { BadText, TEXTS } from '@simwise/catalog';
import { TooMuchMoney } from '@simwise/engine';
import type { Messages } from '../messages.ts';

/**
 * A text, a poster or a file of uses that cannot be read, as a sentence with the way out; null for anything else. @param path
 * of the file: then each bad row is named as editors and checks name a place, `FILE:LINE`.
 */
export function unreadableText(messages: Messages, error: unknown, path?: string): string | null {
  const { unreadable } = messages;
  if (error instanceof BadText) return badText(messages, error);
  if (error instanceof TooMuchMoney) return unreadable.tooMuchMoney;
  if (error instanceof BadPoster) {
    return unreadable.poster({ part: error.part, problem: posterProblem(messages, error.problem) });
  }
  if (!(error instanceof BadUsageFile)) return null;
  const rows = error.rows.map(({ line, problem: found }) => {
    const problem = rowProblem(messages, found);
    return path === undefined ? unreadable.row({ line: String(line), problem }) : `${path}:${line}: ${problem}`;
  });
  return rows.map((row) => `  ${row}`).join('\n');
}

function badText(messages: Messages, { kind, text }: BadText): string {
  const examples = TEXTS[kind].map((example) => `"${example}"`).join(messages.signs.comma);
  return messages.badText({ kind: messages.textKinds[kind], text, examples });
}

function posterProblem(messages: Messages, problem: PosterProblem): string {
  const { posterProblems } = messages.unreadable;
  switch (problem.is) {
    case 'text':
      return badText(messages, problem.error);
    case 'currency':
      return posterProblems.currency({ currency: problem.currency });
    case 'destination':
      return posterProblems.destination({ known: problem.known.join(messages.signs.comma) });
    default:
      return posterProblems[problem.is]({});
  }
}

function rowProblem(messages: Messages, problem: RowProblem): string {
  const { rowProblems, rowAmounts } = messages.unreadable;
  switch (problem.is) {
    case 'text':
      return badText(messages, problem.error);
    case 'columns':
      return rowProblems.columns({ missing: problem.missing.join(messages.signs.comma) });
    case 'amount':
      return rowProblems.amount({ text: problem.text, kind: rowAmounts[problem.kind] });
    case 'cells':
      return rowProblems.cells({});
    default:
      return rowProblems[problem.is]({ text: problem.text });
  }
}
