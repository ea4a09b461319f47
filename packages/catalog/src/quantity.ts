import {
  type Cycle,
  currencyDecimals,
  type Hours,
  type Increment,
  type Money,
  money,
  type Ratio,
  ratioFromDecimal,
  reduceRatio,
  type UsageKind,
} from '@simwise/engine';

/**
 * The texts in which amounts are written in the catalogue, on the command line and on posters: "1190 KZT", "5 GB",
 * "11 KZT per min", "30 days", "60 s then 1 s". Every reader throws BadText on what it cannot read.
 */

/** What a text was to be, with examples of it. */
export const TEXTS = {
  money: ['1190 KZT'],
  'sane-money': ['100000000 KZT'],
  volume: ['5 GB', '100 min', '30 sms'],
  'unit-price': ['11 KZT per min', '5 KZT per MB', '7 KZT'],
  period: ['30 days', 'calendar month', '720 hours to 23:59'],
  increment: ['1 s', '60 s then 1 s', '1 MB per hour'],
  hours: ['01:00-06:00'],
  'data-use': ['500MB/day', '10GB/month'],
  'call-use': ['national-mobile:10min/day', 'CN:2min/day'],
  'message-use': ['national-mobile:1/day'],
  'sane-use': ['1GB/day'],
  destination: ['on-net', 'national-mobile', 'landline', 'CN', '+77011234567'],
} as const;

export type TextKind = keyof typeof TEXTS;

/** A text that is not what it was to be. */
export class BadText extends RangeError {
  readonly kind: TextKind;
  readonly text: string;

  constructor(kind: TextKind, text: string) {
    super(`"${text}" is not a ${kind} such as ${TEXTS[kind].map((example) => `"${example}"`).join(', ')}`);
    this.kind = kind;
    this.text = text;
  }
}

const MONEY = /^(\d{1,12}(?:\.\d{1,8})?) ?([A-Z]{3})$/;

export type Price = { readonly amount: Money; readonly currency: string };

/** More than this is a slip of the pen, and what it adds up to could not be counted exactly. */
const MOST_MINOR_UNITS = 10_000_000_000;

/** "1190 KZT" → 119000 minor units of KZT. */
export function readMoney(text: string): Price {
  const match = MONEY.exec(text);
  if (!match) throw new BadText('money', text);
  const currency = match[2] as string;
  const { num, den } = ratioOf(match[1] as string, currency, text);
  if (den !== 1) throw new BadText('money', text);
  return { amount: money(num), currency };
}

/** A decimal amount in minor units of a currency. */
function ratioOf(amount: string, currency: string, text: string): Ratio {
  const digits = amount.split('.')[0]?.length ?? 0;
  const ratio = digits > 10 ? null : ratioFromDecimal(amount, currencyDecimals(currency));
  if (ratio && ratio.num <= MOST_MINOR_UNITS * ratio.den) return ratio;
  throw new BadText('sane-money', text);
}

const UNITS: Readonly<Record<string, { kind: UsageKind; size: number; power?: number }>> = {
  B: { kind: 'data', size: 1 },
  KB: { kind: 'data', size: 1, power: 1 },
  MB: { kind: 'data', size: 1, power: 2 },
  GB: { kind: 'data', size: 1, power: 3 },
  TB: { kind: 'data', size: 1, power: 4 },
  s: { kind: 'voice', size: 1 },
  min: { kind: 'voice', size: 60 },
  h: { kind: 'voice', size: 3600 },
  sms: { kind: 'sms', size: 1 },
  mms: { kind: 'mms', size: 1 },
};

const VOLUME = /^(\d{1,9}(?:\.\d{1,6})?) ?(B|KB|MB|GB|TB|s|min|h|sms|mms)$/;

export type Volume = { readonly kind: UsageKind; readonly units: number };

/** "5 GB" → bytes, "100 min" → seconds, "30 sms" → messages; a kilobyte has 1024 bytes unless `kilo` says 1000. */
export function readVolume(text: string, kilo = 1024): Volume {
  const match = VOLUME.exec(text);
  if (!match) throw new BadText('volume', text);
  const unit = unitOf(match[2] as string, kilo);
  const { num, den } = ratioFromDecimal(match[1] as string, 0);
  const units = (num * unit.size) / den;
  if (unit.kind !== 'data' && !Number.isInteger(units)) throw new BadText('volume', text);
  return { kind: unit.kind, units: Math.round(units) };
}

function unitOf(name: string, kilo: number): Volume & { size: number } {
  const unit = UNITS[name];
  if (!unit) throw new RangeError(`no such unit: "${name}"`);
  const size = unit.size * kilo ** (unit.power ?? 0);
  return { kind: unit.kind, units: size, size };
}

const RATE = /^(\d{1,12}(?:\.\d{1,8})?) ?([A-Z]{3})(?: per (?:([1-9]\d{0,5}) )?(B|KB|MB|GB|s|min|h|sms|mms))?$/;

export type UnitPrice = { readonly currency: string; readonly kind: UsageKind; readonly price: Ratio };

/** "11 KZT per min" → minor units per second; "3 KZT per MB" → per byte; "7 KZT" or "7 KZT per sms" → per message. */
export function readUnitPrice(text: string, kind: UsageKind, kilo = 1024): UnitPrice {
  const match = RATE.exec(text);
  if (!match) throw new BadText('unit-price', text);
  const [, amount, currency, count, unitName] = match;
  const unit = unitOf(unitName ?? (kind === 'mms' ? 'mms' : 'sms'), kilo);
  if (unit.kind !== kind) throw new BadText('unit-price', text);
  const minor = ratioOf(amount as string, currency as string, text);
  const den = minor.den * unit.size * Number(count ?? 1);
  if (!Number.isSafeInteger(den)) throw new BadText('unit-price', text);
  return { currency: currency as string, kind, price: reduceRatio(minor.num, den) };
}

const CYCLE =
  /^(?:([1-9]\d{0,3}) (days?|hours?|months?)( to 23:59)?|calendar month(?: from day (\d{1,2}))?|month|forever)$/;

/** "30 days" (calendar days, the first counted), "720 hours", "720 hours to 23:59", "calendar month", "month", "forever". */
export function readCycle(text: string): Cycle {
  const match = CYCLE.exec(text);
  if (!match) throw new BadText('period', text);
  const [, count, unit, toEndOfDay, dayOfMonth] = match;
  if (text === 'forever') return { unit: 'forever' };
  if (text === 'month') return { unit: 'months', count: 1 };
  if (!unit) return { unit: 'calendar-month', dayOfMonth: calendarDay(Number(dayOfMonth ?? 1), text) };
  if (unit.startsWith('month')) return { unit: 'months', count: Number(count) };
  if (unit.startsWith('day')) return { unit: 'days', count: Number(count), ends: 'midnight' };
  if (Number(count) % 24 !== 0) throw new BadText('period', text);
  return { unit: 'days', count: Number(count) / 24, ends: toEndOfDay ? 'day-end' : 'moment' };
}

function calendarDay(dayOfMonth: number, text: string): number {
  if (dayOfMonth < 1 || dayOfMonth > 28) throw new BadText('period', text);
  return dayOfMonth;
}

const INCREMENT = /^(completed )?(\d{1,6}) ?(s|B|KB|MB)(?: then (\d{1,6}) ?(s|B|KB|MB))?(?: per (hour|day|month))?$/;

/** "1 s", "60 s", "60 s then 1 s", "1 MB per hour"; "completed 60 s" counts only whole steps. */
export function readIncrement(text: string, kilo = 1024): Increment {
  const match = INCREMENT.exec(text);
  if (!match) throw new BadText('increment', text);
  const [, completed, first, firstUnit, next, nextUnit, per] = match;
  const firstSize = Number(first) * unitOf(firstUnit as string, kilo).size;
  const nextSize = next ? Number(next) * unitOf(nextUnit as string, kilo).size : firstSize;
  if (firstSize < 1 || nextSize < 1) throw new BadText('increment', text);
  const window = (per as Increment['per'] | undefined) ?? 'event';
  return { first: firstSize, next: nextSize, mode: completed ? 'down' : 'up', per: window };
}

const TIME = String.raw`(?:[01]\d|2[0-3]):[0-5]\d|24:00`;
const HOURS = new RegExp(`^(${TIME})-(${TIME})$`);

/** "01:00-06:00" → seconds of the day, the end not included. */
export function readHours(text: string): Hours {
  const match = HOURS.exec(text);
  if (!match) throw new BadText('hours', text);
  return [secondsOf(match[1] as string), secondsOf(match[2] as string)];
}

function secondsOf(time: string): number {
  return Number(time.slice(0, 2)) * 3600 + Number(time.slice(3)) * 60;
}
