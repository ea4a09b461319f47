import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type CompiledCatalog, convert, offerOn } from '@simwise/catalog';
import { compileCatalog, loadCatalog } from '@simwise/catalog/build';
import { formatDay } from '@simwise/engine';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aCatalog, anOffer, aRate, d } from '../../catalog/test/tiny-catalog.ts';
import { type Advice, advise } from './advise.ts';
import { middleOf } from './card-plan.ts';
import { type Choice, mainOffer } from './choice.ts';
import { withPosters } from './poster.ts';
import { completeStay } from './stay.ts';
import type { StayInput } from './stay-input.ts';

const TODAY = d('2026-11-22');

function adviseFor(catalog: CompiledCatalog, input: StayInput): Advice {
  return advise(catalog, completeStay(catalog, input, TODAY));
}

/** An advice without the objects of the catalogue, to be compared with another. */
function told({ best, choices, compared }: Advice) {
  const say = (choice: Choice) => ({
    rank: choice.rank,
    tie: choice.tie,
    kind: choice.kind,
    total: choice.total,
    purchases: choice.cards.map((card) => card.purchases),
    lines: choice.cards.map((card) => card.statement.lines),
    warnings: choice.warnings,
    reasons: choice.reasons,
    breaks: choice.breaks,
  });
  const ranks = Object.values(best).map((choice) => choice?.rank ?? null);
  const leftOut = compared.leftOut.map(({ offer, reason }) => `${offer} ${reason}`).sort();
  return { ranks, choices: choices.map(say), compared: { ...compared, leftOut } };
}

/** What holds of every advice. */
function expectSound({ best, choices, stay, compared }: Advice): void {
  for (const choice of Object.values(best)) if (choice) expect(choices).toContain(choice);
  expect(best.overall).toBe(choices.find(({ serves }) => serves) ?? null);
  for (const kind of ['phone', 'data', 'pair'] as const) expect(best[kind]?.kind ?? kind).toBe(kind);
  expect(choices.map(({ rank }) => rank)).toEqual(choices.map((_, index) => index + 1));
  expectSorted(choices);
  expectTies(choices);
  for (const choice of choices) expectAddsUp(choice);
  for (const { reasons } of choices) expect(reasons).toHaveLength(2);
  expect(compared.choices).toBeGreaterThanOrEqual(choices.length);
  expect(stay.days).toBeGreaterThan(0);
}

/** Those that serve first, each part by the middle of the range. */
function expectSorted(choices: readonly Choice[]): void {
  for (const serves of [true, false]) {
    const middles = choices.filter((choice) => choice.serves === serves).map(({ total }) => middleOf(total));
    expect(middles).toEqual([...middles].sort((a, b) => a - b));
  }
  expect(choices.map(({ serves }) => Number(serves))).toEqual(
    choices.map(({ serves }) => Number(serves)).sort((a, b) => b - a),
  );
}

/** A group begins with a choice whose range does not overlap with that of the first of the group before. */
function expectTies(choices: readonly Choice[]): void {
  let first: Choice | undefined;
  for (const choice of choices) {
    const overlaps =
      first && first.serves === choice.serves && first.total.high !== null && choice.total.low <= first.total.high;
    if (overlaps) expect(choice.tie).toBe(first?.tie);
    else expect(choice.tie).toBe((first?.tie ?? 0) + 1);
    if (!overlaps) first = choice;
  }
}

/** The ledger of each card adds up to its total, and the totals of the cards to that of the choice. */
function expectAddsUp({ cards, total }: Choice): void {
  let sum = 0;
  for (const card of cards) {
    const { lines, range } = card.statement;
    const ledger = lines.reduce((amount, line) => amount + line.amount, 0);
    expect(ledger).toBe(range.amount);
    sum += convert(range.amount, mainOffer(card).conversion);
    expect(range.low).toBeLessThanOrEqual(range.amount);
    expect(range.high ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(range.amount);
  }
  expect(total.amount).toBe(sum);
}

function shuffled<T>(items: readonly T[], seed: number): T[] {
  let state = seed;
  const keyed = items.map((item) => {
    state = (state * 48_271) % 2_147_483_647;
    return { item, state };
  });
  return keyed.sort((a, b) => a.state - b.state).map(({ item }) => item);
}

// --- small catalogues, many stays ----------------------------------------------------------------------------------

const OLD = { seen: { from: '2022', to: '2022', basis: 'as the test says' } };
const once = (amount: string, days: number, data: string) => ({
  fee: [{ amount, every: 'once' }],
  validity: `${days} days`,
  allowances: [{ data }],
  rates: [{ data: 'stop' }],
});
const esim = (id: string, version: Readonly<Record<string, unknown>>) =>
  anOffer({ id, brand: 'gamma', card: 'travel-esim', number: 'none', version });
const monthly = (amount: string, data: string) => ({
  fee: [{ amount, every: '30 days' }],
  allowances: [{ data }, { voice: '100 min', to: ['national-mobile'] }, { sms: 30, to: ['national'] }],
  rates: [{ data: 'stop' }, { voice: '10 KZT per min', to: ['national'] }, { sms: '8 KZT', to: ['national'] }],
});

/** Twins at the same price, so that the order of the catalogue could decide if it were let. */
const OFFERS = [
  anOffer({ id: 'plan-a', version: monthly('2000 KZT', '5 GB') }),
  anOffer({ id: 'plan-b', version: monthly('2000 KZT', '5 GB') }),
  anOffer({ id: 'plan-old', version: { ...monthly('1500 KZT', '10 GB'), ...OLD } }),
  anOffer({
    id: 'plan-day',
    brand: 'beta',
    version: {
      fee: [{ amount: '90 KZT', every: '1 day' }],
      allowances: [{ data: '500 MB', per: 'day' }],
      rates: [{ data: { throttle: 64 } }, { voice: '12 KZT per min' }, { sms: '9 KZT' }],
    },
  }),
  anOffer({ id: 'pack-a', role: 'add-on', version: once('900 KZT', 7, '3 GB') }),
  anOffer({ id: 'pack-b', role: 'add-on', version: once('900 KZT', 7, '3 GB') }),
  anOffer({ id: 'pack-once', role: 'add-on', oncePerCustomer: true, version: once('100 KZT', 3, '2 GB') }),
  anOffer({
    id: 'monthly-a',
    role: 'add-on',
    version: {
      fee: [{ amount: '1190 KZT', every: 'calendar month' }],
      proration: { of: 'fee and allowances', firstDay: 'unknown' },
      allowances: [{ data: '8 GB' }],
    },
  }),
  anOffer({
    id: 'monthly-b',
    role: 'add-on',
    version: {
      fee: [{ amount: '1190 KZT', every: 'calendar month' }],
      proration: { of: 'fee and allowances', firstDay: 'unknown' },
      allowances: [{ data: '8 GB' }],
    },
  }),
  esim('esim-5', once('4.00 USD', 30, '5 GB')),
  esim('esim-5-too', once('4.00 USD', 30, '5 GB')),
  esim('esim-10', once('7.00 USD', 30, '10 GB')),
  esim('esim-day', {
    fee: [{ amount: '2.00 USD', every: 'once' }],
    validity: '3 days',
    days: 'unknown',
    allowances: [{ data: '1 GB', per: 'day' }],
  }),
  anOffer({ id: 'closed', version: { ...monthly('1 KZT', '100 GB'), sale: 'closed' } }),
];
const SMALL = aCatalog(OFFERS, { exchangeRates: [aRate('2026-11-01', 'USD', 'KZT', '500')] });

const anyStay: fc.Arbitrary<StayInput> = fc
  .record({
    day: fc.integer({ min: 1, max: 28 }),
    days: fc.integer({ min: 1, max: 35 }),
    megabytes: fc.constantFrom(0, 50, 300, 700, 2000),
    minutes: fc.constantFrom(0, 5, 30),
    messages: fc.constantFrom(0, 2),
    localNumber: fc.boolean(),
    callsOverInternet: fc.boolean(),
    throttleAccepted: fc.boolean(),
    esim: fc.boolean(),
    simSlots: fc.constantFrom(0, 1, 2),
    currency: fc.constantFrom('KZT', 'USD'),
  })
  .map(
    ({
      day,
      days,
      megabytes,
      minutes,
      messages,
      localNumber,
      callsOverInternet,
      throttleAccepted,
      esim,
      simSlots,
      currency,
    }) => ({
      start: `2026-12-${String(day).padStart(2, '0')}`,
      days,
      usage: {
        data: `${megabytes}MB/day`,
        calls: { 'national-mobile': `${minutes}min/day` },
        sms: { 'national-mobile': `${messages}/day` },
      },
      needs: { localNumber, callsOverInternet, throttleAccepted },
      device: { esim, simSlots },
      currency,
    }),
  );

describe('any stay among a few offers, some of them twins', () => {
  test('gets an advice that is sound, ranked and adds up', () => {
    fc.assert(
      fc.property(anyStay, (stay) => {
        const advice = adviseFor(SMALL, stay);
        expectSound(advice);
        const bought = advice.choices.flatMap(({ cards }) =>
          cards.flatMap(({ offers }) => offers.map(({ facts }) => facts.id)),
        );
        expect(bought).not.toContain('closed');
      }),
      { seed: 1, numRuns: 20 },
    );
  });

  test('gets the same advice whatever the order of the catalogue, and each time it is asked', () => {
    fc.assert(
      fc.property(anyStay, fc.integer({ min: 1, max: 1e6 }), (stay, seed) => {
        const first = told(adviseFor(SMALL, stay));
        expect(told(adviseFor({ ...SMALL, offers: shuffled(OFFERS, seed) }, stay))).toEqual(first);
        expect(told(adviseFor(SMALL, stay))).toEqual(first);
      }),
      { seed: 2, numRuns: 8 },
    );
  });

  test('never gets dearer advice from a phone that can do more or a person who asks for less', () => {
    fc.assert(
      fc.property(anyStay, (stay) => {
        const cost = (input: StayInput) => {
          const { overall } = adviseFor(SMALL, input).best;
          return overall ? middleOf(overall.total) : Number.POSITIVE_INFINITY;
        };
        expect(cost({ ...stay, device: { esim: true, simSlots: 2 } })).toBeLessThanOrEqual(cost(stay));
        expect(cost({ ...stay, needs: { ...stay.needs, localNumber: false } })).toBeLessThanOrEqual(cost(stay));
      }),
      { seed: 3, numRuns: 8 },
    );
  });
});

// --- the catalogue of Kazakhstan -------------------------------------------------------------------------------------

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..', 'catalog', 'kz');
const { catalog: loaded } = loadCatalog(ROOT);
if (!loaded) throw new Error('the catalogue does not load; "simwise catalog check" says why');
const KZ = compileCatalog(loaded);

const STAYS: readonly (readonly [string, StayInput])[] = [
  ['a day between two flights', { preset: 'transit', start: '2026-12-01' }],
  ['twelve days of a tourist', { preset: 'tourist', start: '2026-12-01' }],
  ['five days on business', { preset: 'business-trip', start: '2026-12-28' }],
  ['a month of a resident', { preset: 'resident', start: '2027-02-01' }],
  [
    'a week without eSIM in a phone with two slots',
    { days: 7, start: '2026-12-01', device: { esim: false, simSlots: 2 } },
  ],
  [
    'a company, in dollars',
    { preset: 'business-trip', start: '2026-12-01', person: { conditions: ['corporate'] }, currency: 'USD' },
  ],
  [
    'a month of calls and no data',
    {
      days: 30,
      start: '2026-12-01',
      usage: { data: '0MB/day', calls: { 'national-mobile': '10min/day' } },
      needs: { localNumber: true, callsOverInternet: false },
    },
  ],
];

describe.each(STAYS)('%s in Kazakhstan', (_what, stay) => {
  const advice = adviseFor(KZ, stay);

  test('gets an advice that is sound, ranked and adds up', () => {
    expectSound(advice);
    expect(advice.best.overall).not.toBeNull();
  });

  test('is not offered what is closed on that day, nor anything it could not buy', () => {
    const leftOut = new Set(advice.compared.leftOut.map(({ offer }) => offer));
    for (const { cards } of advice.choices) {
      for (const { facts } of cards.flatMap(({ offers }) => offers)) {
        const lookup = offerOn(KZ, facts.id, advice.stay.start);
        expect(lookup.is === 'found' && lookup.found.version.sale).not.toBe('closed');
        expect(leftOut.has(facts.id)).toBe(false);
      }
    }
  });

  test('compares every offer or says why it was left out', () => {
    expect(advice.compared.offers + advice.compared.leftOut.length).toBe(KZ.offers.length);
    expect(advice.compared.sellers.length).toBeGreaterThan(3);
  });

  test('gets the same advice from a catalogue in another order', () => {
    expect(told(adviseFor({ ...KZ, offers: shuffled(KZ.offers, 7) }, stay))).toEqual(told(advice));
  });

  test('is told to take a poster that costs next to nothing', () => {
    const poster = 'Wonder: 1 KZT/30d, unlimited data, unlimited calls national+intl, unlimited sms national';
    const { best } = adviseFor(withPosters(KZ, [poster], TODAY), stay);
    const bought = best.overall?.cards.flatMap(({ purchases }) => purchases.map(({ offer }) => offer));
    // Nothing but a card that is free, such as one for a first gigabyte, is cheaper.
    if (advice.best.overall?.total.high === 0) expect(best.overall?.total.high).toBe(0);
    else expect(bought).toEqual(['poster-1']);
  });
});

test('the reference card takes part while no local phone card has a recent price', () => {
  const { choices, compared } = adviseFor(KZ, { preset: 'resident', start: '2026-12-01' });
  const reference = choices.find(({ kind, cards }) => kind === 'phone' && cards[0]?.offers[0]?.facts.reference);
  // 30 days × 750 MB = 22 GB of at least 5, 450 minutes of at least 140: the bundle once at best
  expect(reference?.total.low).toBe(599_000);
  expect(reference?.warnings.map(({ code }) => code)).toContain('reference');
  expect(compared.leftOut.map(({ offer }) => offer)).not.toContain('kz-reference-phone-2025');
});

test('and not beside a poster of a phone card, which is a recent price', () => {
  const catalog = withPosters(KZ, ['Poster: 4990 KZT/30d, 20GB, unlimited on-net, 100min national-mobile'], TODAY);
  const { compared } = adviseFor(catalog, { preset: 'resident', start: formatDay(TODAY) });
  expect(compared.leftOut).toContainEqual({
    offer: 'kz-reference-phone-2025',
    brand: 'reference',
    reason: 'reference-not-needed',
  });
});
