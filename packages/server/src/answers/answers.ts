import { Piscina } from 'piscina';
import { RequestFailure } from '../http/problems.ts';
import type { Answered } from './answer.ts';
import type { Compiled } from './knowledge.ts';
import type { Question } from './question.ts';

export type AnswersOptions = {
  readonly compiled: Compiled;
  /** The built file of `answer-thread.ts`. */
  readonly thread: URL;
  readonly threads: number;
};

const LONGEST_MS = 30_000;
/** How many may wait for each thread; more would wait longer than anybody does. */
const WAITING_PER_THREAD = 16;

/** Answers questions in threads of their own. */
export class Answers {
  readonly #pool: Piscina;

  constructor({ compiled, thread, threads }: AnswersOptions) {
    this.#pool = new Piscina({
      filename: thread.href,
      name: 'answerQuestion',
      workerData: compiled,
      minThreads: 0,
      maxThreads: threads,
      maxQueue: threads * WAITING_PER_THREAD,
      idleTimeout: 600_000,
    });
  }

  /** The answer as JSON. @throws RequestFailure where it cannot be worked out, or not now */
  async ask(question: Question): Promise<string> {
    const signal = AbortSignal.timeout(LONGEST_MS);
    const answered: Answered = await this.#pool.run(question, { signal }).catch((error: Error) => {
      if (signal.aborted) throw new RequestFailure('too-slow');
      if (error.message === 'Task queue is at limit') throw new RequestFailure('busy');
      throw error;
    });
    if (answered.is === 'answered') return answered.json;
    throw new RequestFailure('cannot-answer', { detail: answered.detail });
  }

  async close(): Promise<void> {
    await this.#pool.destroy();
  }
}
