import { formatDay } from '@simwise/engine';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { at, CATALOG, cardOf, GB, MB, STEADY, state } from '../test/cards.ts';
import { type DayBand, lookAhead } from './outlook.ts';
import { ratableCard } from './rated-card.ts';

function outlook(card: Parameters<typeof cardOf>, now: string, days?: number) {
  return lookAhead(ratableCard(CATALOG, cardOf(...card)), { now: at(now), ...(days === undefined ? {} : { days }) });
}

function told({ p10, p50, p90 }: DayBand): (string | null)[] {
  return [p10, p50, p90].map((day) => (day === null ? null : formatDay(day)));
}

describe('a card carried forward', () => {
  it('takes the fee, renews the allowance and lets the old one expire', () => {
    const { days } = outlook(
      ['monthly', '2026-12-01', [state('2026-12-10T12:00:00', '2500.00 KZT', { kind: 'data', units: 5 * GB })]],
      '2026-12-20T12:00:00',
      20,
    );
    const on = (date: string) => days.find(({ day }) => formatDay(day) === date);
    // Nothing is known of its use but 25 GB in 9.5 days: the bucket is empty before the fee of 31 December.
    expect(on('2026-12-30')?.left).toMatchObject([{ kind: 'voice', p50: 6000 }]);
    // 2500 less what is charged beyond the bucket stays below; the fee leaves at most 1500.
    expect(on('2026-12-31')?.balance?.p90).toBeLessThanOrEqual(1500_00);
  });

  it('is exact where nothing is open', () => {
    const { days, runOuts, now } = outlook(
      [
        'monthly',
        '2026-12-01',
        [STEADY, state('2026-12-11T00:00:00', '1200.00 KZT', { kind: 'data', units: 20 * GB })],
      ],
      '2026-12-11T00:00:00',
      21,
    );
    expect(now.balance).toEqual({ p10: 1200_00, p50: 1200_00, p90: 1200_00 });
    // 20 GB at the end of the 10th, one a day: 15 at the end of the 15th.
    expect(days[4]?.left.find(({ kind }) => kind === 'data')).toEqual({
      kind: 'data',
      p10: 15 * GB,
      p50: 15 * GB,
      p90: 15 * GB,
    });
    // The fee of 1000 is taken on the 31st, and 30 GB granted, of which that day takes one.
    expect(days[20]).toMatchObject({ balance: { p50: 200_00 } });
    expect(days[20]?.left.find(({ kind }) => kind === 'data')?.p50).toBe(29 * GB);
    expect(runOuts).toEqual([]);
  });

  it('knows the day on which the data runs out, and what comes then', () => {
    const { runOuts } = outlook(
      ['monthly', '2026-12-01', [STEADY, state('2026-12-11T00:00:00', undefined, { kind: 'data', units: 3 * GB })]],
      '2026-12-11T00:00:00',
    );
    // 3 GB serve the 11th, 12th and 13th; on the 14th use is charged.
    expect(runOuts).toHaveLength(1);
    expect(runOuts[0]).toMatchObject({ kind: 'data', after: 'charged' });
    expect(told(runOuts[0] as DayBand)).toEqual(['2026-12-14', '2026-12-14', '2026-12-14']);
  });

  it('knows the day on which the money no longer suffices', () => {
    const said = [state('2026-12-11T00:00:00', '700.00 KZT')];
    const { moneyOut } = outlook(['monthly', '2026-12-01', said], '2026-12-11T00:00:00');
    expect(told(moneyOut as DayBand)).toEqual(['2026-12-31', '2026-12-31', '2026-12-31']);
  });

  it('learns spending that nothing explains from two balances', () => {
    const said = [state('2026-12-01T00:00:00', '1000.00 KZT'), state('2026-12-11T00:00:00', '800.00 KZT')];
    const { use, average } = outlook(['per-minute', '2026-12-01', said], '2026-12-11T00:00:00', 10);
    expect(use.spending).toMatchObject({ perDay: 20_00, days: 10 });
    // 20 a day from 800: 11 evenings, the 11th to the 21st.
    expect(average.days.at(-1)?.balance).toBe(800_00 - 11 * 20_00);
  });

  it('learns data from the phone counter, and nothing from one that starts anew', () => {
    const said = [
      { is: 'counter' as const, at: '2026-12-02T00:00:00', bytes: 10 * GB },
      { is: 'counter' as const, at: '2026-12-06T00:00:00', bytes: 12 * GB },
      { is: 'counter' as const, at: '2026-12-08T00:00:00', bytes: 100 * MB },
    ];
    const { use } = outlook(['monthly', '2026-12-01', said], '2026-12-08T00:00:00');
    expect(use.daily.map(({ kind, perDay, by }) => [kind, perDay, by])).toEqual([['data', GB / 2, 'counter']]);
  });

  it('learns from two readings of a bucket, not across a renewal', () => {
    const said = [
      state('2026-12-21T00:00:00', undefined, { kind: 'data', units: 20 * GB }),
      // On the 31st 30 GB were granted anew: 2 GB were used in the two days since.
      state('2027-01-02T00:00:00', undefined, { kind: 'data', units: 28 * GB }),
    ];
    const { use } = outlook(['monthly', '2026-12-01', said], '2027-01-02T00:00:00');
    // 10 GB in the first 20 days and 2 GB in 2 days: 12 in 22.
    expect(use.daily[0]).toMatchObject({ kind: 'data', by: 'readings', days: 22, perDay: (12 * GB) / 22 });
  });

  it('uses what was expected while nothing is known', () => {
    const { use } = outlook(['monthly', '2026-12-01', [], { expected: { data: '500MB/day' } }], '2026-12-01T10:00:00');
    expect(use.daily).toEqual([{ kind: 'data', perDay: 500 * MB, level: 0.3, day: 0.6, by: 'expected', days: 0 }]);
  });

  it('takes what is said later of one moment as later', () => {
    const said = [
      state('2026-12-02T00:00:00', '300.00 KZT'),
      { is: 'top-up' as const, at: '2026-12-02T00:00:00', amount: '500.00 KZT' },
    ];
    const { now } = outlook(['monthly', '2026-12-01', said], '2026-12-03T00:00:00');
    expect(now.balance?.p50).toBe(800_00);
    const turned = outlook(['monthly', '2026-12-01', [...said].reverse()], '2026-12-03T00:00:00');
    expect(turned.now.balance?.p50).toBe(300_00);
  });

  it('says nothing of a balance nobody has told', () => {
    const { now, moneyOut } = outlook(['monthly', '2026-12-01'], '2026-12-05T10:00:00');
    expect(now.balance).toBeNull();
    expect(moneyOut).toBeNull();
  });

  it('is the same every time, and its bands are in order', () => {
    fc.assert(
      fc.property(fc.integer({ min: 50, max: 3000 }), fc.integer({ min: 0, max: 30 }), (perDay, gigabytes) => {
        const said = [state('2026-12-05T00:00:00', '900.00 KZT', { kind: 'data' as const, units: gigabytes * GB })];
        const card = ['monthly', '2026-12-01', said, { expected: { data: `${perDay}MB/day` } }] as const;
        const { days, runOuts } = outlook([...card], '2026-12-06T00:00:00', 30);
        expect(outlook([...card], '2026-12-06T00:00:00', 30)).toMatchObject({ days, runOuts });
        const bands: readonly { p10: number | null; p50: number | null; p90: number | null }[] = [
          ...days.flatMap(({ left, balance }) => [...left, balance ?? []].flat()),
          ...runOuts,
        ];
        for (const band of bands) expectOrder(band);
      }),
      { numRuns: 8 },
    );
  });
});

/** Never comes last. */
function expectOrder({ p10, p50, p90 }: { p10: number | null; p50: number | null; p90: number | null }): void {
  const [low, middle, high] = [p10, p50, p90].map((value) => value ?? Number.POSITIVE_INFINITY) as [
    number,
    number,
    number,
  ];
  expect(low).toBeLessThanOrEqual(middle);
  expect(middle).toBeLessThanOrEqual(high);
}
