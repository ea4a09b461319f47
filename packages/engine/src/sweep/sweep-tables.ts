import type { Demand } from '../optimise/demand.ts';
import { Effort } from '../optimise/effort.ts';
import type { MarketOffer } from '../optimise/market.ts';
import { SupplyShelf } from '../optimise/supply-shelf.ts';
import type { UsageEvent } from '../usage.ts';
import { DataRack } from './data-rack.ts';
import type { SweepProblem } from './sweep.ts';
import { noPhone, phoneOption, type TalkOption } from './talk-option.ts';

/** A stay's uses, and those of them that are data. */
export type AskedUses = { readonly demand: Demand; readonly uses: readonly UsageEvent[] };

/** A phone card, or none, with the add-ons for it. */
type StockedOption = { readonly option: TalkOption; readonly rack: DataRack };

/** The phone cards and packs for uses at certain moments, however large they are. */
export class SweepTables {
  readonly cards: DataRack;
  readonly #problem: SweepProblem;
  readonly #market: readonly MarketOffer[];
  readonly #asked: AskedUses;
  readonly #shelf: SupplyShelf;
  #options: readonly StockedOption[] = [];

  constructor(problem: SweepProblem, market: readonly MarketOffer[], asked: AskedUses) {
    const { stage, limits } = problem;
    this.#problem = problem;
    this.#market = market;
    this.#asked = asked;
    this.#shelf = new SupplyShelf(asked.demand, stage, new Effort());
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
    const { demand, uses } = this.#asked;
    const problem = { talk: uses.filter(({ kind }) => kind !== 'data'), demand, shelf: this.#shelf, stage };
    const options: StockedOption[] = [];
    if (!limits.needsLocalNumber) options.push({ option: noPhone(problem), rack: new DataRack([], null, this.#shelf) });
    for (const phone of this.#market.filter((each) => each.role === 'talk' && isPhoneAllowed(each, limits))) {
      options.push({ option: phoneOption(phone, problem), rack: this.#addOnsOf(phone) });
      yield;
    }
    const serving = options.filter(({ option }) => Number.isFinite(option.costs[0]));
    this.#options = serving.sort((a, b) => lastOf(a.option) - lastOf(b.option));
  }

  #addOnsOf({ offer }: MarketOffer): DataRack {
    const fitting = this.#market.filter(({ role, bases }) => role === 'add-on' && bases.includes(offer.id));
    return new DataRack(fitting, offer.id, this.#shelf);
  }

  /** Whether data is used at the same moments, for the same, and all other use is the same. */
  isFor(demand: Demand, uses: readonly UsageEvent[]): boolean {
    const known = this.#asked;
    if (known.demand.uses.length !== demand.uses.length || known.uses.length !== uses.length) return false;
    return uses.every((use, index) => {
      const other = known.uses[index] as UsageEvent;
      const isSame = use.at === other.at && use.kind === other.kind && use.to === other.to && use.app === other.app;
      return isSame && (use.kind === 'data' || use.amount === other.amount);
    });
  }
}

function lastOf({ costs }: TalkOption): number {
  return costs.at(-1) as number;
}

function isPhoneAllowed({ hasLocalNumber, takesSlot }: MarketOffer, limits: SweepProblem['limits']): boolean {
  if (limits.needsLocalNumber && !hasLocalNumber) return false;
  return takesSlot ? limits.slots > 0 : limits.allowsEsim;
}
