import { PriorityQueue } from '../optimise/priority-queue.ts';
import { type BestLengths, kindOf, type SweptKind } from './best-lengths.ts';
import type { ByteLine } from './byte-line.ts';
import { CardsHeld } from './cards-held.ts';
import type { StockedRack, Ware } from './data-rack.ts';
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
import type { TalkOption } from './talk-option.ts';

/** Cards that may be taken, and the phone card among them, if any. */
export type CardLimits = { readonly cards: number; readonly slots: number };

/** Labels looked at between two rests. */
const LABELS_A_STEP = 16;

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
