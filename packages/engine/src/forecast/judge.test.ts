import { describe, expect, test } from 'vitest';
import { parseDay } from '../civil-day.ts';
import { localSecondOf } from '../local-time.ts';
import { type Money, money } from '../money.ts';
import type { Offer } from '../offer.ts';
import { ALMATY, allowance, days, fee, MB, pack, plan, rate } from '../test-offers.ts';
import type { Uncertain } from '../uncertain.ts';
import type { ChoiceCard, UncertainChoice } from './choice.ts';
import { judgeChoices, judgeStepwise } from './judge.ts';
import type { Scenarios } from './scenario.ts';
import { drawWorlds } from './worlds.ts';

const START = parseDay('2026-03-02');
const TERMS = { period: { start: START, days: 1 }, local: ALMATY, acceptsThrottle: false };

/** Ten scenarios of one day: 100, 200, … 1000 MB. */
const TEN: Scenarios = {
  period: TERMS.period,
  slots: [{ stream: { kind: 'data', to: 'internet' }, second: 9 * 3600, step: 1 }],
  draw: (scenario, amounts) => amounts.fill(((scenario % 10) + 1) * 100 * MB),
};

function cardOf(offers: readonly Uncertain<Offer>[], refills: readonly string[] = []): ChoiceCard {
  const ids = offers.map((offer) => (offer as Offer).id);
  const at = localSecondOf(START);
  return {
    offers: new Map(offers.map((offer, index) => [ids[index] as string, offer])),
    purchases: ids.filter((id) => !refills.includes(id) || id === 'volume').map((offer) => ({ offer, at })),
    refills,
    carries: ['data'],
    numbers: new Map(),
    ratio: { num: 1, den: 1 },
  };
}

function choiceOf(id: string, cards: readonly ChoiceCard[], formalities = 0): UncertainChoice {
  return { id, cards, formalities };
}

const flat = (amount: number, id = 'flat') =>
  plan({ fee: fee(amount, days(30)), allowances: [allowance('data', 'unlimited')] }, id);
/** 100 for each 100 MB, bought when the last has run out. */
const VOLUME = plan({ fee: fee(100, undefined, 1), allowances: [allowance('data', 100 * MB)] }, 'volume');
/** 300 for 500 MB, and then nothing more. */
const SMALL = plan(
  { fee: fee(300, undefined, 1), allowances: [allowance('data', 500 * MB)], rates: [rate('data', { do: 'stop' })] },
  'small',
);

const FLAT_600 = choiceOf('flat', [cardOf([flat(600)])]);
const BY_VOLUME = choiceOf('by-volume', [cardOf([VOLUME], ['volume'])]);
const ONCE = choiceOf('once', [cardOf([SMALL])]);

function judge(choices: readonly UncertainChoice[], more: { count?: number; scenarios?: Scenarios } = {}) {
  const offers = choices.flatMap(({ cards }) => cards.flatMap((card) => [...card.offers.values()]));
  const { judged, ...best } = judgeChoices({
    choices,
    scenarios: TEN,
    worlds: drawWorlds(offers, 1),
    terms: TERMS,
    count: 10,
    ...more,
  });
  return { judged, best, of: new Map(judged.map((each) => [each.id, each])) };
}

describe('600 for all, or 100 for each 100 MB, in ten scenarios of 100 to 1000 MB', () => {
  const { best, of } = judge([FLAT_600, BY_VOLUME]);

  test('by volume: 100 + … + 1000 is 550 on average; 500 in half of them, 900 in nine of ten', () => {
    expect(of.get('by-volume')).toMatchObject({
      expected: 550,
      p50: 500,
      p90: 900,
      runsOut: 0,
      refills: 4.5,
      rescue: 0,
    });
  });

  test('flat: 600 in every one', () => {
    expect(of.get('flat')).toMatchObject({ expected: 600, p50: 600, p90: 600, runsOut: 0, refills: 0 });
  });

  test('by volume is the cheapest up to 500 MB; at 600 both cost the same', () => {
    expect(of.get('by-volume')?.cheapest).toBe(0.55);
    expect(of.get('flat')?.cheapest).toBe(0.45);
  });

  test('certainty costs 50 on average, and so does having nothing to buy later', () => {
    expect(best.cheapest).toEqual({ id: 'by-volume', price: 0 });
    expect(best.safest).toEqual({ id: 'flat', price: 50 });
    expect(best.simplest).toEqual({ id: 'flat', price: 50 });
  });

  test('ten scenarios do not tell 550 from 600, where the difference is ±290', () => {
    expect(of.get('flat')?.tie).toBe(1);
  });
});

describe('running out', () => {
  const { judged, best, of } = judge([FLAT_600, BY_VOLUME, ONCE]);

  test('who has 500 MB and no more takes another card as well in five of ten scenarios: 300 + 600 / 2', () => {
    expect(of.get('once')).toMatchObject({ runsOut: 0.5, expected: 600, rescue: 300, p50: 300, p90: 900 });
  });

  test('a choice that runs out in more than one of ten is named in no regard, and listed last', () => {
    expect(judged.map(({ id }) => id)).toEqual(['by-volume', 'flat', 'once']);
    expect(judged.at(-1)?.tie).toBe(2);
    expect([best.cheapest.id, best.safest.id, best.simplest.id]).not.toContain('once');
  });

  test('it may still be the cheapest where it serves: alone from 400 MB on (300 < 400, 500), with another at 300', () => {
    expect(of.get('once')?.cheapest).toBe(0.25);
    expect(of.get('by-volume')?.cheapest).toBe(0.25 + 0.05);
  });

  test('where everything runs out, the one that does so least is named', () => {
    const less = choiceOf('less', [
      cardOf([plan({ fee: fee(1, undefined, 1), allowances: [allowance('data', 200 * MB)] }, 'less')]),
    ]);
    expect(judge([ONCE, less]).best.cheapest.id).toBe('once');
  });
});

describe('choices that cannot be told apart', () => {
  const at = (low: number, high: number, id: string): Uncertain<Offer> => {
    const offer = flat(0, id);
    const amount = { recorded: money(low), low: money(low), high: money(high) } as unknown as Money;
    return {
      ...offer,
      brand: id,
      terms: { ...offer.terms, fee: { phases: [{ amount, every: days(30), times: null }], proration: null } },
    };
  };
  const range = (low: number, high: number, id: string) => choiceOf(id, [cardOf([at(low, high, id)])]);

  test('prices that never meet are told apart', () => {
    expect(judge([range(500, 550, 'a'), range(560, 700, 'b')], { count: 320 }).judged.map(({ tie }) => tie)).toEqual([
      1, 2,
    ]);
  });

  test('a price that may rise above the other is not', () => {
    expect(judge([range(500, 800, 'a'), range(690, 700, 'b')], { count: 320 }).judged.map(({ tie }) => tie)).toEqual([
      1, 1,
    ]);
  });

  test('an open price is in the middle in half of the worlds and at each end in a quarter: (500 + 2 × 650 + 800) / 4', () => {
    expect(judge([range(500, 800, 'a')], { count: 320 }).judged[0]).toMatchObject({
      expected: 650,
      p50: 650,
      p90: 800,
    });
  });
});

describe('cards that are used together', () => {
  const PHONE = plan({ fee: fee(200, days(30)), allowances: [allowance('data', 250 * MB)] }, 'phone');
  const SPARE = pack({ fee: fee(70, undefined, 1), allowances: [allowance('data', 200 * MB)] }, 'spare');

  test('the first gives what it has, the second buys for the rest: 250 MB, then 70 for each 200 MB', () => {
    const second = {
      ...cardOf([flat(0, 'base'), SPARE], ['spare']),
      purchases: [{ offer: 'base', at: localSecondOf(START) }],
    };
    const noBuckets = {
      ...second,
      offers: new Map([
        ['base', plan({}, 'base')],
        ['spare', SPARE],
      ]),
    };
    const { of } = judge([choiceOf('two', [cardOf([PHONE]), noBuckets])]);
    // 100 and 200 MB: none; 300 and 400: one; 500, 600: two; 700, 800: three; 900, 1000: four of 70 each.
    expect(of.get('two')).toMatchObject({ expected: 200 + 70 * 2, refills: 2, p50: 200 + 140, runsOut: 0 });
  });

  test('the total of each is changed into the common currency', () => {
    const dollars = { ...cardOf([flat(3)]), ratio: { num: 500, den: 1 } };
    expect(judge([choiceOf('foreign', [dollars])]).of.get('foreign')?.expected).toBe(1500);
  });

  test('a use that no card carries is not served', () => {
    expect(judge([choiceOf('mute', [{ ...cardOf([flat(3)]), carries: ['voice'] }])]).of.get('mute')?.runsOut).toBe(1);
  });
});

describe('calls over the internet', () => {
  const CALL: Scenarios = {
    period: TERMS.period,
    slots: [{ stream: { kind: 'voice', to: 'national-mobile' }, second: 12 * 3600, step: 1 }],
    draw: (_, amounts) => amounts.fill(90),
  };

  test('a minute and a half at 60 MB a minute takes 90 MB, of 20 MB packs for 100: five', () => {
    const small = plan({ fee: fee(100, undefined, 1), allowances: [allowance('data', 20 * MB)] }, 'volume');
    const choice = { ...choiceOf('net', [cardOf([small], ['volume'])]), callBytesPerMinute: 60 * MB };
    expect(judge([choice], { scenarios: CALL }).of.get('net')).toMatchObject({ expected: 500, refills: 4, runsOut: 0 });
  });
});

describe('the simplest', () => {
  test('has fewest cards, then fewest purchases and formalities together, then the least cost', () => {
    const plain = choiceOf('plain', [cardOf([flat(900)])], 1);
    const formal = choiceOf('formal', [cardOf([flat(500)])], 2);
    const two = choiceOf('two', [cardOf([flat(100)]), { ...cardOf([plan({}, 'other')]), carries: ['voice'] as const }]);
    expect(judge([formal, plain, two]).best.simplest).toEqual({ id: 'plain', price: 800 });
  });

  test('is not the dearer one for a pack that is hardly ever bought', () => {
    // 300 for 900 MB, and 100 more in the one scenario of 1000 MB
    const nearly = plan({ fee: fee(300, undefined, 1), allowances: [allowance('data', 900 * MB)] }, 'nearly');
    const more = pack({ fee: fee(100, undefined, 1), allowances: [allowance('data', 100 * MB)] }, 'more');
    const rare = choiceOf('rare', [cardOf([nearly, more], ['more'])]);
    const dear = choiceOf('dear', [cardOf([flat(900)])]);
    const { best, of } = judge([rare, dear]);
    expect(of.get('rare')?.refills).toBeCloseTo(0.1, 9);
    expect(best.simplest).toEqual({ id: 'rare', price: 0 });
  });
});

test('it rests between steps and comes to the same', () => {
  const request = {
    choices: [FLAT_600, BY_VOLUME],
    scenarios: TEN,
    worlds: drawWorlds([], 1),
    terms: TERMS,
    count: 30_000,
  };
  const steps = [...judgeStepwise(request)];
  expect(steps.length).toBeGreaterThan(2);
  expect(steps.every(({ done }, index) => index === 0 || done >= (steps[index - 1]?.done ?? 0))).toBe(true);
});

test('what cannot be judged is refused', () => {
  expect(() => judge([])).toThrow(RangeError);
  expect(() => judge([FLAT_600, FLAT_600])).toThrow(RangeError);
  expect(() => judge([FLAT_600], { count: 0 })).toThrow(RangeError);
});
