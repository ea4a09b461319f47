import { expect, test } from 'vitest';
import { FOREVER } from '../cycle.ts';
import { formatLocal } from '../local-time.ts';
import type { Allowance } from '../offer.ts';
import {
  ALMATY,
  allowance,
  call,
  charge,
  data,
  days,
  fee,
  GB,
  message,
  offerOf,
  period,
  plan,
  rate,
} from '../test-offers.ts';
import type { UsageEvent } from '../usage.ts';
import type { MarketOffer } from './market.ts';
import { Optimiser } from './optimiser.ts';
import { marketOffer } from './test-market.ts';

test('an add-on of a card that begins at noon may be bought in the afternoon, before anything lacks', () => {
  const each = fee(40, days(1));
  const voice = rate('voice', charge({ num: 4, den: 60 }));
  const phone = plan({ fee: each, renews: days(1), rates: [voice, rate('data', { do: 'stop' })] }, 'phone');
  const daily = offerOf('daily', 'add-on', {
    fee: fee(60, days(1)),
    renews: days(1),
    allowances: [allowance('data', GB)],
  });
  const travel = offerOf('travel', 'base', { fee: fee(562, FOREVER, 1), allowances: [allowance('data', 6 * GB)] });
  const market = [
    marketOffer(phone, 'talk'),
    marketOffer(daily, 'add-on', { bases: ['phone'], takesSlot: false }),
    marketOffer(travel, 'data'),
  ];
  const uses = [
    data('2026-03-04T09:00', 2 * GB),
    call('2026-03-04T12:00', 60),
    data('2026-03-04T15:00', 2 * GB),
    data('2026-03-05T15:00', 3 * GB),
  ];
  const stage = { period: period('2026-03-02', 4), local: ALMATY, acceptsThrottle: false };
  const limits = { cards: 2, slots: 1, allowsEsim: true, needsLocalNumber: false, kind: 'any' } as const;
  const search = new Optimiser({ market, uses, stage }).search(limits);
  for (const _ of search.run());
  // The travel card 562, the phone for the day of the call 40 + 4, and one day of the add-on 60.
  expect(search.finish()?.certificate).toMatchObject({ cost: 562 + 40 + 4 + 60, gap: 0 });
});

test.each([1, 0])(
  'a pair has a data card even where the plan holds all data; %i tenge packs beside it are not bought',
  (price) => {
    const bundle = [allowance('data', 15 * GB)];
    const rates = [rate('voice', charge({ num: 8, den: 60 })), rate('data', charge({ num: 3, den: 2 ** 20 }))];
    const phone = plan({ fee: fee(100, days(30)), renews: days(30), rates, allowances: bundle }, 'phone');
    const packs = ['a', 'b', 'c', 'd'].map((id) =>
      offerOf(id, 'add-on', { fee: fee(price, FOREVER, 1), term: days(1), allowances: [allowance('data', GB)] }),
    );
    const card = (id: string, amount: number, volume: number) =>
      offerOf(id, 'base', { fee: fee(amount, FOREVER, 1), allowances: [allowance('data', volume)] });
    const market = [
      marketOffer(phone, 'talk'),
      ...packs.map((pack) => marketOffer(pack, 'add-on', { bases: ['phone'], takesSlot: false })),
      marketOffer(card('small', 500, GB), 'data'),
      marketOffer(card('large', 900, 9 * GB), 'data'),
    ];
    const mornings = Array.from({ length: 14 }, (_, index) =>
      data(`2026-03-${String(index + 2).padStart(2, '0')}T09:00`, GB),
    );
    const uses = [...mornings, call('2026-03-15T12:00', 60)];
    const stage = { period: period('2026-03-02', 14), local: ALMATY, acceptsThrottle: false };
    const limits = { cards: 2, slots: 1, allowsEsim: true, needsLocalNumber: false, kind: 'pair' } as const;
    const search = new Optimiser({ market, uses, stage }).search(limits);
    let steps = 0;
    for (const _ of search.run()) if (++steps > 200) break;
    // The phone 100 + 8 for the call, and the cheaper of the data cards.
    expect(search.finish()?.certificate).toMatchObject({ cost: 100 + 8 + 500, gap: 0 });
  },
);

test('who uses nothing is told the card that costs the least to hold', () => {
  const phone = (id: string, each: number) =>
    marketOffer(plan({ fee: fee(each, days(1)), renews: days(1) }, id), 'talk');
  const travel = offerOf('travel', 'base', { fee: fee(1, FOREVER, 1), allowances: [allowance('data', GB)] });
  const market = [phone('dear', 30), phone('cheap', 20), marketOffer(travel, 'data')];
  const stage = { period: period('2026-03-02', 4), local: ALMATY, acceptsThrottle: false };
  const limits = { cards: 2, slots: 1, allowsEsim: true, needsLocalNumber: false, kind: 'any' } as const;
  const search = new Optimiser({ market, uses: [], stage }).search(limits);
  for (const _ of search.run());
  expect(search.finish()?.certificate).toMatchObject({ cost: 4 * 20, gap: 0 });
});

test('a pack for all of a stay across two months costs its price, beside add-ons of calendar months', () => {
  const phone = plan({ fee: fee(100, days(2)), renews: days(2), rates: [rate('data', { do: 'stop' })] }, 'phone');
  const month = { unit: 'calendar-month', dayOfMonth: 1 } as const;
  const monthly = offerOf('monthly', 'add-on', {
    fee: fee(1400, month),
    renews: month,
    allowances: [allowance('data', 31 * GB)],
    rates: [rate('data', { do: 'stop' })],
  });
  const whole = offerOf('whole', 'add-on', {
    fee: fee(1500, FOREVER, 1),
    allowances: [allowance('data', 'unlimited')],
  });
  const market = [
    marketOffer(phone, 'talk'),
    ...[monthly, whole].map((pack) => marketOffer(pack, 'add-on', { bases: ['phone'], takesSlot: false })),
  ];
  // Five of seven parts in January: neither share is a whole number of the parts in which a bound divides what lacks.
  const uses = [data('2026-01-31T09:00', 3 * GB), data('2026-01-31T21:30', 2 * GB), data('2026-02-01T15:00', 2 * GB)];
  const stage = { period: period('2026-01-31', 2), local: ALMATY, acceptsThrottle: false };
  const limits = { cards: 2, slots: 1, allowsEsim: true, needsLocalNumber: true, kind: 'any' } as const;
  const search = new Optimiser({ market, uses, stage }).search(limits);
  for (const _ of search.run());
  // The phone for two days 100; the monthly add-on would be paid twice.
  expect(search.finish()?.certificate).toMatchObject({ cost: 100 + 1500, gap: 0 });
});

test('a pack bought for a card that is given up later serves nothing after that, also where it was best for other uses', () => {
  const phone = plan(
    { fee: fee(250, days(2)), renews: days(2), rates: [rate('voice', charge(0)), rate('data', { do: 'stop' })] },
    'phone',
  );
  const pack = offerOf('pack', 'add-on', {
    fee: fee(40, FOREVER, 1),
    term: days(30),
    allowances: [allowance('data', GB)],
  });
  const market = [marketOffer(phone, 'talk'), marketOffer(pack, 'add-on', { bases: ['phone'], takesSlot: false })];
  const stage = { period: period('2026-03-02', 6), local: ALMATY, acceptsThrottle: false };
  const limits = { cards: 2, slots: 1, allowsEsim: true, needsLocalNumber: false, kind: 'any' } as const;
  const calls = [call('2026-03-02T12:00', 60), call('2026-03-06T12:00', 60)];
  const usesOf = (later: number) => [
    data('2026-03-02T09:00', GB / 2),
    calls[0] as UsageEvent,
    data('2026-03-05T09:00', later),
    calls[1] as UsageEvent,
  ];
  const solve = (optimiser: Optimiser) => {
    const search = optimiser.search(limits);
    for (const _ of search.run());
    return search.finish();
  };
  const before = new Optimiser({ market, uses: usesOf(0), stage });
  // Nothing is used between the calls: the phone for two days, twice, and the pack.
  expect(solve(before)?.certificate).toMatchObject({ cost: 2 * 250 + 40, gap: 0 });
  // The phone through the stay, and the pack.
  const moved = solve(before.moved(usesOf(GB / 4)));
  expect(moved?.certificate).toMatchObject({ cost: 3 * 250 + 40, gap: 0 });
});

test('a card that lasts longer is taken for the sake of a day on which more is used, though another serves as much by then', () => {
  const card = (id: string, price: number, volume: number, life: number) => {
    const terms = { fee: fee(price, FOREVER, 1), term: days(life), allowances: [allowance('data', volume * GB)] };
    return marketOffer(offerOf(id, 'base', terms), 'data');
  };
  const market = [card('short', 100, 6, 4), card('long', 110, 6, 10), card('day', 50, 4, 1)];
  const uses = [1, 1, 1, 4, 1, 1, 1].map((gigabytes, index) => data(`2026-03-0${index + 2}T09:00`, gigabytes * GB));
  const stage = { period: period('2026-03-02', 7), local: ALMATY, acceptsThrottle: false };
  const limits = { cards: 3, slots: 3, allowsEsim: true, needsLocalNumber: false, kind: 'any' } as const;
  const search = new Optimiser({ market, uses, stage }).search(limits);
  for (const _ of search.run());
  // The day of four gigabytes 50, all others 110; two short cards, one after the other, would be 200.
  expect(search.finish()?.certificate).toMatchObject({ cost: 50 + 110, gap: 0 });
});

test('the rate of a pack ends with its card: what is used later is carried by another', () => {
  const phone = (id: string, price: number, length: number, unit: number) => {
    const rates = [rate('voice', charge(0)), rate('data', charge({ num: unit, den: GB }))];
    return plan({ fee: fee(price, days(length)), renews: days(length), rates }, id);
  };
  const pack = offerOf('pack', 'add-on', {
    fee: fee(169, FOREVER, 1),
    term: days(6),
    allowances: [allowance('data', 3 * GB)],
    rates: [rate('data', charge({ num: 67, den: GB }))],
  });
  const market = [
    marketOffer(phone('one', 400, 3, 133), 'talk'),
    marketOffer(phone('two', 350, 5, 199), 'talk'),
    marketOffer(pack, 'add-on', { bases: ['one'], takesSlot: false }),
  ];
  const uses = [
    data('2026-03-02T09:00', GB),
    call('2026-03-02T12:00', 60),
    data('2026-03-02T21:30', 3 * GB),
    call('2026-03-03T12:00', 60),
    data('2026-03-05T15:00', GB),
  ];
  const stage = { period: period('2026-03-02', 7), local: ALMATY, acceptsThrottle: false };
  const limits = { cards: 2, slots: 2, allowsEsim: true, needsLocalNumber: false, kind: 'any' } as const;
  const search = new Optimiser({ market, uses, stage }).search(limits);
  for (const _ of search.run());
  // The first card for three days with the pack and a gigabyte beyond it, then the same anew: kept, it would be paid three times.
  expect(search.finish()?.certificate).toMatchObject({ cost: 400 + 169 + 67 + (400 + 133), gap: 0 });
});

test('where there is one slot, a card is bought when the one before it is given up, though it would have served before', () => {
  const rates = [rate('voice', charge({ num: 8, den: 60 })), rate('data', charge({ num: 155, den: GB }))];
  const bundle = [allowance('data', 2 * GB)];
  const phone = plan({ fee: fee(150, days(2)), renews: days(2), rates, allowances: bundle }, 'phone');
  const uses = [
    call('2026-03-02T12:00', 60),
    data('2026-03-03T15:00', 3 * GB),
    call('2026-03-04T12:00', 60),
    data('2026-03-05T09:00', 2 * GB),
    data('2026-03-06T15:00', GB),
  ];
  const stage = { period: period('2026-03-02', 7), local: ALMATY, acceptsThrottle: false };
  const limits = { cards: 2, slots: 1, allowsEsim: true, needsLocalNumber: false, kind: 'any' } as const;
  const search = new Optimiser({ market: [marketOffer(phone, 'talk')], uses, stage }).search(limits);
  for (const _ of search.run());
  // Four days 300 with both calls and a gigabyte beyond, then two days anew; kept to the end it would be paid four times.
  expect(search.finish()?.certificate).toMatchObject({ cost: 2 * 150 + 2 * 8 + 155 + 150, gap: 0 });
});

test('an add-on is bought before anything lacks where its card is given up later, though each day asks for the same', () => {
  const rates = [rate('voice', charge(0)), rate('data', { do: 'stop' })];
  const phone = plan({ fee: fee(350, days(2)), renews: days(2), rates }, 'phone');
  const bundle = (volume: number, life: number) => ({ term: days(life), allowances: [allowance('data', volume * GB)] });
  const pack = offerOf('pack', 'add-on', { fee: fee(484, FOREVER, 1), ...bundle(6, 3) });
  const travel = offerOf('travel', 'base', { fee: fee(470, FOREVER, 1), ...bundle(4, 6) });
  const market = [
    marketOffer(phone, 'talk'),
    marketOffer(pack, 'add-on', { bases: ['phone'], takesSlot: false }),
    marketOffer(travel, 'data'),
  ];
  const calls = [call('2026-03-03T12:00', 60), call('2026-03-04T12:00', 60)];
  const mornings = Array.from({ length: 6 }, (_, index) => data(`2026-03-0${index + 2}T15:00`, GB));
  const uses = [...calls, ...mornings].sort((a, b) => a.at - b.at);
  const stage = { period: period('2026-03-02', 7), local: ALMATY, acceptsThrottle: false };
  const limits = { cards: 2, slots: 1, allowsEsim: true, needsLocalNumber: false, kind: 'any' } as const;
  const search = new Optimiser({ market, uses, stage }).search(limits);
  for (const _ of search.run());
  // The phone on the two days of the calls with two of the six gigabytes, the other four on the travel card.
  expect(search.finish()?.certificate).toMatchObject({ cost: 350 + 484 + 470, gap: 0 });
});

test.each([
  {
    demand: 'uneven',
    volume: 5,
    uses: [
      data('2026-03-02T15:00', 3 * GB),
      data('2026-03-02T21:30', GB),
      data('2026-03-03T09:00', 3 * GB),
      call('2026-03-03T12:00', 60),
      data('2026-03-04T09:00', 2 * GB),
    ],
    // Five gigabytes on the travel card, one paid at three, and three of the add-on that is bought in the evening.
    cost: 3 * 90 + 580 + 173 + 3 * 40,
  },
  {
    demand: 'the same each day',
    volume: 7,
    uses: [2, 3, 4, 5].flatMap((date) => [call(`2026-03-0${date}T12:00`, 60), data(`2026-03-0${date}T15:00`, 3 * GB)]),
    // Seven on the travel card, two paid on the first day, and three of the add-on that is bought on the second.
    cost: 4 * 90 + 580 + 2 * 173 + 3 * 40,
  },
])('an add-on whose rate hides that of the plan is bought after the plan has sold what lacks: $demand', (stay) => {
  const rates = [rate('voice', charge(0)), rate('data', charge({ num: 173, den: GB }))];
  const phone = plan({ fee: fee(90, days(1)), renews: days(1), rates }, 'phone');
  const daily = offerOf('daily', 'add-on', {
    fee: fee(40, days(1)),
    renews: days(1),
    allowances: [allowance('data', GB, { lives: { is: 'forever' } })],
    rates: [rate('data', { do: 'throttle', kbps: 64 })],
  });
  const bundle = [allowance('data', stay.volume * GB)];
  const travel = offerOf('travel', 'base', { fee: fee(580, FOREVER, 1), allowances: bundle });
  const market = [
    marketOffer(phone, 'talk'),
    marketOffer(daily, 'add-on', { bases: ['phone'], takesSlot: false }),
    marketOffer(travel, 'data'),
  ];
  const length = new Set(stay.uses.map(({ at }) => Math.floor(at / 86_400))).size;
  const stage = { period: period('2026-03-02', length), local: ALMATY, acceptsThrottle: false };
  const limits = { cards: 2, slots: 1, allowsEsim: true, needsLocalNumber: false, kind: 'any' } as const;
  const search = new Optimiser({ market, uses: stay.uses, stage }).search(limits);
  for (const _ of search.run());
  expect(search.finish()?.certificate).toMatchObject({ cost: stay.cost, gap: 0 });
});

test('packs that exclude each other are not on a card at the same time', () => {
  const phone = plan({ fee: fee(100, days(30)), renews: days(30), rates: [rate('voice', charge(0))] }, 'phone');
  const pack = (id: string, price: number, volume: number, life: number) =>
    offerOf(id, 'add-on', {
      fee: fee(price, FOREVER, 1),
      term: days(life),
      allowances: [allowance('data', volume * GB)],
    });
  const onPhone = { bases: ['phone'], takesSlot: false };
  const market = (conflicts: readonly string[]) => [
    marketOffer(phone, 'talk'),
    marketOffer(pack('large', 200, 4, 6), 'add-on', { ...onPhone, conflicts }),
    marketOffer(pack('small', 50, 1, 1), 'add-on', {
      ...onPhone,
      conflicts: conflicts.map(() => 'large'),
    }),
  ];
  const uses = [data('2026-03-02T09:00', 5 * GB), call('2026-03-02T12:00', 60)];
  const stage = { period: period('2026-03-02', 7), local: ALMATY, acceptsThrottle: false };
  const limits = { cards: 1, slots: 1, allowsEsim: true, needsLocalNumber: false, kind: 'any' } as const;
  const costWith = (conflicts: readonly string[]) => {
    const search = new Optimiser({ market: market(conflicts), uses, stage }).search(limits);
    for (const _ of search.run());
    return search.finish()?.certificate;
  };
  expect(costWith([])).toMatchObject({ cost: 100 + 200 + 50, gap: 0 });
  // Five small ones for 250, or two large ones for 400.
  expect(costWith(['small'])).toMatchObject({ cost: 100 + 5 * 50, gap: 0 });
});

test('three small packs are weighed against larger ones that hold as much as two and as three of them', () => {
  const terms = {
    fee: fee(50, days(3)),
    renews: days(3),
    rates: [rate('sms', charge(5)), rate('data', { do: 'stop' })],
  };
  const pack = (id: string, price: number, volume: number) => {
    const held = { fee: fee(price, FOREVER, 1), term: days(5), allowances: [allowance('data', volume)] };
    return marketOffer(offerOf(id, 'add-on', held), 'add-on', { bases: ['phone'], takesSlot: false });
  };
  const phone = marketOffer(plan(terms, 'phone'), 'talk');
  const market = [phone, pack('3', 110, 3 * GB), pack('6', 792, 6 * GB), pack('7', 1500, 7 * GB)];
  const uses = [
    data('2026-03-03T15:00', GB),
    message('2026-03-04T12:00'),
    data('2026-03-04T15:00', 3 * GB),
    data('2026-03-04T21:00', 3 * GB),
  ];
  // The plan is given up after its first three days.
  expect(answerOf(market, uses)).toMatchObject({ cost: 50 + 5 + 3 * 110, gap: 0 });
});

// --- add-ons for calls and messages ------------------------------------------------------------------------------------

const NO_DATA = rate('data', { do: 'stop' });

/** A plan of 100 for the stay at 6 a minute and 5 a message, two packs of minutes, one of messages, and one of data. */
const TALKER = [
  marketOffer(
    plan(
      {
        fee: fee(100, FOREVER, 1),
        rates: [rate('voice', charge({ num: 6, den: 60 })), rate('sms', charge(5)), NO_DATA],
      },
      'phone',
    ),
    'talk',
  ),
  talkPack('hour', 90, { days: 5, held: [allowance('voice', 60 * 60)] }),
  talkPack('quarter', 40, { days: 1, held: [allowance('voice', 15 * 60)] }),
  talkPack('texts', 30, { days: 5, held: [allowance('sms', 10)] }),
  talkPack('gigabyte', 70, { days: 5, held: [allowance('data', GB)] }),
];

function talkPack(id: string, price: number, { days: count, held }: { days: number; held: readonly Allowance[] }) {
  const terms = { fee: fee(price, FOREVER, 1), term: days(count), allowances: [...held] };
  return marketOffer(offerOf(id, 'add-on', terms), 'add-on', { bases: ['phone'], takesSlot: false });
}

function messages(at: string, amount: number): UsageEvent {
  return { ...message(at), amount };
}

function answerOf(market: readonly MarketOffer[], uses: readonly UsageEvent[]) {
  const stage = { period: period('2026-03-02', 5), local: ALMATY, acceptsThrottle: false };
  const limits = { cards: 2, slots: 1, allowsEsim: true, needsLocalNumber: false, kind: 'any' } as const;
  const search = new Optimiser({ market, uses, stage }).search(limits);
  for (const _ of search.run());
  const { cards = [], certificate } = search.finish() ?? {};
  const bought = cards.flatMap(({ purchases }) => purchases.map(({ offer, at }) => `${offer} ${formatLocal(at)}`));
  return { bought, cost: certificate?.cost, gap: certificate?.gap };
}

test('minutes and messages are bought at the call and the message from which on they are worth it, and data beside them', () => {
  const uses = [
    call('2026-03-02T10:00', 2 * 60),
    messages('2026-03-02T11:00', 3),
    call('2026-03-03T10:00', 14 * 60),
    data('2026-03-03T12:00', GB),
    messages('2026-03-04T11:00', 9),
    call('2026-03-05T10:00', 3 * 60),
  ];
  // By rates alone the calls cost 19 × 6 = 114, with the hour 90, with the quarter for its day (2 + 3) × 6 + 40 = 70.
  // The messages cost 12 × 5 = 60, with the pack from the second on 3 × 5 + 30 = 45, from the first on 30 + 2 × 5 = 40.
  expect(answerOf(TALKER, uses)).toEqual({
    bought: [
      'phone 2026-03-02T00:00:00',
      'texts 2026-03-02T11:00:00',
      'quarter 2026-03-03T10:00:00',
      'gigabyte 2026-03-03T12:00:00',
    ],
    cost: 100 + 70 + 40 + 70,
    gap: 0,
  });
});

test('minutes that a customer gets once are bought once, though the plan has no rate beside them', () => {
  const bare = plan({ fee: fee(20, FOREVER, 1), rates: [NO_DATA] }, 'bare');
  const only = {
    ...talkPack('quarter', 40, { days: 1, held: [allowance('voice', 15 * 60)] }),
    isOnce: true,
    bases: ['bare'],
  };
  const uses = [call('2026-03-02T10:00', 60), call('2026-03-05T10:00', 60)];
  // They serve one of the two days, so that the plan with rates is the cheapest that serves both.
  expect(answerOf([...TALKER, marketOffer(bare, 'talk'), only], uses)).toMatchObject({ cost: 100 + 12, gap: 0 });
  const often = { ...only, isOnce: false };
  expect(answerOf([...TALKER, marketOffer(bare, 'talk'), often], uses)).toMatchObject({ cost: 20 + 2 * 40, gap: 0 });
});

test.each([
  // The quarter and the gigabyte cost 40 + 70.
  [
    'with both, where it costs less than one for each',
    105,
    [call('2026-03-03T10:00', 14 * 60), data('2026-03-03T12:00', GB)],
  ],
  ['for the minutes alone, where that costs less than minutes alone', 35, [call('2026-03-03T10:00', 14 * 60)]],
] as const)('an add-on of minutes and data together is bought %s', (_, price, uses) => {
  const both = talkPack('both', price, { days: 5, held: [allowance('voice', 60 * 60), allowance('data', GB)] });
  expect(answerOf([...TALKER, both], uses)).toEqual({
    bought: ['phone 2026-03-02T00:00:00', 'both 2026-03-03T10:00:00'],
    cost: 100 + price,
    gap: 0,
  });
});

test('an add-on of minutes that excludes one of data is not searched', () => {
  const uses = [call('2026-03-03T10:00', 14 * 60)];
  const [phone, , ...packs] = TALKER;
  const excluding = {
    ...talkPack('hour', 1, { days: 5, held: [allowance('voice', 60 * 60)] }),
    conflicts: ['gigabyte'],
  };
  expect(answerOf([phone as MarketOffer, ...packs, excluding], uses)).toMatchObject({ cost: 140, gap: 0 });
});
