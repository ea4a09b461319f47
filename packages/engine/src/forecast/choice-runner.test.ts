import { describe, expect, test } from 'vitest';
import { AS_RECORDED } from '../uncertain.ts';
import { ChoiceRunner } from './choice-runner.ts';
import { Library } from './library.ts';
import { payChoice } from './pay.ts';
import { scenariosOfProfile } from './profile-scenarios.ts';
import { Draw, TERMS } from './random-choices.ts';
import { usesOfScenario } from './scenario.ts';
import { Timeline } from './timeline.ts';
import { drawWorlds } from './worlds.ts';

const INSTANCES = 400;

/** Choices on which the two ways once differed. */
const ONCE_DIFFERENT = [1184, 1669, 2346, 5697];

/** A random choice in one scenario, run both ways. */
function bothWays(seed: number) {
  const draw = new Draw(seed);
  const cards = draw.chance(30) ? [draw.card(), draw.card()] : [draw.card()];
  const choice = { id: 'choice', cards, formalities: 0 };
  const spread = { level: 0.5, day: 1 };
  const scenarios = scenariosOfProfile(draw.profile(), { period: TERMS.period, spread, seed });
  const timeline = new Timeline(scenarios);
  const runner = new ChoiceRunner(choice, { timeline, library: new Library(drawWorlds([], 1), TERMS), terms: TERMS });
  const ran = [0, 1].map((scenario) => {
    timeline.load(scenario);
    return runner.run(0);
  });
  const rated = runner.isFast
    ? [0, 1].map((scenario) =>
        payChoice(choice, usesOfScenario(scenarios, scenario), { terms: TERMS, reading: AS_RECORDED }),
      )
    : null;
  return { ran, rated };
}

describe('the fast path', () => {
  test(`comes to what the rating engine comes to, on ${INSTANCES} random choices and on those that once differed`, () => {
    const seeds = [...Array.from({ length: INSTANCES }, (_, index) => index + 1), ...ONCE_DIFFERENT];
    const all = seeds.map((seed) => ({ seed, ...bothWays(seed) }));
    const fast = all.filter(({ rated }) => rated !== null);
    const differing = fast.filter(({ ran, rated }) => JSON.stringify(ran) !== JSON.stringify(rated));
    expect(differing).toEqual([]);
    expect(fast.length).toBeGreaterThan(INSTANCES / 2);
    expect(fast.filter(({ ran }) => ran.some(({ refills }) => refills > 0)).length).toBeGreaterThan(50);
    expect(fast.filter(({ ran }) => ran.some(({ isServed }) => !isServed)).length).toBeGreaterThan(50);
  });
});
