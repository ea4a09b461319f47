import { describe, expect, test } from 'vitest';
import type { CardInput } from './card-state.ts';
import type { Line } from './ledger.ts';
import { Rater } from './rater.ts';
import { rateCard } from './statement.ts';
import {
  allowance,
  buyOn,
  call,
  card,
  charge,
  data,
  days,
  fee,
  ledger,
  MB,
  pack,
  period,
  plan,
  rate,
} from './test-offers.ts';
import type { UsageEvent } from './usage.ts';

const PLAN = plan({ rates: [rate('data', charge({ num: 1, den: MB })), rate('voice', charge(2))] });
/** 50 for 100 MB that live 3 days. */
const SMALL = pack({ fee: fee(50, undefined, 1), term: days(3), allowances: [allowance('data', 100 * MB)] }, 'small');
/** 120 for 300 MB that live 3 days. */
const LARGE = pack({ fee: fee(120, undefined, 1), term: days(3), allowances: [allowance('data', 300 * MB)] }, 'large');

function cardWith(...refills: string[]): CardInput {
  return card([PLAN, SMALL, LARGE], {
    purchases: [buyOn('2026-01-01', 'plan'), buyOn('2026-01-01', 'small')],
    refills,
    period: period('2026-01-01', 10),
  });
}

const feesOf = (input: CardInput, uses: readonly UsageEvent[]) => ledger(rateCard(input, uses).lines, 'fee', 'usage');

describe('packs bought when the buckets run out', () => {
  test('not while the pack holds what is used, to the last byte', () => {
    expect(feesOf(cardWith('small'), [data('2026-01-01T10:00', 100 * MB)])).toEqual(['01-01 small fee 50']);
  });

  test('at the use that one byte is missing for', () => {
    const uses = [data('2026-01-01T10:00', 100 * MB), data('2026-01-02T10:00', 1)];
    expect(feesOf(cardWith('small'), uses)).toEqual(['01-01 small fee 50', '01-02 small fee 50']);
  });

  test('at the first use after the pack has expired: 3 days are the 1st to the 3rd', () => {
    const uses = [data('2026-01-03T23:59:59', MB), data('2026-01-04T00:00', MB)];
    expect(feesOf(cardWith('small'), uses)).toEqual(['01-01 small fee 50', '01-04 small fee 50']);
  });

  test('one after another, the last again and again: 100 held, then 100 and twice 300 for 750 MB', () => {
    const uses = [data('2026-01-01T10:00', 750 * MB)];
    expect(feesOf(cardWith('small', 'large'), uses)).toEqual([
      '01-01 small fee 50',
      '01-01 small fee 50',
      '01-01 large fee 120',
      '01-01 large fee 120',
    ]);
  });

  test('never for a use they do not cover, which has its rate', () => {
    expect(feesOf(cardWith('small'), [call('2026-01-01T10:00', 60)])).toEqual([
      '01-01 small fee 50',
      '01-01 plan usage 120 60 units',
    ]);
  });

  test('never without being asked: what is missing has its rate', () => {
    expect(feesOf(cardWith(), [data('2026-01-01T10:00', 130 * MB)])).toEqual([
      '01-01 small fee 50',
      `01-01 plan usage 30 ${30 * MB} units`,
    ]);
  });

  test('named as an offer that is not there are refused before anything is charged', () => {
    expect(() => rateCard(cardWith('gone'), [])).toThrow(new RangeError('no such offer: gone'));
  });
});

describe('a use that another card carries on', () => {
  function raterOf(input: CardInput) {
    const lines: Line[] = [];
    return { rater: new Rater(input, (line) => lines.push(line)), lines };
  }

  test('takes what the buckets hold; the rest is neither charged nor bought for', () => {
    const { rater, lines } = raterOf(cardWith('small'));
    expect(rater.take(data('2026-01-01T10:00', 130 * MB))).toBe(30 * MB);
    expect(rater.take(data('2026-01-01T11:00', 10 * MB))).toBe(10 * MB);
    rater.finish();
    expect(ledger(lines, 'fee', 'usage', 'consumption')).toEqual([
      '01-01 small fee 50',
      `01-01 small consumption ${100 * MB} units`,
    ]);
  });

  test('begins the service of a card that waits for its first use', () => {
    const waiting = plan({ starts: 'first-use', fee: fee(500, days(5)), allowances: [allowance('data', 10 * MB)] });
    const { rater, lines } = raterOf(card([waiting], { period: period('2026-01-01', 10) }));
    expect(rater.take(data('2026-01-04T10:00', MB))).toBe(0);
    rater.finish();
    expect(ledger(lines, 'fee')).toEqual(['01-01 plan fee 500', '01-09 plan fee 500']);
  });

  test('is fed in the order of time', () => {
    const { rater } = raterOf(cardWith());
    rater.take(data('2026-01-02T10:00', MB));
    expect(() => rater.take(data('2026-01-01T10:00', MB))).toThrow(RangeError);
  });
});
