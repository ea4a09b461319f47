import type { UncertainChoice } from './choice.ts';
import { ChoiceRunner, type RunTerms } from './choice-runner.ts';
import { type Judgement, judgementOf } from './judgement.ts';
import { Library } from './library.ts';
import { OutcomeTable } from './outcome-table.ts';
import { type Scenarios, withCallsAsData } from './scenario.ts';
import { Timeline } from './timeline.ts';
import type { Worlds } from './worlds.ts';

export type JudgeRequest = {
  readonly choices: readonly UncertainChoice[];
  readonly scenarios: Scenarios;
  readonly worlds: Worlds;
  readonly terms: RunTerms;
  /** How many scenarios are tried; each choice meets the same ones. */
  readonly count: number;
};

export type JudgeProgress = { readonly done: number; readonly of: number };

/** Uses run between two rests, a few milliseconds of work; a use run by the rating engine weighs as much as many, and so does a choice met in a world for the first time. */
const WORK_BETWEEN_RESTS = 20_000;
const WEIGHT_OF_RATING = 100;
const WORK_TO_BEGIN = 2000;

/**
 * Judges choices step by step: the caller may rest or stop after each step, none of which takes long. Scenario number n
 * meets world number n, counted around. @throws RangeError on no choice, no scenario, or two choices with one id.
 */
export function* judgeStepwise(request: JudgeRequest): Generator<JudgeProgress, Judgement> {
  const { choices, scenarios, worlds, count } = request;
  check(request);
  const timelines = timelinesOf(choices, scenarios);
  const timelineOf = (choice: UncertainChoice) => timelines.get(choice.callBytesPerMinute) as Timeline;
  const library = new Library(worlds, request.terms);
  const runners = choices.map(
    (choice) => new ChoiceRunner(choice, { ...request, library, timeline: timelineOf(choice) }),
  );
  const table = new OutcomeTable(choices.length, count, worlds.count);
  let work = 0;
  for (let scenario = 0; scenario < count; scenario++) {
    for (const timeline of timelines.values()) timeline.load(scenario);
    for (const [choice, runner] of runners.entries()) {
      const world = scenario % worlds.count;
      if (!runner.hasMet(world)) work += WORK_TO_BEGIN;
      table.set(choice, scenario, runner.run(world));
      work += scenarios.slots.length * scenarios.period.days * (runner.isFast ? 1 : WEIGHT_OF_RATING);
      if (work < WORK_BETWEEN_RESTS) continue;
      work = 0;
      yield { done: scenario, of: count };
    }
  }
  return judgementOf(
    choices,
    table,
    runners.map(({ isFast }) => isFast),
  );
}

/** Judges choices without rest. @throws RangeError as `judgeStepwise` does. */
export function judgeChoices(request: JudgeRequest): Judgement {
  const steps = judgeStepwise(request);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

/** The scenarios as they are, and with calls as data, for the choices that ask for them. */
function timelinesOf(choices: readonly UncertainChoice[], scenarios: Scenarios): Map<number | undefined, Timeline> {
  const asked = new Set(choices.map(({ callBytesPerMinute }) => callBytesPerMinute));
  return new Map(
    [...asked].map((bytes) => [
      bytes,
      new Timeline(bytes === undefined ? scenarios : withCallsAsData(scenarios, bytes)),
    ]),
  );
}

function check({ choices, count }: JudgeRequest): void {
  if (choices.length === 0) throw new RangeError('no choice to judge');
  if (!Number.isInteger(count) || count < 1) throw new RangeError(`not a number of scenarios: ${count}`);
  if (new Set(choices.map(({ id }) => id)).size < choices.length) throw new RangeError('two choices have one id');
}
