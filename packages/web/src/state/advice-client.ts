import type { DataFiles, FromWorker, Said, ToWorker, Trouble, Views, What } from '../worker/protocol.ts';

/** What becomes of a question. */
export type News =
  | { readonly is: 'computing' }
  | { readonly is: 'view'; readonly view: Partial<Views> }
  | { readonly is: 'trouble'; readonly trouble: Trouble }
  | { readonly is: 'stopped' };

type Question = { readonly what: What; readonly said: Said };

/** A question that has run longer than this is given up for a newer one; a shorter one is let finish first. */
const PATIENCE_MS = 400;

/**
 * Asks the worker, one question at a time: of several that come while it computes, only the newest is asked. A worker
 * cannot be interrupted while it counts, so one that takes long is ended and another started.
 */
export class AdviceClient {
  readonly #start: () => Worker;
  readonly #files: DataFiles;
  readonly #tell: (news: News) => void;
  #worker: Worker | undefined;
  #running: { readonly id: number; readonly since: number } | undefined;
  #waiting: Question | undefined;
  #lastId = 0;

  constructor(start: () => Worker, files: DataFiles, tell: (news: News) => void) {
    this.#start = start;
    this.#files = files;
    this.#tell = tell;
  }

  ask(question: Question): void {
    this.#tell({ is: 'computing' });
    if (this.#running && performance.now() - this.#running.since < PATIENCE_MS) {
      this.#waiting = question;
      return;
    }
    if (this.#running) this.#end();
    this.#send(question);
  }

  /** Gives up what is being computed; the worker is ended. */
  stop(): void {
    if (!this.#running) return;
    this.#end();
    this.#tell({ is: 'stopped' });
  }

  #send({ what, said }: Question): void {
    this.#lastId += 1;
    this.#running = { id: this.#lastId, since: performance.now() };
    this.#post({ do: 'tell', id: this.#lastId, what, said });
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

  #end(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#running = undefined;
    this.#waiting = undefined;
  }

  #fail(): void {
    this.#end();
    this.#tell({ is: 'trouble', trouble: { code: 'failed', text: '' } });
  }

  #take(message: FromWorker): void {
    if (message.id !== this.#running?.id || message.is === 'hits') return;
    this.#running = undefined;
    const next = this.#waiting;
    this.#waiting = undefined;
    this.#tell(message);
    if (next) this.ask(next);
  }
}
