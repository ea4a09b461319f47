import { describe, expect, test } from 'vitest';
import type { CardInput } from './card-state.ts';
import { money } from './money.ts';
import type { Offer, Proration, Terms, Unpaid } from './offer.ts';
import { rateCard } from './statement.ts';
import {
  allowance,
  BY_MINUTE,
  buyOn,
  call,
  card,
  charge,
  data,
  days,
  fee,
  GB,
  ledger,
  MB,
  MINUTE,
  months,
  offerOf,
  pack,
  period,
  phase,
  plan,
  rate,
  topUpOn,
} from './test-offers.ts';
import type { UsageEvent } from './usage.ts';

function linesOf(offers: readonly Offer[], more: Partial<CardInput> = {}, uses: readonly UsageEvent[] = []): string[] {
  return ledger(rateCard(card(offers, more), uses).lines);
}

/** A wallet with `balance` at the start and top-ups as day and amount. */
function wallet(balance: number, ...topUps: readonly (readonly [string, number])[]) {
  return { wallet: { balance: money(balance), topUps: topUps.map(([at, amount]) => topUpOn(at, amount)) } };
}

describe('what a purchase costs', () => {
  test('the SIM, the activation and the first fee, each in its line', () => {
    const terms = { simPrice: money(500), activationFee: money(300), fee: fee(1990) };
    expect(linesOf([plan(terms)])).toEqual([
      '01-01 plan sim-price 500',
      '01-01 plan activation-fee 300',
      '01-01 plan fee 1990',
    ]);
  });

  test('a price that is not known is told, not left out', () => {
    expect(linesOf([plan({ simPrice: null, activationFee: null, fee: fee(null) })])).toEqual([
      '01-01 plan unpriced price-unknown',
      '01-01 plan unpriced price-unknown',
      '01-01 plan unpriced price-unknown',
    ]);
  });

  test('a tax stated apart is added to each fee', () => {
    // 1000 × 16 % = 160
    expect(linesOf([plan({ fee: { ...fee(1000), taxPercent: 16 } })])).toEqual([
      '01-01 plan fee 1000',
      '01-01 plan tax 160',
    ]);
  });

  test('the first change of tariff is free, the later ones are not', () => {
    const change = offerOf('change', 'vas', { fee: { ...fee(9900), freePurchases: 1 } });
    const purchases = ['2026-01-02', '2026-01-03', '2026-01-04'].map((at) => buyOn(at, 'change'));
    expect(linesOf([change], { purchases })).toEqual(['01-03 change fee 9900', '01-04 change fee 9900']);
  });

  test('members of a group pay the share of their number', () => {
    // 10 % of 2000 from 3 members on
    const group = offerOf('group', 'vas', {
      special: {
        is: 'group-discount',
        steps: [
          { members: 2, percent: 5 },
          { members: 3, percent: 10 },
          { members: 5, percent: 15 },
        ],
      },
    });
    const monthly = plan({ fee: fee(2000) });
    expect(linesOf([group, monthly], { groupMembers: 4 })).toEqual(['01-01 plan fee 2000', '01-01 plan discount -200']);
    expect(linesOf([group, monthly], { groupMembers: 1 })).toEqual(['01-01 plan fee 2000']);
  });
});

describe('a calendar month begun in the middle', () => {
  const proration: Proration = {
    what: 'fee-and-allowances',
    countsFirstDay: true,
    basis: 'cycle',
    rounding: 'half-up',
  };

  function firstMonth(changed: Partial<Proration>): string[] {
    const every = { unit: 'calendar-month', dayOfMonth: 1 } as const;
    const monthly = plan({
      fee: { phases: [phase(119_000, every, null)], proration: { ...proration, ...changed } },
      renews: every,
      allowances: [allowance('data', 3000)],
    });
    const purchases = [buyOn('2026-06-17T10:00', 'plan')];
    return linesOf([monthly], { purchases, period: period('2026-06-17', 15) });
  }

  // 17 to 30 June are 14 days of 30
  test.each([
    // 119000 × 14/30 = 55533.3; 3000 × 14/30 = 1400
    ['fee and allowances by days', {}, '55533', '1400'],
    // 119000 × 13/30 = 51566.7; 3000 × 13/30 = 1300
    ['without the first day', { countsFirstDay: false }, '51567', '1300'],
    ['the fee alone', { what: 'fee' }, '55533', '3000'],
    ['the allowances alone', { what: 'allowances' }, '119000', '1400'],
    // 119000 × 12 × 14 / 365 = 54772.6; 3000 × 12 × 14 / 365 = 1380.8, of which only whole units are granted
    ['by the days of the year', { basis: 'year' }, '54773', '1380'],
    ['rounded up', { rounding: 'up' }, '55534', '1400'],
  ] as const)('%s, then a whole month', (_title, changed, amount, units) => {
    const lines = firstMonth(changed);
    expect(lines.slice(0, 2)).toEqual([`06-17 plan fee ${amount}`, `06-17 plan grant ${units} units`]);
    expect(lines.slice(-2)).toEqual(['07-01 plan fee 119000', '07-01 plan grant 3000 units']);
  });
});

describe('a fee that cannot be taken', () => {
  const unpaidRate = rate('data', charge({ num: 25, den: MB }));

  function daily(unpaid: Partial<Unpaid>, more: Partial<Terms> = {}): Offer {
    return plan({
      fee: fee(100, days(1)),
      renews: days(1),
      allowances: [allowance('data', 10 * MB, { lives: { is: 'forever' } })],
      rates: [rate('data', charge({ num: 3, den: MB }))],
      unpaid: { do: 'rates', rates: [unpaidRate], keepsBuckets: false, ...unpaid },
      ...more,
    });
  }

  test('puts the rates of the unpaid plan in force', () => {
    expect(linesOf([daily({})], { fee: 'unpaid' }, [data('2026-01-02', 2 * MB)])).toEqual([
      '01-01 plan fee-not-taken',
      `01-02 plan usage 50 ${2 * MB} units`,
    ]);
  });

  test('wipes what has accumulated, or keeps it', () => {
    const after = (keepsBuckets: boolean) =>
      linesOf([daily({ keepsBuckets })], { ...wallet(100), period: period('2026-01-01', 3) }, [
        data('2026-01-02T12:00', 12 * MB),
      ]);
    expect(after(false)).toEqual([
      '01-01 plan fee 100',
      `01-01 plan grant ${10 * MB} units`,
      '01-02 plan fee-not-taken',
      `01-02 plan expiry ${10 * MB} units`,
      `01-02 plan refusal ${12 * MB} units no-money`,
    ]);
    expect(after(true).slice(2)).toEqual([
      '01-02 plan fee-not-taken',
      `01-02 plan consumption ${10 * MB} units`,
      '01-02 plan used-up 0 units',
      `01-02 plan refusal ${2 * MB} units no-money`,
    ]);
  });

  test('is tried again at each top-up; a paid day begins a new series', () => {
    const lines = linesOf([daily({})], { ...wallet(100, ['2026-01-03T15:00', 250]), period: period('2026-01-01', 6) });
    expect(lines.filter((line) => line.includes('fee'))).toEqual([
      '01-01 plan fee 100',
      '01-02 plan fee-not-taken',
      '01-03 plan fee 100',
      '01-04 plan fee 100',
      '01-05 plan fee-not-taken',
    ]);
  });

  test('paid late grants what was bought, and its term counts from then', () => {
    const once = plan({ fee: fee(100, days(30), 1), term: days(3), allowances: [allowance('data', GB)] });
    expect(linesOf([once], wallet(0, ['2026-01-03T10:00', 100]))).toEqual([
      '01-01 plan fee-not-taken',
      '01-03 plan fee 100',
      `01-03 plan grant ${GB} units`,
      `01-06 plan expiry ${GB} units`,
      '01-06 plan end',
    ]);
  });

  test('an instalment paid late grants nothing anew and the next is due on its old day', () => {
    const yearly = plan({
      fee: fee(100, days(10), 3),
      allowances: [allowance('data', GB)],
      unpaid: { do: 'suspended', rates: [], keepsBuckets: true, days: 92 },
    });
    expect(linesOf([yearly], { ...wallet(100, ['2026-01-15', 200]), period: period('2026-01-01', 40) })).toEqual([
      '01-01 plan fee 100',
      `01-01 plan grant ${GB} units`,
      '01-11 plan fee-not-taken',
      '01-15 plan fee 100',
      '01-21 plan fee 100',
    ]);
  });

  test('does not move the end of a pack that nobody pays for any more', () => {
    const week = pack({
      fee: fee(100, days(1)),
      term: days(7),
      unpaid: { do: 'rates', rates: [], keepsBuckets: true },
    });
    expect(linesOf([week], wallet(150))).toEqual(['01-01 pack fee 100', '01-02 pack fee-not-taken', '01-08 pack end']);
  });

  test('suspends the plan, its buckets out of reach, and ends it after 92 days', () => {
    const offer = daily({ do: 'suspended', keepsBuckets: true, days: 92 });
    const input = { ...wallet(200), period: period('2026-01-01', 120) };
    const lines = linesOf([offer], input, [data('2026-01-03T12:00', MB)]);
    // fees on 1 and 2 January, missed on the 3rd: suspended to 5 April
    expect(lines.slice(4)).toEqual([
      '01-03 plan fee-not-taken',
      `01-03 plan refusal ${MB} units no-money`,
      `04-05 plan expiry ${20 * MB} units`,
      '04-05 plan end',
    ]);
  });

  test('ends an add-on that does not start, and charges nothing for it', () => {
    const extra = pack({ fee: fee(500), allowances: [allowance('data', GB)] });
    expect(linesOf([extra], wallet(499))).toEqual(['01-01 pack fee-not-taken', '01-01 pack end']);
  });

  test('refuses use while a base plan has not started', () => {
    const offer = daily({ do: 'not-started', rates: [] });
    expect(linesOf([offer], { fee: 'unpaid' }, [data('2026-01-01', MB)])).toEqual([
      '01-01 plan fee-not-taken',
      `01-01 plan refusal ${MB} units not-started`,
    ]);
  });

  test.each([
    ['at-once', '01-01'],
    ['next-window', '01-02'],
  ] as const)('starts the day pack %s', (from, on) => {
    const dayPack = pack({ fee: fee(50), term: days(1), allowances: [allowance('data', MB)] }, 'day-pack');
    const offer = daily({ do: 'pack', pack: { offer: 'day-pack', from } });
    const purchases = [buyOn('2026-01-01', 'plan')];
    const lines = linesOf([offer, dayPack], { purchases, fee: 'unpaid', period: period('2026-01-01', 3) });
    expect(lines.slice(0, 3)).toEqual([
      '01-01 plan fee-not-taken',
      `${on} day-pack fee 50`,
      `${on} day-pack grant ${MB} units`,
    ]);
  });

  test('the day pack ends when the plan is paid again', () => {
    const dayPack = pack({ fee: fee(50, days(1)), allowances: [allowance('data', MB)] }, 'day-pack');
    const offer = daily({ do: 'pack', pack: { offer: 'day-pack', from: 'at-once' } });
    const purchases = [buyOn('2026-01-01', 'plan')];
    const lines = linesOf([offer, dayPack], {
      purchases,
      ...wallet(60, ['2026-01-01T12:00', 200]),
      period: period('2026-01-01', 2),
    });
    expect(lines.filter((line) => line.includes('fee') || line.includes('end'))).toEqual([
      '01-01 plan fee-not-taken',
      '01-01 day-pack fee 50',
      '01-01 plan fee 100',
      '01-01 day-pack end',
      '01-02 plan fee 100',
    ]);
  });

  test('the day pack of the next window is not started when the plan is paid before it', () => {
    const dayPack = pack({ fee: fee(50), term: days(1) }, 'day-pack');
    const offer = daily({ do: 'pack', pack: { offer: 'day-pack', from: 'next-window' } });
    const purchases = [buyOn('2026-01-01', 'plan')];
    const input = { purchases, ...wallet(0, ['2026-01-01T12:00', 1000]), period: period('2026-01-01', 2) };
    const lines = linesOf([offer, dayPack], input);
    expect(lines.filter((line) => line.includes('fee'))).toEqual([
      '01-01 plan fee-not-taken',
      '01-01 plan fee 100',
      '01-02 plan fee 100',
    ]);
  });

  test('starts a pack of its own once, not for ever, where that cannot be paid either', () => {
    const circle = pack({
      fee: fee(100),
      unpaid: { do: 'pack', rates: [], keepsBuckets: true, pack: { offer: 'pack', from: 'at-once' } },
    });
    expect(linesOf([circle], wallet(0))).toEqual(['01-01 pack fee-not-taken', '01-01 pack fee-not-taken']);
  });

  test('grants a part of the pack in proportion to the money there is', () => {
    // 60 of 100: 6 of 10 MB
    const lines = linesOf([daily({ do: 'part' })], { ...wallet(60), period: period('2026-01-01', 1) });
    expect(lines).toEqual(['01-01 plan fee-not-taken', '01-01 plan fee 60', `01-01 plan grant ${6 * MB} units`]);
  });
});

describe('purchases that act on the card', () => {
  const monthly = plan({
    fee: fee(1000, months(1)),
    renews: months(1),
    allowances: [allowance('voice', 100 * MINUTE), allowance('data', GB)],
  });

  test('a restart wipes what is left, takes the fee and moves the date', () => {
    const again = offerOf('again', 'vas', { special: { is: 'restart' } });
    const purchases = [buyOn('2026-01-01', 'plan'), buyOn('2026-01-20', 'again')];
    const lines = linesOf([monthly, again], { purchases, period: period('2026-01-01', 60) });
    expect(lines.filter((line) => line.includes('fee') || line.includes('expiry'))).toEqual([
      '01-01 plan fee 1000',
      `01-20 plan expiry ${100 * MINUTE} units`,
      `01-20 plan expiry ${GB} units`,
      '01-20 plan fee 1000',
      `02-20 plan expiry ${100 * MINUTE} units`,
      `02-20 plan expiry ${GB} units`,
      '02-20 plan fee 1000',
    ]);
  });

  test('a restart without a plan is refused', () => {
    const again = offerOf('again', 'vas', { special: { is: 'restart' } });
    expect(linesOf([again])).toEqual(['01-01 again refusal no-card']);
  });

  test('a promised payment of 100 for 3 days costs 20', () => {
    const promise = offerOf('promise', 'vas', {
      fee: fee(2000),
      special: { is: 'credit', amount: money(10_000), days: 3 },
    });
    const statement = rateCard(card([promise], wallet(0, ['2026-01-20', 50_000])), []);
    expect(ledger(statement.lines)).toEqual([
      '01-01 promise credit 10000 units',
      '01-04 promise repayment 2000 10000 units',
    ]);
    expect(statement.total).toBe(2000);
    expect(statement.moneyLeft).toBe(48_000);
  });

  test('a promised payment is taken back at the next top-up, if that is sooner', () => {
    const promise = offerOf('promise', 'vas', {
      fee: fee(2000),
      special: { is: 'credit', amount: money(10_000), days: 3 },
    });
    const lines = linesOf([promise], wallet(0, ['2026-01-02T10:00', 50_000]));
    expect(lines[1]).toBe('01-02 promise repayment 2000 10000 units');
  });

  test('a fee paid later is due after its days', () => {
    const later = pack({ fee: fee(499), special: { is: 'pay-later', days: 5 }, allowances: [allowance('data', GB)] });
    expect(linesOf([later])).toEqual([`01-01 pack grant ${GB} units`, '01-06 pack repayment 499']);
  });

  test('a fee paid later needs no money now', () => {
    const later = pack({ fee: fee(499), special: { is: 'pay-later', days: 5 }, allowances: [allowance('data', GB)] });
    expect(linesOf([later], wallet(0, ['2026-01-03', 1000]))).toEqual([
      `01-01 pack grant ${GB} units`,
      '01-03 pack repayment 499',
    ]);
  });

  test('minutes exchanged for data leave one bucket and join the other until the plan renews', () => {
    // 40 minutes for 4 GB: 60 minutes and 1 + 4 GB are left
    const swap = offerOf('swap', 'vas', {
      fee: fee(50),
      special: {
        is: 'exchange',
        from: { kind: 'voice', amount: 40 * MINUTE, scope: {} },
        to: { kind: 'data', amount: 4 * GB, scope: {} },
      },
    });
    const purchases = [buyOn('2026-01-01', 'plan'), buyOn('2026-01-02', 'swap')];
    const statement = rateCard(card([monthly, swap], { purchases }), []);
    expect(statement.total).toBe(1050);
    expect(statement.left.map(({ use }) => [use.kind, use.units])).toEqual([
      ['voice', 60 * MINUTE],
      ['data', GB],
      ['data', 4 * GB],
    ]);
  });

  test('minutes got for data are counted like those of the plan, not in its kilobytes', () => {
    // 5 minutes of the plan, then 61 s counted as 2 minutes of the 160 exchanged
    const swap = offerOf('swap', 'vas', {
      special: {
        is: 'exchange',
        from: { kind: 'data', amount: 16 * GB, scope: {} },
        to: { kind: 'voice', amount: 160 * MINUTE, scope: {} },
      },
    });
    const kilobytes = { first: 1024, next: 1024, mode: 'up', per: 'event' } as const;
    const base = (minutes: number) =>
      plan({
        allowances: [
          allowance('data', 16 * GB, { increment: kilobytes }),
          allowance('voice', minutes * MINUTE, { increment: BY_MINUTE }),
        ],
      });
    const left = (offer: Offer, ...seconds: readonly number[]) =>
      rateCard(
        card([offer, swap]),
        seconds.map((amount) => call('2026-01-02T10:00', amount)),
      ).left.map(({ use }) => use.units);
    expect(left(base(5), 5 * MINUTE, 61)).toEqual([158 * MINUTE]);
    const dataOnly = plan({ allowances: [allowance('data', 16 * GB, { increment: kilobytes })] });
    expect(left(dataOnly, 61)).toEqual([160 * MINUTE - 61]);
  });

  test('an exchange of more than there is left is refused and costs nothing', () => {
    const swap = offerOf('swap', 'vas', {
      fee: fee(50),
      special: {
        is: 'exchange',
        from: { kind: 'voice', amount: 40 * MINUTE, scope: {} },
        to: { kind: 'data', amount: 4 * GB, scope: {} },
      },
    });
    const purchases = [buyOn('2026-01-01', 'plan'), buyOn('2026-01-02', 'swap')];
    const statement = rateCard(card([monthly, swap], { purchases }), [call('2026-01-01T10:00', 61 * MINUTE)]);
    expect(ledger(statement.lines, 'refusal')).toEqual(['01-02 swap refusal used-up']);
    expect(statement.total).toBe(1000);
  });
});
