import { PriorityQueue } from '../optimise/priority-queue.ts';
import { isInTheWay } from '../optimise/purchase-rules.ts';
import { type BestLengths, kindOf, type SweptKind } from './best-lengths.ts';
import type { ByteLine } from './byte-line.ts';
import { CardsHeld } from './cards-held.ts';
import type { Group, StockedRack, StockedWare } from './data-rack.ts';
import {
  afterPayment,
  afterPurchase,
  type Basket,
  firstLabel,
  grantsWith,
  isBarred,
  placeAfter,
  type SweepLabel,
} from './sweep-label.ts';
import type { TalkOption } from './talk-option.ts';

/** Cards that may be taken, and the phone card among them, if any. */
export type CardLimits = { readonly cards: number; readonly slots: number };

/** Labels looked at between two rests. */
const LABELS_A_STEP = 16;

/** Where data lacks: the use, the days served before it, and what is held once something is bought. */
type Lack = {
  readonly label: SweepLabel;
  readonly use: number;
  readonly since: number;
  readonly held: CardsHeld;
};

export type Course = {
  readonly line: ByteLine;
  readonly best: BestLengths;
  readonly limits: CardLimits;
  readonly racks: readonly StockedRack[];
};

const DATA: readonly SweptKind[] = ['data'];
const WITH_PHONE: readonly SweptKind[] = ['phone', 'pair'];

/** Ways to serve data that come equally far are compared by their cost: within a quarter of a use, in long stays of more. */
const MOST_PARTS_OF_USE = 4;
const MOST_STEPS = 720;

/** The ways to serve the data of a stay beside one phone card, or none. */
export class OptionSweep {
  readonly #option: TalkOption;
  readonly #course: Course;
  readonly #cards: number;
  readonly #slots: number;
  /** The least that a byte may cost, and how many may be had beside once. */
  readonly #leastPrice: number;
  readonly #onceVolume: number;
  readonly #none: CardsHeld;
  readonly #partsOfUse: number;
  readonly #queue = new PriorityQueue<SweepLabel>((a, b) => a.place - b.place || a.cost - b.cost);

  constructor(option: TalkOption, course: Course) {
    const { limits } = course;
    this.#option = option;
    this.#course = course;
    this.#cards = limits.cards - (option.market ? 1 : 0);
    this.#slots = limits.slots - (option.market?.takesSlot ? 1 : 0);
    const { racks, line } = course;
    this.#partsOfUse = Math.min(MOST_PARTS_OF_USE, MOST_STEPS / line.starts.length);
    this.#none = CardsHeld.none(Math.ceil(line.starts.length * this.#partsOfUse) + 1);
    this.#leastPrice = Math.min(...option.prices, ...racks.map((rack) => rack.leastPrice));
    this.#onceVolume = racks.reduce((sum, rack) => sum + rack.onceVolume, 0);
  }

  *run(): Generator<void, void> {
    const { line } = this.#course;
    const { spans } = this.#option;
    const first = firstLabel(this.#none, spans.length > 0 ? [{ spans, next: 0 }] : []);
    const reached = { ...first, ...line.reach(0, first.rest) };
    this.#keep(reached, 0);
    // something may be bought at the very beginning
    if (reached.place > 0) this.#extend(first);
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
    const since = this.#daysServed(label.place);
    for (const rack of racks) {
      for (const { group, wares } of rack.at(use)) {
        const held = this.#heldAfter(label, group);
        if (held) this.#buyFrom(wares, { label, use, since, held });
      }
    }
    const { rated } = label;
    const { [use]: price = Number.POSITIVE_INFINITY } =
      rated?.prices && use < rated.supply.end ? rated.prices : this.#option.prices;
    if (Number.isFinite(price)) this.#keep(afterPayment(label, price, line), since);
  }

  /** What is held after buying of a group; null where no more cards may be taken. */
  #heldAfter({ held }: SweepLabel, { market, base }: Group): CardsHeld | null {
    if (base !== null) return held;
    if (!held.makesCard(market)) return held.with(market);
    const isFull = held.cards >= this.#cards || (market.takesSlot && held.slots >= this.#slots);
    return isFull ? null : held.with(market);
  }

  /** One pack, or two at once where later the second would hold less. */
  #buyFrom(wares: readonly StockedWare[], lack: Lack): void {
    const allowed = wares.filter(({ ware }) => !isBarred(lack.label, ware, lack.use));
    for (const first of allowed) this.#buy(lack, { first, second: null });
    const shrinking = allowed.filter(({ ware }) => ware.shrinks);
    for (const [index, first] of shrinking.entries()) {
      const others = shrinking.slice(index + 1).filter(({ ware }) => !isInTheWay(first.ware.pack, ware.pack));
      for (const second of others) this.#buy(lack, { first, second });
    }
  }

  #buy({ label, use, since, held }: Lack, basket: Basket): void {
    const { line } = this.#course;
    const { first, second } = basket;
    const cost = label.cost + first.ware.supply.cost + (second?.ware.supply.cost ?? 0);
    const known = placeAfter(label, basket, line);
    if (known !== null && !held.isNew(this.#stepOf(known), cost)) return;
    const { place, rest } =
      known === null ? line.reach(label.place, grantsWith(label, basket)) : { place: known, rest: label.rest };
    if (place <= label.place || !held.isNew(this.#stepOf(place), cost)) return;
    const next = { place, rest, use, held };
    const before = second ? afterPurchase(label, first, next) : label;
    this.#keep(afterPurchase(before, second ?? first, next), since);
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

  /** How far a place is, in the steps in which that is told apart. */
  #stepOf(place: number): number {
    const { line } = this.#course;
    const use = line.useAt(place);
    if (use + 1 >= line.starts.length) return Math.floor(use * this.#partsOfUse);
    const [start, next] = [line.starts[use] as number, line.starts[use + 1] as number];
    return Math.floor((use + (place - start) / (next - start)) * this.#partsOfUse);
  }

  #mayImprove(label: SweepLabel, served: number): boolean {
    const { best, line } = this.#course;
    const own = kindOf(label, this.#option);
    const kinds = own === null ? DATA : own === 'phone' && label.held.cards < this.#cards ? WITH_PHONE : [own];
    const once = label.held.hasUsedOnce ? 0 : this.#onceVolume;
    const prospect = {
      since: served,
      kinds,
      dayEnds: line.dayEnds,
      price: this.#leastPrice,
      free: line.volumeOf(label.rest) + once,
    };
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
