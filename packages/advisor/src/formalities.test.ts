import type { Formality, FormalityConditions } from '@simwise/catalog';
import { type Day, day, parseDay } from '@simwise/engine';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judge, type Outcome } from './formalities.ts';
import type { Situation } from './situation.ts';

const TEXTS = { zh: '规则', en: 'rule', ru: 'правило', kk: 'ереже' };

function ruleWith(when: FormalityConditions, extra: Partial<Formality> = {}): Formality {
  return {
    id: 'rule',
    topic: 'identity',
    when,
    effect: 'information',
    status: 'in-force',
    confidence: 'high',
    sources: ['source'],
    title: TEXTS,
    text: TEXTS,
    ...extra,
  };
}

/** Somebody of whom nothing is known, with a local card for twelve days. */
const STRANGER: Situation = {
  day: parseDay('2026-12-01'),
  localCard: true,
  roamingCard: false,
  localNumber: true,
  brands: ['beeline'],
  appPass: false,
  citizen: null,
  eResident: null,
  taxNumber: null,
  holdsLocalNumber: null,
  numbersHeld: null,
  conditions: [],
  handsetBought: null,
  handsetUsedSince: null,
  daysWithLocalCard: 12,
  places: null,
};

const judgeFor = (when: FormalityConditions, said: Partial<Situation> = {}, extra: Partial<Formality> = {}) =>
  judge(ruleWith(when, extra), { ...STRANGER, ...said });

describe('a rule is judged', () => {
  test('it applies when all its conditions hold, and says which', () => {
    const outcome = judgeFor({ localCard: true, citizen: 'foreign' }, { citizen: 'foreign' });
    expect(outcome.is).toBe('applies');
    expect(outcome.because.map(({ fact }) => fact)).toEqual(['localCard', 'citizen']);
  });

  test('one condition that does not hold decides, whatever else is not known', () => {
    const outcome = judgeFor({ localCard: false, citizen: 'foreign' });
    expect(outcome).toMatchObject({ is: 'does-not-apply', because: [{ fact: 'localCard', is: true }] });
  });

  test('a fact that was not said leaves it open and is asked for', () => {
    const outcome = judgeFor({ localCard: true, taxNumber: false });
    expect(outcome).toMatchObject({ is: 'unknown', missing: [{ fact: 'taxNumber', is: null }], law: null });
  });

  test('a draft never applies, even when all of it holds', () => {
    expect(judgeFor({ localCard: true }, {}, { status: 'draft' })).toMatchObject({
      is: 'unknown',
      missing: [],
      law: 'draft',
    });
    expect(judgeFor({ localCard: false }, {}, { status: 'draft' }).is).toBe('does-not-apply');
  });

  test('what no text answers is unknown, not true', () => {
    expect(judgeFor({ localCard: true }, {}, { status: 'unknown' })).toMatchObject({ is: 'unknown', law: 'unknown' });
  });

  test('a rule that takes force on the first day applies, one that does the day after does not', () => {
    const since = (date: string) => judgeFor({ localCard: true }, {}, { since: parseDay(date) });
    expect(since('2026-12-01').is).toBe('applies');
    expect(since('2026-12-02')).toMatchObject({ is: 'does-not-apply', because: [{ fact: 'since' }] });
  });
});

describe('the thirty days of a phone', () => {
  const atMost = { daysWithLocalCard: { atMost: 30 } };
  const moreThan = { daysWithLocalCard: { moreThan: 30 } };

  test.each([
    [1, 'applies', 'does-not-apply'],
    [30, 'applies', 'does-not-apply'],
    [31, 'does-not-apply', 'applies'],
  ] as const)('%i days', (days, within, beyond) => {
    expect(judgeFor(atMost, { daysWithLocalCard: days }).is).toBe(within);
    expect(judgeFor(moreThan, { daysWithLocalCard: days }).is).toBe(beyond);
  });
});

describe('a phone used here before a day', () => {
  const before = (is: boolean) => ({ handsetUsedBefore: { day: parseDay('2025-03-24'), is } });
  const since = (first: string, last = first): Partial<Situation> => ({
    handsetUsedSince: [parseDay(first), parseDay(last)],
  });

  test.each([
    ['never', { handsetUsedSince: 'never' } as const, 'does-not-apply', 'applies'],
    ['the day before', since('2025-03-23'), 'applies', 'does-not-apply'],
    ['that day', since('2025-03-24'), 'does-not-apply', 'applies'],
    ['some day of that month', since('2025-03-01', '2025-03-31'), 'unknown', 'unknown'],
    ['some day of the year before', since('2024-01-01', '2024-12-31'), 'applies', 'does-not-apply'],
    ['nobody says', {}, 'unknown', 'unknown'],
  ] as const)('%s', (_when, said, wasUsed, wasNot) => {
    expect(judgeFor(before(true), said).is).toBe(wasUsed);
    expect(judgeFor(before(false), said).is).toBe(wasNot);
  });
});

describe('numbers, places and brands', () => {
  test('ten numbers reach the limit, nine do not, and not to say leaves it open', () => {
    const when = { numbersHeld: { atLeast: 10 } };
    expect(judgeFor(when, { numbersHeld: 10 }).is).toBe('applies');
    expect(judgeFor(when, { numbersHeld: 9 }).is).toBe('does-not-apply');
    expect(judgeFor(when).is).toBe('unknown');
  });

  test('a place is known under each of its names, in capitals too', () => {
    const when = { places: ['Almaty', 'Алматы', '阿拉木图'] };
    expect(judgeFor(when, { places: ['алматы'] }).is).toBe('applies');
    expect(judgeFor(when, { places: ['astana', '阿拉木图'] }).is).toBe('applies');
    expect(judgeFor(when, { places: ['astana'] }).is).toBe('does-not-apply');
    expect(judgeFor(when).is).toBe('unknown');
  });

  test('one of the brands is enough', () => {
    expect(judgeFor({ brands: ['izi', 'beeline'] }).is).toBe('applies');
    expect(judgeFor({ brands: ['izi'] }).is).toBe('does-not-apply');
  });

  test('a condition that was not claimed does not hold', () => {
    expect(judgeFor({ condition: 'corporate' }).is).toBe('does-not-apply');
    expect(judgeFor({ condition: 'corporate' }, { conditions: ['corporate'] }).is).toBe('applies');
  });
});

describe('properties', () => {
  const yesNo = fc.boolean();
  const someDay = fc.integer({ min: 20_000, max: 20_800 }).map(day);
  const when: fc.Arbitrary<FormalityConditions> = fc.record(
    {
      localCard: yesNo,
      localNumber: yesNo,
      citizen: fc.constantFrom('home', 'foreign'),
      taxNumber: yesNo,
      holdsLocalNumber: yesNo,
      numbersHeld: fc.record({ atLeast: fc.integer({ min: 1, max: 12 }) }),
      handsetBought: fc.constantFrom('here', 'abroad'),
      handsetUsedBefore: fc.record({ day: someDay, is: yesNo }),
      daysWithLocalCard: fc.oneof(
        fc.record({ atMost: fc.integer({ min: 1, max: 60 }) }),
        fc.record({ moreThan: fc.integer({ min: 1, max: 60 }) }),
      ),
      places: fc.constant(['Almaty']),
    },
    { requiredKeys: [] },
  );
  /** Everything known of somebody. */
  const known: fc.Arbitrary<Situation> = fc.record({
    day: someDay,
    localCard: yesNo,
    roamingCard: yesNo,
    localNumber: yesNo,
    brands: fc.constant(['beeline']),
    appPass: yesNo,
    citizen: fc.constantFrom('home', 'foreign'),
    eResident: yesNo,
    taxNumber: yesNo,
    holdsLocalNumber: yesNo,
    numbersHeld: fc.integer({ min: 0, max: 12 }),
    conditions: fc.constant([]),
    handsetBought: fc.constantFrom('here', 'abroad'),
    handsetUsedSince: fc.oneof(
      fc.constant('never' as const),
      someDay.map((one): readonly [Day, Day] => [one, one]),
    ),
    daysWithLocalCard: fc.integer({ min: 0, max: 400 }),
    places: fc.constantFrom(['almaty'], ['astana']),
  });
  const FORGETTABLE = [
    'localNumber',
    'citizen',
    'taxNumber',
    'holdsLocalNumber',
    'numbersHeld',
    'handsetBought',
    'handsetUsedSince',
    'places',
  ] as const;
  const forgotten = fc.subarray([...FORGETTABLE]);

  test('with everything known nothing is unknown', () => {
    fc.assert(
      fc.property(when, known, (conditions, situation) => judge(ruleWith(conditions), situation).is !== 'unknown'),
    );
  });

  test('an answer given without some facts stays the answer when they are learned', () => {
    fc.assert(
      fc.property(when, known, forgotten, (conditions, situation, names) => {
        const rule = ruleWith(conditions);
        const before = judge(rule, { ...situation, ...Object.fromEntries(names.map((name) => [name, null])) });
        return before.is === 'unknown' || before.is === judge(rule, situation).is;
      }),
    );
  });

  test('what it asks for is what is missing, and answering all of it settles the rule', () => {
    fc.assert(
      fc.property(when, known, forgotten, (conditions, situation, names) => {
        const outcome: Outcome = judge(ruleWith(conditions), {
          ...situation,
          ...Object.fromEntries(names.map((name) => [name, null])),
        });
        if (outcome.is !== 'unknown') return true;
        const asked = new Set(
          outcome.missing.map(({ fact }) => (fact === 'handsetUsedBefore' ? 'handsetUsedSince' : fact)),
        );
        return [...asked].every((fact) => (names as readonly string[]).includes(fact));
      }),
    );
  });
});
