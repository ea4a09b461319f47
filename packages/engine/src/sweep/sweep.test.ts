import { expect, test } from 'vitest';
import { day } from '../civil-day.ts';
import { FOREVER } from '../cycle.ts';
import { localSecondOf } from '../local-time.ts';
import type { MarketOffer } from '../optimise/market.ts';
import { Optimiser } from '../optimise/optimiser.ts';
import { costOfCards, type Stage } from '../optimise/solution.ts';
import { KIND_NAMES, marketOffer, type RandomInstance, randomInstance, UNIT } from '../optimise/test-market.ts';
import { ALMATY, allowance, data, days, fee, offerOf, period, rate } from '../test-offers.ts';
import type { UsageEvent } from '../usage.ts';
import type { BestLengths } from './best-lengths.ts';
import { Sweep } from './sweep.ts';
import { SweepMemory } from './sweep-memory.ts';

/** Of each kind of instance, each tried for every length up to its own. */
const OF_EACH_KIND = 8;
const TOLERANCE = 1e-3;
const SWEPT = ['phone', 'data', 'pair'] as const;

function swept(
  { problem, limits }: Pick<RandomInstance, 'problem' | 'limits'>,
  memory = new SweepMemory(),
): BestLengths {
  const run = new Sweep({ ...problem, limits }, memory).run(problem.uses, true);
  for (let step = run.next(); ; step = run.next()) if (step.done) return step.value;
}

type Stay = { readonly uses: readonly UsageEvent[]; readonly stage: Stage };

function firstDays({ uses, stage }: Stay, length: number): Stay {
  const end = localSecondOf(day(stage.period.start + length));
  return { uses: uses.filter(({ at }) => at < end), stage: { ...stage, period: { ...stage.period, days: length } } };
}

/** What no cards of any kind go below for a shorter stay, and what the cheapest found cost. */
function optimum({ problem, limits }: RandomInstance, stay: Stay): { low: number; cost: number } {
  const search = new Optimiser({ ...problem, ...stay }).search({ ...limits, kind: 'any' });
  for (const _ of search.run());
  const { lowerBound = Number.POSITIVE_INFINITY, cost = Number.POSITIVE_INFINITY } = search.finish()?.certificate ?? {};
  return { low: lowerBound, cost };
}

test.each(KIND_NAMES.map((name, kind) => ({ name, kind })))(
  '$name: what is found can be had for its cost, at every length, and sometimes nothing is cheaper',
  ({ kind }) => {
    let cheapest = 0;
    for (let seed = kind; seed < OF_EACH_KIND * KIND_NAMES.length; seed += KIND_NAMES.length) {
      const instance = randomInstance(seed);
      const best = swept(instance);
      for (let length = 1; length <= instance.problem.stage.period.days; length++) {
        const stay = firstDays(instance.problem, length);
        const { low, cost: least } = optimum(instance, stay);
        const choices = SWEPT.flatMap((each) => best.at(each, length) ?? []);
        for (const { cards, cost } of choices) {
          expect(cost).toBeGreaterThan(low - TOLERANCE);
          expect(costOfCards(cards, stay.stage)).toBeCloseTo(cost, 3);
          expect(carried(cards.flatMap(({ uses }) => uses))).toEqual(carried(stay.uses));
        }
        if (choices.length > 0 && Math.min(...choices.map(({ cost }) => cost)) <= least + TOLERANCE) cheapest += 1;
      }
    }
    expect(cheapest).toBeGreaterThan(0);
  },
);

test('what sweeps leave to those after them changes nothing, whatever changes between them', () => {
  for (let seed = 0; seed < OF_EACH_KIND * KIND_NAMES.length; seed += 1) {
    const instance = randomInstance(seed);
    const { problem, limits } = instance;
    const [first, ...others] = problem.market as [MarketOffer, ...MarketOffer[]];
    const dearer = { ...first, weight: first.weight * 3 };
    const shorter = { ...problem.stage, period: { ...problem.stage.period, days: problem.stage.period.days - 1 } };
    const changed: Pick<RandomInstance, 'problem' | 'limits'>[] = [
      instance,
      { problem: { ...problem, market: [dearer, ...others] }, limits },
      { problem: { ...problem, uses: problem.uses.map((use) => ({ ...use, amount: use.amount * 2 })) }, limits },
      { problem: { ...problem, ...firstDays(problem, shorter.period.days), stage: shorter }, limits },
      { problem, limits: { ...limits, needsLocalNumber: !limits.needsLocalNumber } },
      instance,
    ];
    const memory = new SweepMemory();
    for (const each of changed) {
      const { days } = each.problem.stage.period;
      const costs = (best: BestLengths) =>
        SWEPT.map((kind) => Array.from({ length: days }, (_, index) => best.at(kind, index + 1)?.cost ?? null));
      expect(costs(swept(each, memory))).toEqual(costs(swept(each)));
    }
  }
});

test('every length of a stay has its cheapest packs: by hand', () => {
  // one unit a day: 2 units for 100 and 4 days, 5 units for 200 and 9 days; two cards
  const travel = (id: string, amount: number, units: number, lasts: number) =>
    marketOffer(
      offerOf(id, 'base', {
        fee: fee(amount, FOREVER, 1),
        term: days(lasts),
        allowances: [allowance('data', units * UNIT)],
      }),
      'data',
    );
  const market = [travel('small', 100, 2, 4), travel('large', 200, 5, 9)];
  const stage = { period: period('2026-03-02', 11), local: ALMATY, acceptsThrottle: false };
  const uses = Array.from({ length: 11 }, (_, each) =>
    data(`2026-03-${String(each + 2).padStart(2, '0')}T09:00`, UNIT),
  );
  const limits = { cards: 2, slots: 1, allowsEsim: true, needsLocalNumber: false, kind: 'any' as const };
  const best = swept({ problem: { market, stage, uses }, limits });
  const costs = Array.from({ length: 11 }, (_, each) => best.at('data', each + 1)?.cost ?? null);
  // 1-2 days one small, 3-4 two small, 5 one large, 6-7 large and small, 8-10 two large, 11 days no two cards
  expect(costs).toEqual([100, 100, 200, 200, 200, 300, 300, 400, 400, 400, null]);
  expect(best.at('data', 4)?.cards.map(({ purchases }) => purchases.map(({ offer }) => offer))).toEqual([['large']]);
  expect(best.at('phone', 3)).toBeNull();
});

test('an add-on that a customer gets once is bought once: by hand', () => {
  // one unit a day: a plan for 10, 2 units for 100 once, and 2 units for 150 as often as wanted
  const units = (id: string, amount: number, isOnce: boolean) => {
    const terms = { fee: fee(amount, FOREVER, 1), term: days(9), allowances: [allowance('data', 2 * UNIT)] };
    return marketOffer(offerOf(id, 'add-on', terms), 'add-on', { isOnce, bases: ['plan'] });
  };
  const plan = offerOf('plan', 'base', { fee: fee(10, FOREVER, 1), rates: [rate('data', { do: 'stop' })] });
  const market = [marketOffer(plan, 'talk'), units('promo', 100, true), units('usual', 150, false)];
  const stage = { period: period('2026-03-02', 6), local: ALMATY, acceptsThrottle: false };
  const uses = Array.from({ length: 6 }, (_, each) => data(`2026-03-0${each + 2}T09:00`, UNIT));
  const limits = { cards: 2, slots: 2, allowsEsim: true, needsLocalNumber: false, kind: 'any' as const };
  const best = swept({ problem: { market, stage, uses }, limits });
  const costs = Array.from({ length: 6 }, (_, each) => best.at('phone', each + 1)?.cost ?? null);
  expect(costs).toEqual([110, 110, 260, 260, 410, 410]);
});

test('an add-on of a day is held from the first use on, as long as it spares what another card holds: by hand', () => {
  // three units a day: a plan for 10, 2 of them each day for 5 a day, and a travel card of 6 units for 100
  const each = days(1);
  const stop = [rate('data', { do: 'stop' })];
  const plan = offerOf('plan', 'base', { fee: fee(10, FOREVER, 1), rates: stop });
  const daily = offerOf('daily', 'add-on', {
    fee: fee(5, each),
    renews: each,
    allowances: [allowance('data', 2 * UNIT)],
    rates: stop,
  });
  const travel = offerOf('travel', 'base', { fee: fee(100, FOREVER, 1), allowances: [allowance('data', 6 * UNIT)] });
  const market = [
    marketOffer(plan, 'talk'),
    marketOffer(daily, 'add-on', { bases: ['plan'], takesSlot: false }),
    marketOffer(travel, 'data'),
  ];
  const stage = { period: period('2026-03-02', 6), local: ALMATY, acceptsThrottle: false };
  const uses = Array.from({ length: 6 }, (_, index) => data(`2026-03-0${index + 2}T09:00`, 3 * UNIT));
  const limits = { cards: 2, slots: 2, allowsEsim: true, needsLocalNumber: false, kind: 'any' as const };
  const best = swept({ problem: { market, stage, uses }, limits });
  // the travel card holds the third unit of six days
  expect(best.at('pair', 6)?.cost).toBe(10 + 6 * 5 + 100);
  // what it still holds after three days serves the fourth alone
  const four = best.at('pair', 4);
  expect(four?.cost).toBe(10 + 3 * 5 + 100);
  const end = localSecondOf(day(stage.period.start + 3));
  expect(four?.cards[0]?.purchases).toContainEqual({
    offer: 'daily',
    at: localSecondOf(stage.period.start, 9 * 3600),
    until: end,
  });
});

/** How much of each use at each moment is carried, whichever card does it. */
function carried(uses: readonly UsageEvent[]): string[] {
  const sums = new Map<string, number>();
  for (const { at, kind, app, amount } of uses) {
    const key = `${at} ${kind} ${app}`;
    sums.set(key, (sums.get(key) ?? 0) + amount);
  }
  return [...sums]
    .filter(([, amount]) => amount > 0)
    .map(([key, amount]) => `${key} ${amount}`)
    .sort();
}
