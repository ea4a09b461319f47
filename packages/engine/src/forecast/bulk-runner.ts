import type { Bucket } from '../bucket.ts';
import type { LocalSecond } from '../local-time.ts';
import { lowerBound } from '../lower-bound.ts';
import type { ChargeAction, Increment } from '../offer.ts';
import type { SlotUse } from './card-runner.ts';
import type { FastCard, HeldRate } from './fast-card.ts';
import type { FastRunner, Refill } from './fast-runner.ts';
import type { Lane } from './lane.ts';
import type { ScheduledGrant } from './schedule.ts';
import type { Timeline } from './timeline.ts';

/** What becomes of the uses of a lane until something changes. `step`: each use must be looked at. */
type Course =
  | { readonly is: 'taken'; readonly bucket: Bucket; readonly sums: Float64Array }
  | {
      readonly is: 'charged';
      readonly card: FastCard;
      readonly units: number;
      readonly cost: number;
      readonly sums: Float64Array;
    }
  | {
      readonly is: 'billed';
      readonly use: SlotUse;
      readonly card: FastCard;
      readonly found: HeldRate;
      readonly action: ChargeAction;
      readonly sums: Float64Array;
    }
  | { readonly is: 'unserved'; readonly card: FastCard; readonly sums: Float64Array }
  | {
      readonly is: 'refilled';
      readonly slot: number;
      readonly runner: FastRunner;
      readonly refill: Refill;
      readonly sums: Float64Array;
    }
  | { readonly is: 'step'; readonly sums: Float64Array }
  | { readonly is: 'free' };

const FREE: Course = { is: 'free' };
const EACH: Increment = { first: 1, next: 1, mode: 'up', per: 'event' };

/** A card on the fast path, with the uses of the slots as it sees them. */
export type BulkCard = { readonly runner: FastRunner; readonly uses: readonly SlotUse[] };

/** What is run in bulk: the cards of a choice, the lanes that some of them carry, and how a use is carried by itself. */
export type BulkTask = {
  readonly cards: readonly BulkCard[];
  readonly lanes: readonly Lane[];
  readonly timeline: Timeline;
  readonly carry: (index: number) => void;
};

/**
 * Runs cards that share their uses with each other at most. From one change on the cards to the next, uses are not looked
 * at one by one but taken as sums; where a bucket runs out, or a use does more than to be taken or charged, the use is
 * carried by itself.
 */
export class BulkRunner {
  readonly #cards: readonly BulkCard[];
  readonly #lanes: readonly Lane[];
  readonly #timeline: Timeline;
  readonly #carry: (index: number) => void;
  readonly #isCarried: readonly boolean[];
  /** By lane: the tracks it is counted on. */
  readonly #tracks: readonly Map<Increment, number>[];

  constructor({ cards, lanes, timeline, carry }: BulkTask) {
    this.#cards = cards;
    this.#lanes = lanes;
    this.#timeline = timeline;
    this.#carry = carry;
    this.#tracks = lanes.map(() => new Map());
    const { slots } = timeline.scenarios;
    this.#isCarried = slots.map((_, slot) => lanes.some((lane) => lane.slots.includes(slot)));
  }

  /** Runs the scenario that the timeline holds. */
  run(): void {
    const { length, moments } = this.#timeline;
    for (let from = 0; from < length; ) {
      const at = moments[from] as LocalSecond;
      const end = this.#nextChange(at);
      const courses = this.#lanes.map((_, lane) => this.#courseOf(lane, at));
      const stop = this.#stopOf(courses, from, end);
      this.#passAll(courses, from, stop);
      if (stop < end) this.#feed(stop);
      from = stop < end ? stop + 1 : end;
    }
  }

  /** Brings all cards up to a moment. @returns the number of the first use at which something on one of them changes. */
  #nextChange(at: LocalSecond): number {
    let next = Number.POSITIVE_INFINITY;
    for (const { runner } of this.#cards) {
      runner.card.comeTo(at);
      next = Math.min(next, runner.card.nextChange);
    }
    return Math.min(this.#timeline.length, this.#timeline.indexFrom(next));
  }

  #feed(index: number): void {
    const isUsed = (this.#timeline.amounts[index] as number) > 0;
    if (isUsed && this.#isCarried[index % this.#isCarried.length]) this.#carry(index);
  }

  /** The first card that holds something serves; what none holds is for the last. */
  #courseOf(lane: number, at: LocalSecond): Course {
    const { slot, carriers } = this.#lanes[lane] as Lane;
    for (const [place, carrier] of carriers.entries()) {
      const { runner } = this.#cards[carrier] as BulkCard;
      const isLast = place === carriers.length - 1;
      if (runner.isBeginning(slot) || (isLast && runner.isMoving(slot))) return this.#stepOf(lane);
      const refilled = isLast ? this.#courseOfRefills(lane, runner, at) : null;
      if (refilled) return refilled;
      const source = runner.card.sourceOf(slot);
      if (source) return { is: 'taken', bucket: source, sums: this.#sumsOf(lane, source.allowance.increment) };
    }
    const last = this.#cards[carriers.at(-1) as number] as BulkCard;
    return last.runner.hasRefill(slot) ? this.#stepOf(lane) : this.#courseBeyond(lane, last, at);
  }

  /** Packs that no other lane may use, and that are whole steps, need not be bought one by one. */
  #courseOfRefills(lane: number, runner: FastRunner, at: LocalSecond): Course | null {
    const { slot } = this.#lanes[lane] as Lane;
    const refill = runner.refillFor(slot, at);
    if (!refill || !isWhole(refill.portion)) return null;
    if (this.#lanes.some((other) => other.slot !== slot && refill.program.serves[other.slot])) return null;
    return { is: 'refilled', slot, runner, refill, sums: this.#sumsOf(lane, refill.portion.allowance.increment) };
  }

  #stepOf(lane: number): Course {
    return { is: 'step', sums: this.#sumsOf(lane, EACH) };
  }

  #courseBeyond(lane: number, { runner, uses }: BulkCard, at: LocalSecond): Course {
    const { card } = runner;
    const { slot } = this.#lanes[lane] as Lane;
    const found = card.rateAt(slot, at);
    const action = found?.priced.rate.action;
    if (action?.do === 'throttle' && runner.acceptsThrottle) return FREE;
    if (!found || action?.do !== 'charge') return { is: 'unserved', card, sums: this.#sumsOf(lane, EACH) };
    const { summedPrice } = found.priced;
    if (!summedPrice) return this.#stepOf(lane);
    const sums = this.#sumsOf(lane, action.increment);
    if (summedPrice.is === 'even')
      return { is: 'charged', card, units: summedPrice.units, cost: summedPrice.cost, sums };
    return { is: 'billed', card, use: uses[slot] as SlotUse, found, action, sums };
  }

  #sumsOf(lane: number, increment: Increment): Float64Array {
    const tracks = this.#tracks[lane] as Map<Increment, number>;
    let track = tracks.get(increment);
    if (track === undefined) {
      track = this.#timeline.trackOf((this.#lanes[lane] as Lane).slots, increment);
      tracks.set(increment, track);
    }
    return this.#timeline.sumsOf(track);
  }

  /** The first use, from `from` on, that must be fed by itself; `end` where there is none. */
  #stopOf(courses: readonly Course[], from: number, end: number): number {
    let stop = end;
    for (const course of courses) {
      if (course.is === 'step') stop = firstUse(course.sums, from, stop);
      if (course.is === 'refilled') stop = Math.min(stop, this.#timeline.indexFrom(course.refill.portion.until));
      if (course.is === 'taken' && course.bucket.left !== Number.POSITIVE_INFINITY) {
        stop = lastHeld(courses, course.bucket, { from, stop });
      }
    }
    return stop;
  }

  #passAll(courses: readonly Course[], from: number, stop: number): void {
    let isBilled = false;
    for (const course of courses) {
      if (course.is === 'billed') isBilled = true;
      else this.#pass(course, from, stop);
    }
    if (isBilled) this.#bill(courses, from, stop);
  }

  /** Charges the sum of each day, so that its line is rounded as the engine rounds it. */
  #bill(courses: readonly Course[], from: number, stop: number): void {
    const width = this.#isCarried.length;
    for (let first = from; first < stop; ) {
      const next = Math.min(stop, (Math.floor(first / width) + 1) * width);
      const at = this.#timeline.moments[first] as LocalSecond;
      for (const course of courses) if (course.is === 'billed') course.card.comeTo(at);
      for (const course of courses) if (course.is === 'billed') this.#billDay(course, first, next);
      first = next;
    }
  }

  #billDay(
    { card, use: { event }, found, action, sums }: Extract<Course, { is: 'billed' }>,
    first: number,
    next: number,
  ): void {
    const amount = (sums[next] as number) - (sums[first] as number);
    if (amount === 0) return;
    event.at = this.#timeline.moments[first] as LocalSecond;
    card.charge(found, action, { event, amount });
  }

  #pass(course: Course, from: number, stop: number): void {
    if (course.is === 'free' || course.is === 'step' || course.is === 'billed') return;
    const used = (course.sums[stop] as number) - (course.sums[from] as number);
    if (course.is === 'taken') course.bucket.left -= used;
    else if (course.is === 'refilled') this.#buy(course, from, used);
    else if (course.is === 'charged') course.card.total += (used / course.units) * course.cost;
    else if (used > 0) course.card.isServed = false;
  }

  #buy({ slot, runner, refill, sums }: Extract<Course, { is: 'refilled' }>, from: number, used: number): void {
    if (used === 0) return;
    const momentOf = (before: number) => {
      // the first use at which more is used than what was bought before holds
      const index = lowerBound(sums, (sums[from] as number) + before + 1) - 1;
      return this.#timeline.moments[index] as LocalSecond;
    };
    runner.refillWith(refill, { slot, used, momentOf });
  }
}

/** Whether uses come to the same steps however they are divided among packs. */
function isWhole({ amount, allowance: { increment } }: ScheduledGrant): boolean {
  const { first, next, mode } = increment;
  return first === next && mode === 'up' && (amount === Number.POSITIVE_INFINITY || amount % first === 0);
}

/** The number of the first use that is not nothing, from `from` on; `stop` where there is none before it. */
function firstUse(sums: Float64Array, from: number, stop: number): number {
  const before = sums[from] as number;
  for (let index = from; index < stop; index++) if ((sums[index + 1] as number) > before) return index;
  return stop;
}

/** The largest number up to which a bucket holds all uses taken from it, and is not yet to be bought again. */
function lastHeld(courses: readonly Course[], bucket: Bucket, { from, stop }: { from: number; stop: number }): number {
  const room = bucket.left - (bucket.allowance.rebuyAt ?? -1) - 1;
  if (usedOf(courses, bucket, from, stop) <= room) return stop;
  let within = from;
  let beyond = stop;
  while (beyond - within > 1) {
    const middle = (within + beyond) >> 1;
    if (usedOf(courses, bucket, from, middle) <= room) within = middle;
    else beyond = middle;
  }
  return within;
}

function usedOf(courses: readonly Course[], bucket: Bucket, from: number, until: number): number {
  let used = 0;
  for (const course of courses) {
    if (course.is === 'taken' && course.bucket === bucket) {
      used += (course.sums[until] as number) - (course.sums[from] as number);
    }
  }
  return used;
}
