// Random offers, cards and uses for the property tests. Nothing but tests imports them.
import fc from 'fast-check';
import type { CardInput } from './card-state.ts';
import { day, parseDay } from './civil-day.ts';
import { type Cycle, FOREVER } from './cycle.ts';
import type { Purchase } from './holding.ts';
import { type DayRule, LOCAL_DAYS, localSecondOf } from './local-time.ts';
import { money, type Ratio } from './money.ts';
import type {
  Allowance,
  BucketLife,
  ChargeAction,
  Fee,
  Increment,
  Offer,
  OfferRole,
  Proration,
  Rate,
  RateAction,
  Rounding,
  Special,
  Terms,
  Unpaid,
} from './offer.ts';
import type { Hours, Scope } from './scope.ts';
import { ALMATY, offerOf, SHANGHAI } from './test-offers.ts';
import { INTERNET, USAGE_KINDS, type UsageEvent, type UsageKind } from './usage.ts';

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
};

export const START = parseDay('2026-01-15');
const TO: Readonly<Record<UsageKind, readonly string[]>> = {
  voice: ['on-net', 'group', 'national-mobile', 'landline', 'intl:CN', 'intl:RU/Beeline', 'short:7502'],
  sms: ['on-net', 'national-mobile', 'intl:CN'],
  data: [INTERNET],
  mms: ['on-net', 'national-mobile'],
};
const PATTERNS = ['on-net', 'national', 'national-mobile', 'intl', 'intl:RU', 'intl:CN'];
const APPS = ['tiktok', 'kaznet'];
/** The most that one use takes: a few hours, messages or gigabytes. */
const MOST: Readonly<Record<UsageKind | 'money', number>> = {
  voice: 20_000,
  sms: 50,
  data: 3_000_000_000,
  mms: 20,
  money: 5000,
};

const kind = fc.constantFrom(...USAGE_KINDS);
const upTo = (max: number) => fc.integer({ min: 0, max });
const from1 = (max: number) => fc.integer({ min: 1, max });
const amountOfMoney = upTo(100_000).map(money);
/** A value in one case of four, or nothing: an optional field is then left out. */
const rarely = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value });

/** An object without its undefined fields. */
function compact<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as T;
}

const cycle: fc.Arbitrary<Cycle> = fc.oneof(
  fc.record({
    unit: fc.constant('days' as const),
    count: from1(35),
    ends: fc.constantFrom('midnight' as const, 'moment' as const, 'day-end' as const),
  }),
  fc.record({ unit: fc.constant('months' as const), count: from1(3) }),
  fc.record({ unit: fc.constant('calendar-month' as const), dayOfMonth: from1(28) }),
  fc.constant({ unit: 'forever' as const }),
);

const dayRule: fc.Arbitrary<DayRule> = fc.constantFrom<DayRule>(
  LOCAL_DAYS,
  { is: 'rolling' },
  { is: 'zone', zone: SHANGHAI },
);

const hours: fc.Arbitrary<Hours> = fc.tuple(upTo(23), from1(24)).map(([from, until]) => [from * 3600, until * 3600]);

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

const scope: fc.Arbitrary<Scope> = fc.oneof(fc.constant({}), narrowScope);

const ONE: Increment = { first: 1, next: 1, mode: 'up', per: 'event' };

function increment({ steps }: Features): fc.Arbitrary<Increment> {
  const some = fc.record({
    first: fc.constantFrom(1, 10, 60, 1024),
    next: fc.constantFrom(1, 10, 60, 1024),
    mode: fc.constantFrom('up' as const, 'down' as const),
    per: fc.constantFrom('event' as const, 'hour' as const, 'day' as const, 'month' as const),
  });
  return steps ? fc.oneof(fc.constant(ONE), some) : fc.constant(ONE);
}

function life({ idle }: Features): fc.Arbitrary<BucketLife> {
  return fc.oneof(
    fc.constant<BucketLife>({ is: 'renewal' }),
    from1(3).map((count): BucketLife => ({ is: 'months', count })),
    from1(40).map((count): BucketLife => ({ is: 'days', count })),
    fc.constant<BucketLife>({ is: 'end-of-next-month' }),
    fc.constant<BucketLife>(idle ? { is: 'forever', idleMonths: 1 } : { is: 'forever' }),
  );
}

function allowance(features: Features): fc.Arbitrary<Allowance> {
  const kinds = features.bonusMoney ? fc.constantFrom(...USAGE_KINDS, 'money' as const) : kind;
  return kinds.chain((of) =>
    fc
      .record({
        kind: fc.constant(of),
        amount: fc.oneof({ weight: 5, arbitrary: upTo(3 * MOST[of]) }, { weight: 1, arbitrary: unlimited(of) }),
        scope,
        per: fc.constantFrom('cycle' as const, 'cycle' as const, 'day' as const, 'call' as const),
        lives: life(features),
        increment: of === 'money' ? fc.constant(ONE) : increment(features),
        during: rarely(cycle),
        choice: rarely(fc.constantFrom('one', 'other')),
        rebuys: fc.boolean(),
      })
      .map(
        ({ rebuys, ...value }) =>
          compact({ ...value, ...(features.rebuy && rebuys ? rebuyAt(value) : {}) }) as Allowance,
      ),
  );
}

/** Bought again at a tenth, where one use does not need it hundreds of times. */
function rebuyAt({ kind: of, amount }: Pick<Allowance, 'kind' | 'amount'>): { rebuyAt?: number } {
  return of !== 'money' && amount !== 'unlimited' && amount > MOST[of] / 3 ? { rebuyAt: Math.floor(amount / 10) } : {};
}

function unlimited(of: Allowance['kind']): fc.Arbitrary<number | 'unlimited'> {
  return of === 'money' ? fc.constant(0) : fc.constant('unlimited');
}

/** A price of up to about 5.00 a minute, a message or a megabyte. */
function price(of: UsageKind): fc.Arbitrary<Ratio> {
  const den = of === 'data' ? fc.constantFrom(1_048_576, 1_000_000, 3_145_728) : fc.constantFrom(1, 3, 60);
  return fc.record({ num: upTo(500), den });
}

function chargeAction(of: UsageKind, features: Features): fc.Arbitrary<ChargeAction> {
  const priceStep = fc.record({ units: from1(MOST[of]), price: price(of) });
  const steps = fc.record({
    of: fc.constantFrom('call' as const, 'day' as const),
    prices: fc.tuple(priceStep, price(of)).map(([first, last]) => [
      { until: first.units, price: first.price },
      { until: null, price: last },
    ]),
  });
  const band = fc
    .record({ hours, price: price(of), weekdaysOnly: rarely(fc.constant(true)) })
    .map((value) => compact(value) as NonNullable<ChargeAction['bands']>[number]);
  const beyond = features.stoppingCap
    ? fc.constantFrom('free' as const, 'stop' as const)
    : fc.constant('free' as const);
  return fc
    .record({
      do: fc.constant('charge' as const),
      price: features.unknownPrices ? fc.option(price(of), { nil: null, freq: 8 }) : price(of),
      increment: increment(features),
      connect: rarely(amountOfMoney),
      shape: fc.option(
        fc.oneof(
          steps.map((value) => ({ steps: value })),
          fc.array(band, { minLength: 1, maxLength: 2 }).map((value) => ({ bands: value })),
        ),
        { nil: undefined, freq: 2 },
      ),
      dailyCap: rarely(fc.record({ amount: amountOfMoney, beyond })),
    })
    .map(({ shape, ...value }) => {
      const own = shape && !features.sharedSteps ? { increment: { ...value.increment, per: 'event' as const } } : {};
      return compact({ ...value, ...shape, ...own }) as ChargeAction;
    });
}

function rate(features: Features): fc.Arbitrary<Rate> {
  return kind.chain((of) => {
    const others: RateAction[] = [{ do: 'throttle', kbps: 64 }, { do: 'stop' }];
    if (features.unknownPrices) others.push({ do: 'unknown' });
    const action: fc.Arbitrary<RateAction> = fc.oneof(
      { weight: 4, arbitrary: chargeAction(of, features) },
      { weight: 1, arbitrary: fc.constantFrom(...others) },
    );
    const when = rarely(fc.record({ topUp: amountOfMoney, days: from1(10) }));
    return fc.record({ kind: fc.constant(of), scope, when, action }).map((value) => compact(value) as Rate);
  });
}

function fee({ unknownPrices }: Features): fc.Arbitrary<Fee> {
  const amount = unknownPrices ? fc.option(amountOfMoney, { nil: null, freq: 8 }) : amountOfMoney;
  const phases = fc.array(fc.record({ amount, every: cycle, times: fc.option(from1(4), { nil: null }) }), {
    maxLength: 3,
  });
  const proration: fc.Arbitrary<Proration> = fc.record({
    what: fc.constantFrom('fee' as const, 'allowances' as const, 'fee-and-allowances' as const),
    countsFirstDay: fc.boolean(),
    basis: fc.constantFrom('cycle' as const, 'year' as const),
    rounding: fc.constantFrom('up' as const, 'half-up' as const, 'down' as const),
  });
  return fc
    .record({
      phases,
      proration: fc.option(proration, { nil: null }),
      freePurchases: rarely(from1(2)),
      taxPercent: rarely(fc.constantFrom(12, 16)),
    })
    .map((value) => compact(value) as Fee);
}

const rounding: fc.Arbitrary<Rounding> = fc.record({
  mode: fc.constantFrom('up' as const, 'half-up' as const, 'down' as const),
  of: fc.constantFrom('line' as const, 'event' as const),
  to: fc.constantFrom(money(1), money(100)),
});

function unpaid(features: Features): fc.Arbitrary<Unpaid> {
  return fc
    .record({
      do: fc.constantFrom<Unpaid['do']>('rates', 'not-started', 'suspended', 'pack', 'part', 'unknown'),
      rates: fc.array(rate(features), { maxLength: 2 }),
      keepsBuckets: fc.boolean(),
      pack: rarely(
        fc.record({ offer: fc.constant('add-on'), from: fc.constantFrom('at-once' as const, 'next-window' as const) }),
      ),
      days: rarely(from1(40)),
    })
    .map((value) => compact(value) as Unpaid);
}

export function terms(features: Features): fc.Arbitrary<Terms> {
  return fc
    .record({
      carries: fc.constant(['voice', 'sms', 'data'] as const),
      simPrice: amountOfMoney,
      activationFee: amountOfMoney,
      fee: fee(features),
      starts: features.firstUse
        ? fc.constantFrom('purchase' as const, 'first-use' as const)
        : fc.constant('purchase' as const),
      term: fc.oneof(fc.constant(FOREVER), cycle),
      renews: cycle,
      dayRule,
      allowances: fc.array(allowance(features), { maxLength: 4 }),
      rates: fc.array(rate(features), { minLength: 1, maxLength: 6 }),
      unpaid: fc.option(unpaid(features), { nil: null }),
      order: fc.constantFrom('add-on-first' as const, 'plan-first' as const),
      rounding,
      maxCallSeconds: rarely(from1(60).map((minutes) => minutes * 60)),
    })
    .map((value) => compact(value) as Terms);
}

const special: fc.Arbitrary<Special> = fc.oneof(
  fc.constant<Special>({ is: 'restart' }),
  fc.record({ is: fc.constant('credit' as const), amount: amountOfMoney, days: from1(10) }),
  fc.record({ is: fc.constant('pay-later' as const), days: from1(10) }),
  fc.record({
    is: fc.constant('exchange' as const),
    from: fc.record({ kind, amount: from1(1000), scope: fc.constant({}) }),
    to: fc.record({ kind, amount: from1(1000), scope: fc.constant({}) }),
  }),
  fc.record({
    is: fc.constant('group-discount' as const),
    steps: fc.constant([
      { members: 2, percent: 5 },
      { members: 4, percent: 15 },
    ]),
  }),
);

function offer(id: string, role: OfferRole, features: Features): fc.Arbitrary<Offer> {
  return terms(features).map((value) => offerOf(id, role, value));
}

/** A base plan, an add-on and a service that acts on the card. */
export function offers(features: Features): fc.Arbitrary<readonly Offer[]> {
  const service = fc
    .tuple(terms(features), special)
    .map(([value, acts]) => offerOf('service', 'vas', { ...value, special: acts }));
  return fc.tuple(offer('plan', 'base', features), offer('add-on', 'add-on', features), service);
}

const DAYS = 45;

function secondIn(days: number) {
  return upTo(days * 86_400 - 1).map((second) => localSecondOf(START, second));
}

function purchases(ids: readonly string[]): fc.Arbitrary<CardInput['purchases']> {
  const more = fc.record({
    offer: fc.constantFrom(...ids),
    at: secondIn(DAYS),
    until: rarely(secondIn(DAYS)),
    choice: rarely(fc.constantFrom('one', 'other')),
  });
  const first = fc.constantFrom({ offer: 'plan', at: localSecondOf(START) });
  return fc
    .tuple(first, fc.array(more, { maxLength: 4 }))
    .map(([plan, others]) => [plan, ...others.map((one) => compact(one) as Purchase)]);
}

export const wallet = fc.record({
  balance: amountOfMoney,
  topUps: fc.array(fc.record({ at: secondIn(DAYS), amount: amountOfMoney }), { maxLength: 4 }),
});

/** A card with some offers on it. */
export function cardOf(all: readonly Offer[]): fc.Arbitrary<CardInput> {
  return fc
    .record({
      offers: fc.constant(new Map(all.map((one) => [one.id, one]))),
      purchases: purchases(all.map(({ id }) => id)),
      period: fc.constant({ start: START, days: DAYS }),
      local: fc.constant(ALMATY),
      fee: rarely(fc.constantFrom('paid' as const, 'unpaid' as const)),
      groupMembers: rarely(from1(5)),
    })
    .map((value) => compact(value) as CardInput);
}

/** Any card that the types allow. */
export const anyCard: fc.Arbitrary<CardInput> = offers(ALL_FEATURES).chain((all) =>
  fc.tuple(cardOf(all), rarely(wallet)).map(([card, money]) => (money ? { ...card, wallet: money } : card)),
);

export function use(days: number = DAYS): fc.Arbitrary<UsageEvent> {
  return kind.chain((of) =>
    fc
      .record({
        at: secondIn(days),
        kind: fc.constant(of),
        to: fc.constantFrom(...TO[of]),
        amount: upTo(MOST[of]),
        app: rarely(fc.constantFrom(...APPS)),
        over: rarely(fc.constantFrom('hotspot', 'vpn')),
        network: rarely(fc.constantFrom('4G', '5G')),
        zone: rarely(fc.constantFrom('home' as const, 'away' as const)),
      })
      .map((value) => compact(value) as UsageEvent),
  );
}

/** Uses in the order of time. */
export function uses(days: number = DAYS): fc.Arbitrary<readonly UsageEvent[]> {
  return fc.array(use(days), { maxLength: 25 }).map(inOrder);
}

export function inOrder(events: readonly UsageEvent[]): readonly UsageEvent[] {
  return [...events].sort((a, b) => a.at - b.at);
}
