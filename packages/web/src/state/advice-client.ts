import type { FoundNews } from '../worker/found-row.ts';
import type { DataFiles, Said, SoFar, Trouble, Views, What } from '../worker/protocol.ts';
import { type Told, WorkerLine } from './worker-line.ts';

/** What becomes of a question. */
export type News =
  | ({ readonly is: 'computing' } & SoFar)
  | { readonly is: 'view'; readonly view: Partial<Views> }
  | { readonly is: 'trouble'; readonly trouble: Trouble }
  | { readonly is: 'stopped' }
  /** No answer to a question, but to ones that may come. */
  | { readonly is: 'found'; readonly news: FoundNews };

type Question = { readonly what: What; readonly said: Said };

/** Asks the worker, one question at a time: a newer one takes the place of one under way. */
export class AdviceClient {
  readonly #line: WorkerLine;
  readonly #tell: (news: News) => void;
  #asked = 0;
  #isRunning = false;

  constructor(start: () => Worker, files: DataFiles, tell: (news: News) => void) {
    this.#line = new WorkerLine(start, files, {
      take: (message) => this.#take(message),
      fail: () => this.#fail(),
    });
    this.#tell = tell;
  }

  /** Has the worker ready for the first question. */
  open(): void {
    this.#line.open();
  }

  ask({ what, said }: Question): void {
    this.#asked += 1;
    this.#isRunning = true;
    this.#tell({ is: 'computing', found: null, view: {} });
    this.#line.post({ do: 'tell', id: this.#asked, what, said });
  }

  /** Gives up what is being computed. */
  stop(): void {
    if (!this.#isRunning) return;
    this.#isRunning = false;
    this.#line.post({ do: 'stop' });
    this.#tell({ is: 'stopped' });
  }

  #fail(): void {
    this.#isRunning = false;
    this.#tell({ is: 'trouble', trouble: { code: 'failed', text: '' } });
  }

  #take(message: Told): void {
    if (message.is === 'hits' || message.is === 'kept') return;
    if (message.is === 'found') return this.#tell(message);
    if (message.id !== this.#asked || !this.#isRunning) return;
    if (message.is === 'progress') this.#tell({ is: 'computing', found: message.found, view: message.view });
    else {
      this.#isRunning = false;
      this.#tell(message);
    }
  }
}
