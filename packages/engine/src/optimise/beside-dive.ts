import { type CoverProblem, heldSupply } from './cover-problem.ts';
import { UNITS_A_DIVE } from './effort.ts';
import { type Bought, standsInTheWay } from './purchase-rules.ts';

/** So many purchases are tried before a rest. */
const TRIED_AT_ONCE = 16;

/**
 * Adds to purchases that cover a demand what else is worth it for that which counts beside it, one pack after another, each the
 * one with which a replay costs the least; not proven to be the best, and without packs that others may not be held beside.
 * @param costOf replays purchases and keeps the best.
 */
export function* addBeside(
  problem: CoverProblem,
  cover: readonly Bought[],
  costOf: (bought: readonly Bought[]) => number,
): Generator<void, void> {
  const { demand, effort } = problem;
  const most = effort.spent + UNITS_A_DIVE * demand.uses.length;
  let least = costOf(cover);
  for (let better: readonly Bought[] | null = cover; better && effort.spent < most; ) {
    const bought: readonly Bought[] = better;
    better = null;
    for (const [index, item] of itemsBeside(bought, problem).entries()) {
      const next = [...bought, item].sort((a, b) => a.use - b.use);
      const cost = costOf(next);
      if (cost < least) [least, better] = [cost, next];
      if (index % TRIED_AT_ONCE === TRIED_AT_ONCE - 1) yield;
    }
    yield;
  }
}

/** What may be bought beside purchases, at every use. */
function itemsBeside(bought: readonly Bought[], problem: CoverProblem): Bought[] {
  const { packs, shelf, room, demand } = problem;
  const had = new Set([...room.once, ...bought.map(({ pack }) => pack.market)]);
  const useful = packs.filter(
    (pack) => shelf.holdsBeside(pack.market) && !standsInTheWay(pack) && !(pack.market.isOnce && had.has(pack.market)),
  );
  const items = useful.flatMap((pack) => [...demand.uses.keys()].map((use) => ({ pack, use })));
  return items.filter((item) => heldSupply(problem, item) !== null);
}
