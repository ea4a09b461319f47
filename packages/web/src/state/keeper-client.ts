import type { KeeperAnswer, KeeperAsked } from '../worker/keeper/keeper-protocol.ts';
import type { DataFiles, FromWorker, ToWorker, Trouble } from '../worker/protocol.ts';

/** What came of a request to the keeper. */
export type KeeperNews =
  | { readonly is: 'kept'; readonly answer: KeeperAnswer }
  | { readonly is: 'trouble'; readonly trouble: Trouble };

/** Asks a worker of its own, so that an answer under way does not hold the keeper up. */
export class KeeperClient {
  readonly #start: () => Worker;
  readonly #files: DataFiles;
  readonly #waiting = new Map<number, (news: KeeperNews) => void>();
  #worker: Worker | undefined;
  #lastId = 0;

  constructor(start: () => Worker, files: DataFiles) {
    this.#start = start;
    this.#files = files;
  }

  ask(asked: KeeperAsked): Promise<KeeperNews> {
    this.#lastId += 1;
    const id = this.#lastId;
    const message: ToWorker = { do: 'keep', id, asked };
    this.#worker ??= this.#open();
    this.#worker.postMessage(message);
    return new Promise((done) => this.#waiting.set(id, done));
  }

  #open(): Worker {
    const worker = this.#start();
    worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => this.#take(data));
    worker.addEventListener('error', () => this.#fail());
    const hello: ToWorker = { do: 'open', files: this.#files };
    worker.postMessage(hello);
    return worker;
  }

  #take(message: FromWorker): void {
    if (message.is !== 'kept' && message.is !== 'trouble') return;
    this.#waiting.get(message.id)?.(message);
    this.#waiting.delete(message.id);
  }

  /** A worker that broke is ended; the next request starts another. */
  #fail(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    for (const done of this.#waiting.values()) done({ is: 'trouble', trouble: { code: 'failed', text: '' } });
    this.#waiting.clear();
  }
}
