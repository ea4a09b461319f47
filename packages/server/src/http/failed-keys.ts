const WINDOW_MS = 600_000;
const MOST_FAILURES = 20;
const MOST_CALLERS = 100_000;

type Failures = { count: number; readonly until: number };

/** Counts wrong keys by caller; who has had too many is not even asked any more for a while. */
export class FailedKeys {
  readonly #failures = new Map<string, Failures>();
  readonly #now: () => number;

  /** `now` is in milliseconds and never goes back. */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** Seconds this caller has to wait; 0 where it may try. */
  waitSeconds(caller: string): number {
    const known = this.#failures.get(caller);
    if (!known || known.count < MOST_FAILURES) return 0;
    return Math.max(0, Math.ceil((known.until - this.#now()) / 1_000));
  }

  add(caller: string): void {
    const known = this.#failures.get(caller);
    if (known && known.until > this.#now()) known.count += 1;
    else this.#insert(caller);
  }

  #insert(caller: string): void {
    this.#failures.delete(caller);
    this.#failures.set(caller, { count: 1, until: this.#now() + WINDOW_MS });
    const [oldest] = this.#failures.keys();
    if (this.#failures.size > MOST_CALLERS && oldest !== undefined) this.#failures.delete(oldest);
  }
}
