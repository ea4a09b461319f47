import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readVolume } from '@simwise/catalog';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { type Outcome, outcomeOf, runScenario, type Scenario, scenarioSchema } from './scenario.ts';

const FOLDER = dirname(fileURLToPath(import.meta.url));
const CHARGING_RULES = Array.from({ length: 21 }, (_, index) => index + 1);

const files = readdirSync(FOLDER).filter((name) => name.endsWith('.yaml'));
const scenarios = files.flatMap((file) =>
  (parse(readFileSync(join(FOLDER, file), 'utf8')) as unknown[]).map((item) => scenarioSchema.parse(item)),
);

describe.each(scenarios.map((scenario) => [scenario.id, scenario] as const))('%s', (_id, scenario) => {
  const outcome = outcomeOf(runScenario(scenario));

  test('the figures are those of the cited rule', () => {
    const { total, low, high, topUps, moneyLeft } = scenario.expect;
    const expected = { total, low, high, topUps, moneyLeft };
    const stated = Object.fromEntries(Object.entries(expected).filter(([, value]) => value !== undefined));
    expect(outcome).toMatchObject(stated);
    expect(leftIn(scenario)).toEqual(pick(outcome.left, Object.keys(scenario.expect.left ?? {})));
  });

  test('the ledger holds the lines of the cited rule in order', () => {
    expect(missingLine(scenario, outcome)).toBeNull();
    for (const [kind, count] of Object.entries(scenario.expect.count ?? {})) {
      expect({ [kind]: outcome.lines.filter((line) => line.kind === kind).length }).toEqual({ [kind]: count });
    }
  });

  test('the total is the sum of the lines', () => {
    const cents = (text: string) => Math.round(Number(text.split(' ')[0]) * 100);
    expect(outcome.lines.reduce((sum, { amount }) => sum + cents(amount), 0)).toBe(cents(outcome.total));
  });
});

test('every charging rule has a scenario', () => {
  const shown = new Set(scenarios.flatMap(({ rules }) => rules));
  expect(CHARGING_RULES.filter((rule) => !shown.has(rule))).toEqual([]);
});

test('no two scenarios share an id', () => {
  const ids = scenarios.map(({ id }) => id);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});

function leftIn({ expect: { left = {} } }: Scenario): Record<string, number> {
  return Object.fromEntries(Object.entries(left).map(([kind, text]) => [kind, unitsOf(text)]));
}

function unitsOf(text: string): number {
  return /^\d+$/.test(text) ? Number(text) : readVolume(text).units;
}

function pick(values: Readonly<Record<string, number>>, keys: readonly string[]): Record<string, number> {
  return Object.fromEntries(keys.map((key) => [key, values[key] ?? 0]));
}

/** The first expected line that does not follow the ones before it, with the ledger; null when all are there. */
function missingLine({ expect: { lines = [] } }: Scenario, outcome: Outcome): unknown {
  let position = 0;
  for (const line of lines) {
    const found = outcome.lines.findIndex((candidate, index) => index >= position && fits(candidate, line));
    if (found < 0) return { missing: line, ledger: outcome.lines };
    position = found + 1;
  }
  return null;
}

type ExpectedLine = NonNullable<Scenario['expect']['lines']>[number];

function fits(line: Outcome['lines'][number], { units, ...expected }: ExpectedLine): boolean {
  const hasUnits =
    units === undefined || line.units === (typeof units === 'string' && units !== 'unlimited' ? unitsOf(units) : units);
  return hasUnits && Object.entries(expected).every(([key, value]) => line[key as keyof typeof line] === value);
}
