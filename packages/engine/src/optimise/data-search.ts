import type { Coverage, CoverBound, CoverOffers } from './cover.ts';
import type { Demand } from './demand.ts';
import { type Reach, reach, type Span } from './fill.ts';
import { LabelBook } from './label-book.ts';
import type { MarketOffer } from './market.ts';
import type { Pack, PackShelf } from './pack.ts';
import { PriorityQueue } from './priority-queue.ts';

/** A pack bought at the moment of a use. */
export type Bought = { readonly pack: Pack; readonly use: number };

/** What is to be covered: a demand, what already serves it, and what can be bought for the rest. */
export type DataProblem = {
  readonly demand: Demand;
  /** Spans that are there anyway. */
  readonly given: readonly Span[];
  readonly packs: readonly Pack[];
  /** What the packs can cost at least. */
  readonly bound: CoverBound;
  readonly shelf: PackShelf;
  /** How many more cards may be bought. */
  readonly cards: number;
  /** Cost of a byte bought one by one; infinite where it cannot be. */
  readonly rate: number;
};

/** Told each full cover. @returns what it really costs when replayed, infinite where it does not serve; null: not wanted. */
export type Judge = (bought: readonly Bought[]) => number | null;

/** A set of purchases in the order of time. */
type Node = {
  readonly bought: readonly Bought[];
  readonly cost: number;
  readonly cards: number;
  /** The least that any cover with these purchases costs. */
  readonly bound: number;
} & Reach;

/** A card more and a step more break ties: far below any difference of two real costs. */
const CARD_TIE = 1e-4;
const STEP_TIE = 1e-6;

export function tieOf(cards: number, steps: number): number {
  return cards * CARD_TIE + steps * STEP_TIE;
}

/** A replay rounds each line to the minor unit; a difference below this is no other price. */
const ROUNDING = 1;

/** Days on which a purchase may come before a lack where all days are alike. */
const DAYS_BEFORE_LACK = 2;

/** What one search did. `open` is the least bound of a cover whose replay cost more than the model of it. */
export type SearchCount = { nodes: number; excluded: number; open: number };

/**
 * Finds the cheapest purchases that cover a demand, the most promising first. Purchases are made in the order of time: at
 * the first use that lacks something, or before it where that can be of use. Yields after each node, so that a caller may
 * rest, stop or report.
 */
export class DataSearch {
  readonly #problem: DataProblem;
  readonly #judge: Judge;
  readonly #bound: CoverBound;
  readonly #labels = new LabelBook();
  readonly #isEven: boolean;
  readonly count: SearchCount = { nodes: 0, excluded: 0, open: Number.POSITIVE_INFINITY };
  /** The cost to beat. */
  readonly #toBeat: () => number;

  constructor(problem: DataProblem, judge: Judge, toBeat: () => number) {
    this.#problem = problem;
    this.#judge = judge;
    this.#toBeat = toBeat;
    const { bound, demand, given } = problem;
    this.#bound = bound;
    this.#isEven = demand.isEven && given.every(({ covers }) => covers === undefined);
  }

  /** The least any cover can cost. */
  get lowerBound(): number {
    const { demand, given, cards } = this.#problem;
    return this.#least(reach(demand, given).missing, cards);
  }

  *run(): Generator<void, void> {
    const { demand, given, packs } = this.#problem;
    const root = this.#node({ bought: [], cost: 0, cards: 0, ...reach(demand, given) });
    const kept = packs.filter(({ cycles }) => cycles === null);
    for (const some of [packs, kept, ...kept.map((pack) => [pack])]) yield* this.#dive(root, some);
    const open = new PriorityQueue<Node>((a, b) => a.bound - b.bound || b.lack - a.lack);
    open.push(root);
    for (let node = open.pop(); node && this.#isOpen(node.bound); node = open.pop()) {
      for (const child of this.#children(node)) open.push(child);
      yield;
    }
  }

  /** Follows the most promising child down to a full cover: a first good answer. */
  *#dive(root: Node, packs: readonly Pack[]): Generator<void, void> {
    for (let node: Node | undefined = root; node; ) {
      const children: Node[] = this.#childrenAt(node, node.lack, packs);
      this.#judgeNode(node);
      node = children.reduce<Node | undefined>(
        (best, child) => (best && best.bound <= child.bound ? best : child),
        undefined,
      );
      if (node) yield;
    }
  }

  #isOpen(bound: number): boolean {
    return bound < this.#toBeat() - STEP_TIE / 2;
  }

  /** Judges a node and makes the nodes with one purchase more that may still beat the best. */
  #children(node: Node): Node[] {
    this.count.nodes += 1;
    this.#judgeNode(node);
    if (node.lack < 0 || this.#isDominated(node)) return [];
    const atLack = this.#childrenAt(node, node.lack, this.#problem.packs);
    return [...atLack, ...this.#earlyChildren(node)];
  }

  #judgeNode({ bought, cost, missing }: Node): void {
    const whole = missing === 0 ? cost : cost + missing * this.#problem.rate;
    if (!this.#isOpen(whole)) return;
    const real = this.#judge(bought);
    if (real !== null && real > whole + ROUNDING) this.count.open = Math.min(this.count.open, whole);
  }

  /**
   * Purchases that have led no further for no less, with nothing left over that the others lack. Where every day is alike,
   * what is there anyway and has not begun is no lead.
   */
  #isDominated({ rest, lack, missing, bought, cost, cards }: Node): boolean {
    const isLead = ({ first }: Span) => !this.#isEven || first <= lack || this.#problem.given.length === 0;
    if (rest.some(isLead)) return false;
    const once = new Set(bought.filter(({ pack }) => isHeldOnce(pack)).map(({ pack }) => pack.market));
    return this.#labels.isDominated({ served: this.#problem.demand.total - missing, cost, cards, once });
  }

  /**
   * Buying before something lacks can help where the price or the volume depends on the day, and where the demand is
   * uneven, so that a short pack takes a peak and a long one the rest. With an even demand and packs alike on every day a
   * purchase can be moved by whole days to the day of the lack or the one before, and serves no less.
   */
  #earlyChildren(node: Node): Node[] {
    const { packs, shelf, demand } = this.#problem;
    const since = node.bought.at(-1)?.use ?? 0;
    const uses = demand.firstOfDays.filter((use) => use >= since && use < node.lack);
    if (!this.#isEven) return uses.flatMap((use) => this.#childrenAt(node, use, packs));
    const uneven = packs.filter((pack) => !shelf.isAlikeEveryDay(pack));
    const last = uses.slice(-DAYS_BEFORE_LACK);
    return uses.flatMap((use) => this.#childrenAt(node, use, last.includes(use) ? packs : uneven));
  }

  #childrenAt(node: Node, use: number, packs: readonly Pack[]): Node[] {
    if (use < 0) return [];
    const cards = this.#problem.cards - node.cards;
    return packs.flatMap((pack) => {
      const more = cardOf(pack, node.bought);
      if (!isAllowed(pack, node.bought, cards - more)) return [];
      const bound = node.cost + this.#leastWith(pack, node.missing, cards - more);
      const child = this.#isOpen(bound) ? this.#buy(node, { pack, use }, more) : null;
      if (!child) this.count.excluded += 1;
      return child ? [child] : [];
    });
  }

  /** The node with one purchase more; null where it cannot beat the best or serves nothing more. */
  #buy(node: Node, bought: Bought, cards: number): Node | null {
    const supply = this.#problem.shelf.supply(bought.pack, bought.use);
    const cost = node.cost + supply.cost + tieOf(cards, 1);
    if (!this.#isOpen(cost)) return null;
    const found = this.#reachWith(node, bought.use, supply.spans);
    if (found.missing >= node.missing) return null;
    const child = this.#node({ bought: [...node.bought, bought], cost, cards: node.cards + cards, ...found });
    return this.#isOpen(child.bound) ? child : null;
  }

  /** A purchase at the lack leaves all before as it is. */
  #reachWith(node: Node, use: number, more: readonly Span[]): Reach {
    const { demand, given, shelf } = this.#problem;
    if (use < node.lack) {
      const bought = node.bought.flatMap((item) => shelf.supply(item.pack, item.use).spans);
      return reach(demand, [...given, ...bought, ...more]);
    }
    return reach(demand, [...node.rest, ...more], { use: node.lack, owed: node.owed });
  }

  #node(draft: Omit<Node, 'bound'>): Node {
    const { cost, missing, cards } = draft;
    return { ...draft, bound: cost + this.#least(missing, this.#problem.cards - cards) };
  }

  #least(bytes: number, cards: number): number {
    return this.#bound.least(bytes, cards, this.#problem.rate);
  }

  /** The least that covers some bytes with one pack and whatever else. */
  #leastWith({ coverages }: Pack, missing: number, cards: number): number {
    let least = Number.POSITIVE_INFINITY;
    for (const { cost, bytes } of coverages) least = Math.min(least, cost + this.#least(missing - bytes, cards));
    return least;
  }
}

function isAllowed(pack: Pack, bought: readonly Bought[], cardsLeft: number): boolean {
  return cardsLeft >= 0 && (!isHeldOnce(pack) || bought.every((other) => other.pack.market !== pack.market));
}

/** A recurring offer is held once at a time, and bought once in a solution; some one-off ones a customer gets once. */
function isHeldOnce({ market }: Pack): boolean {
  return market.isOnce || market.offer.terms.fee.phases.some(({ times }) => times === null);
}

/** The packs as a bound counts them. */
export function coverOffers(packs: readonly Pack[]): CoverOffers {
  const once = new Map<MarketOffer, Coverage[]>();
  const offers = { cards: [] as Coverage[], packs: [] as Coverage[] };
  for (const pack of packs) {
    const { base, market, coverages } = pack;
    if (base === null && market.family === null) offers.cards.push(...coverages);
    else if (isHeldOnce(pack)) once.set(market, [...(once.get(market) ?? []), ...coverages]);
    else offers.packs.push(...coverages);
  }
  return { ...offers, once: [...once.values()] };
}

/** New cards that one purchase more makes: an add-on none, the first of a family one, any other pack one. */
function cardOf({ base, market }: Pack, bought: readonly Bought[]): number {
  if (base !== null) return 0;
  return market.family !== null && bought.some(({ pack }) => pack.market.family === market.family) ? 0 : 1;
}
