import { describe, expect, test } from 'vitest';
import { CATALOG, cardFor, LANGUAGES, ORDERS, requestFor } from '../test/orders.ts';
import { type CounterCard, counterCard, counterText, type Part, type PartId } from './index.ts';

const partOf = ({ parts }: CounterCard, id: PartId): Part | undefined => parts.find((part) => part.id === id);
const textsOf = (part: Part | undefined, language = 'ru') =>
  part?.items.flatMap(({ said }) => said?.filter((each) => each.language === language).map(({ text }) => text) ?? []) ??
  [];
const headingOf = (part: Part | undefined, language = 'ru') =>
  part?.heading.find((each) => each.language === language)?.text;

describe('at a shop', () => {
  test('Kazakh and Russian come first, the language of the bearer beneath', () => {
    for (const language of ['zh', 'en'] as const) {
      expect(cardFor('a plan', language).hello.map((each) => each.language)).toEqual(['kk', 'ru', language]);
      expect(cardFor('a plan', language).beneath).toBe(language);
    }
    expect(cardFor('a plan', 'ru').hello.map((each) => each.language)).toEqual(['kk', 'ru']);
    expect(cardFor('a plan', 'kk').beneath).toBeNull();
  });

  test('the tariff stands under the names the brand uses, with its seller', () => {
    expect(partOf(cardFor('a plan'), 'tariff')?.items[0]?.name).toEqual({
      seller: 'Beeline',
      names: ['Қарапайым', 'Простой'],
    });
  });

  test('the recorded price is said with its year, and today’s is asked for', () => {
    const pack = partOf(cardFor('a plan with a pack'), 'packs')?.items[0];
    expect(pack?.note?.find((each) => each.language === 'ru')?.text.replaceAll('\u00a0', ' ')).toBe(
      'По нашим данным: 1 190 ₸ за месяц (2021). Сколько стоит сегодня?',
    );
    expect(pack?.code).toEqual({ value: '*522*5#', dial: 'tel:*522*5%23' });
  });

  test('without packs it says that none are wanted', () => {
    expect(headingOf(partOf(cardFor('a plan'), 'packs'))).toBe('Другие пакеты не нужны');
  });

  test('what is not wanted is what the catalogue knows of the brand, each thing once', () => {
    expect(textsOf(partOf(cardFor('a plan'), 'not'))).toEqual([
      'платная услуга: BeeTV',
      'любые другие платные услуги и подписки',
    ]);
  });

  test('a daily pack that starts by itself is named for its own plan only', () => {
    const ofWeekly = textsOf(partOf(cardFor('a plan with a daily pack that starts by itself'), 'not'));
    expect(ofWeekly).toContain('автоматический ежедневный пакет: Дневной пакет Всё за 490');
    expect(textsOf(partOf(cardFor('a plan'), 'not')).join()).not.toContain('ежедневный пакет');
  });

  test('automatic credit is refused with the code that takes it off', () => {
    const { items = [] } = partOf(cardFor('a plan of a brand with many services'), 'not') ?? {};
    const credit = items.filter(({ said }) => said?.some(({ text }) => text.startsWith('автоматический кредит')));
    expect(credit.map(({ code }) => code?.value).toSorted()).toEqual(['*911*4*5#', '*912*5#']);
    expect(credit.map(({ short }) => short)).toContain('Auto Extra MB');
  });

  test('codes to check are the brand’s own; where none is on record the assistant is asked to show', () => {
    expect(partOf(cardFor('a plan'), 'check')?.items.map(({ code }) => code?.value)).toEqual(['*106#']);
    expect(headingOf(partOf(cardFor('a stand-in of the statistic'), 'check'))).toContain('Покажите, пожалуйста');
  });

  test('help and documents follow from the rules that apply', () => {
    const foreigner = cardFor('a plan');
    expect(textsOf(partOf(foreigner, 'documents'))).toEqual(['паспорт', 'телефон, для которого карта']);
    const citizen = counterCard(
      CATALOG,
      requestFor([{ plan: 'beeline-prostoy', packs: [], later: [] }], ['face-check']),
      'en',
    );
    expect(textsOf(partOf(citizen, 'documents'))).toEqual(['удостоверение личности', 'телефон, для которого карта']);
    const before2026 = counterCard(CATALOG, requestFor([{ plan: 'beeline-prostoy', packs: [], later: [] }], []), 'en');
    expect(partOf(before2026, 'documents')).toBeUndefined();
    expect(partOf(before2026, 'help')).toBeUndefined();
  });

  test('a stand-in asks for the tariff that comes nearest, by its volumes', () => {
    const [item] = partOf(cardFor('a stand-in of the statistic'), 'tariff')?.items ?? [];
    expect(item?.name).toBeUndefined();
    expect(item?.said?.find((each) => each.language === 'en')?.text).toBe('At least 5 GB, 140 mins and 50 SMS');
    expect(item?.note?.find((each) => each.language === 'en')?.text).toContain('5,990 for 30 days (2025)');
  });
});

describe('without a shop', () => {
  test('a travel eSIM needs none: only the bearer’s language, and what to install', () => {
    const card = cardFor('a travel eSIM bought again', 'zh');
    expect(card).toMatchObject({ needsShop: false, hello: [], thanks: [], beneath: null });
    expect(card.title).toEqual([{ language: 'zh', text: '不用去营业厅' }]);
    expect(card.parts.map(({ id }) => id)).toEqual(['online']);
    const names = card.parts[0]?.items.flatMap(({ name }) => name?.names ?? []);
    expect(names).toEqual(['Kazakhstan 10 GB / 15 day(s)', 'Kazakhstan 5 GB / 15 day(s)']);
    expect(textsOf(card.parts[0], 'zh').join('\n')).toMatch(/安装好 eSIM/);
  });

  test('a card from home is ordered there, by its code', () => {
    const [part] = cardFor('a card from home').parts;
    expect(headingOf(part, 'en')).toBe('Order it with O! (Kyrgyzstan) before you travel: you need not go to a shop.');
    expect(part?.items[0]?.code?.value).toBe('*997*500#');
  });

  test('a card ordered in an app still needs the office where a rule asks for it', () => {
    const foreign = cardFor('a card ordered in an app');
    expect(foreign.needsShop).toBe(false);
    expect(foreign.title[0]?.text).toBe('Order for a SIM card');
    const citizen = counterCard(
      CATALOG,
      requestFor([{ plan: 'izi-bundles', packs: [], later: [] }], ['face-check']),
      'en',
    );
    expect(citizen.title[0]?.text).toBe('No shop visit needed');
    expect(textsOf(citizen.parts[0], 'en')).toContain('Pass the face check; the number works only after it');
  });

  test('of a pair only the local card is for the shop', () => {
    const card = cardFor('a phone card and a travel eSIM', 'zh');
    expect(card.parts.map(({ id }) => id)).toEqual(['tariff', 'packs', 'not', 'check', 'help', 'documents', 'online']);
    expect(partOf(card, 'online')?.heading.map(({ language }) => language)).toEqual(['zh']);
  });
});

describe('what every card keeps to', () => {
  const all = Object.keys(ORDERS).flatMap((name) => LANGUAGES.map((language) => [name, language] as const));

  test.each(all)('%s, in %s: each sentence is there in each of its languages', (name, language) => {
    const card = cardFor(name, language);
    const sentences = [
      card.title,
      ...card.parts.flatMap(({ heading, items }) => [heading, ...items.flatMap(({ said, note }) => [said, note])]),
    ];
    for (const said of sentences) {
      for (const { text } of said ?? []) {
        expect(text.trim()).not.toBe('');
        expect(text).not.toMatch(/undefined|NaN|\[object/);
      }
    }
  });

  test.each(all)('%s, in %s: nothing about the bearer is on it', (name, language) => {
    const text = `${counterText(cardFor(name, language))}${JSON.stringify(cardFor(name, language))}`;
    expect(text).not.toMatch(/2026-12-01|1 Dec|1 дек|12月1日|CN\b/);
  });
});
