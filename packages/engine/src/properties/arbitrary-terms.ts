import fc from 'fast-check';
import { FOREVER } from '../cycle.ts';
import { type DayRule, LOCAL_DAYS } from '../local-time.ts';
import { money, type Ratio } from '../money.ts';
import type {
  Allowance,
  BucketLife,
  ChargeAction,
  Fee,
  Proration,
  Rate,
  RateAction,
  Rounding,
  Terms,
  Unpaid,
} from '../offer.ts';
import { SHANGHAI } from '../test-offers.ts';
import { USAGE_KINDS, type UsageKind } from '../usage.ts';
import {
  amountOfMoney,
  compact,
  cycle,
  type Features,
  from1,
  hours,
  increment,
  kind,
  MOST,
  ONE,
  rarely,
  scope,
  upTo,
} from './arbitrary-parts.ts';

const dayRule: fc.Arbitrary<DayRule> = fc.constantFrom<DayRule>(
  LOCAL_DAYS,
  { is: 'rolling' },
  { is: 'zone', zone: SHANGHAI },
);

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
    of: features.shared ? fc.constantFrom('call' as const, 'day' as const) : fc.constant('call' as const),
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

function rounding({ roundsDown }: Features): fc.Arbitrary<Rounding> {
  return fc.record({
    mode: roundsDown ? fc.constantFrom('up' as const, 'half-up' as const, 'down' as const) : fc.constant('up' as const),
    of: fc.constantFrom('line' as const, 'event' as const),
    to: fc.constantFrom(money(1), money(100)),
  });
}

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
      rounding: rounding(features),
      maxCallSeconds: rarely(from1(60).map((minutes) => minutes * 60)),
    })
    .map((value) => compact(value) as Terms);
}
