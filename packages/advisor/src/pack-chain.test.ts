import {
  type Allowance,
  dayOf,
  FOREVER,
  LOCAL_DAYS,
  type LocalSecond,
  localSecondOf,
  money,
  NO_MONEY,
  type Offer,
  type OffsetHistory,
  type UsageEvent,
} from '@simwise/engine';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { d } from '../../catalog/test/tiny-catalog.ts';
import { cheapestChain, type Pack } from './pack-chain.ts';

const LOCAL: OffsetHistory = [{ from: Number.MIN_SAFE_INTEGER, minutes: 300 }];
const START = d('2026-12-01');
const HOUR = 3600;
const DAY = 24 * HOUR;

/** A pack in small numbers: bytes in all and bytes a day, days it lives, and what it costs. */
type Kind = {
  readonly volume: number | 'unlimited';
  readonly daily: number;
  readonly days: number;
  readonly ends: 'midnight' | 'moment';
  readonly isRolling: boolean;
  readonly cost: number;
  readonly isOnce: boolean;
};

const PLAIN: Kind = { volume: 0, daily: 0, days: 30, ends: 'midnight', isRolling: false, cost: 1, isOnce: false };

function packOf(kind: Kind, index: number): Pack {
  return { offer: offerOf(kind, `pack-${index}`), cost: kind.cost, isOnce: kind.isOnce };
}

function offerOf({ volume, daily, days, ends, isRolling }: Kind, id: string): Offer {
  const portion = (amount: number | 'unlimited', per: Allowance['per']): Allowance[] => {
    const increment = { first: 1, next: 1, mode: 'up', per: 'event' } as const;
    return amount === 0 ? [] : [{ kind: 'data', amount, scope: {}, per, lives: { is: 'renewal' }, increment }];
  };
  const terms: Offer['terms'] = {
    carries: ['data'],
    simPrice: NO_MONEY,
    activationFee: NO_MONEY,
    fee: { phases: [{ amount: money(1), every: FOREVER, times: 1 }], proration: null },
    starts: 'purchase',
    term: { unit: 'days', count: days, ends },
    renews: FOREVER,
    dayRule: isRolling ? { is: 'rolling' } : LOCAL_DAYS,
    allowances: [...portion(volume, 'cycle'), ...portion(daily, 'day')],
    rates: [],
    unpaid: null,
    order: 'add-on-first',
    rounding: { mode: 'half-up', of: 'line', to: money(1) },
  };
  return { id, brand: 'alpha', role: 'base', currency: 'KZT', terms };
}

function usesAt(...uses: readonly (readonly [day: number, hour: number, amount: number])[]): UsageEvent[] {
  return uses.map(([day, hour, amount]) => ({
    at: localSecondOf(START, day * DAY + hour * HOUR),
    kind: 'data',
    to: 'internet',
    amount,
  }));
}

// --- the oracle: every sequence of at most four packs, played byte by byte -------------------------------------------

/** The moment of each byte asked for. */
function bytesOf(uses: readonly UsageEvent[]): LocalSecond[] {
  return uses.flatMap(({ at, amount }) => Array.from({ length: amount }, () => at));
}

/** How many bytes are served once this pack, bought at the first byte not yet served, is used up or over. */
function play(kind: Kind, bytes: readonly LocalSecond[], served: number): number {
  const bought = bytes[served] as LocalSecond;
  const byTheHour = kind.ends === 'moment' || kind.isRolling;
  const end = (byTheHour ? bought : localSecondOf(dayOf(bought))) + kind.days * DAY;
  const dayNumber = (at: LocalSecond) => (kind.isRolling ? Math.floor((at - bought) / DAY) : dayOf(at));
  let left = kind.volume === 'unlimited' ? Number.POSITIVE_INFINITY : kind.volume;
  let today = { number: Number.NaN, left: 0 };
  let next = served;
  for (; next < bytes.length; next++) {
    const at = bytes[next] as LocalSecond;
    if (at >= end) break;
    if (dayNumber(at) !== today.number) today = { number: dayNumber(at), left: kind.daily };
    if (today.left > 0) today.left -= 1;
    else if (left > 0) left -= 1;
    else break;
  }
  return next;
}

const LONGEST = 4;

/** The least cost of any sequence of at most four packs that serves every byte. */
function bruteForce(
  kinds: readonly Kind[],
  bytes: readonly LocalSecond[],
  served = 0,
  chain: readonly Kind[] = [],
): number {
  if (served === bytes.length) return chain.reduce((sum, { cost }) => sum + cost, 0);
  if (chain.length === LONGEST) return Number.POSITIVE_INFINITY;
  const costs = kinds.map((kind) => {
    if (kind.isOnce && chain.includes(kind)) return Number.POSITIVE_INFINITY;
    const next = play(kind, bytes, served);
    return next > served ? bruteForce(kinds, bytes, next, [...chain, kind]) : Number.POSITIVE_INFINITY;
  });
  return Math.min(Number.POSITIVE_INFINITY, ...costs);
}

const anyKind: fc.Arbitrary<Kind> = fc.record({
  volume: fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 0, max: 12 }) },
    { weight: 1, arbitrary: fc.constant('unlimited' as const) },
  ),
  daily: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 5 })),
  days: fc.integer({ min: 1, max: 5 }),
  ends: fc.constantFrom('midnight' as const, 'moment' as const),
  isRolling: fc.boolean(),
  cost: fc.integer({ min: 1, max: 20 }),
  isOnce: fc.boolean(),
});

const anyUses = fc
  .array(
    fc.record({
      day: fc.integer({ min: 0, max: 7 }),
      hour: fc.integer({ min: 0, max: 23 }),
      amount: fc.integer({ min: 1, max: 6 }),
    }),
    {
      minLength: 1,
      maxLength: 8,
    },
  )
  .map((uses) =>
    usesAt(...uses.map(({ day, hour, amount }) => [day, hour, amount] as const)).sort((a, b) => a.at - b.at),
  );

test('no sequence of at most four packs is cheaper than the chain that is found', () => {
  fc.assert(
    fc.property(fc.array(anyKind, { minLength: 1, maxLength: 4 }), anyUses, (kinds, uses) => {
      const packs = kinds.map(packOf);
      const bytes = bytesOf(uses);
      const found = cheapestChain(packs, uses, LOCAL);
      const best = bruteForce(kinds, bytes);
      if (found === null) {
        expect(best).toBe(Number.POSITIVE_INFINITY);
        return;
      }
      const chain = found.purchases.map(
        ({ offer }) => kinds[packs.findIndex((pack) => pack.offer.id === offer)] as Kind,
      );
      if (chain.length <= LONGEST) expect(found.cost).toBe(best);
      else expect(found.cost).toBeLessThanOrEqual(best);
      // The chain does what it says: played byte by byte, each pack is bought when it is needed, and all is served.
      let served = 0;
      for (const [index, kind] of chain.entries()) {
        expect(found.purchases[index]?.at).toBe(bytes[served]);
        served = play(kind, bytes, served);
      }
      expect(served).toBe(bytes.length);
      expect(chain.reduce((sum, { cost }) => sum + cost, 0)).toBe(found.cost);
      const once = chain.filter(({ isOnce }) => isOnce);
      expect(new Set(once).size).toBe(once.length);
    }),
    { seed: 20_261_122, numRuns: 4000 },
  );
});

// --- by hand -----------------------------------------------------------------------------------------------------------

/** The chain as offers and the days on which they are bought, counted from 0. */
function chainOf(kinds: readonly Partial<Kind>[], uses: readonly UsageEvent[]) {
  const found = cheapestChain(
    kinds.map((kind, index) => packOf({ ...PLAIN, ...kind }, index)),
    uses,
    LOCAL,
  );
  return found && { cost: found.cost, days: found.purchases.map(({ offer, at }) => [offer, dayOf(at) - START]) };
}

describe('the cheapest chain', () => {
  test('is one big pack where two small ones cost more', () => {
    expect(
      chainOf(
        [
          { volume: 5, cost: 6 },
          { volume: 10, cost: 10 },
        ],
        usesAt([0, 9, 5], [3, 9, 5]),
      ),
    ).toEqual({
      cost: 10,
      days: [['pack-1', 0]],
    });
  });

  test('is two small ones where the big one costs more, the second bought on the day it is needed', () => {
    expect(
      chainOf(
        [
          { volume: 5, cost: 4 },
          { volume: 10, cost: 10 },
        ],
        usesAt([0, 9, 5], [3, 9, 5]),
      ),
    ).toEqual({
      cost: 8,
      days: [
        ['pack-0', 0],
        ['pack-0', 3],
      ],
    });
  });

  test('buys anew when the time is over, though volume is left', () => {
    expect(chainOf([{ volume: 100, days: 1, cost: 3 }], usesAt([0, 9, 1], [0, 23, 1], [1, 0, 1]))).toEqual({
      cost: 6,
      days: [
        ['pack-0', 0],
        ['pack-0', 1],
      ],
    });
  });

  test('lets a use begin in one pack and end in the next', () => {
    expect(chainOf([{ volume: 4, cost: 3 }], usesAt([0, 9, 7]))).toEqual({
      cost: 6,
      days: [
        ['pack-0', 0],
        ['pack-0', 0],
      ],
    });
  });

  test('takes a pack of the first day only once, and the dearer one after it', () => {
    expect(
      chainOf(
        [
          { volume: 5, cost: 1, isOnce: true },
          { volume: 5, cost: 9 },
        ],
        usesAt([0, 9, 10]),
      ),
    ).toEqual({
      cost: 10,
      days: [
        ['pack-0', 0],
        ['pack-1', 0],
      ],
    });
  });

  test('keeps within what a day holds', () => {
    expect(chainOf([{ daily: 2, days: 3, cost: 5 }], usesAt([0, 9, 2], [1, 9, 2], [2, 9, 2]))).toEqual({
      cost: 5,
      days: [['pack-0', 0]],
    });
  });

  test('is none where no pack serves, or each may be bought only once', () => {
    expect(chainOf([], usesAt([0, 9, 1]))).toBeNull();
    expect(chainOf([{ volume: 0 }], usesAt([0, 9, 1]))).toBeNull();
    expect(chainOf([{ volume: 5, isOnce: true }], usesAt([0, 9, 6]))).toBeNull();
  });

  test('is empty where nothing is asked for', () => {
    expect(chainOf([{ volume: 5 }], [])).toEqual({ cost: 0, days: [] });
  });
});
