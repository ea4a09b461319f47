import type { Ability, ExplainedKind, PriceForm } from '@simwise/advisor';

type Sentence<P> = (params: P) => string;

/** The kinds of card side by side, in words. */
export type ExplainMessages = {
  readonly intro: Sentence<{ days: string }>;
  readonly kinds: { readonly [K in ExplainedKind]: string };
  /** What a kind is, in a sentence or two. */
  readonly what: { readonly [K in ExplainedKind]: string };
  readonly abilities: { readonly [A in Ability]: string };
  readonly forms: { readonly [F in PriceForm]: string };
  readonly yes: string;
  readonly no: string;
  readonly unknown: string;
  readonly some: Sentence<{ yes: number; of: number }>;
  readonly onlyApps: Sentence<{ apps: string }>;
  readonly onlySomeApps: Sentence<{ count: number }>;
  readonly rows: {
    readonly offers: string;
    readonly price: string;
    readonly best: string;
    readonly cost: string;
    readonly trouble: string;
    readonly asks: string;
  };
  readonly offers: Sentence<{ offers: number; sellers: number }>;
  readonly none: string;
  readonly noneForYou: string;
  readonly onTopOf: Sentence<{ offer: string }>;
  readonly withoutPlan: Sentence<{ cost: string }>;
  readonly unserved: Sentence<{ why: string }>;
  readonly asksNothing: string;
  readonly noSuchChoice: Sentence<{ asked: string; similar: string; most: number }>;
};
