import { expect, test } from 'vitest';
import type { UsageEvent } from '../usage.ts';
import { Optimiser } from './optimiser.ts';
import type { Solution } from './optimum-search.ts';
import { Dice, KIND_NAMES, type RandomInstance, randomInstance, UNIT } from './test-market.ts';

const OF_EACH_KIND = 4;
const MOVES = 8;

function solve(optimiser: Optimiser, { limits }: RandomInstance): Solution | null {
  const search = optimiser.search(limits);
  for (const _ of search.run());
  return search.finish();
}

/** Other amounts, as of a slider; at times a use or a call less. */
function moved(uses: readonly UsageEvent[], dice: Dice): UsageEvent[] {
  const amounts = uses.map((use) => (use.kind === 'data' ? { ...use, amount: dice.from(1, 3) * UNIT } : use));
  const left = dice.isOneIn(4) ? dice.below(amounts.length) : -1;
  return amounts.filter((_, index) => index !== left);
}

function answerOf(solution: Solution | null) {
  const purchases = solution?.cards.map((card) => card.purchases);
  return { cost: solution?.certificate.cost, gap: solution?.certificate.gap, purchases };
}

test.each(KIND_NAMES.map((name, kind) => ({ name, kind })))(
  'after any moves the answer is that of a new search: $name',
  ({ kind }) => {
    for (let index = 0; index < OF_EACH_KIND; index++) {
      const instance = randomInstance(index * KIND_NAMES.length + kind);
      const dice = new Dice(index);
      let warm = new Optimiser(instance.problem);
      for (let move = 0; move < MOVES; move++) {
        solve(warm, instance);
        const uses = moved(instance.problem.uses, dice);
        warm = warm.moved(uses);
        const cold = new Optimiser({ ...instance.problem, uses });
        expect(answerOf(solve(warm, instance))).toEqual(answerOf(solve(cold, instance)));
      }
    }
  },
);
