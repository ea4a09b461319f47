import { type Coverage, CoverBound, type CoverOffers } from './cover.ts';
import type { Demand } from './demand.ts';
import { fill, type Span } from './fill.ts';
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
  readonly spans: readonly Span[];
  /** The least that any cover with these purchases costs. */
  readonly bound: number;
  /** Bytes no span serves, and the first use that lacks some; no use where all is served. */
  readonly missing: number;
  readonly lack: number;
};

/** A card more and a step more break ties: far below any difference of two real costs. */
const CARD_TIE = 1e-4;
const STEP_TIE = 1e-6;

export function tieOf(cards: number, steps: number): number {
  return cards * CARD_TIE + steps * STEP_TIE;
}

/** A replay rounds each line to the minor unit; a difference below this is no other price. */
const ROUNDING = 1;

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
    const { cards, demand, packs, given } = problem;
    this.#bound = new CoverBound(coverOffers(packs), cards, demand.total);
    this.#isEven = demand.isEven && given.length === 0;
  }

  /** The least any cover can cost. */
  get lowerBound(): number {
    const { demand, given, cards } = this.#problem;
    return this.#least(fill(demand, given).missing, cards);
  }

  *run(): Generator<void, void> {
    const root = this.#node([], { cost: 0, spans: this.#problem.given });
    yield* this.#dive(root);
    const open = new PriorityQueue<Node>((a, b) => a.bound - b.bound || b.lack - a.lack);
    open.push(root);
    for (let node = open.pop(); node && this.#isOpen(node.bound); node = open.pop()) {
      for (const child of this.#children(node)) open.push(child);
      yield;
    }
  }

  /** Follows the most promising child down to a full cover: a first good answer. */
  *#dive(root: Node): Generator<void, void> {
    for (let node: Node | undefined = root; node; ) {
      const children: Node[] = this.#childrenAt(node, node.lack, this.#problem.packs);
      this.#judgeNode(node);
      node = children.reduce<Node | undefined>(
        (best, child) => (best && best.bound <= child.bound ? best : child),
        undefined,
      );
      yield;
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

  /** Purchases that have led no further for no less, with nothing left over that the others lack. */
  #isDominated({ spans, lack, missing, bought, cost }: Node): boolean {
    const hasFuture = spans.some(({ end }) => end > lack) && fill(this.#problem.demand, spans).leftAfterLack > 0;
    if (hasFuture) return false;
    const once = new Set(bought.filter(({ pack }) => isHeldOnce(pack)).map(({ pack }) => pack.market));
    return this.#labels.isDominated({
      served: this.#problem.demand.total - missing,
      cost,
      cards: cardsOf(bought),
      once,
    });
  }

  /**
   * Buying before something lacks can help where the price or the volume depends on the day, and where the demand is
   * uneven, so that a short pack takes a peak and a long one the rest. With an even demand and packs alike on every day it
   * cannot: the short pack bought first serves no less.
   */
  #earlyChildren(node: Node): Node[] {
    const { packs, shelf, demand } = this.#problem;
    const early = this.#isEven ? packs.filter((pack) => !shelf.isAlikeEveryDay(pack)) : packs;
    const since = node.bought.at(-1)?.use ?? 0;
    const uses = demand.firstOfDays.filter((use) => use >= since && use < node.lack);
    return uses.flatMap((use) => this.#childrenAt(node, use, early));
  }

  #childrenAt(node: Node, use: number, packs: readonly Pack[]): Node[] {
    if (use < 0) return [];
    const cards = this.#problem.cards - cardsOf(node.bought);
    return packs.flatMap((pack) => {
      if (!this.#isAllowed(pack, node.bought, cards)) return [];
      const bound = node.cost + this.#leastWith(pack, node.missing, cards - cardOf(pack, node.bought));
      const child = this.#isOpen(bound) ? this.#buy(node, { pack, use }) : null;
      if (!child) this.count.excluded += 1;
      return child ? [child] : [];
    });
  }

  #isAllowed(pack: Pack, bought: readonly Bought[], cards: number): boolean {
    if (cardOf(pack, bought) > cards) return false;
    return !isHeldOnce(pack) || bought.every((other) => other.pack.market !== pack.market);
  }

  /** The node with one purchase more; null where it cannot beat the best or serves nothing more. */
  #buy(node: Node, bought: Bought): Node | null {
    const supply = this.#problem.shelf.supply(bought.pack, bought.use);
    const cost = node.cost + supply.cost + tieOf(cardOf(bought.pack, node.bought), 1);
    if (!this.#isOpen(cost)) return null;
    const child = this.#node([...node.bought, bought], { cost, spans: [...node.spans, ...supply.spans] });
    return child.missing < node.missing && this.#isOpen(child.bound) ? child : null;
  }

  #node(bought: readonly Bought[], { cost, spans }: { cost: number; spans: readonly Span[] }): Node {
    const { missing, lack } = fill(this.#problem.demand, spans);
    const bound = cost + this.#least(missing, this.#problem.cards - cardsOf(bought));
    return { bought, cost, spans, bound, missing, lack };
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

/** Cards a set of purchases makes: an add-on none, a family one, any other pack one each. */
export function cardsOf(bought: readonly Bought[]): number {
  let cards = 0;
  for (let index = 0; index < bought.length; index++) cards += cardOf((bought[index] as Bought).pack, bought, index);
  return cards;
}

function cardOf({ base, market }: Pack, bought: readonly Bought[], before = bought.length): number {
  if (base !== null) return 0;
  if (market.family === null) return 1;
  for (let index = 0; index < before; index++) if (bought[index]?.pack.market.family === market.family) return 0;
  return 1;
}
