// The cards and uses that are rated by the benchmark: plans as they are sold, uses spread evenly over the period.
import {
  type CardInput,
  INTERNET,
  localSecondOf,
  type Offer,
  type Period,
  parseDay,
  type Rate,
  type UsageEvent,
  UTC,
} from '../src/index.ts';
import {
  allowance,
  BY_MINUTE,
  charge,
  days as daysLong,
  fee,
  GB,
  MB,
  months,
  pack,
  plan,
  rate,
} from '../src/test-offers.ts';

const START = parseDay('2026-01-01');
const DAY = 86_400;
const BY_KB = { first: 1024, next: 1024, mode: 'up', per: 'event' } as const;

const RATES: readonly Rate[] = [
  rate('voice', charge({ num: 5, den: 60 }, { increment: BY_MINUTE }), { scope: { to: ['on-net'] } }),
  rate('voice', charge({ num: 1900, den: 60 }, { increment: BY_MINUTE }), { scope: { to: ['national'] } }),
  rate('sms', charge(684), { scope: { to: ['national'] } }),
  rate('data', charge({ num: 2016, den: MB }, { increment: BY_KB })),
];

/** A monthly plan of minutes, messages and gigabytes that hold about half of the uses. */
export function bucketPlan(days: number): CardInput {
  const terms = {
    fee: fee(299_000, months(1)),
    renews: months(1),
    allowances: [
      allowance('voice', 'unlimited', { scope: { to: ['on-net'] }, increment: BY_MINUTE }),
      allowance('voice', 6000, { scope: { to: ['national'] }, increment: BY_MINUTE }),
      allowance('sms', 100),
      allowance('data', 20 * GB, { increment: BY_KB }),
    ],
    rates: RATES,
  };
  return cardOf([plan(terms, 'bucket-plan')], days, [0]);
}

export function payAsYouGo(days: number): CardInput {
  return cardOf([plan({ rates: RATES }, 'pay-as-you-go')], days, [0]);
}

/** A plan with a data pack of one day that is bought each day. */
export function chainOfDayPacks(days: number): CardInput {
  const dayPack = pack(
    {
      fee: fee(19_900, undefined, 1),
      term: daysLong(1),
      allowances: [allowance('data', GB, { increment: BY_KB })],
    },
    'day-pack',
  );
  return cardOf([plan({ rates: RATES }), dayPack], days, [0, ...Array<number>(days).fill(1)]);
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
