// A second rating of simple plans, slow and written apart from the engine: calls are followed second by second, money is
// in big integers, and months are those of Temporal.
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { parseDay } from '../civil-day.ts';
import { localSecondOf } from '../local-time.ts';
import { money } from '../money.ts';
import { rateCard } from '../statement.ts';
import { allowance, card, charge, fee, months, plan, rate } from '../test-offers.ts';
import type { UsageEvent } from '../usage.ts';
import { CHECK } from './arbitrary-parts.ts';

type SimplePlan = {
  readonly fee: number;
  readonly seconds: number;
  readonly step: { readonly first: number; readonly next: number };
  readonly price: { readonly num: number; readonly den: number };
};
type Call = { readonly second: number; readonly seconds: number };

const DAYS = 100;

/** Seconds from the start at which the months of a plan begin that was bought at its midnight. */
function monthStarts(start: Temporal.PlainDate): number[] {
  const days = [0, 1, 2, 3, 4].map((count) => start.until(start.add({ months: count })).total('days'));
  return days.filter((day) => day < DAYS).map((day) => day * 86_400);
}

/** The seconds of a call that are charged, and what it leaves of the bucket. */
function follow(call: Call, { step }: SimplePlan, bucket: number): { charged: number; left: number } {
  let [left, charged, paidUntil, steps] = [bucket, 0, 0, 0];
  let isFromBucket = left > 0;
  for (let second = 0; second < call.seconds; second++) {
    if (second < paidUntil) continue;
    if (isFromBucket && left === 0) [isFromBucket, steps] = [false, 0];
    const size = steps === 0 ? step.first : step.next;
    const opened = isFromBucket ? Math.min(size, left) : size;
    if (isFromBucket) left -= opened;
    else charged += opened;
    paidUntil = second + opened;
    steps += 1;
  }
  return { charged, left };
}

/** The price of some seconds, half a tiyn rounded up. */
function priced(seconds: number, { num, den }: SimplePlan['price']): number {
  return Number((2n * BigInt(seconds) * BigInt(num) + BigInt(den)) / (2n * BigInt(den)));
}

function total(start: Temporal.PlainDate, simple: SimplePlan, calls: readonly Call[]): number {
  const starts = monthStarts(start);
  let sum = simple.fee * starts.length;
  let [left, month] = [simple.seconds, 0];
  for (const call of calls) {
    const current = starts.filter((begin) => begin <= call.second).length - 1;
    if (current > month) [left, month] = [simple.seconds, current];
    const followed = follow(call, simple, left);
    left = followed.left;
    sum += priced(followed.charged, simple.price);
  }
  return sum;
}

test('a plan with a fee, minutes and a price beyond them costs what following it second by second gives', () => {
  const simple = fc.record({
    fee: fc.integer({ min: 1, max: 500_000 }),
    seconds: fc.integer({ min: 0, max: 4000 }),
    step: fc.record({ first: fc.constantFrom(1, 30, 60), next: fc.constantFrom(1, 6, 60) }),
    price: fc.record({ num: fc.integer({ min: 0, max: 5000 }), den: fc.constantFrom(1, 3, 60, 1_000_003) }),
  });
  const start = fc.constantFrom('2026-01-29', '2026-01-30', '2026-01-31', '2027-12-31', '2028-01-31', '2026-06-15');
  const seconds = fc.integer({ min: 0, max: DAYS * 86_400 - 1 });
  const call = fc.record({ second: seconds, seconds: fc.integer({ min: 0, max: 900 }) });
  const calls = fc.array(call, { maxLength: 30 }).map((all) => all.sort((a, b) => a.second - b.second));
  const holds = fc.property(simple, start, calls, (terms, first, made) => {
    expect(engineTotal(first, terms, made)).toBe(total(Temporal.PlainDate.from(first), terms, made));
  });
  fc.assert(holds, CHECK);
});

function engineTotal(first: string, simple: SimplePlan, calls: readonly Call[]): number {
  const increment = { ...simple.step, mode: 'up' as const, per: 'event' as const };
  const offer = plan({
    fee: fee(simple.fee, months(1)),
    renews: months(1),
    allowances: [allowance('voice', simple.seconds, { increment })],
    rates: [rate('voice', charge(simple.price, { increment }))],
    rounding: { mode: 'half-up', of: 'event', to: money(1) },
  });
  const start = parseDay(first);
  const purchases = [{ offer: offer.id, at: localSecondOf(start) }];
  const uses = calls.map(
    ({ second, seconds }): UsageEvent => ({
      at: localSecondOf(start, second),
      kind: 'voice',
      to: 'national-mobile',
      amount: seconds,
    }),
  );
  return rateCard(card([offer], { purchases, period: { start, days: DAYS } }), uses).total;
}
