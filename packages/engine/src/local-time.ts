import { type Day, day, formatDay, parseDay } from './civil-day.ts';

declare const localSecond: unique symbol;

/** Seconds of the clock on the wall in the country of the stay, counted from 1970-01-01T00:00 on that clock. */
export type LocalSecond = number & { readonly [localSecond]: true };

export const DAY_SECONDS = 86_400;

export function localSecondOf(value: Day, secondOfDay = 0): LocalSecond {
  return (value * DAY_SECONDS + secondOfDay) as LocalSecond;
}

export function dayOf(at: LocalSecond): Day {
  return day(Math.floor(at / DAY_SECONDS));
}

export function secondOfDay(at: LocalSecond): number {
  return at - Math.floor(at / DAY_SECONDS) * DAY_SECONDS;
}

export function addSeconds(at: LocalSecond, seconds: number): LocalSecond {
  return (at + seconds) as LocalSecond;
}

const ISO_LOCAL = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}))?)?$/;

/** `"2026-12-01T09:30"` on the local clock; no offset is accepted. @throws RangeError otherwise. */
export function parseLocal(text: string): LocalSecond {
  const match = ISO_LOCAL.exec(text);
  if (!match) throw new RangeError(`not a local time as YYYY-MM-DDTHH:MM:SS: ${text}`);
  const [hour, minute, second] = [Number(match[2] ?? 0), Number(match[3] ?? 0), Number(match[4] ?? 0)];
  if (hour > 23 || minute > 59 || second > 59) throw new RangeError(`no such time of day: ${text}`);
  return localSecondOf(parseDay(match[1] as string), hour * 3600 + minute * 60 + second);
}

export function formatLocal(at: LocalSecond): string {
  const seconds = secondOfDay(at);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return `${formatDay(dayOf(at))}T${parts.map((part) => String(part).padStart(2, '0')).join(':')}`;
}

/** Offsets from UTC in the order of time; `minutes` holds from the UTC second `from` on. */
export type OffsetHistory = readonly { readonly from: number; readonly minutes: number }[];

export const UTC: OffsetHistory = [{ from: Number.MIN_SAFE_INTEGER, minutes: 0 }];

function offsetAtUtc(history: OffsetHistory, utc: number): number {
  let minutes = 0;
  for (const entry of history) if (entry.from <= utc) minutes = entry.minutes;
  return minutes * 60;
}

export function utcFromLocal(history: OffsetHistory, at: LocalSecond): number {
  const guess = at - offsetAtUtc(history, at);
  return at - offsetAtUtc(history, guess);
}

export function localFromUtc(history: OffsetHistory, utc: number): LocalSecond {
  return (utc + offsetAtUtc(history, utc)) as LocalSecond;
}

/** Which midnight ends a day: the local one, the one of another zone, or the hour at which the purchase took effect. */
export type DayRule =
  | { readonly is: 'local' }
  | { readonly is: 'zone'; readonly zone: OffsetHistory }
  | { readonly is: 'rolling' };

export const LOCAL_DAYS: DayRule = { is: 'local' };

/** How days are counted for one purchase: the rule, the clock of the country of the stay, and when service began. */
export type DayCount = { readonly rule: DayRule; readonly local: OffsetHistory; readonly origin: LocalSecond };

/** The moment on the local clock at which the `count`-th new day after `at` begins (1: the next one). */
export function dayStartAfter({ rule, local, origin }: DayCount, at: LocalSecond, count = 1): LocalSecond {
  if (rule.is === 'local') return localSecondOf(day(dayOf(at) + count));
  if (rule.is === 'rolling') {
    const passed = Math.floor((at - origin) / DAY_SECONDS);
    return addSeconds(origin, (passed + count) * DAY_SECONDS);
  }
  const days = { rule, local, origin };
  return startOfDayWhereCounted(days, day(dayWhereCounted(days, at) + count));
}

/** The day that a moment belongs to where days are counted. */
export function dayWhereCounted({ rule, local }: DayCount, at: LocalSecond): Day {
  return rule.is === 'zone' ? dayOf(localFromUtc(rule.zone, utcFromLocal(local, at))) : dayOf(at);
}

/** The moment on the local clock at which a day begins where days are counted. */
export function startOfDayWhereCounted({ rule, local }: DayCount, value: Day): LocalSecond {
  const midnight = localSecondOf(value);
  return rule.is === 'zone' ? localFromUtc(local, utcFromLocal(rule.zone, midnight)) : midnight;
}
