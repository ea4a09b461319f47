import { describe, expect, test } from 'vitest';
import { d } from '../../catalog/test/tiny-catalog.ts';
import { backtest } from './backtest.ts';
import { CATALOG, mornings } from './forecast-catalog.ts';
import { BadHistory } from './history.ts';
import { completeStay } from './stay.ts';

const TODAY = d('2026-12-31');
const stay = completeStay(CATALOG, { preset: 'tourist', days: 30, needs: { localNumber: true } }, TODAY);
const test30 = (first: number, second: number) =>
  backtest(CATALOG, {
    stay,
    today: TODAY,
    uses: mornings(d('2026-09-01'), [...Array(30).fill(first), ...Array(31).fill(second)]),
  });

describe('September teaches, October is paid', () => {
  test('no regret where they are alike: 150 MB a day are within the 6 GB; its 31st day begins a second month', () => {
    const { months, regret } = test30(150, 150);
    expect(months).toMatchObject([
      { start: d('2026-10-01'), days: 31, advised: 'plan', paid: 400_000, ranOut: false, least: 400_000, regret: 0 },
    ]);
    expect(regret).toBe(0);
  });

  test('a month of ten times as much: packs for what the 12 GB of the plan lack, against 2 × 3000', () => {
    const { months, paid, least, regret } = test30(150, 1500);
    expect(months[0]).toMatchObject({ advised: 'plan', ranOut: false, hindsight: 'endless', least: 600_000 });
    expect([paid - least, months[0]?.regret]).toEqual([regret, regret]);
    expect(regret).toBeGreaterThan(0);
  });
});

test('less than two whole months are refused with what there is', () => {
  const uses = mornings(d('2026-09-02'), Array(50).fill(100));
  expect(() => backtest(CATALOG, { stay, today: TODAY, uses })).toThrow(BadHistory);
});
