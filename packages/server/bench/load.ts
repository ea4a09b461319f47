// `npm run load`: 100,000 devices with 1,000,000 reminders, 50,000 of them due within one minute, delivered by one server
// and then by two; after that the API under load. Smaller: `npm run load -- 10000`.
import { builtFile } from '../test/support/built.ts';
import { startTestDatabase } from '../test/support/database.ts';
import { measureApi } from './load-api.ts';
import { measureDelivery } from './load-delivery.ts';

export async function main([devices = '100000']: readonly string[]): Promise<number> {
  const database = await startTestDatabase();
  const tell = (line: string) => process.stderr.write(`${line}\n`);
  try {
    const worker = await builtFile('test/chaos/worker-process.ts');
    const answerThread = await builtFile('src/answers/answer-thread.ts');
    const delivery = [];
    for (const servers of [1, 2]) {
      const options = { url: await database.create(), worker, answerThread, devices: Number(devices), servers, tell };
      const measured = await measureDelivery(options);
      tell(JSON.stringify(measured));
      delivery.push(measured);
    }
    const api = await measureApi(await database.create());
    process.stdout.write(`${JSON.stringify({ delivery, api }, null, 2)}\n`);
    return 0;
  } finally {
    await database.stop();
  }
}
