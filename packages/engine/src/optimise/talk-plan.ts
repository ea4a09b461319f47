import { day } from '../civil-day.ts';
import { cycleEnd } from '../cycle.ts';
import type { Purchase } from '../holding.ts';
import { type LocalSecond, localSecondOf } from '../local-time.ts';
import type { UsageEvent } from '../usage.ts';
import { type MarketOffer, seenFrom } from './market.ts';
import { replay, type Stage, servesAll } from './solution.ts';
import { type Portion, SupplyBook, sumOfCharges } from './supply.ts';
import { leastForTalk, shareTalk } from './talk-share.ts';

/** A talk card kept over a part of the stay, the calls and messages it carries, and the data in its fee. */
export type TalkCard = {
  readonly market: MarketOffer;
  readonly purchase: Purchase;
  readonly talk: readonly UsageEvent[];
  readonly portions: readonly Portion[];
  /** Fees and talk, in the common currency. */
  readonly cost: number;
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

  constructor(uses: readonly UsageEvent[], stage: Stage) {
    this.#talk = uses.filter(({ kind }) => kind !== 'data');
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
    for (const phone of phones) {
      for (const part of this.#stretches(phone, this.#talk, this.#start)) yield planOf([this.#card(phone, part)]);
    }
    if (most < 2 || this.#talk.length === 0) return;
    yield* this.#sequences(phones);
    for (const [index, one] of phones.entries()) {
      for (const other of phones.slice(index + 1)) yield* this.#together([one, other]);
    }
  }

  /** A card begins at the earliest or at its first talk, and is kept or given up at the end of the cycle of its last talk. */
  #stretches(phone: MarketOffer, talk: readonly UsageEvent[], earliest: LocalSecond): Part[] {
    const first = talk[0]?.at ?? earliest;
    const last = talk.at(-1)?.at;
    const starts = first > earliest ? [earliest, first] : [earliest];
    return starts.flatMap((from) => {
      const over = last === undefined ? undefined : this.#cycleEnds(phone, from).find((at) => at > last);
      const ends = over === undefined ? [this.#end] : [this.#end, over];
      return ends.map((until) => ({ from, until, talk }));
    });
  }

  /** One card until the end of one of its paid cycles, another from then on, or from the next talk on. */
  *#sequences(phones: readonly MarketOffer[]): Generator<TalkPlan | null, void> {
    for (const first of phones) {
      for (const change of this.#cycleEnds(first, this.#start).slice(0, MOST_CYCLES)) {
        const talk = this.#talk.filter(({ at }) => at < change);
        const before = this.#card(first, { from: this.#start, until: change, talk });
        const seconds = phones.filter((second) => second !== first || !first.isOnce);
        if (before) for (const second of seconds) yield* this.#after(before, second, change);
      }
    }
  }

  *#after(before: TalkCard, second: MarketOffer, change: LocalSecond): Generator<TalkPlan | null, void> {
    const talk = this.#talk.filter(({ at }) => at >= change);
    for (const part of this.#stretches(second, talk, change)) yield planOf([before, this.#card(second, part)]);
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

  /** Two cards at once: few calls and messages in every way, many by the room that is left; or one card carries all. */
  *#together(markets: readonly MarketOffer[]): Generator<TalkPlan | null, void> {
    if (this.#talk.length <= MOST_DIVIDED) {
      for (let mask = 0; mask < 2 ** this.#talk.length; mask++) {
        yield this.#divided(
          markets,
          [0, 1].map((bit) => this.#talk.filter((_, index) => ((mask >> index) & 1) === bit)),
        );
      }
      return;
    }
    yield this.#divided(markets, [this.#talk, []]);
    yield this.#divided(markets, [[], this.#talk]);
    yield this.#shared(markets);
  }

  #divided(markets: readonly MarketOffer[], shares: readonly (readonly UsageEvent[])[]): TalkPlan | null {
    const parts = shares.map((talk) => ({ from: this.#start, until: this.#end, talk }));
    return planOf(parts.map((part, index) => this.#card(markets[index] as MarketOffer, part)));
  }

  /** Each call and message to the card that has room for it, else to the one with the lower rate. */
  #shared(markets: readonly MarketOffer[]): TalkPlan | null {
    const books = markets.map(({ offer }) =>
      new SupplyBook(offer, this.#stage.period, this.#stage.local).at(this.#start, null),
    );
    const portions = books.map((book) => book.portions);
    const shares = shareTalk(this.#talk, markets, portions);
    const plan = shares && this.#divided(markets, shares);
    const fees = books.reduce(
      (sum, { charges }, index) => sum + sumOfCharges(charges) * (markets[index] as MarketOffer).weight,
      0,
    );
    return plan && { ...plan, bound: Math.min(plan.cost, fees + leastForTalk(this.#talk, markets, portions)) };
  }

  #card(market: MarketOffer, part: Part): TalkCard | null {
    const { from, until, talk } = part;
    const key = `${market.offer.id} ${from} ${until} ${talk.map(({ at, kind, to }) => `${at}${kind}${to}`).join()}`;
    const known = this.#cards.get(key);
    if (known !== undefined) return known;
    const card = this.#draw(market, part);
    this.#cards.set(key, card);
    return card;
  }

  #draw(market: MarketOffer, { from, until, talk: asked }: Part): TalkCard | null {
    const isLeft = until < this.#end;
    const purchase: Purchase = { offer: market.offer.id, at: from, ...(isLeft ? { until } : {}) };
    const talk = seenFrom(market, asked);
    const statement = replay({ offers: [market], purchases: [purchase], uses: talk }, this.#stage);
    if (!servesAll(statement, this.#stage)) return null;
    const { period, local } = this.#stage;
    return {
      market,
      purchase,
      talk,
      portions: new SupplyBook(market.offer, period, local).at(from, isLeft ? until : null).portions,
      cost: statement.total * market.weight,
    };
  }
}

type Part = { readonly from: LocalSecond; readonly until: LocalSecond; readonly talk: readonly UsageEvent[] };

/** A talk card is left for another after at most so many cycles, or kept. */
const MOST_CYCLES = 10;

/** So many calls and messages are divided between two cards in every way. */
const MOST_DIVIDED = 5;

function planOf(cards: readonly (TalkCard | null)[]): TalkPlan | null {
  const all = cards.flatMap((card) => card ?? []);
  if (all.length < cards.length) return null;
  const cost = all.reduce((sum, card) => sum + card.cost, 0);
  return { cards: all, cost, bound: cost };
}
