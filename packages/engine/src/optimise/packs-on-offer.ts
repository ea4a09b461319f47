import { localSecondOf } from '../local-time.ts';
import { withoutDominated } from './dominated.ts';
import { ended } from './ended.ts';
import type { Limits, MarketOffer, TalkOffer } from './market.ts';
import type { Optimiser } from './optimiser.ts';
import type { Pack } from './pack.ts';
import { PurchaseBound } from './purchase-bound.ts';
import type { TalkPlan } from './talk-plan.ts';

/** All that is searched, and the phone plans of it that may be taken. */
type OnOffer = { readonly market: readonly MarketOffer[]; readonly phones: readonly TalkOffer[] };

/** What may be bought for data within the limits of a search, and what it costs at least. */
export class PacksOnOffer {
  readonly #optimiser: Optimiser;
  readonly #limits: Limits;
  readonly #market: readonly MarketOffer[];
  readonly #phones: readonly TalkOffer[];
  readonly #bounds = new Map<string, PurchaseBound>();
  #dataPacks: readonly Pack[] = [];

  constructor(optimiser: Optimiser, limits: Limits, { market, phones }: OnOffer) {
    this.#optimiser = optimiser;
    this.#limits = limits;
    this.#market = market;
    this.#phones = phones;
  }

  /** The data cards that no other is better than; there once they have been prepared. */
  get dataPacks(): readonly Pack[] {
    return this.#dataPacks;
  }

  /** Works out the data cards one by one, so that a caller may rest. @param told each way of buying one. */
  *prepare(told: (pack: Pack) => void): Generator<void, void> {
    const packs: Pack[] = [];
    for (const offer of this.#market.filter((each) => this.#mayBeDataCard(each))) {
      const own = yield* this.#optimiser.packs.prepare(offer, null);
      packs.push(...own);
      for (const pack of own) told(pack);
      yield;
    }
    this.#dataPacks = yield* withoutDominated(packs, this.#optimiser.demand, this.#optimiser.shelf);
  }

  #mayBeDataCard({ role, takesSlot }: MarketOffer): boolean {
    const { kind, allowsEsim } = this.#limits;
    if (role === 'data') return kind !== 'talk' && (allowsEsim || takesSlot);
    return role === 'talk' && (kind === 'any' || kind === 'talk');
  }

  /** The ways of buying add-ons on a base plan, but those for talk by itself, one by one, so that a caller may rest. */
  *addOnsOf(base: string): Generator<void, Pack[]> {
    const packs: Pack[] = [];
    const apart = this.#phones.find(({ market }) => market.offer.id === base)?.addOns ?? [];
    for (const addOn of this.#market) {
      if (addOn.role !== 'add-on' || !addOn.bases.includes(base) || apart.includes(addOn)) continue;
      packs.push(...(yield* this.#optimiser.packs.prepare(addOn, base)));
    }
    return packs;
  }

  /** The add-ons of the cards of a plan, and the data cards that there is room for beside them. */
  packsFor(plan: TalkPlan): Pack[] {
    const bases = [...new Set(plan.cards.map(({ market }) => market.offer.id))];
    const addOns = bases.flatMap((base) => ended(this.addOnsOf(base)));
    const { demand, shelf } = this.#optimiser;
    return [...ended(withoutDominated(addOns, demand, shelf)), ...this.#dataPacksBeside(plan)];
  }

  /** Where the cards of a plan keep every slot through the stay, no other card that takes one can be added. */
  #dataPacksBeside({ cards }: TalkPlan): readonly Pack[] {
    const staying = cards.filter(({ market, purchase, from }) => {
      const isKept = purchase.until === undefined && from === localSecondOf(this.#optimiser.stage.period.start);
      return market.takesSlot && isKept;
    });
    const hasRoom = staying.length < this.#limits.slots;
    return hasRoom ? this.#dataPacks : this.#dataPacks.filter(({ market }) => !market.takesSlot);
  }

  /** What packs cost at least with so many cards; plans of the same cards have the same packs, whose bound is worked out once. */
  boundOf(packs: readonly Pack[], cards: number): PurchaseBound {
    const key = `${cards} ${packs.map(({ market, base, cycles }) => `${market.offer.id} ${base} ${cycles}`).join()}`;
    const known = this.#bounds.get(key);
    if (known) return known;
    const { demand, shelf, months } = this.#optimiser;
    const bound = new PurchaseBound(packs, { demand, shelf, months, cards });
    this.#bounds.set(key, bound);
    return bound;
  }
}
