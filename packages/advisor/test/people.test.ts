import { localSecondOf, parseDay } from '@simwise/engine';
import { describe, expect, test } from 'vitest';
import type { Candidate } from '../src/candidates.ts';
import type { RatedCard } from '../src/card-plan.ts';
import { isLocalCard, judgeFormalities, type Outcome, stepsOf } from '../src/index.ts';
import { builtCatalog, cardsOf, PEOPLE, type PersonCase, situationOfPerson, summaryOf } from './people.ts';

const catalog = builtCatalog();

function outcomesOf(person: PersonCase): Outcome[] {
  return judgeFormalities(catalog, situationOfPerson(catalog, person));
}

/** Cards with their purchases, without anything rated: enough for steps. */
function boughtCards(person: PersonCase): RatedCard[] {
  return cardsOf(catalog, person).map(({ offers, from }) => {
    const [plan] = offers;
    const purchases = [{ offer: plan?.id ?? '', at: localSecondOf(from) }];
    return { offers: offers.map((facts) => ({ facts }) as Candidate), purchases } as unknown as RatedCard;
  });
}

describe.each(PEOPLE.map((person) => [person.id, person] as const))('%s', (_id, person) => {
  const outcomes = outcomesOf(person);

  test('exactly these rules apply, wait for the law, and wait for an answer', () => {
    const found = summaryOf(outcomes);
    expect(found.applies.toSorted()).toEqual(person.applies.toSorted());
    expect(found.law.toSorted()).toEqual(person.law.toSorted());
    expect(found.asks).toEqual(person.asks);
  });

  test('the steps come in this order, with these last days', () => {
    const isLocal = (card: RatedCard) =>
      isLocalCard(catalog, { offers: card.offers.map(({ facts }) => facts), from: parseDay('2026-12-01') });
    const steps = stepsOf(boughtCards(person), isLocal, outcomes);
    expect(steps.map((step) => (step.code === 'formality' ? step.rule : step.code))).toEqual(person.steps);
    const deadlines = steps.flatMap((step) =>
      step.code === 'formality' && step.by !== null ? [[step.rule, step.by] as const] : [],
    );
    const expected = Object.entries(person.by ?? {}).map(([rule, by]) => [rule, parseDay(by)] as const);
    expect(deadlines).toEqual(expected);
  });
});

describe('the rules of the catalogue', () => {
  const all = PEOPLE.map(outcomesOf);
  const isMet = (outcome: Outcome) =>
    outcome.is === 'applies' || (outcome.is === 'unknown' && outcome.missing.length === 0);

  test.each(catalog.formalities.map(({ id }) => id))(
    '%s is met by somebody, and does not apply to somebody else',
    (id) => {
      const ofRule = all.flatMap((outcomes) => outcomes.filter(({ rule }) => rule.id === id));
      expect(ofRule.filter(isMet).length).toBeGreaterThan(0);
      expect(ofRule.filter(({ is }) => is === 'does-not-apply').length).toBeGreaterThan(0);
    },
  );

  test('every rule that does not apply says why', () => {
    for (const outcome of all.flat()) {
      if (outcome.is === 'does-not-apply') expect(outcome.because.length).toBeGreaterThan(0);
    }
  });

  test('no rule in force says what the facts mark as not found', () => {
    const open = ['portability-fee', 'number-life', 'handset-without-tax-number', 'face-check-without-tax-number'];
    for (const id of open) expect(catalog.formalities.find((rule) => rule.id === id)?.status).toBe('unknown');
    const sure = catalog.formalities.filter(({ status, topic }) => status === 'in-force' && topic === 'portability');
    for (const { text } of sure) expect(`${text.en} ${text.ru}`).not.toMatch(/tenge|тенге|KZT|free|бесплатн|\bfee\b/i);
  });

  test('every rule has sources, a confidence, texts in four languages, and a date unless all its sources are undated', () => {
    for (const { sources, confidence, title, text, seen, since } of catalog.formalities) {
      expect(sources.length).toBeGreaterThan(0);
      expect(['high', 'medium', 'low']).toContain(confidence);
      const cited = catalog.sources.filter(({ id }) => sources.includes(id));
      expect(cited).toHaveLength(sources.length);
      const isUndated = cited.every((source) => source.seen === undefined);
      expect(seen !== undefined || since !== undefined || isUndated).toBe(true);
      for (const texts of [title, text]) {
        for (const language of ['zh', 'en', 'ru', 'kk'] as const)
          expect(texts[language].trim().length).toBeGreaterThan(3);
        expect(new Set(Object.values(texts)).size).toBe(4);
      }
    }
  });
});
