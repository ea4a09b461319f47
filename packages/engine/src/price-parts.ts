import { weekday } from './civil-day.ts';
import { addSeconds, DAY_SECONDS, dayOf, type LocalSecond, secondOfDay } from './local-time.ts';
import type { Ratio } from './money.ts';
import type { ChargeAction, PriceStep } from './offer.ts';
import { isWithin } from './scope.ts';
import type { UsageEvent } from './usage.ts';

/** Counted units of one use that have the same price. */
export type PricePart = { readonly units: number; readonly price: Ratio };

type Bands = NonNullable<ChargeAction['bands']>;

const FREE: Ratio = { num: 0, den: 1 };

/**
 * The counted units of a use by price, in their order. Steps go by the position in the call or, from `dayUnits` on, in
 * the day; bands by the hour, in which a call is cut at their borders and any other use has the price of its start.
 */
export function priceParts(action: ChargeAction, event: UsageEvent, units: number, dayUnits: number): PricePart[] {
  const { steps, bands, price } = action;
  if (steps && !bands) return stepParts(steps.prices, steps.of === 'day' ? dayUnits : 0, units);
  if (!bands) return [{ units, price: price ?? FREE }];
  if (event.kind === 'voice') return bandParts(bands, event.at, units, price ?? FREE);
  return [{ units, price: priceAt(bands, event.at) ?? price ?? FREE }];
}

function stepParts(prices: readonly PriceStep[], from: number, units: number): PricePart[] {
  const parts: PricePart[] = [];
  const end = from + units;
  let position = from;
  for (const { until, price } of prices) {
    const stop = Math.min(end, until ?? end);
    if (stop > position) parts.push({ units: stop - position, price });
    position = Math.max(position, stop);
  }
  return parts;
}

function priceAt(bands: Bands, at: LocalSecond): Ratio | undefined {
  const second = secondOfDay(at);
  return bands.find((band) => isWithin(band.hours, second) && !(band.weekdaysOnly && weekday(dayOf(at)) > 5))?.price;
}

/** The counted seconds of a call laid from its start on, cut at the borders of the bands. */
function bandParts(bands: Bands, at: LocalSecond, seconds: number, otherwise: Ratio): PricePart[] {
  const parts: PricePart[] = [];
  const end = addSeconds(at, seconds);
  for (let start = at; start < end; ) {
    const units = Math.min(end - start, secondsToBorder(bands, secondOfDay(start)));
    parts.push({ units, price: priceAt(bands, start) ?? otherwise });
    start = addSeconds(start, units);
  }
  return parts;
}

function secondsToBorder(bands: Bands, second: number): number {
  const borders = bands.flatMap(({ hours }) => [...hours]);
  return Math.min(DAY_SECONDS, ...borders.filter((border) => border > second)) - second;
}
