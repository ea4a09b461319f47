// The cards and uses that are rated by the benchmark: plans as they are sold, uses spread evenly over the period.
import {
  type CardInput,
  FOREVER,
  INTERNET,
  LOCAL_DAYS,
  localSecondOf,
  money,
  type Offer,
  type OfferRole,
  type Period,
  parseDay,
  type Rate,
  type Terms,
  type UsageEvent,
  UTC,
} from '../src/index.ts';

const START = parseDay('2026-01-01');
const DAY = 86_400;
const GB = 1024 ** 3;
const BY_MINUTE = { first: 60, next: 60, mode: 'up', per: 'event' } as const;
const BY_KB = { first: 1024, next: 1024, mode: 'up', per: 'event' } as const;
const ONE = { first: 1, next: 1, mode: 'up', per: 'event' } as const;
const PER_DAY = { unit: 'days', count: 1, ends: 'midnight' } as const;
const MONTH = { unit: 'months', count: 1 } as const;
const OF_THE_CYCLE = { per: 'cycle', lives: { is: 'renewal' } } as const;

const RATES: readonly Rate[] = [
  { kind: 'voice', scope: { to: ['on-net'] }, action: charge(5, 60, BY_MINUTE) },
  { kind: 'voice', scope: { to: ['national'] }, action: charge(1900, 60, BY_MINUTE) },
  { kind: 'sms', scope: { to: ['national'] }, action: charge(684, 1, ONE) },
  { kind: 'data', scope: {}, action: charge(2016, 1024 * 1024, BY_KB) },
];

function charge(num: number, den: number, increment: typeof BY_MINUTE | typeof BY_KB | typeof ONE): Rate['action'] {
  return { do: 'charge', price: { num, den }, increment };
}

function offerOf(id: string, role: OfferRole, terms: Partial<Terms>): Offer {
  const common: Terms = {
    carries: ['voice', 'sms', 'data'],
    simPrice: money(0),
    activationFee: money(0),
    fee: { phases: [], proration: null },
    starts: 'purchase',
    term: FOREVER,
    renews: FOREVER,
    dayRule: LOCAL_DAYS,
    allowances: [],
    rates: [],
    unpaid: null,
    order: 'add-on-first',
    rounding: { mode: 'half-up', of: 'line', to: money(1) },
  };
  return { id, brand: 'bench', role, currency: 'KZT', terms: { ...common, ...terms } };
}

/** A monthly plan of minutes, messages and gigabytes that hold about half of the uses. */
export function bucketPlan(days: number): CardInput {
  const plan = offerOf('bucket-plan', 'base', {
    fee: { phases: [{ amount: money(299_000), every: MONTH, times: null }], proration: null },
    renews: MONTH,
    allowances: [
      { kind: 'voice', amount: 'unlimited', scope: { to: ['on-net'] }, increment: BY_MINUTE, ...OF_THE_CYCLE },
      { kind: 'voice', amount: 6000, scope: { to: ['national'] }, increment: BY_MINUTE, ...OF_THE_CYCLE },
      { kind: 'sms', amount: 100, scope: {}, increment: ONE, ...OF_THE_CYCLE },
      { kind: 'data', amount: 20 * GB, scope: {}, increment: BY_KB, ...OF_THE_CYCLE },
    ],
    rates: RATES,
  });
  return cardOf([plan], days, [0]);
}

export function payAsYouGo(days: number): CardInput {
  return cardOf([offerOf('pay-as-you-go', 'base', { rates: RATES })], days, [0]);
}

/** A plan with a data pack of one day that is bought each day. */
export function chainOfDayPacks(days: number): CardInput {
  const plan = offerOf('plan', 'base', { rates: RATES });
  const pack = offerOf('day-pack', 'add-on', {
    fee: { phases: [{ amount: money(19_900), every: FOREVER, times: 1 }], proration: null },
    term: PER_DAY,
    allowances: [{ kind: 'data', amount: GB, scope: {}, increment: BY_KB, ...OF_THE_CYCLE }],
  });
  return cardOf([plan, pack], days, [0, ...Array<number>(days).fill(1)]);
}

/** The first offer is bought at the start, the others one a day. */
function cardOf(offers: readonly Offer[], days: number, bought: readonly number[]): CardInput {
  const purchases = bought.map((index, place) => ({
    offer: (offers[index] as Offer).id,
    at: localSecondOf(START, Math.max(0, place - 1) * DAY),
  }));
  const byId = new Map(offers.map((offer) => [offer.id, offer]));
  return { offers: byId, purchases, period: { start: START, days }, local: UTC };
}

const TURNS: readonly Pick<UsageEvent, 'kind' | 'to' | 'amount'>[] = [
  { kind: 'data', to: INTERNET, amount: 3_000_000 },
  { kind: 'voice', to: 'on-net', amount: 95 },
  { kind: 'data', to: INTERNET, amount: 40_000_000 },
  { kind: 'voice', to: 'national-mobile', amount: 61 },
  { kind: 'sms', to: 'national-mobile', amount: 1 },
];

/** That many uses one after another, made as they are asked for. */
export function* usesOf({ start, days }: Period, count: number): Generator<UsageEvent> {
  const seconds = days * DAY;
  for (let index = 0; index < count; index++) {
    const turn = TURNS[index % TURNS.length] as (typeof TURNS)[number];
    const at = localSecondOf(start, Math.floor((index / count) * seconds));
    yield { at, kind: turn.kind, to: turn.to, amount: turn.amount };
  }
}
