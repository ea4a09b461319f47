import type { Disagreement } from '@simwise/advisor';

type Sentence<P> = (params: P) => string;

/** Every parameter in the reader's form; those that a disagreement does not have are empty. */
export type DisagreementWords = {
  /** `card 1 (Kcell Talks)` */
  readonly card: string;
  readonly offer: string;
  readonly pack: string;
  /** What the answer has, and what the replay has. */
  readonly found: string;
  readonly expected: string;
  readonly cost: string;
  readonly bound: string;
  readonly day: string;
  readonly at: string;
  readonly by: string;
  /** A use with its destination: `10 min to landlines`. */
  readonly use: string;
  readonly most: string;
};

/** How far an answer agrees with its replay, in words. */
export type VerifyMessages = {
  readonly card: Sentence<{ number: string; offer: string }>;
  readonly agrees: Sentence<{ best: string; cost: string; bound: string }>;
  readonly disagrees: Sentence<{ best: string }>;
  readonly disagreements: { readonly [C in Disagreement['code']]: Sentence<DisagreementWords> };
};
