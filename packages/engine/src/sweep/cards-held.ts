import type { MarketOffer } from '../optimise/market.ts';

/**
 * The data cards that are held, by what decides about buying more: how many, how many take a slot, which families are
 * topped up, what a customer gets once. With the least cost at which each degree of being served was reached.
 */
export class CardsHeld {
  readonly cards: number;
  readonly slots: number;
  readonly #families: readonly string[];
  readonly #once: readonly MarketOffer[];
  readonly #costs: Float64Array;
  readonly #known: Map<string, CardsHeld>;
  readonly #next = new Map<MarketOffer, CardsHeld>();

  private constructor(held: Held, steps: number, known: Map<string, CardsHeld>) {
    this.cards = held.cards;
    this.slots = held.slots;
    this.#families = held.families;
    this.#once = held.once;
    this.#costs = new Float64Array(steps).fill(Number.POSITIVE_INFINITY);
    this.#known = known;
  }

  /** @param steps how many degrees of being served are told apart. */
  static none(steps: number): CardsHeld {
    return new CardsHeld({ cards: 0, slots: 0, families: [], once: [] }, steps, new Map());
  }

  /** Whether something was bought that a customer gets once. */
  get hasUsedOnce(): boolean {
    return this.#once.length > 0;
  }

  /** Whether buying an offer makes one more card: of a family only the first does. */
  makesCard({ family }: MarketOffer): boolean {
    return family === null || !this.#families.includes(family);
  }

  /** What is held after buying a data card. */
  with(market: MarketOffer): CardsHeld {
    const known = this.#next.get(market) ?? this.#after(market);
    this.#next.set(market, known);
    return known;
  }

  #after(market: MarketOffer): CardsHeld {
    const { family, isOnce, takesSlot } = market;
    const isCard = this.makesCard(market);
    const held: Held = {
      cards: this.cards + (isCard ? 1 : 0),
      slots: this.slots + (isCard && takesSlot ? 1 : 0),
      families: isCard && family !== null ? [...this.#families, family].sort() : this.#families,
      once: isOnce ? [...this.#once, market].sort(byId) : this.#once,
    };
    const key = [held.cards, held.slots, ...held.families, ...held.once.map(({ offer }) => offer.id)].join('|');
    const same = this.#known.get(key) ?? new CardsHeld(held, this.#costs.length, this.#known);
    this.#known.set(key, same);
    return same;
  }

  /** Whether a degree, or a further one, was not reached for as little before. */
  isNew(step: number, cost: number): boolean {
    return (this.#costs[step] as number) > cost;
  }

  /** Notes that a degree is reached at a cost; false where that is nothing new. */
  admit(step: number, cost: number): boolean {
    const costs = this.#costs;
    if (!this.isNew(step, cost)) return false;
    for (let each = step; each >= 0 && (costs[each] as number) > cost; each--) costs[each] = cost;
    return true;
  }

  /** Whether a degree was not reached at a lower cost since. */
  isStillLeast(step: number, cost: number): boolean {
    return (this.#costs[step] as number) >= cost;
  }
}

type Held = {
  readonly cards: number;
  readonly slots: number;
  readonly families: readonly string[];
  readonly once: readonly MarketOffer[];
};

function byId({ offer: a }: MarketOffer, { offer: b }: MarketOffer): number {
  return a.id < b.id ? -1 : 1;
}
