import { describe, expect, test } from 'vitest';
import { ChargeMeter } from './charge-meter.ts';
import { money } from './money.ts';
import type { ChargeAction, Rounding } from './offer.ts';
import { BY_MINUTE, call, charge, data, MB, message } from './test-offers.ts';
import type { UsageEvent } from './usage.ts';

const NO_LIMIT = Number.POSITIVE_INFINITY;
const EXACT: Rounding = { mode: 'half-up', of: 'line', to: money(1) };

/** Charges uses in turn with what is left of a budget. */
function meterOf(action: ChargeAction, rounding: Rounding = EXACT, budget = NO_LIMIT) {
  const meter = new ChargeMeter(action, rounding);
  const refused = (events: readonly UsageEvent[]) =>
    events.map((event) => meter.charge({ event, amount: event.amount }, budget - meter.pending));
  return { meter, refused };
}

function amountOf(action: ChargeAction, events: readonly UsageEvent[], rounding: Rounding = EXACT): number {
  const { meter, refused } = meterOf(action, rounding);
  refused(events);
  return meter.takeLine().amount;
}

const at = (second: number) => `2026-01-05T12:00:0${second}`;

describe('sums', () => {
  test('three thirds of a tiyn are one tiyn, in one line', () => {
    const third = charge({ num: 1, den: 3 });
    expect(amountOf(third, [message(at(1)), message(at(2)), message(at(3))])).toBe(1);
  });

  test('a million small uses cost what one large use costs', () => {
    // 1000000 × 1024 B at 20.16 for a megabyte: 2016 × 1024000000 / 1048576 = 1968750
    const action = charge({ num: 2016, den: MB });
    const small = data(at(1), 1024);
    const meter = new ChargeMeter(action, EXACT);
    for (let count = 0; count < 1_000_000; count++) meter.charge({ event: small, amount: 1024 }, NO_LIMIT);
    expect(meter.takeLine()).toEqual({ units: 1_024_000_000, amount: 1_968_750 });
  });

  test.each([
    ['line', 1, 'half-up', 2],
    ['event', 1, 'half-up', 3],
    ['event', 1, 'up', 3],
    ['event', 1, 'down', 0],
    ['line', 100, 'up', 100],
    ['event', 100, 'up', 300],
    ['line', 100, 'half-up', 0],
  ] as const)('three messages of half a tiyn, rounded by the %s to %d %s', (of, to, mode, expected) => {
    const rounding: Rounding = { of, to: money(to), mode };
    expect(amountOf(charge({ num: 1, den: 2 }), [message(at(1)), message(at(2)), message(at(3))], rounding)).toBe(
      expected,
    );
  });

  test('a line taken leaves nothing for the next', () => {
    const { meter, refused } = meterOf(charge({ num: 1, den: 2 }));
    refused([message(at(1))]);
    expect(meter.takeLine()).toEqual({ units: 1, amount: 1 });
    expect(meter.isUsed).toBe(false);
    expect(meter.takeLine()).toEqual({ units: 0, amount: 0 });
  });

  test('a charge worked out elsewhere joins the line', () => {
    const { meter, refused } = meterOf(charge(5));
    refused([message(at(1))]);
    meter.addCharged(2, money(7));
    expect(meter.takeLine()).toEqual({ units: 3, amount: 12 });
  });

  test('prices without a common denominator that is kept exactly are refused', () => {
    // both primes; their product is beyond 2^53
    const prices = [
      { until: 60, price: { num: 1, den: 94_906_249 } },
      { until: null, price: { num: 1, den: 100_000_007 } },
    ];
    expect(() => meterOf(charge(0, { steps: { of: 'call', prices } }))).toThrow(RangeError);
  });
});

describe('calls', () => {
  test('each begins with its connection fee', () => {
    // 2 × 300 + (60 + 120) × 10
    const action = charge(10, { increment: BY_MINUTE, connect: money(300) });
    expect(amountOf(action, [call(at(1), 5), call(at(2), 61)])).toBe(2400);
  });

  test('minutes 1 and 2 at one price, from minute 3 at another', () => {
    // 120 × 10 + 60 × 4, then 60 × 10
    const steps = {
      of: 'call',
      prices: [
        { until: 120, price: { num: 10, den: 1 } },
        { until: null, price: { num: 4, den: 1 } },
      ],
    } as const;
    const action = charge(null, { increment: BY_MINUTE, steps });
    expect(amountOf(action, [call(at(1), 180)])).toBe(1440);
    expect(amountOf(action, [call(at(1), 180), call(at(2), 60)])).toBe(2040);
  });

  test('the position in the day runs on over the calls, and begins anew with the day', () => {
    // 120 + 60 cheap seconds, then 60 dear ones; the next day cheap again
    const steps = {
      of: 'day',
      prices: [
        { until: 180, price: { num: 1, den: 1 } },
        { until: null, price: { num: 10, den: 1 } },
      ],
    } as const;
    const { meter, refused } = meterOf(charge(null, { steps }));
    refused([call(at(1), 120), call(at(2), 120)]);
    expect(meter.takeLine().amount).toBe(120 + 60 + 600);
    meter.startDay();
    refused([call(at(3), 60)]);
    expect(meter.takeLine().amount).toBe(60);
  });

  test('dear units of the day that two calls share are rounded for each call', () => {
    // 14 s at 163 / 60 are 38.03; shared, 8 s of them are 21.73 and 6 s 16.3: rounded down 37, less than one call costs
    const prices = [
      { until: 14, price: { num: 163, den: 60 } },
      { until: null, price: { num: 0, den: 1 } },
    ];
    const action = charge(0, { steps: { of: 'day', prices } });
    const rounding = { mode: 'down', of: 'event', to: money(1) } as const;
    expect(amountOf(action, [call(at(1), 14)], rounding)).toBe(38);
    expect(amountOf(action, [call(at(0), 8), call(at(1), 14)], rounding)).toBe(37);
  });
});

describe('prices by the hour', () => {
  const night = { hours: [22 * 3600, 6 * 3600], price: { num: 1, den: 1 } } as const;

  test('a call over the border pays each second at its price', () => {
    // 30 s × 10 before 22:00, 30 s × 1 after; 20 s × 1 before 06:00, 40 s × 10 after
    const action = charge(10, { bands: [night] });
    expect(amountOf(action, [call('2026-01-05T21:59:30', 60)])).toBe(330);
    expect(amountOf(action, [call('2026-01-05T05:59:40', 60)])).toBe(420);
  });

  test('a message has the price of its moment', () => {
    const action = charge(10, { bands: [night] });
    expect(amountOf(action, [message('2026-01-05T22:00:00')])).toBe(1);
    expect(amountOf(action, [message('2026-01-05T06:00:00')])).toBe(10);
  });

  test('a step of the month opened at the cheap hour is not paid again at the dear one', () => {
    // more use may so cost less: the message at noon alone costs 10 × 10, after one at night nothing but 10 × 1
    const increment = { first: 10, next: 10, mode: 'up', per: 'month' } as const;
    const action = charge(10, { bands: [night], increment });
    expect(amountOf(action, [message('2026-01-05T12:00')])).toBe(100);
    expect(amountOf(action, [message('2026-01-04T23:00'), message('2026-01-05T12:00')])).toBe(10);
  });

  test('a weekday price does not hold on Saturday', () => {
    const action = charge(10, { bands: [{ ...night, weekdaysOnly: true }] });
    // 2026-01-09 is a Friday: 30 s × 1 before midnight, 30 s × 10 after
    expect(amountOf(action, [call('2026-01-09T23:59:30', 60)])).toBe(330);
  });
});

describe('a daily cap', () => {
  const cap = (beyond: 'free' | 'stop') => charge(10, { dailyCap: { amount: money(50), beyond } });

  test('stops the use that does not fit below it', () => {
    const { meter, refused } = meterOf(cap('stop'));
    expect(refused([data(at(1), 3), data(at(2), 4), data(at(3), 1)])).toEqual([0, 2, 1]);
    expect(meter.takeLine()).toEqual({ units: 5, amount: 50 });
  });

  test('or makes it free', () => {
    const { meter, refused } = meterOf(cap('free'));
    expect(refused([data(at(1), 3), data(at(2), 4), data(at(3), 1)])).toEqual([0, 0, 0]);
    expect(meter.takeLine()).toEqual({ units: 8, amount: 50 });
  });

  test('holds over lines, and begins anew with the day', () => {
    const { meter, refused } = meterOf(cap('free'));
    refused([data(at(1), 4)]);
    meter.takeLine();
    refused([data(at(2), 4)]);
    expect(meter.takeLine().amount).toBe(10);
    meter.startDay();
    refused([data(at(3), 4)]);
    expect(meter.takeLine().amount).toBe(40);
  });

  test('sixteen blocks of 3 MB for 5.00 a day and no seventeenth', () => {
    // 16 × 500 = 8000
    const increment = { first: 3 * MB, next: 3 * MB, mode: 'up', per: 'day' } as const;
    const dailyCap = { amount: money(8000), beyond: 'stop' } as const;
    const { meter, refused } = meterOf(charge({ num: 500, den: 3 * MB }, { increment, dailyCap }));
    expect(refused([data(at(1), 48 * MB), data(at(2), 1)])).toEqual([0, 1]);
    expect(meter.takeLine().amount).toBe(8000);
  });
});

describe('a budget', () => {
  test('serves the seconds that it pays for and refuses the rest', () => {
    const { meter, refused } = meterOf(charge(10), EXACT, 95);
    expect(refused([call(at(1), 20), call(at(2), 1)])).toEqual([11, 1]);
    expect(meter.takeLine()).toEqual({ units: 9, amount: 90 });
  });

  test('serves whole steps only', () => {
    const { meter, refused } = meterOf(charge(1, { increment: BY_MINUTE }), EXACT, 100);
    expect(refused([call(at(1), 90)])).toEqual([30]);
    expect(meter.takeLine()).toEqual({ units: 60, amount: 60 });
  });

  test('of nothing still serves what is free', () => {
    const { refused } = meterOf(charge(0), EXACT, 0);
    expect(refused([call(at(1), 90)])).toEqual([0]);
  });
});

test('a minute that runs past midnight at one price is one minute, not two', () => {
  const action = charge(10, {
    increment: BY_MINUTE,
    bands: [{ hours: [22 * 3600, 6 * 3600], price: { num: 1, den: 1 } }],
  });
  expect(amountOf(action, [call('2026-01-05T23:59:30', 60)])).toBe(60);
});

test('a call into the free hours pays the minutes completed before them', () => {
  // Olist phone-bill specification: 21:57:13 to 22:10:56, 2 whole minutes of 167 s: 0.36 + 2 × 0.09
  const action = charge(0, {
    connect: money(36),
    increment: { ...BY_MINUTE, mode: 'down' },
    bands: [{ hours: [6 * 3600, 22 * 3600], price: { num: 9, den: 60 } }],
  });
  expect(amountOf(action, [call('2026-01-05T21:57:13', 823)])).toBe(54);
});

describe('a budget of a prepaid balance', () => {
  test('takes the connection fee of a call that it cuts short', () => {
    // 100 − 20 for the connection leaves 80 seconds at 1
    const { meter, refused } = meterOf(charge(1, { connect: money(20) }), EXACT, 100);
    expect(refused([call(at(1), 200)])).toEqual([120]);
    expect(meter.takeLine()).toEqual({ units: 80, amount: 100 });
  });

  test('connects no call whose connection fee it does not cover, free minutes or not', () => {
    const { meter, refused } = meterOf(charge(0, { connect: money(20) }), EXACT, 19);
    expect(refused([call(at(1), 60)])).toEqual([60]);
    expect(meter.takeLine().amount).toBe(0);
  });

  test('starts no call whose first minute it does not cover', () => {
    const { meter, refused } = meterOf(charge(1, { increment: { ...BY_MINUTE, next: 1 } }), EXACT, 59);
    expect(refused([call(at(1), 30)])).toEqual([30]);
    expect(meter.takeLine().amount).toBe(0);
  });

  test('serves a short first step even where a longer one follows', () => {
    const { meter, refused } = meterOf(charge(1, { increment: { ...BY_MINUTE, first: 10 } }), EXACT, 50);
    expect(refused([call(at(1), 30)])).toEqual([20]);
    expect(meter.takeLine()).toEqual({ units: 10, amount: 10 });
  });

  test('bounds calls whose price depends on the minute', () => {
    // 60 × 10 for the first minute, then 4: (700 − 600) / 4 = 25 s
    const prices = [
      { until: 60, price: { num: 10, den: 1 } },
      { until: null, price: { num: 4, den: 1 } },
    ] as const;
    const { meter, refused } = meterOf(charge(null, { steps: { of: 'call', prices } }), EXACT, 700);
    expect(refused([call(at(1), 180)])).toEqual([95]);
    expect(meter.takeLine()).toEqual({ units: 85, amount: 700 });
  });

  test('cuts a call in the dear hours before the cheap ones begin', () => {
    // 30 s × 10 before 22:00, then 1 a second: 250 pay for 25 s, 310 for 30 s and 10 s more
    const action = charge(10, { bands: [{ hours: [22 * 3600, 6 * 3600], price: { num: 1, den: 1 } }] });
    expect(meterOf(action, EXACT, 250).refused([call('2026-01-05T21:59:30', 60)])).toEqual([35]);
    expect(meterOf(action, EXACT, 310).refused([call('2026-01-05T21:59:30', 60)])).toEqual([20]);
  });

  test('is not overrun by a line rounded up to whole tenge', () => {
    const whole: Rounding = { mode: 'up', of: 'line', to: money(100) };
    const { meter, refused } = meterOf(charge(1), whole, 150);
    expect(refused([call(at(1), 150)])).toEqual([50]);
    expect(meter.takeLine()).toEqual({ units: 100, amount: 100 });
  });

  test('does not give away the rest of a step that it did not pay for', () => {
    // blocks of 60 by the hour: 120 of 150 are paid, so the next use opens a block again
    const increment = { ...BY_MINUTE, per: 'hour' } as const;
    const meter = new ChargeMeter(charge(1, { increment }), EXACT);
    expect(meter.charge({ event: data(at(1), 150), amount: 150 }, 120)).toBe(30);
    expect(meter.charge({ event: data(at(2), 10), amount: 10 }, NO_LIMIT)).toBe(0);
    expect(meter.takeLine()).toEqual({ units: 130, amount: 180 });
  });

  test('counts what is left of a step already paid', () => {
    // 10 of the first block are used; 70 more need one block, which is not paid: 50 are left of the first
    const increment = { ...BY_MINUTE, per: 'hour' } as const;
    const { meter, refused } = meterOf(charge(1, { increment }), EXACT, 60);
    expect(refused([data(at(1), 10), data(at(2), 70)])).toEqual([0, 20]);
    expect(meter.takeLine()).toEqual({ units: 60, amount: 60 });
  });
});

test('a free rest of the day begins when the whole cap is paid, not one step earlier', () => {
  // steps of 30 below a cap of 100: 30, 60, 90, then the 10 that are left
  const dailyCap = { amount: money(100), beyond: 'free' } as const;
  const { meter, refused } = meterOf(charge(30, { dailyCap }));
  expect(refused([data(at(1), 2), data(at(2), 9), data(at(3), 1)])).toEqual([0, 0, 0]);
  expect(meter.takeLine()).toEqual({ units: 12, amount: 100 });
});

test('nothing is served on an empty balance, not even what rounds to nothing', () => {
  const { meter, refused } = meterOf(charge({ num: 1, den: 1000 }), EXACT, 0);
  expect(refused([data(at(1), 400)])).toEqual([400]);
  expect(meter.isUsed).toBe(false);
});

test('a daily cap counts what is billed, over lines of fractions', () => {
  // 3 × 10.4 = 31.2 in three lines of 10; 20 are left of 50, of which 10.4 are taken, then 9.6 → the last 10
  const dailyCap = { amount: money(50), beyond: 'free' } as const;
  const meter = new ChargeMeter(charge({ num: 104, den: 10 }, { dailyCap }), EXACT);
  const lines = Array.from({ length: 6 }, (_, index) => {
    meter.charge({ event: message(at(index)), amount: 1 }, NO_LIMIT);
    return meter.takeLine().amount;
  });
  expect(lines).toEqual([10, 10, 10, 10, 10, 0]);
});
