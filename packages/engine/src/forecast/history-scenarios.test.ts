import { describe, expect, test } from 'vitest';
import { day, parseDay, weekday } from '../civil-day.ts';
import { dayOf, localSecondOf } from '../local-time.ts';
import { MB } from '../test-offers.ts';
import type { UsageEvent } from '../usage.ts';
import { historyOf } from './history.ts';
import { scenariosOfHistory } from './history-scenarios.ts';
import { usesOfScenario } from './scenario.ts';

/** A Monday. */
const FIRST = parseDay('2026-01-05');
const PERIOD = { start: parseDay('2026-06-01'), days: 28 };

type DayUse = { readonly megabytes: number; readonly seconds?: number };

/** A history of days, each with a use of data in the morning and perhaps a call at noon. */
function historyOfDays(days: readonly DayUse[]) {
  const uses = days.flatMap(({ megabytes, seconds = 0 }, index): UsageEvent[] => [
    { at: localSecondOf(day(FIRST + index), 8 * 3600), kind: 'data', to: 'internet', amount: megabytes * MB },
    { at: localSecondOf(day(FIRST + index), 12 * 3600), kind: 'voice', to: 'national-mobile', amount: seconds },
  ]);
  return historyOf(uses);
}

/** Megabytes and call seconds of each day of many scenarios. */
function daysDrawn(days: readonly DayUse[], count = 200) {
  const scenarios = scenariosOfHistory(historyOfDays(days), { period: PERIOD, seed: 11 });
  return Array.from({ length: count }, (_, scenario) => {
    const drawn = Array.from({ length: PERIOD.days }, (_, index) => ({
      day: day(PERIOD.start + index),
      megabytes: 0,
      seconds: 0,
    }));
    for (const { at, kind, amount } of usesOfScenario(scenarios, scenario)) {
      const own = drawn[dayOf(at) - PERIOD.start] as (typeof drawn)[number];
      if (kind === 'data') own.megabytes += amount / MB;
      else own.seconds += amount;
    }
    return drawn;
  });
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('what is learned of a history', () => {
  test('its level: 8 weeks of 100 to 500 MB, 300 on average', () => {
    const days = Array.from({ length: 56 }, (_, index) => ({ megabytes: 100 + 100 * ((index * 3) % 5) }));
    expect(mean(days.map(({ megabytes }) => megabytes))).toBeCloseTo(300, -1.5);
    const level = mean(
      daysDrawn(days)
        .flat()
        .map(({ megabytes }) => megabytes),
    );
    expect(Math.abs(level - 300)).toBeLessThan(20);
  });

  test('its weekly shape: ten times as much on Sundays', () => {
    const days = Array.from({ length: 56 }, (_, index) => ({ megabytes: index % 7 === 6 ? 1000 : 100 }));
    const drawn = daysDrawn(days).flat();
    const ofSundays = mean(drawn.filter((each) => weekday(each.day) === 7).map(({ megabytes }) => megabytes));
    const ofOthers = mean(drawn.filter((each) => weekday(each.day) !== 7).map(({ megabytes }) => megabytes));
    expect(ofSundays / ofOthers).toBeGreaterThan(8);
    expect(ofSundays / ofOthers).toBeLessThan(12);
  });

  test('how kinds go together: who never calls on days of much data does not in any scenario', () => {
    const days = Array.from({ length: 60 }, (_, index) =>
      index % 4 === 0 ? { megabytes: 2000, seconds: 0 } : { megabytes: 20, seconds: 300 },
    );
    const drawn = daysDrawn(days).flat();
    expect(drawn.filter(({ megabytes }) => megabytes > 800).length).toBeGreaterThan(100);
    expect(drawn.filter(({ megabytes, seconds }) => megabytes > 800 && seconds > 0)).toEqual([]);
  });

  test('its heavy end: days beyond the largest one seen come up, none beyond ten times that', () => {
    const days = Array.from({ length: 60 }, (_, index) => ({
      megabytes: index % 10 === 0 ? 500 + 60 * index : 100 + index,
    }));
    const largest = Math.max(...days.map(({ megabytes }) => megabytes));
    const drawn = daysDrawn(days, 400)
      .flat()
      .map(({ megabytes }) => megabytes);
    expect(drawn.filter((megabytes) => megabytes > largest).length).toBeGreaterThan(20);
  });

  test('that months differ: after four at 100 and four at 300 MB a month is rarely at 200', () => {
    const days = Array.from({ length: 224 }, (_, index) => ({ megabytes: index % 56 < 28 ? 100 : 300 }));
    const months = daysDrawn(days, 400).map((drawn) => mean(drawn.map(({ megabytes }) => megabytes)));
    const level = mean(months);
    const spread = Math.sqrt(mean(months.map((month) => (month - level) ** 2))) / level;
    // Months of 100 and 300 around 200 differ by half; days drawn in runs of a week alone would give a quarter.
    expect(spread).toBeGreaterThan(0.4);
  });
});

describe('histories that say little', () => {
  test('one day: that day, with the spread that is assumed', () => {
    const drawn = daysDrawn([{ megabytes: 300 }], 300);
    const sums = drawn.map((days) => mean(days.map(({ megabytes }) => megabytes)));
    expect(Math.abs(mean(sums) - 300)).toBeLessThan(20);
    const spread = Math.sqrt(mean(sums.map((sum) => (sum - 300) ** 2))) / 300;
    expect(spread).toBeGreaterThan(0.25);
    expect(spread).toBeLessThan(0.45);
  });

  test('no use at all: none in any scenario', () => {
    expect(
      daysDrawn(Array(30).fill({ megabytes: 0 }))
        .flat()
        .every(({ megabytes, seconds }) => megabytes === 0 && seconds === 0),
    ).toBe(true);
  });

  test('a hole of a month is left out, not taken for a month without use', () => {
    const days = Array.from({ length: 90 }, (_, index) => ({ megabytes: index < 30 || index >= 60 ? 200 : 0 }));
    const uses = days.flatMap(({ megabytes }, index): UsageEvent[] =>
      megabytes === 0
        ? []
        : [{ at: localSecondOf(day(FIRST + index)), kind: 'data', to: 'internet', amount: megabytes * MB }],
    );
    const scenarios = scenariosOfHistory(historyOf(uses), { period: PERIOD, seed: 11 });
    const amounts = usesOfScenario(scenarios, 0).map(({ amount }) => amount);
    expect(amounts.length).toBe(PERIOD.days * 3);
  });
});

test('calls come as many a day as they used to, three here', () => {
  const uses = Array.from({ length: 30 }, (_, index) =>
    [9, 12, 18].map(
      (hour): UsageEvent => ({
        at: localSecondOf(day(FIRST + index), hour * 3600),
        kind: 'voice',
        to: 'landline',
        amount: 40,
      }),
    ),
  );
  const scenarios = scenariosOfHistory(historyOf(uses.flat()), { period: PERIOD, seed: 1 });
  expect(usesOfScenario(scenarios, 0).length).toBe(3 * PERIOD.days);
});
