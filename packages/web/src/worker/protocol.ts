import type { StayInput } from '@simwise/advisor';
import type { Language } from '@simwise/catalog';
import type { AnswerView } from './answer-view.ts';

/** What an answer is computed from: what the person said, and the moment at which "from today" counts. */
export type AdviceRequest = {
  readonly stay: StayInput;
  readonly posters: readonly string[];
  readonly language: Language;
  /** Milliseconds since 1970. */
  readonly now: number;
};

export type ToWorker =
  | { readonly do: 'open'; readonly catalog: string }
  | { readonly do: 'advise'; readonly id: number; readonly request: AdviceRequest };

/** Why there is no answer; `text` is a sentence in the person's language where there is one. */
export type AdviceTrouble = { readonly code: 'catalog' | 'refused' | 'failed'; readonly text: string };

export type FromWorker =
  | { readonly is: 'answer'; readonly id: number; readonly view: AnswerView }
  | { readonly is: 'trouble'; readonly id: number; readonly trouble: AdviceTrouble };
