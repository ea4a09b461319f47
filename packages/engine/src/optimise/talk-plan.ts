import { day } from '../civil-day.ts';
import type { Cycle } from '../cycle.ts';
import { cycleEnd } from '../cycle.ts';
import type { Purchase } from '../holding.ts';
import { type LocalSecond, localSecondOf, type OffsetHistory } from '../local-time.ts';
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

/** All talk plans of at most `most` cards, the cheapest first. A plan with no card needs that there is no talk. */
export function talkPlans(
  phones: readonly MarketOffer[],
  talk: readonly UsageEvent[],
  { most, stage }: { most: number; stage: Stage },
): TalkPlan[] {
  const end = localSecondOf(day(stage.period.start + stage.period.days));
  const start = localSecondOf(stage.period.start);
  const cache = new Map<string, TalkCard | null>();
  const card = (market: MarketOffer, from: LocalSecond, until: LocalSecond, part: readonly UsageEvent[]) => {
    const key = `${market.offer.id} ${from} ${until} ${part.length} ${part[0]?.to} ${part[0]?.kind}`;
    if (!cache.has(key)) cache.set(key, talkCard({ market, from, until, talk: part }, stage, end));
    return cache.get(key) ?? null;
  };
  const singles = phones.flatMap((phone) => card(phone, start, end, talk) ?? []);
  const plans = singles.map((single) => planOf([single]));
  if (talk.length === 0) plans.push(NO_CARDS);
  if (most >= 2 && talk.length > 0) {
    const stretch = { start, end, local: stage.local, card };
    plans.push(...sequences(phones, talk, stretch), ...splits(phones, talk, stretch));
  }
  return plans.sort((a, b) => a.cost - b.cost);
}

type MakeCard = (
  market: MarketOffer,
  from: LocalSecond,
  until: LocalSecond,
  part: readonly UsageEvent[],
) => TalkCard | null;
type Stretch = {
  readonly start: LocalSecond;
  readonly end: LocalSecond;
  readonly local: OffsetHistory;
  readonly card: MakeCard;
};

function planOf(cards: readonly TalkCard[]): TalkPlan {
  return { cards, cost: cards.reduce((sum, { cost }) => sum + cost, 0) };
}

/** One card until the end of one of its paid cycles, another from then on. */
function sequences(phones: readonly MarketOffer[], talk: readonly UsageEvent[], stretch: Stretch): TalkPlan[] {
  const { start, end, card } = stretch;
  return phones.flatMap((first) =>
    cycleEnds(first, stretch).flatMap((change) => {
      const before = card(
        first,
        start,
        change,
        talk.filter(({ at }) => at < change),
      );
      const after = before
        ? phones.flatMap(
            (second) =>
              card(
                second,
                change,
                end,
                talk.filter(({ at }) => at >= change),
              ) ?? [],
          )
        : [];
      return before ? after.map((second) => planOf([before, second])) : [];
    }),
  );
}

function cycleEnds({ offer }: MarketOffer, { start, end, local }: Stretch): LocalSecond[] {
  const { renews, dayRule, fee } = offer.terms;
  const recurs = fee.phases.some(({ times }) => times === null);
  if (!recurs || renews.unit === 'forever') return [];
  const ends: LocalSecond[] = [];
  for (let index = 0; ; index++) {
    const at = cycleEnd(renews as Cycle, { rule: dayRule, local, origin: start }, index);
    if (at >= end) return ends;
    ends.push(at);
  }
}

/** Two cards at once, the talk shared out by where it goes: each kind and destination to one of them. */
function splits(
  phones: readonly MarketOffer[],
  talk: readonly UsageEvent[],
  { start, end, card }: Stretch,
): TalkPlan[] {
  const classes = [...new Set(talk.map(classOf))];
  if (classes.length < 2 || classes.length > MOST_CLASSES) return [];
  const plans: TalkPlan[] = [];
  for (let mask = 1; mask < 2 ** (classes.length - 1); mask++) {
    const isMine = (event: UsageEvent) => (mask >> classes.indexOf(classOf(event))) % 2 === 1;
    const mine = talk.filter(isMine);
    const theirs = talk.filter((event) => !isMine(event));
    const ones = phones.flatMap((phone) => card(phone, start, end, mine) ?? []);
    const others = phones.flatMap((phone) => card(phone, start, end, theirs) ?? []);
    plans.push(
      ...ones.flatMap((one) =>
        others.filter((other) => other.market !== one.market).map((other) => planOf([one, other])),
      ),
    );
  }
  return plans;
}

const MOST_CLASSES = 5;

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
