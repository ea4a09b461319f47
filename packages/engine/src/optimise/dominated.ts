import type { Demand } from './demand.ts';
import type { Span } from './fill.ts';
import type { Pack } from './pack.ts';
import type { SupplyShelf } from './supply-shelf.ts';

/**
 * Drops packs that another pack of the same kind is never worse than: at every moment it costs no more and each of its
 * spans holds as much for as long. Of equals the first by id stays. Yields now and then, so that a caller may rest.
 */
export function* withoutDominated(packs: readonly Pack[], demand: Demand, shelf: SupplyShelf): Generator<void, Pack[]> {
  const sorted = [...packs].sort((a, b) => leastCost(a) - leastCost(b) || reachOf(b) - reachOf(a) || compareIds(a, b));
  const kept: Pack[] = [];
  for (const [index, pack] of sorted.entries()) {
    if (index % PACKS_AT_ONCE === PACKS_AT_ONCE - 1) yield;
    if (!kept.some((better) => mayReplace(better, pack, shelf) && isNeverWorse(better, pack, demand, shelf)))
      kept.push(pack);
  }
  return kept;
}

const PACKS_AT_ONCE = 4;

function leastCost({ coverages }: Pack): number {
  return coverages[0]?.cost ?? 0;
}

function reachOf({ coverages }: Pack): number {
  return coverages.at(-1)?.bytes ?? 0;
}

function compareIds(a: Pack, b: Pack): number {
  return a.market.offer.id < b.market.offer.id ? -1 : 1;
}

/**
 * Only one-off packs are compared at every moment; a pack that a customer gets once, or that makes a card of its own, does
 * not replace one that does not; nor does what excludes more. What counts beside what is asked for is not compared. An add-on with a rate of its own hides the plan's for as long as it lives.
 */
function mayReplace(pack: Pack, other: Pack, shelf: SupplyShelf): boolean {
  const { market: a, base } = pack;
  const { market: b } = other;
  const isPlain = pack.market.offer.terms.renews.unit === 'forever' && b.offer.terms.renews.unit === 'forever';
  const hidesRates = base !== null && shelf.hasRate(a);
  const sameCard =
    isPlain && base === other.base && (a.family === b.family || b.family === null) && a.takesSlot === b.takesSlot;
  return (
    sameCard &&
    !hidesRates &&
    !shelf.holdsBeside(b) &&
    pack.rate <= other.rate &&
    !a.isOnce &&
    a.role === b.role &&
    a.conflicts.every((id) => b.conflicts.includes(id)) &&
    reachOf(pack) >= reachOf(other)
  );
}

function isNeverWorse(a: Pack, b: Pack, demand: Demand, shelf: SupplyShelf): boolean {
  return demand.moments.every((_, moment) => {
    const [ours, theirs] = [shelf.supply(a, moment), shelf.supply(b, moment)];
    return ours.cost <= theirs.cost && holdsAsMuch(ours.spans, theirs.spans, demand);
  });
}

function holdsAsMuch(ours: readonly Span[], theirs: readonly Span[], demand: Demand): boolean {
  const single = ours.length === 1 ? ours[0] : undefined;
  if (single && !single.covers && theirs.length > 0) {
    const first = Math.min(...theirs.map((span) => span.first));
    const end = Math.max(...theirs.map((span) => span.end));
    const asked = theirs.reduce((sum, span) => sum + Math.min(span.amount, demand.between(span.first, span.end)), 0);
    return single.first <= first && single.end >= end && single.amount >= asked;
  }
  if (ours.length < theirs.length) return false;
  return theirs.every((span, index) => {
    const own = ours[index] as Span;
    return (
      !own.covers &&
      own.first <= span.first &&
      own.end >= span.end &&
      own.amount >= Math.min(span.amount, demand.between(span.first, span.end))
    );
  });
}
