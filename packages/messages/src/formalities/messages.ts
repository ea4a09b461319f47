import type { FactName, Step, YesNoFact } from '@simwise/advisor';
import type { Confidence, Document, FormalityStatus, FormalityTopic } from '@simwise/catalog';

type Sentence<P> = (params: P) => string;
type YesNo<T = string> = { readonly yes: T; readonly no: T };

/** What the law and practice ask, in words. The rules bring their own sentences; here is what stands around them. */
export type FormalityMessages = {
  readonly steps: { readonly [C in Exclude<Step['code'], 'formality'>]: Sentence<{ offer: string }> };
  readonly stepBy: Sentence<{ step: string; day: string }>;
  readonly stepTimes: Sentence<{ step: string; count: number }>;
  readonly stepWith: Sentence<{ step: string; effort: string }>;
  readonly inPerson: string;
  readonly wait: { readonly 'working-hour': Sentence<number>; readonly 'working-day': Sentence<number> };
  readonly effortUnknown: string;
  readonly hassle: Sentence<{ steps: number; cards: number }>;
  /** The title of a rule and what it says, as one text. */
  readonly titleAndText: Sentence<{ title: string; text: string }>;
  /** Facts about the person, as parts of "because …". */
  readonly facts: { readonly [F in YesNoFact]: YesNo } & {
    readonly citizen: { readonly home: string; readonly foreign: string };
    readonly handsetBought: { readonly here: string; readonly abroad: string };
    readonly brands: YesNo<Sentence<{ brands: string }>>;
    readonly condition: YesNo;
    readonly numbersHeld: Sentence<{ count: number }>;
    readonly handsetUsedBefore: YesNo<Sentence<{ day: string }>>;
    readonly daysWithLocalCard: Sentence<{ days: number }>;
    readonly places: YesNo<Sentence<{ place: string }>>;
    readonly since: Sentence<{ day: string }>;
  };
  /** The question that asks for a fact; `day` is that of the rule, where it has one. */
  readonly questions: { readonly [F in FactName]: Sentence<{ day: string; place: string }> };
  readonly law: { readonly [S in Exclude<FormalityStatus, 'in-force'>]: string };
  readonly topics: { readonly [T in FormalityTopic]: string };
  readonly confidence: { readonly [C in Confidence]: string };
  readonly documents: { readonly [D in Document]: string };
  readonly inForceSince: Sentence<{ day: string }>;
  readonly lastSeen: Sentence<{ seen: string }>;
  readonly undated: string;
  readonly headings: {
    readonly steps: string;
    readonly hassle: string;
    readonly depends: string;
    readonly applies: string;
    readonly unknown: string;
    readonly doesNotApply: string;
    readonly because: string;
    readonly bring: string;
    readonly forChoice: Sentence<{ choice: string }>;
  };
};
