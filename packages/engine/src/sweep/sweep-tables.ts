import type { Demand } from '../optimise/demand.ts';
import { type MarketOffer, recurs } from '../optimise/market.ts';
import type { SupplyShelf, Way } from '../optimise/supply-shelf.ts';
import type { UsageEvent } from '../usage.ts';
import { DataRack } from './data-rack.ts';
import type { SweepProblem } from './sweep.ts';
import { hasSameMoments, isSameTalk, type SweepMemory } from './sweep-memory.ts';
import { noPhone, type TalkOption } from './talk-option.ts';

/** A stay's data, and all other use of it. */
export type AskedUses = { readonly demand: Demand; readonly talk: readonly UsageEvent[] };

/**
 * A phone card, or none, with the add-ons for it. `shorter`: the same with what is kept beside it given up sooner, worth a look
 * where it is good to have for some days.
 */
type StockedOption = {
  readonly option: TalkOption;
  readonly shorter: () => readonly TalkOption[];
  readonly rack: DataRack;
};

/** The phone cards and packs for uses at certain moments, however large they are. */
export class SweepTables {
  readonly cards: DataRack;
  readonly #problem: SweepProblem;
  readonly #market: readonly MarketOffer[];
  readonly #asked: AskedUses;
  readonly #memory: SweepMemory;
  readonly #shelf: SupplyShelf;
  #options: readonly StockedOption[] = [];

  constructor(
    problem: SweepProblem,
    market: readonly MarketOffer[],
    { asked, memory }: { asked: AskedUses; memory: SweepMemory },
  ) {
    const { stage, limits } = problem;
    this.#problem = problem;
    this.#market = market;
    this.#asked = asked;
    this.#memory = memory;
    this.#shelf = memory.shelfFor(asked.demand, stage);
    const dataCards = market.filter(({ role, takesSlot }) => role === 'data' && (limits.allowsEsim || takesSlot));
    this.cards = new DataRack(dataCards, null, this.#shelf);
  }

  /** The phone cards that serve, the cheap ones first, which others have to beat; after `fill`. */
  get options(): readonly StockedOption[] {
    return this.#options;
  }

  /** Rates the phone cards, which is to be done first. Rests after each. */
  *fill(): Generator<void, void> {
    const { stage, limits } = this.#problem;
    const problem = { ...this.#asked, shelf: this.#shelf, stage };
    const options: StockedOption[] = [];
    if (!limits.needsLocalNumber)
      options.push({ option: noPhone(problem), shorter: () => [], rack: new DataRack([], null, this.#shelf) });
    for (const phone of this.#market.filter((each) => each.role === 'talk' && isPhoneAllowed(each, limits))) {
      const addOns = this.#market.filter(({ role, bases }) => role === 'add-on' && bases.includes(phone.offer.id));
      for (const kept of [null, ...addOns.filter(isOfDays)]) {
        const others = kept ? addOns.filter((each) => isBeside(each, kept)) : addOns;
        const rack = new DataRack(others, phone.offer.id, this.#shelf);
        const optionOf = (way: Way | null) => this.#memory.phoneFor({ market: phone, kept: way }, problem);
        const shorter = () =>
          kept
            ? this.#shelf
                .waysOf(kept)
                .filter(({ cycles }) => cycles !== null)
                .map(optionOf)
            : [];
        options.push({ option: optionOf(kept && { market: kept, cycles: null }), shorter, rack });
        yield;
      }
    }
    const serving = options.filter(({ option }) => Number.isFinite(option.costs[0]));
    this.#options = serving.sort((a, b) => lastOf(a.option) - lastOf(b.option));
  }

  /** Whether data is used at the same moments, for the same, and all other use is the same. */
  isFor({ demand, talk }: AskedUses): boolean {
    return hasSameMoments(this.#asked.demand, demand) && isSameTalk(this.#asked.talk, talk);
  }
}

/** Whether an add-on is granted anew every so many days, and what is not used of it by then is lost. */
function isOfDays({ offer }: MarketOffer): boolean {
  const { renews, allowances } = offer.terms;
  return recurs(offer) && renews.unit === 'days' && allowances.every(({ lives }) => lives.is === 'renewal');
}

function isBeside(addOn: MarketOffer, kept: MarketOffer): boolean {
  return addOn !== kept && !kept.conflicts.includes(addOn.offer.id);
}

function lastOf({ costs }: TalkOption): number {
  return costs.at(-1) as number;
}

function isPhoneAllowed({ hasLocalNumber, takesSlot }: MarketOffer, limits: SweepProblem['limits']): boolean {
  if (limits.needsLocalNumber && !hasLocalNumber) return false;
  return takesSlot ? limits.slots > 0 : limits.allowsEsim;
}
