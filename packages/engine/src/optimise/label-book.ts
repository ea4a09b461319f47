import type { CoverProblem } from './cover-problem.ts';
import { UNITS_A_COMPARISON } from './effort.ts';
import { type Left, restAt, type Span } from './fill.ts';
import type { MarketOffer } from './market.ts';
import type { PurchaseNode } from './purchase-nodes.ts';
import {
  type Bought,
  cardsOf,
  familiesOf,
  isDataCard,
  isInSlot,
  offerOnBase,
  standsInTheWay,
} from './purchase-rules.ts';

/**
 * How far purchases have come up to a use: what lacked until then, what is left of what has begun, what begins later, and up
 * to which use is held what stands in the way of another.
 */
type Standing = {
  readonly missing: number;
  readonly left: readonly Left[];
  readonly later: readonly Span[];
  readonly held: ReadonlyMap<string, number>;
};

/** A difference of costs far below any tie. */
const SAME = 1e-7;

/** Purchases with what decides what may follow them. */
class Label {
  readonly node: PurchaseNode;
  readonly sort: string | null;
  /** The first use that lacks something and cannot be paid byte by byte. */
  readonly reach: number;
  readonly cards: number;
  readonly once: ReadonlySet<MarketOffer>;
  readonly #problem: CoverProblem;
  readonly #standings = new Map<number, Standing>();

  constructor(node: PurchaseNode, problem: CoverProblem) {
    this.node = node;
    this.sort = this.#sortOf(node);
    this.reach = node.lack < 0 || Number.isFinite(node.rate) ? Number.POSITIVE_INFINITY : node.lack;
    this.cards = cardsOf(node.bought);
    this.once = new Set(node.bought.filter(({ pack }) => pack.market.isOnce).map(({ pack }) => pack.market));
    this.#problem = problem;
  }

  /** Labels of one sort may be compared; those of buckets that are for some uses only with none. */
  #sortOf({ bought, spans }: PurchaseNode): string | null {
    if (spans.some(({ covers }) => covers)) return null;
    const hasDataCard = bought.some(({ pack }) => isDataCard(pack));
    const inSlots = bought.filter(({ pack }) => isInSlot(pack)).map(nameOf);
    return [hasDataCard, ...familiesOf(bought), ...inSlots.sort()].join('|');
  }

  at(use: number): Standing {
    const known = this.#standings.get(use) ?? this.#standingAt(use);
    this.#standings.set(use, known);
    return known;
  }

  #standingAt(use: number): Standing {
    const { spans } = this.node;
    const { demand, effort } = this.#problem;
    effort.spend(2 * use + 8 * spans.length);
    const later = spans.filter(({ first }) => first > use);
    return { ...restAt(demand, spans, use), later, held: this.#heldAt(use) };
  }

  #heldAt(at: number): Map<string, number> {
    const held = new Map<string, number>();
    for (const { pack, use } of this.node.bought) {
      const { end } = this.#problem.shelf.supply(pack, use);
      if (!standsInTheWay(pack) || end <= at) continue;
      const name = offerOnBase(pack);
      held.set(name, Math.max(end, held.get(name) ?? 0));
    }
    return held;
  }
}

function nameOf({ pack, use }: Bought): string {
  return `${pack.market.offer.id} ${pack.base} ${use} ${pack.cycles}`;
}

/**
 * The purchases that no others are better than, whatever is bought after them. A byte that is bought alone is taken to cost
 * the least that any costs, whenever it is used, so that nothing is gained by sparing a bucket.
 */
export class LabelBook {
  readonly #problem: CoverProblem;
  readonly #bySort = new Map<string, Label[]>();

  constructor(problem: CoverProblem) {
    this.#problem = problem;
  }

  labelOf(node: PurchaseNode): Label {
    return new Label(node, this.#problem);
  }

  /** Whether purchases known before are worse in nothing, if nothing else is bought before use `from`. */
  isDominated(label: Label, from: number): boolean {
    const known = label.sort === null ? [] : (this.#bySort.get(label.sort) ?? []);
    const reaching = reachingTo(known, from);
    this.#problem.effort.spend(UNITS_A_COMPARISON * reaching);
    for (let index = 0; index < reaching; index++) if (isNoWorse(known[index] as Label, label, from)) return true;
    return false;
  }

  /** Keeps purchases that others may be compared with. */
  keep(label: Label): void {
    if (label.sort === null) return;
    const labels = this.#bySort.get(label.sort) ?? [];
    labels.splice(reachingTo(labels, label.reach), 0, label);
    this.#bySort.set(label.sort, labels);
  }
}

/** How many labels, of which those that reach furthest come first, reach up to a use. */
function reachingTo(labels: readonly Label[], use: number): number {
  let [least, most] = [0, labels.length];
  while (least < most) {
    const middle = (least + most) >> 1;
    if ((labels[middle] as Label).reach >= use) least = middle + 1;
    else most = middle;
  }
  return least;
}

/** Whether whatever is bought from a use on beside `b` would serve no less, for no more, beside `a`. */
function isNoWorse(a: Label, b: Label, from: number): boolean {
  const [{ node: own }, { node: other }] = [a, b];
  if (own.since > from || own.cost > other.cost + SAME || own.rate > other.rate || a.cards > b.cards) return false;
  for (const offer of a.once) if (!b.once.has(offer)) return false;
  const [ours, theirs] = [a.at(from), b.at(from)];
  const more = ours.missing - theirs.missing;
  if (more > 0 && own.cost + more * own.rate > other.cost + SAME) return false;
  for (const [offer, end] of ours.held) if (end > (theirs.held.get(offer) ?? -1)) return false;
  return holdsAsMuch(
    ours.left,
    [...theirs.left, ...beyond(theirs.later, ours.later)].sort((x, y) => y.end - x.end),
  );
}

/** Of what begins later, what does not begin and end alike in others. */
function beyond(spans: readonly Span[], others: readonly Span[]): Left[] {
  const amounts = new Map<string, number>();
  const nameOfSpan = ({ first, end }: Span) => `${first} ${end}`;
  for (const other of others) amounts.set(nameOfSpan(other), (amounts.get(nameOfSpan(other)) ?? 0) + other.amount);
  return spans.flatMap((span) => {
    const alike = amounts.get(nameOfSpan(span)) ?? 0;
    amounts.set(nameOfSpan(span), Math.max(0, alike - span.amount));
    return span.amount > alike ? [{ amount: span.amount - alike, end: span.end }] : [];
  });
}

/** Whether as much is left that lives as long, for every length of life. */
function holdsAsMuch(a: readonly Left[], b: readonly Left[]): boolean {
  let [own, other, next] = [0, 0, 0];
  for (const { amount, end } of b) {
    other += amount;
    for (; next < a.length && (a[next] as Left).end >= end; next++) own += (a[next] as Left).amount;
    if (own < other) return false;
  }
  return true;
}
