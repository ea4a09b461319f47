import { StepList } from './step-list.ts';

/** Something that can be bought: at most `bytes` of what is asked for, whenever it is bought, for `cost`. */
export type Coverage = { readonly cost: number; readonly bytes: number };

/** Ways to hold ever more bytes, each the cheapest for as many: costs and bytes both rise from step to step. */
export type Steps = { readonly costs: Float64Array; readonly bytes: Float64Array };

export const NO_STEPS: Steps = { costs: Float64Array.of(0), bytes: Float64Array.of(0) };

const MOST_STEPS = 128;

/** Those that hold more bytes than all that cost no more, in the order of cost. */
export function frontier(offers: Coverage[]): Coverage[] {
  offers.sort((a, b) => a.cost - b.cost || b.bytes - a.bytes);
  const kept: Coverage[] = [];
  for (const offer of offers) if (offer.bytes > (kept.at(-1)?.bytes ?? -1)) kept.push(offer);
  return kept;
}

/** The steps of what is for sale, with buying nothing as the first; `most` bytes are as good as any more. */
export function stepsOf(offers: readonly Coverage[], most: number): Steps {
  return stepsOfOne([{ cost: 0, bytes: 0 }, ...offers], most);
}

/** The steps of what is for sale where one of it is bought in any case. */
export function stepsOfOne(offers: readonly Coverage[], most: number): Steps {
  const kept = frontier(offers.map(({ cost, bytes }) => ({ cost, bytes: Math.min(bytes, most) })));
  return {
    costs: Float64Array.from(kept, ({ cost }) => cost),
    bytes: Float64Array.from(kept, ({ bytes }) => bytes),
  };
}

/** One step of each of two added up, in every way, up to `most` bytes. */
export function sumOfTwo(a: Steps, b: Steps, most: number): Steps {
  let [sum, next] = [new StepList(), new StepList()];
  for (let index = 0; index < b.costs.length; index++) {
    const step = { cost: b.costs[index] as number, bytes: b.bytes[index] as number };
    if (index > 0 && step.cost >= sum.dearest && sum.most >= most) break;
    // A sum of a thing with itself is the same in either order.
    next.merge(sum, { steps: a, since: a === b ? index : 0, step, most });
    [sum, next] = [next, sum];
  }
  return sum.taken();
}

/**
 * Many steps drawn as fewer, each as cheap as its first and as large as its last, so that they stay a bound. Steps are
 * put together where their costs are near each other, in the least measure that makes them few.
 */
export function thinned(steps: Steps): Steps {
  let thin = steps;
  for (let nearness = 1e-4; thin.costs.length > MOST_STEPS; nearness *= 2) thin = together(steps, nearness);
  return thin;
}

function together({ costs, bytes }: Steps, nearness: number): Steps {
  const thin = { costs: new Float64Array(costs.length), bytes: new Float64Array(costs.length) };
  let length = 0;
  for (const [index, cost] of costs.entries()) {
    const isNear = length > 0 && cost <= (thin.costs[length - 1] as number) * (1 + nearness);
    if (!isNear) thin.costs[length++] = cost;
    thin.bytes[length - 1] = bytes[index] as number;
  }
  return { costs: thin.costs.subarray(0, length), bytes: thin.bytes.subarray(0, length) };
}
