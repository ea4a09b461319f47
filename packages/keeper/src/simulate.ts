import {
  addSeconds,
  type CardSnapshot,
  type Day,
  day,
  dayOf,
  type Line,
  type LocalSecond,
  type Money,
  Rater,
  type UsageEvent,
} from '@simwise/engine';
import { endOfDay } from './moments.ts';
import { cardInput, type InputOptions, type RatableCard } from './rated-card.ts';
import type { UseScenario } from './use-model.ts';

/** A card carried forward on one way of using it: as it is now, at the end of each day from today on, and what happens after now. */
export type Course = {
  readonly now: CardSnapshot;
  readonly days: readonly CardSnapshot[];
  readonly lines: readonly Line[];
  /** Fees taken by now, by offer. */
  readonly feesBefore: ReadonlyMap<string, number>;
};

export type SimulateOptions = Omit<InputOptions, 'last'> & {
  readonly now: LocalSecond;
  readonly last: Day;
  readonly use: UseScenario;
  /** `as-needed`: nothing is refused for want of money, and balances below zero tell what is missing. */
  readonly money?: 'as-is' | 'as-needed';
};

/** More money than any card takes. */
const PLENTY = (10 ** 12) as Money;

/** Carries a card with a plan from its start to the end of the day `last`. */
export function simulate(ratable: RatableCard, { now, last, use, money, offers, trial }: SimulateOptions): Course {
  const lent = money === 'as-needed' ? PLENTY : 0;
  const lines: Line[] = [];
  const feesBefore = new Map<string, number>();
  const topUps = lent > 0 ? [{ at: addSeconds(now, 1), amount: PLENTY }] : [];
  const input = cardInput(ratable, { offers, last, trial: { ...trial, topUps, observations: use.spending } });
  const rater = new Rater(input, (line) => {
    if (line.at > now) lines.push(line);
    else if (line.kind === 'fee') feesBefore.set(line.offer, (feesBefore.get(line.offer) ?? 0) + 1);
  });
  const feeder = new Feeder(rater, use.uses);
  feeder.feedUntil(now);
  const snapshot = rater.stateAt(atLeast(now, ratable.start));
  const days: CardSnapshot[] = [];
  for (let date = dayOf(atLeast(now, ratable.start)); date <= last; date = day(date + 1)) {
    feeder.feedUntil(endOfDay(date));
    const state = rater.stateAt(endOfDay(date));
    days.push({ ...state, balance: state.balance - lent });
  }
  return { now: snapshot, days, lines, feesBefore };
}

/** A card of the future is looked at when it begins. */
function atLeast(now: LocalSecond, start: LocalSecond): LocalSecond {
  return now < start ? start : now;
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
