import { describe, expect, it } from 'vitest';
import type { FoundChoice } from '../worker/found-row.ts';
import type { DataFiles, FromWorker, Said, ToWorker } from '../worker/protocol.ts';
import { AdviceClient, type News } from './advice-client.ts';

const FILES: DataFiles = { catalog: 'c', places: 'p', coverage: 'k', shape: 's', cells: [] };
const FOUND: FoundChoice = { kind: 'data', kindText: '', title: 'found so far', cost: 400, costText: '' };
const SAID: Said = { stay: {}, posters: [], choice: undefined, language: 'en', now: 0 };

/** Stands in for a worker: keeps what it is sent and says what a test lets it say. */
class Puppet extends EventTarget {
  readonly got: ToWorker[] = [];
  isEnded = false;

  postMessage(message: ToWorker): void {
    this.got.push(message);
  }

  terminate(): void {
    this.isEnded = true;
  }

  say(data: FromWorker): void {
    this.dispatchEvent(Object.assign(new Event('message'), { data }));
  }
}

function setUp() {
  const workers: Puppet[] = [];
  const news: News[] = [];
  const start = () => {
    const worker = new Puppet();
    workers.push(worker);
    return worker as unknown as Worker;
  };
  const client = new AdviceClient(start, FILES, (each) => news.push(each));
  const ask = () => client.ask({ what: 'advice', said: SAID });
  return { client, workers, news, ask, worker: () => workers.at(-1) as Puppet };
}

describe('the client of the worker', () => {
  it('names the files before the first question', () => {
    const { ask, worker } = setUp();
    ask();
    expect(worker().got).toEqual([
      { do: 'open', files: FILES },
      { do: 'tell', id: 1, what: 'advice', said: SAID },
    ]);
  });

  it('takes only the answer to the newest question', () => {
    const { ask, worker, news } = setUp();
    ask();
    ask();
    worker().say({ is: 'view', id: 1, view: {} });
    worker().say({ is: 'progress', id: 2, found: FOUND, view: {} });
    worker().say({ is: 'view', id: 2, view: {} });
    worker().say({ is: 'view', id: 2, view: {} });
    expect(news.map((each) => (each.is === 'computing' ? each.found : each.is))).toEqual([null, null, FOUND, 'view']);
  });

  it('tells nothing more of a question that was stopped', () => {
    const { ask, client, worker, news } = setUp();
    ask();
    client.stop();
    worker().say({ is: 'view', id: 1, view: {} });
    client.stop();
    expect(news.map(({ is }) => is)).toEqual(['computing', 'stopped']);
    expect(worker().got.at(-1)).toEqual({ do: 'stop' });
  });

  it.each<[string, (worker: Puppet) => void]>([
    ['broke', (worker) => worker.dispatchEvent(new Event('error'))],
    ['says that it is broken', (worker) => worker.say({ is: 'broken' })],
  ])('starts another worker after one that %s', (_, breakDown) => {
    const { ask, workers, news, worker } = setUp();
    ask();
    breakDown(worker());
    expect(news.at(-1)).toEqual({ is: 'trouble', trouble: { code: 'failed', text: '' } });
    expect(worker().isEnded).toBe(true);
    ask();
    expect(workers.length).toBe(2);
  });
});
