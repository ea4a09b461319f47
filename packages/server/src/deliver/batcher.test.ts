import { expect, test } from 'vitest';
import { Batcher } from './batcher.ts';

/** A batcher that doubles numbers and notes what it was asked for at once; it answers when it is let. */
function setUp(most?: number) {
  const batches: (readonly number[])[] = [];
  const gates: (() => void)[] = [];
  const batcher = new Batcher<number, number>(async (keys) => {
    batches.push(keys);
    await new Promise<void>((open) => gates.push(open));
    if (keys.includes(13)) throw new Error('unlucky');
    return keys.map((key) => key * 2);
  }, most);
  const letGo = async () => {
    while (gates.length === 0) await new Promise((next) => setImmediate(next));
    gates.shift()?.();
  };
  return { batcher, batches, letGo };
}

test('what is asked for at once goes together, what comes meanwhile goes next', async () => {
  const { batcher, batches, letGo } = setUp();
  const first = Promise.all([batcher.ask(1), batcher.ask(2)]);
  await new Promise((next) => setImmediate(next));
  const second = Promise.all([batcher.ask(3), batcher.ask(4)]);
  await letGo();
  expect(await first).toEqual([2, 4]);
  await letGo();
  expect(await second).toEqual([6, 8]);
  expect(batches).toEqual([
    [1, 2],
    [3, 4],
  ]);
});

test('no more go together than may', async () => {
  const { batcher, batches, letGo } = setUp(2);
  const all = Promise.all([1, 2, 3].map((key) => batcher.ask(key)));
  await letGo();
  await letGo();
  expect(await all).toEqual([2, 4, 6]);
  expect(batches).toEqual([[1, 2], [3]]);
});

test('those that asked with one that fails fail too, those after it do not', async () => {
  const { batcher, letGo } = setUp();
  const bad = Promise.allSettled([batcher.ask(13), batcher.ask(1)]);
  await letGo();
  expect((await bad).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  const good = batcher.ask(5);
  await letGo();
  expect(await good).toBe(10);
});
