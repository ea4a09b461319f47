type Sentence<P> = (params: P) => string;

/** Headings and sentences that only the command line has. */
export type CommandWords = {
  readonly example: string;
  readonly howToAsk: string;
  /** How another choice is shown in full. */
  readonly detailsOf: string;
  readonly whatIfOf: string;
  readonly noAnswer: string;
  readonly stay: Sentence<{ days: string; first: string; last: string; preset: string }>;
  readonly assumed: Sentence<{ fields: string }>;
  readonly none: string;
  readonly rest: string;
  readonly onDay: Sentence<{ day: string; offer: string }>;
  readonly topUps: string;
  readonly moneyLeft: string;
  readonly sums: string;
  /** In the place of what is used where nothing is. */
  readonly noUse: string;
  readonly ledger: string;
  readonly restsOn: string;
  readonly careful: string;
};
