import type { StayInput } from '@simwise/advisor';
import type { Language } from '@simwise/catalog';
import type { NameLanguages } from '../text/name-languages.ts';
import type { MapView } from './answer-map.ts';
import type { AnswerView } from './answer-view.ts';
import type { AskView } from './ask-view.ts';
import type { CounterView } from './counter-view.ts';
import type { CoverageView, PlaceHitView } from './coverage-view.ts';
import type { ExplainView } from './explain-view.ts';
import type { FormalitiesView } from './formalities-view.ts';
import type { FoundChoice, FoundNews } from './found-row.ts';
import type { KeeperAnswer, KeeperAsked } from './keeper/keeper-protocol.ts';

/** What every answer is computed from: what the person said, and the moment at which "from today" counts. */
export type Said = {
  readonly stay: StayInput;
  readonly posters: readonly string[];
  /** The choice looked at, by the id of its view; the best one where none is said. */
  readonly choice: string | undefined;
  readonly language: Language;
  /** Milliseconds since 1970. */
  readonly now: number;
};

/** What the worker can tell, and in which form. */
export type Views = {
  readonly advice: AnswerView;
  readonly formalities: FormalitiesView;
  readonly counter: CounterView;
  readonly explain: ExplainView;
  readonly coverage: CoverageView;
  readonly ask: AskView;
  readonly map: MapView;
  /** What would change the answer, in sentences, and what is not known and decides most, the most telling first. */
  readonly changes: { readonly changes: readonly string[]; readonly facts: readonly string[] };
};

export type What = keyof Views;

/** How far an answer has come: the cheapest cards found by then, and what of a view there is. */
export type SoFar = { readonly found: FoundChoice | null; readonly view: Partial<Views> };

/** Addresses of the files of this version. */
export type DataFiles = {
  readonly catalog: string;
  readonly places: string;
  readonly coverage: string;
  readonly shape: string;
  readonly cells: readonly string[];
};

export type ToWorker =
  | { readonly do: 'open'; readonly files: DataFiles }
  | { readonly do: 'tell'; readonly id: number; readonly what: What; readonly said: Said }
  | { readonly do: 'stop' }
  | { readonly do: 'search'; readonly id: number; readonly text: string; readonly language: Language }
  | { readonly do: 'keep'; readonly id: number; readonly asked: KeeperAsked };

/** Why there is no answer; `text` is a sentence in the person's language where there is one. */
export type Trouble = { readonly code: 'catalog' | 'refused' | 'failed'; readonly text: string };

export type FromWorker =
  | ({ readonly is: 'progress'; readonly id: number } & SoFar)
  | { readonly is: 'view'; readonly id: number; readonly view: Partial<Views> }
  /** Cards found for stays that may be asked about; they answer no question of their own. */
  | { readonly is: 'found'; readonly news: FoundNews }
  | { readonly is: 'hits'; readonly id: number; readonly hits: readonly PlaceHitView[] }
  | { readonly is: 'kept'; readonly id: number; readonly answer: KeeperAnswer }
  | { readonly is: 'trouble'; readonly id: number; readonly trouble: Trouble }
  /** The catalogue is open, before anything is told from it. */
  | { readonly is: 'opened'; readonly names: NameLanguages }
  /** The worker is not to be asked any more; nothing of what it was asked will be answered. */
  | { readonly is: 'broken' };
