// A whole server as a process of its own, to be killed. Its clock can be stepped from outside.
import http from 'node:http';
import { aCatalog } from '../../../catalog/test/tiny-catalog.ts';
import { readSettings } from '../../src/settings.ts';
import { startServer } from '../../src/start-server.ts';

let stepMs = 0;
const realNow = Date.now;
const RealDate = Date;

/** The clock of this process as the rest of it sees it. */
class SteppedDate extends RealDate {
  constructor(...given: [] | [number | string]) {
    super(...((given.length === 0 ? [realNow() + stepMs] : given) as [number]));
  }

  static override now(): number {
    return realNow() + stepMs;
  }
}

globalThis.Date = SteppedDate as DateConstructor;
process.on('message', (message: { readonly stepMs: number }) => {
  stepMs = message.stepMs;
});

const { ANSWER_THREAD = '' } = process.env;
await startServer({
  settings: readSettings(process.env),
  compiled: { catalog: aCatalog([]), places: null },
  answerThread: new URL(ANSWER_THREAD),
  pushHosts: { allows: () => true, agent: new http.Agent({ keepAlive: true, timeout: 4_000 }) },
});
process.send?.('ready');
