import { dayOf, type LocalSecond, localSecondOf } from '../local-time.ts';
import { INTERNET, type UsageEvent } from '../usage.ts';
import { Demand } from './demand.ts';
import { Effort } from './effort.ts';
import { type Limits, type MarketOffer, recurs, searchedOf, talkOffersOf } from './market.ts';
import { type Month, monthsOf } from './month-coverages.ts';
import { OptimumSearch } from './optimum-search.ts';
import { PackShelf } from './pack.ts';
import type { PastBest } from './past-best.ts';
import { PlanData } from './plan-data.ts';
import type { Stage } from './solution.ts';
import { SupplyShelf } from './supply-shelf.ts';
import { TalkBook } from './talk-plan.ts';

/** A stay of known use and what is for sale. */
export type OptimiseProblem = {
  readonly market: readonly MarketOffer[];
  /** In the order of time. */
  readonly uses: readonly UsageEvent[];
  readonly stage: Stage;
};

/**
 * Finds the cheapest cards for a stay of known use, as the rating engine charges it, and proves it. What is worked out
 * about offers is kept from one search to the next. See docs/decisions/0004-the-optimum.md for the combinations searched.
 */
export class Optimiser {
  readonly stage: Stage;
  readonly effort: Effort;
  readonly demand: Demand;
  readonly shelf: SupplyShelf;
  readonly packs: PackShelf;
  readonly planData: PlanData;
  readonly talk: TalkBook;
  readonly months: readonly Month[];
  readonly market: readonly MarketOffer[];
  readonly #uses: readonly UsageEvent[];
  /** The best of past searches, by their limits. */
  readonly #past: Map<string, PastBest>;

  /** @param before an optimiser of the same stay with other uses; what is still true of it is taken over. */
  constructor({ market, uses, stage }: OptimiseProblem, before?: Optimiser) {
    this.stage = stage;
    this.#uses = uses;
    this.market = before ? market : searchedOf(market);
    this.effort = before?.effort ?? new Effort();
    this.#past = new Map(before ? before.#past : []);
    this.demand = demandOf(uses, this);
    this.shelf = (before ? before.#shelfFor(this.demand) : null) ?? new SupplyShelf(this.demand, stage, this.effort);
    this.packs = new PackShelf(this.demand, stage, this.shelf);
    this.planData = new PlanData(this.demand, this.shelf);
    this.months = monthsOf(this.demand, stage.period, stage.local);
    this.talk = (before ? before.#talkFor(uses) : null) ?? new TalkBook(uses, stage, this.effort);
  }

  /** The supplies where data are used at the same moments, whatever the amounts; null where they are not. */
  #shelfFor({ uses }: Demand): SupplyShelf | null {
    return areAlike(uses, this.demand.uses, 'any amount') ? this.shelf : null;
  }

  #talkFor(uses: readonly UsageEvent[]): TalkBook | null {
    const [talk, before] = [uses, this.#uses].map((all) => all.filter((use) => !isData(use)));
    return talk && before && areAlike(talk, before, 'same amount') ? this.talk : null;
  }

  /** An optimiser for other uses of the same stay; it searches the same space, sooner. */
  moved(uses: readonly UsageEvent[]): Optimiser {
    return new Optimiser({ market: this.market, uses, stage: this.stage }, this);
  }

  /** A search within limits, over all offers or those named. */
  search(limits: Limits, only?: ReadonlySet<string>): OptimumSearch {
    const market = only ? this.market.filter(({ offer }) => only.has(offer.id)) : this.market;
    const memory = only ? null : { past: this.#past, key: JSON.stringify(limits) };
    return new OptimumSearch(this, { limits, market, memory });
  }
}

/**
 * The data of a stay, and other moments at which add-ons may be bought, at which no data is asked for: a call or message, where
 * some hold talk together with data; and the start of the stay, where some renew and no data is used on the first day, as
 * whatever renews may suit later uses better from then on.
 */
function demandOf(uses: readonly UsageEvent[], { market, stage }: Pick<Optimiser, 'market' | 'stage'>): Demand {
  const beside = new Set(talkOffersOf(market).flatMap(({ besideData }) => [...besideData]));
  const data = uses.filter(isData);
  const talk = uses.filter(({ kind }) => beside.has(kind)).map(({ at }) => momentOnly(at));
  const isIdleFirst = data[0] !== undefined && dayOf(data[0].at) > stage.period.start;
  const renews = market.some(({ role, offer }) => role === 'add-on' && recurs(offer));
  const start = isIdleFirst && renews ? [momentOnly(localSecondOf(stage.period.start))] : [];
  return new Demand(
    [...start, ...talk, ...data].sort((a, b) => a.at - b.at),
    beside,
  );
}

function momentOnly(at: LocalSecond): UsageEvent {
  return { at, kind: 'data', to: INTERNET, amount: 0 };
}

function isData({ kind }: UsageEvent): boolean {
  return kind === 'data';
}

/** Whether uses are of the same kind at the same moments, and of the same amount if that matters. */
function areAlike(a: readonly UsageEvent[], b: readonly UsageEvent[], amounts: 'any amount' | 'same amount'): boolean {
  return (
    a.length === b.length &&
    a.every((use, index) => {
      const other = b[index] as UsageEvent;
      const isSame = use.at === other.at && use.kind === other.kind && use.to === other.to && use.app === other.app;
      return isSame && (amounts === 'any amount' || use.amount === other.amount);
    })
  );
}
