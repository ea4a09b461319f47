import { reduceRatio } from '../money.ts';
import type { ChargeAction, RateAction, Rounding } from '../offer.ts';

/**
 * How uses at a rate may be summed before they are charged. `even`: the price comes out in whole minor units for so many
 * counted units, so that no sum of it is ever rounded; `by-day`: the sum of a day is charged like its uses one by one.
 */
export type SummedPrice =
  | { readonly is: 'even'; readonly units: number; readonly cost: number }
  | { readonly is: 'by-day' };

/** Null where a cap, or the position of a use in the call or the day, would matter. */
export function summedPriceOf(action: RateAction, rounding: Rounding): SummedPrice | null {
  if (action.do !== 'charge' || !action.price || !isPlain(action)) return null;
  const { price, increment } = action;
  const units = increment.first / reduceRatio(increment.first, increment.next).num;
  const cost = (price.num * units) / price.den;
  if (Number.isSafeInteger(cost) && cost % rounding.to === 0) return { is: 'even', units, cost };
  const addsUp = increment.first === increment.next || increment.next === 1;
  return addsUp && rounding.of === 'line' ? { is: 'by-day' } : null;
}

function isPlain({ steps, bands, connect, dailyCap, increment }: ChargeAction): boolean {
  return !steps && !bands && !connect && !dailyCap && increment.per === 'event';
}
