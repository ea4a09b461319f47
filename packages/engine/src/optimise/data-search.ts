import type { Demand } from './demand.ts';
import { type Effort, UNITS_A_DIVE, UNITS_A_NODE, UNITS_A_SUPPLY } from './effort.ts';
import { fill, type Span } from './fill.ts';
import { fillDearest } from './fill-scoped.ts';
import { LabelBook } from './label-book.ts';
import type { Pack } from './pack.ts';
import { PriorityQueue } from './priority-queue.ts';
import type { PurchaseBound } from './purchase-bound.ts';
import {
  type Bought,
  cardOf,
  cardsOf,
  familiesOf,
  isAllowed,
  isDataCard,
  isRecurring,
  type Room,
  STEP_TIE,
  tieOf,
} from './purchase-rules.ts';
import type { PackSupply, SupplyShelf } from './supply-shelf.ts';

/** What is to be covered: a demand, what already serves it, and what can be bought for the rest. */
export type DataProblem = {
  readonly demand: Demand;
  /** Spans that are there anyway. */
  readonly given: readonly Span[];
  readonly packs: readonly Pack[];
  /** What the packs can cost at least. */
  readonly bound: PurchaseBound;
  readonly shelf: SupplyShelf;
  readonly effort: Effort;
  readonly room: Room;
  /** Up to which use the card with a base plan is held that holds it at a use; null where none does. */
  readonly heldUntil: (base: string, use: number) => number | null;
  /** What a byte of each use costs one by one; infinite where it cannot be had. */
  readonly prices: Float64Array;
  /** A data card is to be among the purchases, even where nothing lacks. */
  readonly needsDataCard: boolean;
};

/**
 * What a cover really costs when it is replayed, the least it can cost beyond its fees as counted here, and whether
 * another share among its cards could cost less than the replay.
 */
export type Verdict = Cost | 'too-many';

type Cost = { readonly cost: number; readonly overage: number; readonly isExact: boolean };

/** Told each cover: `too-many` where nothing beside it can help. */
export type Judge = (bought: readonly Bought[]) => Verdict;

/** A set of purchases in the order of time. */
type Node = {
  readonly bought: readonly Bought[];
  readonly cost: number;
  /** What a byte of each use costs that no span serves, and the least of these prices. */
  readonly prices: Float64Array;
  readonly rate: number;
  readonly spans: readonly Span[];
  /** The least that any cover with these purchases costs. */
  readonly bound: number;
  /** Bytes no span serves, and the first use that lacks some; no use where all is served. */
  readonly unserved: Float64Array;
  readonly missing: number;
  readonly lack: number;
  /** Whether spans hold something for uses after the first that lacks some. */
  readonly hasFuture: boolean;
  /** A data card is still to be bought. */
  readonly needsCard: boolean;
  /** All is served as counted here but not in truth, so that more purchases may help all the same. */
  isWanting: boolean;
};

/** A replay rounds each line to the minor unit; a difference below this is no other price. */
const ROUNDING = 1;

/** A pack that may be bought next at some uses. */
type Choice = { readonly pack: Pack; readonly uses: readonly number[] };

/** So many packs are tried at each step of a dive. */
const MOST_PROMISING = 4;

/** So many purchases are tried before a rest. */
const CHILDREN_AT_ONCE = 128;

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
  readonly #bound: PurchaseBound;
  readonly #labels = new LabelBook();
  readonly #early: ReadonlySet<Pack>;
  readonly #starts = new Map<Pack, readonly number[]>();
  readonly #uses: readonly number[];
  readonly count: SearchCount = { nodes: 0, excluded: 0, open: Number.POSITIVE_INFINITY };
  /** The cost to beat. */
  readonly #toBeat: () => number;

  constructor(problem: DataProblem, judge: Judge, toBeat: () => number) {
    this.#problem = problem;
    this.#judge = judge;
    this.#toBeat = toBeat;
    const { bound, demand, packs, given, shelf } = problem;
    this.#bound = bound;
    this.#uses = demand.uses.map((_, use) => use);
    const isEven = demand.isEven && given.length === 0;
    this.#early = new Set(isEven ? packs.filter((pack) => !shelf.isAlikeEveryDay(pack)) : packs);
  }

  /** The least any cover can cost. */
  get lowerBound(): number {
    const { demand, given, room, prices, needsDataCard } = this.#problem;
    const { unserved, missing } = fill(demand, given);
    const rate = Math.min(...prices);
    const ask = { bytes: missing, cards: room.cards, families: [], rate, needsCard: needsDataCard };
    return this.#bound.leastFor({ spans: given, unserved, tooLate: 0 }, ask);
  }

  *run(): Generator<void, void> {
    const root = this.#root();
    yield* this.#dives(root);
    const open = new PriorityQueue<Node>((a, b) => a.bound - b.bound || b.lack - a.lack);
    open.push(root);
    for (let node = open.pop(); node && this.#isOpen(node.bound); node = open.pop()) {
      for (const child of this.#children(node)) {
        if (child) open.push(child);
        else yield;
      }
      yield;
    }
  }

  #root(): Node {
    const { given, prices } = this.#problem;
    return this.#node({ bought: [], cost: 0, spans: given, prices, rate: Math.min(...prices), isWanting: false });
  }

  /** A first answer with add-ons alone, which are few. */
  *diveForAddOns(): Generator<void, void> {
    const addOns = this.#problem.packs.filter(({ base }) => base !== null);
    yield* this.#diveFrom(this.#root(), addOns);
  }

  /** A first good answer, not proven to be the best. */
  *dive(): Generator<void, void> {
    yield* this.#dives(this.#root());
  }

  /** With all packs, with those that are kept, and with the kept ones of each base plan one by one. */
  *#dives(root: Node): Generator<void, void> {
    if (!this.#isOpen(root.bound)) return;
    const { packs } = this.#problem;
    const kept = packs.filter(({ cycles }) => cycles === null);
    const recurring = kept.filter((pack) => pack.base !== null && isRecurring(pack));
    const others = kept.length < packs.length ? [kept] : [];
    for (const some of [packs, ...others, ...recurring.map((pack) => [pack])]) yield* this.#diveFrom(root, some);
  }

  /**
   * Follows the most promising child down to a full cover, for no more than a dive's effort. Judged is the last and, where
   * bytes are sold one by one, the purchases on the way that look best with the rest paid so.
   */
  *#diveFrom(root: Node, packs: readonly Pack[]): Generator<void, void> {
    const { effort } = this.#problem;
    const most = effort.spent + UNITS_A_DIVE * this.#uses.length;
    let best = root;
    let node: Node | undefined = root;
    while (node && isUnfinished(node) && effort.spent < most) {
      node = this.#mostPromising(node, node.lack < 0 ? packs.filter(isDataCard) : packs);
      if (node && isBetterPaid(node, best)) best = node;
      yield;
    }
    this.#judgeNode(best);
    if (node && node.lack < 0 && node !== best) this.#judgeNode(node);
  }

  /** The child with the least bound, of the packs that promise most; of equals the one that serves more. */
  #mostPromising(node: Node, packs: readonly Pack[]): Node | undefined {
    const use = node.lack < 0 ? (node.bought.at(-1)?.use ?? 0) : node.lack;
    const promises = packs.map((pack) => ({ pack, bound: Math.floor(this.#promise(pack, node)) }));
    promises.sort((a, b) => a.bound - b.bound || mostOf(b.pack) - mostOf(a.pack));
    let best: Node | undefined;
    let tried = 0;
    for (const { pack, bound } of promises) {
      if ((best && best.bound < bound) || !this.#isOpen(bound) || tried === MOST_PROMISING) break;
      const child = this.#child(node, { pack, use });
      if (child) tried += 1;
      if (child && (!best || isBetter(child, best))) best = child;
    }
    return best;
  }

  #isOpen(bound: number): boolean {
    return bound < this.#toBeat() - STEP_TIE / 2;
  }

  /** Judges a node and makes the nodes with one purchase more that may still beat the best; null now and then, to rest. */
  *#children(node: Node): Generator<Node | null, void> {
    this.count.nodes += 1;
    this.#judgeNode(node);
    if (!node.isWanting && (node.lack < 0 || this.#isDominated(node))) return;
    let tried = 0;
    for (const { pack, uses } of this.#choicesAt(node)) {
      for (const use of uses) {
        const child = this.#child(node, { pack, use });
        if (child) yield child;
        if (++tried % CHILDREN_AT_ONCE === 0) yield null;
      }
    }
  }

  /** What may be bought next, and when. */
  *#choicesAt(node: Node): Generator<Choice, void> {
    const packs = this.#promising(node);
    if (node.isWanting) return yield* this.#lateChoices(node, 0, packs);
    for (const pack of packs) yield { pack, uses: [node.lack] };
    yield* this.#earlyChoices(node, packs);
    if (Number.isFinite(node.rate)) yield* this.#lateChoices(node, node.lack + 1, packs);
  }

  /** The packs that may still beat the best, whenever they are bought. */
  #promising(node: Node): Pack[] {
    const { packs } = this.#problem;
    const promising = packs.filter((pack) => this.#isOpen(this.#promise(pack, node)));
    this.count.excluded += packs.length - promising.length;
    return promising;
  }

  #judgeNode(node: Node): void {
    const atLeast = node.missing === 0 ? node.cost : node.cost + node.missing * node.rate;
    if (!this.#isOpen(atLeast) || !this.#isOpen(node.cost + this.#overage(node))) return;
    node.isWanting = node.needsCard;
    if (node.needsCard) return;
    const verdict = this.#judge(node.bought);
    if (verdict === 'too-many') return;
    const least = node.cost + verdict.overage;
    node.isWanting = verdict.cost > least + ROUNDING;
    if (node.isWanting && !verdict.isExact) this.count.open = Math.min(this.count.open, least);
  }

  /** The least that what no span serves costs one by one. */
  #overage({ missing, spans, prices, rate }: Node): number {
    if (missing === 0) return 0;
    if (!Number.isFinite(rate)) return Number.POSITIVE_INFINITY;
    const { unserved } = fillDearest(this.#problem.demand, spans, { prices });
    return unserved.reduce((sum, amount, use) => (amount > 0 ? sum + amount * (prices[use] as number) : sum), 0);
  }

  /** Purchases that have led no further for no less, with nothing left over that the others lack. */
  #isDominated({ spans, missing, lack, bought, cost, hasFuture, rate }: Node): boolean {
    if (hasFuture || this.#problem.given.length > 0 || spans.some(({ covers }) => covers)) return false;
    if (Number.isFinite(rate)) return false;
    const once = bought.filter(({ pack }) => pack.market.isOnce).map(({ pack }) => pack.market);
    const hasDataCard = bought.some(({ pack }) => pack.market.role === 'data');
    const { shelf } = this.#problem;
    const isStillHeld = ({ pack, use }: Bought) => isRecurring(pack) && shelf.supply(pack, use).end > lack;
    const held = bought
      .filter((item) => isStillHeld(item) || item.pack.market.takesSlot)
      .map(({ pack, use }) => `${pack.market.offer.id} ${use} ${pack.cycles}`);
    return this.#labels.isDominated({
      served: this.#problem.demand.total - missing,
      cost,
      rate,
      cards: cardsOf(bought),
      once: new Set(once),
      sort: [hasDataCard, ...familiesOf(bought), ...held.sort()].join('|'),
    });
  }

  /**
   * Buying before something lacks can help where the price or the volume depends on the day, and where the demand is
   * uneven, so that a short pack takes a peak and a long one the rest. With an even demand and packs alike on every day it
   * cannot: the short pack bought first serves no less.
   */
  *#earlyChoices(node: Node, packs: readonly Pack[]): Generator<Choice, void> {
    const since = node.bought.at(-1)?.use ?? 0;
    for (const pack of packs) {
      if (!this.#early.has(pack)) continue;
      const moments = this.#problem.given.length > 0 ? this.#momentsOf(pack) : this.#startsOf(pack);
      yield { pack, uses: moments.filter((use) => use >= since && use < node.lack) };
    }
  }

  /** The moments that may be better than the one before, and the first at which a card is held for an add-on. */
  #startsOf(pack: Pack): readonly number[] {
    const { shelf, heldUntil } = this.#problem;
    const { base } = pack;
    if (base === null) return shelf.momentsOf(pack);
    const known = this.#starts.get(pack);
    if (known) return known;
    const moments = new Set(shelf.momentsOf(pack));
    const starts = this.#uses.filter((use) => moments.has(use) || heldUntil(base, use - 1) === null);
    this.#starts.set(pack, starts);
    return starts;
  }

  /** Buying later, with what lacks until then bought byte by byte. */
  *#lateChoices(node: Node, from: number, packs: readonly Pack[]): Generator<Choice, void> {
    const since = Math.max(from, node.bought.at(-1)?.use ?? 0);
    const last = this.#lastPayable(node);
    for (const pack of packs) {
      yield { pack, uses: this.#momentsOf(pack).filter((use) => use >= since && use <= last) };
    }
  }

  /** The last use before which what lacks may still be bought byte by byte. */
  #lastPayable({ unserved, cost, rate }: Node): number {
    let paid = cost;
    for (const [use, amount] of unserved.entries()) {
      if (amount > 0) paid += amount * rate;
      if (!this.#isOpen(paid)) return use;
    }
    return unserved.length - 1;
  }

  /** An add-on may be better at any use: what it brings is consumed in an order of the rating engine's own. */
  #momentsOf(pack: Pack): readonly number[] {
    return pack.base === null ? this.#problem.shelf.momentsOf(pack) : this.#uses;
  }

  #child(node: Node, bought: Bought): Node | null {
    const { room, shelf } = this.#problem;
    if (!isAllowed(bought, node.bought, { room, shelf })) return null;
    const child = this.#buy(node, bought);
    if (!child) this.count.excluded += 1;
    return child;
  }

  /** The least that any cover with a pack more costs. */
  #promise(pack: Pack, node: Node): number {
    const cards = this.#problem.room.cards - cardsOf(node.bought) - cardOf(pack, node.bought);
    return cards < 0 ? Number.POSITIVE_INFINITY : node.cost + this.#leastWith(pack, node, cards);
  }

  /** The node with one purchase more; null where it cannot beat the best or serves nothing more. */
  #buy(node: Node, bought: Bought): Node | null {
    const { pack, use } = bought;
    const supply = this.#problem.shelf.supply(pack, use);
    const cost = node.cost + supply.cost + tieOf(cardOf(pack, node.bought), 1);
    if (!this.#isOpen(cost)) return null;
    const held = this.#whileHeld(bought);
    if (!held) return null;
    const spans = [...node.spans, ...held];
    const isWanting = node.isWanting && !node.needsCard;
    const charged = this.#pricesWith(node, bought, supply);
    const child = this.#node({ bought: [...node.bought, bought], cost, spans, ...charged, isWanting });
    const isNeeded = node.needsCard && !child.needsCard;
    const helps = child.missing < node.missing || child.prices !== node.prices || node.isWanting || isNeeded;
    return helps && this.#isOpen(child.bound) ? child : null;
  }

  #pricesWith({ prices, rate }: Node, { pack, use }: Bought, supply: PackSupply): Pick<Node, 'prices' | 'rate'> {
    if (!Number.isFinite(pack.rate)) return { prices, rate };
    const own = this.#problem.shelf.pricesOf(pack.market).prices;
    const isHeld = (index: number) => index >= use && index < supply.end;
    const isLower = (price: number, index: number) => (own[index] as number) < price && isHeld(index);
    if (!prices.some(isLower)) return { prices, rate };
    const lower = prices.map((price, index) => (isLower(price, index) ? (own[index] as number) : price));
    return { prices: lower, rate: Math.min(...lower) };
  }

  /** What a pack serves while its base plan is held; null where it is not. */
  #whileHeld({ pack, use }: Bought): readonly Span[] | null {
    const { shelf, heldUntil } = this.#problem;
    const { spans } = shelf.supply(pack, use);
    if (pack.base === null) return spans;
    const end = heldUntil(pack.base, use);
    return end === null ? null : spans.map((span) => (span.end > end ? { ...span, end } : span));
  }

  #node(draft: Pick<Node, 'bought' | 'cost' | 'spans' | 'prices' | 'rate' | 'isWanting'>): Node {
    const { bought, cost, spans, rate } = draft;
    const needsCard = this.#problem.needsDataCard && !bought.some(({ pack }) => isDataCard(pack));
    this.#problem.effort.spend(UNITS_A_NODE + 2 * this.#uses.length + 8 * spans.length);
    const { missing, lack, unserved, leftAfterLack } = fill(this.#problem.demand, spans);
    const since = bought.at(-1)?.use ?? 0;
    let tooLate = 0;
    for (let use = 0; use < since; use++) tooLate += unserved[use] as number;
    const paid = tooLate > 0 ? cost + tooLate * rate : cost;
    const cards = this.#problem.room.cards - cardsOf(bought);
    const ask = { bytes: missing - tooLate, cards, families: familiesOf(bought), rate, needsCard };
    const roughly = paid + this.#bound.least(ask);
    const bound = this.#isOpen(roughly) ? paid + this.#bound.leastFor({ spans, unserved, tooLate }, ask) : roughly;
    return { ...draft, bound, missing, lack, unserved, hasFuture: leftAfterLack > 0, needsCard };
  }

  /** The least that covers some bytes with one pack and whatever else. */
  #leastWith(pack: Pack, node: Node, cards: number): number {
    const { coverages } = pack;
    const needsCard = node.needsCard && !isDataCard(pack);
    const families = familiesOf([...node.bought, { pack, use: 0 }]);
    this.#problem.effort.spend(UNITS_A_SUPPLY + 4 * coverages.length);
    let least = Number.POSITIVE_INFINITY;
    const rate = Math.min(pack.rate, node.rate);
    for (const { cost, bytes } of coverages) {
      least = Math.min(
        least,
        cost + this.#bound.least({ bytes: node.missing - bytes, cards, families, rate, needsCard }),
      );
    }
    return least;
  }
}

/** Whether something lacks, or a data card. */
function isUnfinished({ lack, needsCard }: Node): boolean {
  return lack >= 0 || needsCard;
}

/** Whether purchases look better where what lacks beside them is paid byte by byte. */
function isBetterPaid(a: Node, b: Node): boolean {
  const costOf = ({ cost, missing, rate }: Node) => (missing === 0 ? cost : cost + missing * rate);
  return b.needsCard || costOf(a) < costOf(b);
}

function mostOf({ coverages }: Pack): number {
  return coverages.at(-1)?.bytes ?? 0;
}

function isBetter(a: Node, b: Node): boolean {
  return Math.floor(a.bound) === Math.floor(b.bound) ? a.missing < b.missing : a.bound < b.bound;
}
