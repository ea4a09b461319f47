import { type CoverProblem, isOpen } from './cover-problem.ts';
import { UNITS_A_DIVE } from './effort.ts';
import type { Pack } from './pack.ts';
import type { PurchaseNode, PurchaseNodes } from './purchase-nodes.ts';
import { isDataCard, isRecurring } from './purchase-rules.ts';

/** So many packs are tried at each step. */
const MOST_PROMISING = 4;

/** Finds good purchases soon, not proven to be the best: the most promising next one, again and again. */
export class CoverDive {
  readonly #problem: CoverProblem;
  readonly #nodes: PurchaseNodes;
  readonly #judge: (node: PurchaseNode) => void;

  constructor(problem: CoverProblem, nodes: PurchaseNodes, judge: (node: PurchaseNode) => void) {
    this.#problem = problem;
    this.#nodes = nodes;
    this.#judge = judge;
  }

  /** With add-ons alone, which are few. Yields after each step, so that a caller may rest. */
  *withAddOns(root: PurchaseNode): Generator<void, void> {
    yield* this.#from(
      root,
      this.#problem.packs.filter(({ base }) => base !== null),
    );
  }

  /** With all packs, with those that are kept, and with the kept ones of each base plan one by one. */
  *withAll(root: PurchaseNode): Generator<void, void> {
    if (!isOpen(this.#problem, root.bound)) return;
    const { packs } = this.#problem;
    const kept = packs.filter(({ cycles }) => cycles === null);
    const recurring = kept.filter((pack) => pack.base !== null && isRecurring(pack));
    const others = kept.length < packs.length ? [kept] : [];
    for (const some of [packs, ...others, ...recurring.map((pack) => [pack])]) yield* this.#from(root, some);
  }

  /** On from purchases that look good, with all packs. */
  *onFrom(node: PurchaseNode): Generator<void, void> {
    yield* this.#from(node, this.#problem.packs);
  }

  /**
   * Follows the most promising child down to a full cover, for no more than a dive's effort. Judged is the last and, where
   * bytes are sold one by one, the purchases on the way that look best with the rest paid so.
   */
  *#from(root: PurchaseNode, packs: readonly Pack[]): Generator<void, void> {
    const { effort, demand } = this.#problem;
    const most = effort.spent + UNITS_A_DIVE * demand.uses.length;
    let best = root;
    let node: PurchaseNode | undefined = root;
    while (node && isUnfinished(node) && effort.spent < most) {
      node = yield* this.#mostPromising(node, node.lack < 0 ? packs.filter(isDataCard) : packs);
      if (node && isBetterPaid(node, best)) best = node;
      yield;
    }
    this.#judge(best);
    if (node && node.lack < 0 && node !== best) this.#judge(node);
  }

  /** The child with the least bound, of the packs that promise most; of equals the one that serves more. */
  *#mostPromising(node: PurchaseNode, packs: readonly Pack[]): Generator<void, PurchaseNode | undefined> {
    const use = node.lack < 0 ? node.since : node.lack;
    const promises = packs.map((pack) => ({ pack, bound: Math.floor(this.#nodes.promise(pack, node)) }));
    promises.sort((a, b) => a.bound - b.bound || mostOf(b.pack) - mostOf(a.pack));
    yield;
    let best: PurchaseNode | undefined;
    let tried = 0;
    for (const { pack, bound } of promises) {
      if ((best && best.bound < bound) || !isOpen(this.#problem, bound) || tried === MOST_PROMISING) break;
      const child = this.#nodes.with(node, { pack, use }, false);
      if (child) tried += 1;
      if (child && (!best || isBetter(child, best))) best = child;
      yield;
    }
    return best;
  }
}

/** Whether something lacks, or a data card. */
function isUnfinished({ lack, needsCard }: PurchaseNode): boolean {
  return lack >= 0 || needsCard;
}

/** Whether purchases look better where what lacks beside them is paid byte by byte. */
function isBetterPaid(a: PurchaseNode, b: PurchaseNode): boolean {
  const costOf = ({ cost, missing, rate }: PurchaseNode) => (missing === 0 ? cost : cost + missing * rate);
  return b.needsCard || costOf(a) < costOf(b);
}

function mostOf({ coverages }: Pack): number {
  return coverages.at(-1)?.bytes ?? 0;
}

function isBetter(a: PurchaseNode, b: PurchaseNode): boolean {
  return Math.floor(a.bound) === Math.floor(b.bound) ? a.missing < b.missing : a.bound < b.bound;
}
