import { describe, expect, test } from 'vitest';
import type { Offer } from '../offer.ts';
import type { UsageEvent } from '../usage.ts';
import type { Outcome, UncertainChoice } from './choice.ts';
import { ChoiceRunner } from './choice-runner.ts';
import { Library } from './library.ts';
import { scenariosOfProfile } from './profile-scenarios.ts';
import { Draw, TERMS } from './random-choices.ts';
import { RaterRunner } from './rater-runner.ts';
import { usesOfScenario } from './scenario.ts';
import { Timeline } from './timeline.ts';
import { drawWorlds } from './worlds.ts';

const INSTANCES = 400;

/** What a choice comes to when the engine itself rates each card, use by use. */
function byTheRater({ cards }: UncertainChoice, uses: readonly UsageEvent[]): Outcome {
  const run = cards.map(({ offers, ...card }) => {
    const input = { ...TERMS, ...card, offers: offers as ReadonlyMap<string, Offer> };
    return { card, runner: new RaterRunner(input, TERMS.acceptsThrottle) };
  });
  for (const use of uses) {
    const carriers = run.filter(({ card }) => card.carries.includes(use.kind)).map(({ runner }) => runner);
    const last = carriers.pop();
    let left = use.amount;
    for (const runner of carriers) if (left > 0) left = runner.take({ slot: 0, event: { ...use, amount: left } });
    if (left > 0) last?.feed({ slot: 0, event: { ...use, amount: left } });
  }
  const outcomes = run.map(({ card, runner }) => ({ ...runner.finish(), ratio: card.ratio }));
  return {
    cost: outcomes.reduce((sum, { total, ratio }) => sum + Math.round((total * ratio.num) / ratio.den), 0),
    refills: outcomes.reduce((sum, { refills }) => sum + refills, 0),
    isServed:
      outcomes.every(({ isServed }) => isServed) &&
      uses.every(({ kind }) => cards.some(({ carries }) => carries.includes(kind))),
  };
}

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
    ? [0, 1].map((scenario) => byTheRater(choice, usesOfScenario(scenarios, scenario)))
    : null;
  return { ran, rated };
}

describe('the fast path', () => {
  test(`comes to what the rating engine comes to, on ${INSTANCES} random choices`, () => {
    const all = Array.from({ length: INSTANCES }, (_, index) => ({ seed: index + 1, ...bothWays(index + 1) }));
    const fast = all.filter(({ rated }) => rated !== null);
    const differing = fast.filter(({ ran, rated }) => JSON.stringify(ran) !== JSON.stringify(rated));
    expect(differing).toEqual([]);
    expect(fast.length).toBeGreaterThan(INSTANCES / 2);
    expect(fast.filter(({ ran }) => ran.some(({ refills }) => refills > 0)).length).toBeGreaterThan(50);
    expect(fast.filter(({ ran }) => ran.some(({ isServed }) => !isServed)).length).toBeGreaterThan(50);
  });
});
