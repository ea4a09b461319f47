import { dayOf, type LocalSecond, secondOfDay } from '../local-time.ts';
import { lowerBound } from '../lower-bound.ts';
import type { Allowance } from '../offer.ts';
import type { UsageEvent } from '../usage.ts';
import type { Span } from './fill.ts';

/** Bytes by which even uses may differ. */
const STEP = 1024;

/**
 * Uses on one line, in the order of time: what is asked for at each, and how much before it. Units are those of the kind of
 * each use, added up where kinds are mixed.
 */
export class Demand {
  readonly uses: readonly UsageEvent[];
  readonly moments: readonly LocalSecond[];
  readonly amounts: readonly number[];
  readonly total: number;
  readonly kinds: ReadonlySet<Allowance['kind']>;
  /** Other kinds of use that count in what is bought. */
  readonly beside: ReadonlySet<Allowance['kind']>;
  /** The first use of each day. */
  readonly firstOfDays: readonly number[];
  /** Whether each day but the last asks for the same at the same times. */
  readonly isEven: boolean;
  readonly #before: readonly number[];

  constructor(uses: readonly UsageEvent[], beside: ReadonlySet<Allowance['kind']> = new Set()) {
    this.beside = beside;
    this.uses = uses;
    this.moments = uses.map(({ at }) => at);
    this.amounts = uses.map(({ amount }) => amount);
    let sum = 0;
    this.#before = this.amounts.map((amount) => {
      sum += amount;
      return sum - amount;
    });
    this.total = sum;
    this.kinds = new Set(uses.map(({ kind }) => kind));
    this.firstOfDays = this.moments.flatMap((at, use) =>
      use === 0 || dayOf(at) !== dayOf(this.moments[use - 1] as LocalSecond) ? [use] : [],
    );
    this.isEven = this.#isEven();
  }

  /** Amounts may differ by the step in which use comes. */
  #isEven(): boolean {
    const [, size = this.uses.length] = this.firstOfDays;
    return this.uses.every((use, index) => {
      const first = this.uses[index % size] as UsageEvent;
      return (
        secondOfDay(use.at) === secondOfDay(first.at) &&
        Math.abs(use.amount - first.amount) <= STEP &&
        use.app === first.app &&
        use.kind === first.kind &&
        use.to === first.to
      );
    });
  }

  /** The index of the first use at or after `at`; the number of uses where there is none. */
  indexFrom(at: number): number {
    return lowerBound(this.moments, at);
  }

  /** What of a span can be used at most. */
  usableOf({ first, end, amount, covers }: Span): number {
    if (!covers) return Math.min(amount, this.between(first, end));
    let asked = 0;
    for (let use = first; use < end; use++) if (covers[use]) asked += this.amounts[use] as number;
    return Math.min(amount, asked);
  }

  /** What is asked for from use `first` up to, not including, use `end`. */
  between(first: number, end: number): number {
    return (this.#before[end] ?? this.total) - (this.#before[first] ?? this.total);
  }
}
