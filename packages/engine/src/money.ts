declare const minorUnits: unique symbol;

/** An amount of money in the minor units of its currency (tiyn, cents): an integer of at most 2^51. */
export type Money = number & { readonly [minorUnits]: true };

/** An exact fraction of two integers; `den` is positive. */
export type Ratio = { readonly num: number; readonly den: number };

export type RoundingMode = 'up' | 'half-up' | 'down';

export const MONEY_LIMIT = 2 ** 51;

/** An amount beyond what is counted exactly: absurd prices, or absurd use. */
export class TooMuchMoney extends RangeError {
  constructor(minor: number) {
    super(`more money than is counted exactly: ${minor} minor units`);
  }
}

/** Checks that `minor` is an integer within ±2^51. @throws RangeError otherwise, TooMuchMoney beyond it. */
export function money(minor: number): Money {
  if (!Number.isInteger(minor)) throw new RangeError(`not an amount of money in minor units: ${minor}`);
  if (Math.abs(minor) > MONEY_LIMIT) throw new TooMuchMoney(minor);
  return minor as Money;
}

export const NO_MONEY = money(0);

/** @throws RangeError when the sum leaves ±2^51 anywhere on the way. */
export function sumMoney(amounts: Iterable<Money>): Money {
  let sum = NO_MONEY;
  for (const amount of amounts) sum = money(sum + amount);
  return sum;
}

/** A split of a non-negative product `a * b / den` into whole part and rest, exact for any safe integers. */
export function mulDivMod(a: number, b: number, den: number): { whole: number; rest: number } {
  const product = a * b;
  if (product <= Number.MAX_SAFE_INTEGER) {
    const rest = product % den;
    return { whole: (product - rest) / den, rest };
  }
  const big = BigInt(a) * BigInt(b);
  return { whole: Number(big / BigInt(den)), rest: Number(big % BigInt(den)) };
}

/** Whether a rest of `rest / den` rounds the whole part up by one. */
export function roundsUp(rest: number, den: number, mode: RoundingMode): boolean {
  if (rest === 0 || mode === 'down') return false;
  return mode === 'up' || rest * 2 >= den;
}

/** `amount * num / den`, rounded to the minor unit. `scaleMoney(money(119000), {num: 14, den: 30})` is 55533. */
export function scaleMoney(amount: Money, ratio: Ratio, mode: RoundingMode = 'half-up'): Money {
  const { whole, rest } = mulDivMod(Math.abs(amount), ratio.num, ratio.den);
  const size = whole + (roundsUp(rest, ratio.den, mode) ? 1 : 0);
  return money(amount < 0 ? -size : size);
}

/**
 * Reads a decimal such as `6.84` as minor units and a power of ten: `{num: 684, den: 1}` for two decimals.
 * @throws RangeError on junk, and on more digits than an integer keeps.
 */
export function ratioFromDecimal(text: string, decimals: number): Ratio {
  const match = /^(\d{1,12})(?:\.(\d{1,8}))?$/.exec(text);
  if (!match) throw new RangeError(`not a decimal amount: ${text}`);
  const fraction = match[2] ?? '';
  const num = Number(`${match[1]}${fraction.padEnd(decimals, '0')}`);
  if (!Number.isSafeInteger(num)) throw new RangeError(`more digits than can be kept: ${text}`);
  return reduceRatio(num, 10 ** Math.max(0, fraction.length - decimals));
}

export function reduceRatio(num: number, den: number): Ratio {
  const divisor = greatestCommonDivisor(num, den);
  return { num: num / divisor, den: den / divisor };
}

/** The least common multiple of two denominators. @throws RangeError when it is beyond what is kept exactly. */
export function commonMultiple(a: number, b: number): number {
  const multiple = a * reduceRatio(b, a).num;
  if (!Number.isSafeInteger(multiple)) throw new RangeError(`more digits than can be kept: ${multiple}`);
  return multiple;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? Math.max(1, a) : greatestCommonDivisor(b, a % b);
}

/** `160000` with two decimals is `"1600.00"`. */
export function formatMinor(amount: Money, decimals = 2): string {
  const sign = amount < 0 ? '-' : '';
  const digits = String(Math.abs(amount)).padStart(decimals + 1, '0');
  if (decimals === 0) return sign + digits;
  return `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** `"1600"` with two decimals is 160000. @throws RangeError on more decimals than the currency has, or on junk. */
export function parseMinor(text: string, decimals = 2): Money {
  const ratio = ratioFromDecimal(text, decimals);
  if (ratio.den !== 1) throw new RangeError(`more decimals than the currency has: ${text}`);
  return money(ratio.num);
}

const DECIMALS: Readonly<Record<string, number>> = { JPY: 0, KRW: 0, VND: 0 };

/** Decimals of the minor unit of an ISO 4217 currency; two where it is not one of the few others. */
export function currencyDecimals(currency: string): number {
  return DECIMALS[currency] ?? 2;
}
