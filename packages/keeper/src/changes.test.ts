import { formatLocal, localSecondOf, parseDay } from '@simwise/engine';
import { describe, expect, it } from 'vitest';
import { at, CATALOG, cardOf, GB, keeperOf, say, state } from '../test/cards.ts';
import { addCard, changeCard, findCard, record, removeCard, type Said, setAlerts, undo } from './changes.ts';
import { forecastCard } from './foresee.ts';
import { addAdvised } from './from-advice.ts';
import { newKeeper, readKeeperFile, writeKeeperFile } from './keeper-file.ts';
import { KeeperRefused } from './refusal.ts';

function refusal(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof KeeperRefused) return error.refusal.code;
    throw error;
  }
  return 'nothing refused';
}

const start = localSecondOf(parseDay('2026-12-01'));
const add = (name: string, ...offers: string[]) =>
  addCard(keeperOf('monthly', '2026-12-01'), CATALOG, { name, offers: offers.map((offer) => ({ offer, start })) });

describe('a card', () => {
  it('is refused without exactly one plan, in two currencies, with a taken name or one like a number', () => {
    expect(refusal(() => add('Two', 'monthly', 'promo'))).toBe('not-one-plan');
    expect(refusal(() => add('None', 'gigabyte'))).toBe('not-one-plan');
    expect(refusal(() => add('Mixed', 'monthly', 'esim'))).toBe('not-one-plan');
    expect(refusal(() => add('mine', 'monthly'))).toBe('name-taken');
    expect(refusal(() => add('+7 701 123 45 67', 'monthly'))).toBe('bad-name');
    expect(refusal(() => add('a\nb', 'monthly'))).toBe('bad-name');
    expect(refusal(() => add('a\u202eb', 'monthly'))).toBe('bad-name');
    expect(refusal(() => add(' ', 'monthly'))).toBe('bad-name');
    expect(refusal(() => add('New', 'monthley'))).toBe('no-such-offer');
  });

  it('may buy one plan again and again, as travel cards do', () => {
    const later = localSecondOf(parseDay('2026-12-16'));
    const offers = [
      { offer: 'esim', start },
      { offer: 'esim', start: later },
    ];
    expect(addCard(newKeeper('k'), CATALOG, { name: 'Trip', offers }).card.offers).toHaveLength(2);
  });

  it('is found by name, by id, and without either where it is the only one', () => {
    const one = keeperOf('monthly', '2026-12-01');
    expect(findCard(one).id).toBe('card-1');
    expect(findCard(one, 'MINE').id).toBe('card-1');
    expect(refusal(() => findCard(one, 'other'))).toBe('no-such-card');
    expect(refusal(() => findCard(newKeeper('k')))).toBe('no-card-held');
    const two = add('Second', 'promo').keeper;
    expect(findCard(two, 'card-2').name).toBe('Second');
    expect(refusal(() => findCard(two))).toBe('which-card');
    expect(findCard(removeCard(two, findCard(two, 'Second'))).name).toBe('Mine');
  });

  it('is changed in what is said and nothing else', () => {
    const keeper = changeCard(keeperOf('monthly', '2026-12-01'), cardOf('monthly', '2026-12-01'), { idleDays: 90 });
    expect(findCard(keeper)).toEqual({ ...cardOf('monthly', '2026-12-01'), idleDays: 90 });
    expect(findCard(changeCard(keeper, findCard(keeper), { idleDays: null }))).toEqual(cardOf('monthly', '2026-12-01'));
  });
});

describe('what is said of a card', () => {
  const keeper = keeperOf('monthly', '2026-12-01');
  const saying = (said: Said, now = '2026-12-10T12:00:00') =>
    refusal(() => record(keeper, findCard(keeper), { said, now: at(now), catalog: CATALOG }));

  it('is refused where it cannot be', () => {
    expect(saying(state('2026-12-10T12:00:01', '300.00 KZT'))).toBe('in-the-future');
    expect(saying(state('2026-11-30T23:59:59', '300.00 KZT'))).toBe('before-the-card');
    expect(saying(state('2026-12-10T12:00:00', '300.00 USD'))).toBe('other-currency');
    expect(saying(state('2026-12-10T12:00:00'))).toBe('nothing-said');
    expect(saying({ is: 'purchase', at: '2026-12-10T12:00:00', offer: 'nothing' })).toBe('no-such-offer');
    const of = { offer: 'monthly', index: 7 };
    const left = [{ kind: 'data' as const, units: 1, of }];
    expect(saying({ is: 'state', at: '2026-12-10T12:00:00', from: 'typed', left })).toBe('no-such-allowance');
  });

  it('can be undone, the last first, and stays in the history', () => {
    const said = say(
      say(keeper, state('2026-12-02T00:00:00', '300.00 KZT')),
      state('2026-12-03T00:00:00', '200.00 KZT'),
    );
    const once = undo(said, findCard(said));
    expect(once.undone.id).toBe(2);
    const twice = undo(once.keeper, once.card);
    expect(twice.card.entries.map(({ id, undone }) => [id, undone])).toEqual([
      [1, true],
      [2, true],
    ]);
    expect(refusal(() => undo(twice.keeper, twice.card))).toBe('nothing-to-undo');
    expect(refusal(() => undo(said, findCard(said), 9))).toBe('no-such-entry');
    expect(undo(said, findCard(said), 1).undone.id).toBe(1);
    // A new entry never takes the number of one that was undone.
    expect(findCard(say(twice.keeper, state('2026-12-04T00:00:00', '1.00 KZT'))).entries.at(-1)?.id).toBe(3);
  });

  it('counts as if it had never been said once it is undone', () => {
    const said = say(keeper, state('2026-12-02T00:00:00', '300.00 KZT', { kind: 'data', units: GB }));
    const forecast = (each: typeof keeper) => forecastCard(CATALOG, findCard(each), { now: at('2026-12-05T00:00:00') });
    expect(forecast(said).outlook?.now.balance).not.toBeNull();
    expect(forecast(undo(said, findCard(said)).keeper).outlook?.now).toEqual(forecast(keeper).outlook?.now);
  });

  it('is told to contradict itself', () => {
    const doubts = (...said: Said[]) =>
      forecastCard(CATALOG, cardOf('monthly', '2026-12-01', said), { now: at('2026-12-20T00:00:00') }).doubts;
    // 5 GB more than before, and no renewal between.
    const more = doubts(
      state('2026-12-05T00:00:00', undefined, { kind: 'data', units: 10 * GB }),
      state('2026-12-06T00:00:00', undefined, { kind: 'data', units: 15 * GB }),
    );
    expect(more).toEqual([{ code: 'surplus', at: at('2026-12-06T00:00:00'), kind: 'data', units: 5 * GB, entry: 2 }]);
    const rich = doubts(state('2026-12-05T00:00:00', '100.00 KZT'), state('2026-12-06T00:00:00', '600.00 KZT'));
    expect(rich).toMatchObject([{ code: 'surplus', kind: 'money', units: 500_00, entry: 2 }]);
    const told = doubts(
      state('2026-12-05T00:00:00', '100.00 KZT'),
      { is: 'top-up', at: '2026-12-05T12:00:00', amount: '500.00 KZT' },
      state('2026-12-06T00:00:00', '600.00 KZT'),
    );
    expect(told).toEqual([]);
    const twice = doubts(state('2026-12-05T00:00:00', '100.00 KZT'), state('2026-12-05T00:00:00', '90.00 KZT'));
    expect(twice).toEqual([{ code: 'contradiction', at: at('2026-12-05T00:00:00'), entry: 2, other: 1 }]);
  });
});

describe('an advice', () => {
  const choice = {
    rank: 2,
    cards: [{ offers: [{ id: 'monthly', name: 'Monthly' }] }, { offers: [{ id: 'esim', name: 'Trip 12345678' }] }],
    purchases: [
      { day: '2026-12-01', offer: 'monthly', card: 0 },
      { day: '2026-12-03', offer: 'gigabyte', card: 0 },
      { day: '2026-12-02', offer: 'esim', card: 1 },
    ],
  };
  const answer = { stay: {}, best: { overall: choice, phone: null, data: null, pair: choice }, choices: [choice] };

  it('becomes its cards in one step', () => {
    const { keeper, cards } = addAdvised(newKeeper('k'), CATALOG, { answer, expected: { data: '1GB/day' } });
    expect(keeper.cards).toEqual(cards);
    expect(cards.map(({ name, offers }) => [name, offers.map(({ offer, start: from }) => `${offer} ${from}`)])).toEqual(
      [
        ['Monthly', ['monthly 2026-12-01T00:00:00', 'gigabyte 2026-12-03T00:00:00']],
        // A name holds no more than four digits.
        ['Trip', ['esim 2026-12-02T00:00:00']],
      ],
    );
    const again = addAdvised(keeper, CATALOG, { answer, choice: 2 });
    expect(again.cards.map(({ name }) => name)).toEqual(['Monthly 2', 'Trip 2']);
  });

  it('is refused where it is none, or has no such choice', () => {
    expect(refusal(() => addAdvised(newKeeper('k'), CATALOG, { answer: { cards: [] } }))).toBe('not-an-advice');
    expect(refusal(() => addAdvised(newKeeper('k'), CATALOG, { answer, choice: 'phone' }))).toBe('not-an-advice');
    expect(refusal(() => addAdvised(newKeeper('k'), CATALOG, { answer, choice: 7 }))).toBe('not-an-advice');
  });
});

describe('the keeper file', () => {
  it('is read as it was written', () => {
    const said = [state('2026-12-02T00:00:00', '-3.50 KZT', { kind: 'data', units: GB })];
    const keeper = setAlerts(keeperOf('monthly', '2026-12-01', said), { hour: 7, used: [] });
    expect(readKeeperFile(writeKeeperFile(keeper))).toEqual(keeper);
  });

  it('is refused where a value in it cannot be', () => {
    const card = { ...cardOf('monthly', '2026-12-01'), name: '77011234567' };
    const broken = { ...newKeeper('k'), cards: [card] };
    expect(refusal(() => readKeeperFile(JSON.stringify(broken)))).toBe('damaged-file');
    expect(refusal(() => setAlerts(newKeeper('k'), { hour: 24 }))).toBe('bad-alerts');
  });

  it('tells the time in which a card was bought on the clock of the country', () => {
    expect(formatLocal(start)).toBe(cardOf('monthly', '2026-12-01').offers[0]?.start);
  });
});
