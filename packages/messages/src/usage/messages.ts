import type { PosterProblem, RowProblem } from '@simwise/advisor';

type Sentence<P> = (params: P) => string;
type Worded<T> = { readonly [K in Exclude<keyof T, 'is'>]: string };

/** What is wrong with a file or a poster that a person gave, with the way out. */
export type UnreadableMessages = {
  readonly row: Sentence<{ line: string; problem: string }>;
  readonly rowProblems: {
    readonly [P in Exclude<RowProblem['is'], 'text'>]: Sentence<Worded<Extract<RowProblem, { is: P }>>>;
  };
  /** How much one use may be, by its kind. */
  readonly rowAmounts: { readonly voice: string; readonly sms: string; readonly data: string };
  readonly poster: Sentence<{ part: string; problem: string }>;
  readonly posterProblems: {
    readonly [P in Exclude<PosterProblem['is'], 'text'>]: Sentence<Worded<Extract<PosterProblem, { is: P }>>>;
  };
  readonly tooMuchMoney: string;
};

/** What is wrong with how a command was called, with the way out. `text` is what was given. */
export type UsageMessages = {
  readonly day: Sentence<{ option: string; text: string }>;
  readonly count: Sentence<{ option: string; text: string }>;
  readonly between: Sentence<{ option: string; text: string; least: string; most: string }>;
  readonly money: Sentence<{ option: string; text: string }>;
  readonly time: Sentence<{ text: string }>;
  readonly notWritten: Sentence<{ file: string; problem: string }>;
  readonly noFile: Sentence<{ path: string }>;
  readonly noJson: Sentence<{ path: string; line: string; column: string }>;
  /** An option that takes one of a few words. */
  readonly oneOf: Sentence<{ option: string; text: string; known: string }>;
  readonly calls: Sentence<{ text: string }>;
  readonly activity: Sentence<{ text: string }>;
  readonly noSchema: Sentence<{ name: string; known: string }>;
  readonly bothSignals: string;
  readonly priceWhat: string;
  readonly offerForm: Sentence<{ text: string }>;
  readonly offerDay: Sentence<{ choice: string; first: string; last: string }>;
  readonly badRows: Sentence<{ option: string; path: string }>;
  readonly badCatalogue: Sentence<{ findings: string }>;
  readonly unforeseen: Sentence<{ error: string }>;
  readonly keep: {
    readonly addWhat: string;
    readonly setWhat: string;
    readonly noAdvice: Sentence<{ file: string }>;
    readonly severalCards: string;
    readonly left: Sentence<{ text: string }>;
    readonly counter: Sentence<{ text: string }>;
    readonly mark: Sentence<{ text: string }>;
    readonly importReplaces: string;
    readonly changedMeanwhile: Sentence<{ file: string }>;
    readonly notSaved: Sentence<{ file: string; problem: string }>;
  };
  readonly forecast: { readonly whichCard: string; readonly whichUse: string; readonly whichMonths: string };
  /** Days by data a day, as a map has them. */
  readonly grid: {
    readonly data: Sentence<{ option: string; text: string }>;
    readonly order: Sentence<{ from: string; to: string }>;
    readonly cells: Sentence<{ most: string }>;
  };
  readonly serve: { readonly addressTaken: string; readonly badDatabase: Sentence<{ problem: string }> };
  readonly command: {
    readonly unknownOption: Sentence<{ text: string }>;
    readonly unknownCommand: Sentence<{ text: string }>;
    readonly missingArgument: Sentence<{ text: string }>;
    readonly missingValue: Sentence<{ text: string }>;
    readonly excessArguments: string;
    readonly similar: Sentence<{ text: string }>;
    /** What `--help` leads to. */
    readonly help: string;
  };
};
