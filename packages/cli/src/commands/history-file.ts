import { BadHistory, readHistory } from '@simwise/advisor';
import { readUsageCsv } from '@simwise/advisor/usage';
import type { Day, History, UsageEvent } from '@simwise/engine';
import { FORECAST_MESSAGES, historyProblemText } from '@simwise/messages';
import { fromUsageFile, readFile } from '../read-option.ts';
import { type Session, UsageError } from '../session.ts';

/** The uses of a history file. @throws UsageError that names the file and its lines. */
export function readHistoryFile(path: string): UsageEvent[] {
  return fromUsageFile('--history', path, () => readUsageCsv(readFile(path)));
}

/** Does something with a history; what is wrong with it is told in the reader's language. @throws UsageError */
export function withHistory<T>(session: Session, path: string, use: () => T): T {
  try {
    return use();
  } catch (error) {
    if (!(error instanceof BadHistory)) throw error;
    const words = FORECAST_MESSAGES[session.language];
    throw new UsageError(`--history ${path}: ${historyProblemText(session.messages, words, error.problem)}`);
  }
}

/** The history of a file, null where none is named. @throws UsageError */
export function readHistoryOf(session: Session, path: string | undefined, today: Day): History | null {
  return path === undefined ? null : withHistory(session, path, () => readHistory(readHistoryFile(path), today));
}
