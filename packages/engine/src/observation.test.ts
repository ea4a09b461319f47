import { describe, expect, it } from 'vitest';
import { parseDay } from './civil-day.ts';
import { localSecondOf, parseLocal } from './local-time.ts';
import { money } from './money.ts';
import type { Observation } from './observation.ts';
import { Rater } from './rater.ts';
import { allowance, card, data, days, fee, GB, MB, pack, period, plan, topUpOn } from './test-offers.ts';

const PLAN = plan({
  fee: fee(1000_00, days(30)),
  renews: days(30),
  allowances: [allowance('data', 10 * GB)],
  unpaid: { do: 'rates', rates: [], keepsBuckets: false },
});

function raterOf(observations: readonly Observation[], more: Partial<Parameters<typeof card>[1]> = {}) {
  return new Rater(card([PLAN], { period: period('2026-01-01', 90), observations, ...more }), () => {});
}

function left(rater: Rater, at: string) {
  const { balance, buckets } = rater.stateAt(parseLocal(at));
  return { balance, data: buckets.map((bucket) => bucket.left / GB) };
}

describe('what is observed of a card', () => {
  it('overrules the balance, and later fees are taken from it', () => {
    const rater = raterOf([{ at: parseLocal('2026-01-10T12:00'), balance: money(1500_00) }]);
    expect(left(rater, '2026-01-09').balance).toBe(Number.POSITIVE_INFINITY);
    expect(left(rater, '2026-01-10T12:00').balance).toBe(1500_00);
    // The second fee falls on 31 January: 1500 - 1000.
    expect(left(rater, '2026-01-31T00:00').balance).toBe(500_00);
  });

  it('lets a fee be missed that the observed money cannot meet, and be taken at the next top-up', () => {
    const observations = [{ at: parseLocal('2026-01-10T12:00'), balance: money(300_00) }];
    const rater = raterOf(observations, { wallet: { topUps: [topUpOn('2026-02-05T10:00', 900_00)] } });
    expect(left(rater, '2026-02-01')).toEqual({ balance: 300_00, data: [] });
    expect(left(rater, '2026-02-05T10:00')).toEqual({ balance: 200_00, data: [10] });
  });

  it('lowers the balance by what went for things nobody told', () => {
    const rater = raterOf([
      { at: parseLocal('2026-01-10T12:00'), balance: money(500_00) },
      { at: parseLocal('2026-01-11T12:00'), spent: money(120_00) },
    ]);
    expect(left(rater, '2026-01-11T12:00').balance).toBe(380_00);
  });

  it('sets what is left of a bucket, down and up', () => {
    const rater = raterOf([
      { at: parseLocal('2026-01-05T08:00'), left: [{ kind: 'data', units: 4 * GB }] },
      { at: parseLocal('2026-01-06T08:00'), left: [{ kind: 'data', units: 12 * GB }] },
    ]);
    rater.feed(data('2026-01-02', GB));
    expect(left(rater, '2026-01-05T07:59').data).toEqual([9]);
    expect(left(rater, '2026-01-05T08:00').data).toEqual([4]);
    expect(left(rater, '2026-01-06T08:00').data).toEqual([12]);
    // A new cycle grants the whole allowance whatever was observed before.
    expect(left(rater, '2026-01-31').data).toEqual([10]);
  });

  it('takes a total of several buckets in the order of consumption: the pack first', () => {
    const extra = pack({ allowances: [allowance('data', 2 * GB)], term: days(7) });
    const observations = [{ at: parseLocal('2026-01-03T00:00'), left: [{ kind: 'data' as const, units: 9 * GB }] }];
    const rater = new Rater(card([PLAN, extra], { observations }), () => {});
    const { buckets } = rater.stateAt(parseLocal('2026-01-03'));
    expect(buckets.map(({ offer, left: units }) => [offer, units / GB])).toEqual([['plan', 9]]);
  });

  it('tells allowances of one kind apart by name', () => {
    const two = plan({
      allowances: [allowance('voice', 6000), allowance('voice', 3000, { scope: { to: ['on-net'] } })],
    });
    const observations: Observation[] = [
      { at: parseLocal('2026-01-03'), left: [{ kind: 'voice', of: { offer: 'plan', index: 1 }, units: 60 }] },
    ];
    const { buckets } = new Rater(card([two], { observations }), () => {}).stateAt(parseLocal('2026-01-03'));
    expect(buckets.map((bucket) => bucket.left)).toEqual([6000, 60]);
  });

  it('moves the end of a bucket', () => {
    const expires = localSecondOf(parseDay('2026-01-20'));
    const rater = raterOf([{ at: parseLocal('2026-01-05'), left: [{ kind: 'data', units: GB, expires }] }]);
    expect(left(rater, '2026-01-19T23:59').data).toEqual([1]);
    expect(left(rater, '2026-01-20').data).toEqual([]);
  });

  it('takes a bucket seen after a fee was thought missed as proof that the fee was paid', () => {
    const rater = raterOf([
      { at: parseLocal('2026-01-10'), balance: money(0) },
      { at: parseLocal('2026-02-02'), balance: money(50_00), left: [{ kind: 'data', units: 700 * MB }] },
    ]);
    expect(left(rater, '2026-02-01').data).toEqual([]);
    const state = rater.stateAt(parseLocal('2026-02-02'));
    expect(state.balance).toBe(50_00);
    expect(state.holdings).toMatchObject([{ state: 'paid', feeDue: parseLocal('2026-03-02') }]);
    expect(state.buckets).toMatchObject([{ left: 700 * MB, expires: parseLocal('2026-03-02') }]);
  });

  it('passes over what no offer on the card grants, and the unlimited', () => {
    const rater = raterOf([{ at: parseLocal('2026-01-05'), left: [{ kind: 'voice', units: 600 }] }]);
    expect(left(rater, '2026-01-05').data).toEqual([10]);
  });

  it('holds after the fee that falls on the same moment', () => {
    const rater = raterOf([
      { at: parseLocal('2026-01-30'), balance: money(2000_00) },
      { at: parseLocal('2026-01-31'), balance: money(700_00) },
    ]);
    expect(left(rater, '2026-01-31').balance).toBe(700_00);
  });
});
