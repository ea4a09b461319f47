import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { type CardInput, Rater, rateCard, type UsageEvent } from '../src/index.ts';
import { bucketPlan, chainOfDayPacks, payAsYouGo, usesOf } from './cards.ts';

type Say = (what: string, figure: string) => void;

const LEAST_RUNS = 5;
const LEAST_MS = 500;

/** Measures the rating engine: its speed, how its cost grows with uses and with days, and what it keeps in memory. */
export function bench(say: Say): void {
  for (const [name, card] of [
    ['bucket plan', bucketPlan(30)],
    ['pay-as-you-go plan', payAsYouGo(30)],
  ] as const) {
    const counts = [10_000, 100_000, 1_000_000];
    const times = counts.map((count) => timeOfUses(card, count));
    for (const [index, ms] of times.entries())
      say(`${name}, ${counts[index]} uses`, speed(counts[index] as number, ms));
    say(`${name}, growth from 10⁴ to 10⁵ and to 10⁶ uses`, growth(times));
    say(`${name}, memory`, keptInMemory(card));
  }
  for (const [name, cardOver] of [
    ['bucket plan', bucketPlan],
    ['plan with a pack a day', chainOfDayPacks],
  ] as const) {
    const times = [30, 300, 3000].map((days) => timeOfDays(cardOver(days)));
    say(`${name}, 300 days`, `${times[1]?.toFixed(1)} ms`);
    say(`${name}, growth from 30 to 300 and to 3000 days`, growth(times));
  }
}

/** The time of rating alone: the uses are there already. */
function timeOfUses(card: CardInput, count: number): number {
  const uses = [...usesOf(card.period, count)];
  return fastest(() => feedAll(new Rater(card, () => undefined), uses));
}

/** A whole statement, with twenty uses a day. */
function timeOfDays(card: CardInput): number {
  const uses = [...usesOf(card.period, card.period.days * 20)];
  return fastest(() => rateCard(card, uses));
}

function feedAll(rater: Rater, uses: Iterable<UsageEvent>): void {
  for (const use of uses) rater.feed(use);
  rater.finish();
}

/** How much more is kept after all uses of a stream than after its first tenth. */
function keptInMemory(card: CardInput): string {
  const kept: number[] = [];
  const rater = new Rater(card, () => undefined);
  let fed = 0;
  for (const use of usesOf(card.period, 1_000_000)) {
    rater.feed(use);
    fed += 1;
    if (fed === 100_000 || fed === 1_000_000) kept.push(heapUsed());
  }
  rater.finish();
  const [early, late] = kept as [number, number];
  return `${Math.round((late - early) / 1024)} kB more after 10⁶ streamed uses than after 10⁵`;
}

function heapUsed(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  return process.memoryUsage().heapUsed;
}

/**
 * Milliseconds of processor time of the fastest run once the code is warm; processor time, so that other work on the
 * machine counts for little.
 */
function fastest(run: () => void): number {
  let [best, spent] = [Number.POSITIVE_INFINITY, 0];
  for (let runs = 0; runs < LEAST_RUNS || spent < LEAST_MS; runs++) {
    const ms = timeOf(run);
    best = Math.min(best, ms);
    spent += ms;
  }
  return best;
}

function timeOf(run: () => void): number {
  const start = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

function speed(count: number, ms: number): string {
  return `${ms.toFixed(1)} ms, ${(count / ms / 1000).toFixed(2)} million a second`;
}

/** Each time as a multiple of the one before. */
function growth(times: readonly number[]): string {
  const factors = times.slice(1).map((ms, index) => `× ${(ms / (times[index] as number)).toFixed(1)}`);
  return `${factors.join(', ')} (linear: × 10)`;
}
