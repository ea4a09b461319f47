import { day } from '../civil-day.ts';
import { cycleEnd } from '../cycle.ts';
import type { Purchase } from '../holding.ts';
import { type LocalSecond, localSecondOf } from '../local-time.ts';
import type { UsageEvent, UsageKind } from '../usage.ts';
import { type Effort, UNITS_A_SUPPLY, UNITS_A_TALK } from './effort.ts';
import { type MarketOffer, recurs, seenFrom, type TalkOffer } from './market.ts';
import type { Stage } from './solution.ts';
import { type Portion, type Supply, SupplyBook, sumOfCharges } from './supply.ts';
import { coverTalk, leastUnitPrices, type TalkCovered } from './talk-cover.ts';
import { leastForTalk, shareTalk } from './talk-share.ts';

/** A talk card kept over a part of the stay, and what is in its fee. */
export type TalkPart = TalkOffer & {
  readonly from: LocalSecond;
  readonly until: LocalSecond;
  readonly portions: readonly Portion[];
  /** What is charged when nothing is used, in the common currency. */
  readonly fees: number;
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

/** A talk card with what is bought for talk, carried and paid, fees and talk, in the common currency. */
export type TalkCard = TalkPart & TalkCovered & { readonly purchase: Purchase };

/** A draft worked out. Its cost is more than its bound where the best way of buying for the talk or of sharing it is not known to be found. */
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
  readonly #unitPrices = new Map<TalkOffer, ReadonlyMap<UsageKind, number>>();

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
  *drafts(phones: readonly TalkOffer[], most: number): Generator<TalkDraft, void> {
    if (this.#talk.length === 0) yield NO_CARDS;
    for (const phone of phones) for (const part of this.#stretches(phone)) yield draftOf([part]);
    if (most < 2 || this.#talk.length === 0) return;
    yield* this.#sequences(phones);
    for (const [index, one] of phones.entries()) {
      for (const other of phones.slice(index + 1)) yield* this.#together(one, other);
    }
  }

  /** Works a draft out with the rating engine; null where its cards do not carry all talk. Rests between steps. */
  *plan(draft: TalkDraft): Generator<void, TalkPlan | null> {
    const asked = this.#askedOf(draft);
    const plan = asked && (yield* this.#planOf(asked));
    return plan && draft.isShared && !draft.shares ? { ...plan, bound: Math.min(plan.bound, draft.bound) } : plan;
  }

  /** An add-on that a customer gets once is bought on one card or on the other, whichever is cheaper. */
  *#planOf(asked: readonly CardAsked[]): Generator<void, TalkPlan | null> {
    const cards: TalkCard[] = [];
    for (const each of asked) {
      const card = yield* this.#card(each);
      if (!card) return null;
      cards.push(card);
    }
    const twice = boughtTwice(cards);
    if (!twice) return planOf(cards);
    const without = (card: number) =>
      asked.map((each, index) => (index === card ? { ...each, barred: [...each.barred, twice] } : each));
    const [one, other] = [yield* this.#planOf(without(0)), yield* this.#planOf(without(1))];
    if (!one || !other) return one ?? other;
    const cheaper = other.cost < one.cost ? other : one;
    return { ...cheaper, bound: Math.min(one.bound, other.bound) };
  }

  /** The least a phone card alone is known to cost for all talk; infinite where it cannot carry it. Rests between steps. */
  *leastAlone(phone: TalkOffer): Generator<void, number> {
    let least = Number.POSITIVE_INFINITY;
    for (const part of this.#stretches(phone)) {
      const card = yield* this.#card(this.#all(part));
      least = Math.min(least, card?.cost ?? Number.POSITIVE_INFINITY);
    }
    return least;
  }

  /** A card begins at the earliest or at its first talk, and is kept or given up at the end of the cycle of its last talk. */
  #stretches(phone: TalkOffer, earliest = this.#start): BoundPart[] {
    const talk = this.#talkWithin(earliest, this.#end);
    const first = talk[0]?.at ?? earliest;
    const last = talk.at(-1)?.at;
    const starts = first > earliest ? [earliest, first] : [earliest];
    return starts.flatMap((from) => {
      const over = last === undefined ? undefined : this.#cycleEnds(phone.market, from).find((at) => at > last);
      const ends = over === undefined ? [this.#end] : [this.#end, over];
      return ends.map((until) => this.#part(phone, from, until));
    });
  }

  /** One card until the end of one of its paid cycles, another from then on, or from the next talk on. */
  *#sequences(phones: readonly TalkOffer[]): Generator<TalkDraft, void> {
    for (const first of phones) {
      for (const change of this.#cycleEnds(first.market, this.#start).slice(0, MOST_CYCLES)) {
        const before = this.#part(first, this.#start, change);
        if (!Number.isFinite(before.least)) {
          yield draftOf([before]);
          continue;
        }
        const seconds = phones.filter((second) => second !== first || !first.market.isOnce);
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
  *#together(one: TalkOffer, other: TalkOffer): Generator<TalkDraft, void> {
    const parts = [one, other].map((phone) => this.#part(phone, this.#start, this.#end));
    const fees = parts.reduce((sum, part) => sum + part.fees, 0);
    const portions = parts.map((part) => part.portions);
    const draft = { parts, isShared: true, bound: fees + this.#leastFor(this.#talk, [one, other], portions) };
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
  #askedOf({ parts, isShared, shares }: TalkDraft): CardAsked[] | null {
    if (!isShared) return parts.map((part) => this.#all(part));
    const markets = parts.map(({ market }) => market);
    const portions = parts.map((part) => part.portions);
    const settled = shares ?? shareTalk(this.#talk, markets, portions);
    return settled && parts.map((part, index) => ({ part, share: settled[index] as UsageEvent[], barred: [] }));
  }

  /** All talk while a card is held. */
  #all(part: TalkPart): CardAsked {
    return { part, share: null, barred: [] };
  }

  #part(phone: TalkOffer, from: LocalSecond, until: LocalSecond): BoundPart {
    const known = this.#parts.get(phone.market) ?? new Map<string, BoundPart>();
    this.#parts.set(phone.market, known);
    const key = [from, until, ...phone.besideData, ...phone.addOns.map(({ offer }) => offer.id)].join(' ');
    const part = known.get(key) ?? this.#boundPart(phone, from, until);
    known.set(key, part);
    return part;
  }

  #boundPart(phone: TalkOffer, from: LocalSecond, until: LocalSecond): BoundPart {
    const { market } = phone;
    const { charges, portions } = this.#supply(market, from, until);
    this.#effort.spend(UNITS_A_SUPPLY + this.#talk.length * UNITS_A_TALK);
    const fees = sumOfCharges(charges) * market.weight;
    const least = fees + this.#leastFor(this.#talkWithin(from, until), [phone], [portions]);
    return { ...phone, from, until, portions, fees, least };
  }

  /** What talk costs at least beyond the fees of cards that share it, whatever is bought on them. */
  #leastFor(
    talk: readonly UsageEvent[],
    phones: readonly TalkOffer[],
    portions: readonly (readonly Portion[])[],
  ): number {
    const prices = phones.flatMap((phone) => this.#unitPricesOf(phone) ?? []);
    const dearest = (kind: UsageKind) =>
      Math.min(Number.POSITIVE_INFINITY, ...prices.map((own) => own.get(kind) ?? Number.POSITIVE_INFINITY));
    return leastForTalk(
      talk,
      phones.map(({ market }) => market),
      { portions, dearest },
    );
  }

  /** What a unit of each kind costs at least where an add-on is bought for it; null where none is for sale. */
  #unitPricesOf(phone: TalkOffer): ReadonlyMap<UsageKind, number> | null {
    if (phone.addOns.length === 0 && phone.besideData.size === 0) return null;
    const known =
      this.#unitPrices.get(phone) ?? leastUnitPrices(phone, this.#talk, { stage: this.#stage, effort: this.#effort });
    this.#unitPrices.set(phone, known);
    return known;
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

  *#card(asked: CardAsked): Generator<void, TalkCard | null> {
    const { part, share, barred } = asked;
    if (share || barred.length > 0) return yield* this.#rated(asked);
    const known = this.#cards.get(part);
    if (known !== undefined) return known;
    const card = yield* this.#rated(asked);
    this.#cards.set(part, card);
    return card;
  }

  *#rated({ part, share, barred }: CardAsked): Generator<void, TalkCard | null> {
    const { market, from, until } = part;
    const purchase: Purchase = { offer: market.offer.id, at: from, ...(until < this.#end ? { until } : {}) };
    const talk = seenFrom(market, share ?? this.#talkWithin(from, until));
    const addOns = part.addOns.filter((addOn) => !barred.includes(addOn));
    const covered = yield* coverTalk({ ...part, addOns, talk, purchase }, this.#stage, this.#effort);
    return covered && { ...part, ...covered, purchase };
  }
}

/** `least`: a bound for fees and all talk within. */
type BoundPart = TalkPart & { readonly least: number };

/** A card and what it is to carry, all talk while it is held where that is not said; `barred`: add-ons not to be bought on it. */
type CardAsked = {
  readonly part: TalkPart;
  readonly share: readonly UsageEvent[] | null;
  readonly barred: readonly MarketOffer[];
};

function planOf(cards: readonly TalkCard[]): TalkPlan {
  const sumOf = (each: (card: TalkCard) => number) => cards.reduce((sum, card) => sum + each(card), 0);
  return { cards, cost: sumOf(({ cost }) => cost), bound: sumOf(({ bound }) => bound) };
}

/** An add-on on two cards that a customer gets once. */
function boughtTwice([one, other]: readonly TalkCard[]): MarketOffer | undefined {
  return one?.card.offers.find((offer) => offer.isOnce && other?.card.offers.includes(offer));
}

function draftOf(parts: readonly BoundPart[]): TalkDraft {
  return { parts, isShared: false, bound: parts.reduce((sum, { least }) => sum + least, 0) };
}
