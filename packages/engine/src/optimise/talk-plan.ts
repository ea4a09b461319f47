import { day } from '../civil-day.ts';
import { cycleEnd } from '../cycle.ts';
import type { Purchase } from '../holding.ts';
import { type LocalSecond, localSecondOf } from '../local-time.ts';
import type { UsageEvent } from '../usage.ts';
import { type Effort, UNITS_A_RATED_USE, UNITS_A_SUPPLY, UNITS_A_TALK } from './effort.ts';
import { type MarketOffer, recurs, seenFrom } from './market.ts';
import { replay, type Stage, servesAll } from './solution.ts';
import { type Portion, type Supply, SupplyBook, sumOfCharges } from './supply.ts';
import { leastForTalk, shareTalk } from './talk-share.ts';

/** A talk card kept over a part of the stay, and the data in its fee. */
export type TalkPart = {
  readonly market: MarketOffer;
  readonly from: LocalSecond;
  readonly until: LocalSecond;
  readonly portions: readonly Portion[];
};

/**
 * Talk cards that together may carry all calls and messages: none, one, one after another, or two at once. `bound`: what
 * their fees and the talk cost at least, in the common currency.
 */
export type TalkDraft = {
  readonly parts: readonly TalkPart[];
  readonly bound: number;
  /** Whether the parts are held at once. */
  readonly isShared: boolean;
  /** What each part carries, where that is settled. */
  readonly shares?: readonly (readonly UsageEvent[])[];
};

/** A talk card with what it carries and costs, fees and talk, in the common currency. */
export type TalkCard = TalkPart & {
  readonly purchase: Purchase;
  readonly talk: readonly UsageEvent[];
  readonly cost: number;
};

/** A draft worked out. Its cost is more than its bound where the best way of sharing the talk is not known to be found. */
export type TalkPlan = { readonly cards: readonly TalkCard[]; readonly cost: number; readonly bound: number };

const NO_CARDS: TalkDraft = { parts: [], isShared: false, bound: 0 };

/** A talk card is left for another after at most so many cycles, or kept. */
const MOST_CYCLES = 10;

/** So many calls and messages are divided between two cards in every way. */
const MOST_DIVIDED = 5;

/** The talk of a stay and what talk cards charge for carrying parts of it; each is worked out once, when it is asked for. */
export class TalkBook {
  readonly #talk: readonly UsageEvent[];
  readonly #stage: Stage;
  readonly #effort: Effort;
  readonly #start: LocalSecond;
  readonly #end: LocalSecond;
  readonly #books = new Map<MarketOffer, SupplyBook>();
  readonly #parts = new Map<MarketOffer, Map<string, BoundPart>>();
  readonly #cards = new Map<TalkPart, TalkCard | null>();

  constructor(uses: readonly UsageEvent[], stage: Stage, effort: Effort) {
    this.#effort = effort;
    this.#talk = uses.filter(({ kind }) => kind !== 'data');
    this.#stage = stage;
    this.#start = localSecondOf(stage.period.start);
    this.#end = localSecondOf(day(stage.period.start + stage.period.days));
  }

  /**
   * The drafts of at most so many cards. One with no card needs that there is no talk. Those that cannot serve, of an infinite
   * bound, come too, so that a caller may rest.
   */
  *drafts(phones: readonly MarketOffer[], most: number): Generator<TalkDraft, void> {
    if (this.#talk.length === 0) yield NO_CARDS;
    for (const phone of phones) for (const part of this.#stretches(phone)) yield draftOf([part]);
    if (most < 2 || this.#talk.length === 0) return;
    yield* this.#sequences(phones);
    for (const [index, one] of phones.entries()) {
      for (const other of phones.slice(index + 1)) yield* this.#together(one, other);
    }
  }

  /** Works a draft out with the rating engine; null where its cards do not carry all talk. */
  plan(draft: TalkDraft): TalkPlan | null {
    const cards = draft.isShared ? this.#sharing(draft) : draft.parts.map((part) => this.#card(part));
    if (cards === null || cards.includes(null)) return null;
    const all = cards as TalkCard[];
    const cost = all.reduce((sum, card) => sum + card.cost, 0);
    return { cards: all, cost, bound: draft.isShared && !draft.shares ? Math.min(cost, draft.bound) : cost };
  }

  /** The least a phone card alone costs for all talk; infinite where it cannot carry it. */
  leastAlone(phone: MarketOffer): number {
    const costs = this.#stretches(phone).map((part) => this.#card(part)?.cost ?? Number.POSITIVE_INFINITY);
    return Math.min(...costs);
  }

  /** A card begins at the earliest or at its first talk, and is kept or given up at the end of the cycle of its last talk. */
  #stretches(phone: MarketOffer, earliest = this.#start): BoundPart[] {
    const talk = this.#talkWithin(earliest, this.#end);
    const first = talk[0]?.at ?? earliest;
    const last = talk.at(-1)?.at;
    const starts = first > earliest ? [earliest, first] : [earliest];
    return starts.flatMap((from) => {
      const over = last === undefined ? undefined : this.#cycleEnds(phone, from).find((at) => at > last);
      const ends = over === undefined ? [this.#end] : [this.#end, over];
      return ends.map((until) => this.#part(phone, from, until));
    });
  }

  /** One card until the end of one of its paid cycles, another from then on, or from the next talk on. */
  *#sequences(phones: readonly MarketOffer[]): Generator<TalkDraft, void> {
    for (const first of phones) {
      for (const change of this.#cycleEnds(first, this.#start).slice(0, MOST_CYCLES)) {
        const before = this.#part(first, this.#start, change);
        if (!Number.isFinite(before.least)) {
          yield draftOf([before]);
          continue;
        }
        const seconds = phones.filter((second) => second !== first || !first.isOnce);
        for (const second of seconds) for (const part of this.#stretches(second, change)) yield draftOf([before, part]);
      }
    }
  }

  #cycleEnds({ offer }: MarketOffer, origin: LocalSecond): LocalSecond[] {
    const { renews, dayRule } = offer.terms;
    if (!recurs(offer) || renews.unit === 'forever') return [];
    const days = { rule: dayRule, local: this.#stage.local, origin };
    const ends: LocalSecond[] = [];
    for (let at = cycleEnd(renews, days, 0); at < this.#end; at = cycleEnd(renews, days, ends.length)) ends.push(at);
    return ends;
  }

  /** Two cards at once: few calls and messages divided in every way, many by the room that is left; or one carries all. */
  *#together(one: MarketOffer, other: MarketOffer): Generator<TalkDraft, void> {
    const parts = [one, other].map((market) => this.#part(market, this.#start, this.#end));
    const fees = parts.reduce((sum, part) => sum + part.fees, 0);
    const portions = parts.map((part) => part.portions);
    const draft = { parts, isShared: true, bound: fees + leastForTalk(this.#talk, [one, other], portions) };
    const isFew = this.#talk.length <= MOST_DIVIDED;
    const masks = isFew ? Array.from({ length: 2 ** this.#talk.length }, (_, mask) => mask) : [0, -1];
    for (const mask of masks) yield { ...draft, shares: this.#divided(mask) };
    if (!isFew) yield draft;
  }

  /** The talk of two cards, each bit of the mask for one call or message. */
  #divided(mask: number): UsageEvent[][] {
    return [0, 1].map((bit) => this.#talk.filter((_, index) => ((mask >> Math.min(index, 31)) & 1) === bit));
  }

  /** Each call and message to the card that has room for it, else to the one with the lower rate. */
  #sharing({ parts, shares }: TalkDraft): (TalkCard | null)[] | null {
    const markets = parts.map(({ market }) => market);
    const portions = parts.map((part) => part.portions);
    const settled = shares ?? shareTalk(this.#talk, markets, portions);
    return settled && parts.map((part, index) => this.#rated(part, settled[index] as readonly UsageEvent[]));
  }

  #part(market: MarketOffer, from: LocalSecond, until: LocalSecond): BoundPart {
    const known = this.#parts.get(market) ?? new Map<string, BoundPart>();
    this.#parts.set(market, known);
    const key = `${from} ${until}`;
    const part = known.get(key) ?? this.#boundPart(market, from, until);
    known.set(key, part);
    return part;
  }

  #boundPart(market: MarketOffer, from: LocalSecond, until: LocalSecond): BoundPart {
    const { charges, portions } = this.#supply(market, from, until);
    this.#effort.spend(UNITS_A_SUPPLY + this.#talk.length * UNITS_A_TALK);
    const fees = sumOfCharges(charges) * market.weight;
    const least = fees + leastForTalk(this.#talkWithin(from, until), [market], [portions]);
    return { market, from, until, portions, fees, least };
  }

  #supply(market: MarketOffer, from: LocalSecond, until: LocalSecond): Supply {
    const { period, local } = this.#stage;
    const book = this.#books.get(market) ?? new SupplyBook(market.offer, period, local);
    this.#books.set(market, book);
    return book.at(from, until < this.#end ? until : null);
  }

  #talkWithin(from: LocalSecond, until: LocalSecond): readonly UsageEvent[] {
    return this.#talk.filter(({ at }) => at >= from && at < until);
  }

  #card(part: TalkPart): TalkCard | null {
    const known = this.#cards.get(part);
    if (known !== undefined) return known;
    const card = this.#rated(part, this.#talkWithin(part.from, part.until));
    this.#cards.set(part, card);
    return card;
  }

  #rated(part: TalkPart, share: readonly UsageEvent[]): TalkCard | null {
    const { market, from, until } = part;
    const purchase: Purchase = { offer: market.offer.id, at: from, ...(until < this.#end ? { until } : {}) };
    const talk = seenFrom(market, share);
    this.#effort.spend(UNITS_A_RATED_USE * (talk.length + 1));
    const statement = replay({ offers: [market], purchases: [purchase], uses: talk }, this.#stage);
    if (!servesAll(statement, this.#stage)) return null;
    return { ...part, purchase, talk, cost: statement.total * market.weight };
  }
}

/** `fees`: what is charged when nothing is used; `least`: a bound for fees and all talk within. */
type BoundPart = TalkPart & { readonly fees: number; readonly least: number };

function draftOf(parts: readonly BoundPart[]): TalkDraft {
  return { parts, isShared: false, bound: parts.reduce((sum, { least }) => sum + least, 0) };
}
