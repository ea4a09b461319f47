import {
  addMonths,
  type Day,
  dateFromDay,
  type Money,
  type Ratio,
  reduceRatio,
  scaleMoney,
  type Terms,
  type Uncertain,
  withItems,
} from '@simwise/engine';
import type { CompiledVersion, EntryBasket } from './compiled.ts';

/** A recorded price stands for at most this long before it becomes an estimate. */
const FRESH_MONTHS = 12;

/** Whether a version was last seen more than twelve months before a day; evidence without a date counts as old. */
export function isAged({ seen }: CompiledVersion, on: Day): boolean {
  return seen === undefined || addMonths(seen[1], FRESH_MONTHS) < on;
}

/** By what the official entry basket rose from the year a price was seen to the newest year known on the asked day. */
export type Growth = {
  readonly ratio: Ratio;
  readonly fromYear: number;
  readonly toYear: number;
  readonly series: 'local' | 'usd';
};

/**
 * The largest growth over the years in which the price may have been seen: its true year is not known better. The series
 * in the country's currency is asked first, the one in dollars where that has no figure. Null where neither has one.
 */
export function growthSince(basket: EntryBasket, seen: readonly [Day, Day] | undefined, on: Day): Growth | null {
  if (!seen) return null;
  const [first, last] = seen.map((day) => dateFromDay(day).year) as [number, number];
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const growths = years.flatMap((year) => growthFrom(basket, year, dateFromDay(on).year) ?? []);
  if (growths.length < years.length && first < earliestYear(basket)) return null;
  return growths.reduce<Growth | null>((most, growth) => (most && isAtLeast(most, growth) ? most : growth), null);
}

function earliestYear({ usd, local }: EntryBasket): number {
  return Math.min(...Object.keys(usd).map(Number), ...Object.keys(local).map(Number));
}

function growthFrom(basket: EntryBasket, year: number, onYear: number): Growth | undefined {
  for (const series of ['local', 'usd'] as const) {
    const values = basket[series];
    const toYear = Math.max(
      ...Object.keys(values)
        .map(Number)
        .filter((known) => known <= onYear),
    );
    const [from, to] = [values[year], values[toYear]];
    if (year > toYear && to) return { ratio: { num: 1, den: 1 }, fromYear: toYear, toYear, series };
    if (from && to) return { ratio: ratioOf(to, from), fromYear: year, toYear, series };
  }
  return undefined;
}

/** Prices that fell since are not lowered: the recorded price stays the low end. */
function ratioOf(to: Ratio, from: Ratio): Ratio {
  const ratio = reduceRatio(to.num * from.den, to.den * from.num);
  return ratio.num < ratio.den ? { num: 1, den: 1 } : ratio;
}

function isAtLeast({ ratio: a }: Growth, { ratio: b }: Growth): boolean {
  return a.num * b.den >= b.num * a.den;
}

/** The terms with every price a range from the recorded one to that times the growth; open upwards without a growth. */
export function ageTerms(terms: Uncertain<Terms>, growth: Growth | null): Uncertain<Terms> {
  return ageNode(terms, growth) as Uncertain<Terms>;
}

/** Keys of the terms whose values are amounts of money, and those of prices for a unit. A SIM's price is not an old one. */
const MONEY_KEYS = new Set(['activationFee', 'connect']);
const PRICE_KEYS = new Set(['price']);
const AMOUNT_PARENTS = new Set(['phases', 'dailyCap']);

function ageNode(node: unknown, growth: Growth | null, parent = ''): unknown {
  if (typeof node !== 'object' || node === null) return node;
  if (Array.isArray(node)) return withItems(node, (item) => ageNode(item, growth, parent));
  return withItems(node, (value, key) => {
    const isMoney = MONEY_KEYS.has(key) || (key === 'amount' && AMOUNT_PARENTS.has(parent));
    if (isMoney) return widen(value, (money) => ageMoney(money as Money, growth));
    if (PRICE_KEYS.has(key)) return widen(value, (price) => agePrice(price as Ratio, growth));
    return ageNode(value, growth, PASSING.has(key) ? parent : key);
  });
}

/** Keys of uncertain facts, which do not change what the values below them are. */
const PASSING = new Set(['oneOf', 'recorded', 'low', 'high']);

/** A range from the low end of a price to what age makes of its high end. Nothing and the unknown stay what they are. */
function widen(value: unknown, age: (plain: unknown) => unknown): unknown {
  if (value === null || value === 0) return value;
  if (typeof value === 'object' && 'recorded' in value && 'low' in value && 'high' in value) {
    const { recorded, low, high } = value;
    return { recorded, low, high: high === 0 ? 0 : age(high) };
  }
  return { recorded: value, low: value, high: age(value) };
}

function ageMoney(amount: Money, growth: Growth | null): Money | null {
  return growth ? scaleMoney(amount, growth.ratio, 'up') : null;
}

function agePrice(price: Ratio, growth: Growth | null): Ratio | null {
  if (price.num === 0) return price;
  return growth ? reduceRatio(price.num * growth.ratio.num, price.den * growth.ratio.den) : null;
}
