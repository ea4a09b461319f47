import { fileURLToPath } from 'node:url';
import type { CompiledCatalog } from '@simwise/catalog';
import { compileCatalog, loadCatalog } from '@simwise/catalog/build';
import { describe, expect, test } from 'vitest';
import { aCatalog, anOffer, d } from '../../../catalog/test/tiny-catalog.ts';
import { advise } from '../advise.ts';
import { completeStay } from '../stay.ts';
import type { StayInput } from '../stay-input.ts';
import { answerMap } from './answer-map.ts';
import { breakEvens, DATA_STEP } from './break-evens.ts';
import { costCurve, spreadDays } from './cost-curve.ts';
import { decidingFacts } from './deciding-facts.ts';
import { priceThreshold } from './price-threshold.ts';
import { walkAxis } from './walk-axis.ts';
import { ended, pointBook, whatIf } from './what-if.ts';

const GB = 2 ** 30;

/** A phone card with a month's fee of 3000 for 100 GB; an eSIM of 400 a day with 2 GB; one of 2500 for 7 days and 8 GB. */
const MONTHLY = anOffer({
  id: 'monthly',
  version: {
    fee: [{ amount: '3000 KZT', every: '30 days' }],
    allowances: [{ data: '100 GB' }],
    rates: [{ data: 'stop' }],
  },
});
const esim = (id: string, amount: string, days: number, data: string) =>
  anOffer({
    id,
    brand: 'gamma',
    card: 'travel-esim',
    number: 'none',
    version: {
      fee: [{ amount, every: 'once' }],
      validity: `${days} days`,
      allowances: [{ data }],
      rates: [{ data: 'stop' }],
    },
  });
const DAILY = esim('daily', '400 KZT', 1, '2 GB');
const WEEK = esim('week', '2500 KZT', 7, '8 GB');
const CATALOG = aCatalog([MONTHLY, DAILY, WEEK]);

function realCatalog(): CompiledCatalog {
  const { catalog } = loadCatalog(fileURLToPath(new URL('../../../../catalog/kz', import.meta.url)));
  if (!catalog) throw new Error('the catalogue has findings');
  return compileCatalog(catalog);
}

const stayOf = (input: StayInput, catalog: CompiledCatalog = CATALOG) =>
  completeStay(catalog, { start: '2026-12-01', ...input }, d('2026-11-22'));
const bookOf = (input: StayInput, catalog: CompiledCatalog = CATALOG) => pointBook(catalog, stayOf(input, catalog));

/** One card, so that costs can be told by hand. */
const ONE: StayInput = { cards: 1, days: 5, usage: { data: '1GB/day' } };

describe('the days from which another kind is the cheapest', () => {
  test('one day card lasts a day and cannot be two: the week of 2500 until day 7, then the month of 3000', () => {
    // one eSIM: 400 for 1 day, 2500 for 2 to 7 days; from day 8 on only the phone card lasts
    const [more, less] = ended(breakEvens(bookOf(ONE)));
    expect(more).toMatchObject({ axis: 'days', toward: 'more', now: { kind: 'data' } });
    expect(more?.change).toMatchObject({
      before: 7,
      at: 8,
      from: { kind: 'data' },
      to: { kind: 'phone' },
      isProven: true,
    });
    expect(less).toMatchObject({ axis: 'days', toward: 'less', change: null, knownTo: 1 });
  });

  test('and from which amount: 8 GB last 5 days up to 1.6 GB a day', () => {
    const data = ended(breakEvens(bookOf(ONE), 40)).filter(({ axis }) => axis === 'data');
    const [more, less] = data;
    // the last step of 50 MB above 1 GB at which five days need no more than 8 GB: 1024 + 12 × 50 = 1624 ≤ 1638.4
    expect(more?.change).toMatchObject({ before: GB + 12 * DATA_STEP, at: GB + 13 * DATA_STEP, to: { kind: 'phone' } });
    expect(less?.change).toBeNull();
    expect(less?.knownTo).toBe(GB - 20 * DATA_STEP);
  });

  test('is found where every integer finds it, also where winners come and go', () => {
    // ever dearer bundles for ever more days beside a phone card paid by halves of a month
    const steps = [
      esim('a', '300 KZT', 3, '50 GB'),
      esim('b', '1400 KZT', 9, '50 GB'),
      esim('c', '3500 KZT', 20, '90 GB'),
    ];
    const halves = anOffer({
      id: 'halves',
      version: {
        fee: [{ amount: '1100 KZT', every: '5 days' }],
        allowances: [{ data: '20 GB' }],
        rates: [{ data: 'stop' }],
      },
    });
    const catalog = aCatalog([halves, ...steps]);
    const input: StayInput = { ...ONE, days: 1 };
    const book = bookOf(input, catalog);
    const walked = ended(walkAxis((days) => book.at({ days, bytes: GB }), 1, { to: 30, points: 1000 }));
    const kinds = Array.from(
      { length: 30 },
      (_, index) => advise(catalog, stayOf({ ...input, days: index + 1 }, catalog)).best.overall?.kind,
    );
    const expected = kinds.flatMap((kind, index) =>
      index > 0 && kind !== kinds[index - 1] ? [`${index + 1} ${kind}`] : [],
    );
    expect(expected.length).toBeGreaterThan(2);
    expect(walked.changes.map(({ at, to }) => `${at} ${to?.kind}`)).toEqual(expected);
    expect(walked.knownTo).toBe(30);
  });

  test('is not told where the points did not suffice to know', () => {
    const [more] = ended(breakEvens(bookOf({ ...ONE, days: 2 }), 2));
    expect(more?.change).toBeNull();
    expect(more?.knownTo).toBeLessThan(7);
  });
});

describe('a price up to which an offer is worth taking', () => {
  test('the week stands against the month of 3000: up to 3000.00', () => {
    expect(ended(priceThreshold(bookOf(ONE), 'week'))).toMatchObject({
      now: 250_000,
      most: 300_000,
      otherwise: { kind: 'phone' },
    });
  });

  test('the month stands against the week of 2500: it would have to fall to 2500.00', () => {
    expect(ended(priceThreshold(bookOf(ONE), 'monthly'))).toMatchObject({
      now: 300_000,
      most: 250_000,
      otherwise: { kind: 'data' },
    });
  });

  test('bought twice, each counts: 35 days of the month against one eSIM of 7000 for 40 days', () => {
    const catalog = aCatalog([MONTHLY, esim('long', '7001 KZT', 40, '90 GB')]);
    // 2 × 3500.50 = 7001.00
    expect(ended(priceThreshold(bookOf({ ...ONE, days: 35 }, catalog), 'monthly'))?.most).toBe(350_050);
  });

  test('what lasts too short has none', () => {
    expect(ended(priceThreshold(bookOf(ONE), 'daily'))).toBeNull();
    expect(ended(priceThreshold(bookOf(ONE), 'no-such-offer'))).toBeNull();
  });
});

describe('the facts that decide', () => {
  test('an old price, at the low end of which the other kind is the cheapest; and the phone that was assumed', () => {
    const old = anOffer({
      id: 'old',
      version: {
        seen: { from: '2022-06', to: '2022-06', basis: 'as the test says' },
        fee: [{ amount: '2000 KZT', every: '30 days' }],
        allowances: [{ data: '100 GB' }],
        rates: [{ data: 'stop' }],
      },
    });
    const catalog = aCatalog([old, WEEK]);
    const facts = ended(decidingFacts(bookOf({ cards: 1, days: 5 }, catalog)));
    // the old price lies between 2000 and 2000 × 5990/2590 = 4625.48…; 2500 for a week lies in the middle of that
    const price = facts.find(({ fact }) => fact.code === 'price');
    expect(price).toMatchObject({ fact: { offer: 'old', isOld: true }, changes: 'kind', low: 200_000, high: 250_000 });
    // with a number, and without eSIM, only the old one is left, at (2000 + 4625.49) / 2; twice the assumed 750 MB a day still fit into 8 GB
    expect(facts.map(({ fact }) => (fact.code === 'assumed' ? fact.field : fact.code))).toEqual([
      'needs',
      'device',
      'price',
    ]);
  });

  test('none where everything is known and said', () => {
    const said: StayInput = { ...ONE, usage: { data: '1GB/day', calls: {}, sms: {} }, needs: {}, device: {} };
    expect(ended(decidingFacts(bookOf(said)))).toEqual([]);
  });
});

describe('a map of days and data', () => {
  const grid = { days: [1, 2, 5, 7, 8, 20, 30, 31], bytes: [GB / 4, GB, 2 * GB, 4 * GB] };

  test('has in each cell what an advice for it has', () => {
    const map = ended(answerMap(bookOf(ONE), grid, 1000));
    for (const [row, bytes] of grid.bytes.entries()) {
      for (const [column, days] of grid.days.entries()) {
        const cell = map.cells[row]?.[column];
        const { best } = advise(CATALOG, stayOf({ ...ONE, days, usage: { data: `${bytes / 2 ** 20}MB/day` } }));
        expect([cell?.days, cell?.bytes, cell?.winner?.kind ?? null]).toEqual([
          days,
          bytes,
          best.overall?.kind ?? null,
        ]);
        expect(cell?.high).toBe(best.overall?.cost ?? Number.POSITIVE_INFINITY);
        expect(cell?.isProven).toBe(true);
        expect(cell?.low).toBe(cell?.high);
      }
    }
  });

  test('has the cost of an advice where nothing is proven, and says that it is not', () => {
    const map = ended(answerMap(bookOf(ONE), grid, 0));
    expect(map.points).toBe(0);
    for (const { days, bytes, high, low, isProven } of map.cells.flat()) {
      const { best } = advise(CATALOG, stayOf({ ...ONE, days, usage: { data: `${bytes / 2 ** 20}MB/day` } }));
      expect(high).toBe(best.overall?.cost ?? Number.POSITIVE_INFINITY);
      expect([low, isProven]).toEqual([0, false]);
    }
  });

  test('bounds the cost of what asks for more by what was proven', () => {
    const map = ended(answerMap(bookOf(ONE), grid, 1));
    // the first point, a day at 256 MB: one day card of 400; phone card 3000
    const cells = map.cells.flat();
    expect(cells.every(({ low }) => low === 40_000)).toBe(true);
    expect(cells.filter(({ isProven }) => isProven).map(({ days }) => days)).toContain(1);
    const next = cells.find(({ days, bytes }) => days === 5 && bytes === GB);
    // the week costs 2500 and a phone card at least 3000
    expect(next).toMatchObject({ isProven: true, high: 250_000, margin: { low: 50_000, high: 50_000 } });
  });

  test('rests between steps, shows the rows it has, and can be given up', () => {
    const drawing = answerMap(bookOf(ONE), grid, 1000);
    let step = drawing.next();
    while (!step.done && step.value.rows < 1) step = drawing.next();
    expect(step.done ? null : step.value.map().cells).toHaveLength(1);
    expect(drawing.return(undefined as never).done).toBe(true);
  });
});

test('a curve has the cost of each kind at its days', () => {
  const curve = ended(costCurve(bookOf(ONE), [1, 2, 8, 31]));
  const highs = curve.map(({ costs: { kinds } }) => [kinds.phone.high, kinds.data.high]);
  expect(highs).toEqual([
    [300_000, 40_000],
    [300_000, 250_000],
    [300_000, Number.POSITIVE_INFINITY],
    [600_000, Number.POSITIVE_INFINITY],
  ]);
  expect(spreadDays(4, 10)).toEqual([1, 2, 3, 4]);
  expect(spreadDays(61, 4)).toEqual([1, 21, 41, 61]);
});

test('a curve never falls, and has nothing dearer than a map, where searches stop before their end', () => {
  const catalog = realCatalog();
  const book = () => bookOf({ start: '2026-11-30', preset: 'resident', usage: { data: '2500MB/day' } }, catalog);
  const days = [27, 28, 29, 30];
  const curve = ended(costCurve(book(), days));
  expect(curve.some(({ costs }) => !costs.isProven)).toBe(true);
  const highs = (kind: 'phone' | 'data' | 'pair') => curve.map(({ costs }) => costs.kinds[kind].high);
  for (const kind of ['phone', 'data', 'pair'] as const) {
    expect(highs(kind)).toEqual(highs(kind).toSorted((a, b) => a - b));
  }
  const [row] = ended(answerMap(book(), { days, bytes: [book().origin.bytes] }, 0)).cells;
  for (const [index, { costs }] of curve.entries()) {
    expect(costs.winner?.cost).toBeLessThanOrEqual((row?.[index]?.high ?? 0) + 0.001);
  }
});

test('what would change an answer, all together', () => {
  const { winner, prices, breakEvens: all } = whatIf(CATALOG, stayOf(ONE));
  expect(winner).toMatchObject({ kind: 'data', cost: 250_000 });
  expect(prices.map(({ offer, most }) => [offer, most])).toEqual([
    ['week', 300_000],
    ['monthly', 250_000],
  ]);
  expect(all).toHaveLength(4);
});
