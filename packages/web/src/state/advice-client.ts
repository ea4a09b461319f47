import type { AnswerView } from '../worker/answer-view.ts';
import type { AdviceRequest, AdviceTrouble, FromWorker, ToWorker } from '../worker/protocol.ts';

/** What the page shows of a question: the newest answer stays in view while the next is computed. */
export type AdviceNews =
  | { readonly is: 'computing' }
  | { readonly is: 'answer'; readonly view: AnswerView }
  | { readonly is: 'trouble'; readonly trouble: AdviceTrouble }
  | { readonly is: 'stopped' };

type Addresses = { readonly worker: string; readonly catalog: string };

/** A question that has run longer than this is given up for a newer one; a shorter one is let finish first. */
const PATIENCE_MS = 400;

/**
 * Asks the worker, one question at a time: of several that come while it computes, only the newest is asked. A worker
 * cannot be interrupted while it counts, so one that takes long is ended and another started.
 */
export class AdviceClient {
  readonly #addresses: Addresses;
  readonly #tell: (news: AdviceNews) => void;
  #worker: Worker | undefined;
  #running: { readonly id: number; readonly since: number } | undefined;
  #waiting: AdviceRequest | undefined;
  #lastId = 0;

  constructor(addresses: Addresses, tell: (news: AdviceNews) => void) {
    this.#addresses = addresses;
    this.#tell = tell;
  }

  ask(request: AdviceRequest): void {
    this.#tell({ is: 'computing' });
    if (this.#running && performance.now() - this.#running.since < PATIENCE_MS) {
      this.#waiting = request;
      return;
    }
    if (this.#running) this.#end();
    this.#send(request);
  }

  /** Gives up what is being computed; the worker is ended. */
  stop(): void {
    if (!this.#running) return;
    this.#end();
    this.#tell({ is: 'stopped' });
  }

  #send(request: AdviceRequest): void {
    this.#lastId += 1;
    this.#running = { id: this.#lastId, since: performance.now() };
    this.#post({ do: 'advise', id: this.#lastId, request });
  }

  #post(message: ToWorker): void {
    this.#worker ??= this.#start();
    this.#worker.postMessage(message);
  }

  #start(): Worker {
    const worker = new Worker(this.#addresses.worker, { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => this.#take(data));
    worker.addEventListener('error', () => this.#fail());
    const hello: ToWorker = { do: 'open', catalog: this.#addresses.catalog };
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
    if (message.id !== this.#running?.id) return;
    this.#running = undefined;
    const next = this.#waiting;
    this.#waiting = undefined;
    if (message.is === 'answer') this.#tell({ is: 'answer', view: message.view });
    else this.#tell({ is: 'trouble', trouble: message.trouble });
    if (next) this.ask(next);
  }
}
