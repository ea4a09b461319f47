// Tries every combination of the decision space on the rating engine alone. Nothing but tests imports it, and it
// imports nothing of the optimiser but the form of its problem.
import { day } from '../civil-day.ts';
import { cycleEnd } from '../cycle.ts';
import type { Purchase } from '../holding.ts';
import { type LocalSecond, localSecondOf } from '../local-time.ts';
import type { Offer } from '../offer.ts';
import { rateCard } from '../statement.ts';
import type { UsageEvent } from '../usage.ts';
import type { Limits, MarketOffer } from './market.ts';
import type { OptimiseProblem } from './optimiser.ts';

/** A card before data are shared out: what is bought, the calls it carries, and when it may carry data. */
type Draft = {
  readonly offers: readonly MarketOffer[];
  readonly purchases: readonly Purchase[];
  readonly talk: readonly UsageEvent[];
  readonly from: LocalSecond;
  readonly until: LocalSecond;
};

/** One thing to buy: as a card of its own, on a card of the family, or on the card with a base. */
type Item = {
  readonly market: MarketOffer;
  readonly base: string | null;
  readonly purchase: Purchase;
  readonly idle: number;
};

/** The units of each data use that a card carries, and what the card costs for each such share. */
type Table = { readonly card: Draft; readonly costs: Map<number, number>; readonly share: number[] };

/** More units than any use has. */
const MOST_UNITS = 8;

export type ExhaustiveAnswer = { readonly cost: number; readonly tried: number; readonly cards: readonly OracleCard[] };

export type OracleCard = { readonly purchases: readonly Purchase[]; readonly uses: readonly UsageEvent[] };

/** Looks at every combination with so many purchases beyond the talk cards, data split by `unit` bytes. */
export class ExhaustiveOracle {
  readonly #problem: OptimiseProblem;
  readonly #limits: Limits;
  readonly #unit: number;
  readonly #start: LocalSecond;
  readonly #end: LocalSecond;
  readonly #talk: readonly UsageEvent[];
  readonly #data: readonly UsageEvent[];
  readonly #costs = new Map<string, Map<number, number>>();
  #best = Number.POSITIVE_INFINITY;
  #tried = 0;
  #cards: readonly OracleCard[] = [];

  constructor(problem: OptimiseProblem, limits: Limits, unit: number) {
    this.#problem = problem;
    this.#limits = limits;
    this.#unit = unit;
    const { start, days } = problem.stage.period;
    this.#start = localSecondOf(start);
    this.#end = localSecondOf(day(start + days));
    this.#talk = problem.uses.filter(({ kind }) => kind !== 'data');
    this.#data = problem.uses.filter(({ kind }) => kind === 'data');
  }

  /** @param below only what costs less is looked for; the answer is `below` where nothing does. */
  least(most: number, below: number): ExhaustiveAnswer {
    this.#best = below;
    const talkSides = [...this.#talkSides()].filter((cards) => this.#isAllowed(cards));
    for (let count = 0; count <= most; count++) {
      for (const cards of talkSides) this.#extend(cards, { items: this.#itemsFor(cards), from: 0, left: count });
    }
    return { cost: this.#best, tried: this.#tried, cards: this.#cards };
  }

  #isAllowed(cards: readonly Draft[]): boolean {
    const { kind, needsLocalNumber } = this.#limits;
    if (cards.length === 0 && (kind === 'pair' || needsLocalNumber)) return false;
    return !needsLocalNumber || cards.every(({ offers }) => offers[0]?.hasLocalNumber);
  }

  // --- talk cards ------------------------------------------------------------------------------------------------------

  *#talkSides(): Generator<Draft[]> {
    if (this.#talk.length === 0) yield [];
    if (this.#limits.kind === 'data') return;
    const phones = this.#problem.market.filter(({ role }) => role === 'talk');
    for (const phone of phones) for (const card of this.#keptCards(phone, this.#talk, this.#start)) yield [card];
    if (this.#limits.cards < 2 || this.#talk.length === 0) return;
    for (const phone of phones) yield* this.#sequences(phone, phones);
    for (const [index, one] of phones.entries()) {
      for (const other of phones.slice(index + 1)) yield* this.#divisions(one, other);
    }
  }

  /** From the earliest moment or the first call on, to the end or to the end of the cycle of the last call. */
  #keptCards(phone: MarketOffer, talk: readonly UsageEvent[], earliest: LocalSecond): Draft[] {
    const first = talk[0]?.at ?? earliest;
    return [...new Set([earliest, first])].flatMap((from) => {
      const over = this.#cycleEnds(phone, from).find((at) => at > (talk.at(-1)?.at ?? this.#end));
      return [this.#end, ...(over === undefined ? [] : [over])].map((until) =>
        this.#talkCard(phone, talk, [from, until]),
      );
    });
  }

  *#sequences(first: MarketOffer, phones: readonly MarketOffer[]): Generator<Draft[]> {
    for (const change of this.#cycleEnds(first, this.#start).slice(0, 10)) {
      const before = this.#talk.filter(({ at }) => at < change);
      const after = this.#talk.filter(({ at }) => at >= change);
      const card = this.#talkCard(first, before, [this.#start, change]);
      for (const second of phones) for (const next of this.#keptCards(second, after, change)) yield [card, next];
    }
  }

  *#divisions(one: MarketOffer, other: MarketOffer): Generator<Draft[]> {
    for (let mask = 0; mask < 2 ** this.#talk.length; mask++) {
      const part = (bit: number) => this.#talk.filter((_, index) => ((mask >> index) & 1) === bit);
      yield [one, other].map((phone, bit) => this.#talkCard(phone, part(bit), [this.#start, this.#end]));
    }
  }

  #talkCard(
    market: MarketOffer,
    talk: readonly UsageEvent[],
    [from, until]: readonly [LocalSecond, LocalSecond],
  ): Draft {
    const purchase = { offer: market.offer.id, at: from, ...(until < this.#end ? { until } : {}) };
    const seen = talk.map((use) => ({ ...use, to: market.numbers.get(use.to) ?? use.to }));
    return { offers: [market], purchases: [purchase], talk: seen, from, until };
  }

  #cycleEnds({ offer: { terms } }: Pick<MarketOffer, 'offer'>, origin: LocalSecond): LocalSecond[] {
    if (terms.renews.unit === 'forever' || terms.fee.phases.every(({ times }) => times !== null)) return [];
    const days = { rule: terms.dayRule, local: this.#problem.stage.local, origin };
    const ends: LocalSecond[] = [];
    for (let at = cycleEnd(terms.renews, days); at < this.#end; at = cycleEnd(terms.renews, days, ends.length))
      ends.push(at);
    return ends;
  }

  // --- purchases ----------------------------------------------------------------------------------------------

  #itemsFor(cards: readonly Draft[]): Item[] {
    const bases = new Map(cards.map((card) => [card.offers[0]?.offer.id ?? '', card]));
    const items = this.#problem.market.flatMap((market) => {
      if (market.role !== 'add-on') return this.#mayBeDataCard(market) ? this.#waysToBuy(market, null) : [];
      return market.bases.flatMap((base) => {
        const card = bases.get(base);
        const ways = card ? this.#waysToBuy(market, base) : [];
        return ways.filter(({ purchase: { at } }) => card && at >= card.from && at < card.until);
      });
    });
    return items.sort((a, b) => a.idle - b.idle);
  }

  #mayBeDataCard({ role, takesSlot }: MarketOffer): boolean {
    const { kind, allowsEsim } = this.#limits;
    if (role === 'data') return kind !== 'talk' && (allowsEsim || takesSlot);
    return kind === 'any' || kind === 'talk';
  }

  readonly #ways = new Map<string, Item[]>();

  #waysToBuy(market: MarketOffer, base: string | null): Item[] {
    const key = `${market.offer.id} ${base}`;
    const known = this.#ways.get(key);
    if (known) return known;
    const moments = [...new Set([...this.#atOnce(market), ...this.#usesFor(market).map(({ at }) => at)])];
    const items = moments.flatMap((at) =>
      [undefined, ...this.#cycleEnds(market, at).slice(0, 10)].map((until) => {
        const purchase = { offer: market.offer.id, at, ...(until === undefined ? {} : { until }) };
        return { market, base, purchase, idle: this.#idle(market, purchase) };
      }),
    );
    this.#ways.set(key, items);
    return items;
  }

  /** Add-ons are bought at the moment of a use of a kind that they hold or rate, all else at that of a data use. */
  #usesFor({ role, offer: { terms } }: MarketOffer): readonly UsageEvent[] {
    const kinds = new Set([...terms.allowances, ...terms.rates].map(({ kind }) => kind));
    return role === 'add-on' && kinds.size > 0 ? this.#problem.uses.filter(({ kind }) => kinds.has(kind)) : this.#data;
  }

  /** What renews may be bought at the start, where no data is used on the first day. */
  #atOnce({ role, offer }: MarketOffer): LocalSecond[] {
    const [first] = this.#data;
    const isIdle = first !== undefined && first.at >= this.#start + 24 * 3600;
    return role === 'add-on' && isIdle && this.#cycleEnds({ offer }, this.#start).length > 0 ? [this.#start] : [];
  }

  #idle({ offer, weight }: MarketOffer, purchase: Purchase): number {
    const { period, local } = this.#problem.stage;
    return rateCard({ offers: new Map([[offer.id, offer]]), purchases: [purchase], period, local }, []).total * weight;
  }

  #extend(
    cards: readonly Draft[],
    choice: { items: readonly Item[]; from: number; left: number; idle?: number },
  ): void {
    const { items, from, left, idle = 0 } = choice;
    if (idle >= this.#best) return;
    if (left === 0) return this.#judge(cards);
    for (let index = from; index < items.length; index++) {
      const item = items[index] as Item;
      const next = this.#with(cards, item);
      if (next) this.#extend(next, { items, from: index, left: left - 1, idle: idle + item.idle });
    }
  }

  #with(cards: readonly Draft[], { market, base, purchase }: Item): Draft[] | null {
    if (market.isOnce && cards.some(({ offers }) => offers.includes(market))) return null;
    const owner = cards.findIndex(({ offers: [first] }) =>
      base === null ? market.family !== null && first?.family === market.family : first?.offer.id === base,
    );
    if (owner < 0) {
      const fresh = { offers: [market], purchases: [purchase], talk: [], from: this.#start, until: this.#end };
      return cards.length < this.#limits.cards ? [...cards, fresh] : null;
    }
    if (isHeldThen(cards[owner] as Draft, purchase, market)) return null;
    if (this.#isExcluded(cards[owner] as Draft, purchase, market)) return null;
    return cards.map((card, index) =>
      index === owner ? { ...card, offers: [...card.offers, market], purchases: [...card.purchases, purchase] } : card,
    );
  }

  /** Whether something is on the card at the same time that excludes a purchase. */
  #isExcluded({ offers, purchases }: Draft, purchase: Purchase, { offer, conflicts }: MarketOffer): boolean {
    const rivals = offers.filter((other) => conflicts.includes(other.offer.id));
    return rivals.some((rival) =>
      purchases
        .filter((other) => other.offer === rival.offer.id)
        .some((other) => purchase.at < this.#endOf(other, rival.offer) && other.at < this.#endOf(purchase, offer)),
    );
  }

  #endOf({ at, until }: Purchase, { terms }: Offer): number {
    const days = { rule: terms.dayRule, local: this.#problem.stage.local, origin: at };
    return Math.min(until ?? Number.POSITIVE_INFINITY, cycleEnd(terms.term, days));
  }

  // --- judging ---------------------------------------------------------------------------------------------------------

  #judge(cards: readonly Draft[]): void {
    const { kind, slots } = this.#limits;
    if (kind === 'pair' && !cards.some(({ offers }) => offers[0]?.role === 'data')) return;
    if (atOnce(cards) > slots) return;
    if (cards.length > 0)
      this.#share(
        this.#openingsOf(cards),
        cards.map((card) => this.#tableOf(card)),
        0,
      );
  }

  /** For each data use, the ways to divide it among the cards that may carry it. */
  #openingsOf(cards: readonly Draft[]): (readonly number[])[][] {
    return this.#data.map(({ at, amount }) =>
      splits(
        Math.round(amount / this.#unit),
        cards.map(({ from, until }) => from <= at && at < until),
      ),
    );
  }

  /** Every way of sharing the data among the cards. */
  #share(openings: readonly (readonly number[])[][], tables: readonly Table[], use: number): void {
    const ways = openings[use];
    if (!ways) return this.#count(tables);
    for (const way of ways) {
      for (const [index, table] of tables.entries()) table.share[use] = way[index] as number;
      this.#share(openings, tables, use + 1);
    }
  }

  #count(tables: readonly Table[]): void {
    this.#tried += 1;
    let cost = 0;
    for (const table of tables) {
      cost += this.#cost(table);
      if (cost >= this.#best) return;
    }
    this.#best = cost;
    this.#cards = tables.map(({ card, share }) => ({ purchases: card.purchases, uses: this.#usesOf(card, share) }));
  }

  /** What a card costs for each share of the data; worked out when first asked for. */
  #tableOf(card: Draft): Table {
    const bought = card.purchases.map(({ offer, at, until }) => `${offer} ${at} ${until}`).sort();
    const key = `${bought.join()} ${card.talk.map(({ at, kind, to }) => `${at} ${kind} ${to}`).join()}`;
    const costs = this.#costs.get(key) ?? new Map<number, number>();
    this.#costs.set(key, costs);
    return { card, costs, share: this.#data.map(() => 0) };
  }

  #cost({ card, costs, share }: Table): number {
    const code = share.reduce((sum, units) => sum * MOST_UNITS + units, 0);
    const known = costs.get(code);
    if (known !== undefined) return known;
    const cost = this.#replay(card, share);
    costs.set(code, cost);
    return cost;
  }

  #usesOf({ talk }: Draft, share: readonly number[]): UsageEvent[] {
    const data = this.#data.map((use, index) => ({ ...use, amount: (share[index] as number) * this.#unit }));
    return [...talk, ...data.filter(({ amount }) => amount > 0)].sort((a, b) => a.at - b.at);
  }

  #replay(card: Draft, share: readonly number[]): number {
    const { offers, purchases } = card;
    const { period, local, acceptsThrottle } = this.#problem.stage;
    const byId = new Map<string, Offer>(offers.map(({ offer }) => [offer.id, offer]));
    const { lines, total } = rateCard({ offers: byId, purchases, period, local }, this.#usesOf(card, share));
    const isServed = lines.every(
      ({ kind }) => kind !== 'refusal' && kind !== 'unpriced' && (acceptsThrottle || kind !== 'throttled'),
    );
    return isServed ? total * (offers[0]?.weight ?? 1) : Number.POSITIVE_INFINITY;
  }
}

/** The most cards that are in the phone at once, each from its first purchase until its base plan is given up. */
function atOnce(cards: readonly Draft[]): number {
  const inPhone = cards.flatMap(({ offers, purchases }) => {
    const first = [...purchases].sort((a, b) => a.at - b.at)[0];
    return offers[0]?.takesSlot && first ? [{ from: first.at, until: first.until ?? Number.POSITIVE_INFINITY }] : [];
  });
  const counts = inPhone.map(({ from }) => inPhone.filter((other) => other.from <= from && from < other.until).length);
  return Math.max(0, ...counts);
}

/** A recurring offer that is on the card already is not bought a second time. */
function isHeldThen({ purchases }: Draft, { at }: Purchase, { offer }: MarketOffer): boolean {
  if (offer.terms.fee.phases.every(({ times }) => times !== null)) return false;
  return purchases.some((other) => other.offer === offer.id && (other.until ?? at + 1) > at);
}

/** Every way of dividing so many units among the open places. */
function splits(units: number, isOpen: readonly boolean[]): number[][] {
  const [first, ...rest] = isOpen;
  if (first === undefined) return units === 0 ? [[]] : [];
  const most = first ? units : 0;
  return Array.from({ length: most + 1 }, (_, own) => splits(units - own, rest).map((other) => [own, ...other])).flat();
}
