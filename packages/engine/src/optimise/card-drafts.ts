import type { UsageEvent } from '../usage.ts';
import type { Bought } from './data-search.ts';
import type { Demand } from './demand.ts';
import type { PackShelf } from './pack.ts';
import type { SolutionCard } from './solution.ts';
import type { TalkPlan } from './talk-plan.ts';

type CardDraft = { readonly family: string | null; readonly bought: Bought[]; readonly given: Map<number, number> };

/** The cards of a solution while uses are given to them: those of the plan first, then one for each new data card. */
export class CardDrafts {
  readonly #plan: TalkPlan;
  readonly #demand: Demand;
  readonly #groups: CardDraft[];

  constructor(plan: TalkPlan, bought: readonly Bought[], demand: Demand) {
    this.#plan = plan;
    this.#demand = demand;
    this.#groups = plan.cards.map(() => ({ family: null, bought: [], given: new Map() }));
    for (const item of bought) this.#place(item);
  }

  #place(item: Bought): void {
    const { base, market } = item.pack;
    const ofPlan = base === null ? -1 : this.#plan.cards.findIndex((card) => card.market.offer.id === base);
    const known =
      ofPlan >= 0
        ? this.#groups[ofPlan]
        : this.#groups.find(({ family }) => family !== null && family === market.family);
    if (known) known.bought.push(item);
    else this.#groups.push({ family: market.family, bought: [item], given: new Map() });
  }

  ownerOf(item: Bought): number {
    return this.#groups.findIndex(({ bought }) => bought.includes(item));
  }

  give(owner: number, use: number, amount: number): void {
    const { given } = this.#groups[owner] as CardDraft;
    given.set(use, (given.get(use) ?? 0) + amount);
  }

  /** To the plan card that is active then and has the lowest rate. */
  giveToRate(use: number, amount: number): void {
    const at = this.#demand.moments[use] as number;
    let best = -1;
    for (const [index, { purchase, rate }] of this.#plan.cards.entries()) {
      const isActive = purchase.at <= at && (purchase.until === undefined || at < purchase.until);
      if (isActive && (best < 0 || rate < (this.#plan.cards[best]?.rate ?? 0))) best = index;
    }
    if (best >= 0) this.give(best, use, amount);
    else if (this.#groups.length > 0) this.give(0, use, amount);
  }

  cards(shelf: PackShelf): SolutionCard[] {
    return this.#groups.map(({ bought, given }, index) => {
      const own = this.#plan.cards[index];
      const data = [...given].map(([use, amount]) => ({ ...(this.#demand.uses[use] as UsageEvent), amount }));
      const uses = [...(own?.talk ?? []), ...data].sort((a, b) => a.at - b.at);
      const purchases = bought.map(({ pack, use }) => {
        const { until } = shelf.supply(pack, use);
        const at = this.#demand.moments[use] as UsageEvent['at'];
        return { offer: pack.market.offer.id, at, ...(until === null ? {} : { until }) };
      });
      const offers = [...(own ? [own.market] : []), ...new Set(bought.map(({ pack }) => pack.market))];
      return { offers, purchases: [...(own ? [own.purchase] : []), ...purchases.sort((a, b) => a.at - b.at)], uses };
    });
  }
}
