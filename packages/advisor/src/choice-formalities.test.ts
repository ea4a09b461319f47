import { day, formatDay, parseDay } from '@simwise/engine';
import { describe, expect, test } from 'vitest';
import { builtCatalog } from '../test/people.ts';
import { type Advice, advise } from './advise.ts';
import type { Choice } from './choice.ts';
import { completeStay } from './stay.ts';
import type { StayInput } from './stay-input.ts';

const catalog = builtCatalog();

function adviceFor(input: StayInput): Advice {
  return advise(catalog, completeStay(catalog, { start: '2026-12-01', ...input }, parseDay('2026-12-01')));
}

/** Longer than the 30 days of an unregistered phone. */
const days = 40;
const student = adviceFor({
  preset: 'student',
  days,
  person: { citizen: 'CN', taxNumber: false },
  device: { bought: 'abroad', usedHereSince: 'never' },
});
const withTenNumbers = adviceFor({
  preset: 'resident',
  days,
  person: { citizen: 'KZ', taxNumber: true, numbersHeld: 10 },
});
const tourist = adviceFor({ preset: 'tourist' });

const isPhone = ({ kind }: Choice) => kind === 'phone';

describe('an advice with formalities', () => {
  test('every choice has every rule judged, steps in order of their days, and its trouble', () => {
    for (const { formalities, steps, hassle, cards } of [...student.choices, ...tourist.choices]) {
      expect(formalities.map(({ rule }) => rule.id)).toEqual(catalog.formalities.map(({ id }) => id));
      expect(steps.map((step) => step.day)).toEqual(steps.map((step) => step.day).toSorted((a, b) => a - b));
      expect(hassle).toEqual({ cards: cards.length, steps: steps.length, points: cards.length + steps.length });
    }
  });

  test('every purchase is a step', () => {
    for (const { steps, cards } of tourist.choices) {
      const bought = steps.filter(({ code }) => code !== 'formality');
      expect(bought).toHaveLength(cards.reduce((sum, { purchases }) => sum + purchases.length, 0));
    }
  });

  test('the phone is to be registered by the thirtieth day of its first local card', () => {
    const [phone] = student.choices.filter(isPhone);
    const step = phone?.steps.find((each) => each.code === 'formality' && each.rule === 'handset-register');
    expect(step && step.code === 'formality' && step.by !== null ? formatDay(step.by) : null).toBe('2026-12-30');
    expect(day(parseDay('2026-12-30') - parseDay('2026-12-01') + 1)).toBe(30);
  });

  test('warnings name their rule, and what is unknown in law warns as well', () => {
    const [phone] = student.choices.filter(isPhone);
    const rules = phone?.warnings.flatMap((warning) => (warning.code === 'formality' ? [warning.rule] : []));
    expect(rules).toEqual(['face-check-without-tax-number', 'handset-block', 'handset-without-tax-number']);
  });

  test('a travel eSIM alone is one step and one card', () => {
    const esim = tourist.choices.find(({ kind, steps }) => kind === 'data' && steps.length === 1);
    expect(esim?.hassle).toEqual({ cards: 1, steps: 1, points: 2 });
    expect(esim?.steps.map(({ code }) => code)).toEqual(['install-esim']);
  });

  test('who holds ten numbers is served by no local card, and told why', () => {
    for (const { serves, warnings, kind } of withTenNumbers.choices) {
      if (kind === 'data') continue;
      expect(serves).toBe(false);
      expect(warnings).toContainEqual({ code: 'formality', rule: 'number-limit-reached', blocks: true });
    }
    expect(withTenNumbers.best.phone).toBeNull();
    expect(withTenNumbers.best.overall?.kind ?? 'data').toBe('data');
  });

  test('an advice is the same when it is asked for again', () => {
    expect(adviceFor({ preset: 'tourist' })).toEqual(tourist);
  });
});
