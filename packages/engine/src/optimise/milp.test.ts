import loadHighs from 'highs';
import { expect, test } from 'vitest';
import { Optimiser } from './optimiser.ts';
import { Dice } from './test-market.ts';
import { linearInstance, linearProgram } from './test-milp.ts';

const INSTANCES = 200;
const TOLERANCE = 1e-3;

test('no program of the same stay has a cheaper solution', { timeout: 300_000 }, async () => {
  const highs = await loadHighs();
  const falseProofs: number[] = [];
  const unproven: number[] = [];
  for (let seed = 0; seed < INSTANCES; seed++) {
    const dice = new Dice(seed);
    const size = {
      days: dice.from(6, 10),
      uses: dice.from(6, 14),
      travel: dice.from(3, 6),
      addOns: dice.pick([0, 0, 2]),
      hasPeaks: seed % 2 === 0,
    };
    const instance = linearInstance(dice, size);
    const program = highs.solve(linearProgram(instance), { mip_rel_gap: 0 });
    expect(program.Status).toBe('Optimal');
    const truth = program.ObjectiveValue + (instance.phone?.fixed ?? 0);
    const search = new Optimiser(instance.problem).search(instance.limits);
    let steps = 0;
    for (const _ of search.run()) if (++steps > 3_000) break;
    const solution = search.finish();
    if (!solution || solution.certificate.lowerBound > truth + TOLERANCE) falseProofs.push(seed);
    if (!solution || solution.certificate.gap > TOLERANCE) unproven.push(seed);
    else expect(solution.certificate.cost, `seed ${seed}`).toBeCloseTo(truth, 2);
  }
  expect(falseProofs).toEqual([]);
  expect(unproven.length).toBeLessThanOrEqual(INSTANCES / 20);
});
