import type { DataFiles, FromWorker, ToWorker } from '../worker/protocol.ts';
import { knownNames } from './name-languages.ts';

/** What a worker says while it is whole, once its catalogue is open. */
export type Told = Exclude<FromWorker, { readonly is: 'opened' | 'broken' }>;

type Listener = {
  readonly take: (message: Told) => void;
  /** The worker broke: what it was asked will not be answered. */
  readonly fail: () => void;
};

/** A worker that is started when it is first needed, and again by the next message after it broke. */
export class WorkerLine {
  readonly #start: () => Worker;
  readonly #files: DataFiles;
  readonly #listener: Listener;
  #worker: Worker | undefined;

  constructor(start: () => Worker, files: DataFiles, listener: Listener) {
    this.#start = start;
    this.#files = files;
    this.#listener = listener;
  }

  /** Starts the worker, which then fetches what it will need. */
  open(): void {
    this.#worker ??= this.#started();
  }

  post(message: ToWorker): void {
    this.#worker ??= this.#started();
    this.#worker.postMessage(message);
  }

  #started(): Worker {
    const worker = this.#start();
    worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
      if (data.is === 'broken') this.#end(worker);
      else if (data.is === 'opened') knownNames.value = data.names;
      else this.#listener.take(data);
    });
    worker.addEventListener('error', () => this.#end(worker));
    const hello: ToWorker = { do: 'open', files: this.#files };
    worker.postMessage(hello);
    return worker;
  }

  #end(worker: Worker): void {
    worker.terminate();
    this.#worker = undefined;
    this.#listener.fail();
  }
}
