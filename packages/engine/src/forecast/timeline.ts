import { day } from '../civil-day.ts';
import { roundUse } from '../increment.ts';
import { type LocalSecond, localSecondOf } from '../local-time.ts';
import { lowerBound } from '../lower-bound.ts';
import type { Increment } from '../offer.ts';
import type { Scenarios, Slot } from './scenario.ts';

/** Running sums of the uses of some slots: `sums[i]` is what the uses before number i come to, counted in steps. */
type Track = {
  readonly slots: readonly number[];
  readonly increment: Increment;
  readonly sums: Float64Array;
  scenario: number;
};

/** The uses of one scenario after another in the order of time, and running sums over them that all cards share. */
export class Timeline {
  readonly scenarios: Scenarios;
  readonly moments: readonly LocalSecond[];
  readonly amounts: Float64Array;
  readonly #tracks: Track[] = [];
  readonly #known = new Map<string, number>();
  #scenario = -1;

  constructor(scenarios: Scenarios) {
    const { period, slots } = scenarios;
    this.scenarios = scenarios;
    this.amounts = new Float64Array(period.days * slots.length);
    this.moments = Array.from(this.amounts, (_, index) => {
      const { second } = slots[index % slots.length] as Slot;
      return localSecondOf(day(period.start + Math.floor(index / slots.length)), second);
    });
  }

  get length(): number {
    return this.amounts.length;
  }

  load(scenario: number): void {
    this.scenarios.draw(scenario, this.amounts);
    this.#scenario = scenario;
  }

  /** The number of the first use at or after a moment. */
  indexFrom(at: number): number {
    return lowerBound(this.moments, at);
  }

  /** The track of some slots, counted in the steps of an increment that rounds each use. */
  trackOf(slots: readonly number[], increment: Increment): number {
    const { first, next, mode } = increment;
    const key = `${slots.join()} ${first} ${next} ${mode}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const sums = new Float64Array(this.length + 1);
    const number = this.#tracks.push({ slots, increment, sums, scenario: -1 }) - 1;
    this.#known.set(key, number);
    return number;
  }

  /** The running sums of a track in the scenario at hand. */
  sumsOf(number: number): Float64Array {
    const track = this.#tracks[number] as Track;
    if (track.scenario !== this.#scenario) this.#fill(track);
    return track.sums;
  }

  #fill(track: Track): void {
    const { slots, increment, sums } = track;
    const width = this.scenarios.slots.length;
    const isIn = Array.from({ length: width }, (_, slot) => slots.includes(slot));
    const isExact = increment.first === 1 && increment.next === 1;
    let sum = 0;
    for (let index = 0, slot = 0; index < this.amounts.length; index++) {
      if (isIn[slot]) {
        const amount = this.amounts[index] as number;
        sum += isExact ? amount : roundUse(increment, amount);
      }
      sums[index + 1] = sum;
      slot = slot + 1 === width ? 0 : slot + 1;
    }
    track.scenario = this.#scenario;
  }
}
