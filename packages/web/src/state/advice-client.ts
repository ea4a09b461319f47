import type { DataFiles, FromWorker, Said, ToWorker, Trouble, Views, What } from '../worker/protocol.ts';

/** What becomes of a question. */
export type News =
  | { readonly is: 'computing'; readonly soFar: string; readonly view: Partial<Views> }
  | { readonly is: 'view'; readonly view: Partial<Views> }
  | { readonly is: 'trouble'; readonly trouble: Trouble }
  | { readonly is: 'stopped' };

type Question = { readonly what: What; readonly said: Said };

/** Asks the worker, one question at a time: a newer one takes the place of one under way. */
export class AdviceClient {
  readonly #start: () => Worker;
  readonly #files: DataFiles;
  readonly #tell: (news: News) => void;
  #worker: Worker | undefined;
  #asked = 0;
  #isRunning = false;

  constructor(start: () => Worker, files: DataFiles, tell: (news: News) => void) {
    this.#start = start;
    this.#files = files;
    this.#tell = tell;
  }

  ask({ what, said }: Question): void {
    this.#asked += 1;
    this.#isRunning = true;
    this.#tell({ is: 'computing', soFar: '', view: {} });
    this.#post({ do: 'tell', id: this.#asked, what, said });
  }

  /** Gives up what is being computed. */
  stop(): void {
    if (!this.#isRunning) return;
    this.#isRunning = false;
    this.#post({ do: 'stop' });
    this.#tell({ is: 'stopped' });
  }

  #post(message: ToWorker): void {
    this.#worker ??= this.#open();
    this.#worker.postMessage(message);
  }

  #open(): Worker {
    const worker = this.#start();
    worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => this.#take(data));
    worker.addEventListener('error', () => this.#fail());
    const hello: ToWorker = { do: 'open', files: this.#files };
    worker.postMessage(hello);
    return worker;
  }

  /** A worker that broke is ended; the next question starts another. */
  #fail(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#isRunning = false;
    this.#tell({ is: 'trouble', trouble: { code: 'failed', text: '' } });
  }

  #take(message: FromWorker): void {
    if (message.id !== this.#asked || !this.#isRunning || message.is === 'hits') return;
    if (message.is === 'progress') this.#tell({ is: 'computing', soFar: message.soFar, view: message.view });
    else {
      this.#isRunning = false;
      this.#tell(message);
    }
  }
}
