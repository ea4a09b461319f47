import { describe, expect, test } from 'vitest';
import type { Allowance, Offer } from '../offer.ts';
import { costOver, ladderOf, ladderPack } from './pack-ladder.ts';

const GB = 1024 ** 3;
const USE = { kind: 'data', perDay: GB } as const;

type Pack = { readonly gigabytes: number | 'unlimited'; readonly cost: number | null; readonly days?: number };

/** A one-off pack for use of any kind of data; amounts are in minor units. */
function aPack({ gigabytes, cost, days }: Pack, more: Partial<Allowance> = {}): Offer {
  const amount = gigabytes === 'unlimited' ? gigabytes : gigabytes * GB;
  const allowance = { kind: 'data', amount, scope: {}, per: 'cycle', ...more };
  const term = days === undefined ? { unit: 'forever' } : { unit: 'days', count: days };
  const fee = { phases: [{ amount: cost, every: { unit: 'forever' }, times: 1 }] };
  return { id: 'pack', terms: { allowances: [allowance], fee, term } } as unknown as Offer;
}

describe('a pack at 1 GB a day', () => {
  test.each([
    ['of 5 GB lasts 5 days', { gigabytes: 5, cost: 900 }, 5, 900],
    ['of 5 GB for 3 days lasts 3', { gigabytes: 5, cost: 900, days: 3 }, 3, 900],
    ['of half a gigabyte is bought twice for one day', { gigabytes: 0.5, cost: 100 }, 1, 200],
    [
      'without an end to its volume lasts as long as it is valid',
      { gigabytes: 'unlimited', cost: 900, days: 7 },
      7,
      900,
    ],
  ] as const)('%s', (_, pack, days, cost) => {
    expect(ladderPack(aPack(pack), USE)).toEqual({ id: 'pack', days, cost });
  });

  test('of 2 GB each day serves every day of its 10', () => {
    expect(ladderPack(aPack({ gigabytes: 2, cost: 900, days: 10 }, { per: 'day' }), USE)).toMatchObject({ days: 10 });
  });

  test('whose price is not known, or that serves one app alone, is none of the ladder', () => {
    expect(ladderPack(aPack({ gigabytes: 5, cost: null }), USE)).toBe(null);
    expect(ladderPack(aPack({ gigabytes: 5, cost: 900 }, { scope: { apps: ['whatsapp'] } }), USE)).toBe(null);
  });

  test('costs what its amount is in the currency of the ladder', () => {
    expect(ladderPack(aPack({ gigabytes: 5, cost: 900 }), USE, (amount) => amount * 5)).toMatchObject({ cost: 4500 });
  });
});

test('a ladder has shorter packs first, and none that costs as much as a longer one', () => {
  const [day, week, dear, month] = [
    { id: 'day', days: 1, cost: 100 },
    { id: 'week', days: 7, cost: 400 },
    { id: 'dear', days: 5, cost: 400 },
    { id: 'month', days: 30, cost: 1000 },
  ] as const;
  expect(ladderOf([month, dear, week, day])).toEqual([day, week, month]);
});

test('eight days take two weeks of packs', () => {
  expect(costOver({ id: 'week', days: 7, cost: 400 }, 8)).toBe(800);
});
