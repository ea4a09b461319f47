import { weekday } from './civil-day.ts';
import { addSeconds, DAY_SECONDS, dayOf, type LocalSecond, secondOfDay } from './local-time.ts';
import type { Ratio } from './money.ts';
import type { ChargeAction, PriceStep } from './offer.ts';
import { isWithin } from './scope.ts';
import type { UsageEvent } from './usage.ts';

/** An event's use as far as no bucket took it: the amount still to be charged. */
export type ChargedUse = { readonly event: UsageEvent; readonly amount: number };

/** A part of a use that has one price: its amount, and the units counted for it. */
export type PricePart = { readonly amount: number; readonly units: number; readonly price: Ratio };

/** Counts an amount in the steps of the rate. */
type Count = (amount: number, at: LocalSecond) => number;

type Bands = NonNullable<ChargeAction['bands']>;

const FREE: Ratio = { num: 0, den: 1 };

/**
 * The parts of a use by price, in their order. Steps go by the position in the call or, from `dayUnits` on, in the day.
 * Bands go by the hour: a call is cut where the price changes and each part counted by itself; any other use has the
 * price of its start.
 */
export function priceParts(action: ChargeAction, use: ChargedUse, count: Count, dayUnits: number): PricePart[] {
  const { steps, bands, price } = action;
  const { event, amount } = use;
  if (bands && event.kind === 'voice') return bandParts(bands, use, count, price ?? FREE);
  const units = count(amount, event.at);
  if (bands) return [{ amount, units, price: priceAt(bands, event.at) ?? price ?? FREE }];
  if (steps) return stepParts(steps.prices, steps.of === 'day' ? dayUnits : 0, amount, units);
  return [{ amount, units, price: price ?? FREE }];
}

function stepParts(prices: readonly PriceStep[], from: number, amount: number, units: number): PricePart[] {
  const parts: PricePart[] = [];
  const end = from + units;
  let position = from;
  for (const { until, price } of prices) {
    const stop = Math.min(end, until ?? end);
    if (stop <= position) continue;
    const before = position - from;
    parts.push({ amount: Math.min(stop - position, amount - before), units: stop - position, price });
    position = stop;
  }
  return parts;
}

function priceAt(bands: Bands, at: LocalSecond): Ratio | undefined {
  const second = secondOfDay(at);
  return bands.find((band) => isWithin(band.hours, second) && !(band.weekdaysOnly && weekday(dayOf(at)) > 5))?.price;
}

function bandParts(bands: Bands, { event, amount }: ChargedUse, count: Count, otherwise: Ratio): PricePart[] {
  const parts: PricePart[] = [];
  const end = addSeconds(event.at, amount);
  for (let start = event.at; start < end; ) {
    const price = priceAt(bands, start) ?? otherwise;
    let stop = nextBorder(bands, start);
    while (stop < end && (priceAt(bands, stop) ?? otherwise) === price) stop = nextBorder(bands, stop);
    const seconds = Math.min(stop, end) - start;
    parts.push({ amount: seconds, units: count(seconds, start), price });
    start = addSeconds(start, seconds);
  }
  return parts;
}

/** The next moment at which a band begins or ends, or a day. */
function nextBorder(bands: Bands, at: LocalSecond): LocalSecond {
  const second = secondOfDay(at);
  const borders = bands.flatMap(({ hours }) => [...hours]).filter((border) => border > second);
  return addSeconds(at, Math.min(DAY_SECONDS, ...borders) - second);
}

/** The first units of some parts. */
export function firstUnits(parts: readonly PricePart[], units: number): PricePart[] {
  const kept: PricePart[] = [];
  let left = units;
  for (const part of parts) {
    if (left <= 0) break;
    kept.push(part.units <= left ? part : { ...part, amount: Math.min(part.amount, left), units: left });
    left -= part.units;
  }
  return kept;
}
