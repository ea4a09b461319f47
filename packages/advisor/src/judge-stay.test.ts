import type { CompiledCatalog } from '@simwise/catalog';
import { day, historyOf, localSecondOf } from '@simwise/engine';
import { describe, expect, test } from 'vitest';
import { aCatalog, anOffer, d } from '../../catalog/test/tiny-catalog.ts';
import { advise } from './advise.ts';
import { findCandidates } from './candidates.ts';
import { CATALOG, mornings } from './forecast-catalog.ts';
import { type JudgeStayRequest, judgeStay } from './judge-stay.ts';
import { completeStay } from './stay.ts';

const TODAY = d('2026-11-22');
const stay = completeStay(
  CATALOG,
  { preset: 'tourist', start: '2026-12-01', days: 30, usage: { data: '200MB/day' }, needs: { localNumber: true } },
  TODAY,
);
const request: JudgeStayRequest = {
  stay,
  choices: advise(CATALOG, stay).choices,
  addOns: findCandidates(CATALOG, stay).addOns,
  use: { is: 'profile', spread: { level: 0, day: 0 } },
  seed: 1,
  scenarios: 50,
};

function judge(more: Partial<JudgeStayRequest> = {}, catalog = CATALOG) {
  const steps = judgeStay(catalog, { ...request, ...more });
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

describe('200 MB a day for 30 days are 5.86 GB', () => {
  test('known for certain, the plan holds them: 2000 against 3000', () => {
    const { judgement, of } = judge();
    expect(judgement.judged.map(({ id, expected, runsOut }) => [id, expected, runsOut])).toEqual([
      ['plan', 200_000, 0],
      ['endless', 300_000, 0],
    ]);
    expect(of.get('plan')?.cards[0]?.purchases).toHaveLength(1);
  });

  test('with a spread, the plan is left with packs to buy, and certainty has a price', () => {
    const { judgement } = judge({ use: { is: 'profile', spread: { level: 0.6, day: 0.6 } }, scenarios: 400 });
    const plan = judgement.judged.find(({ id }) => id === 'plan');
    expect(plan?.refills).toBeGreaterThan(0.5);
    expect(plan?.runsOut).toBe(0);
    expect(plan?.p90).toBeGreaterThan(300_000);
    expect(judgement.safest.id).toBe('endless');
  });

  test('a history of twice as much makes the plan dearer: 12 GB a month are 6 GB more, by packs of 100', () => {
    const history = historyOf(mornings(d('2026-09-01'), Array(60).fill(400)));
    const { judgement } = judge({ use: { is: 'history', history } });
    expect(judgement.cheapest.id).toBe('endless');
  });

  test('the same seed gives the same judgement, another seed another', () => {
    const use = { is: 'profile', spread: { level: 0.3, day: 0.6 } } as const;
    expect(judge({ use })).toEqual(judge({ use }));
    expect(judge({ use, seed: 2 }).judgement).not.toEqual(judge({ use }).judgement);
  });
});

describe('20 minutes and 400 MB a day for 30 days, on a plan with packs for each', () => {
  const pack = (id: string, amount: string, days: number, held: Readonly<Record<string, string>>) =>
    anOffer({
      id,
      role: 'add-on',
      version: { fee: [{ amount, every: 'once' }], validity: `${days} days`, allowances: [held] },
    });
  const catalog = aCatalog([
    anOffer({
      id: 'talker',
      version: {
        fee: [{ amount: '2000 KZT', every: '30 days' }],
        allowances: [{ data: '6 GB' }],
        rates: [{ data: 'stop' }, { voice: '10 KZT per min', to: ['national'] }],
        unpaid: 'unknown',
      },
    }),
    pack('minutes', '700 KZT', 15, { voice: '200 min' }),
    pack('gigabytes', '900 KZT', 30, { data: '3 GB' }),
  ]);
  const usage = { data: '400MB/day', calls: { 'national-mobile': '20min/day' } };
  const needs = { callsOverInternet: false };
  const talking = completeStay(catalog, { preset: 'tourist', start: '2026-12-01', days: 30, usage, needs }, TODAY);
  const advice = advise(catalog, talking);
  // 600 minutes in three packs, 2100, not at 10 each, 6000; 12,000 MB are 6 GB and two packs, 1800.
  const total = 200_000 + 210_000 + 180_000;

  test('the cheapest is the plan with three packs of minutes and two of data, and that is proven', () => {
    const [card] = advice.best.phone?.cards ?? [];
    const bought = card?.purchases.map(({ offer }) => offer).sort();
    expect(bought).toEqual(['gigabytes', 'gigabytes', 'minutes', 'minutes', 'minutes', 'talker']);
    expect(advice.best.phone?.total).toMatchObject({ low: total, high: total });
    expect(advice.proofs.phone?.gap).toBe(0);
  });

  test.each([
    ['known for certain, it costs the same', 0],
    ['with a spread, packs of data are bought whenever they are needed, whatever packs of minutes are to come', 0.6],
  ])('%s', (_, spread) => {
    const { addOns } = findCandidates(catalog, talking);
    const use = { is: 'profile', spread: { level: spread, day: spread } } as const;
    const { judgement } = judge({ stay: talking, choices: advice.choices, addOns, use, scenarios: 200 }, catalog);
    const judged = judgement.judged.find(({ id }) => id === 'talker+minutes+gigabytes');
    expect(judged?.runsOut).toBe(0);
    if (spread === 0) expect(judged?.expected).toBe(total);
    else expect(judged?.p90).toBeGreaterThan(total);
  });
});

describe('a pack that renews itself is held once', () => {
  const pack = (id: string, amount: string, data: string, beyond: string) =>
    anOffer({
      id,
      role: 'add-on',
      requires: { offers: ['bare'] },
      version: {
        fee: [{ amount, every: '30 days' }],
        allowances: [{ data }],
        rates: [{ data: beyond }],
        unpaid: 'unknown',
      },
    });
  const bare = anOffer({
    id: 'bare',
    version: { fee: [{ amount: '100 KZT', every: 'once' }], rates: [{ data: 'stop' }] },
  });
  const larger = pack('larger', '900 KZT', '3 GB', 'stop');
  const alone = aCatalog([bare, pack('monthly', '500 KZT', '1 GB', 'stop')]);
  const besideLarger = aCatalog([bare, pack('monthly', '500 KZT', '1 GB', 'stop'), larger]);
  const withRate = aCatalog([bare, pack('monthly', '500 KZT', '1 GB', '8 KZT per MB'), larger]);

  /** What comes of the choice for 30 MB a day where other data are used. */
  const judged = (catalog: CompiledCatalog, data: string, days: number) => {
    const stayOf = (each: string) => {
      const usage = { data: each, calls: {}, sms: {} };
      const input = { preset: 'tourist', start: '2026-12-01', days, usage, needs: { localNumber: true } } as const;
      return completeStay(catalog, input, TODAY);
    };
    const known = stayOf(data);
    const { choices } = advise(catalog, stayOf('30MB/day'));
    const { addOns } = findCandidates(catalog, known);
    return judge({ ...request, stay: known, choices, addOns }, catalog).judgement.judged[0];
  };

  test('30 MB a day are 900 MB: one pack of 500 beside the plan of 100', () => {
    const least = { id: 'bare+monthly', expected: 60_000, refills: 0, runsOut: 0 };
    for (const catalog of [alone, besideLarger, withRate]) expect(judged(catalog, '30MB/day', 30)).toMatchObject(least);
  });

  test('60 MB a day are 1800 MB: where nothing else is sold, it runs out', () => {
    expect(judged(alone, '60MB/day', 30)).toMatchObject({ refills: 0, runsOut: 1 });
  });

  test('where another pack is sold, that is bought for one cycle: 900 more', () => {
    expect(judged(besideLarger, '60MB/day', 30)).toMatchObject({ expected: 150_000, refills: 1, runsOut: 0 });
    // on day 18 of sixty; its 30 days and the second gigabyte of the first pack, charged anew, last to the end
    expect(judged(besideLarger, '60MB/day', 60)).toMatchObject({ expected: 200_000, refills: 1, runsOut: 0 });
  });

  test('where the pack has a price for each megabyte beyond, that is paid: 776 × 8', () => {
    expect(judged(withRate, '60MB/day', 30)).toMatchObject({ expected: 60_000 + 620_800, refills: 0, runsOut: 0 });
  });
});

test('what a customer gets once is not bought again and again, though the plan buys it late', () => {
  const travel = (id: string, amount: string, volume: string) => ({
    id,
    brand: 'gamma',
    card: 'travel-esim',
    number: 'none',
    version: {
      fee: [{ amount, every: 'once' }],
      validity: '60 days',
      allowances: [{ data: volume }],
      rates: [{ data: 'stop' }],
    },
  });
  const catalog = aCatalog([
    anOffer({ ...travel('gift', '0 KZT', '1 GB'), oncePerCustomer: true }),
    anOffer(travel('large', '1000 KZT', '3 GB')),
  ]);
  const known = completeStay(
    catalog,
    { preset: 'tourist', start: '2026-12-01', days: 20, usage: { data: '200MB/day', calls: {}, sms: {} } },
    TODAY,
  );
  const [choice] = advise(catalog, known).choices;
  if (!choice) throw new Error('no choice');
  // as if the gift were taken on the eleventh day only, of both on one card or on two
  const late = choice.cards.map((card) => ({
    ...card,
    purchases: card.purchases.map((each) =>
      each.offer === 'gift' ? { ...each, at: localSecondOf(day(known.start + 10)) } : each,
    ),
  }));
  const history = historyOf(mornings(d('2026-09-01'), Array(60).fill(400)));
  const { judgement } = judge(
    {
      ...request,
      stay: known,
      choices: [{ ...choice, cards: late }],
      addOns: [],
      use: { is: 'history', history },
    },
    catalog,
  );
  // 8000 MB are 1024 for nothing and, at 1000 each, 3 × 3072 more: one at first and two again
  expect(judgement.judged[0]).toMatchObject({ expected: 300_000, refills: 2 });
});

test('nothing to judge is refused', () => {
  expect(() => judge({ choices: [] })).toThrow(RangeError);
});
