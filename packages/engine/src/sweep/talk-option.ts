import { day } from '../civil-day.ts';
import { localSecondOf } from '../local-time.ts';
import type { Demand } from '../optimise/demand.ts';
import { type Span, spanOf } from '../optimise/fill.ts';
import { hasDataRate, type MarketOffer, seenFrom } from '../optimise/market.ts';
import type { Stage } from '../optimise/solution.ts';
import { SupplyBook } from '../optimise/supply.ts';
import type { SupplyShelf } from '../optimise/supply-shelf.ts';
import type { UsageEvent } from '../usage.ts';
import { usableSpans } from './byte-line.ts';
import { costsByDay } from './costs-by-day.ts';

/**
 * A phone card kept through the stay, perhaps with an add-on for data that is kept as long, or none: what they cost by the
 * end of each day, and what data they bring.
 */
export type TalkOption = {
  readonly market: MarketOffer | null;
  readonly kept: MarketOffer | null;
  /** Calls and messages as the card sees them. */
  readonly talk: readonly UsageEvent[];
  /** Fees and talk in the common currency, infinite from the day on that it cannot serve. */
  readonly costs: Float64Array;
  readonly spans: readonly Span[];
  /** What a byte of each use costs beyond what is held; infinite where none is sold. */
  readonly prices: Float64Array;
};

export type TalkProblem = {
  readonly talk: readonly UsageEvent[];
  readonly demand: Demand;
  readonly shelf: SupplyShelf;
  readonly stage: Stage;
};

/** No phone card: nothing is served from the first call or message on. */
export function noPhone({ talk, demand, stage: { period } }: TalkProblem): TalkOption {
  const first = talk[0]?.at ?? Number.POSITIVE_INFINITY;
  const costs = Float64Array.from({ length: period.days }, (_, each) =>
    first < localSecondOf(day(period.start + each + 1)) ? Number.POSITIVE_INFINITY : 0,
  );
  const prices = new Float64Array(demand.uses.length).fill(Number.POSITIVE_INFINITY);
  return { market: null, kept: null, talk, costs, spans: [], prices };
}

/** One phone card from the first day on, and what is kept beside it. */
export function phoneOption({ market, kept }: KeptOffers, problem: TalkProblem): TalkOption {
  const { talk, demand, shelf, stage } = problem;
  const { period, local } = stage;
  const at = localSecondOf(period.start);
  const offers = kept ? [market, kept] : [market];
  const supplies = offers.map(({ offer }) => new SupplyBook(offer, period, local).at(at, null));
  const isPriced = supplies.every((supply) => supply.isPriced);
  const spans = supplies.flatMap(({ portions }) => portions.flatMap((portion) => spanOf(portion, demand) ?? []));
  const seen = seenFrom(market, talk);
  const card = { offers, purchases: offers.map(({ offer }) => ({ offer: offer.id, at })), uses: seen };
  const rated = kept && hasDataRate(kept.offer) ? kept : market;
  const free = shelf.freeSpans(rated, 0, demand.uses.length);
  return {
    market,
    kept,
    talk: seen,
    costs: isPriced ? costsByDay(card, stage) : new Float64Array(period.days).fill(Number.POSITIVE_INFINITY),
    spans: usableSpans([...spans, ...free]),
    prices: shelf.pricesOf(rated).prices,
  };
}

/** A phone card, and an add-on that is kept beside it. */
export type KeptOffers = { readonly market: MarketOffer; readonly kept: MarketOffer | null };
