import {
  type Day,
  type MoneyRange,
  type OffsetHistory,
  type Purchase,
  type RangedStatement,
  rateUncertainCard,
  type UsageEvent,
} from '@simwise/engine';
import type { Candidate } from './candidates.ts';

/** What to buy for one card and what it is to carry. */
export type CardPlan = {
  /** The base plan first. */
  readonly offers: readonly Candidate[];
  readonly purchases: readonly Purchase[];
  readonly uses: readonly UsageEvent[];
};

export type StayPeriod = { readonly start: Day; readonly days: number; readonly local: OffsetHistory };

/** A card plan with its statement. `unserved` counts units of use that were refused, throttled or have no price. */
export type RatedCard = CardPlan & {
  readonly statement: RangedStatement;
  readonly unserved: readonly Unserved[];
};

export type Unserved = {
  readonly kind: UsageEvent['kind'];
  readonly to: string;
  readonly units: number;
  readonly how: 'refused' | 'throttled' | 'unpriced';
};

/** Rates a plan over the stay under every reading of its facts. */
export function rateCardPlan(plan: CardPlan, { start, days, local }: StayPeriod): RatedCard {
  const offers = new Map(plan.offers.map((candidate) => [candidate.facts.id, candidate.offer]));
  const statement = rateUncertainCard({ offers, purchases: plan.purchases, period: { start, days }, local }, plan.uses);
  return { ...plan, statement, unserved: unservedIn(statement) };
}

const HOW = { refusal: 'refused', throttled: 'throttled', unpriced: 'unpriced' } as const;

export function unservedIn({ lines }: Pick<RangedStatement, 'lines'>): Unserved[] {
  const sums = new Map<string, Unserved>();
  for (const { kind, use } of lines) {
    if (kind !== 'refusal' && kind !== 'throttled' && kind !== 'unpriced') continue;
    if (!use || use.kind === 'money' || use.units === 'unlimited') continue;
    const to = use.to ?? '';
    const key = `${kind} ${use.kind} ${to}`;
    const units = (sums.get(key)?.units ?? 0) + use.units;
    sums.set(key, { kind: use.kind, to, units, how: HOW[kind] });
  }
  return [...sums.values()];
}

/** The middle of a range, by which choices are ranked; infinite where no upper end is known. */
export function middleOf({ low, high }: MoneyRange): number {
  return high === null ? Number.POSITIVE_INFINITY : (low + high) / 2;
}
