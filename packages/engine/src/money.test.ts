import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  commonMultiple,
  currencyDecimals,
  formatMinor,
  MONEY_LIMIT,
  money,
  mulDivMod,
  NO_MONEY,
  parseMinor,
  ratioFromDecimal,
  reduceRatio,
  roundsUp,
  scaleMoney,
  sumMoney,
} from './money.ts';

const SEED = 20260101;
const amount = fc.integer({ min: -MONEY_LIMIT, max: MONEY_LIMIT }).map(money);

describe('money', () => {
  test.each([0, 1, -1, MONEY_LIMIT, -MONEY_LIMIT])('holds %d', (minor) => {
    expect(money(minor)).toBe(minor);
  });

  test.each([MONEY_LIMIT + 1, -MONEY_LIMIT - 1, 0.5, Number.NaN, Number.POSITIVE_INFINITY])('refuses %d', (minor) => {
    expect(() => money(minor)).toThrow(RangeError);
  });
});

describe('sumMoney', () => {
  test('of nothing is nothing', () => {
    expect(sumMoney([])).toBe(NO_MONEY);
  });

  test('refuses a sum beyond the limit', () => {
    expect(() => sumMoney([money(MONEY_LIMIT), money(1)])).toThrow(RangeError);
  });

  test('does not lose a unit in sums that pass the limit and come back', () => {
    const [most, least] = [money(MONEY_LIMIT), money(-MONEY_LIMIT)];
    expect(() => sumMoney([most, most, most, most, money(1), least, least, least, least])).toThrow(RangeError);
  });
});

describe('mulDivMod', () => {
  test('is exact where the product leaves the safe integers', () => {
    const safe = fc.integer({ min: 0, max: MONEY_LIMIT });
    const den = fc.integer({ min: 1, max: 2 ** 40 });
    const isExact = fc.property(safe, safe, den, (a, b, divisor) => {
      fc.pre((BigInt(a) * BigInt(b)) / BigInt(divisor) <= BigInt(Number.MAX_SAFE_INTEGER));
      const { whole, rest } = mulDivMod(a, b, divisor);
      return BigInt(whole) * BigInt(divisor) + BigInt(rest) === BigInt(a) * BigInt(b) && rest < divisor;
    });
    fc.assert(isExact, { seed: SEED, numRuns: 1000 });
  });
});

describe('roundsUp', () => {
  test.each([
    [0, 10, 'up', false],
    [1, 10, 'up', true],
    [4, 10, 'half-up', false],
    [5, 10, 'half-up', true],
    [9, 10, 'down', false],
    [1, 3, 'half-up', false],
    [2, 3, 'half-up', true],
  ] as const)('%d/%d rounded %s: %s', (rest, den, mode, isUp) => {
    expect(roundsUp(rest, den, mode)).toBe(isUp);
  });
});

describe('scaleMoney', () => {
  // 119000 × 14 / 30 = 55533.33
  test.each([
    ['half-up', 55_533],
    ['up', 55_534],
    ['down', 55_533],
  ] as const)('prorates 1190.00 over 14 of 30 days, rounded %s', (mode, expected) => {
    expect(scaleMoney(money(119_000), { num: 14, den: 30 }, mode)).toBe(expected);
  });

  test('rounds a discount as far from zero as the charge it takes back', () => {
    // 5 × 1/2 = 2.5
    expect(scaleMoney(money(5), { num: 1, den: 2 })).toBe(3);
    expect(scaleMoney(money(-5), { num: 1, den: 2 })).toBe(-3);
  });

  test('keeps every unit of the largest amount', () => {
    // (2^51 − 1) × 999999937 / 999999937
    const most = money(MONEY_LIMIT - 1);
    expect(scaleMoney(most, { num: 999_999_937, den: 999_999_937 })).toBe(most);
  });

  test('refuses a result beyond the limit', () => {
    expect(() => scaleMoney(money(MONEY_LIMIT), { num: 2, den: 1 })).toThrow(RangeError);
  });
});

describe('ratioFromDecimal', () => {
  test.each([
    ['6.84', 2, { num: 684, den: 1 }],
    ['20.163', 2, { num: 20_163, den: 10 }],
    ['0.5', 0, { num: 1, den: 2 }],
    ['3', 2, { num: 300, den: 1 }],
    ['0', 2, { num: 0, den: 1 }],
    ['0.00000001', 2, { num: 1, den: 1_000_000 }],
  ])('reads %s with %d decimals exactly', (text, decimals, ratio) => {
    expect(ratioFromDecimal(text, decimals)).toEqual(ratio);
  });

  test.each(['', '.5', '1.', '-1', '+1', '1e3', '1,5', ' 1', '1 ', '0x10', '1234567890123', '1.123456789', 'NaN'])(
    'refuses %j',
    (text) => {
      expect(() => ratioFromDecimal(text, 2)).toThrow(RangeError);
    },
  );

  test('refuses more digits than it can keep', () => {
    // 12345678901212345679 is beyond 2^53 and would be read as another number
    expect(() => ratioFromDecimal('123456789012.12345679', 2)).toThrow(RangeError);
  });
});

test('a reduced ratio has the value of the ratio and no common divisor', () => {
  expect(reduceRatio(500, 3_145_728)).toEqual({ num: 125, den: 786_432 });
  expect(reduceRatio(0, 7)).toEqual({ num: 0, den: 1 });
});

test('a common multiple is the least, and refused beyond what is kept exactly', () => {
  expect(commonMultiple(60, 1024)).toBe(15_360);
  // 2^30 and 3^20 have no common divisor; their product is beyond 2^53
  expect(() => commonMultiple(2 ** 30, 3 ** 20)).toThrow(RangeError);
});

describe('formatMinor and parseMinor', () => {
  test.each([
    [160_000, 2, '1600.00'],
    [5, 2, '0.05'],
    [-5, 2, '-0.05'],
    [0, 2, '0.00'],
    [1600, 0, '1600'],
    [-7, 0, '-7'],
    [1234, 3, '1.234'],
  ])('%d with %d decimals is %s', (minor, decimals, text) => {
    expect(formatMinor(money(minor), decimals)).toBe(text);
  });

  test('every amount that is not owed comes back as it was written', () => {
    const comesBack = fc.property(amount, fc.integer({ min: 0, max: 3 }), (minor, decimals) => {
      fc.pre(minor >= 0 && minor < 10 ** (12 + decimals));
      return parseMinor(formatMinor(minor, decimals), decimals) === minor;
    });
    fc.assert(comesBack, { seed: SEED });
  });

  test('a tenth of a tiyn is not money', () => {
    expect(() => parseMinor('1.005')).toThrow(RangeError);
    expect(parseMinor('1.500')).toBe(150);
  });
});

test('the yen has no minor unit, the tenge has two decimals', () => {
  expect(currencyDecimals('JPY')).toBe(0);
  expect(currencyDecimals('KZT')).toBe(2);
});
