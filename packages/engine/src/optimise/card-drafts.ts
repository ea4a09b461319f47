import type { UsageEvent } from '../usage.ts';
import type { Span } from './fill.ts';
import type { MarketOffer } from './market.ts';
import type { Optimiser } from './optimiser.ts';
import type { Bought } from './purchase-rules.ts';
import type { SolutionCard } from './solution.ts';
import type { TalkCard, TalkPlan } from './talk-plan.ts';

type CardDraft = {
  readonly own: TalkCard | null;
  readonly family: string | null;
  readonly bought: Bought[];
  readonly given: Map<number, number>;
};

/** The cards of a solution while uses are given to them: those of the plan first, then one for each new data card. */
export class CardDrafts {
  readonly #optimiser: Optimiser;
  readonly #groups: CardDraft[];
  readonly #owners = new Map<Bought, number>();
  /** What a byte of each use costs on each card. */
  readonly #rates: readonly Float64Array[];

  constructor(plan: TalkPlan, bought: readonly Bought[], optimiser: Optimiser) {
    this.#optimiser = optimiser;
    this.#groups = plan.cards.map((own) => ({ own, family: null, bought: [], given: new Map() }));
    for (const item of bought) this.#place(item);
    this.#rates = this.#groups.map((group) => this.#ratesOf(group));
  }

  #place(item: Bought): void {
    const { base, market } = item.pack;
    const known = this.#groups.findIndex(({ own, family }) =>
      base === null
        ? family !== null && family === market.family
        : own !== null && isHeld(own, base, this.#at(item.use)),
    );
    const owner =
      known >= 0 ? known : this.#groups.push({ own: null, family: market.family, bought: [], given: new Map() }) - 1;
    this.#groups[owner]?.bought.push(item);
    this.#owners.set(item, owner);
  }

  #at(use: number): UsageEvent['at'] {
    return this.#optimiser.demand.moments[use] as UsageEvent['at'];
  }

  ownerOf(item: Bought): number {
    return this.#owners.get(item) as number;
  }

  /** What a purchase serves on its card, while the card is held. */
  spansOf(item: Bought): readonly Span[] {
    const { spans } = this.#optimiser.shelf.supply(item.pack, item.use);
    const { until } = this.#groups[this.ownerOf(item)]?.own?.purchase ?? {};
    if (until === undefined) return spans;
    const end = this.#optimiser.demand.indexFrom(until);
    return spans.map((span) => (span.end > end ? { ...span, end } : span));
  }

  give(owner: number, use: number, amount: number): void {
    const { given } = this.#groups[owner] as CardDraft;
    given.set(use, (given.get(use) ?? 0) + amount);
  }

  /** To the card that has the lowest rate then. */
  giveToRate(use: number, amount: number): void {
    const rates = this.#rates.map((own) => own[use] as number);
    const owner = rates.indexOf(Math.min(...rates));
    if (owner >= 0) this.give(owner, use, amount);
  }

  /** What a byte of each use costs on the card where it costs the least. */
  prices(): Float64Array {
    const { demand } = this.#optimiser;
    return Float64Array.from(demand.uses, (_, use) => Math.min(...this.#rates.map((own) => own[use] as number)));
  }

  /** The rates that hold on a card: of what was bought last and has one, add-ons before the base plan. */
  #ratesOf({ own, bought }: CardDraft): Float64Array {
    const { demand, shelf, planData } = this.#optimiser;
    const rates = new Float64Array(demand.uses.length).fill(Number.POSITIVE_INFINITY);
    const isRated = new Uint8Array(rates.length);
    const [held, given] = own ? planData.held(own) : [0, rates.length];
    const add = (market: MarketOffer, first: number, end: number) => {
      const charge = shelf.pricesOf(market);
      for (let use = Math.max(first, held); use < Math.min(end, given); use++) {
        if (!charge.isRated[use] && (isRated[use] || Number.isFinite(rates[use]))) continue;
        rates[use] = charge.prices[use] as number;
        isRated[use] = Number(charge.isRated[use]);
      }
    };
    if (own) add(own.market, held, given);
    for (const { pack, use } of bought) add(pack.market, use, shelf.supply(pack, use).end);
    return rates;
  }

  /** Whether some use could be carried by more than one card, of whose spans `owners` tells each one's card. */
  areShared(spans: readonly Span[], owners: readonly number[]): boolean {
    const serves = this.#rates.map((own) => Uint8Array.from(own, (rate) => (Number.isFinite(rate) ? 1 : 0)));
    for (const [index, { first, end, covers }] of spans.entries()) {
      const own = serves[owners[index] as number] as Uint8Array;
      for (let use = first; use < end; use++) if (covers?.[use] !== false) own[use] = 1;
    }
    const countAt = (use: number) => serves.reduce((sum, own) => sum + (own[use] as number), 0);
    return this.#optimiser.demand.uses.some((_, use) => countAt(use) > 1);
  }

  cards(): SolutionCard[] {
    const { demand, shelf } = this.#optimiser;
    return this.#groups.map(({ own, bought, given }) => {
      const data = [...given].map(([use, amount]) => ({ ...(demand.uses[use] as UsageEvent), amount }));
      const uses = [...(own?.card.uses ?? []), ...data].sort((a, b) => a.at - b.at);
      const purchases = bought.map(({ pack, use }) => {
        const { until } = shelf.supply(pack, use);
        return { offer: pack.market.offer.id, at: this.#at(use), ...(until === null ? {} : { until }) };
      });
      const offers = [...(own?.card.offers ?? []), ...new Set(bought.map(({ pack }) => pack.market))];
      const [base, ...talk] = own?.card.purchases ?? [];
      const later = [...talk, ...purchases].sort((a, b) => a.at - b.at);
      return { offers, purchases: base ? [base, ...later] : later, uses };
    });
  }
}

function isHeld({ market, purchase }: TalkCard, base: string, at: number): boolean {
  return market.offer.id === base && purchase.at <= at && (purchase.until === undefined || at < purchase.until);
}
