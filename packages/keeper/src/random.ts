/** Numbers that look random and are the same for the same seed and stream on every machine. */
export class Random {
  #state: number;
  #spare: number | null = null;

  constructor(seed: number, stream: number) {
    this.#state = (Math.imul(seed, 0x9e3779b1) ^ Math.imul(stream + 1, 0x85ebca6b)) | 0;
    for (let round = 0; round < 4; round++) this.next();
  }

  /** At least 0 and below 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** From the normal distribution with mean 0 and variance 1. */
  normal(): number {
    if (this.#spare !== null) {
      const spare = this.#spare;
      this.#spare = null;
      return spare;
    }
    const radius = Math.sqrt(-2 * Math.log(1 - this.next()));
    const angle = 2 * Math.PI * this.next();
    this.#spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  }

  /** A positive factor with mean 1 and this coefficient of variation, from the lognormal distribution. */
  factor(variation: number): number {
    if (variation === 0) return 1;
    const variance = Math.log1p(variation * variation);
    return Math.exp(Math.sqrt(variance) * this.normal() - variance / 2);
  }
}
