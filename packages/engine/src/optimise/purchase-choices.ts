import { type CoverProblem, heldSupply, isOpen } from './cover-problem.ts';
import type { Span } from './fill.ts';
import type { Pack } from './pack.ts';
import type { PurchaseNode } from './purchase-nodes.ts';
import { type Bought, isDataCard, isInSlot, isInTheWay, standsInTheWay } from './purchase-rules.ts';

/** A pack that may be bought next, and at which uses. */
export type Choice = { readonly pack: Pack; readonly uses: readonly number[] };

/**
 * What may be bought next, and when: at the first use that lacks something; before it where that can be of use; after it
 * where what lacks until then may be paid byte by byte.
 */
export class PurchaseChoices {
  readonly #problem: CoverProblem;
  /** Whether the cards of the plan sell bytes one by one. */
  readonly #sellsBytes: boolean;
  readonly #isEven: boolean;
  readonly #starts = new Map<Pack, readonly number[]>();

  constructor(problem: CoverProblem) {
    this.#problem = problem;
    const { demand, given, packs, prices } = problem;
    this.#sellsBytes = prices.some(Number.isFinite);
    this.#isEven = demand.isEven && given.length === 0 && packs.every((pack) => this.#isFree(pack));
  }

  /** Purchases of which one leads to a cheapest cover, if such a cover costs what is counted here. */
  *quick(node: PurchaseNode, packs: readonly Pack[]): Generator<Choice, void> {
    const { lack, since, needsCard, rate } = node;
    if (lack < 0 && !needsCard) return;
    if (lack < 0) return yield* this.#startsFrom(since, node, packs.filter(isDataCard));
    for (const pack of packs) yield { pack, uses: [...this.#usefulBefore(node, pack), lack] };
    if (Number.isFinite(rate)) yield* this.#startsFrom(lack + 1, node, packs);
  }

  /**
   * Purchases at every moment at which they may be worth more in truth than is counted here: what an add-on brings is
   * consumed in an order of the rating engine's own.
   * @param isWanting whether all is served as counted here, but not in truth.
   */
  *thorough(node: PurchaseNode, packs: readonly Pack[], isWanting: boolean): Generator<Choice, void> {
    const { lack, since, rate } = node;
    if (isWanting || lack < 0) return yield* this.#from(since, node, packs);
    for (const pack of packs) yield { pack, uses: [lack] };
    for (const pack of packs) {
      if (!this.#canHelpEarly(pack)) continue;
      const isAnyUse =
        this.#problem.given.length > 0 || this.#hidesRate(pack) || this.#problem.shelf.holdsBeside(pack.market);
      const moments = isAnyUse ? this.#momentsOf(pack, node) : this.#startsOf(pack, node);
      yield { pack, uses: moments.filter((use) => use >= since && use < lack) };
    }
    if (Number.isFinite(rate)) yield* this.#from(lack + 1, node, packs);
  }

  /**
   * Buying before something lacks can help where the price or the volume depends on the day, and where the demand is
   * uneven, so that a short pack takes a peak and a long one the rest. With an even demand and packs alike on every day, which
   * may be bought on each, it cannot: the short pack bought first serves no less.
   */
  #canHelpEarly(pack: Pack): boolean {
    return !this.#isEven || !this.#problem.shelf.isAlikeEveryDay(pack);
  }

  /** Whether a pack may be bought on any day, whatever else is held, and never better later. */
  #isFree(pack: Pack): boolean {
    const { heldUntil, demand } = this.#problem;
    const { base, market } = pack;
    const isHeld = base === null || heldUntil(base, 0) === demand.uses.length;
    return (
      isHeld && market.conflicts.length === 0 && !this.#hidesRate(pack) && !this.#problem.shelf.holdsBeside(market)
    );
  }

  /** Whether bytes can be had one by one only before a pack is bought, whose own rate hides that of the plan. */
  #hidesRate({ base, market }: Pack): boolean {
    return this.#sellsBytes && base !== null && this.#problem.shelf.hasRate(market);
  }

  /** The moments since the last purchase at which a pack may be worth more than where something lacks. */
  #usefulBefore(node: PurchaseNode, pack: Pack): number[] {
    const { spans, since, lack } = node;
    if (since >= lack || !this.#canHelpEarly(pack)) return [];
    const moments = [since, ...this.#startsOf(pack, node).filter((use) => use > since && use < lack)];
    const lastEnd = spans.reduce((most, { first, end }) => (first < lack && end > most ? end : most), 0);
    return moments.filter((use) => !this.#canWait(pack, use, { lack, lastEnd }));
  }

  /**
   * Whether a pack that is bought when something lacks is worth no less than bought before. What it would have served until
   * then others serve, and it serves in their stead as long as any of them lives.
   */
  #canWait(pack: Pack, use: number, { lack, lastEnd }: { lack: number; lastEnd: number }): boolean {
    const { shelf } = this.#problem;
    const sooner = heldSupply(this.#problem, { pack, use });
    const later = heldSupply(this.#problem, { pack, use: lack });
    if (!sooner) return true;
    if (!later || shelf.supply(pack, lack).cost > shelf.supply(pack, use).cost) return false;
    if (later.end < sooner.end || (standsInTheWay(pack) && later.end !== sooner.end)) return false;
    const [first] = later.spans;
    const isAsLong = !!first && first.end >= lastEnd && sooner.spans.length === later.spans.length;
    return isAsLong && sooner.spans.every(isWithin(later.spans, lack));
  }

  /**
   * The moments that may be better than the one before: by themselves, as the first at which a card is held for an add-on, or
   * as the first at which nothing stands in the way any more.
   */
  #startsOf(pack: Pack, { bought }: PurchaseNode): readonly number[] {
    const starts = this.#ownStartsOf(pack);
    const freed = this.#freedFor(pack, bought);
    return freed.length === 0 ? starts : [...new Set([...starts, ...freed])].sort((a, b) => a - b);
  }

  #ownStartsOf(pack: Pack): readonly number[] {
    const { shelf, heldUntil, demand } = this.#problem;
    const { base } = pack;
    if (base === null) return shelf.momentsOf(pack);
    const known = this.#starts.get(pack);
    if (known) return known;
    const moments = new Set(shelf.momentsOf(pack));
    const starts = [...demand.uses.keys()].filter((use) => moments.has(use) || heldUntil(base, use - 1) === null);
    this.#starts.set(pack, starts);
    return starts;
  }

  /** The uses from which on another card is no longer in a slot, or what stands in the way no longer held. */
  #freedFor(pack: Pack, bought: readonly Bought[]): number[] {
    const { shelf, demand, freed } = this.#problem;
    const ends = bought.flatMap(({ pack: other, use }) => {
      const { until, end } = shelf.supply(other, use);
      if (until !== null && isInSlot(other) && isInSlot(pack)) return [demand.indexFrom(until)];
      return isInTheWay(other, pack) ? [end] : [];
    });
    return [...(isInSlot(pack) ? freed : []), ...ends].filter((use) => use < demand.uses.length);
  }

  /** Each pack from a use on, at that use and where it may be better than at the use before. */
  *#startsFrom(from: number, node: PurchaseNode, packs: readonly Pack[]): Generator<Choice, void> {
    const last = this.#lastPayable(node);
    const isPayable = (use: number) => use >= from && use <= last;
    for (const pack of packs) {
      const starts = this.#startsOf(pack, node).filter(isPayable);
      yield { pack, uses: starts[0] === from || !isPayable(from) ? starts : [from, ...starts] };
    }
  }

  *#from(from: number, node: PurchaseNode, packs: readonly Pack[]): Generator<Choice, void> {
    const last = this.#lastPayable(node);
    for (const pack of packs) {
      yield { pack, uses: this.#momentsOf(pack, node).filter((use) => use >= from && use <= last) };
    }
  }

  /** The last use before which what lacks may still be bought byte by byte. */
  #lastPayable({ unserved, cost, rate }: PurchaseNode): number {
    let paid = cost;
    for (const [use, amount] of unserved.entries()) {
      if (amount > 0) paid += amount * rate;
      if (!isOpen(this.#problem, paid)) return use;
    }
    return unserved.length - 1;
  }

  /** An add-on may be better at any use. */
  #momentsOf(pack: Pack, node: PurchaseNode): readonly number[] {
    return pack.base === null ? this.#startsOf(pack, node) : [...this.#problem.demand.uses.keys()];
  }
}

/** Whether a span of a purchase lies within that of a later one, what is served before use `lack` apart. */
function isWithin(later: readonly Span[], lack: number): (span: Span, index: number) => boolean {
  return (span, index) => {
    const own = later[index] as Span;
    const isPlain = !span.covers && !own.covers;
    return isPlain && own.first <= Math.max(span.first, lack) && own.end >= span.end && own.amount >= span.amount;
  };
}
