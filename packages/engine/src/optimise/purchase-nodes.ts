import { type CoverProblem, type Held, heldSupply, isOpen } from './cover-problem.ts';
import { UNITS_A_NODE, UNITS_A_SUPPLY } from './effort.ts';
import { fill, type Span } from './fill.ts';
import type { Pack } from './pack.ts';
import { type Bought, cardOf, cardsOf, familiesOf, isAllowed, isDataCard, tieOf } from './purchase-rules.ts';
import { leastCharge } from './unit-price.ts';

/** A set of purchases in the order of time. */
export type PurchaseNode = {
  readonly bought: readonly Bought[];
  readonly cost: number;
  /** What a byte of each use costs that no span serves, and the least of these prices. */
  readonly prices: Float64Array;
  readonly rate: number;
  readonly spans: readonly Span[];
  /** The least that any cover with these purchases costs. */
  readonly bound: number;
  /** Bytes no span serves, of each use and in all. */
  readonly unserved: Float64Array;
  readonly missing: number;
  /** The use of the last purchase; nothing is bought before it any more. */
  readonly since: number;
  /** The first use from `since` on that lacks something; -1 where none does. */
  readonly lack: number;
  /** A data card is still to be bought. */
  readonly needsCard: boolean;
};

type Draft = Pick<PurchaseNode, 'bought' | 'cost' | 'spans' | 'prices' | 'rate'>;

/** Makes sets of purchases from smaller ones, each with the least that any cover with it costs. */
export class PurchaseNodes {
  readonly #problem: CoverProblem;

  constructor(problem: CoverProblem) {
    this.#problem = problem;
  }

  /** Nothing bought. */
  root(): PurchaseNode {
    const { given, prices } = this.#problem;
    return this.#node({ bought: [], cost: 0, spans: given, prices, rate: leastCharge(prices) });
  }

  /**
   * One purchase more; null where that is not allowed, cannot beat the best or serves nothing more.
   * @param isIdleAllowed whether it may serve nothing more all the same.
   */
  with(node: PurchaseNode, bought: Bought, isIdleAllowed: boolean): PurchaseNode | null {
    const { room, shelf } = this.#problem;
    if (!isAllowed(bought, node.bought, { room, shelf })) return null;
    const { pack, use } = bought;
    const cost = node.cost + shelf.supply(pack, use).cost + tieOf(cardOf(pack, node.bought), 1);
    const held = isOpen(this.#problem, cost) ? heldSupply(this.#problem, bought) : null;
    if (!held) return null;
    const charged = this.#pricesWith(node, bought, held);
    const spans = [...node.spans, ...held.spans];
    const child = this.#node({ bought: [...node.bought, bought], cost, spans, ...charged });
    const isNeeded = node.needsCard && !child.needsCard;
    const helps = child.missing < node.missing || child.prices !== node.prices || isIdleAllowed || isNeeded;
    return helps && isOpen(this.#problem, child.bound) ? child : null;
  }

  /** The least that any cover with a pack more costs. */
  promise(pack: Pack, node: PurchaseNode): number {
    const cards = this.#problem.room.cards - cardsOf(node.bought) - cardOf(pack, node.bought);
    return cards < 0 ? Number.POSITIVE_INFINITY : node.cost + this.#leastWith(pack, node, cards);
  }

  #pricesWith({ prices, rate }: PurchaseNode, { pack, use }: Bought, { end }: Held): Pick<Draft, 'prices' | 'rate'> {
    if (!Number.isFinite(pack.rate)) return { prices, rate };
    const own = this.#problem.shelf.pricesOf(pack.market).prices;
    const isHeld = (index: number) => index >= use && index < end;
    const isLower = (price: number, index: number) => (own[index] as number) < price && isHeld(index);
    if (!prices.some(isLower)) return { prices, rate };
    const lower = prices.map((price, index) => (isLower(price, index) ? (own[index] as number) : price));
    return { prices: lower, rate: leastCharge(lower) };
  }

  #node(draft: Draft): PurchaseNode {
    const { bought, cost, spans, rate } = draft;
    const { demand, room, bound: bounds, effort, needsDataCard } = this.#problem;
    effort.spend(UNITS_A_NODE + 2 * demand.uses.length + 8 * spans.length);
    const needsCard = needsDataCard && !bought.some(({ pack }) => isDataCard(pack));
    const { missing, unserved } = fill(demand, spans);
    const since = bought.at(-1)?.use ?? 0;
    const tooLate = sumUpTo(unserved, since);
    const paid = tooLate > 0 ? cost + tooLate * rate : cost;
    const cards = room.cards - cardsOf(bought);
    const ask = { bytes: missing - tooLate, cards, families: familiesOf(bought), rate, needsCard };
    const roughly = paid + bounds.least(ask);
    const bound = isOpen(this.#problem, roughly) ? paid + bounds.leastFor({ spans, unserved, tooLate }, ask) : roughly;
    const lack = unserved.findIndex((amount, use) => use >= since && amount > 0);
    return { ...draft, bound, missing, lack, unserved, since, needsCard };
  }

  /** The least that covers some bytes with one pack and whatever else. */
  #leastWith(pack: Pack, node: PurchaseNode, cards: number): number {
    const { coverages } = pack;
    const { bound, effort } = this.#problem;
    const needsCard = node.needsCard && !isDataCard(pack);
    const families = familiesOf([...node.bought, { pack, use: 0 }]);
    effort.spend(UNITS_A_SUPPLY + 4 * coverages.length);
    let least = Number.POSITIVE_INFINITY;
    const rate = Math.min(pack.rate, node.rate);
    for (const { cost, bytes } of coverages) {
      const rest = { bytes: node.missing - bytes, cards, families, rate, needsCard };
      least = Math.min(least, cost + bound.least(rest));
    }
    return least;
  }
}

function sumUpTo(amounts: Float64Array, end: number): number {
  let sum = 0;
  for (let index = 0; index < end; index++) sum += amounts[index] as number;
  return sum;
}
