import type { Day, LocalSecond, Money } from '@simwise/engine';
import type { Unserved } from './card-plan.ts';
import type { Miscarried } from './carried-use.ts';
import type { ChoiceKind } from './stay-search.ts';

/** The choices of an answer for which something is proven. */
export type ProofScope = 'overall' | ChoiceKind;

/** A card of an answer: its place among the choice's cards, from 0, and its base plan. */
export type CardName = { readonly card: number; readonly offer: string };

/** An amount as the answer has it, and as the replay has it, in minor units. */
type Amounts = { readonly found: Money; readonly expected: Money; readonly currency: string };

/**
 * Where an answer and its replay disagree. `total`: of a card at the middle of every price; `recorded`: on the facts as
 * recorded; `ledger`: the lines of a day; `sum`: of the choice as recorded; `cost`: of the choice at the middle; `given-up`: a
 * use at which no base plan of its card is held.
 */
export type Disagreement =
  | ({ readonly code: 'total' | 'recorded' } & CardName & Amounts)
  | ({ readonly code: 'ledger'; readonly day: Day } & CardName & Amounts)
  | ({ readonly code: 'sum' | 'cost' | 'gap' } & Amounts)
  | { readonly code: 'bound'; readonly bound: Money; readonly cost: Money; readonly currency: string }
  | {
      readonly code: 'beaten';
      readonly by: ProofScope;
      readonly bound: Money;
      readonly cost: Money;
      readonly currency: string;
    }
  | ({ readonly code: 'currency'; readonly found: string; readonly expected: string } & CardName)
  | ({ readonly code: 'outside' | 'given-up'; readonly at: LocalSecond } & CardName)
  | ({ readonly code: 'misfit'; readonly pack: string } & CardName)
  | { readonly code: 'closed'; readonly offer: string }
  | ({ readonly code: 'unserved'; readonly unserved: Unserved } & CardName)
  | Miscarried
  | { readonly code: 'no-local-number' }
  | { readonly code: 'calls-not-over-internet' }
  | { readonly code: 'no-hotspot'; readonly offer: string }
  | { readonly code: 'no-esim' | 'network-excluded'; readonly offer: string }
  | { readonly code: 'too-many-cards' | 'too-many-slots'; readonly found: number; readonly most: number };
