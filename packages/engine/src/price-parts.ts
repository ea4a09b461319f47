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
  if (bands) return stretches(bands, use).map((part) => pricePart(part, count, price ?? FREE));
  const units = count(amount, event.at);
  if (steps) return stepParts(steps.prices, steps.of === 'day' ? dayUnits : 0, amount, units);
  return [{ amount, units, price: price ?? FREE }];
}

/** Whether the price of the whole of a use is known. */
export function isPriced({ price, steps, bands }: ChargeAction, use: ChargedUse): boolean {
  if (price !== null) return true;
  return bands ? stretches(bands, use).every((part) => part.price !== undefined) : steps !== undefined;
}

function stepParts(prices: readonly PriceStep[], from: number, amount: number, units: number): PricePart[] {
  const parts: PricePart[] = [];
  const end = from + units;
  let position = from;
  for (const { until, price } of prices) {
    const stop = Math.min(end, until ?? end);
    if (stop <= position) continue;
    const left = Math.max(0, amount - (position - from));
    parts.push({ amount: stop === end ? left : Math.min(stop - position, left), units: stop - position, price });
    position = stop;
  }
  return parts.length > 0 ? parts : [{ amount, units: 0, price: prices[0]?.price ?? FREE }];
}

function priceAt(bands: Bands, at: LocalSecond): Ratio | undefined {
  const second = secondOfDay(at);
  return bands.find((band) => isWithin(band.hours, second) && !(band.weekdaysOnly && weekday(dayOf(at)) > 5))?.price;
}

/** A part of a use in the hours of one band, or of none. */
type Stretch = { readonly at: LocalSecond; readonly amount: number; readonly price: Ratio | undefined };

function stretches(bands: Bands, { event, amount }: ChargedUse): Stretch[] {
  if (event.kind !== 'voice') return [{ at: event.at, amount, price: priceAt(bands, event.at) }];
  const cut: Stretch[] = [];
  const end = addSeconds(event.at, amount);
  for (let at = event.at; at < end; ) {
    const price = priceAt(bands, at);
    let stop = nextBorder(bands, at);
    while (stop < end && priceAt(bands, stop) === price) stop = nextBorder(bands, stop);
    const seconds = Math.min(stop, end) - at;
    cut.push({ at, amount: seconds, price });
    at = addSeconds(at, seconds);
  }
  return cut;
}

function pricePart({ at, amount, price }: Stretch, count: Count, otherwise: Ratio): PricePart {
  return { amount, units: count(amount, at), price: price ?? otherwise };
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
