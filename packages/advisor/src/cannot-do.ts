import type { Day } from '@simwise/engine';
import type { Problem } from './problems.ts';

/** What was asked for and cannot be done: a stable code and what a sentence about it needs. */
export type Refusal =
  | { readonly code: 'bad-days'; readonly days: number; readonly most: number }
  | { readonly code: 'use-outside-stay'; readonly count: number; readonly first: Day; readonly last: Day }
  | { readonly code: 'no-such-offer'; readonly id: string; readonly similar: readonly string[] }
  | { readonly code: 'left-out'; readonly id: string; readonly reason: string }
  | { readonly code: 'before-first-version'; readonly id: string; readonly first: Day; readonly asked: Day }
  | {
      readonly code: 'no-such-payment';
      readonly id: string;
      readonly payment: string;
      readonly known: readonly string[];
    }
  | { readonly code: 'mixed-currencies'; readonly currencies: readonly string[] }
  | { readonly code: 'several-plans'; readonly plans: readonly string[] }
  | { readonly code: 'bad-number'; readonly number: string }
  | { readonly code: 'no-exchange-rate'; readonly from: string; readonly to: string; readonly known: readonly string[] }
  | { readonly code: 'bad-stay'; readonly problems: readonly Problem[] }
  | { readonly code: 'bad-answer'; readonly problems: readonly Problem[] }
  | { readonly code: 'nothing-proven' }
  | { readonly code: 'no-such-activity'; readonly id: string; readonly known: readonly string[] };

/** Thrown where a request cannot be answered; the refusal says why and leads to the way out. */
export class CannotDo extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}
