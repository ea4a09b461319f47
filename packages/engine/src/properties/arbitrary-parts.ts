// What the random offers, cards and uses of the property tests are made of. Nothing but tests imports this folder.
import fc from 'fast-check';
import { day, parseDay } from '../civil-day.ts';
import type { Cycle } from '../cycle.ts';
import { money } from '../money.ts';
import type { Increment } from '../offer.ts';
import type { Hours, Scope } from '../scope.ts';
import { USAGE_KINDS, type UsageKind } from '../usage.ts';

/** What random offers may hold; everything is on unless it is turned off. */
export type Features = {
  /** Terms that tie what a use costs to when or whether other things were used. */
  readonly firstUse: boolean;
  readonly rebuy: boolean;
  readonly idle: boolean;
  readonly bonusMoney: boolean;
  readonly stoppingCap: boolean;
  /** Steps other than one by one. */
  readonly steps: boolean;
  readonly unknownPrices: boolean;
  /** Prices by position or hour for steps that several uses share. */
  readonly sharedSteps: boolean;
  /** Units counted for several uses together: steps of an hour, day or month, positions within the day. */
  readonly shared: boolean;
  /** Rounds money other than up. */
  readonly roundsDown: boolean;
};

export const ALL_FEATURES: Features = {
  firstUse: true,
  rebuy: true,
  idle: true,
  bonusMoney: true,
  stoppingCap: true,
  steps: true,
  unknownPrices: true,
  sharedSteps: true,
  shared: true,
  roundsDown: true,
};

/** The same cases in every run. */
export const CHECK = { seed: 11, numRuns: 500 };

export const START = parseDay('2026-01-15');
const PATTERNS = ['on-net', 'national', 'national-mobile', 'intl', 'intl:RU', 'intl:CN'];
export const APPS = ['tiktok', 'kaznet'];
/** The most that one use takes: a few hours, messages or gigabytes. */
export const MOST: Readonly<Record<UsageKind | 'money', number>> = {
  voice: 20_000,
  sms: 50,
  data: 3_000_000_000,
  mms: 20,
  money: 5000,
};

export const kind = fc.constantFrom(...USAGE_KINDS);
export const upTo = (max: number) => fc.integer({ min: 0, max });
export const from1 = (max: number) => fc.integer({ min: 1, max });
export const amountOfMoney = upTo(100_000).map(money);
/** A value in one case of four, or nothing: an optional field is then left out. */
export const rarely = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value });

/** An object without its undefined fields. */
export function compact<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as T;
}

export const cycle: fc.Arbitrary<Cycle> = fc.oneof(
  fc.record({
    unit: fc.constant('days' as const),
    count: from1(35),
    ends: fc.constantFrom('midnight' as const, 'moment' as const, 'day-end' as const),
  }),
  fc.record({ unit: fc.constant('months' as const), count: from1(3) }),
  fc.record({ unit: fc.constant('calendar-month' as const), dayOfMonth: from1(28) }),
  fc.constant({ unit: 'forever' as const }),
);

export const hours: fc.Arbitrary<Hours> = fc
  .tuple(upTo(23), from1(24))
  .map(([from, until]) => [from * 3600, until * 3600]);

const narrowScope: fc.Arbitrary<Scope> = fc
  .record({
    to: rarely(fc.uniqueArray(fc.constantFrom(...PATTERNS), { minLength: 1, maxLength: 3 })),
    apps: rarely(fc.constantFrom(APPS, ['tiktok'])),
    hours: rarely(fc.array(hours, { minLength: 1, maxLength: 2 })),
    notOver: rarely(fc.constant(['hotspot'])),
    network: rarely(fc.constant('4G')),
    zone: rarely(fc.constantFrom('home' as const, 'away' as const)),
    lastDay: rarely(upTo(45).map((count) => day(START + count))),
  })
  .map((value) => compact(value) as Scope);

export const scope: fc.Arbitrary<Scope> = fc.oneof(fc.constant({}), narrowScope);

export const ONE: Increment = { first: 1, next: 1, mode: 'up', per: 'event' };

export function increment({ steps, shared }: Features): fc.Arbitrary<Increment> {
  const some = fc.record({
    first: fc.constantFrom(1, 10, 60, 1024),
    next: fc.constantFrom(1, 10, 60, 1024),
    mode: fc.constantFrom('up' as const, 'down' as const),
    per: shared
      ? fc.constantFrom('event' as const, 'hour' as const, 'day' as const, 'month' as const)
      : fc.constant('event' as const),
  });
  return steps ? fc.oneof(fc.constant(ONE), some) : fc.constant(ONE);
}
