import type { CheapestChoice } from './least-cost.ts';
import { CLOSE, KINDS, type PointCosts } from './point-costs.ts';

/** Works out the costs at a point of an axis of whole numbers. */
export type LookAt = (at: number) => Generator<void, PointCosts>;

/** The cheapest is `from` at `before` and of another kind, `to`, at the next point `at`; null where nothing serves. */
export type Change = {
  readonly before: number;
  readonly at: number;
  readonly from: CheapestChoice | null;
  readonly to: CheapestChoice | null;
  /** Whether the winners on both sides are proven. */
  readonly isProven: boolean;
};

/** The changes found, and up to which point all are known. */
export type Walk = { readonly changes: readonly Change[]; readonly knownTo: number };

export type WalkLimits = {
  /** The last point, on either side of the first. */
  readonly to: number;
  /** At most so many points are worked out. */
  readonly points: number;
  /** Stop at the first change. */
  readonly isFirstEnough?: boolean;
};

/**
 * Where the cheapest kind changes from `from` on, in the order of the axis, exact to a single step. The cost of each kind
 * must not fall from the smaller end of the axis to the larger: then the costs at both ends of an interval bound those
 * within, and an interval in which they cannot cross is left out. Strides grow, so that near points come first.
 */
export function* walkAxis(lookAt: LookAt, from: number, limits: WalkLimits): Generator<void, Walk> {
  const walker = new Walker(lookAt, limits);
  const sign = limits.to < from ? -1 : 1;
  let [at, stride] = [from, 1];
  while (at !== limits.to && !walker.isDone) {
    const next = Math.abs(limits.to - at) <= stride ? limits.to : at + sign * stride;
    if (!walker.mayLookAt(next)) break;
    yield* walker.visit(at, next);
    [at, stride] = [next, stride * 2];
  }
  return { changes: walker.changes, knownTo: walker.knownTo ?? from };
}

class Walker {
  readonly changes: Change[] = [];
  knownTo: number | undefined;
  /** A walk ends early where it has no points left, or the first change is enough. */
  isDone = false;
  readonly #lookAt: LookAt;
  readonly #limits: WalkLimits;
  readonly #seen = new Map<number, PointCosts>();

  constructor(lookAt: LookAt, limits: WalkLimits) {
    this.#lookAt = lookAt;
    this.#limits = limits;
  }

  /** Points known already cost nothing. */
  mayLookAt(at: number): boolean {
    if (!this.#seen.has(at) && this.#seen.size >= this.#limits.points) this.isDone = true;
    return !this.isDone;
  }

  *visit(a: number, b: number): Generator<void, void> {
    const [first, last] = [yield* this.#at(a), yield* this.#at(b)];
    if (Math.abs(b - a) === 1 || hasOneWinner(...inOrder({ a, first, b, last }))) {
      this.#note({ a, first, b, last });
      return;
    }
    const middle = Math.trunc((a + b) / 2);
    if (!this.mayLookAt(middle)) return;
    yield* this.visit(a, middle);
    if (!this.isDone) yield* this.visit(middle, b);
  }

  #note({ a, b, first, last }: Stretch): void {
    this.knownTo = b;
    const [from, to] = [first.winner, last.winner];
    if (from?.kind === to?.kind) return;
    this.changes.push({ before: a, at: b, from, to, isProven: first.isProven && last.isProven });
    if (this.#limits.isFirstEnough) this.isDone = true;
  }

  *#at(at: number): Generator<void, PointCosts> {
    const known = this.#seen.get(at) ?? (yield* this.#lookAt(at));
    this.#seen.set(at, known);
    return known;
  }
}

type Stretch = { readonly a: number; readonly first: PointCosts; readonly b: number; readonly last: PointCosts };

/** A walk may go down the axis. */
function inOrder({ a, first, b, last }: Stretch): [PointCosts, PointCosts] {
  return a < b ? [first, last] : [last, first];
}

/**
 * Whether one kind is the cheapest from the smaller point to the larger and all between: where what it costs at the
 * larger is less than what any other costs at the smaller. Costs that fall are no bounds, and say nothing.
 */
export function hasOneWinner(smaller: PointCosts, larger: PointCosts): boolean {
  const kind = smaller.winner?.kind;
  if (kind !== larger.winner?.kind) return false;
  if (KINDS.some((each) => smaller.kinds[each].low > larger.kinds[each].high + CLOSE)) return false;
  if (kind === undefined) return smaller.isProven && larger.isProven;
  const most = larger.kinds[kind].high;
  return KINDS.every((other) => other === kind || most < smaller.kinds[other].low);
}
