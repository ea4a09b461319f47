import type { Regard } from '@simwise/advisor';

type Sentence<P> = (params: P) => string;

/** What is to be expected of choices where nobody knows the use; all parameters are in the reader's form. */
export type JudgedMessages = {
  /** Which choice is best in which regard. */
  readonly regards: { readonly [R in Regard]: string };
  readonly byAssumption: Sentence<{ scenarios: string; stay: string; day: string }>;
  readonly byHistory: Sentence<{ scenarios: string; days: string }>;
  /** How a holder is supposed to act. */
  readonly acting: string;
  readonly gap: Sentence<{ first: string; last: string }>;
  readonly expected: Sentence<{ expected: string; p50: string; p90: string }>;
  readonly wins: Sentence<{ share: string }>;
  readonly runsOut: Sentence<{ share: string }>;
  /** What the safest and the simplest choice cost more on average than the cheapest. */
  readonly prices: { readonly [R in Exclude<Regard, 'cheapest'>]: Sentence<{ price: string }> };
};
