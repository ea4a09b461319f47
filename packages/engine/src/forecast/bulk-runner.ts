import type { Bucket } from '../bucket.ts';
import type { LocalSecond } from '../local-time.ts';
import type { ChargeAction, Increment } from '../offer.ts';
import type { SlotUse } from './card-runner.ts';
import type { HeldRate } from './fast-card.ts';
import type { FastRunner } from './fast-runner.ts';
import type { Lane } from './lane.ts';
import type { Timeline } from './timeline.ts';

/** What becomes of the uses of a lane until something changes. `step`: each use must be looked at. */
type Course =
  | { readonly is: 'taken'; readonly bucket: Bucket; readonly sums: Float64Array }
  | { readonly is: 'charged'; readonly units: number; readonly cost: number; readonly sums: Float64Array }
  | {
      readonly is: 'billed';
      readonly slot: number;
      readonly found: HeldRate;
      readonly action: ChargeAction;
      readonly sums: Float64Array;
    }
  | { readonly is: 'unserved' | 'step'; readonly sums: Float64Array }
  | { readonly is: 'free' };

const FREE: Course = { is: 'free' };
const EACH: Increment = { first: 1, next: 1, mode: 'up', per: 'event' };

/**
 * Runs a card that shares no use with another. From one change on the card to the next, uses are not looked at one by one
 * but taken as sums; where a bucket runs out, or a use does more than to be taken or charged, the use is fed by itself.
 */
export class BulkRunner {
  readonly #runner: FastRunner;
  readonly #lanes: readonly Lane[];
  readonly #timeline: Timeline;
  readonly #uses: readonly SlotUse[];
  readonly #isCarried: readonly boolean[];
  /** By lane: the tracks it is counted on. */
  readonly #tracks: readonly Map<Increment, number>[];

  constructor(
    runner: FastRunner,
    lanes: readonly Lane[],
    { timeline, uses }: { timeline: Timeline; uses: readonly SlotUse[] },
  ) {
    this.#runner = runner;
    this.#lanes = lanes;
    this.#timeline = timeline;
    this.#uses = uses;
    this.#tracks = lanes.map(() => new Map());
    this.#isCarried = uses.map(({ slot }) => lanes.some(({ slots }) => slots.includes(slot)));
  }

  /** Runs the scenario that the timeline holds. */
  run(): void {
    const { length, moments } = this.#timeline;
    for (let from = 0; from < length; ) {
      this.#runner.card.comeTo(moments[from] as LocalSecond);
      const end = Math.min(length, this.#timeline.indexFrom(this.#runner.card.nextChange));
      const courses = this.#lanes.map((_, lane) => this.#courseOf(lane, moments[from] as LocalSecond));
      const stop = this.#stopOf(courses, from, end);
      this.#passAll(courses, from, stop);
      if (stop < end) this.#feed(stop);
      from = stop < end ? stop + 1 : end;
    }
  }

  #feed(index: number): void {
    const { amounts, moments } = this.#timeline;
    const use = this.#uses[index % this.#uses.length] as SlotUse;
    use.event.amount = amounts[index] as number;
    use.event.at = moments[index] as LocalSecond;
    if (use.event.amount > 0 && this.#isCarried[use.slot]) this.#runner.feed(use);
  }

  #courseOf(lane: number, at: LocalSecond): Course {
    const { slot } = this.#lanes[lane] as Lane;
    if (this.#runner.isMoving(slot)) return { is: 'step', sums: this.#sumsOf(lane, EACH) };
    const source = this.#runner.card.sourceOf(slot);
    if (source) return { is: 'taken', bucket: source, sums: this.#sumsOf(lane, source.allowance.increment) };
    if (this.#runner.hasRefill(slot)) return { is: 'step', sums: this.#sumsOf(lane, EACH) };
    return this.#courseBeyond(lane, this.#runner.card.rateAt(slot, at));
  }

  #courseBeyond(lane: number, found: HeldRate | undefined): Course {
    const action = found?.priced.rate.action;
    if (action?.do === 'throttle' && this.#runner.acceptsThrottle) return FREE;
    if (!found || action?.do !== 'charge') return { is: 'unserved', sums: this.#sumsOf(lane, EACH) };
    const { summedPrice } = found.priced;
    if (!summedPrice) return { is: 'step', sums: this.#sumsOf(lane, EACH) };
    const sums = this.#sumsOf(lane, action.increment);
    if (summedPrice.is === 'even') return { is: 'charged', units: summedPrice.units, cost: summedPrice.cost, sums };
    return { is: 'billed', slot: (this.#lanes[lane] as Lane).slot, found, action, sums };
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
    const width = this.#uses.length;
    for (let first = from; first < stop; ) {
      const next = Math.min(stop, (Math.floor(first / width) + 1) * width);
      const at = this.#timeline.moments[first] as LocalSecond;
      this.#runner.card.comeTo(at);
      for (const course of courses) if (course.is === 'billed') this.#billDay(course, first, next);
      first = next;
    }
  }

  #billDay({ slot, found, action, sums }: Extract<Course, { is: 'billed' }>, first: number, next: number): void {
    const amount = (sums[next] as number) - (sums[first] as number);
    if (amount === 0) return;
    const { event } = this.#uses[slot] as SlotUse;
    event.at = this.#timeline.moments[first] as LocalSecond;
    this.#runner.card.charge(found, action, { event, amount });
  }

  #pass(course: Course, from: number, stop: number): void {
    if (course.is === 'free' || course.is === 'step' || course.is === 'billed') return;
    const used = (course.sums[stop] as number) - (course.sums[from] as number);
    if (course.is === 'taken') course.bucket.left -= used;
    else if (course.is === 'charged') this.#runner.card.total += (used / course.units) * course.cost;
    else if (used > 0) this.#runner.card.isServed = false;
  }
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
