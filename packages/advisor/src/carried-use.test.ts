import { localSecondOf, parseDay, type UsageEvent } from '@simwise/engine';
import { describe, expect, test } from 'vitest';
import { type Carrier, compareCarried } from './carried-use.ts';

const NOON = localSecondOf(parseDay('2026-12-01'), 12 * 3600);
const LATER = localSecondOf(parseDay('2026-12-02'), 12 * 3600);

const call = (to: string, amount: number, at = NOON): UsageEvent => ({ at, kind: 'voice', to, amount });
const data = (amount: number, app?: string): UsageEvent => ({
  at: NOON,
  kind: 'data',
  to: 'internet',
  amount,
  ...(app ? { app } : {}),
});
const card = (uses: readonly UsageEvent[], seen: Readonly<Record<string, string>> = {}): Carrier => ({
  uses,
  seen: new Map(Object.entries(seen)),
});

describe('use that is carried as asked', () => {
  test('by one card, or shared by several at the same moment', () => {
    expect(compareCarried([data(10)], [card([data(10)])])).toEqual([]);
    expect(compareCarried([data(10)], [card([data(4)]), card([data(6)])])).toEqual([]);
    expect(compareCarried([data(4), data(6)], [card([data(10)])])).toEqual([]);
  });

  test('a number, as what it is for each card', () => {
    const asked = [call('+77010000001', 60), call('+77020000002', 30)];
    const own = { '+77010000001': 'on-net', '+77020000002': 'national-mobile' };
    const other = { '+77010000001': 'national-mobile', '+77020000002': 'on-net' };
    const shared = [card([call('on-net', 60)], own), card([call('on-net', 30)], other)];
    expect(compareCarried(asked, shared)).toEqual([]);
  });

  test('numbers that a card takes for the same, where only one way of telling them apart works', () => {
    // The first card takes both for mobiles of others; what it carries must be the second number, since the other card's
    // on-net call can only be the first.
    const asked = [call('+77010000001', 60), call('+77020000002', 60)];
    const both = { '+77010000001': 'national-mobile', '+77020000002': 'national-mobile' };
    const first = { '+77010000001': 'on-net', '+77020000002': 'national-mobile' };
    for (const order of [asked, asked.toReversed()]) {
      const cards = [card([call('national-mobile', 60)], both), card([call('on-net', 60)], first)];
      expect(compareCarried(order, cards)).toEqual([]);
    }
  });
});

describe('use that is not carried as asked', () => {
  test('by no card: what is missing in all, from the first moment on', () => {
    const asked = [call('landline', 60), call('landline', 40, LATER)];
    expect(compareCarried(asked, [card([call('landline', 20)])])).toEqual([
      { code: 'not-carried', at: NOON, kind: 'voice', to: 'landline', units: 80 },
    ]);
  });

  test('twice, at another moment, to another destination, or for another app', () => {
    const twice = compareCarried([data(10)], [card([data(10)]), card([data(10)])]);
    expect(twice).toEqual([{ code: 'not-asked', at: NOON, kind: 'data', to: 'internet', units: 10 }]);
    const codes = (asked: UsageEvent, carried: UsageEvent) =>
      compareCarried([asked], [card([carried])]).map(({ code, units }) => [code, units]);
    const both = [
      ['not-carried', 60],
      ['not-asked', 60],
    ];
    expect(codes(call('landline', 60), call('landline', 60, LATER))).toEqual(both);
    expect(codes(call('landline', 60), call('on-net', 60))).toEqual(both);
    expect(codes(data(60, 'whatsapp'), data(60))).toEqual(both);
  });

  test('a number as what it is not for the card', () => {
    const seen = { '+77010000001': 'on-net' };
    const found = compareCarried([call('+77010000001', 60)], [card([call('national-mobile', 60)], seen)]);
    expect(found.map(({ code, to }) => [code, to])).toEqual([
      ['not-carried', '+77010000001'],
      ['not-asked', 'national-mobile'],
    ]);
  });
});
