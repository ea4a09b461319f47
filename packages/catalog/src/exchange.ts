import {
  currencyDecimals,
  type Day,
  type Money,
  money,
  mulDivMod,
  type Ratio,
  reduceRatio,
  roundsUp,
} from '@simwise/engine';
import type { CompiledCatalog, ExchangeRate } from './compiled.ts';

/** A rate between two currencies on a day: minor units of `to` for one minor unit of `from`, and the rates it rests on. */
export type Conversion = {
  readonly from: string;
  readonly to: string;
  readonly ratio: Ratio;
  /** The oldest day among the rates used; the asked day itself where none is needed. */
  readonly day: Day;
  /** What is on record of the rates used beside their figures. */
  readonly notes: readonly string[];
  readonly sources: readonly string[];
};

/**
 * The newest rates on or before a day that lead from one currency to another, directly or over the country's own.
 * @returns null where there is none.
 */
export function conversionOn(catalog: CompiledCatalog, from: string, to: string, on: Day): Conversion | null {
  if (from === to) return { from, to, ratio: { num: 1, den: 1 }, day: on, notes: [], sources: [] };
  const direct = newestRate(catalog, from, to, on);
  const pivots = [catalog.country.currency, 'USD'].filter((pivot) => pivot !== from && pivot !== to);
  const indirect = pivots.flatMap((pivot) => overPivot(catalog, [from, pivot, to], on) ?? []);
  const all = [...(direct ? [direct] : []), ...indirect];
  return all.reduce<Conversion | null>((best, each) => (best && best.day >= each.day ? best : each), null);
}

function overPivot(catalog: CompiledCatalog, [from, pivot, to]: [string, string, string], on: Day): Conversion | null {
  const first = newestRate(catalog, from, pivot, on);
  const second = newestRate(catalog, pivot, to, on);
  if (!first || !second) return null;
  return {
    from,
    to,
    ratio: reduceRatio(first.ratio.num * second.ratio.num, first.ratio.den * second.ratio.den),
    day: Math.min(first.day, second.day) as Day,
    notes: [...new Set([...first.notes, ...second.notes])],
    sources: [...new Set([...first.sources, ...second.sources])],
  };
}

function newestRate({ exchangeRates }: CompiledCatalog, from: string, to: string, on: Day): Conversion | null {
  let best: Conversion | null = null;
  for (const rate of exchangeRates) {
    if (rate.day > on || (best && best.day >= rate.day)) continue;
    const ratio = ratioBetween(rate, from, to);
    if (ratio)
      best = {
        from,
        to,
        ratio,
        day: rate.day,
        notes: rate.note === undefined ? [] : [rate.note],
        sources: rate.sources,
      };
  }
  return best;
}

function ratioBetween({ of, in: into, rate }: ExchangeRate, from: string, to: string): Ratio | null {
  const isForward = of === from && into === to;
  if (!isForward && !(of === to && into === from)) return null;
  const { num, den } = isForward ? rate : { num: rate.den, den: rate.num };
  const scale = currencyDecimals(to) - currencyDecimals(from);
  return reduceRatio(num * 10 ** Math.max(0, scale), den * 10 ** Math.max(0, -scale));
}

/** An amount in the other currency, rounded half up to its minor unit. */
export function convert(amount: Money, { ratio }: Conversion): Money {
  const { whole, rest } = mulDivMod(Math.abs(amount), ratio.num, ratio.den);
  const size = whole + (roundsUp(rest, ratio.den, 'half-up') ? 1 : 0);
  return money(amount < 0 ? -size : size);
}
