import { describe, expect, test } from 'vitest';
import { INDEX, realFacts } from '../test/real-data.ts';
import { CannotCover, type CoverageRefusal } from './cannot-cover.ts';
import { distanceKm } from './distance.ts';
import { planRoute, resolvePlace, type StopInput } from './route.ts';
import { coverRoute } from './route-coverage.ts';

const stop = (place: string, days: number | null = null): StopInput => ({ place, days });

function refusalOf(ask: () => unknown): CoverageRefusal {
  try {
    ask();
  } catch (error) {
    if (error instanceof CannotCover) return error.refusal;
    throw error;
  }
  throw new Error('it was not refused');
}

test('legs are straight lines between the places in their order', () => {
  const { legs } = planRoute(INDEX, [stop('Almaty', 3), stop('Astana', 2)]);
  const [almaty, astana] = [INDEX.get('750000000'), INDEX.get('710000000')];
  expect(legs).toHaveLength(1);
  expect(legs[0]?.line?.km).toBeCloseTo(distanceKm(almaty.at ?? { lat: 0, lon: 0 }, astana.at ?? { lat: 0, lon: 0 }));
  // GeoNames has them at 43.25 N 76.92 E and 51.18 N 71.45 E, some 970 km apart.
  expect(Math.round((legs[0]?.line?.km ?? 0) / 10)).toBe(97);
});

test('an end without a position says by which place it is drawn', () => {
  const { legs } = planRoute(INDEX, [stop('Almaty'), stop('Saty'), stop('Kolsai')]);
  expect(legs[0]?.line?.to).toMatchObject({ place: { id: '194461100' }, by: { district: '194400000' } });
  expect(legs[1]?.line?.to.place.id).toBe('kolsai-lakes');
});

test('an end of which only the oblast is known has no line', () => {
  expect(planRoute(INDEX, [stop('Almaty'), stop('Bozzhyra')]).legs[0]?.line).toBeNull();
});

test('others of the same name are told', () => {
  expect(resolvePlace(INDEX, 'Саты').others.map(({ id }) => id)).toEqual(['555653100']);
  // That one has no English name on record: it is found by the sound of its Russian name.
  expect(resolvePlace(INDEX, 'Saty').others.map(({ id }) => id)).toEqual(['555653100']);
  expect(resolvePlace(INDEX, 'Алматы').others).toEqual([]);
});

describe('routes that cannot be', () => {
  test('an unknown place offers the nearest names', () => {
    const refusal = refusalOf(() => planRoute(INDEX, [stop('Alamty')]));
    expect(refusal).toMatchObject({ code: 'no-such-place', place: 'Alamty' });
    expect(refusal.code === 'no-such-place' && refusal.near[0]?.place.id).toBe('750000000');
  });

  test('a place like no other offers nothing', () => {
    expect(refusalOf(() => planRoute(INDEX, [stop('Reykjavik')]))).toMatchObject({ code: 'no-such-place', near: [] });
  });

  test.each([0, -2, 1.5])('%d days at a place', (days) => {
    expect(refusalOf(() => planRoute(INDEX, [stop('Almaty', days)]))).toMatchObject({ code: 'bad-place-days' });
  });

  test('more days than the stay has, a place without days counting one', () => {
    expect(planRoute(INDEX, [stop('Almaty', 3), stop('Saty')], 4).stops).toHaveLength(2);
    const refusal = refusalOf(() => planRoute(INDEX, [stop('Almaty', 4), stop('Saty')], 4));
    expect(refusal).toEqual({ code: 'route-too-long', days: 5, stay: 4 });
  });

  test('more places than anybody visits', () => {
    const many = Array.from({ length: 61 }, () => stop('Almaty'));
    expect(refusalOf(() => planRoute(INDEX, many))).toEqual({ code: 'too-many-places', count: 61, most: 60 });
  });
});

describe('evidence along a leg', () => {
  const [almaty] = coverRoute(realFacts(), [stop('Almaty'), stop('Talgar')]).legs;
  const [desert] = coverRoute(realFacts(), [stop('Жезказган'), stop('Kyzylorda')]).legs;

  test('is a share of the line by network, of the day of the list', () => {
    // Almaty and Talgar are 24 km apart, all of it in the part where 43 % of the cells of 2015 stand.
    const beeline = almaty?.evidence.find(({ network }) => network === 'beeline');
    expect(beeline?.share).toBeGreaterThan(0.5);
    expect(beeline?.share).toBeLessThanOrEqual(1);
    expect(beeline?.list.id).toBe('lacells-2015');
  });

  test('is little in the desert', () => {
    // 4 cells in all of Kyzylorda oblast, 37 in Ulytau: kz_cells_2015_by_oblast.csv.
    const shares = (desert?.evidence ?? []).map(({ share }) => share);
    expect(Math.max(0, ...shares)).toBeLessThan(0.15);
  });
});
