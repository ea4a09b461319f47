import {
  AS_RECORDED,
  ASSUMED_SPREAD,
  addSeconds,
  type BucketObservation,
  type BucketSnapshot,
  type CardSnapshot,
  DAY_SECONDS,
  day,
  dayOf,
  type Line,
  type LocalSecond,
  localSecondOf,
  parseDay,
  parseLocal,
  Rater,
  type UsageKind,
} from '@simwise/engine';
import type { EntryOf } from './keeper-file.ts';
import { cardInput, type RatableCard, readOffers } from './rated-card.ts';

/** Use between two moments, learned from two readings or from a usage file. Units as everywhere; `money` is spending. */
export type UseSpan = {
  readonly kind: UsageKind | 'money';
  readonly from: LocalSecond;
  readonly to: LocalSecond;
  readonly units: number;
  readonly by: 'usage-file' | 'readings' | 'counter';
};

/** A reading that says more is left than can be: somebody topped up or bought, or one of two readings is wrong. */
export type Surplus = {
  readonly at: LocalSecond;
  readonly kind: UsageKind | 'money';
  readonly units: number;
  /** The entry that says so. */
  readonly entry: number;
};

export type LearnedUse = { readonly spans: readonly UseSpan[]; readonly surpluses: readonly Surplus[] };

/** What the readings of a card tell about its use, by comparing each with what rating without any use would have left. */
export function learnUse(ratable: RatableCard, now: LocalSecond): LearnedUse {
  const compared = compareReadings(ratable, now);
  const spans = [...usageFileSpans(ratable), ...counterSpans(ratable)];
  return { spans: [...spans, ...compared.spans], surpluses: compared.surpluses };
}

// --- usage files and the phone's counter ---------------------------------------------------------------------------------

const FILE_KINDS: readonly UsageKind[] = ['data', 'voice', 'sms', 'mms'];

/** One span for each day of a file, also for a day without use; a kind that the file never names is not told by it. */
function usageFileSpans({ card }: RatableCard): UseSpan[] {
  const files = card.entries.filter((entry): entry is EntryOf<'usage'> => entry.is === 'usage' && !entry.undone);
  return files.flatMap(({ first, last, days }) => {
    const [start, end] = [parseDay(first), parseDay(last)];
    return FILE_KINDS.filter((kind) => days.some((each) => each.kind === kind)).flatMap((kind) => {
      const byDay = new Map(days.filter((each) => each.kind === kind).map((each) => [parseDay(each.day), each.units]));
      return Array.from({ length: end - start + 1 }, (_, index) => {
        const date = day(start + index);
        const [from, to] = [localSecondOf(date), localSecondOf(day(date + 1))];
        return { kind, from, to, units: byDay.get(date) ?? 0, by: 'usage-file' as const };
      });
    });
  });
}

/** A counter that shows less than before was started anew, which tells nothing of the time between. */
function counterSpans({ card }: RatableCard): UseSpan[] {
  const read = card.entries
    .filter((entry): entry is EntryOf<'counter'> => entry.is === 'counter' && !entry.undone)
    .map(({ at, bytes }) => ({ at: parseLocal(at), bytes }))
    .sort((a, b) => a.at - b.at);
  return read.slice(1).flatMap(({ at, bytes }, index) => {
    const before = read[index] as (typeof read)[number];
    if (bytes < before.bytes || at === before.at) return [];
    return [{ kind: 'data' as const, from: before.at, to: at, units: bytes - before.bytes, by: 'counter' as const }];
  });
}

// --- readings compared with rating -------------------------------------------------------------------------------------

type Comparison = { readonly spans: UseSpan[]; readonly surpluses: Surplus[] };

function compareReadings(ratable: RatableCard, now: LocalSecond): Comparison {
  const result: Comparison = { spans: [], surpluses: [] };
  if (!ratable.base) return result;
  const lines: Line[] = [];
  const rater = new Rater(cardInput(ratable, { last: dayOf(now), offers: readOffers(ratable, AS_RECORDED) }), (line) =>
    lines.push(line),
  );
  const said = ratable.card.entries
    .filter((entry): entry is EntryOf<'state'> => entry.is === 'state' && !entry.undone)
    .map((entry, index) => ({ entry, observation: ratable.observations[index] }))
    .flatMap(({ entry, observation }) => (observation ? [{ entry, observation }] : []))
    .sort((a, b) => a.observation.at - b.observation.at);
  const since = new Map<string, LocalSecond>();
  for (const { entry, observation } of said) {
    const { at } = observation;
    // A reading of the very start has nothing before it to be compared with.
    const before = at > ratable.start ? rater.stateAt(addSeconds(at, -1)) : undefined;
    if (before) compareOne(result, { before, entry, observation, lines, since, start: ratable.start });
    if (observation.balance !== undefined) since.set('money', at);
    for (const { kind, of } of observation.left ?? []) since.set(keyOf(kind, of), at);
  }
  return result;
}

/** Entries of one time are kept apart by seconds. */
const MOMENT = 60;

type Compared = {
  readonly before: CardSnapshot;
  readonly entry: EntryOf<'state'>;
  readonly observation: RatableCard['observations'][number];
  readonly lines: readonly Line[];
  /** When each kind was read last. */
  readonly since: ReadonlyMap<string, LocalSecond>;
  readonly start: LocalSecond;
};

function keyOf(kind: string, of: BucketObservation['of']): string {
  return of ? `${kind} ${of.offer} ${of.index}` : kind;
}

function compareOne(result: Comparison, compared: Compared): void {
  const { before, entry, observation, since, start } = compared;
  const { at } = observation;
  const note = (kind: UseSpan['kind'], from: LocalSecond, units: number) => {
    // Two words on one moment contradict each other; that is told apart from use.
    if (at - from < MOMENT) return;
    if (units < 0) result.surpluses.push({ at, kind, units: -units, entry: entry.id });
    else result.spans.push({ kind, from, to: at, units, by: 'readings' });
  };
  const money = since.get('money');
  if (observation.balance !== undefined && money !== undefined && Number.isFinite(before.balance)) {
    note('money', money, before.balance - observation.balance);
  }
  for (const { kind, units, of } of observation.left ?? []) {
    const buckets = bucketsFor(before, kind, of);
    if (kind === 'money' || buckets.length === 0) continue;
    const from = Math.max(since.get(keyOf(kind, of)) ?? start, lastGrant(compared, kind)) as LocalSecond;
    note(kind, from, buckets.reduce((sum, { left }) => sum + left, 0) - units);
  }
}

function bucketsFor({ buckets }: CardSnapshot, kind: string, of: BucketObservation['of']): BucketSnapshot[] {
  return buckets.filter(
    ({ offer, allowance, left }) =>
      allowance.kind === kind && left !== Number.POSITIVE_INFINITY && (!of || of.offer === offer),
  );
}

/** What was used of a portion that has been granted anew since nobody can tell any more. */
function lastGrant({ lines, before }: Compared, kind: string): number {
  const grants = lines.filter(
    ({ kind: what, use, at }) => what === 'grant' && use?.kind === kind && use.units !== 'unlimited' && at <= before.at,
  );
  return grants.at(-1)?.at ?? Number.NEGATIVE_INFINITY;
}

// --- the average day ---------------------------------------------------------------------------------------------------

/** What a day takes of one kind: its average, and how far the average and single days may lie from it. */
export type DailyUse = {
  readonly kind: UseSpan['kind'];
  readonly perDay: number;
  /** Coefficients of variation: of the average of the coming time, and of one day around it. */
  readonly level: number;
  readonly day: number;
  readonly by: UseSpan['by'] | 'expected';
  /** Days that the average rests on; none where it is only expected. */
  readonly days: number;
};

const FEWEST_SPANS = 4;
/** Older use says little about today's. */
const MEMORY_DAYS = 90;

/** The average day of spans of one kind and source; none where they cover less than half a day of late. */
export function averageOf(spans: readonly UseSpan[], now: LocalSecond): DailyUse | undefined {
  const [first] = spans;
  const recent = spans.filter(({ to }) => to >= now - MEMORY_DAYS * DAY_SECONDS);
  const days = recent.reduce((sum, span) => sum + daysOf(span), 0);
  // Two readings of one hour say nothing about a day.
  if (!first || days < 0.5) return undefined;
  const perDay = recent.reduce((sum, { units }) => sum + units, 0) / days;
  const variation = recent.length < FEWEST_SPANS ? ASSUMED_SPREAD.day : variationOf(recent, perDay);
  const few = recent.length < FEWEST_SPANS ? ASSUMED_SPREAD.level / Math.sqrt(Math.max(1, days / 7)) : 0;
  const level = Math.max(few, variation / Math.sqrt(Math.max(1, days)));
  return { kind: first.kind, perDay, level, day: variation, by: first.by, days };
}

function daysOf({ from, to }: UseSpan): number {
  return (to - from) / DAY_SECONDS;
}

/** The spread of single days; the average of a longer span spreads less, so it counts by its length. */
function variationOf(spans: readonly UseSpan[], perDay: number): number {
  if (perDay === 0) return 0;
  const squares = spans.reduce((sum, span) => sum + daysOf(span) * (span.units / daysOf(span) - perDay) ** 2, 0);
  return Math.sqrt(squares / (spans.length - 1)) / perDay;
}
