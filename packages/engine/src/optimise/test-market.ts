// Random stays and markets for the oracles. Nothing but tests imports it.
import { day } from '../civil-day.ts';
import { type Cycle, FOREVER } from '../cycle.ts';
import { type DayRule, LOCAL_DAYS, localSecondOf } from '../local-time.ts';
import { money } from '../money.ts';
import type { Allowance, Offer, Rate, Terms } from '../offer.ts';
import { ALMATY, allowance, charge, days, fee, offerOf, period, rate, SHANGHAI } from '../test-offers.ts';
import { INTERNET, type UsageEvent } from '../usage.ts';
import type { Limits, MarketOffer } from './market.ts';
import type { OptimiseProblem } from './optimiser.ts';

/** Bytes in which random demands and volumes are counted. */
export const UNIT = 2 ** 20;

/** Numbers from 0 up to 1, the same for the same seed (a linear congruence of Knuth's, its high bits). */
export class Dice {
  #state: bigint;

  constructor(seed: number) {
    this.#state = BigInt(seed) * 2_862_933_555_777_941_757n + 1n;
    this.below(2);
  }

  below(count: number): number {
    this.#state = (this.#state * 6_364_136_223_846_793_005n + 1_442_695_040_888_963_407n) & 0xffffffffffffffffn;
    return Math.floor((Number(this.#state >> 32n) / 2 ** 32) * count);
  }

  from(least: number, most: number): number {
    return least + this.below(most - least + 1);
  }

  pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)] as T;
  }

  isOneIn(count: number): boolean {
    return this.below(count) === 0;
  }
}

const ZONE: DayRule = { is: 'zone', zone: SHANGHAI };
const CALENDAR_MONTH: Cycle = { unit: 'calendar-month', dayOfMonth: 1 };

export function marketOffer(offer: Offer, role: MarketOffer['role'], more: Partial<MarketOffer> = {}): MarketOffer {
  return {
    offer,
    role,
    weight: 1,
    isOnce: false,
    family: null,
    takesSlot: role === 'talk',
    hasLocalNumber: role === 'talk',
    bases: [],
    conflicts: [],
    numbers: new Map(),
    ...more,
  };
}

// --- data cards ------------------------------------------------------------------------------------------------------

export function travelTerms(dice: Dice, more: Partial<Terms> = {}): Partial<Terms> {
  const units = dice.from(1, 6);
  return {
    fee: fee(dice.from(2, 9) * 50 + units * dice.from(20, 90), FOREVER, 1),
    term: days(dice.from(1, 6), dice.pick(['midnight', 'moment', 'day-end'])),
    allowances: [allowance('data', units * UNIT)],
    rates: [rate('data', { do: 'stop' })],
    ...more,
  };
}

export function travelCard(id: string, dice: Dice, more: Partial<Terms> = {}): MarketOffer {
  return marketOffer(offerOf(id, 'base', travelTerms(dice, more)), 'data');
}

export function dailyVolume(dice: Dice): Partial<Terms> {
  const dayRule = dice.pick([ZONE, LOCAL_DAYS, { is: 'rolling' } as const]);
  return {
    fee: fee(dice.from(2, 12) * 50, FOREVER, 1),
    term: days(dice.from(2, 5), dice.pick(['midnight', 'moment'])),
    dayRule,
    starts: dice.pick(['purchase', 'first-use']),
    allowances: [allowance('data', dice.from(1, 3) * UNIT, { per: 'day' })],
    rates: [rate('data', { do: 'throttle', kbps: 128 })],
  };
}

// --- talk cards ------------------------------------------------------------------------------------------------------

const TALK_RATES = (dice: Dice): Rate[] => [
  rate('voice', charge({ num: dice.from(0, 9), den: 60 }), { scope: { to: ['on-net'] } }),
  rate('voice', charge({ num: dice.from(5, 40), den: 60 }), { scope: { to: ['national'] } }),
  rate('sms', charge(dice.from(5, 30)), {}),
];

function dataRate(dice: Dice): Rate[] {
  const action = dice.pick([
    { do: 'stop' } as const,
    charge({ num: dice.from(20, 300), den: UNIT }),
    { do: 'throttle', kbps: 64 } as const,
  ]);
  return [rate('data', action)];
}

function phoneTerms(dice: Dice, more: Partial<Terms> = {}): Partial<Terms> {
  const every = days(dice.from(2, 5), dice.pick(['midnight', 'moment']));
  return {
    fee: fee(dice.from(1, 8) * 50, every),
    renews: every,
    allowances: [
      ...(dice.isOneIn(2) ? [allowance('voice', dice.from(1, 4) * 60, { scope: { to: ['national'] } })] : []),
      ...(dice.isOneIn(2) ? [allowance('data', dice.from(1, 4) * UNIT)] : []),
    ],
    rates: [...TALK_RATES(dice), ...dataRate(dice)],
    ...more,
  };
}

export function addOn(id: string, bases: readonly string[], terms: Partial<Terms>): MarketOffer {
  return marketOffer(offerOf(id, 'add-on', terms), 'add-on', { bases, takesSlot: false });
}

/** Terms of some units each cycle, for up to so many times the least fee. */
function renewingTerms(dice: Dice, every: Cycle, dearest: number): Partial<Terms> {
  return {
    fee: fee(dice.from(1, dearest) * 40, every),
    renews: every,
    allowances: [allowance('data', dice.from(1, 3) * UNIT)],
    rates: dataRate(dice),
  };
}

/** Terms of minutes, messages or both for some days, for some destinations or all. */
function talkTerms(dice: Dice, more: Partial<Terms> = {}): Partial<Terms> {
  const to = dice.pick([undefined, ['national'], ['on-net']]);
  const amount = dice.isOneIn(4) ? 'unlimited' : dice.from(1, 6) * 60;
  const minutes = allowance('voice', amount, to ? { scope: { to } } : {});
  const messages = allowance('sms', dice.from(1, 3));
  return travelTerms(dice, {
    fee: fee(dice.from(1, 12) * 10, FOREVER, 1),
    allowances: dice.pick([[minutes], [messages], [minutes, messages]]),
    rates: dice.isOneIn(3) ? [rate('voice', charge({ num: dice.from(1, 20), den: 60 }))] : [],
    ...more,
  });
}

/** The same, charged and granted anew every few days. */
function renewingTalk(dice: Dice): Partial<Terms> {
  const every = days(dice.from(1, 3), dice.pick(['midnight', 'moment', 'day-end']));
  return talkTerms(dice, { fee: fee(dice.from(1, 6) * 10, every), term: FOREVER, renews: every });
}

/** Terms of so many units a month of the calendar, of which a part is charged or granted where it begins later. */
function monthlyTerms(dice: Dice): (units: number) => Partial<Terms> {
  const what = dice.pick(['fee', 'allowances', 'fee-and-allowances'] as const);
  const proration = { what, countsFirstDay: dice.isOneIn(2), basis: 'cycle', rounding: 'half-up' } as const;
  return (units) => ({
    fee: { phases: [{ amount: money(dice.from(4, 40) * 31), every: CALENDAR_MONTH, times: null }], proration },
    renews: CALENDAR_MONTH,
    allowances: [allowance('data', units * UNIT)],
    rates: dataRate(dice),
  });
}

// --- uses ------------------------------------------------------------------------------------------------------------

const HOURS: readonly number[] = [9, 15, 21.5];

/** Data at some of three hours of some days; `even`: the same each day. */
export function dataUses(
  dice: Dice,
  { first, length, count }: { first: number; length: number; count: number },
): UsageEvent[] {
  const slots = new Set<number>();
  while (slots.size < Math.min(count, length * HOURS.length)) slots.add(dice.below(length * HOURS.length));
  return [...slots].sort((a, b) => a - b).map((slot) => dataAt(first, slot, dice.from(1, 3)));
}

function evenUses(dice: Dice, first: number, length: number): UsageEvent[] {
  const hours = length <= 3 ? dice.pick([[0], [0, 2]]) : [dice.below(HOURS.length)];
  const most = hours.length * length <= 4 ? 2 : 1;
  const amounts = hours.map(() => dice.from(1, most));
  return Array.from({ length: Math.min(length, 6) }, (_, index) =>
    hours.map((hour, place) => dataAt(first, index * HOURS.length + hour, amounts[place] as number)),
  ).flat();
}

function dataAt(first: number, slot: number, units: number): UsageEvent {
  const second = (HOURS[slot % HOURS.length] as number) * 3600;
  const at = localSecondOf(day(first + Math.floor(slot / HOURS.length)), second);
  return { at, kind: 'data', to: INTERNET, amount: units * UNIT };
}

function talkUses(
  dice: Dice,
  { first, length, count }: { first: number; length: number; count: number },
): UsageEvent[] {
  const uses = Array.from({ length: count }, (): UsageEvent => {
    const at = localSecondOf(day(first + dice.below(length)), 12 * 3600);
    const to = dice.pick(['on-net', 'national-mobile']);
    return dice.isOneIn(3)
      ? { at, kind: 'sms', to, amount: 1 }
      : { at, kind: 'voice', to, amount: dice.from(1, 3) * 60 };
  });
  return uses.sort((a, b) => a.at - b.at);
}

// --- kinds of instances ----------------------------------------------------------------------------------------------

type Market = {
  readonly offers: readonly MarketOffer[];
  readonly appUse?: boolean;
  readonly start?: string;
  readonly limits?: Partial<Limits>;
  readonly throttle?: boolean;
  /** How many calls and messages, and how many uses of data on uneven days: at least, and at most. */
  readonly talk?: readonly [number, number];
  readonly data?: readonly [number, number];
};

const NO_TALK = [0, 0] as const;

const names = (count: number, name: string) => Array.from({ length: count }, (_, index) => `${name}-${index}`);

/** Each kind of instance that the oracles must meet, by what it is about. */
const KINDS: Readonly<Record<string, (dice: Dice) => Market>> = {
  'travel cards': (dice) => ({ offers: names(3, 'travel').map((id) => travelCard(id, dice)), talk: NO_TALK }),
  'daily volume and foreign midnights': (dice) => ({
    offers: [...names(2, 'daily').map((id) => travelCard(id, dice, dailyVolume(dice))), travelCard('travel', dice)],
    talk: NO_TALK,
  }),
  'daily volume, throttle accepted': (dice) => ({
    offers: [...names(2, 'daily').map((id) => travelCard(id, dice, dailyVolume(dice))), travelCard('travel', dice)],
    talk: NO_TALK,
    throttle: true,
  }),
  'once per customer': (dice) => {
    const promo = marketOffer(
      offerOf('promo', 'base', travelTerms(dice, { fee: fee(dice.from(0, 60), FOREVER, 1) })),
      'data',
      { isOnce: true },
    );
    const cards = names(2, 'family').map((id) => ({ ...travelCard(id, dice), family: 'f' }));
    return { offers: [promo, ...cards], talk: NO_TALK };
  },
  'scoped and nested buckets': (dice) => {
    const scoped: Allowance[] = [
      allowance('data', dice.from(1, 4) * UNIT, { scope: { apps: ['chat'] } }),
      allowance('data', dice.from(0, 2) * UNIT + UNIT),
    ];
    const free = rate('data', charge(0), { scope: { apps: ['chat'] } });
    return {
      offers: [
        travelCard('app', dice, { allowances: scoped }),
        travelCard('plain', dice),
        travelCard('free', dice, {
          allowances: [allowance('data', UNIT)],
          rates: [free, rate('data', { do: 'stop' })],
        }),
      ],
      appUse: true,
      talk: NO_TALK,
    };
  },
  'night buckets on a phone card': (dice) => {
    const night = allowance('data', dice.from(1, 4) * UNIT, { scope: { hours: [[21 * 3600, 6 * 3600]] } });
    const phone = marketOffer(offerOf('phone', 'base', phoneTerms(dice)), 'talk');
    const pack = addOn('night', ['phone'], travelTerms(dice, { allowances: [night] }));
    return { offers: [phone, pack, addOn('pack', ['phone'], travelTerms(dice))] };
  },
  'calendar-month proration': (dice) => {
    const monthly = monthlyTerms(dice);
    const phone = marketOffer(offerOf('phone', 'base', phoneTerms(dice)), 'talk');
    return {
      offers: [phone, addOn('monthly', ['phone'], monthly(31)), addOn('larger', ['phone'], monthly(62))],
      start: '2026-01-28',
    };
  },
  'cycles to the end of a day': (dice) => {
    const [own, other] = [days(dice.from(1, 3), 'day-end'), days(dice.from(1, 3), 'day-end')];
    const phone = phoneTerms(dice, { fee: fee(dice.from(1, 8) * 50, own), renews: own });
    const weekly = renewingTerms(dice, other, 6);
    return {
      offers: [
        marketOffer(offerOf('phone', 'base', phone), 'talk'),
        addOn('renewing', ['phone'], weekly),
        addOn('pack', ['phone'], travelTerms(dice, { term: days(dice.from(1, 4), 'day-end') })),
      ],
    };
  },
  'a broken month beside what lasts into the next': (dice) => {
    const monthly = monthlyTerms(dice);
    const phone = marketOffer(
      offerOf('phone', 'base', phoneTerms(dice, { rates: [...TALK_RATES(dice), rate('data', { do: 'stop' })] })),
      'talk',
    );
    const lasting = travelTerms(dice, { term: days(dice.from(3, 9), 'day-end') });
    return {
      offers: [
        phone,
        addOn('monthly', ['phone'], monthly(dice.from(4, 31))),
        addOn('larger', ['phone'], monthly(dice.from(10, 62))),
        dice.isOneIn(2) ? addOn('lasting', ['phone'], lasting) : travelCard('lasting', dice, lasting),
      ],
      start: dice.pick(['2026-01-28', '2026-01-30', '2026-02-26']),
    };
  },
  'daily fees': (dice) => {
    const daily = (most: number): Partial<Terms> => ({
      fee: fee(dice.from(1, most) * 10, days(1)),
      renews: days(1),
      allowances: [allowance('data', dice.from(1, 2) * UNIT, dice.isOneIn(2) ? { lives: { is: 'forever' } } : {})],
      rates: dataRate(dice),
    });
    const phone = marketOffer(
      offerOf('phone', 'base', phoneTerms(dice, { fee: fee(dice.from(1, 9) * 10, days(1)), renews: days(1) })),
      'talk',
    );
    return { offers: [phone, addOn('daily', ['phone'], daily(9)), travelCard('travel', dice)] };
  },
  'fallbacks and overage': (dice) => {
    const unpaid = {
      do: dice.pick(['rates', 'suspended', 'not-started'] as const),
      rates: TALK_RATES(dice),
      keepsBuckets: dice.isOneIn(2),
    };
    const phone = (id: string) =>
      marketOffer(
        offerOf(
          id,
          'base',
          phoneTerms(dice, {
            unpaid,
            rates: [...TALK_RATES(dice), rate('data', charge({ num: dice.from(20, 200), den: UNIT }))],
          }),
        ),
        'talk',
      );
    const pack = addOn(
      'pack',
      ['one'],
      travelTerms(dice, { rates: [rate('data', charge({ num: dice.from(1, 100), den: UNIT }))] }),
    );
    return { offers: [phone('one'), phone('two'), pack], limits: { slots: 2 } };
  },
  'paid by volume': (dice) => {
    const bare = travelCard('bare', dice, {
      fee: fee(dice.from(0, 9) * 20, FOREVER, 1),
      allowances: [],
      rates: [rate('data', charge({ num: dice.from(30, 200), den: UNIT }))],
    });
    return {
      offers: [bare, travelCard('travel', dice), travelCard('other', dice, { rates: dataRate(dice) })],
      talk: NO_TALK,
    };
  },
  'two phones': (dice) => ({
    offers: names(2, 'phone').map((id) => marketOffer(offerOf(id, 'base', phoneTerms(dice)), 'talk')),
    limits: { slots: 2, kind: dice.pick(['any', 'talk'] as const) },
  }),
  'plan before pack': (dice) => {
    const phone = marketOffer(
      offerOf(
        'phone',
        'base',
        phoneTerms(dice, {
          order: dice.pick(['plan-first', 'add-on-first'] as const),
          allowances: [allowance('data', dice.from(1, 3) * UNIT)],
        }),
      ),
      'talk',
    );
    return {
      offers: [phone, addOn('pack', ['phone'], travelTerms(dice)), addOn('other', ['phone'], travelTerms(dice))],
    };
  },
  rollover: (dice) => {
    const lives = dice.pick([
      { is: 'days', count: dice.from(2, 4) },
      { is: 'months', count: 1 },
      { is: 'forever' },
    ] as const);
    const phone = marketOffer(
      offerOf(
        'phone',
        'base',
        phoneTerms(dice, { allowances: [allowance('data', dice.from(1, 2) * UNIT, { lives })] }),
      ),
      'talk',
    );
    const weekly = days(dice.from(2, 3));
    const renewing = addOn('renewing', ['phone'], {
      fee: fee(dice.from(1, 6) * 40, weekly),
      renews: weekly,
      allowances: [allowance('data', dice.from(1, 3) * UNIT, { lives })],
    });
    return { offers: [phone, renewing, travelCard('travel', dice)] };
  },
  pairs: (dice) => ({
    offers: [
      marketOffer(offerOf('phone', 'base', phoneTerms(dice)), 'talk'),
      addOn('pack', ['phone'], travelTerms(dice)),
      travelCard('travel', dice),
    ],
    limits: { kind: 'pair' },
  }),
  'pairs of a plan that suffices': (dice) => ({
    offers: [
      marketOffer(
        offerOf('phone', 'base', phoneTerms(dice, { allowances: [allowance('data', dice.from(2, 12) * UNIT)] })),
        'talk',
      ),
      addOn('pack', ['phone'], travelTerms(dice, { fee: fee(dice.from(0, 3) * 20, FOREVER, 1) })),
      addOn('other', ['phone'], travelTerms(dice, { fee: fee(dice.from(1, 4) * 20, FOREVER, 1) })),
      travelCard('travel', dice),
      { ...travelCard('family', dice), family: 'f' },
    ],
    limits: { kind: 'pair' },
  }),
  'packs that exclude each other': (dice) => {
    const terms = renewingTerms(dice, days(dice.from(1, 3)), 5);
    return {
      offers: [
        marketOffer(offerOf('phone', 'base', phoneTerms(dice)), 'talk'),
        { ...addOn('pack', ['phone'], travelTerms(dice)), conflicts: ['renewing'] },
        { ...addOn('renewing', ['phone'], terms), conflicts: ['pack'] },
        addOn('free', ['phone'], travelTerms(dice)),
      ],
    };
  },
  'add-ons for calls and messages': (dice) => ({
    offers: [
      marketOffer(offerOf('phone', 'base', phoneTerms(dice)), 'talk'),
      addOn('minutes', ['phone'], talkTerms(dice)),
      { ...addOn('other', ['phone'], talkTerms(dice)), isOnce: dice.isOneIn(2) },
      addOn('renewing', ['phone'], renewingTalk(dice)),
    ],
    talk: [2, 4],
    data: [1, 2],
  }),
  'messages that an add-on alone carries': (dice) => {
    const rates = [...TALK_RATES(dice).filter(({ kind }) => kind === 'voice'), ...dataRate(dice)];
    const texts = allowance('sms', 'unlimited');
    return {
      offers: [
        marketOffer(offerOf('phone', 'base', phoneTerms(dice, { rates })), 'talk'),
        addOn('dear-texts', ['phone'], { fee: fee(900, FOREVER, 1), allowances: [texts] }),
        addOn('texts', ['phone'], travelTerms(dice, { allowances: [allowance('sms', dice.from(1, 2))], rates: [] })),
        addOn('minutes', ['phone'], talkTerms(dice)),
        addOn('pack', ['phone'], travelTerms(dice)),
      ],
      talk: [2, 4],
      data: [1, 2],
    };
  },
  'add-ons for calls on two phones': (dice) => {
    const excluding = dice.isOneIn(2);
    return {
      offers: [
        ...names(2, 'phone').map((id) => marketOffer(offerOf(id, 'base', phoneTerms(dice)), 'talk')),
        {
          ...addOn('minutes', ['phone-0', 'phone-1'], talkTerms(dice)),
          isOnce: true,
          conflicts: excluding ? ['more'] : [],
        },
        { ...addOn('more', ['phone-0'], renewingTalk(dice)), conflicts: excluding ? ['minutes'] : [] },
      ],
      limits: { slots: 2 },
      talk: [1, 2],
      data: [1, 2],
    };
  },
  'add-ons for calls and data together': (dice) => {
    const both = talkTerms(dice);
    const withData = [...(both.allowances ?? []), allowance('data', dice.from(1, 3) * UNIT)];
    const rates = dice.isOneIn(3) ? TALK_RATES(dice).filter(({ kind }) => kind === 'voice') : TALK_RATES(dice);
    return {
      offers: [
        marketOffer(offerOf('phone', 'base', phoneTerms(dice, { rates: [...rates, ...dataRate(dice)] })), 'talk'),
        addOn('both', ['phone'], { ...both, allowances: withData }),
        { ...addOn('minutes', ['phone'], talkTerms(dice)), isOnce: dice.isOneIn(3) },
        addOn('pack', ['phone'], travelTerms(dice)),
        addOn('dear-texts', ['phone'], { fee: fee(900, FOREVER, 1), allowances: [allowance('sms', 'unlimited')] }),
      ],
      talk: [1, 3],
      data: [1, 3],
    };
  },
  'renewing add-ons for calls and data together': (dice) => {
    const renewing = renewingTalk(dice);
    const withData = [...(renewing.allowances ?? []), allowance('data', dice.from(1, 2) * UNIT)];
    return {
      offers: [
        marketOffer(offerOf('phone', 'base', phoneTerms(dice)), 'talk'),
        addOn('both', ['phone'], { ...renewing, allowances: withData }),
        travelCard('travel', dice),
      ],
      talk: [1, 3],
      data: [1, 3],
    };
  },
  'three cards': (dice) => ({
    offers: names(3, 'travel').map((id) => travelCard(id, dice)),
    limits: { cards: 3 },
    talk: NO_TALK,
  }),
  'one card': (dice) => ({
    offers: [
      marketOffer(offerOf('phone', 'base', phoneTerms(dice)), 'talk'),
      addOn('pack', ['phone'], travelTerms(dice)),
      travelCard('travel', dice),
    ],
    limits: { cards: 1 },
  }),
};

const DEAR: Partial<Terms> = {
  fee: fee(1500, FOREVER, 1),
  allowances: [allowance('data', 'unlimited')],
};

/** Serves everything, so that there is always an answer. */
function dearCard(): MarketOffer {
  return marketOffer(offerOf('dear', 'base', DEAR), 'data');
}

function dearPack(offers: readonly MarketOffer[]): MarketOffer {
  const bases = offers.filter(({ role }) => role === 'talk').map(({ offer }) => offer.id);
  return addOn('dear', bases, DEAR);
}

export const KIND_NAMES: readonly string[] = Object.keys(KINDS);

export type RandomInstance = { readonly kind: string; readonly problem: OptimiseProblem; readonly limits: Limits };

/** The instance of a seed; seeds go through the kinds in turn. */
export function randomInstance(seed: number): RandomInstance {
  const dice = new Dice(seed);
  const kind = KIND_NAMES[seed % KIND_NAMES.length] as string;
  const market = (KINDS[kind] as (dice: Dice) => Market)(dice);
  const length = dice.from(3, 7);
  const stay = period(market.start ?? '2026-03-02', length);
  const isEven = dice.isOneIn(4);
  const dear = market.talk === NO_TALK ? dearCard() : dearPack(market.offers);
  const data = isEven
    ? evenUses(dice, stay.start, length)
    : dataUses(dice, { first: stay.start, length, count: dice.from(...(market.data ?? [2, 4])) });
  const [least, most] = market.talk ?? [0, 3];
  const talk = talkUses(dice, { first: stay.start, length, count: dice.from(least, most) });
  const withApps = market.appUse ? data.map((use) => (dice.isOneIn(2) ? { ...use, app: 'chat' } : use)) : data;
  const uses = [...withApps, ...talk].sort((a, b) => a.at - b.at);
  const stage = { period: stay, local: ALMATY, acceptsThrottle: market.throttle ?? false };
  const limits: Limits = {
    cards: 2,
    slots: 1,
    allowsEsim: true,
    needsLocalNumber: false,
    kind: 'any',
    ...market.limits,
  };
  return { kind, problem: { market: [...market.offers, dear], uses, stage }, limits };
}
