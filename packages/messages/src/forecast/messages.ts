import type { HistoryProblem } from '@simwise/advisor';

type Sentence<P> = (params: P) => string;
type Worded<T> = { readonly [K in Exclude<keyof T, 'code'>]: string };
type ByCode<T extends { code: string }> = { readonly [C in T['code']]: Sentence<Worded<Extract<T, { code: C }>>> };

/** Every text about use that nobody knows yet, once for each language; all parameters are in the reader's form. */
export type ForecastMessages = {
  readonly problems: ByCode<HistoryProblem>;
  readonly next: {
    readonly usual: Sentence<{ volume: string }>;
    readonly wait: Sentence<{ day: string }>;
    readonly buy: Sentence<{ offer: string; days: string; cost: string }>;
    readonly nothing: string;
    readonly guarantee: Sentence<{ times: string }>;
    readonly ifUsual: Sentence<{ offer: string; days: string }>;
    readonly ladder: string;
    readonly gap: Sentence<{ first: string; last: string }>;
  };
  readonly backtest: {
    readonly heading: readonly [month: string, advised: string, paid: string, least: string, regret: string];
    readonly sum: string;
    readonly ranOut: string;
    readonly hindsight: Sentence<{ month: string; cards: string }>;
    readonly skipped: Sentence<{ months: string }>;
  };
};
