import type { Period } from '../card-state.ts';
import { MOMENTS_OF_DAY, STEP_OF_USE, type UsageProfile } from '../profile.ts';
import { USAGE_KINDS } from '../usage.ts';
import { Random } from './random.ts';
import { type Scenarios, SlotFiller, slotsOf } from './scenario.ts';

/**
 * How far use may lie from a profile, as coefficients of variation (spread divided by mean). `level`: of the average of a
 * whole stay, because nobody knows it; `day`: of one day around that average.
 */
export type Spread = { readonly level: number; readonly day: number };

/** An assumption, not a record: no source on file states how far people misjudge their use or how much days differ. */
export const ASSUMED_SPREAD: Spread = { level: 0.3, day: 0.6 };

export type ProfileScenarioOptions = { readonly period: Period; readonly spread: Spread; readonly seed: number };

/**
 * Scenarios around a profile, with the profile as their mean. Each kind of use has a level for the stay and a factor for
 * each day, both lognormal; parts of one kind rise and fall together, different kinds do not.
 */
export function scenariosOfProfile(profile: UsageProfile, { period, spread, seed }: ProfileScenarioOptions): Scenarios {
  const parts = profile.map(({ kind, to, app, perDay }) => ({
    stream: { kind, to, ...(app === undefined ? {} : { app }) },
    perDay: perDay.num / perDay.den,
    moments: MOMENTS_OF_DAY[kind],
    step: STEP_OF_USE[kind],
  }));
  const slots = slotsOf(parts);
  const streams = parts.map(({ stream }) => stream);
  const kinds = USAGE_KINDS.filter((kind) => streams.some((stream) => stream.kind === kind));
  const kindOf = streams.map(({ kind }) => kinds.indexOf(kind));
  const filler = new SlotFiller(slots, streams);
  const ofDay = new Float64Array(parts.length);
  return {
    period,
    slots,
    draw: (scenario, amounts) => {
      const random = new Random(seed, scenario);
      const levels = kinds.map(() => random.factor(spread.level));
      filler.reset();
      for (let index = 0; index < period.days; index++) {
        const factors = levels.map((level) => level * random.factor(spread.day));
        parts.forEach(({ perDay }, part) => {
          ofDay[part] = perDay * (factors[kindOf[part] as number] as number);
        });
        filler.fill(ofDay, index, amounts);
      }
    },
  };
}
