import { day } from '../civil-day.ts';
import type { Purchase } from '../holding.ts';
import { dayOf, type LocalSecond, localSecondOf } from '../local-time.ts';
import type { Demand } from '../optimise/demand.ts';
import { type Span, spanOf } from '../optimise/fill.ts';
import { isForTalkAlone, type MarketOffer, seenFrom } from '../optimise/market.ts';
import type { Stage } from '../optimise/solution.ts';
import { SupplyBook } from '../optimise/supply.ts';
import type { SupplyShelf, Way } from '../optimise/supply-shelf.ts';
import type { UsageEvent } from '../usage.ts';
import { usableSpans } from './byte-line.ts';
import { costsByDay } from './costs-by-day.ts';

/**
 * A phone card kept through the stay, perhaps with an add-on from its first use on, or none: what they cost by the end
 * of each day, and what data they bring.
 */
export type TalkOption = {
  readonly market: MarketOffer | null;
  /** The phone card and what is bought with it, and these purchases; nothing without a phone card. */
  readonly offers: readonly MarketOffer[];
  readonly purchases: readonly Purchase[];
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
  return { market: null, offers: [], purchases: [], talk, costs, spans: [], prices };
}

/** A phone card from the first day on, and an add-on on it that is kept to the end or for some of its cycles. */
export type KeptOffers = { readonly market: MarketOffer; readonly kept: Way | null };

export function phoneOption({ market, kept }: KeptOffers, problem: TalkProblem): TalkOption {
  const { talk, demand, shelf, stage } = problem;
  const { period, local } = stage;
  const plan: Held = { market, at: localSecondOf(period.start), until: null };
  const held = kept ? [plan, heldFrom(keptFrom(kept, problem), kept, shelf)] : [plan];
  const until = held[1]?.until ?? null;
  const offers = held.map((each) => each.market);
  const purchases = held.map(({ market: { offer }, at, until: end }) => ({
    offer: offer.id,
    at,
    ...(end === null ? {} : { until: end }),
  }));
  const supplies = held.map((each) => new SupplyBook(each.market.offer, period, local).at(each.at, each.until));
  const isPriced = supplies.every((supply) => supply.isPriced);
  const granted = supplies.flatMap(({ portions }) => portions.flatMap((portion) => spanOf(portion, demand) ?? []));
  const seen = seenFrom(market, talk);
  const { spans, prices } = rateOf({ market, kept }, until, problem);
  return {
    market,
    offers,
    purchases,
    talk: seen,
    costs: isPriced
      ? costsByDay({ offers, purchases, uses: seen }, stage)
      : new Float64Array(period.days).fill(Number.POSITIVE_INFINITY),
    spans: usableSpans([...granted, ...spans]),
    prices,
  };
}

type Held = { readonly market: MarketOffer; readonly at: LocalSecond; readonly until: LocalSecond | null };

function heldFrom(at: LocalSecond, { market, cycles }: Way, shelf: SupplyShelf): Held {
  return { market, at, until: shelf.givenUpAt(market, at, cycles) };
}

/** An add-on is bought at the first use that it is for; one with data at the start, where no data is used on the first day. */
function keptFrom({ market }: Way, { talk, demand, stage }: TalkProblem): LocalSecond {
  const start = localSecondOf(stage.period.start);
  if (isForTalkAlone(market)) return talk[0]?.at ?? start;
  const first = demand.moments[0] ?? start;
  return dayOf(first) === stage.period.start ? first : start;
}

/** What is served beyond buckets: by the rate of the add-on while it is held, where it has one, else by that of the plan. */
function rateOf(
  { market, kept }: KeptOffers,
  until: LocalSecond | null,
  { demand, shelf }: TalkProblem,
): Pick<TalkOption, 'spans' | 'prices'> {
  const uses = demand.uses.length;
  const { prices } = shelf.pricesOf(market);
  if (!kept || !shelf.hasRate(kept.market)) return { spans: shelf.freeSpans(market, 0, uses), prices };
  const end = until === null ? uses : demand.indexFrom(until);
  return {
    spans: [...shelf.freeSpans(kept.market, 0, end), ...shelf.freeSpans(market, end, uses)],
    prices: shelf.pricesOf(kept.market).prices.map((price, use) => (use < end ? price : (prices[use] as number))),
  };
}
