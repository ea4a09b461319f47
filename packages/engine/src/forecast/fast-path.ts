import type { CardInput } from '../card-state.ts';
import type { Cycle } from '../cycle.ts';
import { secondOfDay } from '../local-time.ts';
import type { ChargeAction, Offer, Terms } from '../offer.ts';

/** A month is at least this long. */
const SHORTEST_MONTH = 28;

/** Whether a card is within the rules that `FastRunner` knows; any other is run by the rating engine. */
export function isOnFastPath({ offers, purchases, period, wallet, fee, groupMembers }: CardInput): boolean {
  const all = [...offers.values()];
  if (wallet || fee === 'unpaid' || groupMembers !== undefined) return false;
  if (purchases.some(({ choice }) => choice !== undefined)) return false;
  const bases = all.filter(({ role }) => role === 'base');
  if (new Set(bases.map(({ terms }) => `${terms.order} ${terms.maxCallSeconds}`)).size > 1) return false;
  if (!all.every((offer) => hasKnownRules(offer, period.days))) return false;
  const isBilledByLine = all.some((offer) => chargesOf(offer).length > 0 && offer.terms.rounding.of === 'line');
  return !isBilledByLine || (all.every(changesAtMidnight) && purchases.every(({ at }) => secondOfDay(at) === 0));
}

function hasKnownRules(offer: Offer, days: number): boolean {
  const { allowances, special, fee, starts } = offer.terms;
  if (special || fee.freePurchases !== undefined) return false;
  if (starts === 'first-use' && (fee.phases.length > 1 || fee.proration)) return false;
  const hasKnownBuckets = allowances.every(
    ({ kind, per, increment, lives }) =>
      kind !== 'money' &&
      per !== 'call' &&
      increment.per !== 'day' &&
      !(lives.is === 'forever' && lives.idleMonths !== undefined && lives.idleMonths * SHORTEST_MONTH <= days),
  );
  return hasKnownBuckets && chargesOf(offer).every((action) => !startsAnewEachDay(action));
}

function chargesOf({ terms }: Offer): ChargeAction[] {
  return terms.rates.flatMap(({ action }) => (action.do === 'charge' ? [action] : []));
}

function startsAnewEachDay({ steps, dailyCap, increment }: ChargeAction): boolean {
  return steps?.of === 'day' || dailyCap !== undefined || increment.per === 'day';
}

/** Whether nothing of a purchase begins or ends during a day, which would cut the line its use is charged on. */
function changesAtMidnight({ terms }: Offer): boolean {
  return (
    terms.dayRule.is === 'local' &&
    cyclesOf(terms).every((cycle) => cycle.unit !== 'days' || cycle.ends !== 'moment') &&
    terms.allowances.every(({ lives, during }) => lives.is !== 'days' && !during)
  );
}

function cyclesOf({ term, renews, fee }: Terms): Cycle[] {
  return [term, renews, ...fee.phases.map(({ every }) => every)];
}
