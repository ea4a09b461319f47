import { expect, test } from 'vitest';
import { FailedKeys } from './failed-keys.ts';

test('after twenty wrong keys a caller waits out ten minutes, others do not', () => {
  const clock = { ms: 0 };
  const failed = new FailedKeys(() => clock.ms);
  for (let count = 0; count < 19; count++) failed.add('a');
  expect(failed.waitSeconds('a')).toBe(0);
  clock.ms = 60_000;
  failed.add('a');
  expect(failed.waitSeconds('a')).toBe(540);
  expect(failed.waitSeconds('b')).toBe(0);
  clock.ms = 600_000;
  expect(failed.waitSeconds('a')).toBe(0);
  failed.add('a');
  expect(failed.waitSeconds('a')).toBe(0);
});
