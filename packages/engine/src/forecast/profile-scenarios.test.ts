import { describe, expect, test } from 'vitest';
import { parseDay } from '../civil-day.ts';
import { type UsageProfile, usesOfProfile } from '../profile.ts';
import { MB, MINUTE } from '../test-offers.ts';
import type { UsageKind } from '../usage.ts';
import { ASSUMED_SPREAD, type Spread, scenariosOfProfile } from './profile-scenarios.ts';
import { usesOfScenario } from './scenario.ts';

const PERIOD = { start: parseDay('2026-03-02'), days: 30 };
const PROFILE: UsageProfile = [
  { kind: 'data', to: 'internet', perDay: { num: 500 * MB, den: 1 } },
  { kind: 'voice', to: 'national-mobile', perDay: { num: 10 * MINUTE, den: 1 } },
  { kind: 'sms', to: 'on-net', perDay: { num: 3, den: 7 } },
];
const around = (spread: Spread, seed = 1) => scenariosOfProfile(PROFILE, { period: PERIOD, spread, seed });
const sumOf = (scenario: number, kind: UsageKind, scenarios = around(ASSUMED_SPREAD)) =>
  usesOfScenario(scenarios, scenario).reduce((sum, use) => (use.kind === kind ? sum + use.amount : sum), 0);

test('without a spread every scenario is the profile itself', () => {
  const scenarios = around({ level: 0, day: 0 });
  const sums = (uses: readonly { kind: string; amount: number }[], kind: string) =>
    uses.reduce((sum, use) => (use.kind === kind ? sum + use.amount : sum), 0);
  const expected = usesOfProfile(PROFILE, PERIOD);
  for (const scenario of [0, 5]) {
    const uses = usesOfScenario(scenarios, scenario);
    expect(uses.filter(({ kind }) => kind !== 'data')).toEqual(expected.filter(({ kind }) => kind !== 'data'));
    expect(uses.map(({ at }) => at)).toEqual(expected.map(({ at }) => at));
    expect(Math.abs(sums(uses, 'data') - sums(expected, 'data'))).toBeLessThan(1024);
  }
});

describe('with a spread', () => {
  const COUNT = 1500;
  const sums = Array.from({ length: COUNT }, (_, scenario) => sumOf(scenario, 'data') / (15_000 * MB));
  const mean = sums.reduce((sum, value) => sum + value, 0) / COUNT;

  test('the profile is the mean', () => {
    expect(mean).toBeCloseTo(1, 1.3);
  });

  test('30 days of 60 % and a level of 30 % make √((1 + 0.3²)(1 + 0.6²/30) − 1) = 32 %', () => {
    const variance = sums.reduce((sum, value) => sum + (value - mean) ** 2, 0) / COUNT;
    expect(Math.sqrt(variance)).toBeCloseTo(0.32, 1.3);
  });

  test('a scenario is the same whenever it is drawn, and another for another seed', () => {
    const scenarios = around(ASSUMED_SPREAD);
    const third = usesOfScenario(scenarios, 3);
    usesOfScenario(scenarios, 4);
    expect(usesOfScenario(scenarios, 3)).toEqual(third);
    expect(usesOfScenario(around(ASSUMED_SPREAD, 2), 3)).not.toEqual(third);
  });

  test('kinds of use do not rise together', () => {
    const calls = Array.from({ length: COUNT }, (_, scenario) => sumOf(scenario, 'voice') / (300 * MINUTE));
    const joint = sums.reduce((sum, value, index) => sum + (value - 1) * ((calls[index] as number) - 1), 0) / COUNT;
    expect(Math.abs(joint)).toBeLessThan(0.015);
  });
});
