/** Things that have arrived, and a way to wait for more of them. */
export class Arrivals<T> {
  readonly all: T[] = [];
  readonly #waiting = new Set<() => void>();

  add(item: T): void {
    this.all.push(item);
    for (const wake of this.#waiting) wake();
    this.#waiting.clear();
  }

  /** The first arrival that fits, now or later. */
  async first(fits: (item: T) => boolean): Promise<T> {
    for (;;) {
      const found = this.all.find(fits);
      if (found !== undefined) return found;
      await new Promise<void>((resolve) => this.#waiting.add(resolve));
    }
  }

  /** Waits until so many that fit have arrived. */
  async count(count: number, fits: (item: T) => boolean = () => true): Promise<void> {
    while (this.all.filter(fits).length < count) await new Promise<void>((resolve) => this.#waiting.add(resolve));
  }
}
