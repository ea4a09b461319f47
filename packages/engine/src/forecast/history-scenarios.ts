import type { Period } from '../card-state.ts';
import { day, weekday } from '../civil-day.ts';
import { MOMENTS_OF_DAY, STEP_OF_USE } from '../profile.ts';
import { USAGE_KINDS } from '../usage.ts';
import { type Habit, habitOf } from './habits.ts';
import type { History, HistoryDay } from './history.ts';
import { Random } from './random.ts';
import { type Scenarios, SlotFiller, type Stream, slotsOf } from './scenario.ts';
import { drawFromTail } from './tail.ts';

/** Days are drawn in runs of this many on average, so that a busy week stays a busy week. */
const RUN_DAYS = 7;
/** From so many days on, a day is only followed by days of the week that is to come. */
const DAYS_TO_KNOW_THE_WEEK = 28;

/**
 * Scenarios drawn from a history: runs of whole days, all kinds of use together, on their own day of the week; each day
 * varied a little, the largest days redrawn from a fitted tail, and the level of each kind varied for the whole period by
 * what the history leaves open. See docs/decisions/0005-uncertain-use.md.
 */
export function scenariosOfHistory(
  history: History,
  { period, seed }: { readonly period: Period; readonly seed: number },
): Scenarios {
  const { streams } = history;
  const slots = slotsOf(
    streams.map((stream, index) => ({ stream, moments: momentsOf(history, stream, index), step: stepOf(stream) })),
  );
  const habits = USAGE_KINDS.filter((kind) => streams.some((stream) => stream.kind === kind)).map((kind) =>
    habitOf(history, kind),
  );
  const habitOfStream = streams.map(({ kind }) => habits.findIndex((habit) => habit.kind === kind));
  const filler = new SlotFiller(slots, streams);
  const source = new DaySource(history);
  const ofDay = new Float64Array(streams.length);
  return {
    period,
    slots,
    draw: (scenario, amounts) => {
      const random = new Random(seed, scenario);
      const levels = habits.map(({ level }) => random.factor(level));
      filler.reset();
      let index = -1;
      for (let offset = 0; offset < period.days; offset++) {
        index = source.next(index, weekday(day(period.start + offset)), random);
        const { amounts: seen } = history.days[index] as HistoryDay;
        const factors = habits.map((habit, number) => (levels[number] as number) * variedBy(habit, index, random));
        for (let stream = 0; stream < seen.length; stream++) {
          ofDay[stream] = (seen[stream] as number) * (factors[habitOfStream[stream] as number] as number);
        }
        filler.fill(ofDay, offset, amounts);
      }
    },
  };
}

/** The factor that turns a kind's use on a day of the history into one that might have been. */
function variedBy({ totals, jitter, tail }: Habit, index: number, random: Random): number {
  const total = totals[index] as number;
  if (total === 0) return 1;
  if (tail && total > tail.threshold) return drawFromTail(tail, random) / total;
  return random.factor(jitter);
}

/** Calls come as many a day as they used to; the time of day of data and messages is not learned. */
function momentsOf({ days }: History, { kind }: Stream, stream: number): readonly number[] {
  if (kind !== 'voice') return MOMENTS_OF_DAY[kind];
  const active = days.map(({ uses }) => uses[stream] as number).filter((count) => count > 0);
  const calls = active.reduce((sum, count) => sum + count, 0) / Math.max(1, active.length);
  return callMoments(Math.min(MOST_CALLS, Math.max(1, Math.round(calls))));
}

const MOST_CALLS = 8;

/** So many moments, evenly between 9:00 and 21:00. */
function callMoments(count: number): number[] {
  return Array.from({ length: count }, (_, index) => Math.round((9 + (12 * (index + 0.5)) / count) * 3600));
}

/** A history counts its calls to the second; data stay in the steps in which nearly all operators count. */
function stepOf({ kind }: Stream): number {
  return kind === 'voice' ? 1 : STEP_OF_USE[kind];
}

/** Gives the days of a history in runs. */
class DaySource {
  readonly #days: readonly HistoryDay[];
  readonly #all: readonly number[];
  readonly #byWeekday: readonly (readonly number[])[];

  constructor({ days }: History) {
    this.#days = days;
    this.#all = days.map((_, index) => index);
    this.#byWeekday = [1, 2, 3, 4, 5, 6, 7].map((number) =>
      this.#all.filter((index) => weekday(this.#dayAt(index)) === number),
    );
  }

  #dayAt(index: number) {
    return (this.#days[index] as HistoryDay).day;
  }

  /** The day after `index` in the same run, or the first of another run; the first run follows -1. */
  next(index: number, wanted: number, random: Random): number {
    const next = index + 1;
    const isWithin = index >= 0 && next < this.#days.length && this.#dayAt(next) === this.#dayAt(index) + 1;
    if (isWithin && random.next() >= 1 / RUN_DAYS) return next;
    const same = this.#byWeekday[wanted - 1] as readonly number[];
    const days = this.#days.length >= DAYS_TO_KNOW_THE_WEEK && same.length > 0 ? same : this.#all;
    return days[random.below(days.length)] as number;
  }
}
