import { day, localSecondOf, type UsageEvent } from '@simwise/engine';
import { describe, expect, test } from 'vitest';
import { d } from '../../catalog/test/tiny-catalog.ts';
import { mornings } from './forecast-catalog.ts';
import { BadHistory, readHistory } from './history.ts';

const TODAY = d('2026-11-22');
const problemOf = (...uses: Parameters<typeof readHistory>[0][]) => {
  try {
    readHistory(uses.flat(), TODAY);
    return null;
  } catch (error) {
    return error instanceof BadHistory ? error.problem : error;
  }
};

describe('a history is refused', () => {
  test('when it is empty', () => {
    expect(problemOf([])).toEqual({ code: 'empty-history' });
  });

  test('when it goes beyond today', () => {
    expect(problemOf(mornings(d('2026-11-21'), [5, 5, 5, 5]))).toEqual({
      code: 'history-in-future',
      first: d('2026-11-23'),
      count: 2,
    });
  });

  test('when its data are megabytes', () => {
    const uses = mornings(d('2026-11-01'), [1, 1, 1, 1, 1]).map((use, index) => ({ ...use, amount: 300 + index }));
    expect(problemOf(uses)).toEqual({ code: 'history-in-megabytes', largest: 304 });
  });
});

test('one day, or days of no use, are a history', () => {
  expect(problemOf(mornings(TODAY, [300]))).toBeNull();
  expect(problemOf(mornings(d('2026-11-01'), Array(10).fill(0)))).toBeNull();
});

test('a million small uses are a history of their days', () => {
  const [days, each] = [25, 40_000];
  const uses = Array.from({ length: days * each }, (_, index): UsageEvent => {
    const at = localSecondOf(day(d('2026-10-01') + Math.floor(index / each)), 2 * (index % each));
    return { at, kind: 'data', to: 'internet', amount: 10_000 };
  });
  const history = readHistory(uses, TODAY);
  expect(history.days).toHaveLength(days);
  expect(history.gaps).toEqual([]);
  // 40,000 × 10,000 bytes each day
  expect(history.days.map(({ amounts }) => [...amounts])).toEqual(Array(days).fill([400_000_000]));
});

test('ten days without a row are left out, and said', () => {
  const uses = [...mornings(d('2026-10-01'), [300, 300]), ...mornings(d('2026-10-13'), [300, 300])];
  const history = readHistory(uses, TODAY);
  expect(history.days).toHaveLength(4);
  expect(history.gaps).toEqual([{ first: d('2026-10-03'), last: d('2026-10-12') }]);
});
