import type { CompiledCatalog } from '@simwise/catalog';
import {
  AS_RECORDED,
  type Day,
  dayOf,
  type LocalSecond,
  localSecondOf,
  type Offer,
  read,
  type UsageEvent,
  usesOfProfile,
} from '@simwise/engine';
import { type Candidate, type Candidates, isPhone } from './candidates.ts';
import { type CardPlan, middleOf, type RatedCard, rateCardPlan, type StayPeriod } from './card-plan.ts';
import { resolveNumbers } from './numbers.ts';
import { cheapestChain, type Pack, type PackPurchase } from './pack-chain.ts';
import { internetCallBytes, mergeParts, type Stay } from './stay.ts';

/** Cards that together carry the use of a stay. `callsOverInternet`: calls are counted as data of a messenger. */
export type FoundCards = { readonly cards: readonly RatedCard[]; readonly callsOverInternet: boolean };

/** Single cards with the packs they need, and pairs of a phone card and a data card. */
export function searchCards(catalog: CompiledCatalog, candidates: Candidates, stay: Stay): FoundCards[] {
  const period = { start: stay.start, days: stay.days, local: catalog.country.offsets };
  return variantsOf(catalog, stay).flatMap(({ uses, callsOverInternet }) => {
    const search = new Search(catalog, candidates, { uses, period });
    return search.run().map((cards) => ({ cards, callsOverInternet }));
  });
}

type Variant = { readonly uses: readonly UsageEvent[]; readonly callsOverInternet: boolean };

function variantsOf(catalog: CompiledCatalog, stay: Stay): Variant[] {
  const { start, days, profile, needs } = stay;
  const asked = { uses: usesOfProfile(profile, { start, days }), callsOverInternet: false };
  const calls = profile.filter(({ kind }) => kind === 'voice');
  if (!needs.callsOverInternet || calls.length === 0) return [asked];
  const perMinute = internetCallBytes(catalog);
  const asData = calls.map(({ perDay }) => ({
    kind: 'data' as const,
    to: 'internet',
    perDay: { num: perDay.num * perMinute, den: perDay.den * 60 },
  }));
  const moved = mergeParts([...profile.filter(({ kind }) => kind !== 'voice'), ...asData]);
  return [asked, { uses: usesOfProfile(moved, { start, days }), callsOverInternet: true }];
}

type Asked = { readonly uses: readonly UsageEvent[]; readonly period: StayPeriod };

class Search {
  readonly #catalog: CompiledCatalog;
  readonly #candidates: Candidates;
  readonly #uses: readonly UsageEvent[];
  readonly #data: readonly UsageEvent[];
  readonly #period: StayPeriod;
  readonly #start: LocalSecond;
  readonly #served = new Map<string, RatedCard | undefined>();

  constructor(catalog: CompiledCatalog, candidates: Candidates, { uses, period }: Asked) {
    this.#catalog = catalog;
    this.#candidates = candidates;
    this.#uses = uses;
    this.#data = uses.filter(({ kind }) => kind === 'data');
    this.#period = period;
    this.#start = localSecondOf(period.start);
  }

  run(): RatedCard[][] {
    const phones = this.#candidates.bases.filter(isPhone);
    const singles = phones.map((phone) => this.#phoneCard(phone));
    const dataCards = this.#dataCards(this.#uses);
    const pairs = phones.flatMap((phone) => this.#pairs(phone));
    return [...singles, ...dataCards].map((card) => [card]).concat(pairs);
  }

  #rate(plan: CardPlan): RatedCard {
    return rateCardPlan(plan, this.#period, 'ends');
  }

  /** What it is to carry is seen from this card: a number of its own network is on-net. */
  #plain(base: Candidate, addOns: readonly Candidate[] = [], asked = this.#uses): CardPlan {
    const offers = [base, ...addOns];
    const { uses } = resolveNumbers(this.#catalog, asked, base.facts.brand);
    return { offers, purchases: offers.map(({ facts }) => ({ offer: facts.id, at: this.#start })), uses };
  }

  /** A phone card alone, or with the add-ons that serve the use best. */
  #phoneCard(phone: Candidate): RatedCard {
    const alone = this.#rate(this.#plain(phone));
    if (this.#data.length === 0) return alone;
    const addOns = this.#candidates.addOns.filter((addOn) => fits(addOn, phone));
    const withOne = addOns.map((addOn) => this.#rate(this.#plain(phone, [addOn])));
    const rest = residualData(alone, phone);
    const chain = rest.length === 0 ? [] : this.#chainOf(addOns.filter(isPack), rest);
    const withChain = chain.map(({ offers, purchases }) => {
      const plan = this.#plain(phone);
      return this.#rate({ ...plan, offers: [phone, ...offers], purchases: [...plan.purchases, ...purchases] });
    });
    return bestOf([alone, ...withOne, ...withChain]);
  }

  /** The cheapest chain of packs for some data, as offers and purchases; none where no chain serves it. */
  #chainOf(
    packs: readonly Candidate[],
    uses: readonly UsageEvent[],
  ): { offers: Candidate[]; purchases: readonly PackPurchase[] }[] {
    const chain = cheapestChain(packs.map(asPack), uses, this.#period.local);
    if (!chain) return [];
    const used = new Set(chain.purchases.map(({ offer }) => offer));
    return [{ offers: packs.filter(({ facts }) => used.has(facts.id)), purchases: chain.purchases }];
  }

  /** The best data card that carries some data of the stay at full speed; the same data are asked for more than once. */
  #servingDataCard(data: readonly UsageEvent[]): RatedCard | undefined {
    const key = data.map(({ at, amount }) => `${at}:${amount}`).join();
    if (!this.#served.has(key)) {
      const serving = this.#dataCards(data).filter(({ unserved }) => unserved.length === 0);
      this.#served.set(key, serving.length === 0 ? undefined : bestOf(serving));
    }
    return this.#served.get(key);
  }

  /** Data cards for some uses: each alone, bought again when it runs out, and the best mixture of each seller. */
  #dataCards(uses: readonly UsageEvent[]): RatedCard[] {
    const data = uses.filter(({ kind }) => kind === 'data');
    if (data.length === 0) return [];
    const cards = this.#candidates.bases.filter((base) => !isPhone(base));
    const packs = cards.filter(isPack);
    const sellers = [...new Set(packs.map(({ facts }) => facts.brand))];
    const groups = [
      ...packs.map((pack) => [pack]),
      ...sellers.map((seller) => packs.filter(({ facts }) => facts.brand === seller)),
    ];
    const chained = groups
      .flatMap((group) => this.#chainOf(group, data))
      .map((chain) => this.#rate({ ...chain, uses }));
    const recurring = cards.filter((card) => !isPack(card)).map((card) => this.#rate(this.#plain(card, [], uses)));
    return [...withoutRepeats(chained), ...recurring];
  }

  /** A phone card for calls and messages, with and without the data in its fee, and the best data card for the rest. */
  #pairs(phone: Candidate): RatedCard[][] {
    if (this.#data.length === 0) return [];
    const talk = this.#uses.filter(({ kind }) => kind !== 'data');
    const all = this.#rate(this.#plain(phone));
    const rest = residualData(all, phone);
    const own = withoutData(this.#uses, rest);
    const splits = [
      { own: talk, rest: this.#data },
      ...(rest.length > 0 && own.length > talk.length ? [{ own, rest }] : []),
    ];
    const found = splits.flatMap((split) => {
      const phoneCard = this.#rate(this.#plain(phone, [], split.own));
      const dataCard = this.#servingDataCard(split.rest);
      return dataCard ? [[phoneCard, dataCard]] : [];
    });
    const cheapest = found.sort((a, b) => middleOfAll(a) - middleOfAll(b))[0];
    return cheapest ? [cheapest] : [];
  }
}

function withoutRepeats(cards: readonly RatedCard[]): RatedCard[] {
  const known = new Map(cards.map((card) => [card.purchases.map(({ offer, at }) => `${offer}@${at}`).join(' '), card]));
  return [...known.values()];
}

/** Costs of cards in different currencies are compared at their rates. */
export function costOf(card: RatedCard): number {
  const { num, den } = (card.offers[0] as Candidate).conversion.ratio;
  return (middleOf(card.statement.range) * num) / den;
}

function middleOfAll(cards: readonly RatedCard[]): number {
  return cards.reduce((sum, card) => sum + costOf(card), 0);
}

function bestOf(cards: readonly RatedCard[]): RatedCard {
  const rank = (card: RatedCard) => [card.unserved.length, costOf(card), card.purchases.length] as const;
  return cards.reduce((best, card) => (compare(rank(card), rank(best)) < 0 ? card : best));
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return (a[i] as number) - (b[i] as number);
  return 0;
}

function plainOf({ offer }: Candidate): Offer {
  return read<Offer>(offer, AS_RECORDED);
}

/** Bought once for a volume or a time, not paid again and again. */
function isPack(candidate: Candidate): boolean {
  const { fee, allowances } = plainOf(candidate).terms;
  return allowances.some(({ kind }) => kind === 'data') && fee.phases.every(({ times }) => times !== null);
}

function asPack(candidate: Candidate): Pack {
  const offer = plainOf(candidate);
  const price = offer.terms.fee.phases.reduce((sum, { amount }) => sum + (amount ?? 0), 0);
  const { num, den } = candidate.conversion.ratio;
  return { offer, cost: (price * num) / den, isOnce: candidate.facts.oncePerCustomer === true };
}

function fits({ facts }: Candidate, base: Candidate): boolean {
  const { requires, conflicts = [] } = facts;
  if (conflicts.includes(base.facts.id)) return false;
  if (requires?.offers) return requires.offers.includes(base.facts.id);
  return requires?.brands ? requires.brands.includes(base.facts.brand) : facts.brand === base.facts.brand;
}

const BEYOND: ReadonlySet<string> = new Set(['usage', 'throttled', 'refusal', 'unpriced']);

/** The data that the allowances of a plan do not hold: what a day has of it is the last that was used on that day. */
function residualData({ statement, uses }: RatedCard, base: Candidate): UsageEvent[] {
  const beyond = new Map<Day, number>();
  for (const { kind, use, offer, at } of statement.lines) {
    if (!BEYOND.has(kind) || use?.kind !== 'data' || offer !== base.facts.id || use.units === 'unlimited') continue;
    beyond.set(dayOf(at), (beyond.get(dayOf(at)) ?? 0) + use.units);
  }
  const residual: UsageEvent[] = [];
  for (const use of uses.toReversed()) {
    const left = use.kind === 'data' ? (beyond.get(dayOf(use.at)) ?? 0) : 0;
    const amount = Math.min(left, use.amount);
    beyond.set(dayOf(use.at), left - amount);
    if (amount > 0) residual.push({ ...use, amount });
  }
  return residual.reverse();
}

/** The uses with the data of `moved` taken off them, each from the use it is a part of. */
function withoutData(uses: readonly UsageEvent[], moved: readonly UsageEvent[]): UsageEvent[] {
  const keyOf = ({ at, kind, app }: UsageEvent) => `${at} ${kind} ${app}`;
  const taken = new Map(moved.map((use) => [keyOf(use), use.amount]));
  const kept = uses.map((use) => ({ ...use, amount: use.amount - (taken.get(keyOf(use)) ?? 0) }));
  return kept.filter(({ amount }) => amount > 0);
}
