import type { KeeperAnswer, KeeperAsked } from '../worker/keeper/keeper-protocol.ts';
import type { DataFiles, Trouble } from '../worker/protocol.ts';
import { type Told, WorkerLine } from './worker-line.ts';

/** What came of a request to the keeper. */
export type KeeperNews =
  | { readonly is: 'kept'; readonly answer: KeeperAnswer }
  | { readonly is: 'trouble'; readonly trouble: Trouble };

/** Asks a worker of its own, so that an answer under way does not hold the keeper up. */
export class KeeperClient {
  readonly #line: WorkerLine;
  readonly #waiting = new Map<number, (news: KeeperNews) => void>();
  #lastId = 0;

  constructor(start: () => Worker, files: DataFiles) {
    this.#line = new WorkerLine(start, files, {
      take: (message) => this.#take(message),
      fail: () => this.#fail(),
    });
  }

  ask(asked: KeeperAsked): Promise<KeeperNews> {
    this.#lastId += 1;
    const id = this.#lastId;
    this.#line.post({ do: 'keep', id, asked });
    return new Promise((done) => this.#waiting.set(id, done));
  }

  #take(message: Told): void {
    if (message.is !== 'kept' && message.is !== 'trouble') return;
    this.#waiting.get(message.id)?.(message);
    this.#waiting.delete(message.id);
  }

  #fail(): void {
    for (const done of this.#waiting.values()) done({ is: 'trouble', trouble: { code: 'failed', text: '' } });
    this.#waiting.clear();
  }
}
