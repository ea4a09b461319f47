import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { Worker } from 'node:worker_threads';

/** A push service that only counts, in a thread of its own so that it does not slow down who measures. */
export type PushCounter = { readonly base: string; readonly stop: () => Promise<number> };

const SOURCE = `
  const { createServer } = require('node:http');
  const { parentPort } = require('node:worker_threads');
  let count = 0;
  const server = createServer((request, response) => {
    request.resume();
    request.on('end', () => { count += 1; response.writeHead(201).end(); });
  });
  server.keepAliveTimeout = 60_000;
  server.listen(0, '127.0.0.1', () => parentPort.postMessage(server.address()));
  parentPort.on('message', () => { parentPort.postMessage(count); process.exit(); });
`;

export async function startCounter(): Promise<PushCounter> {
  const thread = new Worker(SOURCE, { eval: true });
  const [{ port }] = (await once(thread, 'message')) as [AddressInfo];
  return {
    base: `http://127.0.0.1:${port}`,
    async stop() {
      thread.postMessage('stop');
      const [count] = (await once(thread, 'message')) as [number];
      return count;
    },
  };
}
