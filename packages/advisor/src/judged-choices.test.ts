import { historyOf } from '@simwise/engine';
import { describe, expect, test } from 'vitest';
import { aCatalog, anOffer, d } from '../../catalog/test/tiny-catalog.ts';
import { type Advice, advise } from './advise.ts';
import { MB, mornings } from './forecast-catalog.ts';
import { stayWithHistory } from './history.ts';
import { idOfChoice } from './judge-stay.ts';
import { completeStay } from './stay.ts';
import type { StayInput } from './stay-input.ts';

const TODAY = d('2026-11-22');
const pack = (amount: string, data: string) => ({
  fee: [{ amount, every: 'once' }],
  validity: '30 days',
  allowances: [{ data }],
  rates: [{ data: 'stop' }],
});

/** Behind a door, which costs nothing, cups of 100 MB at 100; behind a gate a tap without end at 1200; a well without end at 1400. */
const CATALOG = aCatalog([
  anOffer({ id: 'door', version: { rates: [{ data: 'stop' }] } }),
  anOffer({ id: 'cup', role: 'add-on', requires: { offers: ['door'] }, version: pack('100 KZT', '100 MB') }),
  anOffer({ id: 'gate', version: { rates: [{ data: 'stop' }] } }),
  anOffer({ id: 'tap', role: 'add-on', requires: { offers: ['gate'] }, version: pack('1200 KZT', 'unlimited') }),
  anOffer({
    id: 'well',
    brand: 'beta',
    version: {
      fee: [{ amount: '1400 KZT', every: '30 days' }],
      allowances: [{ data: 'unlimited' }],
      unpaid: 'unknown',
    },
  }),
]);

const INPUT: StayInput = {
  preset: 'tourist',
  start: '2026-12-01',
  days: 10,
  cards: 1,
  usage: { data: '100MB/day', calls: {}, sms: {} },
};
const stay = completeStay(CATALOG, INPUT, TODAY);
const advice = advise(CATALOG, stay);

function namesOf({ named }: Advice) {
  if (!named) return null;
  const { cheapest, safest, simplest } = named;
  return [cheapest, safest, simplest].map(({ judged }) => idOfChoice(judged.choice));
}

function namedIn({ named }: Advice) {
  if (!named) throw new Error('nothing is named');
  return named;
}

describe('1000 MB in ten days, give or take', () => {
  // Ten cups are 1000. The use has the mean 1000 MB and the last cup is seldom empty: 1000 to 1100 on average, with a
  // sampling error of about 16. The spread of the sum is about 0.36, so that one in ten uses 1470 MB or more: 15 cups.
  // Cups are bought ten times or so, the tap behind the gate takes two purchases, the well one.
  test('the cheapest, the safest and the simplest are three', () => {
    expect(namesOf(advice)).toEqual(['door+cup', 'gate+tap', 'well']);
  });

  test('cups are the cheapest on average, and one time in ten dearer than the well', () => {
    const { judged, price } = namedIn(advice).cheapest;
    expect(price).toBe(0);
    expect(judged.expected).toBeGreaterThan(95_000);
    expect(judged.expected).toBeLessThan(115_000);
    expect(judged.p90).toBeGreaterThan(130_000);
    expect(judged.refills).toBeGreaterThan(8);
  });

  test('the tap is 1200 whatever the use, the well 1400: simplicity costs 200 more than certainty', () => {
    const { cheapest, safest, simplest } = namedIn(advice);
    expect([safest.judged.expected, safest.judged.p50, safest.judged.p90]).toEqual([120_000, 120_000, 120_000]);
    expect(simplest.judged.expected).toBe(140_000);
    expect(safest.price).toBe(120_000 - cheapest.judged.expected);
    expect(simplest.price - safest.price).toBeCloseTo(20_000, 6);
  });

  test('nothing runs out, and the chances of being the cheapest sum to one', () => {
    expect(advice.judged.map(({ runsOut }) => runsOut)).toEqual(advice.judged.map(() => 0));
    expect(advice.judged.reduce((sum, { cheapest }) => sum + cheapest, 0)).toBeCloseTo(1, 9);
  });

  test('the assumption is told with the answer', () => {
    expect(advice.judgedOver?.use).toEqual({ is: 'profile', spread: { level: 0.3, day: 0.6 } });
    expect(advice.judgedOver?.scenarios).toBe(512);
  });
});

describe('a history', () => {
  const history = historyOf(mornings(d('2026-09-01'), Array(60).fill(400)));

  test('of 400 MB a day makes the tap the cheapest: 4000 MB are forty cups', () => {
    const known = completeStay(CATALOG, { ...INPUT, usage: {} }, TODAY);
    const learned = stayWithHistory(known, history);
    expect(learned.profile).toEqual([{ kind: 'data', to: 'internet', perDay: { num: 400 * MB, den: 1 } }]);
    expect(learned.assumed).not.toContain('data');
    const judged = advise(CATALOG, learned, { history });
    expect(namesOf(judged)).toEqual(['gate+tap', 'gate+tap', 'well']);
    expect(judged.judgedOver?.use).toEqual({ is: 'history', days: 60, gaps: [] });
  });

  test('leaves alone what was said', () => {
    expect(stayWithHistory(stay, history).profile).toEqual(stay.profile);
  });
});

test.each<StayInput>([
  INPUT,
  { ...INPUT, days: 25, usage: { data: '30MB/day', calls: {}, sms: {} } },
  { ...INPUT, usage: { data: '0MB/day', calls: {}, sms: {} } },
  { ...INPUT, days: 400 },
])('figures are in order, the named are among the judged, and prices are differences: %j', (input) => {
  const { judged, named, choices } = advise(CATALOG, completeStay(CATALOG, input, TODAY));
  for (const { p50, p90, choice } of judged) {
    expect(p50).toBeLessThanOrEqual(p90);
    expect(choices).toContain(choice);
  }
  for (const each of Object.values(named ?? {})) {
    expect(judged).toContain(each.judged);
    expect(each.price).toBe(each.judged.expected - (named?.cheapest.judged.expected ?? Number.NaN));
  }
  expect(named?.safest.judged.p90).toBe(Math.min(...judged.map(({ p90 }) => p90)));
});

test('the same stay has the same answer, and a longer one fewer scenarios', () => {
  expect(advise(CATALOG, stay)).toEqual(advice);
  const long = advise(CATALOG, completeStay(CATALOG, { ...INPUT, days: 3000 }, TODAY));
  expect(long.judgedOver?.scenarios).toBe(64);
});

test('where nothing serves, nothing is named', () => {
  const none = advise(CATALOG, completeStay(CATALOG, { ...INPUT, usage: { sms: { 'short:7502': '1/day' } } }, TODAY));
  expect([none.judged, none.named, none.judgedOver]).toEqual([[], null, null]);
});
