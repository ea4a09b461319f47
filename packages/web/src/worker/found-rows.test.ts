import { completeStay, type StayInput } from '@simwise/advisor';
import { Wording } from '@simwise/messages';
import { en } from '@simwise/messages/en';
import { describe, expect, it } from 'vitest';
import { aCatalog, anOffer, d } from '../../../catalog/test/tiny-catalog.ts';
import type { FoundNews } from './found-row.ts';
import { askedFor, FoundRows, usesAhead } from './found-rows.ts';

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
const MONTHLY = anOffer({
  id: 'monthly',
  version: {
    fee: [{ amount: '3000 KZT', every: '30 days' }],
    allowances: [{ data: '100 GB' }],
    rates: [{ data: 'stop' }],
  },
});
const CATALOG = aCatalog([MONTHLY, esim('daily', '400 KZT', 1, '2 GB'), esim('week', '2500 KZT', 7, '8 GB')]);
const INPUT: StayInput = {
  start: '2026-12-01',
  cards: 1,
  days: 5,
  usage: { data: '1GB/day', calls: {}, sms: {} },
  needs: {},
};

function setUp(input: StayInput = INPUT) {
  const stay = completeStay(CATALOG, input, d('2026-11-22'));
  const told: FoundNews[] = [];
  const wording = new Wording(en, 'en', CATALOG);
  const facts = { basis: 'as the test says', longest: 60, catalog: CATALOG, stay, route: null, wording };
  return { rows: new FoundRows(facts, (news) => told.push(news)), told, stay };
}

function ended<T>(steps: Generator<unknown, T>): T {
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

describe('the rows of cards found', () => {
  it('have the cheapest for each number of days', () => {
    const { rows } = setUp();
    const { found } = ended(rows.row(askedFor(1)));
    // one day card for a day; the week holds 8 GB and lasts 7 days; then a month, from day 31 on two of them
    const costs = found.map((each) => each?.cost);
    expect(costs).toEqual([40_000, ...Array(6).fill(250_000), ...Array(23).fill(300_000), ...Array(30).fill(600_000)]);
    expect(found[0]).toMatchObject({ kind: 'data', costText: '₸400.00' });
  });

  it('have nothing where nothing serves: 100 GB do not last a month of 4 GB a day', () => {
    const { rows } = setUp();
    const { found } = ended(rows.row(askedFor(4)));
    expect([found[24]?.cost, found[25]]).toEqual([300_000, null]);
  });

  it('go on where they were left, also when another one is asked for, and are told once', () => {
    const { rows, told } = setUp();
    const left = rows.row(askedFor(1));
    for (let step = 0; step < 5; step++) left.next();
    const second = ended(rows.row(askedFor(2)));
    const first = ended(rows.row(askedFor(1)));
    expect(told.map(({ row }) => row)).toEqual([first, second]);
    expect(first).toEqual(ended(setUp().rows.row(askedFor(1))));
    expect(second).toEqual(ended(setUp().rows.row(askedFor(2))));
  });
});

describe('what is worked out ahead', () => {
  it('is the use of the stay itself, then the steps of the slider that are nearest to it', () => {
    const uses = usesAhead({ stay: INPUT, posters: [], choice: undefined, language: 'en', now: 0 }, setUp().stay);
    expect(uses.slice(0, 4).map(({ bytes }) => bytes / 2 ** 20)).toEqual([1024, 1024, 973, 1075]);
  });

  it('leaves out the use of the stay where some of it is of an application', () => {
    const input = { ...INPUT, usage: { data: 'youtube:1GB/day' } };
    const [first] = usesAhead(
      { stay: input, posters: [], choice: undefined, language: 'en', now: 0 },
      setUp(input).stay,
    );
    expect(first).toEqual(askedFor(1));
  });
});
