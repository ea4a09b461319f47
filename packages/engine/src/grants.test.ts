import { describe, expect, test } from 'vitest';
import { money } from './money.ts';
import type { Offer } from './offer.ts';
import { rateCard } from './statement.ts';
import {
  allowance,
  BY_MINUTE,
  buyOn,
  call,
  card,
  data,
  days,
  fee,
  GB,
  ledger,
  MB,
  MINUTE,
  message,
  months,
  pack,
  period,
  plan,
  topUpOn,
} from './test-offers.ts';
import type { UsageEvent } from './usage.ts';

function linesOf(offer: Offer, span: { start: string; days: number }, uses: readonly UsageEvent[] = []): string[] {
  const input = { period: period(span.start, span.days), purchases: [buyOn(span.start, offer.id)] };
  return ledger(rateCard(card([offer], input), uses).lines, 'grant', 'expiry', 'consumption');
}

describe('rollover', () => {
  const monthly = (lives: Parameters<typeof allowance>[2]) =>
    plan({ fee: fee(100, months(1)), renews: months(1), allowances: [allowance('data', GB, lives)] });

  test('none: what is left ends when the plan renews', () => {
    expect(linesOf(monthly({}), { start: '2026-01-10', days: 40 })).toEqual([
      `01-10 plan grant ${GB} units`,
      `02-10 plan expiry ${GB} units`,
      `02-10 plan grant ${GB} units`,
    ]);
  });

  test('each portion lives three months by itself, the oldest used first', () => {
    // 100 MB of January's portion are used in February; the rest of it ends on 10 April, February's on 10 May
    const uses = [data('2026-02-20', 100 * MB)];
    expect(
      linesOf(monthly({ lives: { is: 'months', count: 3 } }), { start: '2026-01-10', days: 125 }, uses).filter(
        (line) => !line.includes('grant'),
      ),
    ).toEqual([
      `02-20 plan consumption ${100 * MB} units`,
      `04-10 plan expiry ${GB - 100 * MB} units`,
      `05-10 plan expiry ${GB} units`,
    ]);
  });

  test('to the end of the next month', () => {
    const lines = linesOf(monthly({ lives: { is: 'end-of-next-month' } }), { start: '2026-01-10', days: 60 });
    expect(lines.filter((line) => line.includes('expiry'))).toEqual([`03-01 plan expiry ${GB} units`]);
  });

  test('for ever: portions add up to one', () => {
    const statement = rateCard(card([monthly({ lives: { is: 'forever' } })], { period: period('2026-01-01', 62) }), []);
    expect(statement.left.map(({ use }) => use.units)).toEqual([3 * GB]);
  });
});

describe('a portion wiped when the card lies idle', () => {
  const monthly = plan({
    fee: fee(100, months(1)),
    renews: months(1),
    allowances: [allowance('data', GB, { lives: { is: 'forever', idleMonths: 2 } })],
  });
  const input = { period: period('2026-01-01', 80) };

  test('goes two months after the last use', () => {
    // a message on 15 January: wiped on 15 March with three portions in it
    const { lines } = rateCard(card([monthly], input), [message('2026-01-15T10:00')]);
    expect(ledger(lines, 'expiry')).toEqual([`03-15 plan expiry ${3 * GB} units`]);
  });

  test('stays after a top-up', () => {
    const wallet = { balance: money(1000), topUps: [topUpOn('2026-02-10T10:00', 100)] };
    expect(ledger(rateCard(card([monthly], { ...input, wallet }), []).lines, 'expiry')).toEqual([]);
  });
});

describe('what is granted', () => {
  test('in the first months only, where the offer says so', () => {
    const bonus = plan({
      renews: months(1),
      allowances: [allowance('data', GB), allowance('sms', 50, { during: months(2) })],
    });
    const grants = linesOf(bonus, { start: '2026-01-01', days: 90 }).filter((line) => line.includes('grant 50'));
    expect(grants).toEqual(['01-01 plan grant 50 units', '02-01 plan grant 50 units']);
  });

  test('is one of several, chosen at purchase; the first where nobody chose', () => {
    const choose = plan({
      allowances: [allowance('voice', 100, { choice: 'talk' }), allowance('data', GB, { choice: 'surf' })],
    });
    const granted = (choice?: string) =>
      ledger(
        rateCard(
          card([choose], {
            purchases: [{ ...buyOn('2026-01-01', 'plan'), ...(choice === undefined ? {} : { choice }) }],
          }),
          [],
        ).lines,
      );
    expect(granted('surf')).toEqual([`01-01 plan grant ${GB} units`]);
    expect(granted()).toEqual(['01-01 plan grant 100 units']);
  });

  test('each day of the purchase is new at 24 hours where days roll', () => {
    const rolling = pack({
      dayRule: { is: 'rolling' },
      term: days(2, 'moment'),
      allowances: [allowance('data', 100, { per: 'day' })],
    });
    const purchases = [buyOn('2026-01-01T15:00', 'pack')];
    const uses = ['2026-01-02T14:59:59', '2026-01-02T15:00', '2026-01-03T14:00', '2026-01-03T15:00'];
    const { lines } = rateCard(
      card([rolling], { purchases, period: period('2026-01-01', 4) }),
      uses.map((at) => data(at, 60)),
    );
    expect(ledger(lines)).toEqual([
      '01-01 pack grant 100 units',
      '01-02 pack consumption 60 units',
      '01-02 pack expiry 40 units',
      '01-02 pack grant 100 units',
      '01-02 pack consumption 60 units',
      '01-03 pack consumption 40 units',
      '01-03 pack used-up 0 units',
      '01-03  refusal 20 units no-card',
      '01-03 pack end',
      '01-03  refusal 60 units no-card',
    ]);
  });

  test('and counted in steps by the day begins a step each day of the purchase', () => {
    // 60 on 1 January, nothing more at 14:59 the next day, 60 more at 15:00
    const increment = { ...BY_MINUTE, per: 'day' } as const;
    const rolling = pack({ dayRule: { is: 'rolling' }, allowances: [allowance('data', 600, { increment })] });
    const purchases = [buyOn('2026-01-01T15:00', 'pack')];
    const uses = ['2026-01-01T16:00', '2026-01-02T14:59', '2026-01-02T15:00'].map((at) => data(at, 20));
    const { left } = rateCard(card([rolling], { purchases }), uses);
    expect(left.map(({ use }) => use.units)).toEqual([480]);
  });

  test('by the call begins anew with each call', () => {
    // the first 3 minutes of each call are free; 5 and 2 minutes leave 2
    const free = plan({ allowances: [allowance('voice', 3 * MINUTE, { per: 'call' })] });
    const { lines } = rateCard(card([free]), [
      call('2026-01-01T10:00', 5 * MINUTE),
      call('2026-01-01T11:00', 2 * MINUTE),
    ]);
    expect(ledger(lines, 'consumption', 'unpriced')).toEqual([
      `01-01 plan consumption ${5 * MINUTE} units`,
      `01-01 plan unpriced ${2 * MINUTE} units no-price`,
    ]);
  });

  test('by the call without limit serves every call', () => {
    const free = plan({ allowances: [allowance('voice', 'unlimited', { per: 'call' })] });
    const { lines } = rateCard(card([free]), [call('2026-01-01T10:00', 90), call('2026-01-01T11:00', 30)]);
    expect(ledger(lines, 'consumption', 'unpriced')).toEqual(['01-01 plan consumption 120 units']);
  });

  test('by a second pack outlives the first', () => {
    const extra = pack({ fee: fee(500), term: days(30), allowances: [allowance('data', GB)] });
    const purchases = [buyOn('2026-01-01', 'pack'), buyOn('2026-01-10', 'pack')];
    const input = { purchases, period: period('2026-01-01', 60) };
    const { lines } = rateCard(card([extra], input), [data('2026-01-05', GB), data('2026-02-01', GB)]);
    expect(ledger(lines, 'expiry', 'refusal', 'end')).toEqual(['01-31 pack end', '02-09 pack end']);
  });

  test('nothing is granted where nothing is left after proration', () => {
    // the 31st of January without its first day leaves 0 of 31 days
    const every = { unit: 'calendar-month', dayOfMonth: 1 } as const;
    const prorated = plan({
      fee: {
        phases: [{ amount: money(3100), every, times: null }],
        proration: { what: 'fee-and-allowances', countsFirstDay: false, basis: 'cycle', rounding: 'half-up' },
      },
      renews: every,
      allowances: [allowance('data', GB)],
    });
    expect(linesOf(prorated, { start: '2026-01-31', days: 1 })).toEqual([]);
  });
});
