import type { Demand } from '../optimise/demand.ts';
import { Effort } from '../optimise/effort.ts';
import type { MarketOffer } from '../optimise/market.ts';
import type { Stage } from '../optimise/solution.ts';
import { SupplyShelf } from '../optimise/supply-shelf.ts';
import type { UsageEvent } from '../usage.ts';
import { type KeptOffers, phoneOption, type TalkOption, type TalkProblem } from './talk-option.ts';

/** Days and the moments of data in them, with what packs hold there. */
type Shelved = { readonly demand: Demand; readonly stage: Stage; readonly shelf: SupplyShelf };

/** What phone cards cost and bring, beside the same packs. */
type Talked = {
  readonly talk: readonly UsageEvent[];
  readonly shelf: SupplyShelf;
  readonly options: Map<MarketOffer, (KeptOffers & { readonly option: TalkOption })[]>;
};

/**
 * What sweeps leave to those after them: of the same days, what an offer that has not changed costs and holds; and what it
 * costs to talk, where nothing of that has changed. Amounts of data do not matter to it, nor what else is for sale.
 */
export class SweepMemory {
  #shelved: Shelved | null = null;
  #talked: Talked | null = null;

  shelfFor(demand: Demand, stage: Stage): SupplyShelf {
    const known = this.#shelved;
    if (known && isSameStage(known.stage, stage) && hasSameMoments(known.demand, demand)) return known.shelf;
    const shelf = new SupplyShelf(demand, stage, new Effort());
    this.#shelved = { demand, stage, shelf };
    return shelf;
  }

  phoneFor({ market, kept }: KeptOffers, problem: TalkProblem): TalkOption {
    const { talk, shelf } = problem;
    const talked: Talked =
      this.#talked?.shelf === shelf && isSameTalk(this.#talked.talk, talk)
        ? this.#talked
        : { talk, shelf, options: new Map() };
    this.#talked = talked;
    const known = talked.options.get(market) ?? [];
    talked.options.set(market, known);
    const same = known.find((other) => other.kept?.market === kept?.market && other.kept?.cycles === kept?.cycles);
    if (same) return same.option;
    const option = phoneOption({ market, kept }, problem);
    known.push({ market, kept, option });
    return option;
  }
}

function isSameStage(a: Stage, b: Stage): boolean {
  const isSamePeriod = a.period.start === b.period.start && a.period.days === b.period.days;
  return isSamePeriod && a.local === b.local && a.acceptsThrottle === b.acceptsThrottle;
}

/** Whether data is used at the same moments, for the same. */
export function hasSameMoments({ uses }: Demand, { uses: others }: Demand): boolean {
  return uses.length === others.length && uses.every((use, index) => isAlike(use, others[index] as UsageEvent));
}

export function isSameTalk(talk: readonly UsageEvent[], others: readonly UsageEvent[]): boolean {
  if (talk.length !== others.length) return false;
  return talk.every((use, index) => {
    const other = others[index] as UsageEvent;
    return isAlike(use, other) && use.amount === other.amount;
  });
}

function isAlike(a: UsageEvent, b: UsageEvent): boolean {
  return a.at === b.at && a.kind === b.kind && a.to === b.to && a.app === b.app;
}
