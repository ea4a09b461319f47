/**
 * Numbers that look random and are the same for the same seed and stream, on every machine. Streams of one seed do not
 * overlap in practice, so that scenario 17 is the same whether or not scenario 16 was drawn.
 */
export class Random {
  #a: number;
  #b: number;
  #c: number;
  #counter = 1;
  #spare: number | null = null;

  constructor(seed: number, stream: number) {
    this.#a = seed | 0;
    this.#b = Math.floor(seed / 2 ** 32) | 0;
    this.#c = stream | 0;
    for (let round = 0; round < 15; round++) this.#step();
  }

  /** At least 0 and below 1. */
  next(): number {
    return this.#step() / 2 ** 32;
  }

  /** A whole number from 0 to `count - 1`. */
  below(count: number): number {
    return Math.floor(this.next() * count);
  }

  /** From the normal distribution with mean 0 and variance 1, by the polar method. */
  normal(): number {
    if (this.#spare !== null) {
      const spare = this.#spare;
      this.#spare = null;
      return spare;
    }
    let [x, y, size] = [0, 0, 0];
    do {
      x = 2 * this.next() - 1;
      y = 2 * this.next() - 1;
      size = x * x + y * y;
    } while (size >= 1 || size === 0);
    const scale = Math.sqrt((-2 * Math.log(size)) / size);
    this.#spare = y * scale;
    return x * scale;
  }

  /** A positive factor with mean 1 and this coefficient of variation, from the lognormal distribution. */
  factor(variation: number): number {
    if (variation === 0) return 1;
    const variance = Math.log1p(variation * variation);
    return Math.exp(Math.sqrt(variance) * this.normal() - variance / 2);
  }

  /** The small fast counting generator of 32-bit words: a chaotic mix of three, and a counter that bounds the period from below. */
  #step(): number {
    const sum = (((this.#a + this.#b) | 0) + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }
}
