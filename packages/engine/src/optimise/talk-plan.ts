import { day } from '../civil-day.ts';
import { cycleEnd } from '../cycle.ts';
import type { Purchase } from '../holding.ts';
import { type LocalSecond, localSecondOf } from '../local-time.ts';
import type { UsageEvent } from '../usage.ts';
import { type MarketOffer, seenFrom } from './market.ts';
import { replay, type SolutionCard, type Stage, servesAll } from './solution.ts';
import { type Portion, SupplyBook, sumOfCharges } from './supply.ts';
import { leastForTalk, leastPrice, shareTalk } from './talk-share.ts';

/** A talk card kept over a part of the stay, the calls and messages it carries, and the data in its fee. */
export type TalkCard = {
  readonly market: MarketOffer;
  readonly purchase: Purchase;
  readonly talk: readonly UsageEvent[];
  readonly portions: readonly Portion[];
  /** Fees and talk, in the common currency. */
  readonly cost: number;
  /** Cost of a byte beyond its portions; infinite where it serves none at full speed. */
  readonly rate: number;
};

/**
 * Talk cards that together carry all calls and messages: none, one, one after another, or two at once. `bound`: what no
 * way of sharing the talk among these cards goes below; less than the cost where the best way is not known to be found.
 */
export type TalkPlan = { readonly cards: readonly TalkCard[]; readonly cost: number; readonly bound: number };

const NO_CARDS: TalkPlan = { cards: [], cost: 0, bound: 0 };

/** The talk of a stay and what talk cards charge for carrying parts of it; each is worked out once. */
export class TalkBook {
  readonly #talk: readonly UsageEvent[];
  readonly #stage: Stage;
  readonly #start: LocalSecond;
  readonly #end: LocalSecond;
  readonly #cards = new Map<string, TalkCard | null>();

  constructor(talk: readonly UsageEvent[], stage: Stage) {
    this.#talk = talk;
    this.#stage = stage;
    this.#start = localSecondOf(stage.period.start);
    this.#end = localSecondOf(day(stage.period.start + stage.period.days));
  }

  /**
   * The talk plans of at most so many cards; null now and then, for a caller to rest. A plan with no card needs that
   * there is no talk.
   */
  *plans(phones: readonly MarketOffer[], most: number): Generator<TalkPlan | null, void> {
    if (this.#talk.length === 0) yield NO_CARDS;
    for (const phone of phones) for (const part of this.#stretches(phone)) yield planOf([this.#card(phone, part)]);
    if (most < 2 || this.#talk.length === 0) return;
    yield* this.#sequences(phones);
    for (const [index, one] of phones.entries()) {
      for (const other of phones.slice(index + 1)) yield this.#shared(one, other);
    }
  }

  /** A card may be kept through the stay, or from the first talk on, or be given up at the end of the last cycle with talk. */
  #stretches(phone: MarketOffer): Part[] {
    const first = this.#talk[0]?.at ?? this.#start;
    const last = this.#talk.at(-1)?.at ?? this.#end;
    const starts = first > this.#start ? [this.#start, first] : [this.#start];
    return starts.flatMap((from) => {
      const over = this.#cycleEnds(phone, from).find((at) => at > last);
      const ends = this.#talk.length > 0 && over !== undefined ? [this.#end, over] : [this.#end];
      return ends.map((until) => ({ from, until, talk: this.#talk }));
    });
  }

  /** One card until the end of one of its paid cycles, another from then on, or from the next talk on. */
  *#sequences(phones: readonly MarketOffer[]): Generator<TalkPlan | null, void> {
    for (const first of phones) {
      for (const change of this.#cycleEnds(first, this.#start).slice(0, MOST_CYCLES)) {
        const before = this.#card(first, {
          from: this.#start,
          until: change,
          talk: this.#talk.filter(({ at }) => at < change),
        });
        const talk = this.#talk.filter(({ at }) => at >= change);
        for (const second of before ? phones : []) {
          for (const from of new Set([change, talk[0]?.at ?? change])) {
            yield planOf([before, this.#card(second, { from, until: this.#end, talk })]);
          }
        }
      }
    }
  }

  #cycleEnds({ offer }: MarketOffer, origin: LocalSecond): LocalSecond[] {
    const { renews, dayRule, fee } = offer.terms;
    const recurs = fee.phases.some(({ times }) => times === null);
    if (!recurs || renews.unit === 'forever') return [];
    const days = { rule: dayRule, local: this.#stage.local, origin };
    const ends: LocalSecond[] = [];
    for (let at = cycleEnd(renews, days, 0); at < this.#end; at = cycleEnd(renews, days, ends.length)) ends.push(at);
    return ends;
  }

  /** Two cards at once: each call and message to the card that has room for it, else to the one with the lower rate. */
  #shared(one: MarketOffer, other: MarketOffer): TalkPlan | null {
    const markets = [one, other];
    const books = markets.map(({ offer }) =>
      new SupplyBook(offer, this.#stage.period, this.#stage.local).at(this.#start, null),
    );
    const portions = books.map((book) => book.portions);
    const shares = shareTalk(this.#talk, markets, portions);
    if (!shares || shares.some((share) => share.length === 0)) return null;
    const cards = markets.map((market, index) =>
      this.#card(market, { from: this.#start, until: this.#end, talk: shares[index] as UsageEvent[] }),
    );
    const plan = planOf(cards);
    const fees = books.reduce(
      (sum, { charges }, index) => sum + sumOfCharges(charges) * (markets[index] as MarketOffer).weight,
      0,
    );
    return plan && { ...plan, bound: Math.min(plan.cost, fees + leastForTalk(this.#talk, markets, portions)) };
  }

  #card(market: MarketOffer, part: Part): TalkCard | null {
    const { from, until, talk } = part;
    const key = `${market.offer.id} ${from} ${until} ${talk.map(({ at, to }) => `${at}${to}`).join()}`;
    const known = this.#cards.get(key);
    if (known !== undefined) return known;
    const card = talkCard({ market, ...part }, this.#stage, this.#end);
    this.#cards.set(key, card);
    return card;
  }
}

type Part = { readonly from: LocalSecond; readonly until: LocalSecond; readonly talk: readonly UsageEvent[] };

/** A talk card is left for another after at most so many cycles, or kept. */
const MOST_CYCLES = 10;

function planOf(cards: readonly (TalkCard | null)[]): TalkPlan | null {
  const all = cards.flatMap((card) => card ?? []);
  if (all.length < cards.length) return null;
  const cost = all.reduce((sum, card) => sum + card.cost, 0);
  return { cards: all, cost, bound: cost };
}

type Draft = { market: MarketOffer; from: LocalSecond; until: LocalSecond; talk: readonly UsageEvent[] };

function talkCard({ market, from, until, ...part }: Draft, stage: Stage, end: LocalSecond): TalkCard | null {
  const purchase: Purchase = { offer: market.offer.id, at: from, ...(until < end ? { until } : {}) };
  const talk = seenFrom(market, part.talk);
  const card: SolutionCard = { offers: [market], purchases: [purchase], uses: talk };
  const statement = replay(card, stage);
  if (!servesAll(statement, stage)) return null;
  const book = new SupplyBook(market.offer, stage.period, stage.local);
  return {
    market,
    purchase,
    talk,
    portions: book.at(from, until < end ? until : null).portions,
    cost: statement.total * market.weight,
    rate: dataRate(market, stage) * market.weight,
  };
}

/** The least a byte beyond the buckets of a base plan can cost, in its minor units; infinite where none is served. */
function dataRate({ offer }: MarketOffer, { acceptsThrottle }: Stage): number {
  const rate = offer.terms.rates.find(({ kind, scope }) => kind === 'data' && Object.keys(scope).length === 0);
  if (rate?.action.do === 'throttle') return acceptsThrottle ? 0 : Number.POSITIVE_INFINITY;
  return rate?.action.do === 'charge' ? leastPrice(rate.action) : Number.POSITIVE_INFINITY;
}
