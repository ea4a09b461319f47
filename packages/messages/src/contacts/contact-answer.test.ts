import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Language } from '@simwise/catalog';
import { compileCatalog, loadCatalog } from '@simwise/catalog/build';
import { parseDay } from '@simwise/engine';
import { describe, expect, test } from 'vitest';
import { MESSAGES } from '../all-languages.ts';
import { Wording } from '../index.ts';
import { brandAnswer, dialLink, hasContacts } from './contact-answer.ts';

const { catalog: loaded } = loadCatalog(join(dirname(fileURLToPath(import.meta.url)), '../../../../catalog/kz'));
if (!loaded) throw new Error('the catalogue does not load');
const catalog = compileCatalog(loaded);
const on = parseDay('2026-11-22');

function answerOf(id: string, language: Language = 'en') {
  const brand = catalog.brands.find((candidate) => candidate.id === id);
  if (!brand) throw new Error(id);
  return brandAnswer(catalog, brand, { on, wording: new Wording(MESSAGES[language], language, catalog) });
}

describe('links to dial', () => {
  test.each([
    ['*106#', 'tel:*106%23'],
    ['*111*3#', 'tel:*111*3%23'],
    ['+7 727 3500 500', 'tel:+77273500500'],
    ['116', 'tel:116'],
    ['*130*number#', null],
    ['#330*PIN#', null],
    ['www.kcell.kz', null],
    ['My activ', null],
  ] as const)('%s', (value, link) => {
    expect(dialLink(value)).toBe(link);
  });
});

describe('a brand in full', () => {
  test('every entry has its source and its age, or the word that it is undated', () => {
    for (const { id } of catalog.brands.filter(({ operator }) => operator)) {
      for (const contact of Object.values(answerOf(id).sections).flat()) {
        expect(contact.sources.length).toBeGreaterThan(0);
        expect(contact.ageText).not.toBe('');
        expect(contact.years === null).toBe(contact.seen === null);
      }
    }
  });

  test('Beeline: what is left by *106#, seen 2023, at least two years ago', () => {
    expect(answerOf('beeline').sections.codes[0]).toMatchObject({
      purpose: 'remaining',
      value: '*106#',
      dial: 'tel:*106%23',
      seen: '2023',
      years: 2,
      ageText: 'seen 2023, 2 years ago or more',
    });
  });

  test('what is not on record is said, in the language of the reader', () => {
    expect(answerOf('beeline', 'ru').notKnown.map(({ text }) => text)).toContain('баланс');
    expect(answerOf('izi', 'kk').notKnown.map(({ purpose }) => purpose)).toContain('own-number');
  });

  test('codes of packs come with the packs, closed ones left out', () => {
    const packs = answerOf('beeline').packs;
    expect(packs.find(({ offer }) => offer === 'beeline-internet-paket-plus-5gb')?.codes).toMatchObject({
      activate: '*522*5#',
    });
    expect(packs.some(({ offer }) => offer === 'beeline-mozhnovse7-ext')).toBe(false);
  });

  test('a seller without contacts says so', () => {
    expect(hasContacts(answerOf('airalo'))).toBe(false);
    expect(answerOf('airalo').notKnown).toEqual([]);
    expect(hasContacts(answerOf('altel'))).toBe(true);
  });

  test.each(['zh', 'ru', 'kk'] as const)('nothing is left in English in %s', (language) => {
    const script = language === 'zh' ? /\p{Script=Han}/u : /\p{Script=Cyrillic}/u;
    const answers = catalog.brands.filter(({ operator }) => operator).map(({ id }) => answerOf(id, language));
    const contacts = answers.flatMap(({ sections }) => Object.values(sections).flat());
    const texts = [
      ...answers.map(({ notes }) => notes),
      ...contacts.flatMap(({ detail, purposeText }) => [detail, purposeText]),
    ];
    const shown = texts.filter((text) => text !== null && text !== 'Telegram');
    expect(shown.filter((text) => !script.test(text ?? ''))).toEqual([]);
  });
});
