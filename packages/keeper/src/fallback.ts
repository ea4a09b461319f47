import {
  AS_RECORDED,
  type CardInput,
  day,
  dayOf,
  type Line,
  type LocalSecond,
  type Money,
  type MoneyRange,
  type Offer,
  Rater,
  type Unpaid,
} from '@simwise/engine';
import { endOfDay } from './moments.ts';
import { type RatableCard, readingsOfCard, readOffers } from './rated-card.ts';
import { drawUse, type UseModel } from './use-model.ts';

/** What the offer itself does when the fee cannot be taken, and what the use of one cycle then costs. */
export type Fallback = {
  readonly do: Unpaid['do'];
  readonly pack?: string;
  readonly days: number;
  readonly cost: MoneyRange | null;
};

const MONTH = 30;

/** What happens when the fee of an offer at a moment is missed; none for what is bought on top of a plan. */
export function fallbackOf(
  ratable: RatableCard,
  use: UseModel,
  { offer, at }: { offer: string; at: LocalSecond },
): Fallback | null {
  const recorded = readOffers(ratable, AS_RECORDED).get(offer);
  if (recorded?.role !== 'base') return null;
  const { unpaid } = recorded.terms;
  const days = cycleDays(recorded);
  const pack = unpaid?.pack?.offer;
  if (!unpaid) return { do: 'not-started', days, cost: null };
  const costs = readingsOfCard(ratable).map((reading) =>
    unpaidCost(ratable, use, { offer, at, days, offers: readOffers(ratable, reading) }),
  );
  return {
    do: unpaid.do,
    ...(pack === undefined ? {} : { pack }),
    days,
    cost: costs.every((cost) => cost === null) ? null : rangeOf(costs),
  };
}

function cycleDays({ terms }: Offer): number {
  const every = terms.fee.phases.at(-1)?.every;
  return every?.unit === 'days' ? Math.max(every.count, MONTH) : MONTH;
}

/** What average use costs in the days after a fee was missed, money being there for everything but the fee. */
function unpaidCost(
  ratable: RatableCard,
  use: UseModel,
  { offer, at, days, offers }: { offer: string; at: LocalSecond; days: number; offers: CardInput['offers'] },
): number | null {
  const start = dayOf(at);
  const last = day(start + days - 1);
  const lines: Line[] = [];
  const period = { start, days };
  const rater = new Rater(
    { offers, purchases: [{ offer, at }], period, local: ratable.catalog.country.offsets, fee: 'unpaid' },
    (line) => lines.push(line),
  );
  for (const event of drawUse(use, ratable, { last }).uses)
    if (event.at >= at && event.at <= endOfDay(last)) rater.feed(event);
  rater.finish();
  const counted = lines.filter(({ kind }) => kind !== 'sim-price' && kind !== 'activation-fee');
  const isOpen = counted.some(({ kind }) => kind === 'unpriced');
  return isOpen ? null : counted.reduce<number>((sum, { amount }) => sum + amount, 0);
}

/** The range of amounts under all readings, the recorded one first; open at its end where one is not known. */
export function rangeOf(amounts: readonly (number | null)[]): MoneyRange {
  const known = amounts.filter((amount) => amount !== null);
  const recorded = (amounts[0] ?? known[0] ?? 0) as Money;
  const high = known.length < amounts.length ? null : (Math.max(...known) as Money);
  return { amount: recorded, low: (known.length === 0 ? 0 : Math.min(...known)) as Money, high };
}
