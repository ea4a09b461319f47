import { join } from 'node:path';
import loadHighs from 'highs';
import { day } from '../src/civil-day.ts';
import { localSecondOf } from '../src/local-time.ts';
import type { Limits, MarketOffer } from '../src/optimise/market.ts';
import { type OptimiseProblem, Optimiser } from '../src/optimise/optimiser.ts';
import { Dice, travelCard, UNIT } from '../src/optimise/test-market.ts';
import { linearInstance, linearProgram } from '../src/optimise/test-milp.ts';
import { ALMATY, period } from '../src/test-offers.ts';
import { INTERNET, type UsageEvent } from '../src/usage.ts';

type Say = (what: string, figure: string) => void;

/** What one search took, in milliseconds of processor time: to the first answer, to the end, and its longest step. */
type Taken = { readonly first: number; readonly whole: number; readonly step: number; readonly isProven: boolean };

const RUNS = 5;
const STAYS = 12;
const PATIENCE = 5_000;

/** Prints how long proofs take: against HiGHS on the same stays, and on large markets. Processor time, medians of five. */
export async function bench(say: Say, root: string): Promise<void> {
  for (const uses of [8, 14, 20, 26]) await againstHighs(say, root, uses);
  for (const offers of [500, 1_000, 5_000]) tellMarket(say, { offers, days: 15, cards: 3 });
  for (const days of [7, 30, 90, 365]) tellMarket(say, { offers: 150, days, cards: 3 });
}

async function againstHighs(say: Say, root: string, uses: number): Promise<void> {
  const highs = await loadHighs({ locateFile: (file) => join(root, 'node_modules/highs/build', file) });
  const ratios: number[] = [];
  const own: number[] = [];
  for (let seed = 0; seed < STAYS; seed++) {
    const instance = linearInstance(new Dice(seed), { days: 10, uses, travel: 6, addOns: 0, hasPeaks: false });
    const program = linearProgram(instance);
    const theirs = timed(() => highs.solve(program, { mip_rel_gap: 0 }));
    const { whole } = median(() => solve(instance.problem, instance.limits));
    own.push(whole);
    ratios.push(theirs / whole);
  }
  const stays = `${STAYS} stays of 10 days, ${uses} uses, 7 offers`;
  say(`${stays}: optimiser, median`, `${middleOf(own).toFixed(2)} ms`);
  const [least, most] = [Math.min(...ratios), Math.max(...ratios)];
  say(
    `${stays}: HiGHS takes so many times as long`,
    `${middleOf(ratios).toFixed(0)} (${least.toFixed(0)} to ${most.toFixed(0)})`,
  );
}

type Size = { readonly offers: number; readonly days: number; readonly cards: number };

function tellMarket(say: Say, { offers, days, cards }: Size): void {
  const dice = new Dice(offers + days);
  const market: MarketOffer[] = Array.from({ length: offers }, (_, index) => travelCard(`travel-${index}`, dice));
  const stay = period('2026-03-02', days);
  const uses = Array.from({ length: days }, (_, index): UsageEvent => {
    const at = localSecondOf(day(stay.start + index), 9 * 3600);
    return { at, kind: 'data', to: INTERNET, amount: UNIT };
  });
  const problem = { market, uses, stage: { period: stay, local: ALMATY, acceptsThrottle: false } };
  const limits: Limits = {
    cards: Math.max(cards, Math.ceil(days / 5)),
    slots: 1,
    allowsEsim: true,
    needsLocalNumber: false,
    kind: 'data',
  };
  const { first, whole, step, isProven } = median(() => solve(problem, limits));
  const proof = isProven ? `proven ${whole.toFixed(0)} ms` : `not proven in ${PATIENCE} ms`;
  say(
    `${offers} offers, ${days} days, ${limits.cards} cards`,
    `first ${first.toFixed(0)} ms, ${proof}, longest step ${step.toFixed(0)} ms`,
  );
}

function solve(problem: OptimiseProblem, limits: Limits): Taken {
  const start = processorTime();
  const search = new Optimiser(problem).search(limits);
  let first = Number.NaN;
  let step = 0;
  let last = start;
  for (const { best } of search.run()) {
    const now = processorTime();
    step = Math.max(step, now - last);
    last = now;
    if (best && Number.isNaN(first)) first = now - start;
    if (now - start > PATIENCE) break;
  }
  return { first, step, whole: processorTime() - start, isProven: search.finish()?.certificate.gap === 0 };
}

function median(run: () => Taken): Taken {
  const all = Array.from({ length: RUNS }, run).sort((a, b) => a.whole - b.whole);
  return all[RUNS >> 1] as Taken;
}

function middleOf(all: readonly number[]): number {
  return [...all].sort((a, b) => a - b)[all.length >> 1] as number;
}

function timed(run: () => void): number {
  const start = processorTime();
  run();
  return processorTime() - start;
}

function processorTime(): number {
  return process.cpuUsage().user / 1000;
}
