import { Demand } from '../optimise/demand.ts';
import { type Limits, type MarketOffer, searchedOf } from '../optimise/market.ts';
import type { Stage } from '../optimise/solution.ts';
import type { UsageEvent } from '../usage.ts';
import { BestLengths } from './best-lengths.ts';
import { ByteLine } from './byte-line.ts';
import { StockedRack } from './data-rack.ts';
import { OptionSweep } from './option-sweep.ts';
import { SweepMemory } from './sweep-memory.ts';
import { type AskedUses, SweepTables } from './sweep-tables.ts';

/** What is for sale for stays that begin on the first day of the stage and last up to all of its days. */
export type SweepProblem = {
  readonly market: readonly MarketOffer[];
  readonly stage: Stage;
  readonly limits: Omit<Limits, 'kind'>;
};

/**
 * Finds cheap cards for all lengths of a stay in one pass over its days: at each moment at which data lacks, everything
 * worth buying is tried, and of the ways to come as far for as little the cheapest is kept. What is found can be had for
 * its cost; that nothing is cheaper is not proven. Tried are at most one phone card, kept through the stay, perhaps with
 * one add-on of some days from the first use or day on, its add-ons for one cycle at a time, and data cards.
 */
export class Sweep {
  readonly #problem: SweepProblem;
  readonly #market: readonly MarketOffer[];
  readonly #memory: SweepMemory;
  #tables: SweepTables | null = null;

  /** @param memory of sweeps of the same days, of which is kept what is still true. */
  constructor(problem: SweepProblem, memory = new SweepMemory()) {
    this.#problem = problem;
    this.#memory = memory;
    this.#market = searchedOf(problem.market);
  }

  /**
   * The cheapest of each kind for each number of days; `uses` are those of the longest stay. Unless `isFull`,
   * only the two cheapest kinds are looked into at each length. Rests between steps.
   */
  *run(uses: readonly UsageEvent[], isFull = false): Generator<void, BestLengths> {
    const { stage } = this.#problem;
    const demand = new Demand(uses.filter(({ kind }) => kind === 'data'));
    const best = new BestLengths({ demand, stage, isFull });
    const line = new ByteLine(demand, stage.period);
    const tables = yield* this.#tablesFor({ demand, talk: uses.filter(({ kind }) => kind !== 'data') });
    const cards = yield* new StockedRack(tables.cards, line).stock();
    for (const { option, shorter, rack } of tables.options) {
      const racks = [yield* new StockedRack(rack, line).stock(), cards];
      const course = { line, best, limits: this.#problem.limits, racks };
      yield* new OptionSweep(option, course).run();
      if (best.isTaken(option)) for (const sooner of shorter()) yield* new OptionSweep(sooner, course).run();
    }
    return best;
  }

  /** What packs and phone cards bring does not depend on how much is used, only on when. */
  *#tablesFor(asked: AskedUses): Generator<void, SweepTables> {
    if (!this.#tables?.isFor(asked)) {
      this.#tables = new SweepTables(this.#problem, this.#market, { asked, memory: this.#memory });
      yield* this.#tables.fill();
    }
    return this.#tables;
  }
}
