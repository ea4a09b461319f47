import { type Coverage, CoverBound } from './cover.ts';
import type { Demand } from './demand.ts';
import { type Filling, fill, type Span } from './fill.ts';
import type { Pack, PackShelf } from './pack.ts';

export type Bought = { readonly pack: Pack; readonly moment: number };

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

type Node = {
  readonly bought: readonly Bought[];
  readonly cost: number;
  readonly bound: number;
  readonly spans: readonly Span[];
};

/** A card more and a step more break ties: far below any difference of two real costs. */
const CARD_TIE = 1e-4;
const STEP_TIE = 1e-6;

export function tieOf(cards: number, steps: number): number {
  return cards * CARD_TIE + steps * STEP_TIE;
}

const TRIED_FIRST = 3;

/** A replay rounds each line to the minor unit; a difference below this is no other price. */
const ROUNDING = 1;

/** What one search did. `open` is the least bound of what was neither judged nor excluded. */
export type SearchCount = { nodes: number; excluded: number; open: number };

/**
 * Finds the cheapest purchases that cover a demand: first those that buy whenever something is missing, then, where the
 * bound leaves room, every other moment as well. Yields after each node, so that a caller may rest, stop or report.
 */
export class DataSearch {
  readonly #problem: DataProblem;
  readonly #judge: Judge;
  readonly #bound: CoverBound;
  readonly #seen = new Set<string>();
  readonly count: SearchCount = { nodes: 0, excluded: 0, open: Number.POSITIVE_INFINITY };
  /** The cost to beat. */
  readonly #toBeat: () => number;

  constructor(problem: DataProblem, judge: Judge, toBeat: () => number) {
    this.#problem = problem;
    this.#judge = judge;
    this.#toBeat = toBeat;
    const { packs, cards, rate, demand } = problem;
    const coverages: Coverage[] = packs.flatMap((pack) => pack.coverages);
    const isCounted = packs.every(({ base, market }) => base === null && market.family === null);
    this.#bound = new CoverBound(coverages, isCounted ? cards : Number.POSITIVE_INFINITY, {
      rate,
      needed: demand.total,
    });
  }

  /** The least any cover can cost. */
  get lowerBound(): number {
    return this.#least(fill(this.#problem.demand, this.#problem.given).total, this.#problem.cards);
  }

  *run(): Generator<void, void> {
    const root: Node = { bought: [], cost: 0, bound: this.lowerBound, spans: this.#problem.given };
    yield* this.#descend(root);
    const open = [root];
    this.#seen.clear();
    for (let node = takeLeast(open); node; node = takeLeast(open)) {
      if (!this.#isOpen(node.bound)) break;
      open.push(...this.#children(node, 'any'));
      yield;
    }
  }

  /** What is still open when the search is stopped early counts as its bound. */
  #isOpen(bound: number): boolean {
    return bound < this.#toBeat() - STEP_TIE / 2;
  }

  /** Depth first, buying only at the first moment that lacks something, the most promising few: finds good covers fast. */
  *#descend(node: Node): Generator<void, void> {
    const children = this.#children(node, 'first').sort((a, b) => a.bound - b.bound);
    yield;
    for (const child of children.slice(0, TRIED_FIRST)) if (this.#isOpen(child.bound)) yield* this.#descend(child);
  }

  /** Judges a node and makes the nodes with one purchase more that may still beat the best. */
  #children(node: Node, when: 'first' | 'any'): Node[] {
    this.count.nodes += 1;
    const filling = fill(this.#problem.demand, node.spans);
    this.#judgeNode(node, filling);
    if (filling.total === 0) return [];
    const cards = this.#cardsLeft(node.bought);
    return this.#problem.packs.flatMap((pack) => {
      if (!this.#isAllowed(pack, node.bought, cards)) return [];
      const bound = node.cost + this.#leastWith(pack, filling.total, cards - cardOf(pack, node.bought));
      if (this.#isOpen(bound)) return this.#bought(node, pack, { filling, when });
      this.count.excluded += 1;
      return [];
    });
  }

  #judgeNode({ bought, cost }: Node, { total }: Filling): void {
    const whole = total === 0 ? cost : cost + total * this.#problem.rate;
    if (!this.#isOpen(whole)) return;
    const real = this.#judge(bought);
    if (real !== null && real > whole + ROUNDING) this.count.open = Math.min(this.count.open, whole);
  }

  #isAllowed(pack: Pack, bought: readonly Bought[], cards: number): boolean {
    if (cardOf(pack, bought) > cards) return false;
    return !pack.market.isOnce || bought.every((other) => other.pack.market !== pack.market);
  }

  #cardsLeft(bought: readonly Bought[]): number {
    return this.#problem.cards - cardsOf(bought);
  }

  /** The nodes that buy a pack at the moments in question and serve more by it. */
  #bought(node: Node, pack: Pack, { filling, when }: { filling: Filling; when: 'first' | 'any' }): Node[] {
    const { unserved } = filling;
    const first = unserved.findIndex((amount) => amount > 0);
    const last = unserved.findLastIndex((amount) => amount > 0);
    const moments = when === 'first' ? [first] : Array.from({ length: last + 1 }, (_, moment) => moment);
    return moments.flatMap((moment) => this.#buyAt(node, { pack, moment }, filling.total));
  }

  #buyAt(node: Node, bought: Bought, missing: number): Node[] {
    const supply = this.#problem.shelf.supply(bought.pack, bought.moment);
    const tie = tieOf(cardOf(bought.pack, node.bought), 1);
    const cost = node.cost + supply.cost + tie;
    const all = [...node.bought, bought];
    if (!this.#isOpen(cost) || !this.#isNew(all)) return [];
    const spans = [...node.spans, ...supply.spans];
    const { total } = fill(this.#problem.demand, spans);
    const bound = cost + this.#least(total, this.#cardsLeft(all));
    if (total < missing && this.#isOpen(bound)) return [{ bought: all, cost, bound, spans }];
    this.count.excluded += 1;
    return [];
  }

  /** The same purchases in another order are the same. */
  #isNew(bought: readonly Bought[]): boolean {
    const { packs } = this.#problem;
    const key = bought
      .map(({ pack, moment }) => `${packs.indexOf(pack)}@${moment}`)
      .sort()
      .join();
    if (this.#seen.has(key)) return false;
    this.#seen.add(key);
    return true;
  }

  /** The least that covers some bytes with one pack and whatever else. */
  #leastWith({ coverages }: Pack, missing: number, cards: number): number {
    return coverages.reduce(
      (least, { cost, bytes }) => Math.min(least, cost + this.#least(Math.max(0, missing - bytes), cards)),
      Number.POSITIVE_INFINITY,
    );
  }

  #least(bytes: number, cards: number): number {
    return bytes === 0 ? 0 : this.#bound.least(bytes, cards);
  }
}

function takeLeast(open: Node[]): Node | undefined {
  let least = 0;
  for (let index = 1; index < open.length; index++) {
    if ((open[index] as Node).bound < (open[least] as Node).bound) least = index;
  }
  return open.splice(least, 1)[0];
}

/** Cards a set of purchases makes: an add-on none, a family one, any other pack one each. */
export function cardsOf(bought: readonly Bought[]): number {
  return bought.reduce((sum, { pack }, index) => sum + cardOf(pack, bought.slice(0, index)), 0);
}

function cardOf({ base, market }: Pack, before: readonly Bought[]): number {
  if (base !== null) return 0;
  return market.family !== null && before.some(({ pack }) => pack.market.family === market.family) ? 0 : 1;
}
