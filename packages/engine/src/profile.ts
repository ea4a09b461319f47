import type { Period } from './card-state.ts';
import { DAY_SECONDS, localSecondOf } from './local-time.ts';
import { mulDivMod, type Ratio } from './money.ts';
import type { UsageEvent, UsageKind } from './usage.ts';

/** Even use of one kind: `perDay` units (seconds, messages, bytes) a day, an exact fraction. */
export type ProfilePart = {
  readonly kind: UsageKind;
  readonly to: string;
  readonly app?: string;
  readonly perDay: Ratio;
};

/** What a person uses on an average day. */
export type UsageProfile = readonly ProfilePart[];

/**
 * When in the day a profile's use falls, in seconds: data in three equal parts (the last after 21:00, when Beijing
 * already counts the next day), a call or message at noon.
 */
const DATA_AT: readonly number[] = [9 * 3600, 15 * 3600, 21 * 3600 + 1800];
const TALK_AT: readonly number[] = [12 * 3600];

export const MOMENTS_OF_DAY: Readonly<Record<UsageKind, readonly number[]>> = {
  data: DATA_AT,
  voice: TALK_AT,
  sms: TALK_AT,
  mms: TALK_AT,
};

/** Use comes in whole steps of this size, in which nearly all operators count: kilobytes, minutes, messages. */
export const STEP_OF_USE: Readonly<Record<UsageKind, number>> = { data: 1024, voice: 60, sms: 1, mms: 1 };

/** The uses of a period in the order of time. Fractions of a step are carried over to the next use. */
export function usesOfProfile(profile: UsageProfile, period: Period): UsageEvent[] {
  return profile.flatMap((part) => usesOfPart(part, period)).sort((a, b) => a.at - b.at);
}

function usesOfPart({ kind, to, app, perDay }: ProfilePart, { start, days }: Period): UsageEvent[] {
  const moments = MOMENTS_OF_DAY[kind];
  const step = STEP_OF_USE[kind];
  const den = perDay.den * moments.length * step;
  const uses: UsageEvent[] = [];
  let before = 0;
  for (let index = 0; index < days * moments.length; index++) {
    const until = mulDivMod(index + 1, perDay.num, den).whole * step;
    const amount = until - before;
    before = until;
    if (amount === 0) continue;
    const second = Math.floor(index / moments.length) * DAY_SECONDS + (moments[index % moments.length] as number);
    // all of one shape, without a spread: the rating reads a million of these several times as fast
    uses.push({ at: localSecondOf(start, second), kind, to, amount, app });
  }
  return uses;
}

/** The units of a profile part over a number of days, rounded down. */
export function unitsOver({ perDay }: ProfilePart, days: number): number {
  return mulDivMod(days, perDay.num, perDay.den).whole;
}
