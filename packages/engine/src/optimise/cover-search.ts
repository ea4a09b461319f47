import { addBeside } from './beside-dive.ts';
import { CoverDive } from './cover-dive.ts';
import { type CoverProblem, isOpen } from './cover-problem.ts';
import { fillDearest } from './fill-scoped.ts';
import { LabelBook } from './label-book.ts';
import type { Pack } from './pack.ts';
import { PriorityQueue } from './priority-queue.ts';
import { type Choice, PurchaseChoices } from './purchase-choices.ts';
import { type PurchaseNode, PurchaseNodes } from './purchase-nodes.ts';
import type { Bought } from './purchase-rules.ts';

/**
 * What a cover costs when it is replayed; the least it can cost beyond its fees as counted here; and the least it could if its
 * cards shared its uses otherwise, infinite where there is nothing to share.
 */
export type Verdict = Cost | 'too-many';

type Cost = { readonly cost: number; readonly overage: number; readonly otherwise: number };

/** It cannot beat the best, whatever a replay says. */
const NOT_JUDGED: Cost = {
  cost: Number.POSITIVE_INFINITY,
  overage: Number.POSITIVE_INFINITY,
  otherwise: Number.POSITIVE_INFINITY,
};

/**
 * What a cover costs in truth; at least as counted here; and as the quick pass counts it, each byte that is bought alone at
 * the least that any costs.
 */
type CoverCost = Cost & { readonly least: number; readonly counted: number };

/**
 * Told each cover, and what as counted here is to be paid beyond its fees. `too-many` where nothing beside it can help.
 */
export type Judge = (bought: readonly Bought[], overage: number) => Verdict;

/** A replay rounds each line to the minor unit; a difference below this is no other price, where all is counted that is charged. */
const ROUNDING = 1;

/** After so many nodes a dive looks for a better answer, which rules out more; then after twice as many, and so on. */
const NODES_BEFORE_DIVE = 32;

/** Purchases are tried for so many units of effort before a rest. */
const UNITS_AT_ONCE = 40_000;

/** What one search did. `open` is the least that a cover may cost of which only what it costs as counted here is known. */
export type SearchCount = { nodes: number; excluded: number; open: number };

/**
 * Finds the cheapest purchases that cover a demand, the most promising first. Purchases are made in the order of time.
 *
 * Two passes: the quick one takes each set of purchases to cost what is counted here, so that sets that cannot be better
 * than others need not be looked into. Where a replay costs more than that, its proof falls short; the thorough pass then
 * looks into all that may cost less than the best. Yields after each node, so that a caller may rest, stop or report.
 */
export class CoverSearch {
  readonly #problem: CoverProblem;
  readonly #judge: Judge;
  readonly #nodes: PurchaseNodes;
  readonly #choices: PurchaseChoices;
  readonly #dive: CoverDive;
  readonly count: SearchCount = { nodes: 0, excluded: 0, open: Number.POSITIVE_INFINITY };
  readonly #rounding: number;
  #reached = Number.NEGATIVE_INFINITY;
  /** Where something counts beside the demand, the cheapest cover that was judged, as counted here. */
  #likely: { readonly bought: readonly Bought[]; readonly counted: number } | null = null;

  constructor(problem: CoverProblem, judge: Judge) {
    this.#problem = problem;
    this.#rounding = problem.demand.beside.size > 0 ? 0 : ROUNDING;
    this.#judge = judge;
    this.#nodes = new PurchaseNodes(problem);
    this.#choices = new PurchaseChoices(problem);
    this.#dive = new CoverDive(problem, this.#nodes, (node) => this.#costOf(node));
  }

  /** Works out ahead what the bounds rest on, so that a caller may rest; to be done first. */
  *ready(): Generator<void, void> {
    const { bound } = this.#problem;
    yield* bound.ready();
    if (!isOpen(this.#problem, this.lowerBound)) return;
    yield* bound.readyByMonth();
    this.#nodes.root();
    yield;
  }

  /** The least any cover can cost. */
  get lowerBound(): number {
    return this.#nodes.root().bound;
  }

  /** What no cover goes below that may still be found, by now: it rises while sets of purchases are looked into. */
  get reached(): number {
    return this.#reached;
  }

  *run(): Generator<void, void> {
    yield* this.dive();
    const labels = new LabelBook(this.#problem);
    yield* this.#walk((node) => this.#quickChoices(node, labels));
    if (!isOpen(this.#problem, this.count.open)) return;
    this.count.open = Number.POSITIVE_INFINITY;
    yield* this.#walk((node) => this.#thoroughChoices(node));
  }

  /** A first answer with add-ons alone. */
  *diveForAddOns(): Generator<void, void> {
    yield* this.#dive.withAddOns(this.#nodes.root());
  }

  /** A first good answer, not proven to be the best. */
  *dive(): Generator<void, void> {
    yield* this.#dive.withAll(this.#nodes.root());
    if (this.#problem.demand.beside.size === 0) return;
    yield* this.diveForAddOns();
    if (this.#likely) yield* addBeside(this.#problem, this.#likely.bought, (bought) => this.#costWith(bought));
  }

  *#walk(choicesOf: (node: PurchaseNode) => Generator<void, Next>): Generator<void, void> {
    const open = new PriorityQueue<PurchaseNode>((a, b) => a.bound - b.bound || b.lack - a.lack);
    open.push(this.#nodes.root());
    let diveAt = this.count.nodes + NODES_BEFORE_DIVE;
    for (let node = open.pop(); node && isOpen(this.#problem, node.bound); node = open.pop()) {
      this.#reached = Math.max(this.#reached, Math.min(node.bound, this.count.open));
      this.count.nodes += 1;
      if (this.count.nodes === diveAt) {
        yield* this.#dive.onFrom(node);
        diveAt *= 2;
      }
      yield* this.#pushChildren(node, yield* choicesOf(node), open);
      yield;
    }
  }

  /** The nodes with one purchase more that may still beat the best. */
  *#pushChildren(
    node: PurchaseNode,
    { choices, mayBeIdle }: Next,
    open: PriorityQueue<PurchaseNode>,
  ): Generator<void, void> {
    const { effort } = this.#problem;
    let restedAt = effort.spent;
    for (const { pack, uses } of choices) {
      for (const use of uses) {
        const child = this.#nodes.with(node, { pack, use }, mayBeIdle(pack));
        if (child) open.push(child);
        else this.count.excluded += 1;
        if (effort.spent - restedAt < UNITS_AT_ONCE) continue;
        restedAt = effort.spent;
        yield;
      }
    }
  }

  *#quickChoices(node: PurchaseNode, labels: LabelBook): Generator<void, Next> {
    const cost = this.#costOf(node);
    yield;
    if (cost && cost.cost > cost.counted + this.#rounding) this.count.open = Math.min(this.count.open, cost.counted);
    const label = labels.labelOf(node);
    const choices = labels.isDominated(label, node.since) ? [] : yield* this.#usefulChoices(node);
    const from = choices.reduce((least, { uses }) => Math.min(least, uses[0] as number), Number.POSITIVE_INFINITY);
    const isOver = choices.length === 0 || (from > node.since && labels.isDominated(label, from));
    if (!isOver) labels.keep(label);
    return { choices: isOver ? [] : choices, mayBeIdle: () => false };
  }

  *#usefulChoices(node: PurchaseNode): Generator<void, Choice[]> {
    const { effort } = this.#problem;
    const useful: Choice[] = [];
    let restedAt = effort.spent;
    for (const choice of this.#choices.quick(node, this.#promising(node))) {
      if (choice.uses.length > 0) useful.push(choice);
      if (effort.spent - restedAt < UNITS_AT_ONCE) continue;
      restedAt = effort.spent;
      yield;
    }
    return useful;
  }

  *#thoroughChoices(node: PurchaseNode): Generator<void, Next> {
    const cost = this.#costOf(node);
    yield;
    const isWanting = cost !== null && isOpen(this.#problem, cost.least) && cost.cost > cost.least + this.#rounding;
    if (isWanting) this.count.open = Math.min(this.count.open, node.cost + cost.otherwise);
    const isOver = node.lack < 0 && !node.needsCard && !isWanting;
    const choices = isOver ? [] : this.#choices.thorough(node, this.#promising(node), isWanting);
    return { choices, mayBeIdle: ({ market }) => isWanting || this.#problem.shelf.holdsBeside(market) };
  }

  /** The packs that may still beat the best, whenever they are bought. */
  #promising(node: PurchaseNode): Pack[] {
    const { packs } = this.#problem;
    const promising = packs.filter((pack) => isOpen(this.#problem, this.#nodes.promise(pack, node)));
    this.count.excluded += packs.length - promising.length;
    return promising;
  }

  /** What a cover costs; null where it is none or cannot beat the best. */
  #costOf(node: PurchaseNode): CoverCost | null {
    const counted = node.missing === 0 ? node.cost : node.cost + node.missing * node.rate;
    if (node.needsCard || !isOpen(this.#problem, counted)) return null;
    const overage = this.#overage(node);
    const verdict = isOpen(this.#problem, node.cost + overage) ? this.#judge(node.bought, overage) : NOT_JUDGED;
    if (verdict === 'too-many') return null;
    const isLikely = counted < (this.#likely?.counted ?? Number.POSITIVE_INFINITY);
    if (this.#problem.demand.beside.size > 0 && isLikely) this.#likely = { bought: node.bought, counted };
    return { ...verdict, counted, least: node.cost + verdict.overage };
  }

  #costWith(bought: readonly Bought[]): number {
    const verdict = this.#judge(bought, Number.POSITIVE_INFINITY);
    return verdict === 'too-many' ? Number.POSITIVE_INFINITY : verdict.cost;
  }

  /** The least that what no span serves costs one by one. */
  #overage({ missing, spans, prices, rate }: PurchaseNode): number {
    if (missing === 0) return 0;
    if (!Number.isFinite(rate)) return Number.POSITIVE_INFINITY;
    const { unserved } = fillDearest(this.#problem.demand, spans, { prices });
    return unserved.reduce((sum, amount, use) => (amount > 0 ? sum + amount * (prices[use] as number) : sum), 0);
  }
}

/** What may follow a set of purchases, and which of it may serve nothing more. */
type Next = { readonly choices: Iterable<Choice>; readonly mayBeIdle: (pack: Pack) => boolean };
