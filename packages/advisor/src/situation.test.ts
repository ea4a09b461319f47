import type { CompiledCatalog, CompiledOffer } from '@simwise/catalog';
import { day, parseDay } from '@simwise/engine';
import { coverRoute } from '@simwise/places';
import { describe, expect, test } from 'vitest';
import { realFacts } from '../../places/test/real-data.ts';
import { builtCatalog } from '../test/people.ts';
import { completeDevice, completePerson } from './person.ts';
import { isLocalCard, situationOf, type Trip } from './situation.ts';
import { completeStay } from './stay.ts';
import { parseStay, type StayInput } from './stay-input.ts';

const catalog: CompiledCatalog = builtCatalog();
const START = parseDay('2026-12-01');

function offer(id: string): CompiledOffer {
  const found = catalog.offers.find((candidate) => candidate.id === id);
  if (!found) throw new Error(id);
  return found;
}

const held = (id: string, later = 0) => ({ offers: [offer(id)], from: day(START + later) });
const tripWith = (input: StayInput): Trip => ({
  stay: completeStay(catalog, { start: '2026-12-01', days: 40, ...input }, START),
  route: null,
});

describe('which cards are cards of the country', () => {
  test.each([
    ['beeline-prostoy', true],
    ['kz-reference-phone-2025', true],
    ['maya-kz-10gb-15d', false],
    ['o-kg-roaming-100mb', false],
    ['tele2-ru-internet-cis-europe-day', false],
  ] as const)('%s: %s', (id, isLocal) => {
    expect(isLocalCard(catalog, held(id))).toBe(isLocal);
  });

  test('a poster read off a wall is one of the country', () => {
    const poster = { ...offer('beeline-prostoy'), id: 'poster-1', brand: 'poster' };
    expect(isLocalCard(catalog, { offers: [poster], from: START })).toBe(true);
  });
});

describe('what the rules ask about', () => {
  test('days count from the first local card, not from the first day', () => {
    const days = (later: number) =>
      situationOf(catalog, tripWith({}), [held('beeline-prostoy', later)]).daysWithLocalCard;
    expect([days(0), days(10), days(39)]).toEqual([40, 30, 1]);
    expect(situationOf(catalog, tripWith({}), [held('maya-kz-10gb-15d')]).daysWithLocalCard).toBe(0);
  });

  test('a citizen is told by the country of the passport', () => {
    const citizen = (code: string | undefined) =>
      situationOf(catalog, tripWith(code ? { person: { citizen: code } } : {}), [held('beeline-prostoy')]).citizen;
    expect([citizen('KZ'), citizen('CN'), citizen(undefined), citizen('unknown')]).toEqual([
      'home',
      'foreign',
      null,
      null,
    ]);
  });

  test('who holds a card of the country holds a number; who says nothing may or may not', () => {
    const holds = (person: NonNullable<StayInput['person']>) =>
      situationOf(catalog, tripWith({ person }), [held('beeline-prostoy')]).holdsLocalNumber;
    expect(holds({ customerOf: ['kcell'] })).toBe(true);
    expect(holds({ customerOf: ['o-kg'] })).toBeNull();
    expect(holds({ numbersHeld: 0, customerOf: ['kcell'] })).toBe(false);
    expect(holds({})).toBeNull();
  });

  test('a card of which nobody says whether it has a number leaves that open', () => {
    const { number, ...rest } = offer('maya-kz-10gb-15d');
    expect(number).toBe('none');
    expect(situationOf(catalog, tripWith({}), [{ offers: [rest], from: START }]).localNumber).toBeNull();
  });
});

describe('the places of a route', () => {
  const placesOf = (...names: string[]) => {
    const trip = tripWith({ places: names });
    const route = coverRoute(realFacts(), trip.stay.places);
    return situationOf(catalog, { ...trip, route }, []).places;
  };

  test('are known under all their names, whichever was said', () => {
    expect(placesOf('Алма-Ата')).toEqual(expect.arrayContaining(['алма-ата', 'almaty', 'алматы', '阿拉木图']));
    expect(placesOf('Нур-Султан')).toContain('astana');
    expect(situationOf(catalog, tripWith({}), []).places).toBeNull();
  });

  test('of a region are not the city of that name', () => {
    expect(placesOf('Saty')).not.toContain('almaty');
    expect(placesOf('Saty')).not.toContain('алматы');
  });
});

describe('the person and the phone as stated', () => {
  test('nothing said is nothing known', () => {
    expect(completePerson({})).toEqual({
      conditions: [],
      customerOf: [],
      citizen: null,
      eResident: null,
      taxNumber: null,
      numbersHeld: null,
    });
    expect(completeDevice({})).toEqual({ esim: true, simSlots: 1, bought: null, usedHereSince: null });
  });

  test('"unknown" says as little as saying nothing', () => {
    expect(
      completePerson({ citizen: 'unknown', taxNumber: 'unknown', eResident: 'unknown', numbersHeld: 'unknown' }),
    ).toEqual(completePerson({}));
    expect(completeDevice({ bought: 'unknown', usedHereSince: 'unknown' })).toEqual(completeDevice({}));
  });

  test('a month or a year is the span of its days', () => {
    expect(completeDevice({ usedHereSince: '2025-02' }).usedHereSince).toEqual([
      parseDay('2025-02-01'),
      parseDay('2025-02-28'),
    ]);
    expect(completeDevice({ usedHereSince: '2024' }).usedHereSince).toEqual([
      parseDay('2024-01-01'),
      parseDay('2024-12-31'),
    ]);
    expect(completeDevice({ usedHereSince: 'never' }).usedHereSince).toBe('never');
  });

  test.each([
    [{ person: { citizen: 'kz' } }],
    [{ person: { numbersHeld: -1 } }],
    [{ person: { taxNumber: 'yes' } }],
    [{ device: { bought: 'somewhere' } }],
    [{ device: { usedHereSince: 'last year' } }],
    [{ device: { usedHereSince: '2025-13' } }],
    [{ person: { passport: 'N1234567' } }],
  ])('%j is refused', (input) => {
    expect(() => parseStay(input)).toThrow('bad-stay');
  });
});
