import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Fact, judgeFormalities, type Situation, type Step } from '@simwise/advisor';
import type { Language } from '@simwise/catalog';
import { compileCatalog, loadCatalog } from '@simwise/catalog/build';
import { day, parseDay } from '@simwise/engine';
import { describe, expect, test } from 'vitest';
import { MESSAGES } from '../all-languages.ts';
import { Wording } from '../index.ts';
import { choiceFormalitiesAnswer, formalityAnswer, outcomeAnswer } from './formality-answer.ts';
import {
  dependsTexts,
  effortText,
  factText,
  formalitySentence,
  questionText,
  standingText,
  stepText,
  stepTexts,
} from './wording.ts';

const { catalog: loaded } = loadCatalog(join(dirname(fileURLToPath(import.meta.url)), '../../../../catalog/kz'));
if (!loaded) throw new Error('the catalogue does not load');
const catalog = compileCatalog(loaded);
const wordingIn = (language: Language) => new Wording(MESSAGES[language], language, catalog);
const en = wordingIn('en');

const SITUATION: Situation = {
  day: parseDay('2026-12-01'),
  localCard: true,
  roamingCard: false,
  localNumber: true,
  brands: ['beeline'],
  appPass: false,
  citizen: 'foreign',
  eResident: null,
  taxNumber: false,
  holdsLocalNumber: false,
  numbersHeld: null,
  conditions: [],
  handsetBought: 'abroad',
  handsetUsedSince: null,
  daysWithLocalCard: 300,
  places: null,
};
const outcomes = judgeFormalities(catalog, SITUATION);

describe('facts in words', () => {
  const DAY = parseDay('2025-03-24');
  const FACTS: readonly (readonly [Fact, string])[] = [
    [{ fact: 'localCard', is: true }, 'you take a local card'],
    [{ fact: 'taxNumber', is: false }, 'you have no tax number (IIN)'],
    [{ fact: 'citizen', is: 'home' }, 'you are a citizen of the country'],
    [{ fact: 'handsetBought', is: 'abroad' }, 'the phone was bought abroad'],
    [{ fact: 'brands', is: false, brands: ['izi'] }, 'you take no card of izi'],
    [{ fact: 'condition', is: true, condition: 'corporate' }, 'you buy for a company'],
    [{ fact: 'numbersHeld', is: 1 }, 'you hold 1 number'],
    [{ fact: 'handsetUsedBefore', is: false, day: DAY }, 'the phone was not used with a local card before 24 Mar 2025'],
    [{ fact: 'daysWithLocalCard', is: 31, limit: 30 }, 'the local card is used for 31 days'],
    [{ fact: 'places', is: true, places: ['Almaty', 'Алматы', '阿拉木图'] }, 'you go to Almaty'],
    [{ fact: 'since', is: false, day: DAY }, 'it takes force on 24 Mar 2025, after your first day'],
  ];

  test.each(FACTS.map(([fact, text]) => [text, fact] as const))('%s', (text, fact) => {
    expect(factText(catalog, fact, en)).toBe(text);
  });

  test('a place is named in the script of the reader', () => {
    const fact = { fact: 'places', is: null, places: ['Almaty', 'Алматы', '阿拉木图'] } as const;
    expect(questionText(fact, wordingIn('zh'))).toBe('您去阿拉木图吗？');
    expect(questionText(fact, wordingIn('ru'))).toBe('Будете ли вы здесь: Алматы?');
  });
});

describe('steps in words', () => {
  const buy: Step = { code: 'buy', day: day(20_800), card: 0, offer: 'maya-kz-10gb-15d' };
  const register: Step = { code: 'formality', day: day(20_800), by: parseDay('2026-12-30'), rule: 'handset-register' };

  test('a last day and what it takes stand with a step', () => {
    expect(stepText(catalog, register, en)).toBe(
      'Register the phone (IMEI), by 30 Dec 2026 at the latest (4 working hours)',
    );
  });

  test('a run of the same purchase is told once', () => {
    expect(stepTexts(catalog, [buy, buy, buy, register], en)).toEqual([
      'Buy: Maya Mobile Kazakhstan 10 GB / 15 day(s) (3 times)',
      stepText(catalog, register, en),
    ]);
  });

  test('what nobody says is said to be unknown', () => {
    expect(effortText(null, en)).toBe('how long it takes is not known');
    expect(effortText({ visit: null, wait: null }, en)).toBe('how long it takes is not known');
    expect(effortText({ visit: true, wait: { count: 1, unit: 'working-day' } }, en)).toBe('in person, 1 working day');
  });
});

describe('outcomes for programs', () => {
  test('each names its rule, why, what is missing, and whether the law is known', () => {
    const register = outcomes.find(({ rule }) => rule.id === 'handset-register');
    expect(register && outcomeAnswer(catalog, register, en)).toMatchObject({
      outcome: 'unknown',
      missing: [
        { fact: 'handsetUsedBefore', is: null, text: 'Was the phone used with a local card before 24 Mar 2025?' },
      ],
      law: null,
    });
    const draft = outcomes.find(({ rule }) => rule.id === 'portability-sixty-days');
    expect(draft && outcomeAnswer(catalog, draft, en)).toMatchObject({ outcome: 'unknown', missing: [], law: 'draft' });
  });

  test('what does not apply is left out of a choice', () => {
    const answer = choiceFormalitiesAnswer(
      catalog,
      { formalities: outcomes, steps: [], hassle: { cards: 1, steps: 0, points: 1 } },
      en,
    );
    expect(answer.formalities.map(({ outcome }) => outcome)).not.toContain('does-not-apply');
  });

  test.each(['zh', 'en', 'ru', 'kk'] as const)('every rule has its sentences and sources in %s', (language) => {
    for (const rule of catalog.formalities) {
      const answer = formalityAnswer(catalog, rule, wordingIn(language));
      expect(answer.title).toBe(rule.title[language]);
      expect(answer.sources.map(({ id }) => id)).toEqual(rule.sources);
      expect(formalitySentence(catalog, rule.id, wordingIn(language))).toContain(rule.text[language]);
      expect(standingText(rule, wordingIn(language))).not.toMatch(/undefined|NaN/);
    }
  });

  test('only rules that ask something of the person wait for answers aloud', () => {
    const texts = dependsTexts(outcomes, en);
    expect(texts.some((text) => text.startsWith('Register the phone (IMEI): '))).toBe(true);
    expect(texts.join('\n')).not.toContain('e-resident');
  });
});
