import type { Outcome } from './choice.ts';

/** What each choice came to in each scenario. */
export class OutcomeTable {
  readonly count: number;
  readonly worlds: number;
  readonly #costs: readonly Float64Array[];
  readonly #served: readonly Uint8Array[];
  readonly #refills: Float64Array;

  constructor(choices: number, count: number, worlds: number) {
    this.count = count;
    this.worlds = worlds;
    this.#costs = Array.from({ length: choices }, () => new Float64Array(count));
    this.#served = Array.from({ length: choices }, () => new Uint8Array(count));
    this.#refills = new Float64Array(choices);
  }

  set(choice: number, scenario: number, { cost, refills, isServed }: Outcome): void {
    (this.#costs[choice] as Float64Array)[scenario] = cost;
    (this.#served[choice] as Uint8Array)[scenario] = isServed ? 1 : 0;
    this.#refills[choice] = (this.#refills[choice] as number) + refills;
  }

  costsOf(choice: number): Float64Array {
    return this.#costs[choice] as Float64Array;
  }

  serves(choice: number, scenario: number): boolean {
    return (this.#served[choice] as Uint8Array)[scenario] === 1;
  }

  refillsOf(choice: number): number {
    return (this.#refills[choice] as number) / this.count;
  }

  /** Of the choices that serve a scenario, those that cost least, and what they cost; none where nothing serves it. */
  cheapestIn(scenario: number): { readonly cost: number; readonly choices: readonly number[] } {
    let cost = Number.POSITIVE_INFINITY;
    let choices: number[] = [];
    for (let choice = 0; choice < this.#costs.length; choice++) {
      const own = this.costsOf(choice)[scenario] as number;
      if (!this.serves(choice, scenario) || own > cost) continue;
      if (own < cost) choices = [];
      cost = own;
      choices.push(choice);
    }
    return { cost, choices };
  }
}
