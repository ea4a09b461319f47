import { describe, expect, it } from 'vitest';
import { Superseded, takeSteps } from './turn.ts';

/** Steps that each take so long that every slice of time is over after one. */
function* slowSteps(count: number): Generator<number, string> {
  for (let step = 1; step <= count; step++) {
    const end = performance.now() + 31;
    while (performance.now() < end);
    yield step;
  }
  return 'done';
}

describe('a turn', () => {
  it('takes every step and tells how far it is', async () => {
    const told: number[] = [];
    const result = await takeSteps(slowSteps(3), { isOver: () => false, tell: (step) => told.push(step) });
    expect([result, told]).toEqual(['done', [1, 2, 3]]);
  });

  it('tells news at once, and only these before the slice is over', async () => {
    const told: string[] = [];
    const steps = (function* () {
      yield* ['as before', 'news', 'as before'];
    })();
    const turn = {
      isOver: () => false,
      tell: (step: string) => told.push(step),
      isNews: (step: string) => step === 'news',
    };
    await takeSteps(steps, turn);
    expect(told).toEqual(['news']);
  });

  it('ends as soon as a newer question has come in between', async () => {
    const told: number[] = [];
    const turn = { isOver: () => told.length === 2, tell: (step: number) => told.push(step) };
    await expect(takeSteps(slowSteps(100), turn)).rejects.toThrow(Superseded);
    expect(told).toEqual([1, 2]);
  });

  it('goes on only after the task at hand', async () => {
    const order: string[] = [];
    const steps = takeSteps(slowSteps(2), { isOver: () => false, tell: (step) => order.push(`step ${step}`) });
    await Promise.resolve().then(() => order.push('what was to be done in this task'));
    await steps;
    expect(order).toEqual(['step 1', 'what was to be done in this task', 'step 2']);
  });
});
