import { join } from 'node:path';
import { CatalogError, compileCatalog, loadCatalog } from '@simwise/catalog/build';
import { ASSUMED_SPREAD, type JudgeProgress, parseDay } from '@simwise/engine';
import {
  advise,
  type Choice,
  completeStay,
  findCandidates,
  judgeStay,
  type Stay,
  type StayJudgement,
} from '../src/index.ts';

const TODAY = parseDay('2026-11-22');
const ROUNDS = 7;
const CHOICES = 20;
const SCENARIOS = 1000;

type Say = (what: string, figure: string) => void;

/** Measures the wall time, the time of the processor and the longest step of judging 20 choices over 1,000 scenarios. */
export function bench(say: Say, root: string): void {
  const { catalog: loaded, findings } = loadCatalog(join(root, 'catalog/kz'));
  if (!loaded) throw new CatalogError(findings);
  const catalog = compileCatalog(loaded);
  for (const days of [30, 90]) {
    const usage = { data: '500MB/day', calls: { 'national-mobile': '5min/day' } };
    const stay = completeStay(catalog, { preset: 'tourist', days, usage }, TODAY);
    const choices = advise(catalog, stay).choices.slice(0, CHOICES);
    const rounds = Array.from({ length: ROUNDS }, () => measure(() => judging(catalog, stay, choices)));
    const median = (of: 'wall' | 'cpu' | 'longest') => medianOf(rounds.map((round) => round[of])).toFixed(0);
    const least = Math.min(...rounds.map(({ cpu }) => cpu)).toFixed(0);
    say(
      `${days} days, ${choices.length} choices, ${SCENARIOS} scenarios`,
      `median ${median('wall')} ms, processor ${median('cpu')} ms (least ${least}), longest step ${median('longest')} ms`,
    );
  }
}

type Catalog = Parameters<typeof advise>[0];
type Judging = Generator<JudgeProgress, StayJudgement>;

function judging(catalog: Catalog, stay: Stay, choices: readonly Choice[]): Judging {
  const { addOns } = findCandidates(catalog, stay);
  const use = { is: 'profile', spread: ASSUMED_SPREAD } as const;
  return judgeStay(catalog, { stay, choices, addOns, use, seed: 1, scenarios: SCENARIOS });
}

function measure(begin: () => Judging): { wall: number; cpu: number; longest: number } {
  const [start, used] = [performance.now(), process.cpuUsage()];
  const steps = begin();
  let longest = 0;
  for (let last = start, done = false; !done; ) {
    done = steps.next().done === true;
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  }
  const { user, system } = process.cpuUsage(used);
  return { wall: performance.now() - start, cpu: (user + system) / 1000, longest };
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] as number;
}
