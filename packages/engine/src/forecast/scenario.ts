import type { Period } from '../card-state.ts';
import { day } from '../civil-day.ts';
import { localSecondOf } from '../local-time.ts';
import { INTERNET, type UsageEvent } from '../usage.ts';

/** A kind of use with everything but when and how much: what a scope may ask about it. */
export type Stream = Omit<UsageEvent, 'at' | 'amount'>;

/** A moment of the day at which a stream is used, in whole multiples of `step` units. */
export type Slot = { readonly stream: Stream; readonly second: number; readonly step: number };

/**
 * Ways in which the use of a period may turn out, all equally likely, numbered from 0. `draw` fills `amounts` (days times
 * slots, day after day) with the units used; the same number always gives the same amounts.
 */
export type Scenarios = {
  readonly period: Period;
  /** In the order of the day. */
  readonly slots: readonly Slot[];
  draw(scenario: number, amounts: Float64Array): void;
};

/** The uses of one scenario in the order of time, as a rater takes them. */
export function usesOfScenario(scenarios: Scenarios, scenario: number): UsageEvent[] {
  const { slots, period } = scenarios;
  const amounts = new Float64Array(period.days * slots.length);
  scenarios.draw(scenario, amounts);
  return [...amounts].flatMap((amount, index) => {
    if (amount === 0) return [];
    const { stream, second } = slots[index % slots.length] as Slot;
    return [{ ...stream, at: localSecondOf(day(period.start + Math.floor(index / slots.length)), second), amount }];
  });
}

/** The slots of streams, each at its moments, in the order of the day. */
export function slotsOf(streams: readonly { stream: Stream; moments: readonly number[]; step: number }[]): Slot[] {
  const slots = streams.flatMap(({ stream, moments, step }) => moments.map((second) => ({ stream, second, step })));
  return slots.sort((a, b) => a.second - b.second);
}

/**
 * Spreads each stream's use of a day evenly over its slots in whole steps; what is less than a step is carried on to the
 * next slot, so that over a period nothing is lost.
 */
export class SlotFiller {
  readonly #slots: readonly Slot[];
  readonly #streams: Int32Array;
  readonly #shares: Float64Array;
  readonly #carried: Float64Array;

  /** `streams` in the order in which the amounts of a day are given. */
  constructor(slots: readonly Slot[], streams: readonly Stream[]) {
    this.#slots = slots;
    this.#streams = Int32Array.from(slots, ({ stream }) => streams.indexOf(stream));
    const counts = streams.map((stream) => slots.filter((slot) => slot.stream === stream).length);
    this.#shares = Float64Array.from(this.#streams, (stream) => 1 / (counts[stream] as number));
    this.#carried = new Float64Array(streams.length);
  }

  reset(): void {
    this.#carried.fill(0);
  }

  /** @param ofDay units of each stream on the day numbered `index` of the period. */
  fill(ofDay: Float64Array, index: number, amounts: Float64Array): void {
    const { length } = this.#slots;
    for (let slot = 0; slot < length; slot++) {
      const stream = this.#streams[slot] as number;
      const due = (ofDay[stream] as number) * (this.#shares[slot] as number) + (this.#carried[stream] as number);
      const { step } = this.#slots[slot] as Slot;
      const amount = Math.floor((due + TINY) / step) * step;
      this.#carried[stream] = due - amount;
      amounts[index * length + slot] = amount;
    }
  }
}

/** Thirds of an amount add up to a little less than the whole. */
const TINY = 1e-6;

/** The same scenarios with calls made over the internet, a minute taking so many bytes. */
export function withCallsAsData(scenarios: Scenarios, bytesPerMinute: number): Scenarios {
  const isCall = scenarios.slots.map(({ stream }) => stream.kind === 'voice');
  const slots = scenarios.slots.map((slot, index) => (isCall[index] ? { ...slot, stream: INTERNET_CALL } : slot));
  return {
    period: scenarios.period,
    slots,
    draw: (scenario, amounts) => {
      scenarios.draw(scenario, amounts);
      for (let index = 0; index < amounts.length; index++) {
        if (isCall[index % slots.length])
          amounts[index] = Math.ceil(((amounts[index] as number) * bytesPerMinute) / 60);
      }
    },
  };
}

const INTERNET_CALL: Stream = { kind: 'data', to: INTERNET };
