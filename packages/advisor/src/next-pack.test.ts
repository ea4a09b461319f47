import { historyOf } from '@simwise/engine';
import { describe, expect, test } from 'vitest';
import { d } from '../../catalog/test/tiny-catalog.ts';
import { CATALOG, MB, mornings } from './forecast-catalog.ts';
import { type NextPackRequest, nextPack } from './next-pack.ts';
import { completeStay } from './stay.ts';

const TODAY = d('2026-11-22');
const stay = completeStay(CATALOG, { preset: 'tourist', days: 30, usage: { data: '100MB/day' } }, TODAY);
const NOTHING = { bytes: 0, until: TODAY };
const next = (more: Partial<NextPackRequest> = {}) =>
  nextPack(CATALOG, { offer: 'plan', stay, left: NOTHING, history: null, ...more });

/** 3 GB are 30 days of 100 MB, and live no longer. */
const SMALL = { id: 'small', days: 1, cost: 10_000 };
const LARGE = { id: 'large', days: 30, cost: 90_000 };

describe('the holder of a plan, at 100 MB a day', () => {
  test('may buy a day for 100 or 30 days for 900: twice hindsight at most', () => {
    expect(next()).toMatchObject({ ladder: [SMALL, LARGE], guarantee: 2, bytesPerDay: 100 * MB });
  });

  test('buys a day when nothing is known, though 30 days as usual cost least by the large one', () => {
    expect(next()).toMatchObject({ buy: SMALL, usual: LARGE, leftLasts: null });
  });

  test('buys the large one on the ninth day in 30 that a small one would have been bought for', () => {
    const history = (days: number) =>
      historyOf(mornings((d('2026-11-22') - days) as typeof TODAY, Array(days).fill(100)));
    expect(next({ history: history(7) }).buy).toEqual(SMALL);
    expect(next({ history: history(8) }).buy).toEqual(LARGE);
  });

  test('buys nothing while what is left lasts: 250 MB are today and tomorrow', () => {
    expect(next({ left: { bytes: 250 * MB, until: d('2026-12-24') } })).toMatchObject({
      buy: null,
      leftLasts: d('2026-11-23'),
    });
  });

  test('what is left is worth nothing after its last day', () => {
    expect(next({ left: { bytes: 2500 * MB, until: TODAY } })).toMatchObject({ buy: null, leftLasts: TODAY });
    expect(next({ left: { bytes: 2500 * MB, until: d('2026-11-21') } })).toMatchObject({ buy: SMALL, leftLasts: null });
  });
});

test('a pack that holds less than a day is counted as often as the day needs it: 3 of 100 MB for 300 MB', () => {
  const heavy = completeStay(CATALOG, { preset: 'tourist', days: 30, usage: { data: '300MB/day' } }, TODAY);
  expect(next({ stay: heavy }).ladder).toEqual([
    { id: 'small', days: 1, cost: 30_000 },
    { id: 'large', days: 10, cost: 90_000 },
  ]);
});

test('a plan without packs has nothing to buy', () => {
  expect(next({ offer: 'endless' })).toMatchObject({ buy: null, ladder: [], usual: null });
});

test('a plan that is not there is refused', () => {
  expect(() => next({ offer: 'gone' })).toThrow('no-such-offer');
});
