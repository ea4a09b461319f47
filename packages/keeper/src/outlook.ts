import {
  AS_RECORDED,
  type BucketSnapshot,
  type Day,
  day,
  dayOf,
  type LineKind,
  type LocalSecond,
  type UsageKind,
} from '@simwise/engine';
import { type RatableCard, readingsOfCard, readOffers } from './rated-card.ts';
import { type Course, simulate } from './simulate.ts';
import { drawScenario, drawUse, type UseModel, useModel } from './use-model.ts';

/** The tenth, the fiftieth and the ninetieth of a hundred ways in which things may go. */
export type Band = { readonly p10: number; readonly p50: number; readonly p90: number };

/** Days; null where it does not happen within the days looked at. */
export type DayBand = { readonly p10: Day | null; readonly p50: Day | null; readonly p90: Day | null };

export type StateOutlook = {
  readonly day: Day;
  /** Minor units; null while no balance is known. */
  readonly balance: Band | null;
  /** What can be counted; the unlimited, which is so for some uses only, is left out. */
  readonly left: readonly (Band & { readonly kind: UsageKind | 'money' })[];
};

/** When a kind of use outruns what the card holds of it, and what comes then. */
export type RunOut = DayBand & {
  readonly kind: UsageKind;
  readonly after: 'charged' | 'slowed' | 'refused' | 'unknown';
};

export type Outlook = {
  readonly now: StateOutlook;
  readonly days: readonly StateOutlook[];
  readonly runOuts: readonly RunOut[];
  /** The first day on which the money does not suffice for what the card charges by itself. */
  readonly moneyOut: DayBand | null;
  readonly use: UseModel;
  /** The average way, on the facts as recorded. */
  readonly average: Course;
};

export const OUTLOOK_DAYS = 45;
const SCENARIOS = 100;

export type OutlookOptions = { readonly now: LocalSecond; readonly days?: number; readonly seed?: number };

/** Looks ahead by going through many ways of using the card and of reading what is not known. Repeatable by its seed. */
export function lookAhead(ratable: RatableCard, { now, days = OUTLOOK_DAYS, seed = 1 }: OutlookOptions): Outlook {
  const use = useModel(ratable, now);
  const first = Math.max(dayOf(now), dayOf(ratable.start));
  const last = day(first + days);
  const recorded = readOffers(ratable, AS_RECORDED);
  const read = readingsOfCard(ratable).map((reading) => readOffers(ratable, reading));
  const courses = Array.from({ length: SCENARIOS }, (_, index) => {
    const offers = read[index % read.length] ?? recorded;
    return simulate(ratable, { now, last, offers, use: drawScenario(use, ratable, { last, seed, index }) });
  });
  const average = simulate(ratable, { now, last, offers: recorded, use: drawUse(use, ratable, { last }) });
  return {
    now: stateOutlook(
      day(first),
      courses.map((course) => course.now),
    ),
    days: average.days.map((_, index) =>
      stateOutlook(
        day(first + index),
        courses.flatMap((course) => course.days[index] ?? []),
      ),
    ),
    runOuts: use.daily.flatMap(({ kind }) => (kind === 'money' ? [] : (runOut(kind, courses) ?? []))),
    moneyOut: moneyOut(courses),
    use,
    average,
  };
}

type State = Course['now'];

function stateOutlook(date: Day, states: readonly State[]): StateOutlook {
  const kinds = [
    ...new Set(states.flatMap(({ buckets }) => buckets.filter(isCounted).map(({ allowance }) => allowance.kind))),
  ];
  const balances = states.map(({ balance }) => balance);
  return {
    day: date,
    balance: balances.every(Number.isFinite) ? bandOf(balances) : null,
    left: kinds.map((kind) => ({ kind, ...bandOf(states.map((state) => leftOf(state, kind))) })),
  };
}

function isCounted({ left }: BucketSnapshot): boolean {
  return Number.isFinite(left);
}

function leftOf({ buckets }: State, kind: string): number {
  return buckets
    .filter(isCounted)
    .reduce((sum, { allowance, left }) => (allowance.kind === kind ? sum + left : sum), 0);
}

function bandOf(values: readonly number[]): Band {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.ceil(share * sorted.length) - 1] as number;
  return { p10: at(0.1), p50: at(0.5), p90: at(0.9) };
}

function dayBandOf(days: readonly (Day | undefined)[]): DayBand {
  const band = bandOf(days.map((each) => each ?? Number.POSITIVE_INFINITY));
  const orNever = (value: number) => (Number.isFinite(value) ? day(value) : null);
  return { p10: orNever(band.p10), p50: orNever(band.p50), p90: orNever(band.p90) };
}

/** What a line tells of use that no bucket holds. */
export const OUT: ReadonlyMap<LineKind, RunOut['after']> = new Map([
  ['usage', 'charged'],
  ['throttled', 'slowed'],
  ['refusal', 'refused'],
  ['unpriced', 'unknown'],
]);

/** Use beyond the buckets, where the card had a bucket for it at all. */
function runOut(kind: UsageKind, courses: readonly Course[]): RunOut | undefined {
  const hadBucket = courses.some(({ now, days }) => [now, ...days].some((state) => leftOf(state, kind) > 0));
  if (!hadBucket) return undefined;
  const ends = courses.map(({ lines }) => lines.find((line) => line.use?.kind === kind && OUT.has(line.kind)));
  const first = ends.find((line) => line !== undefined);
  if (!first) return undefined;
  const after = OUT.get(first.kind) ?? 'unknown';
  return { kind, after, ...dayBandOf(ends.map((line) => line && dayOf(line.at))) };
}

function moneyOut(courses: readonly Course[]): DayBand | null {
  const isKnown = courses.every(({ now }) => Number.isFinite(now.balance));
  if (!isKnown) return null;
  const ends = courses.map(({ lines, days }) => {
    const short = lines.find(({ kind, reason }) => kind === 'fee-not-taken' || reason === 'no-money');
    const empty = days.find(({ balance }) => balance < 0);
    const moments = [short?.at, empty?.at].filter((at) => at !== undefined);
    return moments.length === 0 ? undefined : dayOf(Math.min(...moments) as LocalSecond);
  });
  return ends.some((end) => end !== undefined) ? dayBandOf(ends) : null;
}
