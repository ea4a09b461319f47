import { day } from '../civil-day.ts';
import { cycleEnd } from '../cycle.ts';
import type { Purchase } from '../holding.ts';
import { type LocalSecond, localSecondOf } from '../local-time.ts';
import type { UsageEvent } from '../usage.ts';
import type { MarketOffer } from './market.ts';
import { replay, type SolutionCard, type Stage, servesAll } from './solution.ts';
import { type Portion, SupplyBook } from './supply.ts';

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

/** Talk cards that together carry all calls and messages: none, one, one after another, or two at once. */
export type TalkPlan = { readonly cards: readonly TalkCard[]; readonly cost: number };

const NO_CARDS: TalkPlan = { cards: [], cost: 0 };

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
    for (const phone of phones) {
      const card = this.#card(phone, this.#whole(this.#talk));
      yield card && planOf([card]);
    }
    if (most < 2 || this.#talk.length === 0) return;
    yield* this.#sequences(phones);
    yield* this.#splits(phones);
  }

  #whole(talk: readonly UsageEvent[]): Part {
    return { from: this.#start, until: this.#end, talk };
  }

  /** One card until the end of one of its paid cycles, another from then on. */
  *#sequences(phones: readonly MarketOffer[]): Generator<TalkPlan | null, void> {
    for (const first of phones) {
      for (const change of this.#cycleEnds(first)) {
        const before = this.#card(first, {
          from: this.#start,
          until: change,
          talk: this.#talk.filter(({ at }) => at < change),
        });
        const rest = { from: change, until: this.#end, talk: this.#talk.filter(({ at }) => at >= change) };
        for (const second of before ? phones : []) {
          const after = this.#card(second, rest);
          yield before && after && planOf([before, after]);
        }
      }
    }
  }

  #cycleEnds({ offer }: MarketOffer): LocalSecond[] {
    const { renews, dayRule, fee } = offer.terms;
    const recurs = fee.phases.some(({ times }) => times === null);
    if (!recurs || renews.unit === 'forever') return [];
    const days = { rule: dayRule, local: this.#stage.local, origin: this.#start };
    const ends: LocalSecond[] = [];
    for (let index = 0; index < MOST_CYCLES; index++) {
      const at = cycleEnd(renews, days, index);
      if (at >= this.#end) break;
      ends.push(at);
    }
    return ends;
  }

  /** Two cards at once, the talk shared out by where it goes: each kind and destination to one of them. */
  *#splits(phones: readonly MarketOffer[]): Generator<TalkPlan | null, void> {
    const classes = [...new Set(this.#talk.map(classOf))];
    if (classes.length < 2 || classes.length > MOST_CLASSES) return;
    for (let mask = 1; mask < 2 ** (classes.length - 1); mask++) {
      const isMine = (event: UsageEvent) => (mask >> classes.indexOf(classOf(event))) % 2 === 1;
      const mine = this.#whole(this.#talk.filter(isMine));
      const theirs = this.#whole(this.#talk.filter((event) => !isMine(event)));
      for (const one of phones)
        for (const other of phones) yield one === other ? null : this.#both(one, mine, other, theirs);
    }
  }

  #both(one: MarketOffer, mine: Part, other: MarketOffer, theirs: Part): TalkPlan | null {
    const first = this.#card(one, mine);
    const second = first && this.#card(other, theirs);
    return first && second && planOf([first, second]);
  }

  #card(market: MarketOffer, part: Part): TalkCard | null {
    const { from, until, talk } = part;
    const key = `${market.offer.id} ${from} ${until} ${talk.length} ${talk[0]?.kind} ${talk[0]?.to}`;
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
const MOST_CLASSES = 5;

function planOf(cards: readonly TalkCard[]): TalkPlan {
  return { cards, cost: cards.reduce((sum, { cost }) => sum + cost, 0) };
}

function classOf({ kind, to }: UsageEvent): string {
  return `${kind} ${to}`;
}

type Draft = { market: MarketOffer; from: LocalSecond; until: LocalSecond; talk: readonly UsageEvent[] };

function talkCard({ market, from, until, talk }: Draft, stage: Stage, end: LocalSecond): TalkCard | null {
  const purchase: Purchase = { offer: market.offer.id, at: from, ...(until < end ? { until } : {}) };
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

/** Minor units for a byte beyond the buckets of a base plan, at its first rate for any data. */
function dataRate({ offer }: MarketOffer, { acceptsThrottle }: Stage): number {
  const rate = offer.terms.rates.find(({ kind, scope }) => kind === 'data' && Object.keys(scope).length === 0);
  if (rate?.action.do === 'throttle') return acceptsThrottle ? 0 : Number.POSITIVE_INFINITY;
  if (rate?.action.do !== 'charge' || !rate.action.price || rate.action.dailyCap) return Number.POSITIVE_INFINITY;
  return rate.action.price.num / rate.action.price.den;
}
