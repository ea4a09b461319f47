/**
 * What was worked on, in units that take about as long each whatever the stay: a use served, a span or a coverage looked at.
 * A caller who stops a search after so many units gets the same answer on a fast machine and on a slow one.
 */
export class Effort {
  #spent = 0;

  get spent(): number {
    return this.#spent;
  }

  spend(units: number): void {
    this.#spent += units;
  }
}

/** Units that go into a use which the rating engine charges, a supply or a pack looked at, and a node made. */
export const UNITS_A_RATED_USE = 100;
export const UNITS_A_SUPPLY = 40;
export const UNITS_A_NODE = 400;

/** Units that go into what a supply grants at a time, and into what a byte of a use costs on an offer. */
export const UNITS_A_PORTION = 4;
export const UNITS_A_PRICE = 2;

/** Units that go into a call or message looked at for what it costs at least. */
export const UNITS_A_TALK = 20;

/** Units that go into a set of purchases compared with another. */
export const UNITS_A_COMPARISON = 1;

/** A dive to a first answer is given up after so many units for each use that is asked for. */
export const UNITS_A_DIVE = 12_000;

/** A search rests after so many units. */
export const UNITS_A_STEP = 25_000;
