import { join } from 'node:path';
import loadHighs from 'highs';
import { day } from '../src/civil-day.ts';
import { localSecondOf } from '../src/local-time.ts';
import type { Limits, MarketOffer } from '../src/optimise/market.ts';
import { Optimiser } from '../src/optimise/optimiser.ts';
import { Dice, travelCard, UNIT } from '../src/optimise/test-market.ts';
import { linearInstance, linearProgram } from '../src/optimise/test-milp.ts';
import { ALMATY, period } from '../src/test-offers.ts';
import { INTERNET, type UsageEvent } from '../src/usage.ts';
import { middleOf, processorTimeOf, runToEnd, searchTimes, timesText } from './search-times.ts';

type Say = (what: string, figure: string) => void;

const RUNS = 5;
const STAYS = 12;
const WARM_STAYS = 3;
const MOST_EFFORT = 200_000_000;

/** So many searches are timed as one, as a single one is too short to be timed. */
const AT_ONCE = 20;

/** Seconds after which a program is given up. */
const PATIENCE = 60;

/** Prints how long proofs take: against HiGHS on the same stays, and on large markets. */
export async function bench(say: Say, root: string): Promise<void> {
  const highs = await loadHighs({ locateFile: (file) => join(root, 'node_modules/highs/build', file) });
  for (const size of PROGRAMS) warmUp(highs, size);
  for (const size of PROGRAMS) againstHighs(say, highs, size);
  for (const offers of [500, 1_000, 2_500, 5_000]) tellMarket(say, { offers, days: 15, cards: 3 });
  for (const days of [7, 30, 90, 365]) tellMarket(say, { offers: 150, days, cards: 3 });
}

type ProgramSize = { readonly days: number; readonly uses: number; readonly travel: number };

/** From small programs to the largest that HiGHS ends. */
const PROGRAMS: readonly ProgramSize[] = [
  { days: 10, uses: 8, travel: 6 },
  { days: 10, uses: 14, travel: 6 },
  { days: 10, uses: 20, travel: 6 },
  { days: 10, uses: 26, travel: 6 },
  { days: 15, uses: 36, travel: 12 },
];

type Highs = Awaited<ReturnType<typeof loadHighs>>;

/** Runs both on stays that are not counted, since a compiler goes on working on code that has just begun to run. */
function warmUp(highs: Highs, size: ProgramSize): void {
  for (let seed = STAYS; seed < STAYS + WARM_STAYS; seed++) {
    const instance = instanceOf(size, seed);
    hasSolved(highs, linearProgram(instance));
    for (let run = 0; run < RUNS; run++) solveManyTimes(instance);
  }
}

function instanceOf({ days, uses, travel }: ProgramSize, seed: number) {
  return linearInstance(new Dice(seed), { days, uses, travel, addOns: 0, hasPeaks: false });
}

function hasSolved(highs: Highs, program: string): boolean {
  return highs.solve(program, { mip_rel_gap: 0, time_limit: PATIENCE }).Status === 'Optimal';
}

function againstHighs(say: Say, highs: Highs, size: ProgramSize): void {
  const [own, ratios]: [number[], number[]] = [[], []];
  let ended = 0;
  for (let seed = 0; seed < STAYS; seed++) {
    const instance = instanceOf(size, seed);
    const program = linearProgram(instance);
    const theirs = processorTimeOf(() => hasSolved(highs, program));
    if (theirs.result) ended += 1;
    const runs = Array.from({ length: RUNS }, () => processorTimeOf(() => solveManyTimes(instance)).time / AT_ONCE);
    own.push(middleOf(runs));
    ratios.push(theirs.time / middleOf(runs));
  }
  const { days, uses, travel } = size;
  const stays = `${STAYS} stays of ${days} days, ${uses} uses, ${travel + 1} offers`;
  const [least, most] = [Math.min(...ratios), Math.max(...ratios)];
  say(`${stays}: optimiser, median`, `${middleOf(own).toFixed(2)} ms`);
  say(
    `${stays}: HiGHS takes so many times as long`,
    `${middleOf(ratios).toFixed(0)} (${least.toFixed(0)} to ${most.toFixed(0)}), ended within ${PATIENCE} s: ${ended}`,
  );
}

function solveManyTimes({ problem, limits }: ReturnType<typeof linearInstance>): void {
  for (let run = 0; run < AT_ONCE; run++) runToEnd(new Optimiser(problem).search(limits), MOST_EFFORT);
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
  const searches = Array.from({ length: RUNS }, () => () => new Optimiser(problem).search(limits));
  say(`${offers} offers, ${days} days, ${limits.cards} cards`, timesText(searchTimes(searches, MOST_EFFORT)));
}
