import {
  addSeconds,
  type CardSnapshot,
  type Day,
  day,
  dayOf,
  type Line,
  type LocalSecond,
  Rater,
  type UsageEvent,
} from '@simwise/engine';
import { cardInput, endOfDay, type InputOptions, type RatableCard } from './rated-card.ts';
import type { UseScenario } from './use-model.ts';

/** A card carried forward on one way of using it: as it is now, at the end of each day from today on, and what happens after now. */
export type Course = {
  readonly now: CardSnapshot;
  readonly days: readonly CardSnapshot[];
  readonly lines: readonly Line[];
};

export type SimulateOptions = Omit<InputOptions, 'last'> & {
  readonly now: LocalSecond;
  readonly last: Day;
  readonly use: UseScenario;
};

/** Carries a card with a plan from its start to the end of the day `last`. */
export function simulate(ratable: RatableCard, { now, last, use, trial = {}, ...options }: SimulateOptions): Course {
  const observations = [...(trial.observations ?? []), ...use.spending];
  const lines: Line[] = [];
  const input = cardInput(ratable, { ...options, last, trial: { ...trial, observations } });
  const rater = new Rater(input, (line) => {
    if (line.at > now) lines.push(line);
  });
  const feeder = new Feeder(rater, use.uses);
  feeder.feedUntil(now);
  const snapshot = rater.stateAt(atLeast(now, ratable.start));
  const days: CardSnapshot[] = [];
  for (let date = dayOf(atLeast(now, ratable.start)); date <= last; date = day(date + 1)) {
    feeder.feedUntil(endOfDay(date));
    days.push(rater.stateAt(endOfDay(date)));
  }
  return { now: snapshot, days, lines };
}

/** A card of the future is looked at when it begins. */
function atLeast(now: LocalSecond, start: LocalSecond): LocalSecond {
  return now < start ? addSeconds(start, 0) : now;
}

class Feeder {
  readonly #rater: Rater;
  readonly #uses: readonly UsageEvent[];
  #index = 0;

  constructor(rater: Rater, uses: readonly UsageEvent[]) {
    this.#rater = rater;
    this.#uses = uses;
  }

  feedUntil(at: LocalSecond): void {
    for (let use = this.#uses[this.#index]; use && use.at <= at; use = this.#uses[this.#index]) {
      this.#rater.feed(use);
      this.#index += 1;
    }
  }
}
