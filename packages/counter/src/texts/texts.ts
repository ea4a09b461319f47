type Sentence<P> = (params: P) => string;

/** How long a fee lasts: empty for one that is paid once. */
type Per = { readonly days: Sentence<number>; readonly months: Sentence<number> };

/** What the card says: to the assistant in the languages of the country, to its bearer in their own. */
export type CounterTexts = {
  readonly title: string;
  readonly titleWithoutShop: string;
  readonly hello: string;
  readonly thanks: string;
  readonly tariff: string;
  readonly likeThis: string;
  readonly atLeast: Sentence<{ volumes: string }>;
  readonly per: Per;
  readonly price: {
    readonly fee: Sentence<{ amount: string; per: string; seen: string }>;
    readonly statistic: Sentence<{ amount: string; per: string; seen: string }>;
    readonly none: string;
    readonly unknown: string;
  };
  readonly undated: string;
  readonly packs: string;
  readonly noPacks: string;
  readonly later: string;
  readonly not: string;
  readonly extras: {
    readonly service: Sentence<{ name: string }>;
    readonly credit: Sentence<{ name: string }>;
    readonly 'daily-pack': Sentence<{ name: string }>;
    readonly other: string;
  };
  readonly offBy: string;
  readonly check: string;
  readonly showMe: string;
  readonly help: string;
  readonly documents: string;
  readonly esim: {
    readonly noShop: string;
    readonly buy: Sentence<{ seller: string }>;
    readonly price: Sentence<{ amount: string; per: string; seen: string }>;
    readonly noFee: string;
    readonly priceUnknown: string;
    readonly before: string;
    readonly install: string;
    readonly arrival: string;
    readonly networks: Sentence<{ networks: string }>;
    readonly networkUnknown: string;
    readonly again: string;
  };
  readonly home: { readonly order: Sentence<{ seller: string }>; readonly arrival: string };
  readonly app: { readonly order: Sentence<{ app: string }>; readonly nothingElse: string };
  readonly copyHint: string;
  readonly dial: string;
  readonly qr: string;
  readonly command: CounterCommandTexts;
};

/** What the command says about its files. */
export type CounterCommandTexts = {
  readonly answerOrFlags: string;
  readonly brokenAnswer: Sentence<{ file: string; problems: string }>;
  readonly notJson: Sentence<{ line: number; col: number }>;
  readonly notInCatalog: Sentence<{ id: string; similar: string }>;
  readonly cannotWrite: Sentence<{ file: string }>;
  readonly badFormat: Sentence<{ format: string }>;
  readonly written: Sentence<{ file: string }>;
};
