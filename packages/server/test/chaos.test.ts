import { afterAll, beforeAll, expect, test } from 'vitest';
import { runChaos } from './chaos/chaos.ts';
import { builtFile } from './support/built.ts';
import { startTestDatabase, type TestDatabase } from './support/database.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await startTestDatabase();
});

afterAll(() => database.stop());

test('servers that are killed, and a database that crashes, lose no reminder and send none twice', async () => {
  const report = await runChaos({
    database,
    processes: {
      worker: await builtFile('test/chaos/worker-process.ts'),
      answerThread: await builtFile('src/answers/answer-thread.ts'),
    },
    kills: 3,
    remindersPerKill: 25,
    crashEvery: 2,
    seed: 1,
    tell: () => undefined,
  });
  expect(report.errors).toEqual([]);
  expect(report).toMatchObject({ kills: 3, crashes: 1, reminders: 75 });
  // It starts whole servers again and again, and a busy machine is slow at that.
}, 240_000);
