import { describe, expect, test } from 'vitest';
import { Bucket } from './bucket.ts';
import { NEVER } from './cycle.ts';
import { Holding } from './holding.ts';
import { parseLocal } from './local-time.ts';
import { money } from './money.ts';
import type { Allowance, Offer } from './offer.ts';
import { findRoute, RouteCache, rateAt } from './route.ts';
import { ALMATY, allowance, buyOn, call, charge, data, pack, plan, rate } from './test-offers.ts';

const NOON = '2026-01-05T12:00';

function active(offer: Offer): Holding {
  const holding = new Holding(offer, buyOn('2026-01-01', offer.id), ALMATY);
  holding.state = 'paid';
  return holding;
}

function bucketOf(granted: Allowance): Bucket {
  const grant = {
    purchase: buyOn('2026-01-01', 'plan'),
    allowance: granted,
    amount: 10,
    at: parseLocal('2026-01-01'),
    expires: NEVER,
  };
  return new Bucket({ ...grant, isOfBase: true });
}

describe('a route', () => {
  test('holds the buckets of the kind, bonus money apart, in the order of use', () => {
    const wide = bucketOf(allowance('data', 10));
    const narrow = bucketOf(allowance('data', 10, { scope: { apps: ['tiktok'] } }));
    const bonus = bucketOf(allowance('money', 10));
    const minutes = bucketOf(allowance('voice', 10));
    const route = findRoute(data(NOON, 1, { app: 'tiktok' }), [], [wide, bonus, minutes, narrow]);
    expect(route.buckets).toEqual([narrow, wide]);
    expect(route.bonuses).toEqual([bonus]);
  });

  test('asks add-ons before the plan, the latest purchase first, and none that is not at work', () => {
    const perSecond = [rate('voice', charge(1))];
    const holdings = [
      active(pack({ rates: perSecond }, 'old')),
      active(plan({ rates: perSecond })),
      active(pack({ rates: perSecond }, 'new')),
      new Holding(pack({ rates: perSecond }, 'waiting'), buyOn('2026-01-01', 'waiting'), ALMATY),
    ];
    const { rates } = findRoute(call(NOON, 1), holdings, []);
    expect(rates.map(({ holding }) => holding.offer.id)).toEqual(['new', 'old', 'plan']);
  });

  test('lists what is bought again for this kind of use only', () => {
    const again = active(pack({ allowances: [allowance('data', 10, { rebuyAt: 0 })] }));
    expect(findRoute(data(NOON, 1), [again], []).rebuys).toEqual([again]);
    expect(findRoute(call(NOON, 1), [again], []).rebuys).toEqual([]);
  });
});

describe('the rate that holds', () => {
  test('is the first whose hours and top-up are met', () => {
    const night = rate('voice', charge(1), { scope: { hours: [[0, 6 * 3600]] } });
    const loyal = rate('voice', charge(2), { when: { topUp: money(500), days: 30 } });
    const plain = rate('voice', charge(3));
    const route = findRoute(call(NOON, 1), [active(plan({ rates: [night, loyal, plain] }))], []);
    const found = (at: string, topUp: number) => rateAt(route, parseLocal(at), () => topUp)?.rate;
    expect(found('2026-01-05T01:00', 0)).toBe(night);
    expect(found(NOON, 500)).toBe(loyal);
    expect(found(NOON, 499)).toBe(plain);
  });

  test('may be none', () => {
    expect(rateAt(findRoute(call(NOON, 1), [], []), parseLocal(NOON), () => 0)).toBeUndefined();
  });
});

describe('routes kept', () => {
  const route = findRoute(data(NOON, 1), [], []);

  test('are found again for a use alike, whatever its hour and amount', () => {
    const cache = new RouteCache();
    cache.set(data(NOON, 1), route);
    expect(cache.get(data('2026-01-06', 99))).toBe(route);
  });

  test('are not shared by uses of other kinds, places, apps or ways', () => {
    const cache = new RouteCache();
    cache.set(data(NOON, 1), route);
    const others = [
      call(NOON, 1),
      data(NOON, 1, { to: 'intl:CN' }),
      data(NOON, 1, { app: 'tiktok' }),
      data(NOON, 1, { over: 'hotspot' }),
      data(NOON, 1, { network: '4G' }),
      data(NOON, 1, { zone: 'away' }),
    ];
    expect(others.map((use) => cache.get(use))).toEqual(others.map(() => undefined));
  });

  test('of uses that go an unusual way are not kept', () => {
    const cache = new RouteCache();
    cache.set(data(NOON, 1, { over: 'hotspot' }), route);
    expect(cache.get(data(NOON, 1))).toBeUndefined();
    expect(cache.get(data(NOON, 1, { over: 'hotspot' }))).toBeUndefined();
  });

  test('are forgotten at once', () => {
    const cache = new RouteCache();
    cache.set(data(NOON, 1), route);
    cache.clear();
    expect(cache.get(data(NOON, 1))).toBeUndefined();
  });
});
