import type { HistoryProblem } from '@simwise/advisor';
import type { Language } from '@simwise/catalog';
import type { Day } from '@simwise/engine';
import { formatDate, formatNumber } from '../format.ts';
import type { Messages } from '../messages.ts';
import { en } from './en.ts';
import { kk } from './kk.ts';
import type { ForecastMessages } from './messages.ts';
import { ru } from './ru.ts';
import { zh } from './zh.ts';

export type { ForecastMessages } from './messages.ts';

export const FORECAST_MESSAGES: { readonly [L in Language]: ForecastMessages } = { zh, en, ru, kk };

/** Why a history cannot be used, as a sentence with the way out. */
export function historyProblemText(messages: Messages, words: ForecastMessages, problem: HistoryProblem): string {
  const day = (value: Day) => formatDate(messages, value);
  const count = (value: number) => formatNumber(messages, value);
  switch (problem.code) {
    case 'empty-history':
      return words.problems['empty-history']({});
    case 'history-in-future':
      return words.problems['history-in-future']({ first: day(problem.first), count: count(problem.count) });
    case 'history-in-megabytes':
      return words.problems['history-in-megabytes']({ largest: count(problem.largest) });
    case 'history-too-short':
      return words.problems['history-too-short']({
        months: count(problem.months),
        first: day(problem.first),
        last: day(problem.last),
      });
  }
}
