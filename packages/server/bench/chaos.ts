// 200 kills: `npm run chaos`, or fewer and with another seed: `npm run chaos -- 50 7`.
import { runChaos } from '../test/chaos/chaos.ts';
import { builtFile } from '../test/support/built.ts';
import { startTestDatabase } from '../test/support/database.ts';

export async function main([kills = '200', seed = '1']: readonly string[]): Promise<number> {
  const database = await startTestDatabase();
  try {
    const report = await runChaos({
      database,
      processes: {
        worker: await builtFile('test/chaos/worker-process.ts'),
        answerThread: await builtFile('src/answers/answer-thread.ts'),
      },
      kills: Number(kills),
      remindersPerKill: 20,
      crashEvery: 20,
      seed: Number(seed),
      tell: (line) => process.stderr.write(`${line}\n`),
    });
    process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
    return report.errors.length === 0 ? 0 : 1;
  } finally {
    await database.stop();
  }
}
