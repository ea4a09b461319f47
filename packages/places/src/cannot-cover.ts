import type { Day } from '@simwise/engine';
import type { Place } from './place.ts';

/** A place offered in place of an unknown one, with the district or oblast that tells it from others of its name. */
export type NearName = { readonly place: Place; readonly area: Place | null };

/** What was asked about places or coverage and cannot be done: a stable code and what a sentence about it needs. */
export type CoverageRefusal =
  | { readonly code: 'no-such-place'; readonly place: string; readonly near: readonly NearName[] }
  | { readonly code: 'no-places' }
  | { readonly code: 'no-such-network'; readonly network: string; readonly known: readonly string[] }
  | { readonly code: 'network-not-known'; readonly brand: string; readonly known: readonly string[] }
  | { readonly code: 'route-too-long'; readonly days: number; readonly stay: number }
  | { readonly code: 'too-many-places'; readonly count: number; readonly most: number }
  | { readonly code: 'bad-place-days'; readonly place: string }
  | { readonly code: 'report-in-future'; readonly day: Day; readonly today: Day }
  | { readonly code: 'list-in-future'; readonly day: Day; readonly today: Day }
  | { readonly code: 'report-too-early'; readonly day: Day }
  | { readonly code: 'report-without-signal' }
  | { readonly code: 'bad-reports'; readonly file: string; readonly problem: string }
  | { readonly code: 'no-such-file'; readonly file: string }
  | { readonly code: 'broken-archive'; readonly file: string }
  | { readonly code: 'not-a-cell-list'; readonly file: string }
  | {
      readonly code: 'other-country';
      readonly file: string;
      readonly codes: readonly string[];
      readonly expected: string;
    }
  | { readonly code: 'no-good-cells'; readonly file: string; readonly bad: number }
  | { readonly code: 'cell-list-undated'; readonly file: string }
  | { readonly code: 'cannot-write'; readonly file: string; readonly problem: string };

/** Thrown where a request about places or coverage cannot be answered; the refusal leads to the way out. */
export class CannotCover extends Error {
  readonly refusal: CoverageRefusal;

  constructor(refusal: CoverageRefusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}
