import { Demand } from '../optimise/demand.ts';
import { Effort } from '../optimise/effort.ts';
import type { Limits, MarketOffer } from '../optimise/market.ts';
import { isInSpace } from '../optimise/optimiser.ts';
import { PackShelf } from '../optimise/pack.ts';
import { PriorityQueue } from '../optimise/priority-queue.ts';
import type { Stage } from '../optimise/solution.ts';
import type { UsageEvent } from '../usage.ts';
import { BestLengths, kindOf, type SweptKind } from './best-lengths.ts';
import { ByteLine } from './byte-line.ts';
import { CardsHeld } from './cards-held.ts';
import { DataRack, StockedRack, type Ware } from './data-rack.ts';
import {
  afterPayment,
  afterPurchase,
  firstLabel,
  heldAfter,
  isBarred,
  placeAfter,
  type SweepLabel,
  unservedLabel,
  withoutUse,
} from './sweep-label.ts';
import { noPhone, phoneOption, type TalkOption } from './talk-option.ts';

/** What is for sale for stays that begin on the first day of the stage and last up to all of its days. */
export type SweepProblem = {
  readonly market: readonly MarketOffer[];
  readonly stage: Stage;
  readonly limits: Omit<Limits, 'kind'>;
};

/** Labels looked at between two rests. */
const LABELS_A_STEP = 100;

/**
 * Finds cheap cards for all lengths of a stay in one pass over its days: at each moment at which data lacks, everything
 * worth buying is tried, and of the ways to come as far for as little the cheapest is kept. What is found can be had for
 * its cost; that nothing is cheaper is not proven. Tried are at most one phone card, kept through the stay, with its
 * add-ons, each for one cycle at a time, and data cards.
 */
export class Sweep {
  readonly #problem: SweepProblem;
  readonly #market: readonly MarketOffer[];
  #tables: Tables | null = null;

  constructor(problem: SweepProblem) {
    this.#problem = problem;
    this.#market = problem.market.filter(isInSpace).sort((a, b) => (a.offer.id < b.offer.id ? -1 : 1));
  }

  /**
   * The cheapest of each kind for each number of days; `uses` are those of the longest stay. Unless `isFull`,
   * only the two cheapest kinds are looked into at each length. Rests between steps.
   */
  *run(uses: readonly UsageEvent[], isFull = false): Generator<void, BestLengths> {
    const { stage } = this.#problem;
    const demand = new Demand(uses.filter(({ kind }) => kind === 'data'));
    const best = new BestLengths({ uses, stage, isFull });
    const line = new ByteLine(demand, stage.period);
    const tables = this.#tablesFor(demand, uses);
    yield;
    const cards = new StockedRack(tables.cards, line);
    for (const { option, rack } of tables.options) {
      const racks = [new StockedRack(rack, line), cards];
      yield* new OptionSweep(option, { line, best, limits: this.#problem.limits, racks }).run();
    }
    return best;
  }

  /** What packs and phone cards bring does not depend on how much is used, only on when. */
  #tablesFor(demand: Demand, uses: readonly UsageEvent[]): Tables {
    if (!this.#tables?.isFor(demand, uses)) this.#tables = new Tables(this.#problem, this.#market, { demand, uses });
    return this.#tables;
  }
}

type Asked = { readonly demand: Demand; readonly uses: readonly UsageEvent[] };

/** The phone cards and packs for uses at certain moments. */
class Tables {
  readonly options: readonly { readonly option: TalkOption; readonly rack: DataRack }[];
  readonly cards: DataRack;
  readonly #asked: Asked;

  constructor({ stage, limits }: SweepProblem, market: readonly MarketOffer[], asked: Asked) {
    this.#asked = asked;
    const { demand, uses } = asked;
    const shelf = new PackShelf(demand, stage, new Effort());
    const talk = uses.filter(({ kind }) => kind !== 'data');
    const problem = { talk, demand, shelf, stage };
    const phones = market.filter((each) => each.role === 'talk' && isPhoneAllowed(each, limits));
    const dataCards = market.filter(({ role, takesSlot }) => role === 'data' && (limits.allowsEsim || takesSlot));
    const addOnsOf = ({ offer }: MarketOffer) =>
      market.filter(({ role, bases }) => role === 'add-on' && bases.includes(offer.id));
    this.cards = new DataRack(dataCards, null, shelf);
    this.options = [
      ...(limits.needsLocalNumber ? [] : [{ option: noPhone(problem), rack: new DataRack([], null, shelf) }]),
      ...phones.map((phone) => ({
        option: phoneOption(phone, problem),
        rack: new DataRack(addOnsOf(phone), phone.offer.id, shelf),
      })),
    ]
      .filter(({ option }) => Number.isFinite(option.costs[0]))
      .sort((a, b) => lastOf(a.option) - lastOf(b.option));
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

/** The cheap ones first, which others have to beat. */
function lastOf({ costs }: TalkOption): number {
  return costs.at(-1) as number;
}

function isPhoneAllowed({ hasLocalNumber, takesSlot }: MarketOffer, limits: SweepProblem['limits']): boolean {
  if (limits.needsLocalNumber && !hasLocalNumber) return false;
  return takesSlot ? limits.slots > 0 : limits.allowsEsim;
}

type Course = {
  readonly line: ByteLine;
  readonly best: BestLengths;
  readonly limits: SweepProblem['limits'];
  readonly racks: readonly StockedRack[];
};

const DATA: readonly SweptKind[] = ['data'];
const WITH_PHONE: readonly SweptKind[] = ['phone', 'pair'];

/** Parts of a use within which two ways to serve data count as coming equally far. */
const PARTS_OF_USE = 4;

/** The ways to serve the data of a stay beside one phone card, or none. */
class OptionSweep {
  readonly #option: TalkOption;
  readonly #course: Course;
  readonly #cards: number;
  readonly #slots: number;
  /** The least that a byte may cost, and how many may be had beside once. */
  readonly #leastPrice: number;
  readonly #onceVolume: number;
  readonly #none: CardsHeld;
  readonly #queue = new PriorityQueue<SweepLabel>((a, b) => a.place - b.place || a.cost - b.cost);

  constructor(option: TalkOption, course: Course) {
    const { limits } = course;
    this.#option = option;
    this.#course = course;
    this.#cards = limits.cards - (option.market ? 1 : 0);
    this.#slots = limits.slots - (option.market?.takesSlot ? 1 : 0);
    const { racks, line } = course;
    this.#none = CardsHeld.none(line.starts.length * PARTS_OF_USE);
    this.#leastPrice = Math.min(...option.prices, ...racks.map((rack) => rack.leastPrice));
    this.#onceVolume = racks.reduce((sum, rack) => sum + rack.onceVolume, 0);
  }

  *run(): Generator<void, void> {
    const { line } = this.#course;
    const given = this.#option.spans.map((span) => line.stretchOf(span, 0));
    const first = firstLabel(this.#none, given);
    this.#keep(first, 0);
    if (first.place > 0) this.#extend(unservedLabel(this.#none, given));
    let looked = 0;
    for (let label = this.#queue.pop(); label; label = this.#queue.pop()) {
      if (this.#isWorthwhile(label)) this.#extend(label);
      looked += 1;
      if (looked % LABELS_A_STEP === 0) yield;
    }
    yield;
  }

  #extend(label: SweepLabel): void {
    const { line, racks } = this.#course;
    const use = line.useAt(label.place);
    for (const rack of racks) {
      const shrinking: Ware[] = [];
      for (const ware of rack.waresAt(use)) {
        if (!this.#mayBuy(label, ware, use)) continue;
        this.#buy(label, ware);
        if (ware.shrinks) shrinking.push(ware);
      }
      this.#buyTwo(label, shrinking);
    }
    const { rated } = label;
    const { [use]: price = Number.POSITIVE_INFINITY } =
      rated?.prices && use < rated.supply.end ? rated.prices : this.#option.prices;
    if (Number.isFinite(price)) this.#keep(afterPayment(label, price, line), this.#daysServed(label.place));
  }

  #buy(label: SweepLabel, ware: Ware): void {
    const { line } = this.#course;
    const place = placeAfter(label, ware, line);
    const isUseless =
      place !== null && !heldAfter(label, ware).isStillLeast(this.#stepOf(place), label.cost + ware.supply.cost);
    if (isUseless) return;
    const after = afterPurchase(label, ware, line);
    if (after.place > label.place) this.#keep(after, this.#daysServed(label.place));
  }

  /** Two packs at once: later the second would hold less. */
  #buyTwo(label: SweepLabel, wares: readonly Ware[]): void {
    for (const [index, ware] of wares.entries()) {
      const first = withoutUse(label, ware, this.#course.line);
      for (const other of wares.slice(index + 1)) this.#buy(first, other);
    }
  }

  #mayBuy(label: SweepLabel, ware: Ware, use: number): boolean {
    const { market, base } = ware.pack;
    if (isBarred(label, ware, use)) return false;
    const { held } = label;
    if (base !== null || !held.makesCard(market)) return true;
    return held.cards < this.#cards && !(market.takesSlot && held.slots >= this.#slots);
  }

  #keep(label: SweepLabel, since: number): void {
    const { best, line } = this.#course;
    if (!label.held.admit(this.#stepOf(label.place), label.cost)) return;
    const served = this.#daysServed(label.place);
    best.note(label, this.#option, [since, served]);
    if (label.place < line.end && this.#mayImprove(label, served)) this.#queue.push(label);
  }

  #isWorthwhile(label: SweepLabel): boolean {
    if (!label.held.isStillLeast(this.#stepOf(label.place), label.cost)) return false;
    return this.#mayImprove(label, this.#daysServed(label.place));
  }

  /** How far a place is: ways that come equally far but for a part of a use are compared by their cost. */
  #stepOf(place: number): number {
    const { line } = this.#course;
    const use = line.useAt(place);
    if (use + 1 >= line.starts.length) return use * PARTS_OF_USE;
    const [start, next] = [line.starts[use] as number, line.starts[use + 1] as number];
    return Math.floor((use + (place - start) / (next - start)) * PARTS_OF_USE);
  }

  #mayImprove(label: SweepLabel, served: number): boolean {
    const { best, line } = this.#course;
    const own = kindOf(label, this.#option);
    const kinds = own === null ? DATA : own === 'phone' && label.held.cards < this.#cards ? WITH_PHONE : [own];
    const granted = label.rest.reduce((sum, { left, from, to }) => sum + Math.min(left, to - from), 0);
    const once = label.held.hasUsedOnce ? 0 : this.#onceVolume;
    const prospect = { since: served, kinds, dayEnds: line.dayEnds, price: this.#leastPrice, free: granted + once };
    return best.mayImprove(label, this.#option, prospect);
  }

  /** The days that are served in full up to a place. */
  #daysServed(place: number): number {
    const { dayEnds } = this.#course.line;
    let low = 0;
    let high = dayEnds.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((dayEnds[middle] as number) <= place) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
