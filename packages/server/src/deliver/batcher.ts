type Waiting<K, V> = {
  readonly key: K;
  readonly done: (value: V) => void;
  readonly fail: (error: unknown) => void;
};

/**
 * Asks in one go for what many ask for at about the same time. While one question is under way, the next is gathered:
 * the busier it is, the more goes into one, and nobody waits for a clock.
 */
export class Batcher<K, V> {
  readonly #run: (keys: readonly K[]) => Promise<readonly V[]>;
  readonly #most: number;
  #waiting: Waiting<K, V>[] = [];
  #isRunning = false;

  /** `run` gives a value for each key, in their order; where it fails, all that asked with it fail. */
  constructor(run: (keys: readonly K[]) => Promise<readonly V[]>, most = 200) {
    this.#run = run;
    this.#most = most;
  }

  ask(key: K): Promise<V> {
    return new Promise((done, fail) => {
      this.#waiting.push({ key, done, fail });
      if (!this.#isRunning) void this.#work();
    });
  }

  async #work(): Promise<void> {
    this.#isRunning = true;
    // What is asked for in the same moment goes with the first.
    await new Promise<void>((next) => setImmediate(next));
    while (this.#waiting.length > 0) await this.#settle(this.#waiting.splice(0, this.#most));
    this.#isRunning = false;
  }

  async #settle(batch: readonly Waiting<K, V>[]): Promise<void> {
    try {
      const values = await this.#run(batch.map(({ key }) => key));
      for (const [index, { done }] of batch.entries()) done(values[index] as V);
    } catch (error) {
      for (const { fail } of batch) fail(error);
    }
  }
}
