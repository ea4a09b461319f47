import type { CompiledCatalog } from '@simwise/catalog';
import { type Day, dayOf } from '@simwise/engine';
import { describe, expect, test } from 'vitest';
import { aCatalog, anOffer, aRate, d } from '../../catalog/test/tiny-catalog.ts';
import { type Advice, advise, adviseInSteps } from './advise.ts';
import { CannotDo } from './cannot-do.ts';
import type { Choice } from './choice.ts';
import { completeStay } from './stay.ts';
import type { StayInput } from './stay-input.ts';

const TODAY = d('2026-11-22');
const MB = 2 ** 20;

function adviseFor(catalog: CompiledCatalog, input: StayInput, today: Day = TODAY): Advice {
  return advise(catalog, completeStay(catalog, input, today));
}

/** A choice in brief: what is bought on which day of the stay, and its range in whole minor units. */
function brief(choice: Choice | null, { stay }: Advice) {
  if (!choice) return null;
  const { low, high } = choice.total;
  const bought = choice.cards.map(({ purchases }) =>
    purchases.map(({ offer, at }) => `${offer} ${dayOf(at) - stay.start}`).join(' + '),
  );
  return { bought: bought.join(' & '), low, high };
}

// --- by hand ---------------------------------------------------------------------------------------------------------

const once = (amount: string, days: number, data: string) => ({
  fee: [{ amount, every: 'once' }],
  validity: `${days} days`,
  allowances: [{ data }],
  rates: [{ data: 'stop' }],
});

/** A local card: 2000 a month for 5 GB and 100 minutes to others, 10 a minute beyond, data beyond only by packs. */
const PLAN = anOffer({
  id: 'plan',
  version: {
    fee: [{ amount: '2000 KZT', every: '30 days' }],
    allowances: [{ data: '5 GB' }, { voice: '100 min', to: ['national-mobile'] }],
    rates: [{ data: 'stop' }, { voice: '10 KZT per min', to: ['national'] }],
    unpaid: 'unknown',
  },
});
const PACK = anOffer({ id: 'pack', role: 'add-on', version: once('900 KZT', 7, '3 GB') });
const BARE = anOffer({
  id: 'bare',
  brand: 'beta',
  version: { fee: 'none', rates: [{ voice: '10 KZT per min', to: ['national'] }, { data: '20 KZT per MB' }] },
});
const ESIM_5 = anOffer({
  id: 'esim-5',
  brand: 'gamma',
  card: 'travel-esim',
  number: 'none',
  version: once('4.00 USD', 30, '5 GB'),
});
const ESIM_10 = anOffer({
  id: 'esim-10',
  brand: 'gamma',
  card: 'travel-esim',
  number: 'none',
  version: once('7.00 USD', 30, '10 GB'),
});
const SMALL = aCatalog([PLAN, PACK, BARE, ESIM_5, ESIM_10], {
  exchangeRates: [aRate('2026-11-01', 'USD', 'KZT', '500')],
});

describe('ten days with 1 GB a day, no number needed', () => {
  const advice = adviseFor(SMALL, { start: '2026-12-01', days: 10, usage: { data: '1GB/day' } });

  test('the best data card is one of 10 GB: 7 × 500 = 3500, not two of 5 GB: 2 × 4 × 500 = 4000', () => {
    expect(brief(advice.best.data, advice)).toEqual({ bought: 'esim-10 0', low: 350_000, high: 350_000 });
    expect(advice.best.overall).toBe(advice.best.data);
  });

  test('the best phone card is the plan with two packs, the second when the first is used up: 2000 + 2 × 900 = 3800', () => {
    // 5 GB last until the end of day 5 (5 parts of 1 GB), 3 GB more until day 8, so the second pack is bought on day 8.
    expect(brief(advice.best.phone, advice)).toEqual({
      bought: 'plan 0 + pack 5 + pack 8',
      low: 380_000,
      high: 380_000,
    });
  });

  test('the best pair has the bare plan, which costs nothing, for calls: 3500', () => {
    expect(brief(advice.best.pair, advice)).toEqual({ bought: 'bare 0 & esim-10 0', low: 350_000, high: 350_000 });
  });

  test('of choices that cost the same the one with fewer cards comes first, and they are a tie', () => {
    const [first, second] = advice.choices;
    expect([first, second].map((choice) => choice && [choice.kind, choice.rank, choice.tie])).toEqual([
      ['data', 1, 1],
      ['pair', 2, 1],
    ]);
    expect(first?.reasons[0]).toEqual({ code: 'tied', with: 1 });
  });

  test('value: 3500 for 10 GB and 10 days', () => {
    expect(advice.best.overall?.value).toEqual({ perGigabyte: 35_000, perDay: 35_000 });
  });

  test('what breaks it: more than the 10 GB, or a stay beyond the thirtieth day', () => {
    // Asked for to the last byte, so nothing is left and the pass is not listed among what is left.
    expect(advice.best.overall?.breaks).toEqual([{ code: 'data-above', bytesPerDay: 1024 * MB }]);
  });

  test('says what was compared', () => {
    expect(advice.compared).toMatchObject({ offers: 5, sellers: ['alpha', 'beta', 'gamma'], leftOut: [] });
  });
});

describe('ten days with 300 MB and 20 minutes a day and a local number', () => {
  const input: StayInput = {
    start: '2026-12-01',
    days: 10,
    usage: { data: '300MB/day', calls: { 'national-mobile': '20min/day' } },
    needs: { localNumber: true, otp: true, callsOverInternet: false },
  };
  const advice = adviseFor(SMALL, input);

  test('the plan alone: 2000 + (200 − 100) × 10 = 3000', () => {
    expect(brief(advice.best.phone, advice)).toEqual({ bought: 'plan 0', low: 300_000, high: 300_000 });
    expect(advice.best.overall).toBe(advice.best.phone);
  });

  test('the best pair: 200 × 10 on the bare plan and 4 × 500 for 5 GB = 4000', () => {
    expect(brief(advice.best.pair, advice)).toEqual({ bought: 'bare 0 & esim-5 0', low: 400_000, high: 400_000 });
  });

  test('a data card serves neither calls nor codes, and is listed last with what is missing', () => {
    const { best, choices } = advice;
    expect(best.data?.serves).toBe(false);
    expect(best.data?.warnings.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['unserved', 'no-local-number', 'no-code-messages']),
    );
    expect(choices.at(-1)?.serves).toBe(false);
  });

  test('left over: 5 GB − 3000 MB, so 512 MB a day would do, until 30 December', () => {
    expect(advice.best.overall?.breaks).toEqual([
      { code: 'data-above', bytesPerDay: 512 * MB },
      { code: 'valid-until', day: d('2026-12-31'), offer: 'plan' },
    ]);
  });

  test('why: cheaper than the next by 1000, and what it is made of', () => {
    expect(advice.best.overall?.reasons).toEqual([
      { code: 'cheapest', by: 100_000 },
      { code: 'made-of', offer: 'plan', share: 1 },
    ]);
  });
});

test('a pair fills up what the plan lacks in each of its months, and only that', () => {
  const long = anOffer({
    id: 'long',
    brand: 'gamma',
    card: 'travel-esim',
    number: 'none',
    version: once('4.00 USD', 60, '5 GB'),
  });
  const advice = adviseFor(
    { ...SMALL, offers: [PLAN, long] },
    { start: '2026-12-01', days: 60, usage: { data: '256MB/day' } },
  );
  // A month asks for 30 × 256 MB = 7.5 GB, of which the plan has 5; twice 2.5 GB fit one card: 2 × 2000 + 4 × 500 = 6000
  expect(brief(advice.best.pair, advice)).toEqual({ bought: 'plan 0 & long 20', low: 600_000, high: 600_000 });
  // Both are used to the last byte, so it breaks with more than what is asked for, not with more than one card carries.
  expect(advice.best.pair?.breaks).toContainEqual({ code: 'data-above', bytesPerDay: 256 * MB });
});

test('calls may become data of a messenger when the person accepts it, which is said', () => {
  const input: StayInput = {
    start: '2026-12-01',
    days: 10,
    usage: { data: '300MB/day', calls: { CN: '20min/day' } },
    needs: { callsOverInternet: true },
  };
  const advice = adviseFor(SMALL, input);
  // No card calls China for a known price; 300 + 20 × 0.75 = 315 MB a day, 3150 MB, fit 5 GB: 4 × 500 = 2000
  expect(brief(advice.best.overall, advice)).toEqual({ bought: 'esim-5 0', low: 200_000, high: 200_000 });
  expect(advice.best.overall?.warnings.map(({ code }) => code)).toContain('calls-over-internet');
  const refused = adviseFor(SMALL, { ...input, needs: { callsOverInternet: false } });
  expect(refused.best.overall).toBeNull();
});

describe('calls to a number', () => {
  test('are those to its network, as seen from each card', () => {
    const input: StayInput = {
      start: '2026-12-01',
      days: 10,
      usage: { data: '300MB/day', calls: { '+77061234567': '20min/day' } },
      needs: { localNumber: true, callsOverInternet: false },
    };
    const advice = adviseFor(SMALL, input);
    expect(brief(advice.best.overall, advice)).toEqual({ bought: 'plan 0', low: 300_000, high: 300_000 });
  });

  test('that is none are refused', () => {
    const input: StayInput = { usage: { calls: { '+7701123456789012': '1min/day' } } };
    expect(() => adviseFor(SMALL, input)).toThrow();
  });
});

describe('a stay that nothing serves', () => {
  test.each<[string, StayInput]>([
    ['a local number in a phone without a slot', { device: { simSlots: 0 }, needs: { localNumber: true } }],
    ['messages to nowhere on record', { usage: { sms: { 'short:7502': '1/day' } } }],
    ['a day on which nothing was known yet', { start: '2001-01-01' }],
  ])('%s', (_what, stay) => {
    const { best, choices } = adviseFor(SMALL, { start: '2026-12-01', days: 10, ...stay });
    expect(best.overall).toBeNull();
    expect(choices.every(({ serves }) => !serves)).toBe(true);
  });
});

test('a currency that no rate leads to is refused, as for a price', () => {
  try {
    adviseFor(SMALL, { start: '2026-12-01', days: 10, currency: 'XAU' });
    expect.unreachable();
  } catch (error) {
    expect(error instanceof CannotDo && error.refusal).toEqual({
      code: 'no-exchange-rate',
      from: 'KZT',
      to: 'XAU',
      known: ['KZT', 'USD'],
    });
  }
});

test('in dollars the choices keep their order: 7.00 before 7.60', () => {
  const advice = adviseFor(SMALL, { start: '2026-12-01', days: 10, usage: { data: '1GB/day' }, currency: 'USD' });
  expect(brief(advice.best.overall, advice)).toEqual({ bought: 'esim-10 0', low: 700, high: 700 });
  // 3800 / 500
  expect(advice.best.phone?.total.amount).toBe(760);
});

test('where no card serves, none is no answer: 160 GB are more than two cards of 5 GB hold', () => {
  const big = aCatalog([ESIM_5], { exchangeRates: [aRate('2026-11-01', 'USD', 'KZT', '500')] });
  const { best, choices } = adviseFor(big, { start: '2026-12-01', days: 40, usage: { data: '4GB/day' } });
  expect(best.overall).toBeNull();
  for (const { cards, serves } of choices) expect([cards.length > 0, serves]).toEqual([true, false]);
});

test('the best of each kind are told once, before the others are listed, and stay the best', () => {
  const stay = completeStay(SMALL, { days: 10, start: '2026-12-01', usage: { data: '400MB/day' } }, TODAY);
  const steps = adviseInSteps(SMALL, stay);
  const parts: Advice[] = [];
  let step = steps.next();
  for (; !step.done; step = steps.next()) if (step.value.part) parts.push(step.value.part());
  const whole = step.value;
  expect(parts.length).toBe(1);
  for (const kind of ['overall', 'phone', 'data', 'pair'] as const) {
    expect(brief(parts[0]?.best[kind] ?? null, whole)).toEqual(brief(whole.best[kind], whole));
  }
  expect(parts[0]?.named).toBe(null);
  expect(whole.best.overall).not.toBe(null);
  expect(whole.choices.length).toBeGreaterThanOrEqual(parts[0]?.choices.length ?? 0);
});
