import { lowerBound } from '../lower-bound.ts';
import type { Steps } from './cover-steps.ts';

/** Ways to hold ever more bytes, beside which bytes may be bought one by one. */
export class RatedSteps {
  readonly steps: Steps;
  /** For each rate, up to each step, the one from which bytes at that rate lead furthest for the least. */
  readonly #bases = new Map<number, Int32Array>();

  constructor(steps: Steps) {
    this.steps = steps;
  }

  /** The least that some bytes cost where one alone costs `rate` (infinite where none is sold); infinite where so much cannot be held. */
  least(bytes: number, rate: number): number {
    const { costs, bytes: held } = this.steps;
    const step = lowerBound(held, bytes);
    const whole = costs[step] ?? Number.POSITIVE_INFINITY;
    if (step === 0 || !Number.isFinite(rate)) return whole;
    const base = this.#basesAt(rate)[step - 1] as number;
    return Math.min(whole, (costs[base] as number) + rate * (bytes - (held[base] as number)));
  }

  #basesAt(rate: number): Int32Array {
    const known = this.#bases.get(rate);
    if (known) return known;
    const { costs, bytes } = this.steps;
    const bases = new Int32Array(costs.length);
    const beyond = (step: number) => (costs[step] as number) - rate * (bytes[step] as number);
    for (let step = 1; step < bases.length; step++) {
      const before = bases[step - 1] as number;
      bases[step] = beyond(step) < beyond(before) ? step : before;
    }
    this.#bases.set(rate, bases);
    return bases;
  }
}
