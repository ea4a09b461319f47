import { expect, test } from 'vitest';
import type { UsageEvent } from '../usage.ts';
import { Optimiser } from './optimiser.ts';
import type { Solution } from './optimum-search.ts';
import { Dice, KIND_NAMES, type RandomInstance, randomInstance, UNIT } from './test-market.ts';

const OF_EACH_KIND = 4;
const MOVES = 8;

/** A few amounts make a search long; one that is not over by then is not compared. */
const MOST_EFFORT = 1_000_000;

/** What a search comes to; undefined where it does not end within its effort. */
function solve(optimiser: Optimiser, { limits }: RandomInstance): Solution | null | undefined {
  const search = optimiser.search(limits);
  for (const { effort } of search.run()) if (effort > MOST_EFFORT) return undefined;
  return search.finish();
}

/** Other amounts, as of a slider; at times a use or a call less. */
function moved(uses: readonly UsageEvent[], dice: Dice): UsageEvent[] {
  const amounts = uses.map((use) => (use.kind === 'data' ? { ...use, amount: dice.from(1, 3) * UNIT } : use));
  const left = dice.isOneIn(4) ? dice.below(amounts.length) : -1;
  return amounts.filter((_, index) => index !== left);
}

/** Of answers that cost the same, in as many cards and steps, either may be given. */
function answerOf(solution: Solution | null) {
  const steps = solution?.cards.reduce((sum, { purchases }) => sum + purchases.length, 0);
  return { cost: solution?.certificate.cost, gap: solution?.certificate.gap, cards: solution?.cards.length, steps };
}

test.each(KIND_NAMES.map((name, kind) => ({ name, kind })))(
  'after any moves the answer is as good as that of a new search: $name',
  ({ kind }) => {
    let compared = 0;
    for (let index = 0; index < OF_EACH_KIND; index++) {
      const instance = randomInstance(index * KIND_NAMES.length + kind);
      const dice = new Dice(index);
      let warm = new Optimiser(instance.problem);
      solve(warm, instance);
      for (let move = 0; move < MOVES; move++) {
        const uses = moved(instance.problem.uses, dice);
        warm = warm.moved(uses);
        const cold = new Optimiser({ ...instance.problem, uses });
        const [ours, theirs] = [solve(warm, instance), solve(cold, instance)];
        if (ours === undefined || theirs === undefined) continue;
        compared += 1;
        expect(answerOf(ours)).toEqual(answerOf(theirs));
      }
    }
    expect(compared).toBeGreaterThan((OF_EACH_KIND * MOVES) / 2);
  },
);
