import { advise, completeStay, type StayInput } from '@simwise/advisor';
import { parseDay } from '@simwise/engine';
import { adviceAnswer, Wording } from '@simwise/messages';
import { MESSAGES } from '@simwise/messages/all';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CATALOG } from '../test/orders.ts';
import { brokenJsonAt, counterCard, readAnswer, requestOf } from './index.ts';

const STAY: StayInput = {
  preset: 'business-trip',
  start: '2026-12-01',
  person: { citizen: 'CN', taxNumber: false },
  device: { bought: 'abroad', usedHereSince: 'never' },
};
const advice = advise(CATALOG, completeStay(CATALOG, STAY, parseDay('2026-12-01')));
const kept = JSON.parse(JSON.stringify(adviceAnswer(CATALOG, advice, new Wording(MESSAGES.kk, 'kk', CATALOG))));

function broken(change: (answer: typeof kept) => void) {
  const copy = structuredClone(kept);
  change(copy);
  const result = readAnswer(CATALOG, copy);
  return result.is === 'broken' ? result.problems : [];
}

describe('an answer that was kept', () => {
  const read = readAnswer(CATALOG, kept);
  const choices = read.is === 'read' ? read.choices : [];

  test('gives the same card as the advice it was kept from, for every choice and in any language', () => {
    expect(choices).toHaveLength(advice.choices.length);
    for (const [index, choice] of advice.choices.entries()) {
      const request = choices[index]?.request;
      expect(request).toEqual(requestOf(choice, advice.stay.start));
      if (request)
        expect(counterCard(CATALOG, request, 'zh')).toEqual(
          counterCard(CATALOG, requestOf(choice, advice.stay.start), 'zh'),
        );
    }
  });
});

describe('a broken answer is refused with its place', () => {
  test.each([
    [
      'an offer nobody sells',
      (a: typeof kept) => {
        a.choices[0].cards[0].offers[0].id = 'beeline-prostoj';
      },
      'choices.0.cards.0.offers.0.id',
    ],
    [
      'a purchase of nothing',
      (a: typeof kept) => {
        a.choices[0].purchases[0].offer = 'x';
      },
      'choices.0.purchases.0.offer',
    ],
    [
      'a rule that is not there',
      (a: typeof kept) => {
        a.choices[0].formalities[0].rule = 'tea';
      },
      'choices.0.formalities.0.rule',
    ],
    [
      'a day no calendar has',
      (a: typeof kept) => {
        a.stay.start = '2026-02-30';
      },
      'stay.start',
    ],
    [
      'a day that is none',
      (a: typeof kept) => {
        a.choices[0].purchases[0].day = 'tomorrow';
      },
      'choices.0.purchases.0.day',
    ],
    [
      'a purchase for a card that is not there',
      (a: typeof kept) => {
        a.choices[0].purchases[0].card = 9;
      },
      'choices.0.purchases.0.card',
    ],
    [
      'a card without offers',
      (a: typeof kept) => {
        a.choices[0].cards[0].offers = [];
      },
      'choices.0.cards.0.offers',
    ],
    [
      'no choices',
      (a: typeof kept) => {
        a.choices = [];
      },
      'choices',
    ],
    [
      'no stay',
      (a: typeof kept) => {
        delete a.stay;
      },
      'stay',
    ],
  ] as const)('%s', (_what, change, path) => {
    expect(broken(change as (answer: typeof kept) => void).map((problem) => problem.path)).toContain(path);
  });

  test.each([[null], [[]], ['text'], [7], [{}], [{ total: { amount: '1.00' } }]])('%j', (document) => {
    expect(readAnswer(CATALOG, document).is).toBe('broken');
  });

  test('no document makes it throw', () => {
    fc.assert(fc.property(fc.jsonValue(), (document) => readAnswer(CATALOG, document).is === 'broken'));
  });
});

describe('where a text stops being JSON', () => {
  test.each([
    ['{}', null],
    ['', { line: 1, col: 1 }],
    ['{"a": 1,}', { line: 1, col: 9 }],
    ['{"a": 1\n"b": 2}', { line: 2, col: 1 }],
    ['{\n  "a": [1, 2\n}', { line: 3, col: 1 }],
    ['{"a": undefined}', { line: 1, col: 7 }],
    ['{"a": 1} {', { line: 1, col: 10 }],
    ['[1, 2', { line: 1, col: 6 }],
    ["{'a': 1}", { line: 1, col: 2 }],
    ['{"a": "text', { line: 1, col: 7 }],
    ['[01]', { line: 1, col: 3 }],
  ] as const)('%j', (text, place) => {
    expect(brokenJsonAt(text)).toEqual(place);
  });

  test('any JSON that is cut short is broken at its end or before', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), (json, at) => {
        const text = json.slice(0, at % (json.length + 1));
        const place = brokenJsonAt(text);
        return place === null || (place.line >= 1 && place.col <= text.length + 1);
      }),
    );
  });
});
