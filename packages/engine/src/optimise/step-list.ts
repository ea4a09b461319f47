import type { Coverage, Steps } from './cover-steps.ts';

/** Steps with one more thing beside each, from step `since` on, of which `most` bytes are as good as any more. */
type Shifted = { readonly steps: Steps; readonly since: number; readonly step: Coverage; readonly most: number };

/** Steps that are written anew many times in the same memory. */
export class StepList {
  #costs = new Float64Array(16);
  #bytes = new Float64Array(16);
  #length = 0;

  get dearest(): number {
    return this.#costs[this.#length - 1] ?? Number.NEGATIVE_INFINITY;
  }

  get most(): number {
    return this.#bytes[this.#length - 1] ?? -1;
  }

  taken(): Steps {
    return { costs: this.#costs.slice(0, this.#length), bytes: this.#bytes.slice(0, this.#length) };
  }

  /** Writes the better of two ways for every number of bytes. */
  merge(other: StepList, { steps, since, step, most }: Shifted): void {
    this.#clear(other.#length + steps.costs.length);
    let [i, j] = [0, since];
    const end = steps.costs.length;
    while (i < other.#length || j < end) {
      const cost = j < end ? (steps.costs[j] as number) + step.cost : Number.POSITIVE_INFINITY;
      const bytes = j < end ? Math.min(most, (steps.bytes[j] as number) + step.bytes) : -1;
      const own = i < other.#length ? (other.#costs[i] as number) : Number.POSITIVE_INFINITY;
      const isOwn = own < cost || (own === cost && (other.#bytes[i] ?? -1) >= bytes);
      if (isOwn) this.#add(own, other.#bytes[i++] as number);
      else this.#add(cost, bytes);
      if (!isOwn) j++;
    }
  }

  #add(cost: number, bytes: number): void {
    if (this.#length > 0 && bytes <= (this.#bytes[this.#length - 1] as number)) return;
    this.#costs[this.#length] = cost;
    this.#bytes[this.#length++] = bytes;
  }

  #clear(room: number): void {
    this.#length = 0;
    if (room <= this.#costs.length) return;
    this.#costs = new Float64Array(2 * room);
    this.#bytes = new Float64Array(2 * room);
  }
}
