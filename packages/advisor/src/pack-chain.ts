import {
  cycleEnd,
  type DayCount,
  dayStartAfter,
  type LocalSecond,
  type Offer,
  type OffsetHistory,
  type UsageEvent,
} from '@simwise/engine';

/** A pack that may be bought again and again, each time when the last one has run out. */
export type Pack = {
  readonly offer: Offer;
  /** What one purchase costs, in any unit the packs share. */
  readonly cost: number;
  readonly isOnce: boolean;
};

export type PackPurchase = { readonly offer: string; readonly at: LocalSecond };

type Label = { readonly served: number; readonly cost: number; readonly purchases: readonly PackPurchase[] };

const LONGEST_CHAIN = 40;

/**
 * The cheapest purchases, one after another, that serve all data uses at full speed; null where no chain does. A pack
 * bought later reaches at least as far, so of two chains the cheaper one that serves no less is always the better.
 */
export function cheapestChain(packs: readonly Pack[], uses: readonly UsageEvent[], local: OffsetHistory): Label | null {
  const demand = new Demand(uses);
  const open: Label[] = [{ served: 0, cost: 0, purchases: [] }];
  const best = new Map<string, number>();
  for (let label = takeCheapest(open); label; label = takeCheapest(open)) {
    if (label.served >= demand.total) return label;
    const key = onceKey(label, packs);
    if ((best.get(key) ?? -1) >= label.served || label.purchases.length >= LONGEST_CHAIN) continue;
    best.set(key, label.served);
    for (const pack of packs) {
      const next = extend(label, pack, demand, local);
      if (next) open.push(next);
    }
  }
  return null;
}

function takeCheapest(open: Label[]): Label | undefined {
  let cheapest = 0;
  for (let index = 1; index < open.length; index++) {
    const [a, b] = [open[index] as Label, open[cheapest] as Label];
    if (a.cost < b.cost || (a.cost === b.cost && a.served > b.served)) cheapest = index;
  }
  return open.splice(cheapest, 1)[0];
}

/** Chains that have used up different once-only packs are not comparable. */
function onceKey({ purchases }: Label, packs: readonly Pack[]): string {
  const once = packs.filter(({ isOnce, offer }) => isOnce && purchases.some((purchase) => purchase.offer === offer.id));
  return once.map(({ offer }) => offer.id).join(' ');
}

function extend(label: Label, pack: Pack, demand: Demand, local: OffsetHistory): Label | null {
  const { id } = pack.offer;
  if (pack.isOnce && label.purchases.some(({ offer }) => offer === id)) return null;
  const at = demand.momentOf(label.served);
  const served = servedBy(pack.offer, { from: label.served, at, demand, local });
  if (served <= label.served) return null;
  return { served, cost: label.cost + pack.cost, purchases: [...label.purchases, { offer: id, at }] };
}

/** Data uses on one line: how many bytes are asked for up to which moment. */
class Demand {
  readonly uses: readonly UsageEvent[];
  readonly total: number;
  readonly #before: readonly number[];

  constructor(uses: readonly UsageEvent[]) {
    this.uses = uses;
    let sum = 0;
    this.#before = uses.map(({ amount }) => {
      sum += amount;
      return sum - amount;
    });
    this.total = sum;
  }

  /** The moment of the use that the byte after `served` belongs to. */
  momentOf(served: number): LocalSecond {
    const index = firstWhere(this.uses.length, (at) => (this.#before[at] as number) > served) - 1;
    return (this.uses[Math.max(0, index)] as UsageEvent).at;
  }

  /** Bytes asked for before a moment. */
  until(at: number): number {
    const index = firstWhere(this.uses.length, (later) => (this.uses[later] as UsageEvent).at >= at);
    return this.#before[index] ?? this.total;
  }
}

/** The first of so many indices from which on a condition holds; their number where it never does. */
function firstWhere(count: number, holds: (index: number) => boolean): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

type Span = { from: number; at: LocalSecond; demand: Demand; local: OffsetHistory };

/** How far, in bytes of the demand, one purchase at a moment reaches at full speed. */
function servedBy({ terms }: Offer, { from, at, demand, local }: Span): number {
  const days: DayCount = { rule: terms.dayRule, local, origin: at };
  const end = demand.until(cycleEnd(terms.term, days));
  let volume = 0;
  let daily = 0;
  for (const { kind, amount, scope, per } of terms.allowances) {
    if (kind !== 'data' || Object.keys(scope).length > 0) continue;
    const units = amount === 'unlimited' ? Number.POSITIVE_INFINITY : amount;
    if (per === 'day') daily += units;
    else volume += units;
  }
  if (daily === 0) return Math.min(end, from + volume);
  return Math.min(end, servedDaily(daily, volume, { from, at, demand, local }, days));
}

function servedDaily(daily: number, volume: number, { from, at, demand }: Span, days: DayCount): number {
  let served = from;
  let extra = volume;
  for (let start = at; served < demand.total; ) {
    const next = dayStartAfter(days, start);
    const asked = demand.until(next) - served;
    const over = Math.max(0, asked - daily);
    if (over > extra) return served + daily + extra;
    extra -= over;
    served += asked;
    start = next;
  }
  return served;
}
