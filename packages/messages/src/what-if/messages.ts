import type { AssumedField } from '@simwise/advisor';

type Sentence<P> = (params: P) => string;

/** What would change an answer, and its map and curve, in words. */
export type WhatIfMessages = {
  readonly heading: string;
  readonly moreDays: Sentence<{ days: string; choice: string }>;
  readonly fewerDays: Sentence<{ days: string; choice: string }>;
  readonly moreData: Sentence<{ data: string; choice: string }>;
  readonly lessData: Sentence<{ data: string; choice: string }>;
  readonly noData: Sentence<{ choice: string }>;
  /** In place of a choice. */
  readonly nothingServes: string;
  readonly unproven: string;
  readonly steady: string;
  readonly priceRises: Sentence<{ offer: string; most: string; now: string; choice: string }>;
  readonly priceFalls: Sentence<{ offer: string; most: string; now: string }>;
  readonly decide: string;
  readonly facts: {
    readonly price: Sentence<{ offer: string }>;
    readonly oldPrice: Sentence<{ offer: string }>;
    readonly rule: Sentence<{ offer: string }>;
  };
  readonly assumed: { readonly [F in AssumedField]: string };
  readonly costs: Sentence<{ low: string; high: string }>;
  readonly costsAtLeast: Sentence<{ low: string }>;
  readonly makesBest: Sentence<{ choice: string }>;
  readonly map: {
    readonly title: string;
    readonly days: string;
    readonly data: string;
    readonly none: string;
    readonly found: string;
    readonly share: Sentence<{ kind: string; share: string }>;
    readonly worked: Sentence<{ points: string; known: string; of: string }>;
  };
  readonly curve: { readonly title: string; readonly days: string; readonly cost: string; readonly atMost: string };
};
