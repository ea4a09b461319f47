import type { OptimumSearch } from '../src/optimise/optimum-search.ts';

/**
 * What searches take, in milliseconds: processor time to the first answer and to the end, and the longest step between
 * two rests. Asking for the processor's time takes about as long as a short search, so it is asked for twice a run only; steps
 * are timed by the clock, and the least of the longest of all runs is given, since other work can only lengthen them.
 */
export type SearchTimes = {
  readonly first: number;
  readonly whole: number;
  readonly step: number;
  /** Of so many runs, how many ended with a whole proof. */
  readonly proven: number;
  readonly runs: number;
};

/** Runs searches one by one, each made by a call of its own. @param most the effort after which a search is ended. */
export function searchTimes(searches: readonly (() => OptimumSearch)[], most: number): SearchTimes {
  const whole = searches.map((open) => processorTimeOf(() => runToEnd(open(), most)));
  return {
    first: middleOf(searches.map((open) => processorTimeOf(() => runToAnswer(open())).time)),
    whole: middleOf(whole.map(({ time }) => time)),
    step: Math.min(...searches.map((open) => longestStep(open(), most))),
    proven: whole.filter(({ result }) => result).length,
    runs: searches.length,
  };
}

export function timesText({ first, whole, step, proven, runs }: SearchTimes): string {
  const shown = (time: number) => time.toFixed(time < 10 ? 1 : 0);
  return `first ${shown(first)} ms, whole ${shown(whole)} ms, longest step ${shown(step)} ms, proven ${proven} of ${runs}`;
}

/** @returns whether the proof is whole. */
export function runToEnd(search: OptimumSearch, most: number): boolean {
  for (const { effort } of search.run()) if (effort > most) break;
  return search.finish()?.certificate.gap === 0;
}

function runToAnswer(search: OptimumSearch): void {
  for (const { best } of search.run()) if (best) break;
}

function longestStep(search: OptimumSearch, most: number): number {
  let [longest, last] = [0, performance.now()];
  for (const { effort } of search.run()) {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (effort > most) break;
  }
  return longest;
}

/** Processor time of a call, in milliseconds. */
export function processorTimeOf<T>(run: () => T): { readonly time: number; readonly result: T } {
  const start = process.cpuUsage();
  const result = run();
  const { user, system } = process.cpuUsage(start);
  return { time: (user + system) / 1000, result };
}

export function middleOf(all: readonly number[]): number {
  return all.toSorted((a, b) => a - b)[all.length >> 1] as number;
}
