import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileCatalog, loadCatalog } from '@simwise/catalog/build';
import { parseDay } from '@simwise/engine';
import {
  CannotCover,
  type CompiledCells,
  type CompiledCoverage,
  type CoverageFacts,
  coverRoute,
  type Place,
  PlaceIndex,
  type RouteCoverage,
  type Statement,
} from '@simwise/places';
import { describe, expect, test } from 'vitest';
import { type Advice, advise } from './advise.ts';
import type { Choice } from './choice.ts';
import { type CoverageWarning, isCoverageWarning } from './coverage-advice.ts';
import { completeStay } from './stay.ts';
import { parseStay, type StayInput } from './stay-input.ts';

const CATALOG = join(dirname(fileURLToPath(import.meta.url)), '../../../catalog/kz');
const { catalog: loaded } = loadCatalog(CATALOG);
if (!loaded) throw new Error('the catalogue does not load');
const catalog = compileCatalog(loaded);
const TODAY = parseDay('2026-11-22');

// --- a small country: a city where all networks are seen, a village with Kcell only, one with nothing --------------------

const place = (id: string, kind: Place['kind'], population: number | null): Place => {
  return {
    id,
    kind,
    names: { en: id },
    also: [],
    at: { lat: 43, lon: 77 },
    district: null,
    oblast: null,
    near: null,
    population,
  };
};

const INDEX = new PlaceIndex([
  place('city', 'city', 900_000),
  place('kcellville', 'village', null),
  place('nowhere', 'village', null),
]);

const LIST = {
  id: 'list',
  licence: 'CC-BY-SA-4.0',
  credit: 'x',
  address: 'y',
  taken: TODAY,
  inferred: false,
  cells: 9,
};
const CELLS: CompiledCells = {
  format: 1,
  licence: 'CC-BY-SA-4.0',
  notice: 'x',
  lists: [LIST],
  networks: ['beeline', 'kcell', 'tele2'],
  near: {
    city: [0, 1, 2].map((network) => [0, network, 8, 3, 100, TODAY] as const),
    kcellville: [[0, 1, 8, 1, 900, TODAY]],
  },
  areas: {},
  hexagons: { resolution: 6, columns: [] },
};

const COVERAGE: CompiledCoverage = {
  format: 1,
  statements: [],
  speed: [],
  rules: {
    radiusM: { city: 1500, town: 3000, village: 8000, most: 15_000 },
    cityFrom: 100_000,
    ageMonths: { fresh: 18, historic: 48 },
  },
  sources: [],
};

const none = (networks: Statement['networks'], rest: Partial<Statement> = {}): Statement => ({
  id: 'none',
  about: { places: ['nowhere'] },
  networks,
  says: 'none',
  service: 'mobile',
  by: 'official',
  said: [TODAY, TODAY],
  text: { en: 'no signal' },
  sources: [],
  ...rest,
});

function routeOf(
  places: StayInput['places'],
  statements: readonly Statement[] = [],
  rest: Partial<CoverageFacts> = {},
): RouteCoverage {
  const facts: CoverageFacts = {
    index: INDEX,
    coverage: { ...COVERAGE, statements },
    cells: [CELLS],
    credits: [],
    reports: [],
    networks: ['kcell', 'beeline', 'tele2'],
    today: TODAY,
    ...rest,
  };
  const stops = (places ?? []).map((stop) => (typeof stop === 'string' ? { place: stop, days: null } : stop));
  return coverRoute(facts, stops, 12);
}

function adviceOn(input: StayInput, statements: readonly Statement[] = [], rest: Partial<CoverageFacts> = {}): Advice {
  const stay = completeStay(
    catalog,
    parseStay({ preset: 'tourist', days: 12, usage: { data: '100MB/day' }, ...input }),
    TODAY,
  );
  return advise(catalog, stay, { route: input.places ? routeOf(input.places, statements, rest) : null });
}

const networksOf = ({ cards }: Choice) => [...new Set(cards.flatMap(({ offers }) => offers[0]?.facts.networks ?? []))];
/** The first choice of which no other network is on record. */
const firstOn = (advice: Advice, network: string) =>
  advice.choices.find((choice) => networksOf(choice).join() === network);
const warningsOf = (choice: Choice | undefined): CoverageWarning[] =>
  (choice?.warnings ?? []).filter(isCoverageWarning);
const codes = (choice: Choice | undefined) => warningsOf(choice).map(({ code }) => code);
const used = (advice: Advice) => new Set(advice.choices.flatMap(networksOf));

describe('networks are left out', () => {
  test("by the person's rule, under the name of a network or of a brand", () => {
    const advice = adviceOn({ networks: { exclude: ['Билайн', 'activ'] } });
    expect([...used(advice)].filter((network) => network !== 'tele2')).toEqual([]);
    expect(
      advice.compared.leftOut.some(({ reason, brand }) => reason === 'network-excluded' && brand === 'beeline'),
    ).toBe(true);
  });

  test('by an official none for one network at a place of the route', () => {
    const advice = adviceOn({ places: ['city', 'nowhere'] }, [none(['beeline'])]);
    expect(used(advice).has('beeline')).toBe(false);
    expect(used(advice).has('kcell')).toBe(true);
    expect(advice.compared.leftOut.some(({ reason }) => reason === 'network-none')).toBe(true);
  });

  test.each([
    ['that the press reports', none(['beeline'], { by: 'press' })],
    ['without a day', none(['beeline'], { said: null })],
    ['of another place', none(['beeline'], { about: { places: ['elsewhere'] } })],
  ])('but not by a none %s', (_title, statement) => {
    expect(used(adviceOn({ places: ['city', 'nowhere'] }, [statement])).has('beeline')).toBe(true);
  });

  test('but not where no network at all serves the place: every choice says so', () => {
    const advice = adviceOn({ places: ['city', 'nowhere'] }, [none('all')]);
    expect(used(advice).has('beeline')).toBe(true);
    expect(advice.choices.every((choice) => codes(choice).includes('coverage-none'))).toBe(true);
  });

  test('but not because nobody collected a cell', () => {
    expect(used(adviceOn({ places: ['nowhere'] })).size).toBeGreaterThan(1);
  });

  test('and a network nobody knows is refused', () => {
    expect(() => adviceOn({ networks: { exclude: ['Vodafone'] } })).toThrow(CannotCover);
    // market.yaml: no stored page names the network that carries izi.
    expect(() => adviceOn({ networks: { exclude: ['izi'] } })).toThrow('network-not-known');
  });
});

describe('a choice is told', () => {
  test('nothing where its network is seen', () => {
    expect(codes(firstOn(adviceOn({ places: ['city'] }), 'beeline'))).toEqual([]);
  });

  test('where nothing speaks for its network, and the price of a card on one that is seen there', () => {
    const advice = adviceOn({
      places: [
        { place: 'city', days: 10 },
        { place: 'kcellville', days: 2 },
      ],
    });
    const warnings = warningsOf(firstOn(advice, 'beeline'));
    expect(warnings).toMatchObject([
      { code: 'coverage-unknown', networks: ['beeline'], places: [{ id: 'kcellville' }] },
      {
        code: 'second-card',
        network: 'kcell',
        days: 2,
        places: [{ id: 'kcellville' }],
        evidence: 'good',
        currency: 'KZT',
      },
    ]);
    expect(codes(firstOn(advice, 'kcell'))).toEqual([]);
  });

  test('that no other network has evidence there either', () => {
    const warnings = warningsOf(firstOn(adviceOn({ places: ['city', { place: 'nowhere', days: 2 }] }), 'kcell'));
    expect(warnings[1]).toMatchObject({ code: 'second-card', evidence: 'nothing', days: 2 });
    expect(warnings[1]?.code === 'second-card' && warnings[1].network).not.toBe('kcell');
  });

  test('no second card where the press says that no network works', () => {
    const denied = none('all', { says: 'none', by: 'press', said: null, about: { places: ['nowhere'] } });
    const warnings = warningsOf(
      firstOn(adviceOn({ places: ['city', { place: 'nowhere', days: 2 }] }, [denied]), 'kcell'),
    );
    expect(warnings.map(({ code }) => code)).toEqual(['coverage-doubt', 'coverage-unknown']);
  });

  test('that the evidence is old', () => {
    const old = { ...CELLS, near: { city: [[0, 0, 2, 5, 100, parseDay('2015-01-12')] as const] } };
    const warnings = warningsOf(firstOn(adviceOn({ places: ['city'] }, [], { cells: [old] }), 'beeline'));
    expect(warnings).toMatchObject([{ code: 'coverage-hint', networks: ['beeline'], day: parseDay('2015-01-12') }]);
  });

  test('what the press doubts and where the person had no signal', () => {
    const weak = none(['beeline'], { says: 'weak', by: 'press', said: null, about: { places: ['city'] } });
    const report = { network: 'beeline', place: 'city', day: TODAY, worked: false, technology: null };
    const choice = firstOn(adviceOn({ places: ['city'] }, [weak], { reports: [report] }), 'beeline');
    expect(codes(choice)).toEqual(['coverage-doubt', 'coverage-no-signal']);
  });

  test('once, what is said of both networks of a pair', () => {
    const weak = none('all', { says: 'weak', by: 'press', said: null, about: { places: ['city'] } });
    const { choices } = adviceOn({ places: ['city'] }, [weak]);
    for (const choice of choices.filter((each) => networksOf(each).length > 0)) {
      const doubts = warningsOf(choice).filter(({ code }) => code === 'coverage-doubt');
      expect(doubts).toMatchObject([{ networks: expect.toSatisfy((all) => all.length === networksOf(choice).length) }]);
    }
  });

  test('what is said of all networks, where its own is not on record', () => {
    const press = { by: 'press', about: { places: ['nowhere'] } } as const;
    const unknown = (statement: Statement) =>
      adviceOn({ places: ['nowhere'] }, [statement]).choices.find((choice) => networksOf(choice).length === 0);
    expect(warningsOf(unknown(none('all', press)))[0]).toMatchObject({
      code: 'coverage-doubt',
      networks: ['kcell', 'beeline', 'tele2'],
    });
    expect(codes(unknown(none(['beeline'], press)))).not.toContain('coverage-doubt');
  });

  test('that its network is not on record', () => {
    const advice = adviceOn({ places: ['city', 'kcellville'] });
    const unknown = advice.choices.find((choice) => networksOf(choice).length === 0);
    expect(warningsOf(unknown)[0]).toMatchObject({ code: 'coverage-unknown', networks: [] });
    // The city is no reason for a second card: kcellville alone is.
    expect(warningsOf(unknown)[1]).toMatchObject({
      code: 'second-card',
      network: 'kcell',
      places: [{ id: 'kcellville' }],
    });
  });
});

test('a second card costs what the cheapest card on that network costs for those days', () => {
  const route = [
    { place: 'city', days: 10 },
    { place: 'kcellville', days: 2 },
  ];
  const [, second] = warningsOf(firstOn(adviceOn({ places: route }), 'beeline'));
  const alone = adviceOn({ days: 2, networks: { exclude: ['beeline', 'tele2'] } });
  const onKcell = alone.choices.filter((choice) => choice.cards.length === 1 && networksOf(choice).includes('kcell'));
  const middles = onKcell.map(({ total }) => (total.low + (total.high ?? Number.POSITIVE_INFINITY)) / 2);
  if (second?.code !== 'second-card') throw new Error('no second card');
  expect((second.total.low + (second.total.high ?? 0)) / 2).toBeLessThanOrEqual(Math.min(...middles));
});

test('without places an advice is as it was', () => {
  const advice = adviceOn({});
  expect(advice.route).toBeNull();
  expect(advice.choices.some((choice) => warningsOf(choice).length > 0)).toBe(false);
});
